"""What the files of the actor registry, the open sides, the regimes and the roles may say; unknown keys are refused.

Read at build time and in tests only, never when articles are read.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import field, fields, frozen

from conflict_events.lexicon.load import LEXICON
from conflict_events.model.check import each, many
from conflict_events.model.country import Country
from conflict_events.model.errors import BadInputError, ConflictEventsError, LexiconError
from conflict_events.model.kind import ActorKind

__all__ = [
    "ActorEntry",
    "ActorName",
    "Counter",
    "OpenSide",
    "Role",
    "open_sides",
    "regimes",
    "registry",
    "roles",
    "vocabulary",
]

KINDS: dict[str, ActorKind] = {
    "state": ActorKind.STATE_FORCES,
    "rebel": ActorKind.REBEL_GROUP,
    "militia": ActorKind.POLITICAL_MILITIA,
    "identity": ActorKind.IDENTITY_MILITIA,
    "rioters": ActorKind.RIOTERS,
    "protesters": ActorKind.PROTESTERS,
    "civilians": ActorKind.CIVILIANS,
    "external": ActorKind.EXTERNAL_OTHER,
}
"""Short words of the files -> kinds."""


def _kind(word: str) -> ActorKind:
    try:
        return KINDS[word]
    except KeyError:
        raise BadInputError("no such kind", where="kind", expected=", ".join(KINDS), got=word) from None


@frozen(slots=True)
class ActorName:
    """One spelling of an actor's name.

    A weak name (short, ambiguous, or a word of the language) counts only where the article also names the actor's
    country or the actor itself by a strong name.
    """

    text: str
    lang: str = "en"
    strong: bool = True
    leader: bool = False
    """A person who leads the actor."""


@frozen(slots=True)
class Counter:
    """A text in which a name does not mean the actor, and why."""

    text: str
    why: str


@frozen(slots=True)
class ActorEntry:
    """One actor of the registry.

    Args:
        id: language-neutral, ``<file>.<slug>``.
        name: canonical name; ``ACRONYM: Full Name`` gives two names at once.
        kind: see ``KINDS``.
        countries: alpha-3, home country first; default: the file's country.
        since, until: first and last year known.
        parent, then: ids of the parent and of the successor.
        names: further English names, all strong.
        local: language -> names in that language.
        weak: names that need support from the article.
        leaders: people who lead it or led it.
        body, unit: of a state's organ: the open side it belongs to (``military``) and its own name.
        counter: texts in which one of the names means something else.
        source: where the fact is from, if not the file's source.
    """

    id: str
    name: str
    kind: ActorKind = field(converter=_kind)
    countries: tuple[str, ...] = field(converter=many, validator=each(str))
    since: int | None = None
    until: int | None = None
    parent: str | None = None
    then: str | None = None
    names: tuple[str, ...] = field(default=(), converter=many, validator=each(str))
    local: Mapping[str, tuple[str, ...]] = field(factory=dict)
    weak: tuple[str, ...] = field(default=(), converter=many, validator=each(str))
    leaders: tuple[str, ...] = field(default=(), converter=many, validator=each(str))
    body: str | None = None
    unit: str | None = None
    counter: tuple[Counter, ...] = field(default=(), converter=many, validator=each(Counter))
    source: str = "public record"
    branches: bool = False
    """ACLED writes the country of each branch behind the name."""
    bare: bool = False
    """The canonical name itself is no name to look for (too plain a word)."""

    def __attrs_post_init__(self) -> None:
        for code in self.countries:
            Country.of(code)
        if self.since is not None and self.until is not None and self.until < self.since:
            raise BadInputError("ends before it starts", where=self.id, expected="since <= until", got=self.until)

    def spellings(self) -> Iterator[ActorName]:
        """All names: those of the canonical name first, weak ones and leaders last."""
        weak = frozenset(self.weak)
        seen: set[str] = set()
        own = () if self.bare else self.name.split(": ", 1)
        own = [text if self.body else text.partition(" (")[0] for text in own]
        listed = [(text, "en") for text in (*own, *self.names)]
        listed += [(text, lang) for lang, texts in self.local.items() for text in texts]
        for text, lang in listed:
            if text not in weak and text not in seen:
                seen.add(text)
                yield ActorName(text, lang)
        for text in self.weak:
            yield ActorName(text, strong=False)
        for text in self.leaders:
            yield ActorName(text, strong=" " in text, leader=True)  # one word is many people's name


@frozen(slots=True)
class OpenSide:
    """A side whose country the article leaves open: ``Police Forces``, ``Civilians``, ``Students``.

    Args:
        id: as roles name it.
        name: ACLED's words for it.
        kind: see ``KINDS``.
        form: ``state`` (X of Country (years)), ``group`` (X (Country)) or ``fixed``.
        unit: a branch, written after a state's years.
        main: for social groups: the side that they count as (``civilians``), while their own name is associated.
        abroad: country of the event -> home country of these people, where they differ by definition.
    """

    id: str
    name: str
    kind: ActorKind = field(converter=_kind)
    form: str = "group"
    unit: str | None = None
    main: str | None = None
    abroad: Mapping[str, str] = field(factory=dict)


@frozen(slots=True)
class Role:
    """Words for people by what they do.

    Args:
        id: name of the rule.
        side: id of the open side.
        lemmas: singular nouns; plurals are made at build time.
        words: forms taken as they stand (plural).
        single: forms taken as they stand (singular).
        with_nation: id of the open side where a nationality stands before it; default: ``side``.
        needs: ``nation`` (counts only after a nationality or country), ``name`` (only after a group's name),
            ``definite`` (only after "the", pointing back); empty: always counts.
        head: may follow a group's name ("Hamas fighters").
        act: an act or a weapon, not people: the nationality before it is the side, and the span.
        follows: behind a group's name it means people without arms ("Amal supporters").
        counter: texts in which the words mean something else.
    """

    id: str
    side: str
    lemmas: tuple[str, ...] = field(default=(), converter=many, validator=each(str))
    words: tuple[str, ...] = field(default=(), converter=many, validator=each(str))
    single: tuple[str, ...] = field(default=(), converter=many, validator=each(str))
    with_nation: str | None = None
    needs: str = ""
    head: bool = False
    act: bool = False
    follows: bool = False
    counter: tuple[Counter, ...] = field(default=(), converter=many, validator=each(Counter))


def _make(cls: type[Any], table: Mapping[str, Any], where: str) -> Any:
    """One entry from one TOML table, with errors that say the file and the entry."""
    values = dict(table)
    unknown = set(values) - {a.name for a in fields(cls)}
    if unknown:
        raise LexiconError("unknown keys", where=where, expected="keys of " + cls.__name__, got=sorted(unknown))
    if "counter" in values:
        values["counter"] = [Counter(**counter) for counter in values["counter"]]
    try:
        return cls(**values)
    except (TypeError, ConflictEventsError) as error:
        raise LexiconError("bad entry", where=where, expected=cls.__name__, got=str(error)) from error


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError("no TOML", where=path.name, expected="a TOML file", got=str(error)) from error


def registry(folder: Path = LEXICON / "actors") -> tuple[ActorEntry, ...]:
    """All actors of the registry, file by file.

    Raises:
        LexiconError: for a bad entry, an id given twice, or a parent or successor that is not there.
    """
    found: dict[str, ActorEntry] = {}
    links: list[tuple[str, str]] = []
    for path in sorted(folder.glob("*.toml")):
        data = _read(path)
        countries = data.get("countries", [])
        for row in data.get("actor", []):
            table = {"countries": countries, **row}
            if "source" in data:
                table.setdefault("source", data["source"])
            table["id"] = f"{path.stem}.{row.get('id')}"
            entry: ActorEntry = _make(ActorEntry, table, f"{path.name}:{row.get('id')}")
            if entry.id in found:
                raise LexiconError("an id given twice", where=path.name, expected="one entry an id", got=entry.id)
            found[entry.id] = entry
            links += [(entry.id, link) for link in (entry.parent, entry.then) if link is not None]
    for source, target in links:
        if target not in found:
            raise LexiconError("points to no entry", where=source, expected="an id of the registry", got=target)
    return tuple(found.values())


def open_sides() -> tuple[OpenSide, ...]:
    """The open sides, in the order of the file."""
    data = _read(LEXICON / "sides" / "open.toml")
    return tuple(_make(OpenSide, row, f"open.toml:{row.get('id')}") for row in data["side"])


def roles(lang: str = "en") -> tuple[Role, ...]:
    """The roles of a language, in the order of the file."""
    data = _read(LEXICON / lang / "roles.toml")
    return tuple(_make(Role, row, f"roles.toml:{row.get('id')}") for row in data["role"])


def vocabulary(lang: str = "en") -> dict[str, tuple[str, ...]]:
    """The small word sets of a language's roles file: modifiers, linkers, heads of group names ..."""
    data = _read(LEXICON / lang / "roles.toml")
    return {key: tuple(words.split()) for key, words in data["vocabulary"].items()}


def regimes() -> tuple[dict[str, tuple[str, ...]], tuple[str, ...]]:
    """Country -> days on which its governments began, oldest first; and the countries written with "the".

    Raises:
        LexiconError: for an unknown country, a bad day, or days out of order.
    """
    data = _read(LEXICON / "sides" / "regimes.toml")
    for code, days in data["since"].items():
        try:
            Country.of(code)
            parsed = [dt.date.fromisoformat(day) for day in days]
        except (ValueError, ConflictEventsError) as error:
            raise LexiconError(
                "bad regime", where=f"regimes.toml:{code}", expected="ISO days", got=str(error)
            ) from error
        if parsed != sorted(parsed):
            raise LexiconError("out of order", where=f"regimes.toml:{code}", expected="oldest first", got=days)
    places = _read(LEXICON / "places" / "countries.toml")["country"]
    article = tuple(Country.of(code).alpha_3 for code, facts in places.items() if facts.get("the"))
    return {code: tuple(days) for code, days in data["since"].items()}, article
