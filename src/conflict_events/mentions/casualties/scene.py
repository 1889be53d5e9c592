"""One sentence laid out for reading claims: its casualty words, its noun groups, and steps between them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import field

from conflict_events.mentions.casualties.group import Group
from conflict_events.model.quick import frozen
from conflict_events.text.phrases import Hit
from conflict_events.text.sentences import Document, Sentence

__all__ = ["Chain", "Scene"]


@frozen(slots=True)
class Chain:
    """Casualty words joined by "and" or "or" that share their people ("killed and wounded")."""

    hits: tuple[Hit, ...]
    disjoint: bool = False
    """True for "or"."""

    @property
    def first(self) -> int:
        """First token."""
        return self.hits[0].first

    @property
    def last(self) -> int:
        """Token behind the last."""
        return self.hits[-1].last


@frozen(slots=True, eq=False)
class Scene:
    """What the readers of one sentence share."""

    document: Document
    sentence: Sentence
    index: int
    words: Mapping[str, Any]
    groups: tuple[Group, ...]
    acts: Mapping[int, Hit]
    at: Mapping[int, int] = field(repr=False)
    """First token of a group -> index of the group."""
    ending: Mapping[int, int] = field(repr=False)
    """Token behind a group -> index of the group."""
    nominals: tuple[int, ...] = ()
    """Tokens such as "dead" in "the dead"."""

    def word(self, i: int) -> str:
        """The folded token, or nothing outside of the sentence."""
        return self.document.tokens.folded[i] if self.sentence.first <= i < self.sentence.last else ""

    def tag(self, i: int) -> str | None:
        """What kind of small word stands at a token; None for any other word."""
        tag: str | None = self.words["tags"].get(self.word(i))
        return tag

    def verbal(self, i: int) -> bool:
        """Whether a token is a verb form, as far as its ending or a list tells."""
        word = self.word(i)
        return self.tag(i) in ("e", "x") or word in self.words["grammar"]["irregular"] or self.participle(i)

    def participle(self, i: int) -> bool:
        """Whether a token may be a participle: "accused", "belonging"."""
        word = self.word(i)
        return len(word) > 4 and word.endswith(("ed", "ing")) and self.tag(i) in (None, "e", "r", "u")

    @property
    def cased(self) -> bool:
        """Whether capitals mean names here."""
        return not (self.document.capitals or self.document.lower)

    def countable(self, group: Group) -> bool:
        """Whether a group can be people who are hurt."""
        return not group.thing and (group.number is not None or group.person or group.name)

    def plausible(self, group: Group) -> bool:
        """Whether a group can be people where the verb itself speaks of people only: also unknown words."""
        if self.countable(group):
            return True
        if group.thing or group.last == group.first or (group.last == group.first + 1 and self.verbal(group.first)):
            return False
        return not self.cased or self._determined(group.first)

    def _determined(self, i: int) -> bool:
        """Whether a determiner opens a group, be it before a participle: "the mahout", "his mahout", "the injured mahout"."""
        if self.tag(i) == "d" or self.word(i) in self.words["grammar"]["owners"]:
            return True
        hit = self.acts.get(i - 1)
        return hit is not None and hit.payload[0][0] == "verb" and hit.first == i - 1 and self.tag(i - 2) == "d"

    def partitive(self, i: int) -> bool:
        """Whether token ``i`` ends a group that only measures what comes behind "of": "a group of students"."""
        return self.word(i + 1) == "of" and self.word(i) in self.words["grammar"]["partitives"]

    def follows(self, i: int) -> Group | None:
        """The group that starts at a token, after adverbs at most."""
        for j in range(i, min(i + 4, self.sentence.last)):
            index = self.at.get(j)
            if index is not None:
                return self.groups[index]
            if self.tag(j) != "r":
                return None
        return None

    def predicate_behind(self, group: Group) -> bool:
        """Whether a group starts a clause of its own: a verb stands behind it."""
        j = group.end
        while self.tag(j) == "r":
            j += 1
        if self.tag(j) in ("x", "m", "e"):
            return True
        hit = self.acts.get(j)
        if hit is None:
            return False
        kind, _, _, form = hit.payload[0]
        return bool(kind in ("adjective", "subject_verb") or (kind == "verb" and form == "past"))
