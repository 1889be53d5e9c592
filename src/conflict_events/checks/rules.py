"""The rules of the linter as data: each with its id, what it wants, why, and the function that looks.

A rule sees one row as a ``Line``: its cells by ACLED's column names, and its event. It looks only at columns that the
file has.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator, Mapping

from attrs import frozen

from conflict_events.formats.acled.values import day_of, degrees_of, kind_of, sub_of, whole_of
from conflict_events.model.country import Country, countries
from conflict_events.model.event import Event
from conflict_events.model.kind import ActorKind, Interaction
from conflict_events.model.scale import SourceScale
from conflict_events.model.taxonomy import EventType, SubEventType

__all__ = ["RULES", "Line", "Rule", "Seen"]

NEAR_KM = 25.0
"""So far outside of its country's outline a point may lie: the outlines are of 1:50 million, and coasts are ragged."""


@frozen(slots=True)
class Seen:
    """What a rule saw."""

    column: str
    why: str
    fix: str | None = None


@frozen(slots=True)
class Line:
    """One row for the rules.

    Args:
        cells: by column, stripped.
        event: None where the row could not be read.
        digits: whether inter codes are numbers here.
        order: of day and month in days with slashes.
    """

    cells: Mapping[str, str]
    event: Event | None
    digits: bool = False
    order: str = ""

    def get(self, column: str) -> str:
        """The cell, blank where the file has no such column."""
        return self.cells.get(column, "")

    @property
    def sub(self) -> SubEventType | None:
        """The sub-event type, if the row names one."""
        return sub_of(self.get("sub_event_type"))

    @property
    def country(self) -> Country | None:
        """The country, if ACLED has one of this name."""
        return _countries().get(self.get("country"))


@functools.cache
def _countries() -> dict[str, Country]:
    return {country.name: country for country in countries()}


Look = Callable[[Line], Iterator[Seen]]


@frozen(slots=True, kw_only=True)
class Rule:
    """One rule.

    Args:
        id: by which it is named and left out.
        title: what it wants, one line.
        why: what the rule rests on.
        severity: ``error`` or ``warning``.
        safe: whether its fix follows from other columns of the row, so that ``--fix`` may write it.
        look: the function.
    """

    id: str
    title: str
    why: str
    severity: str
    safe: bool
    look: Look


def _same(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()


def _event_type(line: Line) -> Iterator[Seen]:
    if line.sub is not None and "event_type" in line.cells and line.get("event_type") != line.sub.event_type.value:
        right = line.sub.event_type.value
        yield Seen("event_type", f"{line.sub.value} is one of the {right}, not of {line.get('event_type')!r}", right)


def _disorder_type(line: Line) -> Iterator[Seen]:
    if line.sub is not None and "disorder_type" in line.cells:
        right = line.sub.disorder_type.value
        if line.get("disorder_type") != right:
            yield Seen("disorder_type", f"{line.sub.value} is {right}", right)


def _interaction(line: Line) -> Iterator[Seen]:
    one, two = kind_of(line.get("inter1")), kind_of(line.get("inter2"))
    given = line.get("interaction")
    if one is None or not given:
        return
    right = Interaction.of(one, two)
    if whole_of(given) == right.code or _folded(given) in (_folded(right.text), _folded(_plain(one, two))):
        return
    fix = str(right.code) if line.digits else right.text
    yield Seen("interaction", f"{line.get('inter1')} and {line.get('inter2') or 'nobody'} make {right.text}", fix)


def _plain(one: ActorKind, two: ActorKind | None) -> str:
    """The text in ascending order, without the exception of 78; both orders are seen."""
    if two is None:
        return f"{one.value} only"
    low, high = sorted((one, two), key=lambda kind: kind.code)
    return f"{low.value}-{high.value}"


def _folded(text: str) -> str:
    return re.sub(r"s\b", "", re.sub(r"\s*[-–]\s*", "-", text.casefold()))


_CROWDS = (
    ("Civilians (", ActorKind.CIVILIANS),
    ("Protesters (", ActorKind.PROTESTERS),
    ("Rioters (", ActorKind.RIOTERS),
)


def _kind_of_name(line: Line) -> Iterator[Seen]:
    for number in ("1", "2"):
        name, given = line.get(f"actor{number}"), kind_of(line.get(f"inter{number}"))
        for start, kind in _CROWDS:
            if name.startswith(start) and given is not None and given is not kind:
                fix = str(kind.code) if line.digits else kind.value
                yield Seen(f"inter{number}", f"{name} are {kind.value}, not {given.value}", fix)


_FORCES = re.compile(r"(?:Military|Police) Forces of (.+?) \(")


def _forces_abroad(line: Line) -> Iterator[Seen]:
    for number in ("1", "2"):
        found = _FORCES.match(line.get(f"actor{number}"))
        given = kind_of(line.get(f"inter{number}"))
        home = None if found is None else _countries().get(found[1])
        if home is None or line.country is None or given is None:
            continue
        kind = ActorKind.STATE_FORCES if home == line.country else ActorKind.EXTERNAL_OTHER
        if given is not kind and given in (ActorKind.STATE_FORCES, ActorKind.EXTERNAL_OTHER):
            fix = str(kind.code) if line.digits else kind.value
            why = f"forces of {home.name} in {line.country.name} are {kind.value}"
            yield Seen(f"inter{number}", why, fix)


def _no_kind(line: Line) -> Iterator[Seen]:
    for number in ("1", "2"):
        name, inter = line.get(f"actor{number}"), line.get(f"inter{number}")
        if f"inter{number}" not in line.cells:
            continue
        if name and kind_of(inter) is None:
            yield Seen(f"inter{number}", f"{name} has no readable kind ({inter!r})")
        if not name and kind_of(inter) is not None:
            yield Seen(f"actor{number}", f"there is a kind ({inter}) and no actor")


def _civilians_hit(line: Line) -> Iterator[Seen]:
    sub = line.sub
    if sub is None or sub.event_type is not EventType.VIOLENCE_AGAINST_CIVILIANS or "actor2" not in line.cells:
        return
    if kind_of(line.get("inter2")) is not ActorKind.CIVILIANS:
        country = line.get("country")
        yield Seen("actor2", f"{sub.value} has civilians as actor2", f"Civilians ({country})" if country else None)


def _two_sides(line: Line) -> Iterator[Seen]:
    if line.sub is None or line.sub.event_type is not EventType.BATTLES or "actor2" not in line.cells:
        return
    for column in ("actor1", "actor2"):
        if not line.get(column):
            yield Seen(column, "a battle has two armed sides")
    for number in ("1", "2"):
        kind = kind_of(line.get(f"inter{number}"))
        if kind in (ActorKind.CIVILIANS, ActorKind.PROTESTERS, ActorKind.RIOTERS):
            yield Seen(f"inter{number}", f"{kind.value} are no side of a battle")


def _crowd_first(line: Line) -> Iterator[Seen]:
    wanted = {EventType.PROTESTS: ActorKind.PROTESTERS, EventType.RIOTS: ActorKind.RIOTERS}
    kind = None if line.sub is None else wanted.get(line.sub.event_type)
    given = kind_of(line.get("inter1"))
    if kind is not None and given is not None and given is not kind:
        yield Seen("inter1", f"{line.sub.event_type.value if line.sub else ''} have {kind.value} as actor1")


def _intervention(line: Line) -> Iterator[Seen]:
    subs = (SubEventType.PROTEST_WITH_INTERVENTION, SubEventType.EXCESSIVE_FORCE)
    if line.sub in subs and "actor2" in line.cells and not line.get("actor2"):
        yield Seen("actor2", f"{line.get('sub_event_type')} names who intervened")


def _targeting(line: Line) -> Iterator[Seen]:
    if "civilian_targeting" not in line.cells or line.sub is None:
        return
    sub, given = line.sub, line.get("civilian_targeting")
    always = sub.event_type is EventType.VIOLENCE_AGAINST_CIVILIANS or sub is SubEventType.EXCESSIVE_FORCE
    if always and not given:
        yield Seen("civilian_targeting", f"{sub.value} always targets civilians", "Civilian targeting")
    if given and given.casefold() not in ("civilian targeting", "civilians targeted"):
        yield Seen("civilian_targeting", f"{given!r} is neither blank nor Civilian targeting")
    if given and sub.event_type in (EventType.BATTLES, EventType.STRATEGIC_DEVELOPMENTS):
        yield Seen("civilian_targeting", f"{sub.event_type.value} never target civilians", "")


def _depth(line: Line) -> Iterator[Seen]:
    precision, location = whole_of(line.get("geo_precision")), line.get("location")
    if precision is None or "location" not in line.cells:
        return
    if not location:
        yield Seen("location", "there is a precision and no location")
    elif precision in (1, 2) and _same(location, line.get("country")) and location not in _CITY_STATES:
        yield Seen("geo_precision", f"{location} is the country; that is no place of precision {precision}", "3")
    if precision in (1, 2) and location and not line.get("admin1") and not location.startswith("Coast of"):
        yield Seen("admin1", f"a place of precision {precision} lies in a known first-order division")
    if line.get("admin3") and not line.get("admin2"):
        yield Seen("admin2", "a third-order division lies in a second-order one")


_CITY_STATES = frozenset({"Singapore", "Monaco", "Gibraltar", "Vatican City", "Djibouti", "Luxembourg", "San Marino"})


def _coordinates(line: Line) -> Iterator[Seen]:
    for column, limit in (("latitude", 90), ("longitude", 180)):
        text = line.get(column)
        if text and degrees_of(text, limit) is None:
            yield Seen(column, f"{text!r} is no decimal degree within {limit}")
    if degrees_of(line.get("latitude"), 90) == 0 == degrees_of(line.get("longitude"), 180):
        yield Seen("latitude", "0, 0 is a point in the sea off Africa and most often a gap")


@functools.lru_cache(100_000)
def _km(country: str, latitude: float, longitude: float) -> tuple[float | None, str]:
    from conflict_events.atlas.outlines import km_outside

    own = km_outside(_countries()[country], latitude, longitude)
    if own is None or own <= NEAR_KM:
        return own, ""
    for change, point in (
        ("latitude and longitude are swapped", (longitude, latitude)),
        ("the latitude has the wrong sign", (-latitude, longitude)),
        ("the longitude has the wrong sign", (latitude, -longitude)),
    ):
        if abs(point[0]) <= 90 and km_outside(_countries()[country], *point) == 0:
            return own, change
    return own, ""


def _inside(line: Line) -> Iterator[Seen]:
    latitude, longitude = degrees_of(line.get("latitude"), 90), degrees_of(line.get("longitude"), 180)
    if line.country is None or latitude is None or longitude is None:
        return
    km, change = _km(line.country.name, latitude, longitude)
    if km is not None and km > NEAR_KM and not line.get("location").startswith("Coast of"):
        hint = f"; perhaps {change}" if change else ""
        yield Seen("latitude", f"the point lies {km:.0f} km outside of {line.country.name}{hint}")


def _country(line: Line) -> Iterator[Seen]:
    country = line.country
    if country is None:
        if line.get("country"):
            yield Seen("country", f"{line.get('country')!r} is no country of ACLED (since 2026 it may be a sea)")
        return
    if line.get("region") and line.get("region") != country.region.value:
        yield Seen("region", f"{country.name} is in {country.region.value}", country.region.value)
    if line.get("iso") and whole_of(line.get("iso")) != country.numeric:
        yield Seen("iso", f"{country.name} is {country.numeric}", str(country.numeric))
    if line.get("iso3") and line.get("iso3") != country.alpha_3:
        yield Seen("iso3", f"{country.name} is {country.alpha_3}", country.alpha_3)


def _year(line: Line) -> Iterator[Seen]:
    day, _ = day_of(line.get("event_date"), line.order)
    if day is not None and line.get("year") and whole_of(line.get("year")) != day.year:
        yield Seen("year", f"the date is of {day.year}", str(day.year))


def _date(line: Line) -> Iterator[Seen]:
    if "event_date" in line.cells and not line.get("event_date"):
        yield Seen("event_date", "every event has a date")
    if "time_precision" in line.cells and whole_of(line.get("time_precision")) not in (1, 2, 3):
        yield Seen("time_precision", f"{line.get('time_precision')!r} is not 1, 2 or 3")


_ON = re.compile(r"\b(On|Around) (\d{1,2}) ([A-Z][a-z]+) (\d{4})")


def _opening(line: Line) -> Iterator[Seen]:
    found = _ON.search(line.get("notes")[:200])
    day, _ = day_of(line.get("event_date"), line.order)
    if found is None or day is None:
        return
    told, _ = day_of(f"{found[2]} {found[3]} {found[4]}")
    if told is not None and told != day:
        yield Seen("event_date", f"the notes say {found[0]}", told.isoformat())
    elif (found[1] == "On") != (whole_of(line.get("time_precision")) == 1):
        yield Seen(
            "time_precision", f"the notes say {found[1]!r}, which is for {'1' if found[1] == 'On' else '2 and 3'}"
        )


def _deaths(line: Line) -> Iterator[Seen]:
    text = line.get("fatalities")
    if "fatalities" in line.cells and whole_of(text) is None:
        yield Seen("fatalities", f"{text!r} is no whole number of 0 or more")
    if line.sub is SubEventType.PEACEFUL_PROTEST and whole_of(text):
        yield Seen("fatalities", "nobody dies in a peaceful protest; look at the sub-event type")
    if line.event is not None:
        figure = line.event.fatalities
        low, high = figure.low, figure.high
        value = whole_of(text)
        if value is not None and ((low is not None and value < low) or (high is not None and value > high)):
            yield Seen(
                "fatalities",
                f"the claims leave {low if low is not None else 0} to {high if high is not None else 'open'}",
            )


_ID = re.compile(r"([A-Z]{3})\d+", re.ASCII)


def _id(line: Line) -> Iterator[Seen]:
    text = line.get("event_id_cnty")
    found = _ID.fullmatch(text)
    if "event_id_cnty" in line.cells and found is None:
        yield Seen("event_id_cnty", f"{text!r} is not three capitals and digits")
    elif (
        found is not None
        and line.get("event_id_no_cnty")
        and whole_of(text[3:]) != whole_of(line.get("event_id_no_cnty"))
    ):
        yield Seen("event_id_no_cnty", f"the digits of {text} are others", text[3:])


def _prefix(line: Line) -> Iterator[Seen]:
    found = _ID.fullmatch(line.get("event_id_cnty"))
    country = line.country
    if found is not None and country is not None and found[1] not in (country.prefix, country.alpha_3):
        yield Seen("event_id_cnty", f"ids of {country.name} begin with {country.prefix}")


def _crowd_size(line: Line) -> Iterator[Seen]:
    if "tags" not in line.cells or line.sub is None or line.sub.event_type not in (EventType.PROTESTS, EventType.RIOTS):
        return
    if "crowd size=" not in line.get("tags"):
        yield Seen("tags", "protests and riots carry a tag crowd size=...", None)


_SCALES = {scale.value for scale in SourceScale}


def _scale(line: Line) -> Iterator[Seen]:
    text = line.get("source_scale")
    parts = text.split("-") if text else []
    if text and (len(parts) > 2 or any(part not in _SCALES for part in parts)):
        yield Seen("source_scale", f"{text!r} is not one or two of ACLED's source scales")
    elif len(parts) == 2 and list(SourceScale).index(SourceScale(parts[0])) > list(SourceScale).index(
        SourceScale(parts[1])
    ):
        yield Seen("source_scale", "the two scales stand in the other order", f"{parts[1]}-{parts[0]}")


def _one_actor(line: Line) -> Iterator[Seen]:
    for column in ("actor1", "actor2"):
        if ";" in line.get(column):
            yield Seen(column, "one actor stands here; others belong to the associated actors")


def _rule(id: str, look: Look, title: str, why: str, severity: str = "error", *, safe: bool = False) -> Rule:  # noqa: A002
    return Rule(id=id, title=title, why=why, severity=severity, safe=safe, look=look)


RULES = (
    _rule(
        "type.event",
        _event_type,
        "The event type is the parent of the sub-event type.",
        "Codebook, event types.",
        safe=True,
    ),
    _rule(
        "type.disorder",
        _disorder_type,
        "The disorder type is the grandparent of the sub-event type.",
        "Codebook, disorder types; both at once only for excessive force.",
        safe=True,
    ),
    _rule(
        "kind.interaction",
        _interaction,
        "The interaction is made of the two inter codes.",
        "Codebook, interaction; 78 is written reversed, both orders are taken.",
        safe=True,
    ),
    _rule(
        "kind.crowd",
        _kind_of_name,
        "Civilians, protesters and rioters have their own kind.",
        "Codebook, actor names.",
        safe=True,
    ),
    _rule(
        "kind.abroad",
        _forces_abroad,
        "A state's forces are State forces at home and External/Other forces abroad.",
        "Codebook, actor types; rival and de facto governments are exceptions.",
        "warning",
    ),
    _rule("kind.missing", _no_kind, "Actor and inter code come together.", "Codebook, inter codes."),
    _rule(
        "actor.civilians",
        _civilians_hit,
        "Violence against civilians has civilians as actor2.",
        "Codebook, violence against civilians.",
    ),
    _rule("actor.battle", _two_sides, "A battle has two armed sides.", "Codebook, battles."),
    _rule(
        "actor.crowd",
        _crowd_first,
        "Protests and riots have the crowd as actor1.",
        "Codebook, protests and riots.",
        "warning",
    ),
    _rule(
        "actor.intervention", _intervention, "An intervention names who intervened.", "Codebook, protests.", "warning"
    ),
    _rule(
        "actor.single",
        _one_actor,
        "Actor1 and actor2 hold one actor each.",
        "The list separator stands only in list columns.",
    ),
    _rule(
        "civilians.targeting",
        _targeting,
        "Civilian targeting is set where the sub-event type says so.",
        "Codebook, civilian targeting.",
        safe=True,
    ),
    _rule(
        "place.depth",
        _depth,
        "The geo precision fits what is known of the place.",
        "Codebook, geo precision.",
        "warning",
    ),
    _rule("place.degrees", _coordinates, "Coordinates are decimal degrees.", "WGS 84."),
    _rule(
        "place.country",
        _inside,
        "The point lies in the stated country, or at most 25 km off.",
        "Natural Earth outlines, 1:50 million.",
        "warning",
    ),
    _rule(
        "country.codes",
        _country,
        "Region and ISO codes are those of the country.",
        "ACLED's country list; Kosovo is 0.",
        safe=True,
    ),
    _rule("date.year", _year, "The year is that of the date.", "Codebook.", safe=True),
    _rule("date.given", _date, "Date and time precision are given.", "Codebook, time precision."),
    _rule(
        "date.notes",
        _opening,
        "The notes open with the date, and with 'On' only for exact days.",
        "Codebook, notes.",
        "warning",
    ),
    _rule(
        "deaths.figure",
        _deaths,
        "Fatalities are a whole number that fits the claims and the type.",
        "Codebook, reported fatalities.",
    ),
    _rule("id.pattern", _id, "The id is three capitals and digits.", "Ids in ACLED's data."),
    _rule(
        "id.prefix",
        _prefix,
        "The id begins with the letters of the country.",
        "Ids in ACLED's data; some prefixes are not verified.",
        "warning",
    ),
    _rule("tags.crowd", _crowd_size, "Protests and riots carry a crowd size.", "Codebook, tags.", "warning"),
    _rule(
        "source.scale",
        _scale,
        "The source scale is one or two of the known ones, in their order.",
        "Values in ACLED's data.",
        "warning",
    ),
)
"""Rules that look at one row; those that compare rows are in ``rows``."""
