"""What changed between two downloads of event data: events added, deleted and changed, and what that does to the toll.

Both files are brought into ACLED's current columns first, so a change of layout between the two is no change of
events; columns that one of the layouts does not have are not compared.
"""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from attrs import asdict, field, frozen

from conflict_events.formats.acled import COLUMNS, Table, cell_text, open_rows
from conflict_events.formats.acled.cells import Manner, row_of
from conflict_events.formats.acled.migrate import migrated
from conflict_events.formats.loss import LossLog
from conflict_events.formats.safe import defuse
from conflict_events.formats.streams import Source, source_name
from conflict_events.formats.tables.numbers import whole_of
from conflict_events.model.event import Event
from conflict_events.model.shown import shown

__all__ = ["Change", "Comparison", "FieldChange", "diff"]

_STAMP = COLUMNS.index("timestamp")
_DEAD = COLUMNS.index("fatalities")


@frozen(slots=True)
class FieldChange:
    """One column of one event, before and after."""

    column: str
    old: str
    new: str


@frozen(slots=True)
class Change:
    """One event that is new, gone or different."""

    kind: str
    """``added``, ``deleted`` or ``changed``."""
    event: str
    """Its id."""
    fatalities: int
    """By how much the toll grows through it; negative where it shrinks."""
    fields: tuple[FieldChange, ...] = ()
    what: str = ""
    """Day, sub-event type and place, for people."""


@frozen(slots=True)
class Comparison:
    """All changes from one file to another."""

    old: str
    new: str
    dialects: tuple[str, str]
    events: tuple[int, int]
    """Events before and after."""
    changes: tuple[Change, ...]
    touched: int = 0
    """Events of which only the timestamp changed."""
    compared: tuple[str, ...] = field(default=COLUMNS, repr=False)
    """Columns that both layouts have."""

    def of(self, kind: str) -> tuple[Change, ...]:
        """The changes of one kind."""
        return tuple(change for change in self.changes if change.kind == kind)

    @property
    def toll(self) -> dict[str, int]:
        """Net change of fatalities by cause: added, deleted and changed events, and in all."""
        by_cause = {
            kind: sum(change.fatalities for change in self.of(kind)) for kind in ("added", "deleted", "changed")
        }
        return {**by_cause, "net": sum(by_cause.values())}

    @property
    def fields(self) -> dict[str, int]:
        """Column -> in how many changed events it changed."""
        counts = Counter(change.column for one in self.changes for change in one.fields)
        return dict(counts.most_common())

    def text(self) -> str:
        """For people: counts, toll by cause, and one line for each event."""
        lines = [
            f"{self.old} ({self.dialects[0]}, {self.events[0]} events) -> {self.new} ({self.dialects[1]}, {self.events[1]} events)"
        ]
        missing = [column for column in COLUMNS if column not in self.compared]
        if missing:
            lines.append(f"not compared, because one layout lacks them: {', '.join(missing)}")
        toll = self.toll
        lines += [
            f"{kind:<8} {len(self.of(kind)):>7} events {toll[kind]:>+7} fatalities"
            for kind in ("added", "deleted", "changed")
        ]
        lines.append(f"{'net':<8} {self.events[1] - self.events[0]:>+7} events {toll['net']:>+7} fatalities")
        if self.touched:
            lines.append(f"{self.touched} more events have only a new timestamp")
        for change in self.changes:
            lines.append(f"{change.kind} {change.event}: {change.what} ({change.fatalities:+d} fatalities)")
            lines += [f"  {one.column}: {one.old!r} -> {one.new!r}" for one in change.fields]
        return "\n".join(map(shown, lines))

    def json(self) -> str:
        """One JSON object."""
        told = {
            "old": self.old,
            "new": self.new,
            "dialects": list(self.dialects),
            "events": list(self.events),
            "fatalities": self.toll,
            "fields": self.fields,
            "touched": self.touched,
            "not_compared": [column for column in COLUMNS if column not in self.compared],
            "changes": [asdict(change) for change in self.changes],
        }
        return json.dumps(told, indent=1)

    def table(self, *, spreadsheet_safe: bool = False) -> str:
        """CSV, one row for each changed field, and one for each event added or deleted.

        Args:
            spreadsheet_safe: put an apostrophe before cells that a spreadsheet would run as a formula.
        """
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(("kind", "event_id_cnty", "column", "old", "new", "fatalities"))
        for change in self.changes:
            for one in change.fields or (FieldChange("", "", ""),):
                cells = (change.kind, change.event, one.column, one.old, one.new, str(change.fatalities))
                writer.writerow(map(defuse, cells) if spreadsheet_safe else cells)
        return out.getvalue()


Rows = dict[str, tuple[str, ...]]


def _numbered(rows: Iterable[tuple[str, tuple[str, ...]]]) -> Rows:
    """Rows by id; the second row of one id (monadic files) is ``id#2``."""
    found: Rows = {}
    times: Counter[str] = Counter()
    for identity, cells in rows:
        times[identity] += 1
        found[identity if times[identity] == 1 else f"{identity}#{times[identity]}"] = cells
    return found


def _from_file(source: Source, **how: Any) -> tuple[Rows, str, set[str]]:
    with open_rows(source, **how) as reader:
        manner = Manner(ascii=False)
        rows = migrated(reader.rows, reader.layout, manner, LossLog("diff"))
        found = _numbered(
            (cell_text(row["event_id_cnty"]), tuple(_plain(row[name]) for name in COLUMNS)) for row in rows
        )
        columns = set(reader.layout.columns)
        if "sub_event_type" not in columns:
            columns -= {"event_type", "disorder_type", "civilian_targeting"}
        return found, reader.layout.dialect.name, columns


def _plain(value: str | float | None) -> str:
    """A cell for comparing: one blank, no trailing zeros."""
    text = cell_text(value).strip()
    if isinstance(value, str) and "." in text and text.replace(".", "", 1).lstrip("-").isdigit():
        return text.rstrip("0").rstrip(".")
    return text


def _from_events(events: Iterable[Event]) -> tuple[Rows, str, set[str]]:
    rows = (row_of(event, Manner(ascii=False)) for event in events)
    found = _numbered((str(row["event_id_cnty"]), tuple(map(_plain, row.values()))) for row in rows)
    return found, "events", set(COLUMNS)


def _read(what: Source | Iterable[Event], **how: Any) -> tuple[str, Rows, str, set[str]]:
    if isinstance(what, str) or hasattr(what, "read") or hasattr(what, "__fspath__"):
        return source_name(what), *_from_file(what, **how)  # type: ignore[arg-type]
    return ("table" if isinstance(what, Table) else "events"), *_from_events(what)


def _what(cells: tuple[str, ...]) -> str:
    row = dict(zip(COLUMNS, cells, strict=True))
    place = ", ".join(filter(None, (row["location"], row["country"])))
    return f"{row['event_date']} {row['sub_event_type'] or row['event_type']}, {place}"


def _changes(old: Rows, new: Rows, columns: list[int]) -> Iterator[Change | None]:
    """All changes; None for each event with nothing but a new timestamp."""
    for identity, cells in old.items():
        if identity not in new:
            yield Change("deleted", identity, -(whole_of(cells[_DEAD]) or 0), (), _what(cells))
            continue
        after = new[identity]
        if cells == after:
            continue
        fields = tuple(FieldChange(COLUMNS[i], cells[i], after[i]) for i in columns if cells[i] != after[i])
        if fields:
            dead = (whole_of(after[_DEAD]) or 0) - (whole_of(cells[_DEAD]) or 0)
            yield Change("changed", identity, dead, fields, _what(after))
        elif cells[_STAMP] != after[_STAMP]:
            yield None
    for identity, cells in new.items():
        if identity not in old:
            yield Change("added", identity, whole_of(cells[_DEAD]) or 0, (), _what(cells))


def diff(
    old: Source | Iterable[Event],
    new: Source | Iterable[Event],
    *,
    encoding: str | None = None,
    day_first: bool | None = None,
) -> Comparison:
    """Compare two downloads.

    Args:
        old: the earlier one: path or stream of an ACLED file of any era, a table, or events.
        new: the later one.
        encoding: of files; None finds it.
        day_first: the order of day and month in files that do not show it.

    Raises:
        FormatError: if a file is no ACLED file.

    >>> from conflict_events.model.taxonomy import SubEventType
    >>> diff([], [Event(SubEventType.GRENADE, record_id="KEN1")]).changes[0].kind
    'added'
    """
    old_name, old_rows, old_dialect, old_columns = _read(old, encoding=encoding, day_first=day_first)
    new_name, new_rows, new_dialect, new_columns = _read(new, encoding=encoding, day_first=day_first)
    compared = tuple(name for name in COLUMNS if name in old_columns and name in new_columns)
    columns = [number for number, name in enumerate(COLUMNS) if name in compared and number != _STAMP]
    found = list(_changes(old_rows, new_rows, columns))
    order = {"deleted": 0, "changed": 1, "added": 2}
    changes = sorted(
        (change for change in found if change is not None), key=lambda change: (order[change.kind], change.event)
    )
    return Comparison(
        old_name,
        new_name,
        (old_dialect, new_dialect),
        (len(old_rows), len(new_rows)),
        tuple(changes),
        found.count(None),
        compared,
    )
