"""Invented ACLED files of every era, the same for the same seed. No row, place or group in them is real."""

from __future__ import annotations

import csv
import datetime as dt
import io
import random
from collections.abc import Iterator
from pathlib import Path

from conflict_events.formats.acled.cells import MONTHS, OLD_EVENT_TYPES
from conflict_events.formats.acled.dialects import dialect as find_dialect
from conflict_events.model.country import Country
from conflict_events.model.country_table import GW
from conflict_events.model.kind import ActorKind, Interaction
from conflict_events.model.taxonomy import CROWDS, EventType, SubEventType

__all__ = ["acled_file", "acled_rows", "write_acled_file"]

_MIDDLES = {
    "MLI": (17.0, -3.5),
    "KEN": (0.8, 37.9),
    "COL": (4.0, -72.5),
    "IND": (22.5, 79.0),
    "UKR": (49.0, 31.5),
    "PHL": (16.5, 121.1),
    "SDN": (15.0, 30.0),
    "YEM": (15.6, 47.5),
    "HTI": (19.0, -72.3),
    "MMR": (21.5, 96.0),
    "XKX": (42.6, 20.9),
    "CIV": (7.5, -5.5),
}
"""Countries and a point well within each; the invented places lie around it."""
_SYLLABLES = "ba ko ri ta nu mel sha do ga li ven tor ash pel mi ru kan so del ori".split()
_OUTLETS = (
    "Radio Tamvik",
    "The Keldar Courier",
    "Anbara News",
    "Sorin Daily",
    "Undisclosed Source",
    "Velo TV (Tamvik)",
)
_SCALES = ("National", "Subnational", "Local partner-Other", "Other-National", "New media", "International")
_ARMED = (ActorKind.STATE_FORCES, ActorKind.REBEL_GROUP, ActorKind.POLITICAL_MILITIA, ActorKind.IDENTITY_MILITIA)
_ACTS = (
    "forces exchanged fire",
    "shells landed near the market, which was closed",
    "armed men stopped a bus, then left",
    "people marched to the town hall, calling for water",
    "a house was set on fire",
)


def _word(random_: random.Random) -> str:
    return "".join(random_.choices(_SYLLABLES, k=random_.randint(2, 4))).capitalize()


class _World:
    """The invented places and groups of one seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 - no secret is made
        self.countries = [Country.of(code) for code in _MIDDLES]
        self.places = {country.name: [self._place(country.alpha_3) for _ in range(400)] for country in self.countries}
        self.groups = {country.name: [self._group(country.name) for _ in range(25)] for country in self.countries}

    def _place(self, code: str) -> tuple[str, ...]:
        pick = self.random
        town, admin1, admin2 = _word(pick), _word(pick), _word(pick)
        location = pick.choice((town, town, f"{town} - {_word(pick)}", f"Coast of {admin1}"))
        north, east = _MIDDLES[code]
        latitude, longitude = f"{north + pick.uniform(-0.3, 0.3):.4f}", f"{east + pick.uniform(-0.3, 0.3):.4f}"
        admin3 = pick.choice(("", _word(pick)))
        return admin1, admin2, admin3, location, _trimmed(latitude), _trimmed(longitude)

    def _group(self, country: str) -> tuple[str, ActorKind]:
        pick = self.random
        kind = pick.choice(_ARMED)
        match kind:
            case ActorKind.STATE_FORCES:
                name = f"{pick.choice(('Military', 'Police'))} Forces of {country} ({pick.randint(1995, 2022)}-)"
            case ActorKind.REBEL_GROUP:
                name = f"{_word(pick)[:3].upper()}: {_word(pick)} Liberation Front"
            case ActorKind.POLITICAL_MILITIA:
                name = pick.choice(
                    (f"Unidentified Armed Group ({country})", f"{_word(pick)} Brigade, {_word(pick)} Wing")
                )
            case _:
                name = f"{_word(pick)} {pick.choice(('Ethnic', 'Clan', 'Communal'))} Militia ({country})"
        return name, kind


def _trimmed(number: str) -> str:
    return number.rstrip("0").rstrip(".")


def _pair(world: _World, sub: SubEventType, country: str) -> list[tuple[str, ActorKind] | None]:
    pick = world.random
    group = pick.choice(world.groups[country])
    civilians = (f"Civilians ({country})", ActorKind.CIVILIANS)
    match sub.event_type:
        case EventType.PROTESTS:
            other = None if sub is SubEventType.PEACEFUL_PROTEST else group
            return [(f"Protesters ({country})", ActorKind.PROTESTERS), other]
        case EventType.RIOTS:
            return [(f"Rioters ({country})", ActorKind.RIOTERS), pick.choice((None, group, civilians))]
        case EventType.VIOLENCE_AGAINST_CIVILIANS:
            return [group, civilians]
        case EventType.BATTLES:
            return [group, pick.choice(world.groups[country])]
        case _:
            return [group, pick.choice((None, civilians))]


def acled_rows(count: int, *, dialect: str = "current", seed: int = 1) -> Iterator[list[str]]:
    """Invented rows, without the header, in the columns of a dialect."""
    layout = find_dialect(dialect)
    world = _World(seed)
    pick = world.random
    subs = tuple(SubEventType)
    first = dt.date(2016, 1, 1) if layout.upper else dt.date(2021, 1, 1)
    for number in range(1, count + 1):
        country = pick.choice(world.countries)
        sub = pick.choice(subs)
        one, two = _pair(world, sub, country.name)
        assert one is not None
        day = first + dt.timedelta(days=pick.randrange(700))
        exact = pick.choices((1, 2, 3), (95, 4, 1))[0]
        admin1, admin2, admin3, location, latitude, longitude = pick.choice(world.places[country.name])
        interaction = Interaction.of(one[1], None if two is None else two[1])
        civilian = sub.event_type is EventType.VIOLENCE_AGAINST_CIVILIANS or sub is SubEventType.EXCESSIVE_FORCE
        if sub.event_type in (EventType.EXPLOSIONS, EventType.RIOTS) and two is not None:
            civilian = civilian or two[1] is ActorKind.CIVILIANS
        deadly = sub.event_type not in (EventType.PROTESTS, EventType.STRATEGIC_DEVELOPMENTS)
        deaths = pick.choice((0, 0, 0, 1, 2, 5, 12)) if deadly else 0
        opening = f"{'On' if exact == 1 else 'Around'} {day.day} {MONTHS[day.month - 1]} {day.year}"
        notes = (
            f"{opening}{'' if exact == 1 else ' (week of)'}, {pick.choice(_ACTS)} in {location} ({admin2}, {admin1}). "
        )
        notes += f"{deaths} people were killed." if deaths else "No casualties were reported, and no group claimed it."
        beside = pick.choice(
            ("", "", f"Women ({country.name})", f"Students ({country.name}); Teachers ({country.name})")
        )
        digits = layout.digits
        dates = {
            "iso": day.isoformat(),
            "long": f"{day.day:02d} {MONTHS[day.month - 1]} {day.year}",
            "slashed": f"{day.day:02d}/{day.month:02d}/{day.year}",
        }
        crowd = sub.event_type in CROWDS
        values = {
            "event_id_cnty": f"{country.prefix}{number}",
            "event_id_no_cnty": str(number),
            "data_id": str(9_000_000 + number),
            "event_date": dates[layout.dates],
            "year": str(day.year),
            "time_precision": str(exact),
            "disorder_type": sub.disorder_type.value,
            "event_type": sub.event_type.value,
            "sub_event_type": sub.value,
            "actor1": one[0],
            "assoc_actor_1": beside,
            "inter1": str(one[1].code) if digits else one[1].value,
            "actor2": "" if two is None else two[0],
            "assoc_actor_2": "",
            "inter2": ("0" if digits else "") if two is None else str(two[1].code) if digits else two[1].value,
            "interaction": str(interaction.code) if digits else interaction.text,
            "civilian_targeting": "Civilian targeting" if civilian else "",
            "iso": str(country.numeric),
            "iso3": country.alpha_3,
            "gwno": str(GW.get(country.alpha_3, "")),
            "region": country.region.value,
            "country": country.name,
            "admin1": admin1,
            "admin2": admin2,
            "admin3": admin3,
            "location": location,
            "latitude": latitude,
            "longitude": longitude,
            "geo_precision": str(pick.choices((1, 2, 3), (76, 21, 3))[0]),
            "source": "; ".join(pick.sample(_OUTLETS, pick.choice((1, 1, 2)))),
            "source_scale": pick.choice(_SCALES),
            "notes": notes,
            "fatalities": str(deaths),
            "tags": "crowd size=no report" if crowd else "",
            "timestamp": str(1_700_000_000 + number),
        }
        values["ally_actor_1"], values["ally_actor_2"] = values["assoc_actor_1"], values["assoc_actor_2"]
        if "sub_event_type" not in layout.columns:
            values["event_type"] = OLD_EVENT_TYPES.get(sub) or OLD_EVENT_TYPES[sub.event_type]
        yield [values[column] for column in layout.columns]


def acled_file(count: int, *, dialect: str = "current", seed: int = 1, newline: str = "\n") -> str:
    r"""The text of an invented ACLED file.

    Args:
        count: rows.
        dialect: one of ``formats.acled.DIALECTS``.
        seed: the same seed gives the same file.
        newline: line end.

    >>> acled_file(2).count("\n"), acled_file(2) == acled_file(2, seed=2)
    (3, False)
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator=newline)
    writer.writerow(find_dialect(dialect).header)
    writer.writerows(acled_rows(count, dialect=dialect, seed=seed))
    return out.getvalue()


def write_acled_file(path: Path, count: int, *, dialect: str = "current", seed: int = 1) -> None:
    """Write an invented ACLED file of any length, row by row."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(find_dialect(dialect).header)
        writer.writerows(acled_rows(count, dialect=dialect, seed=seed))
