"""A coded article as text that a person reads: each field, how it is known, the words and the rule behind it."""

from __future__ import annotations

from collections.abc import Iterator

from conflict_events.model.actor import Actor
from conflict_events.model.casualty import CasualtyReport
from conflict_events.model.coded import CodedArticle
from conflict_events.model.event import Event
from conflict_events.model.evidence import Basis, Evidence, Status
from conflict_events.model.mention import PlaceMention
from conflict_events.model.place import Place
from conflict_events.model.scope import Scope
from conflict_events.model.when import When

__all__ = ["explain"]

_INDENT = " " * 22
_CANDIDATES = 4
"""Readings shown of a place name."""

_COLOURS = {
    "head": "1",
    "quote": "36",
    "rule": "2",
    Status.KNOWN: "32",
    Status.INFERRED: "33",
    Status.ABSENT: "2",
    Status.BROKEN: "31",
}
"""Role -> SGR code."""


def explain(coded: CodedArticle, *, colour: bool = False) -> str:
    """Lay open a coding.

    Args:
        coded: result of ``code``.
        colour: with ANSI colours.

    Returns:
        Lines with a final line break: every event field by field, then what was not coded and why. Control
        characters of the article are written as escapes, so that no article can steer a terminal.

    >>> from conflict_events.model.article import Article
    >>> print(explain(CodedArticle(Article("Nothing happened.", published="2024-10-22"))), end="")
    Article of 2024-10-22: 0 events, deaths counted by policy acled
    """
    return "".join(f"{line}\n" for line in _Printer(colour).article(coded))


def _plain(text: str, limit: int = 160) -> str:
    """One line, no control characters, shortened."""
    line = " ".join(text.split())
    line = "".join(c if c.isprintable() else c.encode("unicode_escape", "replace").decode() for c in line)
    return line if len(line) <= limit else f"{line[:limit]}..."


def _when(when: When | None) -> str | None:
    if when is None:
        return None
    span = when.timex if when.days == 1 else f"{when.timex} ({when.start} to {when.end})"
    exact = "coarser than ACLED codes" if when.precision is None else f"time precision {when.precision}"
    return f"{span}, {exact}" + ("" if when.mod is None else f", {when.mod}")


def _where(place: Place | None) -> str | None:
    if place is None:
        return None
    chain = [
        place.name,
        place.admin3,
        place.admin2,
        place.admin1,
        None if place.country is None else place.country.name,
    ]
    text = ", ".join(dict.fromkeys(_plain(name) for name in chain if name))
    if place.latitude is not None and place.longitude is not None:
        text += f" ({place.latitude:.4f}, {place.longitude:.4f})"
    return text + (", no ACLED precision" if place.precision is None else f", geo precision {place.precision}")


def _who(actor: Actor | None) -> str | None:
    return None if actor is None else f"{_plain(actor.name)} [{actor.kind.value}]"


def _many(actors: tuple[Actor, ...]) -> str | None:
    return "; ".join(_who(actor) or "" for actor in actors) or None


def _claim(claim: CasualtyReport, index: int) -> str:
    """One claim: who was hurt how, the bounds, who says so."""
    high = "open" if claim.high is None else str(claim.high)
    low = "open" if claim.low is None else str(claim.low)
    parts = [f"{claim.outcome.value}, low {low}, high {high}"]
    if claim.stated is not None:
        parts.append(f"stated {claim.stated}")
    if claim.qualifier:
        parts.append(f"qualifier '{_plain(claim.qualifier)}'")
    if claim.victim:
        parts.append(f"of '{_plain(claim.victim)}' ({claim.role.value})")
    parts.append(f"says {_plain(claim.source)}" if claim.source else "says the article")
    if claim.cumulative is not None:
        parts.append("toll to date" if claim.cumulative else "new deaths")
    if claim.subset_of is not None:
        parts.append(f"part of claim {claim.subset_of + 1}")
    return f"claim {index + 1}: " + ", ".join(parts)


class _Printer:
    """Writes lines, with or without colour."""

    def __init__(self, colour: bool) -> None:  # noqa: FBT001 - one private call
        self.colour = colour

    def paint(self, text: str, role: str) -> str:
        return f"\x1b[{_COLOURS[role]}m{text}\x1b[0m" if self.colour else text

    def article(self, coded: CodedArticle) -> Iterator[str]:
        article = coded.article
        day = "without a day of publication" if article.published is None else f"of {article.published}"
        names = [_plain(name) for name in (article.title, article.source) if name]
        count = "1 event" if len(coded.events) == 1 else f"{len(coded.events)} events"
        head = ", ".join([f"Article {day}", *names])
        yield self.paint(f"{head}: {count}, deaths counted by policy {coded.policy}", "head")
        yield from self.table(coded.events)
        for number, event in enumerate(coded.events, 1):
            yield ""
            yield self.paint(
                f"Event {number} of {len(coded.events)}: {event.sub_event_type.value} ({_plain(event.id)})", "head"
            )
            yield from self.event(event, coded)
        parts = (
            ("Ordinary crime, left out (--scope all brings it)", self.crime(coded)),
            ("Not coded", self.rejections(coded)),
            ("Problems", self.problems(coded)),
        )
        for title, lines in parts:
            found = list(lines)
            if found:
                yield ""
                yield self.paint(title, "head")
                yield from found

    def table(self, events: tuple[Event, ...]) -> Iterator[str]:
        """One line an event."""
        for number, event in enumerate(events, 1):
            day = "no day" if event.when is None else event.when.timex
            place = "no place" if event.where is None else _plain(event.where.name, 28)
            sides = " > ".join(_plain(actor.name, 34) for actor in (event.actor1, event.actor2) if actor is not None)
            deaths = "-" if not event.casualties or event.fatalities.value is None else str(event.fatalities.value)
            yield f"{number:>4}  {day:<12}{event.sub_event_type.value:<37}{place:<32}{deaths:>5} dead  {sides}"

    def event(self, event: Event, coded: CodedArticle) -> Iterator[str]:
        types = f"{event.sub_event_type.value} < {event.event_type.value} < {event.disorder_type.value}"
        yield from self.field("sub_event_type", types, event.basis("sub_event_type"))
        if event.scope is not Scope.CONFLICT:
            yield from self.field("scope", event.scope.value, event.basis("scope"))
        yield from self.field("when", _when(event.when), event.basis("when"))
        yield from self.field("where", _where(event.where), event.basis("where"))
        yield from self.candidates(event.basis("where"), coded)
        yield from self.field("actor1", _who(event.actor1), event.basis("actor1"))
        yield from self.some("assoc_actor_1", _many(event.assoc_actor_1), event)
        yield from self.field("actor2", _who(event.actor2), event.basis("actor2"))
        yield from self.some("assoc_actor_2", _many(event.assoc_actor_2), event)
        if event.interaction is not None:
            yield self.row("interaction", f"{event.interaction.code} {event.interaction.text}")
        yield self.row("civilian_targeting", "yes" if event.civilian_targeting else "no")
        yield from self.casualties(event)
        sources, told = "; ".join(map(_plain, event.sources)) or None, event.basis("sources")
        if sources is not None or told.evidence:
            yield from self.field("sources", sources, told)
        yield from self.some("source_scale", None if event.source_scale is None else _plain(event.source_scale), event)
        yield from self.some("tags", "; ".join(map(_plain, event.tags)) or None, event)
        if event.notes:
            yield self.row("notes", _plain(event.notes, 400))

    def casualties(self, event: Event) -> Iterator[str]:
        if not event.casualties:
            yield from self.field("casualties", None, event.basis("casualties"))
        for index, claim in enumerate(event.casualties):
            yield self.row("casualties" if index == 0 else "", _claim(claim, index))
            yield from map(self.quote, claim.evidence)
        deaths = event.fatalities
        value = "no figure" if deaths.value is None else str(deaths.value)
        yield self.row("fatalities", f"{value}  ({deaths.policy}: {deaths.reason})")

    def field(self, name: str, value: str | None, basis: Basis) -> Iterator[str]:
        status = self.paint(
            basis.status.value + (f": {_plain(basis.reason, 240)}" if basis.reason else ""), basis.status
        )
        yield self.row(name, status if value is None else f"{value}  {status}")
        if basis.raw is not None:
            yield _INDENT + f"raw text '{_plain(basis.raw)}'"
        yield from map(self.quote, basis.evidence)

    def some(self, name: str, value: str | None, event: Event) -> Iterator[str]:
        """A field that most events do not have, and that is shown only where there is something to say."""
        basis = event.basis(name)
        if value is not None or basis.status is Status.BROKEN:
            yield from self.field(name, value, basis)

    def candidates(self, basis: Basis, coded: CodedArticle) -> Iterator[str]:
        """The other readings of the words that gave the place."""
        spans = {(evidence.start, evidence.end) for evidence in basis.evidence}
        for mention in coded.mentions:
            if not isinstance(mention, PlaceMention) or (mention.start, mention.end) not in spans:
                continue
            if len(mention.candidates) > 1:
                shown = [f"{_where(place)} {score:.2f}" for place, score in mention.candidates[:_CANDIDATES]]
                more = len(mention.candidates) - len(shown)
                yield _INDENT + "candidates: " + " | ".join(shown) + (f" | {more} more" if more else "")

    def crime(self, coded: CodedArticle) -> Iterator[str]:
        for event, line in zip(coded.crime, self.table(coded.crime), strict=True):
            basis = event.basis("scope")
            yield line
            yield _INDENT + _plain(basis.reason, 240)
            yield from map(self.quote, basis.evidence)

    def rejections(self, coded: CodedArticle) -> Iterator[str]:
        for rejection in coded.rejections:
            yield f"{self.quote(rejection.evidence, indent='  ')}: {_plain(rejection.reason, 240)}"

    def problems(self, coded: CodedArticle) -> Iterator[str]:
        for problem in coded.problems:
            yield f"  {_plain(problem.what, 240)}"
            if problem.evidence is not None:
                yield self.quote(problem.evidence)

    def row(self, name: str, value: str) -> str:
        return f"  {name:<20}{value}"

    def quote(self, evidence: Evidence, indent: str = _INDENT) -> str:
        words = self.paint(f'"{_plain(evidence.quote)}"', "quote")
        return f"{indent}{words} [{evidence.start}:{evidence.end}] {self.paint(_plain(evidence.rule), 'rule')}"
