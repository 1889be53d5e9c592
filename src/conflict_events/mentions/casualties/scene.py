"""One sentence laid out for reading claims: its casualty words, its noun groups, and steps between them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import field

from conflict_events.mentions.casualties.groups import Group
from conflict_events.model.quick import frozen
from conflict_events.text.phrases import Hit
from conflict_events.text.sentences import Document, Sentence

__all__ = ["Chain", "Scene", "without_shares"]

_LONGEST = 40
"""Groups of one list."""


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
        if group.thing or group.last == group.first:
            return False
        return self.tag(group.first) == "d" or not self.cased

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

    def companions(self, i: int) -> list[Group]:
        """Who shared the fate told before token ``i``: "was killed along with his wife and two sons"."""
        j = i
        while self.tag(j) == "r" or self.word(j) == ",":
            j += 1
        two = (self.word(j), self.word(j + 1))
        if two in (("along", "with"), ("together", "with")):
            group = self.follows(j + 2)
        elif two == ("as", "well") and self.word(j + 2) == "as":
            group = self.follows(j + 3)
        else:
            return []
        return self.listed(group) if group is not None and self.countable(group) else []

    def predicate_behind(self, group: Group) -> bool:
        """Whether a group starts a clause of its own: a verb stands behind it."""
        j = group.last
        while self.tag(j) == "r":
            j += 1
        if self.tag(j) in ("x", "m", "e"):
            return True
        hit = self.acts.get(j)
        if hit is None:
            return False
        kind, _, _, form = hit.payload[0]
        return bool(kind in ("adjective", "subject_verb") or (kind == "verb" and form == "past"))

    def listed(self, group: Group) -> list[Group]:
        """A group and those coordinated with it to the right: "two soldiers, three guards and a child"."""
        found = [group]
        while len(found) < _LONGEST:
            j = found[-1].last
            comma = self.word(j) == ","
            j += comma
            linked = self.tag(j) == "+"
            j += linked
            if (self.word(j), self.word(j + 1)) in (("as", "well"), ("along", "with"), ("together", "with")):
                linked, j = True, j + (3 if self.word(j) == "as" else 2)
            index = self.at.get(j)
            if not (comma or linked) or index is None:
                break
            group = self.groups[index]
            if not self.countable(group) or self.predicate_behind(group):
                break
            named = comma and found[-1].name and group.number is None
            if named and (self.tag(group.first) == "d" or group.person):  # "Musa Ali, a teacher and a friend"
                index = self._behind_apposition(group.last)
                if index is None:
                    break
                group = self.groups[index]
            elif comma and not linked and not self._list_goes_on(group):
                break
            elif comma and not linked and _renamed(found[-1], group):  # "a rioter, Musa Ali, and two others"
                index = self.at.get(group.last + 1) if self.tag(group.last) == "+" else None
                index = self._behind_apposition(group.last) if index is None else index
                if index is None or not self.countable(self.groups[index]):
                    break
                group = self.groups[index]
            found.append(group)
        return without_shares(found, self)

    def _behind_apposition(self, i: int) -> int | None:
        """The group with which a list goes on: "Colonel Musa, head of the guard, and two drivers"."""
        for j in range(i, min(i + 10, self.sentence.last)):
            if self.word(j) == ",":
                index = self.at.get(j + 2) if self.tag(j + 1) == "+" else None
                fits = index is not None and self.countable(self.groups[index])
                return index if fits and not self.predicate_behind(self.groups[index or 0]) else None
            if self.tag(j) in ("e", "x", "c", "m") or j in self.acts:
                return None
        return None

    def _list_goes_on(self, group: Group) -> bool:
        """Whether behind a comma and a group without a number comes "and" or another comma with a group."""
        j = group.last
        if self.word(j) == ",":
            j += 1
        if self.tag(j) == "+":
            j += 1
        return j > group.last and j in self.at and not self.predicate_behind(self.groups[self.at[j]])


def _renamed(one: Group, name: Group) -> bool:
    """Whether a name behind a comma is that of the person before it: "an activist, Nina Musa"."""
    single = one.person and one.count == "one" and one.number is None
    return single and name.name and not name.person and name.number is None


def without_shares(found: list[Group], scene: Scene) -> list[Group]:
    """A list without bare plurals that share the number before them: "thousands of men, women and children"."""
    kept: list[Group] = []
    shared = False
    for group in found:
        bare = group.number is None and group.count == "many" and not group.pronoun and scene.tag(group.first) != "d"
        if not (bare and shared):
            kept.append(group)
            number = group.number
            shared = number is not None and number.stated != 1 and number.high != 0
    return kept
