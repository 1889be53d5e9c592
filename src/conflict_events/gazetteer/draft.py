"""A place while the gazetteer is built: its names gathered from several sources, then turned into keys."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from attrs import define, field

from conflict_events.gazetteer.encode import Entry
from conflict_events.gazetteer.keys import article_variants, name_key, skeleton_key, variants
from conflict_events.gazetteer.rows import NameKind, plain

__all__ = ["Draft", "acled_name", "is_usable", "kind_of", "short_name", "table"]

_PLACES = Path(__file__).parent.parent / "lexicon" / "places"
_CAPITALS = re.compile(r"[A-Z](?:\.?[A-Z]){1,4}\.?")
_ARTICLE = re.compile(r"(?:al|el|ad|as|ash|at|an|ar|az|ed|es|d|l|s|le|la|los|las)[-' ’]")
_ODD = re.compile(r"[^\u0000-\u024f\u1e00-\u1eff\u02b0-\u036f’‘–]")


@cache
def table(name: str) -> dict[str, Any]:
    """One of the lexicon's tables of places."""
    with (_PLACES / f"{name}.toml").open("rb") as stream:
        return tomllib.load(stream)


def kind_of(name: str) -> NameKind:
    """Whether a name is a short form in capitals.

    >>> kind_of("DRC").name, kind_of("U.S.").name, kind_of("Zaire").name
    ('ABBREVIATION', 'ABBREVIATION', 'ALIAS')
    """
    return NameKind.ABBREVIATION if name.isupper() and _CAPITALS.fullmatch(name) else NameKind.ALIAS


def is_usable(name: str) -> bool:
    """Whether an alternate name is worth a key: Latin script, and no number, code or letter-by-letter transcription.

    >>> is_usable("Khan Younis"), is_usable("al-Hudaydah"), is_usable("khan ywns"), is_usable("LON"), is_usable("Гома")
    (True, True, False, False, False)
    >>> is_usable("25"), is_usable("-"), is_usable("10. district"), is_usable("Santa Fe 2")
    (False, False, False, True)
    """
    if not name[:1].isalpha() and name[:1] not in "'’‘":
        return False
    if not name.isascii() and _ODD.search(name):
        return False
    size = len(name)
    if size < 5 and (size < 2 or name.isupper()):
        return False
    return size < 60 and (not name[0].islower() or _ARTICLE.match(name) is not None)


def short_name(name: str) -> str:
    """A division's name without the words that say what it is; "Comuna 5" is no name without them.

    >>> short_name("Borno State"), short_name("Muhafazat Hadramaout"), short_name("Goma"), short_name("Comuna 5")
    ('Borno', 'Hadramaout', 'Goma', 'Comuna 5')
    """
    generic = table("divisions")["generic"]
    for word in generic["after"]:
        if name.endswith(" " + word):
            return _or_whole(name[: -len(word) - 1], name)
    for word in generic["before"]:
        if name.startswith(word + " "):
            return _or_whole(name[len(word) + 1 :], name)
    return name


def _or_whole(bare: str, name: str) -> str:
    """The bare name, where it is one: it has letters, more than a numeral's, and no "of" of its own."""
    whole = len(bare) < 3 or not bare[0].isalpha() or bare.isupper() or bare.startswith(("of ", "de "))
    return name if whole else bare


def acled_name(country: str, name: str) -> str:
    """A first-level division's name as ACLED writes it: plain ASCII, without the words that say what it is.

    >>> acled_name("NG", "Borno State"), acled_name("SY", "Rif-dimashq")
    ('Borno', 'Rural Damascus')
    """
    ascii_name = plain(name)
    bare = short_name(ascii_name)
    own: dict[str, str] = table("divisions")["acled"].get(country, {})
    return own.get(ascii_name) or own.get(bare) or bare


@define(slots=True)
class Draft:
    """One place with its names; ``rank`` puts it before or after others of the same name."""

    name: str
    latitude: float
    longitude: float
    feature: str
    country: str | None
    admin1: str | None = None
    admin2: str | None = None
    population: int = 0
    geonameid: int | None = None
    rank: int = 0
    names: dict[str, NameKind] = field(factory=dict)
    seat: Draft | None = None

    def add(self, names: Iterable[str], kind: NameKind | None = None) -> None:
        """Give it names; a name that it has keeps its kind."""
        for name in names:
            self.names.setdefault(name, kind_of(name) if kind is None else kind)
            if name.startswith("the "):
                self.names.setdefault(name[4:], kind_of(name[4:]) if kind is None else kind)

    def rename(self, name: str) -> None:
        """Give it another main name; the old one stays a name."""
        self.name = name
        self.names[name] = NameKind.MAIN

    def describe(self, words: dict[str, Any]) -> None:
        """Take the names, short forms, former names and peoples of a lexicon entry."""
        self.add(words.get("names", ()))
        self.add(words.get("short", ()), NameKind.ABBREVIATION)
        self.add(words.get("former", ()), NameKind.FORMER)
        for people in words.get("people", ()):
            plural = () if people.endswith(("s", "sh", "ch", "ese", "men")) else (people + "s",)
            self.add((people, *plural), NameKind.DEMONYM)

    def place_keys(self) -> set[str]:
        """The keys by which it may be found as a place."""
        return {name_key(name) for name, kind in self.names.items() if kind is not NameKind.DEMONYM}

    def entry(self) -> Entry:
        """The finished entry: keys of all names and of their variants."""
        spelling = table("divisions")["spelling"]
        keys: dict[str, NameKind] = {}
        spelled: set[str] = set()
        for name, kind in self.names.items():
            key = name_key(name)
            if not key:
                continue
            keys[key] = min(kind, keys.get(key, kind))
            if kind is NameKind.DEMONYM:
                continue
            more = article_variants(key) if self.country in spelling["arabic"] else ()
            for variant in (*variants(key), *more):
                keys.setdefault(variant, max(kind, NameKind.VARIANT))
            if self.country in spelling["romanised"]:
                spelled.add(skeleton_key(tuple(key.split(" "))))
        return Entry(
            self.geonameid,
            self.name,
            self.latitude,
            self.longitude,
            self.feature,
            self.country,
            self.admin1,
            self.admin2,
            self.population,
            tuple(sorted(keys.items())),
            tuple(sorted(spelled - {""})),
        )
