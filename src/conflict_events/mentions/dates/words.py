"""The words of the lexicon's section ``dates``, and a text as the date readers see it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from attrs import define, field

from conflict_events.lexicon.load import section
from conflict_events.mentions.dates.expressions import Expression
from conflict_events.model.quick import frozen
from conflict_events.text.sentences import Document

__all__ = ["View", "Words", "view", "words"]

Set = frozenset[str]


@frozen(slots=True, eq=False)
class Words:
    """Compiled words; each table maps folded words."""

    starts: Mapping[str, str]
    """Word -> reader that starts at it; "" where only a phrase does."""
    phrases: Mapping[str, Any]
    months: Mapping[str, tuple[int, str]]
    weekdays: Mapping[str, tuple[int, str]]
    units: Mapping[str, str]
    seasons: Mapping[str, str]
    decades: Mapping[str, int]
    pointers: Mapping[str, tuple[str, int]]
    daywords: Mapping[str, int]
    modifiers: Mapping[str, str]
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    feasts: Mapping[str, Any]
    moving: Mapping[str, Any]
    foreign_months: Mapping[str, int]
    foreign_joiners: Set
    sets: Mapping[str, Set]


@cache
def words() -> Words:
    """The words, opened once."""
    data = section("dates")
    names = [
        "starts", "phrases", "months", "weekdays", "units", "seasons", "decades", "pointers", "daywords", "modifiers",
        "numbers", "ordinals", "feasts", "moving", "sets",
    ]  # fmt: skip
    foreign = data["foreign"]
    return Words(
        **{name: data[name] for name in names}, foreign_months=foreign["months"], foreign_joiners=foreign["joiners"]
    )


@define(slots=True, eq=False)
class View:
    """A document's tokens, as the readers look at them, and what they have read so far."""

    document: Document
    folded: tuple[str, ...]
    texts: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    joined: tuple[bool, ...]
    size: int
    cased: bool
    """Whether case tells names from words in this text."""
    words: Words
    found: list[Expression] = field(factory=list)
    _english: bool | None = field(default=None, init=False)

    @property
    def english(self) -> bool:
        """Whether the text has the commonest word of English; looked for once, and only if somebody asks."""
        if self._english is None:
            self._english = "the" in self.folded
        return self._english

    def at(self, i: int) -> str:
        """Folded token ``i``, or "" outside the text."""
        return self.folded[i] if 0 <= i < self.size else ""

    def glued(self, i: int) -> bool:
        """Whether token ``i`` follows the one before it without a space."""
        return 0 < i < self.size and self.starts[i] == self.ends[i - 1]

    def number(self, i: int) -> int | None:
        """The number that token ``i`` writes in at most four digits, else None."""
        word = self.at(i)
        return int(word) if word.isdecimal() and len(word) <= 4 else None

    def capital(self, i: int) -> bool:
        """Whether token ``i`` begins with a capital letter."""
        return 0 <= i < self.size and self.texts[i][0].isupper()

    def opens_sentence(self, i: int) -> bool:
        """Whether token ``i`` is the first of its sentence."""
        return i == 0 or self.document.sentence_of[i] != self.document.sentence_of[i - 1]

    def same_sentence(self, i: int, j: int) -> bool:
        """Whether two tokens, both in the text, stand in one sentence."""
        sentence_of = self.document.sentence_of
        return 0 <= i < self.size and 0 <= j < self.size and sentence_of[i] == sentence_of[j]

    def after_is(self, i: int, name: str) -> bool:
        """Whether token ``i`` is in a word list."""
        return 0 <= i < self.size and self.folded[i] in self.words.sets[name]


def view(document: Document) -> View:
    """Look at a document."""
    tokens = document.tokens
    return View(
        document,
        tokens.folded,
        tokens.texts,
        tokens.starts,
        tokens.ends,
        tokens.joined,
        len(tokens),
        not (document.capitals or document.lower),
        words(),
    )
