"""How claims become one figure: named policies, and the figure keeps the name of its policy and its reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType

from attrs import Attribute, field, frozen

from conflict_events.model.casualty import CasualtyReport, Outcome, VictimRole
from conflict_events.model.errors import UnknownNameError

__all__ = ["POLICIES", "UNNUMBERED", "Figure", "a_policy", "figure"]

UNNUMBERED = 3
"""ACLED's figure for deaths told without any number, outside of large operations (codebook, reported fatalities)."""

_ONE_TELLING = 160
"""Characters between two claims of one voice that still add up ("two were shot and three stabbed")."""


@frozen(slots=True)
class Figure:
    """A number of people as one policy states it.

    ``value`` is None where the policy states none. ``low`` and ``high`` are the bounds over all claims, None open.
    """

    value: int | None
    low: int | None
    high: int | None
    policy: str
    reason: str


@frozen(slots=True)
class _Voice:
    """What one source says: ``wholes`` count people of whatever kind, ``parts`` those of a kind, ``more`` come on top.

    "Six people died. A nurse was killed." is one whole of six with a part of one; attackers and "three more" add to it.
    """

    wholes: tuple[CasualtyReport, ...]
    parts: Mapping[VictimRole, tuple[CasualtyReport, ...]] = field(factory=dict)
    more: tuple[CasualtyReport, ...] = ()


_Measure = Callable[[CasualtyReport], int | None]
"""What a claim counts for; None is open."""


def _voices(reports: Iterable[CasualtyReport]) -> tuple[_Voice, ...]:
    """Claims by who makes them, in order of appearance; subsets of other claims left out."""
    by_source: dict[str | None, list[CasualtyReport]] = {}
    for report in reports:
        if report.subset_of is None:
            by_source.setdefault(report.source, []).append(report)
    return tuple(_voice(claims) for claims in by_source.values())


def _voice(claims: Sequence[CasualtyReport]) -> _Voice:
    """One source: its last toll to date stands for all that it said before, and for what it details after."""
    last = max((i for i, claim in enumerate(claims) if claim.cumulative), default=None)
    if last is not None:
        return _Voice((claims[last],), more=tuple(claim for claim in claims[last + 1 :] if claim.cumulative is False))
    parts: dict[VictimRole, tuple[CasualtyReport, ...]] = {}
    more = tuple(claim for claim in claims if claim.role is VictimRole.ATTACKER or claim.cumulative is False)
    kinds = [claim for claim in claims if claim not in more and claim.role is not VictimRole.UNKNOWN]
    apart = [claim for claim in claims if claim not in more]
    listed = [claim for claim in apart if claim.role is VictimRole.UNKNOWN and _listed(claim, kinds)]
    for claim in (*kinds, *listed):
        parts[claim.role] = (*parts.get(claim.role, ()), claim)
    counted = (*more, *kinds, *listed)
    wholes = tuple(claim for claim in claims if claim not in counted)
    numbered = tuple(claim for claim in wholes if claim.stated is not None or claim.high is not None)
    return _Voice(numbered or (() if parts else wholes), parts, more)


def _listed(claim: CasualtyReport, kinds: Sequence[CasualtyReport]) -> bool:
    """Whether people of no kind stand in one list with people of a kind, and so beside them: "a nurse and her son"."""
    return any(
        one.start < other.end and other.start < one.end
        for one in claim.evidence[:1]
        for kind in kinds
        for other in kind.evidence[:1]
    )


def _add(values: Iterable[int | None]) -> int | None:
    """A sum in which one open bound opens the whole."""
    total = 0
    for value in values:
        if value is None:
            return None
        total += value
    return total


def _pick(values: Sequence[int | None], *, highest: bool) -> int | None:
    """The lowest or the highest of figures of which None is open, so the highest of all."""
    known = [value for value in values if value is not None]
    if highest:
        return None if len(known) < len(values) else max(known)
    return min(known, default=None)


def _near(one: CasualtyReport, other: CasualtyReport) -> bool:
    """Whether two claims stand so close that they tell of different people."""
    if not (one.evidence and other.evidence):
        return True
    return other.evidence[0].start - one.evidence[0].end <= _ONE_TELLING


def _whole(voice: _Voice, measure: _Measure, *, highest: bool) -> int | None:
    """The total of one voice: claims of one passage add up, passages are tellings of the same."""
    passages: list[list[CasualtyReport]] = []
    for claim in voice.wholes:
        if passages and _near(passages[-1][-1], claim):
            passages[-1].append(claim)
        else:
            passages.append([claim])
    told = _pick([_add(map(measure, passage)) for passage in passages], highest=highest)
    parts = _add(measure(claim) for claims in voice.parts.values() for claim in claims)
    larger = None if told is None or parts is None else max(told, parts)
    return _add((larger, *map(measure, voice.more)))


def _total(voices: Sequence[_Voice], measure: _Measure, *, highest: bool = False) -> int | None:
    """One figure over all voices: the lowest (or highest) total; without totals, the sum over kinds of people."""
    telling = [voice for voice in voices if voice.wholes]
    if telling:
        return _pick([_whole(voice, measure, highest=highest) for voice in telling], highest=highest)
    kinds = dict.fromkeys(role for voice in voices for role in voice.parts)
    by_kind = [
        _pick([_add(map(measure, voice.parts[role])) for voice in voices if role in voice.parts], highest=highest)
        for role in kinds
    ]
    more = _pick([_add(map(measure, voice.more)) for voice in voices if voice.more] or [0], highest=highest)
    return _add((*by_kind, more))


def _unnumbered(report: CasualtyReport) -> bool:
    """Whether deaths are told and their number is not: "militants were killed", "up to 8", "as many as 40", "killing and wounding 20"."""
    if report.low == 0:
        return False
    if report.stated is not None:
        return report.high is not None and (report.low is None or (report.low == 1 < report.stated == report.high))
    open_ended = report.high is None and (report.low or 0) < UNNUMBERED
    return open_ended or report.low is None or (report.low == 1 and report.high != 1)


def _least(report: CasualtyReport) -> int:
    """The figure that ACLED writes for one claim."""
    if _unnumbered(report):
        return UNNUMBERED if report.high is None else min(UNNUMBERED, report.high)
    return report.stated if report.stated is not None else (report.low or 0)


def _acled(voices: Sequence[_Voice]) -> tuple[int | None, str]:
    """The lowest figure that anyone states; 3 where deaths are told and no number is; 0 where nothing is said."""
    if not voices:
        return 0, "no deaths are mentioned; ACLED writes 0"
    value = _total(voices, _least)
    claims = [
        claim
        for voice in voices
        for claim in (*voice.wholes, *voice.more, *(c for p in voice.parts.values() for c in p))
    ]
    if any(_unnumbered(claim) for claim in claims):
        return value, f"deaths without a number count as {UNNUMBERED}"
    totals = {_whole(voice, _least, highest=False) for voice in voices if voice.wholes}
    if len(totals) > 1:
        told = ", ".join(str(total) for total in sorted(total for total in totals if total is not None))
        return value, f"the lowest of the conflicting figures {told}"
    return value, "the lowest figure stated"


def _ucdp(voices: Sequence[_Voice]) -> tuple[int | None, str]:
    """The best estimate: the figure of the voice named first; none where nobody gives a number."""
    if not voices:
        return None, "no deaths are mentioned"
    first = next((voice for voice in voices if voice.wholes), None)
    value = _total(voices if first is None else [first], _best)
    if value is None:
        return None, "deaths are told without a number"
    return value, "the figure of the first voice"


def _best(report: CasualtyReport) -> int | None:
    """The figure stated, or the low end of an interval; None where the words give no number."""
    if report.stated is not None:
        return report.stated
    return None if report.high is None and (report.low or 0) < UNNUMBERED else report.low


def _range(voices: Sequence[_Voice]) -> tuple[int | None, str]:
    """No single figure unless all bounds meet."""
    if not voices:
        return None, "no deaths are mentioned"
    low, high = _total(voices, _low), _total(voices, _high, highest=True)
    return (low, "all claims agree") if low == high else (None, "claims leave a range")


def _low(report: CasualtyReport) -> int:
    return report.low or 0


def _high(report: CasualtyReport) -> int | None:
    return report.high


POLICIES: Mapping[str, Callable[[Sequence[_Voice]], tuple[int | None, str]]] = MappingProxyType(
    {"acled": _acled, "ucdp": _ucdp, "range": _range}
)
"""Every policy by name."""


def a_policy(instance: object, attribute: Attribute[str], value: object) -> None:
    """The validator of a field that names a policy.

    Raises:
        UnknownNameError: for a name of none.
    """
    if not isinstance(value, str) or value not in POLICIES:
        where = f"{type(instance).__name__}.{attribute.name}"
        raise UnknownNameError("no such policy", where=where, expected=" or ".join(POLICIES), got=value)


def figure(reports: Iterable[CasualtyReport], policy: str = "acled", outcome: Outcome = Outcome.KILLED) -> Figure:
    """Turn claims into one figure.

    Claims of one voice about people of different kinds add up; a count of "people" contains them; a toll to date
    stands for all that its voice said before; voices that count the same people conflict.

    Args:
        reports: all claims about one event.
        policy: ``acled`` (lowest figure stated, 3 for deaths without a number, 0 if nothing is said), ``ucdp``
            (figure of the first voice) or ``range`` (bounds only).
        outcome: which claims count.

    Returns:
        The figure with its bounds over all claims, its policy and its reason.

    Raises:
        UnknownNameError: for any other policy.

    Source: ACLED codebook, reported fatalities; UCDP GED codebook, low, best and high estimate.

    >>> claims = (
    ...     CasualtyReport(Outcome.KILLED, stated=8, low=8, high=8, source="police"),
    ...     CasualtyReport(Outcome.KILLED, stated=14, low=14, high=14, source="residents"),
    ... )
    >>> figure(claims).value, figure(claims, "range").value, figure((), "acled").value, figure((), "ucdp").value
    (8, None, 0, None)
    """
    known = POLICIES.get(policy)
    if known is None:
        raise UnknownNameError("no such policy", where="policy", expected=" or ".join(POLICIES), got=policy)
    voices = _voices(report for report in reports if report.outcome is outcome)
    value, reason = known(voices)
    if not voices:
        return Figure(value, None, None, policy, reason)
    return Figure(value, _total(voices, _low), _total(voices, _high, highest=True), policy, reason)
