"""One ACLED row as a typed event. Values that repeat (places, actors, days, lists) are made once and shared."""

from __future__ import annotations

import datetime as dt
import operator
from collections.abc import Callable, Sequence
from typing import Any

from conflict_events.formats.acled.layout import TYPED, Layout
from conflict_events.formats.acled.values import actor_of, kind_of, old_type_of, split, sub_of, when_of
from conflict_events.formats.problem import RowProblem
from conflict_events.formats.tables.blanks import blank
from conflict_events.formats.tables.days import FIRST_YEAR, PIVOT, Days, in_year, open_day
from conflict_events.formats.tables.names import NO_NAME
from conflict_events.formats.tables.numbers import degrees_of, whole_of
from conflict_events.model.actor import Actor
from conflict_events.model.casualty import CasualtyReport, Outcome
from conflict_events.model.country import Country, country_named
from conflict_events.model.event import Event
from conflict_events.model.evidence import Basis, Status
from conflict_events.model.kind import ActorKind
from conflict_events.model.place import Place
from conflict_events.model.scale import SourceScale
from conflict_events.model.taxonomy import SubEventType
from conflict_events.model.trusted import maker
from conflict_events.model.when import Grain, When

__all__ = ["Parser", "problems"]

_event = maker(Event)

_REMEMBERED = 50_000
"""Entries of each memory; a full one is emptied, so that reading stays within bounds."""

_BESIDE = Basis(
    Status.INFERRED,
    reason="ACLED gives no inter code of associated actors: the kind is read from the name, "
    "or taken from the main actor beside which they stand",
)
_SPAN = Basis(Status.INFERRED, reason="time_precision 2 or 3: the date stands for the week or month around it")
_UNDECIDED = Basis(
    Status.ABSENT, reason="the file names only the event type; the sub-event type stands in for it and is not written"
)
_BY_TYPE = Basis(Status.INFERRED, reason="the file names only the event type, which has this one successor")

Trouble = tuple[str, str, str, str]
"""Column, rule, expected, raw text."""
Troubles = tuple[Trouble, ...]
Bases = tuple[tuple[str, Basis], ...]


def _broken(trouble: Trouble) -> Basis:
    column, rule, expected, raw = trouble
    return Basis(Status.BROKEN, reason=f"{column}: {rule}, expected {expected}", raw=raw)


class _Memory(dict[Any, Any]):
    """Values by the cells they come from, each made once."""

    def __init__(self, make: Callable[[Any], Any]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: Any) -> Any:
        if len(self) >= _REMEMBERED:
            self.clear()
        value = self[key] = self._make(key)
        return value


def _said(text: str) -> str:
    """A cell of a column in which no name stands, empty where it says nothing."""
    text = text.strip()
    return "" if blank(text) else text


def _named(text: str, blanks: frozenset[str] | None = None) -> str:
    """A cell of a column of names, empty where it says nothing; else as it stands."""
    return "" if blank(text.strip(), blanks) else text


def _number(text: str) -> str:
    """A cell of a column of numbers, without a point where it is a whole one."""
    text = _said(text)
    number = whole_of(text)
    return text if number is None else str(number)


def _day(days: Days) -> Callable[[tuple[str, str, str]], tuple[When | None, Bases, Troubles]]:
    """Maker of days from the cells event_date, time_precision and year."""

    def make(key: tuple[str, str, str]) -> tuple[When | None, Bases, Troubles]:
        text, precision_text, year_text = map(_said, key)
        year = whole_of(year_text)
        if not text:
            if year is None or not FIRST_YEAR <= year <= 9999 or precision_text:
                return None, (), ()
            return When(dt.date(year, 1, 1), dt.date(year, 12, 31), Grain.YEAR), (("when", _YEAR),), ()
        told, manner = days.read(text)
        day = None if told is None else in_year(told, manner, year)
        precision = whole_of(precision_text) if precision_text else 1
        if day is not None and precision in (1, 2, 3):
            base = _MANNERS.get(manner) if year is None else None
            if base is None and open_day(text):
                base = _ORDER
            if precision != 1:
                base = _SPAN
            return when_of(day, precision), () if base is None else (("when", base),), ()
        trouble = ("time_precision", "acled.time-precision", "1, 2 or 3", precision_text)
        if told is None:
            trouble = ("event_date", "acled.date", "a full date such as 2024-11-01 or 01 November 2024", text)
        elif day is None:
            trouble = ("event_date", "acled.date", f"a day of {year_text or 'a year of four digits'}", text)
        raw = f"{text} {precision_text}".strip()
        return None, (("when", _broken((*trouble[:3], raw))),), (trouble,)

    return make


_YEAR = Basis(Status.INFERRED, reason="the date is blank, the year is not")
_ORDER = Basis(Status.INFERRED, reason="day and month could be mixed up; other rows of the file show their order")
_MANNERS = {
    "serial": Basis(Status.INFERRED, reason="a spreadsheet's number of days, counted from 1900"),
    "short": Basis(Status.INFERRED, reason=f"the year has two digits; {PIVOT} and more are of the 20th century"),
}
"""By the manner of a day without a year beside it."""


def _country(name: str) -> Country | None:
    return country_named(name) if len(name) > 3 else None


Told = tuple[Place | None, Bases, Troubles, tuple[tuple[str, str], ...]]


def _where_of(blanks: frozenset[str]) -> Callable[[Sequence[str]], Told]:
    """Maker of places from the cells of ``_WHERE``, the five names first."""

    def make(key: Sequence[str]) -> Told:
        names = (_named(text.strip(), blanks) for text in key[:5])
        return _place((*names, *map(_said, key[5:])))

    return make


def _place(key: Sequence[str]) -> Told:
    """A place; a country that nobody knows (a sea, since 2026) goes to the extras with its iso and region."""
    country_name, admin1, admin2, admin3, location, north, east, precision_text, iso, region = key
    if not any(key[:8]):
        return None, (), (), ()
    country = _country(country_name)
    unknown = (
        ()
        if country is not None or not country_name
        else (
            tuple((name, text) for name, text in (("country", country_name), ("iso", iso), ("region", region)) if text)
        )
    )
    troubles: list[Trouble] = []
    latitude, longitude = degrees_of(north, 90), degrees_of(east, 180)
    if (latitude is None or longitude is None) and (north or east):
        column, text = ("latitude", north) if latitude is None else ("longitude", east)
        troubles.append((column, "acled.coordinate", "decimal degrees", text))
        latitude = longitude = None
    precision = whole_of(precision_text)
    if precision not in (1, 2, 3):
        if precision_text:
            troubles.append(("geo_precision", "acled.geo-precision", "1, 2 or 3", precision_text))
        precision = None
    alone = bool(country_name) and not location and latitude is None
    place = Place(
        country_name if alone else location,
        country=country,
        admin1=admin1 or None,
        admin2=admin2 or None,
        admin3=admin3 or None,
        latitude=latitude,
        longitude=longitude,
        precision=precision,
        feature="A.PCLI" if alone else None,
    )
    return place, tuple(("where", _broken(trouble)) for trouble in troubles[:1]), tuple(troubles), unknown


def _side(
    number: int, blanks: frozenset[str]
) -> Callable[[tuple[str, str, str]], tuple[Actor | None, tuple[Actor, ...], Bases, Troubles]]:
    """Maker of one side from the cells actor, inter and assoc_actor."""
    main, inter_column, beside = f"actor{number}", f"inter{number}", f"assoc_actor_{number}"

    def make(key: tuple[str, str, str]) -> tuple[Actor | None, tuple[Actor, ...], Bases, Troubles]:
        name, others = (_named(text.strip(), blanks) for text in key[::2])
        inter = _said(key[1])
        kind = kind_of(inter)
        actor = actor_of(name, kind) if name else None
        bases: Bases = ()
        troubles: Troubles = ()
        if name and (actor is None or (kind is None and inter)):
            trouble = (inter_column, "acled.inter", "one of the eight kinds", inter)
            bases, troubles = ((main, _broken((*trouble[:3], f"{name} [{inter}]"))),), (trouble,)
        near = ActorKind.CIVILIANS if actor is None else actor.kind
        assoc = tuple(found for part in split(others) if (found := actor_of(part, None, near)) is not None)
        return actor, assoc, (*bases, (beside, _BESIDE)) if assoc else bases, troubles

    return make


def _deaths(text: str) -> tuple[tuple[CasualtyReport, ...], Bases, Troubles]:
    """The figure as one claim with no upper bound. ACLED's 0 is no claim: it stands for none and for unknown."""
    text = _said(text)
    if not text:
        return (), (("fatalities", _BLANK_DEATHS),), ()
    number = whole_of(text)
    if number is None:
        trouble = ("fatalities", "acled.fatalities", "a whole number of 0 or more", text)
        return (), (("fatalities", _broken(trouble)),), (trouble,)
    return ((CasualtyReport(Outcome.KILLED, stated=number, low=number),) if number else ()), (), ()


_BLANK_DEATHS = Basis(Status.ABSENT, reason="the cell is blank")


def _scale(text: str) -> SourceScale | str | None:
    text = _said(text)
    return (SourceScale(text) if text in _SCALES else text) or None


_SCALES = frozenset(scale.value for scale in SourceScale)


def _type(key: tuple[str, str, str]) -> tuple[SubEventType | None, Bases, Troubles]:
    """From sub-event type, event type and inter1; files before 2018, and what became of them, name no sub-event type."""
    text, event_type, inter = map(_said, key)
    if text:
        found = sub_of(text)
        if found is not None:
            return found, (), ()
        return None, (), (("sub_event_type", "acled.sub-event-type", "one of the 25 sub-event types", text),)
    found, decided = old_type_of(event_type, kind_of(inter))
    if found is None:
        return None, (), (("event_type", "acled.event-type", "an event type of ACLED", event_type),)
    return found, (("sub_event_type", _BY_TYPE if decided else _UNDECIDED),), ()


def _list(blanks: frozenset[str]) -> Callable[[str], tuple[str, ...]]:
    return lambda text: split(_named(text, blanks))


_WHERE = "country admin1 admin2 admin3 location latitude longitude geo_precision iso region".split()
_REST = (
    "event_id_cnty event_date time_precision year actor1 inter1 assoc_actor_1 actor2 inter2 assoc_actor_2 "
    "source source_scale notes fatalities tags"
).split()


class Parser:
    """Makes events of the rows of one layout.

    >>> from conflict_events.formats.acled.layout import recognise
    >>> from conflict_events.formats.acled.dialects import DIALECTS
    >>> parser = Parser(recognise(DIALECTS["current"].header, [], "x"))
    >>> event, troubles = parser.parse(["ABC1"] + [""] * 5 + ["Grenade"] + [""] * 24)
    >>> event.event_type.value, event.where, troubles
    ('Explosions/Remote violence', None, ())
    """

    def __init__(self, layout: Layout) -> None:
        columns = layout.columns
        self._width = len(columns)
        index = {name: number for number, name in enumerate(columns)}

        def at(*names: str) -> Callable[[list[str]], Any]:
            return operator.itemgetter(*(index.get(name, len(columns)) for name in names))

        self._rest, self._where = at(*_REST), at(*_WHERE)
        self._type, self._types = at("sub_event_type", "event_type", "inter1"), _Memory(_type)
        self._padded = not {*_REST, *_WHERE, "sub_event_type", "event_type"} <= set(columns)
        known = {*_WHERE, *_REST, "event_type", "sub_event_type", "disorder_type"}
        known |= {"interaction", "civilian_targeting", NO_NAME}
        self._extras = tuple(
            (name, number, name not in TYPED and not name.startswith("population_"))
            for name, number in index.items()
            if name not in known
        )
        blanks = self._blanks = layout.blanks
        self._days, self._deaths = _Memory(_day(layout.days)), _Memory(_deaths)
        self._places = _Memory(_where_of(blanks))
        self._side1, self._side2 = _Memory(_side(1, blanks)), _Memory(_side(2, blanks))
        self._lists, self._scales = _Memory(_list(blanks)), _Memory(_scale)

    def parse(self, cells: list[str]) -> tuple[Event | None, Troubles]:
        """The event of a row, None where its type cannot be read or the number of cells is wrong; and all trouble."""
        if len(cells) != self._width:
            return None, (("", "acled.cells", f"{self._width} cells", f"{len(cells)} cells"),)
        extras = tuple(
            [
                (name, text)
                for name, number, free in self._extras
                if (text := cells[number]) and (free or text.isdigit() or (text := _number(text)))
            ]
        )
        if self._blanks:
            extras = tuple([(name, text) for name, text in extras if not blank(text.strip(), self._blanks)])
        if self._padded:
            cells = [*cells, ""]
        record_id, date, exact, year, name1, kind1, beside1, name2, kind2, beside2, source, scale, notes, dead, tags = (
            self._rest(cells)
        )
        sub, type_bases, trouble = self._types[self._type(cells)]
        if sub is None:
            return None, trouble
        when, when_bases, when_trouble = self._days[date, exact, year]
        where, where_bases, where_trouble, unknown = self._places[self._where(cells)]
        actor1, assoc1, bases1, trouble1 = self._side1[name1, kind1, beside1]
        actor2, assoc2, bases2, trouble2 = self._side2[name2, kind2, beside2]
        casualties, death_bases, death_trouble = self._deaths[dead]
        event = _event(
            sub,
            when=when,
            where=where,
            actor1=actor1,
            assoc_actor_1=assoc1,
            actor2=actor2,
            assoc_actor_2=assoc2,
            casualties=casualties,
            sources=self._lists[source],
            source_scale=self._scales[scale],
            notes=(notes if len(notes) > 9 else _named(notes, self._blanks)) or None,
            tags=self._lists[tags],
            record_id=(record_id if record_id[-1:].isdigit() else _named(record_id)) or None,
            bases=type_bases + when_bases + where_bases + bases1 + bases2 + death_bases,
            extras=extras + unknown,
        )
        return event, trouble + when_trouble + where_trouble + trouble1 + trouble2 + death_trouble


def problems(number: int, troubles: Troubles) -> tuple[RowProblem, ...]:
    """The trouble of one row as findings."""
    return tuple(RowProblem(number, column, rule, expected, got[:200]) for column, rule, expected, got in troubles)
