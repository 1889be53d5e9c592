"""Sides as ACLED names them: a state's organs with their regime's years, open sides with a country.

What comes in is an id, a country and a day; what goes out is an ``Actor``. Years that are not known are left out.
"""

from __future__ import annotations

import datetime as dt
from functools import cache, lru_cache

from attrs import evolve

from conflict_events.lexicon.load import section
from conflict_events.model.actor import Actor
from conflict_events.model.country import Country
from conflict_events.model.kind import ActorKind

__all__ = [
    "actor_of",
    "at_home",
    "branch",
    "home_of",
    "id_of_name",
    "in_its_day",
    "is_open",
    "local_militia",
    "regime_years",
    "side",
    "side_id",
    "unit_of",
    "was_group",
]

OPEN = "open."
STATE = "state."


def regime_years(country: Country, when: dt.date | None) -> tuple[int, int | None] | None:
    """First and last year of the government of a day; None where it is not known, or no day is given.

    >>> regime_years(Country.of("SYR"), dt.date(2012, 1, 1)), regime_years(Country.of("SYR"), dt.date(2025, 1, 1))
    ((2000, 2024), (2024, None))
    """
    if when is None:
        return None
    days = section("actors")["regimes"].get(country.alpha_3, ())
    stamp = when.isoformat()
    for index in range(len(days) - 1, -1, -1):
        if days[index] <= stamp:
            last = int(days[index + 1][:4]) if index + 1 < len(days) else None
            return int(days[index][:4]), last
    return None


@lru_cache(maxsize=4096)
def side(side_id: str, country: Country | None = None, when: dt.date | None = None, unit: str | None = None) -> Actor:
    """An open side, named for a country and a day as far as they are known.

    Args:
        side_id: id of ``sides/open.toml``, e.g. ``police``.
        country: whose side it is; None leaves it open.
        when: the day that decides the regime; None leaves the years out.
        unit: a state organ's own name, written after the years.

    >>> side("police", Country.of("IND"), dt.date(2024, 5, 1)).name
    'Police Forces of India (2014-)'
    >>> side("civilians", Country.of("ISR")).name, side("unidentified").name
    ('Civilians (Israel)', 'Unidentified Armed Group')
    """
    data = section("actors")
    if side_id == "unidentified" and country is not None and country.alpha_3 in data["gang_countries"]:
        side_id = "gang"
    name, kind, form, own_unit, _, _ = data["open"][side_id]
    unit = unit or own_unit
    first = last = None
    if country is None:
        key = f"{OPEN}{side_id}"
        full = f"{name} {unit}" if unit else name
    elif form == "state":
        key = f"{STATE}{country.alpha_3}.{side_id}"
        the = "the " if country.alpha_3 in data["article"] else ""
        full = f"{name} of {the}{country.name}"
        years = regime_years(country, when)
        if years is not None:
            first, last = years
            full += f" ({first}-{'' if last is None else last})"
        full += f" {unit}" if unit else ""
    else:
        key = f"{OPEN}{side_id}"
        full = f"{name} ({country.name})" if form == "group" else name
    return Actor(full, ActorKind(kind), country=country, active_from=first, active_to=last, id=key)


@cache
def _positions() -> dict[str, int]:
    return {row[0]: index for index, row in enumerate(section("actors")["actors"])}


@lru_cache(maxsize=4096)
def actor_of(index: int, when: dt.date | None = None) -> Actor:
    """Actor number ``index`` of the registry; a state's organ is named for its regime on that day."""
    row = section("actors")["actors"][index]
    key, name, kind, home, _, since, until, aliases, body, unit = row[:10]
    country = None if home is None else Country.of(home)
    if body is not None and country is not None:
        organ = side(body, country, when, unit)
        return Actor(
            organ.name, ActorKind(kind), country=country, active_from=organ.active_from, active_to=organ.active_to,
            aliases=(name, *aliases), id=key,
        )  # fmt: skip
    return Actor(name, ActorKind(kind), country=country, active_from=since, active_to=until, aliases=aliases, id=key)


@cache
def _before() -> dict[str, str]:
    """Id of a successor -> id of what it was before, both being read from the same words."""
    rows = section("actors")["actors"]
    known = {row[0]: row for row in rows}
    return {
        row[10]: row[0]
        for row in rows
        if row[10] is not None and not {row[1], *row[7]}.isdisjoint({known[row[10]][1], *known[row[10]][7]})
    }


def was_group(actor: Actor) -> bool:
    """Whether a state's forces were an armed group before, as the Taliban's were, so that "militants" may mean them."""
    return actor.id in _before()


def in_its_day(actor: Actor, when: dt.date) -> Actor:
    """What the same words named on another day: the Taliban of 2010 are rebels, those of 2023 a government.

    >>> from conflict_events.mentions.actors import find
    >>> from conflict_events.text.sentences import read
    >>> (mention,) = find(read("Taliban fighters came."), dt.date(2023, 1, 1))
    >>> in_its_day(mention.actor, dt.date(2010, 1, 1)).name
    'Taliban'
    """
    position = None if actor.id is None else _positions().get(actor.id)
    if position is None:
        return actor
    rows = section("actors")["actors"]
    row = rows[position]
    if row[5] is not None and when.year < row[5]:
        other = _before().get(row[0])
    elif row[6] is not None and when.year > row[6] and _before().get(row[10]) == row[0]:
        other = row[10]
    else:
        return actor
    return actor if other is None else evolve(actor_of(_positions()[other], when), mentions=actor.mentions)


def branch(actor: Actor, country: Country) -> Actor:
    """A group of many countries as it is named in one of them: ``Islamic State (Iraq)``; others as they are.

    >>> from conflict_events.mentions.actors import find
    >>> from conflict_events.text.sentences import read
    >>> (mention,) = find(read("Islamic State fighters came."))
    >>> branch(mention.actor, Country.of("SYR")).name
    'Islamic State (Syria)'
    """
    position = None if actor.id is None else _positions().get(actor.id)
    if position is None:
        return actor
    row = section("actors")["actors"][position]
    name, _, last = actor.name.rpartition(" (")
    suffixed = actor.country is not None and last == f"{actor.country.name})"
    if not row[11] and not (suffixed and country.alpha_3 in row[4]):
        return actor
    base = name if suffixed else actor.name
    return evolve(actor, name=f"{base} ({country.name})", country=country)


def at_home(actor: Actor, country: Country) -> bool:
    """Whether a country is one of those that an actor belongs to.

    >>> at_home(side("police", Country.of("IND")), Country.of("IND"))
    True
    """
    position = None if actor.id is None else _positions().get(actor.id)
    if position is None:
        return actor.country == country
    return country.alpha_3 in section("actors")["actors"][position][4]


def is_open(actor: Actor) -> bool:
    """Whether the article left the country of this side open.

    >>> is_open(side("police")), is_open(side("police", Country.of("IND")))
    (True, False)
    """
    return actor.country is None and actor.id is not None and actor.id.startswith(OPEN)


def local_militia(actor: Actor, words: str, division: str, country: Country | None) -> Actor:
    """Bandits of divisions where they are known by it: ``Zamfara Communal Militia (Nigeria)``; others as they are.

    >>> local_militia(side("gang", Country.of("NGA")), "armed bandits", "Zamfara", Country.of("NGA")).name
    'Zamfara Communal Militia (Nigeria)'
    """
    if country is None or side_id(actor) not in ("gang", "unidentified"):
        return actor
    named = section("actors")["bandits"].get((country.alpha_3, division))
    if named is None or named.isdisjoint(words.casefold().split()):
        return actor
    name = f"{division} Communal Militia ({country.name})"
    return evolve(actor, name=name, kind=ActorKind.IDENTITY_MILITIA, id=None)


def side_id(actor: Actor) -> str | None:
    """The open side an actor was made from: ``police`` for any police; None for actors of the registry.

    >>> side_id(side("police", Country.of("IND")))
    'police'
    """
    if actor.id is None:
        return None
    if actor.id.startswith(OPEN):
        return actor.id[len(OPEN) :]
    if actor.id.startswith(STATE):
        return actor.id.rpartition(".")[2]
    position = _positions().get(actor.id)
    if position is None:
        return None
    body: str | None = section("actors")["actors"][position][8]
    return body


@cache
def _by_name() -> dict[str, str]:
    return {row[0]: key for key, row in reversed(section("actors")["open"].items()) if row[3] is None}


def id_of_name(name: str) -> str | None:
    """The open side with exactly this name, e.g. ``police`` for ``Police Forces``.

    >>> id_of_name("Police Forces"), id_of_name("Sunday Choir")
    ('police', None)
    """
    return _by_name().get(name)


def unit_of(actor: Actor) -> str | None:
    """A state organ's own name, for actors of the registry that have one."""
    position = None if actor.id is None else _positions().get(actor.id)
    if position is None:
        return None
    unit: str | None = section("actors")["actors"][position][9]
    return unit


def home_of(side_id: str, where: Country) -> Country:
    """Home country of an open side in a country: settlers in Palestine are Israel's."""
    row = section("actors")["open"].get(side_id)
    return where if row is None else Country.of(row[5].get(where.alpha_3, where.alpha_3))
