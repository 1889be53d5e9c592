"""How claims become one figure: named policies, and the figure keeps the name of its policy and its reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from attrs import frozen

from conflict_events.model.casualty import CasualtyReport, Outcome
from conflict_events.model.errors import UnknownNameError

__all__ = ["POLICIES", "Figure", "figure"]

VAGUE_ACLED = 3
"""ACLED's figure for deaths told without any number, outside of large operations (codebook, reported fatalities)."""


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


def _least(report: CasualtyReport) -> int:
    """The lowest figure that a claim's words carry."""
    if report.stated is not None and not (report.qualifier and report.low is None):
        return report.stated if report.low is None else min(report.stated, report.low)
    return report.low or 0


def _by_source(reports: Iterable[CasualtyReport]) -> list[list[CasualtyReport]]:
    """Claims of one voice together, in order of appearance; subsets of other claims left out."""
    groups: dict[str | None, list[CasualtyReport]] = {}
    for report in reports:
        if report.subset_of is None:
            groups.setdefault(report.source, []).append(report)
    return list(groups.values())


def _toll(group: list[CasualtyReport]) -> list[CasualtyReport]:
    """The claims of one voice that add up: its last toll to date stands for all that came before it."""
    last = max((i for i, report in enumerate(group) if report.cumulative), default=0)
    return group[last:] if group[last].cumulative else group


def _total(values: list[int | None]) -> int | None:
    """A sum in which one open bound opens the whole."""
    return None if None in values else sum(value for value in values if value is not None)


def _bounds(groups: list[list[CasualtyReport]]) -> tuple[int | None, int | None]:
    """Lowest low and highest high over the voices; an open bound stays open."""
    lows = [_total([report.low or 0 for report in _toll(group)]) for group in groups]
    highs = [_total([report.high for report in _toll(group)]) for group in groups]
    low = min((value for value in lows if value is not None), default=None)
    return low, (None if None in highs else max((value for value in highs if value is not None), default=None))


def _acled(groups: list[list[CasualtyReport]]) -> tuple[int, str]:
    """The lowest figure that anyone states; 3 where deaths are told and no number is; 0 where nothing is said."""
    if not groups:
        return 0, "no deaths are mentioned; ACLED writes 0"
    totals = []
    unnumbered = False
    for group in groups:
        total = 0
        for report in _toll(group):
            vague = report.stated is None and report.high is None and (report.low or 0) < VAGUE_ACLED
            unnumbered = unnumbered or vague
            total += VAGUE_ACLED if vague else _least(report)
        totals.append(total)
    if unnumbered:
        return min(totals), f"deaths without a number count as {VAGUE_ACLED}"
    if len(set(totals)) > 1:
        return min(totals), f"the lowest of the conflicting figures {', '.join(map(str, totals))}"
    return min(totals), "the lowest figure stated"


def _ucdp(groups: list[list[CasualtyReport]]) -> tuple[int | None, str]:
    """The best estimate: the figure of the voice named first; none where nobody gives a number."""
    if not groups:
        return None, "no deaths are mentioned"
    numbered = [r for r in _toll(groups[0]) if r.stated is not None or r.low is not None]
    if not numbered:
        return None, "deaths are told without a number"
    return sum(r.stated if r.stated is not None else (r.low or 0) for r in numbered), "the figure of the first voice"


def _range(groups: list[list[CasualtyReport]]) -> tuple[int | None, str]:
    """No single figure unless all bounds meet."""
    low, high = _bounds(groups) if groups else (None, None)
    if low is not None and low == high:
        return low, "all claims agree"
    return None, "claims leave a range" if groups else "no deaths are mentioned"


POLICIES: Mapping[str, Callable[[list[list[CasualtyReport]]], tuple[int | None, str]]] = MappingProxyType(
    {"acled": _acled, "ucdp": _ucdp, "range": _range}
)
"""Every policy by name."""


def figure(reports: Iterable[CasualtyReport], policy: str = "acled", outcome: Outcome = Outcome.KILLED) -> Figure:
    """Turn claims into one figure.

    Args:
        reports: all claims about one event.
        policy: ``acled`` (lowest figure stated, 3 for deaths without a number, 0 if nothing is said), ``ucdp``
            (figure of the first voice) or ``range`` (bounds only).
        outcome: which claims count.

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
    groups = _by_source(report for report in reports if report.outcome is outcome)
    value, reason = known(groups)
    low, high = _bounds(groups) if groups else (None, None)
    return Figure(value, low, high, policy, reason)
