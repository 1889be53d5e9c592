"""Which parts of an event an ACLED row cannot hold."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator

from conflict_events.formats.acled.cells import Cell, Manner, cell_text
from conflict_events.formats.acled.dialects import Dialect
from conflict_events.formats.acled.layout import ALIASES, Layout
from conflict_events.formats.acled.parse import Parser
from conflict_events.formats.differences import Note, with_differences
from conflict_events.formats.loss import LossKind, LossLog
from conflict_events.model.actor import Actor
from conflict_events.model.casualty import CasualtyReport, Outcome
from conflict_events.model.event import Event
from conflict_events.model.place import Place
from conflict_events.model.when import When

__all__ = ["losses_of", "note_losses"]

_NO_COLUMN = "ACLED has no column for it"
_REQUIRED = (
    "event_date time_precision actor1 country location latitude longitude geo_precision source notes fatalities"
).split()
"""Cells that are never blank in ACLED's data and that depend on what was found."""


def _actors(event: Event) -> Iterator[Note]:
    sides: tuple[tuple[str, tuple[Actor, ...]], ...] = (
        ("actor1", () if event.actor1 is None else (event.actor1,)),
        ("assoc_actor_1", event.assoc_actor_1),
        ("actor2", () if event.actor2 is None else (event.actor2,)),
        ("assoc_actor_2", event.assoc_actor_2),
    )
    for name, actors in sides:
        for part in ("country", "active_from", "active_to", "aliases", "mentions", "id"):
            if any(getattr(actor, part) not in (None, ()) for actor in actors):
                yield f"{name}.{part}", LossKind.LOST, _NO_COLUMN
        if name.startswith("assoc") and actors:
            yield f"{name}.kind", LossKind.LOST, "only the main actors have an inter column"
        if name.startswith("assoc") and any(";" in actor.name for actor in actors):
            yield name, LossKind.CHANGED, "the semicolon separates names, so one inside a name becomes a comma"


def _when(when: When | None) -> Iterator[Note]:
    if when is None:
        return
    if when.precision is None:
        yield "when", LossKind.LOST, "ACLED codes no time coarser than a month"
    elif when.days > 1:
        yield "when", LossKind.CHANGED, "one day stands for the week or month; only time_precision tells"
    for part in ("mod", "label"):
        if getattr(when, part) is not None:
            yield f"when.{part}", LossKind.LOST, _NO_COLUMN


def _where(where: Place | None) -> Iterator[Note]:
    if where is None:
        return
    if where.is_country and where.latitude is not None:
        yield "where", LossKind.LOST, "a country alone is no location, so its point is not written"
    for part in ("ucdp_precision", "feature", "geonameid"):
        if getattr(where, part) is not None:
            yield f"where.{part}", LossKind.LOST, _NO_COLUMN
    if any(value is not None and abs(value - round(value, 4)) > 1e-9 for value in (where.latitude, where.longitude)):
        yield "where.latitude", LossKind.CHANGED, "coordinates are written with four decimals"


def _casualties(reports: tuple[CasualtyReport, ...], policy: str) -> Iterator[Note]:
    killed = [report for report in reports if report.outcome is Outcome.KILLED]
    for outcome in sorted({report.outcome.value for report in reports} - {Outcome.KILLED.value}):
        yield f"casualties.{outcome}", LossKind.LOST, "ACLED counts deaths only"
    if len(killed) > 1:
        yield "casualties", LossKind.CHANGED, "several claims become one figure by the policy"
    elif killed and (killed[0].low, killed[0].high) != (killed[0].stated, killed[0].stated):
        yield "casualties", LossKind.CHANGED, "the bounds of the claim become one figure by the policy"
    for part in ("qualifier", "victim", "side", "source", "cumulative", "subset_of", "evidence"):
        if any(getattr(report, part) not in (None, ()) for report in killed):
            yield f"casualties.{part}", LossKind.LOST, _NO_COLUMN
    if policy != "acled":
        yield "policy", LossKind.CHANGED, "the policy is named in the notes"


def _whole(event: Event, row: dict[str, Cell], manner: Manner) -> Iterator[Note]:
    for column in _REQUIRED:
        if row.get(column) in ("", None) and column in row:
            yield column, LossKind.BLANK, "not known; ACLED leaves it blank in no row"
    if event.bases:
        yield "bases", LossKind.LOST, "status, reason and evidence of the values have no column"
    for name, values in (("sources", event.sources), ("tags", event.tags)):
        if any(";" in value for value in values):
            yield name, LossKind.CHANGED, "the semicolon separates values, so one inside a value becomes a comma"
    written = {*row}
    for key, _ in event.extras:
        if key not in written:
            yield f"extras.{key}", LossKind.LOST, "the layout has no such column"
    missing = {"disorder_type", "sub_event_type", "tags", "source_scale"} - written
    for column in sorted(missing):
        if getattr(event, column) not in (None, ()):
            yield column, LossKind.LOST, f"the layout {manner.dialect.name} has no such column"


def _text(event: Event, manner: Manner) -> Iterator[Note]:
    texts = (event.notes, None if event.where is None else event.where.name, *(a.name for a in _all_actors(event)))
    if manner.ascii and any(text is not None and not text.isascii() for text in texts):
        yield "text", LossKind.CHANGED, "letters beyond ASCII are written in plain letters"
    if event.notes is not None and not event.notes.isprintable() and "\n" in event.notes:
        yield "notes", LossKind.CHANGED, "line breaks become spaces"


def _all_actors(event: Event) -> tuple[Actor, ...]:
    main = tuple(actor for actor in (event.actor1, event.actor2) if actor is not None)
    return (*main, *event.assoc_actor_1, *event.assoc_actor_2)


def losses_of(event: Event, row: dict[str, Cell], manner: Manner) -> Iterator[Note]:
    """What this row does not say of its event: field, kind of loss, reason."""
    notes = itertools.chain(
        _whole(event, row, manner),
        _text(event, manner),
        _when(event.when),
        _where(event.where),
        _actors(event),
        _casualties(event.casualties, event.policy),
    )
    again, _ = _parser(manner.dialect).parse([cell_text(cell) for cell in row.values()])
    yield from with_differences(notes, event, again, "ACLED")


@functools.lru_cache(16)
def _parser(dialect: Dialect) -> Parser:
    columns = tuple(ALIASES.get(name, name) for name in dialect.columns)
    return Parser(Layout(dialect, (), dialect.header, columns))


def note_losses(event: Event, row: dict[str, Cell], manner: Manner, log: LossLog) -> None:
    """Count and list what this row does not say of its event."""
    log.wrote()
    name = event.id
    for part, kind, reason in losses_of(event, row, manner):
        log.add(name, part, kind, reason)
