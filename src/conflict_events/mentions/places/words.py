"""The tokens of a text as the place rules look at them: marks of the lexicon, capitals, runs of capitalised words."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import define

from conflict_events.mentions.places.cue import Cue
from conflict_events.mentions.places.lookup import Entry
from conflict_events.text.sentences import Document

__all__ = ["Name", "Words"]

STARTER, TITLE = int(Cue.STARTER), int(Cue.TITLE)


@define(slots=True)
class Name:
    """Tokens ``first`` up to, not including, ``last`` are a name; ``entry`` is what the gazetteer says of it."""

    first: int
    last: int
    entry: Entry
    rule: str = "place.name"
    strong: int = 0
    """2 where other words say that it is a place, 1 where they hint it."""
    masked: str = ""
    """Why it is no place here; empty where it is one."""


@define(slots=True, eq=False)
class Words:
    """The tokens of a text with their marks; all parallel."""

    texts: tuple[str, ...]
    folded: tuple[str, ...]
    joined: tuple[bool, ...]
    sentence_of: tuple[int, ...]
    marks: list[int]
    caps: list[bool]
    """Whether the word is written so that it may be a name."""
    plain: bool
    """True where case says nothing: all capitals or all small letters."""

    @classmethod
    def of(cls, document: Document, table: Mapping[str, int]) -> Words:
        """Look up the mark of every word."""
        tokens = document.tokens
        get = table.get
        plain = document.capitals or document.lower
        return cls(
            tokens.texts,
            tokens.folded,
            tokens.joined,
            document.sentence_of,
            [get(word, 0) for word in tokens.folded],
            [text[0].isalpha() for text in tokens.texts] if plain else [text[0].isupper() for text in tokens.texts],
            plain,
        )

    def before(self, i: int) -> int:
        """The mark of the word before ``i`` in its sentence, 0 at its start."""
        return self.marks[i - 1] if i > 0 and self.sentence_of[i - 1] == self.sentence_of[i] else 0

    def after(self, i: int) -> int:
        """The mark of word ``i`` if it is in the sentence of the word before it, else 0."""
        return self.marks[i] if i < len(self.marks) and self.sentence_of[i] == self.sentence_of[i - 1] else 0

    def capital(self, i: int) -> bool:
        """Whether word ``i`` is capitalised; False outside the text."""
        return 0 <= i < len(self.caps) and self.caps[i]

    def small(self, i: int) -> bool:
        """Whether word ``i`` is no name by its case: written small, or in a text whose case says nothing."""
        return self.plain or not self.caps[i]

    def lower(self, i: int) -> bool:
        """Whether word ``i`` is no name by its case: small, or capitalised only because its sentence begins."""
        return self.small(i) or (i >= 0 and (i == 0 or self.sentence_of[i - 1] != self.sentence_of[i]))

    def at(self, i: int) -> str:
        """The folded word ``i``, empty outside the text."""
        return self.folded[i] if 0 <= i < len(self.folded) else ""

    def runs(self) -> list[tuple[int, int]]:
        """Stretches of neighbouring capitalised words; initials and short forms are bridged over their full stop."""
        texts, sentence_of, marks = self.texts, self.sentence_of, self.marks
        runs: list[tuple[int, int]] = []
        first = last = -1
        for i in [i for i, capital in enumerate(self.caps) if capital]:
            if first >= 0 and sentence_of[i] == sentence_of[first]:
                if i == last and not marks[i] & STARTER and not marks[last - 1] & STARTER:
                    last = i + 1
                    continue
                if i == last + 1 and texts[last] == "." and (len(texts[last - 1]) < 3 or marks[last - 1] & TITLE):
                    last = i + 1
                    continue
            if first >= 0:
                runs.append((first, last))
            first, last = i, i + 1
        if first >= 0:
            runs.append((first, last))
        return runs
