"""Rows of the Global Terrorism Database as events."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange

from conflict_events.formats.gtd.columns import ATTACKS, BOMBS, FORCES, GTD, PRECISION, TAKEN
from conflict_events.formats.loaded import Loaded, opener
from conflict_events.formats.streams import Source
from conflict_events.formats.tables.cells import Cells
from conflict_events.formats.tables.foreign import reader
from conflict_events.formats.tables.numbers import whole_of
from conflict_events.model.actor import Actor
from conflict_events.model.casualty import CasualtyReport, Outcome, VictimRole
from conflict_events.model.country import Country
from conflict_events.model.errors import UnknownNameError
from conflict_events.model.event import Event
from conflict_events.model.evidence import Basis, Status
from conflict_events.model.kind import ActorKind
from conflict_events.model.place import Place
from conflict_events.model.taxonomy import SubEventType
from conflict_events.model.when import Grain, When

__all__ = ["load", "open_events"]

_TOLD = Basis(Status.INFERRED, reason="read from GTD's attack type, weapon and suicide columns")
_STAND_IN = Basis(
    Status.ABSENT, reason="GTD's attack type and weapon do not decide the sub-event type; one stands in, unwritten"
)
_GROUP = Basis(Status.INFERRED, reason="GTD does not tell the kind of a group")
_TARGET = Basis(Status.INFERRED, reason="read from the type and nationality of GTD's target")
_EXPLOSION, _CHEMICAL = 3, 2


def _type(row: Cells) -> tuple[SubEventType, Basis]:
    attack, weapon = whole_of(row.text("attacktype1")), whole_of(row.text("weaptype1"))
    if whole_of(row.text("suicide")) == 1:
        return SubEventType.SUICIDE_BOMB, _TOLD
    if weapon == _CHEMICAL:
        return SubEventType.CHEMICAL_WEAPON, _TOLD
    if attack == _EXPLOSION:
        found = BOMBS.get(whole_of(row.text("weapsubtype1")) or 0)
        return (SubEventType.REMOTE_EXPLOSIVE, _STAND_IN) if found is None else (found, _TOLD)
    if attack in ATTACKS:
        return ATTACKS[attack], _TOLD
    armed = whole_of(row.text("targtype1")) in FORCES
    return (SubEventType.ARMED_CLASH if armed else SubEventType.ATTACK), _STAND_IN


def _when(row: Cells) -> When | None:
    parts = (("iyear", 1000, 9999), ("imonth", 0, 12), ("iday", 0, 31))
    year, month, day = (row.whole(name, least, most, "when") for name, least, most in parts)
    if year is None or any(name == "when" for name, _ in row.bases):
        return None
    if not month:
        return When(dt.date(year, 1, 1), dt.date(year, 12, 31), Grain.YEAR)
    last = monthrange(year, month)[1]
    if not day:
        return When(dt.date(year, month, 1), dt.date(year, month, last), Grain.MONTH)
    if day > last:
        raw = f"{year}-{month}-{day}"
        row.trouble("iday", "date", "a day of the month", raw)
        row.bases.append(("when", Basis(Status.BROKEN, reason="the month has no such day", raw=raw)))
        return None
    return When.day(dt.date(year, month, day))


def _known(row: Cells, name: str) -> str:
    """A text, empty where GTD says that it is unknown."""
    text = row.text(name)
    return "" if text.casefold() == "unknown" else text


_NAMES = {
    "Bosnia-Herzegovina": "Bosnia and Herzegovina",
    "West Bank and Gaza Strip": "Palestine",
    "Swaziland": "eSwatini",
    "Macedonia": "North Macedonia",
    "People's Republic of the Congo": "Republic of Congo",
    "Slovak Republic": "Slovakia",
    "Vatican City": "Vatican City",
}
"""GTD's names of countries that are not ACLED's."""


def _country(name: str) -> Country | None:
    try:
        return Country.of(_NAMES.get(name, name)) if name else None
    except UnknownNameError:
        return None


def _where(row: Cells) -> Place | None:
    north, east = row.point("latitude", "longitude")
    city, province, told = _known(row, "city"), _known(row, "provstate"), _known(row, "country_txt")
    country = _country(told)
    name = city or province or (told if country is None else country.name)
    if not name and north is None:
        return None
    return Place(
        name,
        country=country,
        admin1=province or None,
        latitude=north,
        longitude=east,
        precision=PRECISION.get(whole_of(row.text("specificity")) or 0),
        feature=None if city or province else "A.PCLI",
    )


def _groups(row: Cells) -> tuple[Actor, ...]:
    names = (_known(row, name) for name in ("gname", "gname2", "gname3"))
    return tuple(Actor(name, ActorKind.REBEL_GROUP) for name in names if name)


def _target(row: Cells) -> Actor | None:
    country = _country(_known(row, "natlty1_txt"))
    pattern, kind = FORCES.get(whole_of(row.text("targtype1")) or 0, ("Civilians ({})", ActorKind.CIVILIANS))
    if not row.text("targtype1") or (country is None and pattern):
        return None
    name = pattern.format(country.name if country is not None else "") or _known(row, "corp1") or _known(row, "target1")
    return Actor(name, kind, country=country) if name else None


def _figure(row: Cells, name: str) -> int | None:
    """A number; -9 and -99 are unknown."""
    return None if row.text(name).removesuffix(".0") in ("-9", "-99") else row.whole(name, field_="casualties")


def _casualties(row: Cells) -> tuple[CasualtyReport, ...]:
    claims: list[CasualtyReport] = []
    for column, among, outcome in (
        ("nkill", "nkillter", Outcome.KILLED),
        ("nwound", "nwoundte", Outcome.INJURED),
        ("nhostkid", "", Outcome.ABDUCTED),
    ):
        number = _figure(row, column)
        if number is None or (number == 0 and outcome is Outcome.ABDUCTED):
            continue
        claims.append(CasualtyReport(outcome, stated=number, low=number, high=number))
        part = _figure(row, among) if among else None
        if part:
            whole = len(claims) - 1
            claims.append(
                CasualtyReport(
                    outcome, stated=part, low=part, high=part, side=1, role=VictimRole.ATTACKER, subset_of=whole
                )
            )
    return tuple(claims)


def _event(row: Cells) -> Event | None:
    sub, basis = _type(row)
    groups, target = _groups(row), _target(row)
    when, where, casualties = _when(row), _where(row), _casualties(row)
    bases = [("sub_event_type", basis), *row.bases]
    bases += [("actor1", _GROUP)] if groups else []
    bases += [("actor2", _TARGET)] if target is not None else []
    return Event(
        sub,
        when=when,
        where=where,
        actor1=groups[0] if groups else None,
        assoc_actor_1=groups[1:],
        actor2=target,
        casualties=casualties,
        sources=tuple(text for name in ("scite1", "scite2", "scite3") if (text := row.text(name))),
        notes=row.text("summary") or None,
        record_id=row.text("eventid").removesuffix(".0") or None,
        bases=bases,
        extras=row.rest(TAKEN if where is None or where.country is None else TAKEN | {"country", "country_txt"}),
    )


open_events = opener(reader("Global Terrorism Database", GTD, _event))


def load(source: Source, *, encoding: str | None = None, day_first: bool | None = None) -> Loaded:
    """Read a file of the Global Terrorism Database.

    Args:
        source: a path, ``-``, or an open stream: a workbook, or a table of text.
        encoding: of the text; None finds it.
        day_first: the order of day and month in ``resolution``, where the file does not show it.

    Raises:
        FormatError: if the columns are not GTD's.
    """
    with open_events(source, encoding=encoding, day_first=day_first) as stream:
        return stream.load()
