"""Rows of UCDP GED as events."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator
from typing import IO

from attrs import evolve

from conflict_events.formats.acled.values import split
from conflict_events.formats.csvio import Record
from conflict_events.formats.loaded import Found, Loaded, opener
from conflict_events.formats.streams import Source
from conflict_events.formats.tables.cells import Cells, Manner
from conflict_events.formats.tables.foreign import found_in, manner_of
from conflict_events.formats.tables.numbers import whole_of
from conflict_events.formats.tables.sheet import Sheet, open_sheet
from conflict_events.formats.ucdp_ged.columns import COLUMNS, GED, KEPT, WHERE_TO_ACLED
from conflict_events.formats.ucdp_ged.row import cells_of, text_of
from conflict_events.model.actor import Actor
from conflict_events.model.casualty import CasualtyReport, Outcome, VictimRole
from conflict_events.model.country import Country, country_named
from conflict_events.model.country_table import GW
from conflict_events.model.errors import FormatError
from conflict_events.model.event import Event
from conflict_events.model.evidence import Basis, Status
from conflict_events.model.kind import ActorKind
from conflict_events.model.place import Place
from conflict_events.model.taxonomy import SubEventType
from conflict_events.model.when import Grain, When

__all__ = ["event_of", "load", "open_events"]

_ACT = Basis(Status.ABSENT, reason="GED tells the type of violence, not the act; the sub-event type stands in for it")
_KIND = Basis(Status.INFERRED, reason="GED does not tell the kind of a side that is no government and not civilians")
_BY_NUMBER = {number: code for code, number in GW.items()}


def _country(row: Cells) -> Country | None:
    name = row.text("country")
    found = country_named(name)
    if found is None:
        code = _BY_NUMBER.get(whole_of(row.text("country_id")) or -1)
        found = None if code is None else Country.of(code)
    if found is None and name:
        row.trouble("country", "country", "a country", name)
    return found


def _where(row: Cells) -> Place | None:
    country = _country(row)
    north, east = row.point("latitude", "longitude")
    precision = row.whole("where_prec", 1, 7)
    name = row.text("where_coordinates") or ("" if country is None else country.name)
    if not name and north is None:
        return None
    return Place(
        name,
        country=country,
        admin1=row.text("adm_1") or None,
        admin2=row.text("adm_2") or None,
        latitude=north,
        longitude=east,
        precision=WHERE_TO_ACLED.get(precision or 0),
        ucdp_precision=precision,
        feature="A.PCLI" if precision == 6 else None,
    )


def _when(row: Cells) -> When | None:
    start, end = row.day("date_start"), row.day("date_end")
    if start is None or end is None:
        return None
    if end < start:
        row.trouble("date_end", "dates", "not before date_start", row.text("date_end"))
        raw = f"{start} {end}"
        row.bases.append(("when", Basis(Status.BROKEN, reason="date_end lies before date_start", raw=raw)))
        return None
    month = start.day == 1 and (end + dt.timedelta(days=1)).day == 1 and 28 <= (end - start).days + 1 <= 31
    return When(start, end, Grain.MONTH if month else Grain.DAY)


def _side(row: Cells, column: str, violence: int | None) -> Actor | None:
    name = row.text(column)
    if not name:
        return None
    if name == "Civilians":
        country = _country(Cells({key: row.raw.get(key, "") for key in ("country", "country_id")}, row.manner))
        return Actor(
            "Civilians" if country is None else f"Civilians ({country.name})", ActorKind.CIVILIANS, country=country
        )
    if name.startswith("Government of "):
        return Actor(name, ActorKind.STATE_FORCES, country=country_named(name.removeprefix("Government of ")))
    row.bases.append(("actor1" if column == "side_a" else "actor2", _KIND))
    return Actor(name, ActorKind.POLITICAL_MILITIA if violence == 2 else ActorKind.REBEL_GROUP)


_PARTS = (
    ("deaths_a", 1, VictimRole.UNKNOWN),
    ("deaths_b", 2, VictimRole.UNKNOWN),
    ("deaths_civilians", None, VictimRole.CIVILIAN),
    ("deaths_unknown", None, VictimRole.UNKNOWN),
)


def _casualties(row: Cells) -> tuple[CasualtyReport, ...]:
    best, low, high = row.whole("best"), row.whole("low"), row.whole("high")
    if low is not None and high is not None and low > high:
        row.trouble("low", "bounds", "low <= high", f"{low} > {high}")
        low = high = None
    if best is None and low is None and high is None:
        return ()
    claims = [CasualtyReport(Outcome.KILLED, stated=best, low=low, high=high)]
    for column, side, role in _PARTS:
        number = row.whole(column)
        if number:
            claims.append(CasualtyReport(Outcome.KILLED, stated=number, side=side, role=role, subset_of=0))
    return tuple(claims)


def _event(row: Cells) -> Event | None:
    violence = row.whole("type_of_violence", 1, 3)
    if violence is None:
        if not row.text("type_of_violence"):
            row.trouble("type_of_violence", "type", "1, 2 or 3", "")
        return None
    actor1, actor2 = _side(row, "side_a", violence), _side(row, "side_b", violence)
    where, when, casualties = _where(row), _when(row), _casualties(row)
    event = Event(
        SubEventType.ATTACK if violence == 3 else SubEventType.ARMED_CLASH,
        when=when,
        where=where,
        actor1=actor1,
        actor2=actor2,
        casualties=casualties,
        policy="ucdp",
        sources=split(row.text("source_article")),
        record_id=row.text("id") or None,
        bases=(("sub_event_type", _ACT), *row.bases),
    )
    return evolve(event, extras=tuple(_kept(row, event)))


def _kept(row: Cells, event: Event) -> Iterator[tuple[str, str]]:
    """What only UCDP can fill, columns that are not GED's, and each cell of which a writer would make another one."""
    own = cells_of(event)
    for name, raw in row.raw.items():
        said = row.text(name)
        made = text_of(own[name]) if name in own else ""
        if not name or (name.startswith("date_") and said and row.manner.days.read(said)[1] != "iso"):
            continue
        if (said and name not in own) or (made if not said else name in KEPT or made != raw):
            yield name, raw


def event_of(cells: dict[str, str]) -> Event | None:
    """The event of the cells of a row, None where it has none."""
    return _event(Cells(cells, Manner(GED)))


def _header(sheet: Sheet, where: str) -> tuple[tuple[str, ...], str]:
    """The columns, and what was assumed about them."""
    first = sheet.header
    if sheet.known:
        return GED.of(first, sheet.index), ""
    if (
        len(first) == len(COLUMNS)
        and (whole_of(first[0]) is not None or not first[0])
        and whole_of(first[5]) in (1, 2, 3)
    ):
        return COLUMNS, "no header row: the 49 columns are taken in the order of GED 23.1"
    expected = f"UCDP GED's columns, {GED.missing(first)} among them, or 49 cells without a header"
    raise FormatError("no UCDP GED file", where=where, expected=expected, got=",".join(first)[:200])


def _read(
    stream: IO[bytes],
    where: str,
    notices: list[str],
    *,
    encoding: str | None = None,
    day_first: bool | None = None,
) -> Iterator[Found]:
    with open_sheet(stream, where, GED.knows, encoding=encoding) as sheet:
        columns, notice = _header(sheet, where)
        notices += [*sheet.notices, *([notice] if notice else [])]
        top: Record = (1, sheet.head, [*sheet.header], "")
        manner = manner_of(sheet, columns, GED, day_first=day_first)
        records = itertools.chain([top], sheet.records) if notice else sheet.records
        yield from found_in(records, columns, manner, _event, notices)
        if sheet.others.get("NextPageUrl"):
            notices.append(f"one page of {sheet.others.get('TotalPages')}: the others are not in this file")


open_events = opener(_read)


def load(source: Source, *, encoding: str | None = None, day_first: bool | None = None) -> Loaded:
    """Read a GED or Candidate file: a table of text or a workbook.

    Args:
        source: a path, ``-``, or an open stream.
        encoding: of the text; None finds it.
        day_first: the order of day and month, where the file does not show it.

    Returns:
        The events, and what could not be read.

    Raises:
        FormatError: if the columns are not GED's.
    """
    with open_events(source, encoding=encoding, day_first=day_first) as stream:
        return stream.load()
