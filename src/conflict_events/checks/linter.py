"""Events and ACLED files against the codebook, row by row, in one pass."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import cast

from attrs import evolve

from conflict_events.checks.findings import Finding, Report
from conflict_events.checks.line import Line
from conflict_events.checks.rules import RULES
from conflict_events.formats.acled import Table, cell_text, open_rows
from conflict_events.formats.acled import dump as dump_acled
from conflict_events.formats.acled.cells import Manner, row_of
from conflict_events.formats.acled.layout import Layout
from conflict_events.formats.acled.row import Row
from conflict_events.formats.acled.tidy import tidy_row
from conflict_events.formats.streams import Source, Target, source_name
from conflict_events.model.errors import UnknownNameError
from conflict_events.model.event import Event

__all__ = ["ACROSS", "fix_file", "lint"]

ACROSS = {
    "id.double": "An id stands once (in monadic files, once for each actor).",
    "event.double": "No two events have the same day, place, type and actors: they may be one, coded twice.",
}
"""Rules that compare rows: id -> what it wants."""


class _Across:
    """What has been seen, to find ids and events that come twice. Keeps short digests, not rows."""

    def __init__(self, *, monadic: bool) -> None:
        self._monadic = monadic
        self._ids: dict[bytes, int] = {}
        self._events: dict[bytes, tuple[int, str]] = {}

    def look(self, number: int, cells: dict[str, str]) -> Iterator[Finding]:
        name = cells.get("event_id_cnty", "")
        actor = cells.get("actor1", "") if self._monadic else ""
        if name:
            first = self._ids.setdefault(_digest(name, actor), number)
            if first != number:
                yield Finding(number, name, "event_id_cnty", "id.double", "error", f"the id stands in row {first} too")
        parts = [cells.get(column, "") for column in ("event_date", "location", "sub_event_type", "actor1", "actor2")]
        if not all(parts[:4]) or self._monadic:
            return
        pair = sorted(parts[3:])
        key = _digest(*parts[:3], *pair, cells.get("latitude", ""), cells.get("longitude", ""))
        first, other = self._events.setdefault(key, (number, name))
        if first != number and other != name:
            why = f"same day, place, type and actors as {other or 'the event'} in row {first}: perhaps one event"
            yield Finding(number, name, "", "event.double", "warning", why)


def _digest(*parts: str) -> bytes:
    return hashlib.blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).digest()


def _findings(number: int, line: Line, skip: frozenset[str]) -> Iterator[Finding]:
    name = line.get("event_id_cnty")
    for rule in RULES:
        if rule.id not in skip:
            for seen in rule.look(line):
                safe = rule.safe and seen.fix is not None
                yield Finding(number, name, seen.column, rule.id, rule.severity, seen.why, seen.fix, safe)


def _of_row(row: Row, layout: Layout, skip: frozenset[str]) -> Iterator[Finding]:
    cells = tidy_row(row.cells, layout)
    name = cells.get("event_id_cnty", "")
    for problem in row.problems:
        why = f"expected {problem.expected}, got {problem.got!r}"
        yield Finding(row.number, name, problem.column, f"read.{problem.rule.partition('.')[2]}", "error", why)
    if len(row.cells) == len(layout.columns):
        broken = {problem.column for problem in row.problems}
        line = Line(cells, row.event, layout.dialect.digits, layout.days)
        yield from (found for found in _findings(row.number, line, skip) if found.column not in broken)


def _skipped(without: Iterable[str]) -> frozenset[str]:
    skip = frozenset(without)
    known = {rule.id for rule in RULES} | set(ACROSS)
    if skip - known:
        raise UnknownNameError(
            "no such rule", where="lint", expected=", ".join(sorted(known)), got=sorted(skip - known)
        )
    return skip


def _lint_rows(rows: Iterable[Row], layout: Layout, name: str, skip: frozenset[str]) -> Report:
    across = _Across(monadic="actor2" not in layout.columns)
    found: list[Finding] = []
    count = 0
    for row in rows:
        count += bool(row.cells or row.problems)
        found += _of_row(row, layout, skip)
        cells = tidy_row(row.cells, layout)
        found += (finding for finding in across.look(row.number, cells) if finding.rule not in skip)
    return Report(name, count, tuple(found))


def lint(
    what: Source | Iterable[Event],
    *,
    without: Iterable[str] = (),
    encoding: str | None = None,
    day_first: bool | None = None,
) -> Report:
    """Check an ACLED file of any era, or events.

    Args:
        what: a path or stream of an ACLED file, a ``Table``, or any events.
        without: ids of rules to leave out.
        encoding: of a file; None finds it.
        day_first: the order of day and month in a file that does not show it.

    Returns:
        The findings, row by row.

    Raises:
        FormatError: if the file is no ACLED file.
        UnknownNameError: for a rule that does not exist.

    >>> from conflict_events.model.taxonomy import SubEventType
    >>> [finding.rule for finding in lint([Event(SubEventType.ATTACK)]) if finding.severity == "error"]
    ['actor.civilians', 'date.given', 'date.given']
    """
    skip = _skipped(without)
    if isinstance(what, Table):
        return _lint_rows(what.rows, what.layout, "table", skip)
    if isinstance(what, str) or hasattr(what, "read") or hasattr(what, "__fspath__"):
        source = cast("Source", what)
        with open_rows(source, encoding=encoding, day_first=day_first) as reader:
            return _lint_rows(reader.rows, reader.layout, source_name(source), skip)
    across = _Across(monadic=False)
    found: list[Finding] = []
    number = 0
    for number, event in enumerate(what, 1):
        cells = {name: cell_text(value) for name, value in row_of(event, Manner(ascii=False)).items()}
        found += _findings(number, Line(cells, event), skip)
        found += (finding for finding in across.look(number, cells) if finding.rule not in skip)
    return Report("events", number, tuple(found))


def fix_file(
    source: Source,
    target: Target,
    *,
    without: Iterable[str] = (),
    encoding: str | None = None,
    day_first: bool | None = None,
) -> tuple[Finding, ...]:
    """Write a file with the safe fixes made; every other byte stays.

    Args:
        source: an ACLED file.
        target: where the fixed file goes; may be the source.
        without: ids of rules to leave out.
        encoding: of the source; None finds it.
        day_first: the order of day and month in a source that does not show it.

    Returns:
        The findings that were fixed.
    """
    skip = _skipped(without)
    fixed: list[Finding] = []
    with open_rows(source, encoding=encoding, day_first=day_first) as reader:
        layout = reader.layout

        def rows() -> Iterator[Row]:
            for row in reader.rows:
                yield _fixed(row, layout, skip, fixed)

        dump_acled(evolve(reader, rows=rows()), target)
    return tuple(fixed)


def _fixed(row: Row, layout: Layout, skip: frozenset[str], fixed: list[Finding]) -> Row:
    """The row with its safe fixes; again and again, because a fix of one column can make another one checkable."""
    for _ in range(4):
        changes: dict[str, str] = {}
        for finding in _of_row(row, layout, skip):
            if finding.safe and finding.fix is not None and finding.column not in changes:
                changes[finding.column] = finding.fix
                fixed.append(finding)
        if not changes:
            break
        row = row.recelled(changes, layout)
    return row
