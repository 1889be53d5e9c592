"""Compiler of the lexicon's section ``actors``: registry, open sides, regimes, nations and roles to look-up tables."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from typing import Any

from conflict_events.build.inflect import noun_forms
from conflict_events.lexicon.load import LEXICON
from conflict_events.lexicon.schema.actors import (
    ActorEntry,
    ActorName,
    Role,
    open_sides,
    regimes,
    registry,
    roles,
    vocabulary,
)
from conflict_events.model.country import Country, countries
from conflict_events.text.fold import fold_phrase

__all__ = ["compile_section"]

NAME, HEAD, ROLE, COUNTRY = range(4)
"""What a phrase of the table is; of equal phrases the lower wins."""

ANY_CASE, CAPITAL, UPPER, TITLE_OK = range(4)
"""How a name must be written where case says something."""


def compile_section() -> dict[str, Any]:
    """Plain data for ``mentions/actors`` and ``lexicon/sides.py``."""
    entries = registry()
    days, article = regimes()
    words = vocabulary()
    return {
        "actors": tuple(_row(entry) for entry in entries),
        "open": {
            side.id: (side.name, side.kind.value, side.form, side.unit, side.main, dict(side.abroad))
            for side in open_sides()
        },
        "bandits": _bandits(),
        "gang_countries": frozenset(_gang_countries()),
        "regimes": days,
        "article": frozenset(article),
        "roles": tuple(
            (role.id, role.side, role.with_nation or role.side, role.needs, role.head, role.act, role.follows)
            for role in roles()
        ),
        "words": {key: frozenset(fold for word in value for fold in _spelled(word)) for key, value in words.items()},
        "table": _table(entries, words),
    }


def _gang_countries() -> tuple[str, ...]:
    """Countries in which unknown gunmen count as a gang."""
    listed = tomllib.loads((LEXICON / "sides" / "gangs.toml").read_text(encoding="utf-8"))["countries"]
    return tuple(Country.of(code).alpha_3 for code in listed)


def _bandits() -> dict[tuple[str, str], frozenset[str]]:
    """(Country, division) -> the words that name its communal militias."""
    listed = tomllib.loads((LEXICON / "sides" / "gangs.toml").read_text(encoding="utf-8"))["bandits"]
    return {(row["country"], name): frozenset(row["words"]) for row in listed for name in row["divisions"]}


def _spelled(word: str) -> Iterable[str]:
    """The token or tokens of one word of a vocabulary, as far as it is one token."""
    folded = fold_phrase(word)
    return folded if len(folded) == 1 else ("".join(folded),)


def _row(entry: ActorEntry) -> tuple[Any, ...]:
    spellings = tuple(name.text for name in entry.spellings() if not name.leader)
    home = entry.countries[0] if entry.countries else None
    return (
        entry.id, entry.name, entry.kind.value, home, entry.countries, entry.since, entry.until,
        tuple(text for text in spellings if text != entry.name), entry.body, entry.unit, entry.then, entry.branches,
    )  # fmt: skip


def _case(name: ActorName) -> int:
    """Acronyms stand in capitals (long ones also as "Farc"); other names start with a capital."""
    letters = [c for c in name.text if c.isalpha()]
    if letters and all(c.isupper() for c in letters) and " " not in name.text:
        return TITLE_OK if len(letters) > 3 and name.strong else UPPER
    return CAPITAL if letters and letters[0].isupper() else ANY_CASE


def _table(entries: tuple[ActorEntry, ...], words: dict[str, tuple[str, ...]]) -> dict[str, Any]:
    """First folded word -> second -> ((number of words, tag, payload, words), ...), longest first, then by tag.

    The second word of a single word is empty. "Army" begins fifty names, of which a text can mean one or two.
    """
    names: dict[tuple[str, ...], dict[int, tuple[int, bool, int, bool]]] = {}
    for index, entry in enumerate(entries):
        for name in entry.spellings():
            case = _case(name)
            for phrase in filter(None, _variants(name)):
                known = names.setdefault(phrase, {})
                if index not in known or case == ANY_CASE:
                    known[index] = (index, name.strong, case, name.leader)
    rows: dict[str, list[tuple[tuple[str, ...], int, Any]]] = {}
    for phrase, candidates in names.items():
        rows.setdefault(phrase[0], []).append((phrase, NAME, tuple(candidates.values())))
    for phrase, role in _role_phrases(roles()).items():
        rows.setdefault(phrase[0], []).append((phrase, ROLE, role))
    for phrase, nation in _nation_phrases().items():
        rows.setdefault(phrase[0], []).append((phrase, COUNTRY, nation))
    for head in words["group_heads"]:
        rows.setdefault(head, []).append(((head,), HEAD, None))
    table: dict[str, dict[str, tuple[tuple[int, int, Any, tuple[str, ...]], ...]]] = {}
    for first, found in rows.items():
        for phrase, tag, payload in sorted(found, key=lambda row: (-len(row[0]), row[1])):
            behind = table.setdefault(first, {})
            second = phrase[1] if len(phrase) > 1 else ""
            behind[second] = (*behind.get(second, ()), (len(phrase), tag, payload, phrase))
    return table


def _variants(name: ActorName) -> set[tuple[str, ...]]:
    """The spelling itself, and without possessive marks ("Peoples Front")."""
    phrase = _without_article(fold_phrase(name.text))
    found = {phrase}
    if "'s" in phrase:
        at = phrase.index("'s")
        found.add((*phrase[: at - 1], phrase[at - 1] + "s", *phrase[at + 1 :]))
    return found


def _without_article(phrase: tuple[str, ...]) -> tuple[str, ...]:
    """Without a leading "the", which is too frequent a word to look up."""
    return phrase[1:] if len(phrase) > 1 and phrase[0] == "the" else phrase


def _role_phrases(found: tuple[Role, ...]) -> dict[tuple[str, ...], tuple[int, bool]]:
    """Folded words -> (index of the role, whether plural); of equal phrases the first role keeps them."""
    phrases: dict[tuple[str, ...], tuple[int, bool]] = {}
    for index, role in enumerate(found):
        forms = [(form, False) for form in role.single] + [(form, True) for form in role.words]
        for lemma in role.lemmas:
            inflected = noun_forms(lemma)
            forms += [(form, False) for form in inflected["NN"]] + [(form, True) for form in inflected["NNS"]]
        for form, plural in forms:
            phrase = _without_article(fold_phrase(form))
            if phrase:
                phrases.setdefault(phrase, (index, plural))
    return phrases


def _plural(word: str) -> str | None:
    """Plural of a noun of nationality; None where it has none of its own ("Chinese", "French")."""
    if word.endswith("man"):
        return word[:-3] + "men"
    if word.endswith(("ese", "ch", "sh", "ss", "s", "x")):
        return None
    return word + "s"


def _nation_phrases() -> dict[tuple[str, ...], tuple[str, str, str]]:
    """Folded words -> (alpha-3, form, as written); form is name, capital, adjective or people; the first one stays."""
    source = tomllib.loads((LEXICON / "places" / "countries.toml").read_text(encoding="utf-8"))["country"]
    listed: list[tuple[str, str, str]] = []
    for code, facts in source.items():
        listed += _people(facts.get("sides", ()), Country.of(code).alpha_3)
    for code, facts in source.items():
        listed += [(name, Country.of(code).alpha_3, "capital") for name in facts.get("seats", ())]
    for country in countries():
        facts = source[country.alpha_2]
        names = (country.name, *facts.get("names", ()), *facts.get("former", ()))
        listed += [(name, country.alpha_3, "name") for name in names]
        listed += _people(facts.get("people", ()), country.alpha_3)
    phrases: dict[tuple[str, ...], tuple[str, str, str]] = {}
    for text, code, form in listed:
        phrase = _without_article(fold_phrase(text))
        if phrase and phrase[-1] != "'s" and phrase != ("states",):  # "the States" is too plain without its article
            phrases.setdefault(phrase, (code, form, text))
    return phrases


def _people(people: Iterable[str], code: str) -> list[tuple[str, str, str]]:
    """Rows for words of nationality, each as adjective and, where it has a plural of its own, as people."""
    rows = []
    for word in people:
        plural = _plural(word)
        rows.append((word, code, "adjective"))
        if plural is not None:
            rows.append((plural, code, "people"))
    return rows
