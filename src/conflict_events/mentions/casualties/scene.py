"""One sentence laid out for reading claims: its casualty words, its noun groups, and steps between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import field, frozen

from conflict_events.mentions.casualties.groups import Group
from conflict_events.text.phrases import Hit
from conflict_events.text.sentences import Document, Sentence

__all__ = ["Chain", "Scene"]

_REACH = 40
"""Tokens over which a subject, an object or a subset may stand away from its verb."""


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

    def word(self, i: int) -> str:
        """The folded token, or nothing outside of the sentence."""
        return self.document.tokens.folded[i] if self.sentence.first <= i < self.sentence.last else ""

    def tag(self, i: int) -> str | None:
        """What kind of small word stands at a token; None for any other word."""
        tag: str | None = self.words["tags"].get(self.word(i))
        return tag

    def kind(self, i: int) -> str:
        """First reading of the casualty word that starts at a token."""
        hit = self.acts.get(i)
        return "" if hit is None else str(hit.payload[0][0])

    def countable(self, group: Group) -> bool:
        """Whether a group can be people who are hurt."""
        if group.thing:
            return False
        return group.number is not None or group.person or group.name

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
        while len(found) < _REACH:
            j = found[-1].last
            comma = self.word(j) == ","
            j += comma
            linked = self.tag(j) == "+"
            j += linked
            if self.word(j) == "as" and self.word(j + 1) == "well":
                linked, j = True, j + 3
            index = self.at.get(j)
            if not (comma or linked) or index is None:
                break
            group = self.groups[index]
            if not self.countable(group) or self.predicate_behind(group):
                break
            if comma and not linked and group.number is None and not self._list_goes_on(group):
                break
            found.append(group)
        return found

    def _list_goes_on(self, group: Group) -> bool:
        """Whether behind a comma and a group without a number comes "and" or another comma with a group."""
        j = group.last
        if self.word(j) == ",":
            j += 1
        if self.tag(j) == "+":
            j += 1
        return j > group.last and j in self.at

    def listed_back(self, group: Group) -> list[Group]:
        """A group and those coordinated with it to the left."""
        found = [group]
        linked = False
        while len(found) < _REACH:
            j = found[0].first
            if self.tag(j - 1) == "+":
                linked, j = True, j - 1
                if self.word(j - 1) == ",":
                    j -= 1
            elif linked and self.word(j - 1) == ",":
                j -= 1
            else:
                break
            index = self.ending.get(j)
            if index is None or not self.countable(self.groups[index]):
                break
            found.insert(0, self.groups[index])
        return found

    def subject(self, j: int, *, adjacent: bool = False) -> list[Group]:
        """The people of whom the words behind token ``j`` tell: the subject that ends there.

        Args:
            j: the last token before verb, auxiliaries and adverbs.
            adjacent: True where no auxiliary marks the verb, so that the subject must end right there.
        """
        index = self.ending.get(j + 1)
        if index is None and not adjacent:
            index = self._nearest(j)
        if index is None:
            return []
        behind = j + 1
        for _ in range(12):
            group = self.groups[index]
            if behind - group.first > _REACH:
                return []
            before = self.tag(group.first - 1)
            inner = before in ("p", "o", "i")
            if self.countable(group) and (not inner or (adjacent and before == "o" and group.person)):
                if (
                    self.word(group.first - 1) == ","
                    and self.word(group.last) == ","
                    and group.number is None
                    and index
                ):
                    lead = self.groups[index - 1]
                    if lead.last == group.first - 1 and self.countable(lead):  # "Musa Ali, a shopkeeper, was killed"
                        return [lead]
                return self.listed_back(group)
            if adjacent and not inner:
                return []
            if not inner and self.word(group.first - 1) != "," and not group.thing:
                return []
            if index == 0:
                return []
            if self._crossed(self.groups[index - 1].last, group.first):
                return []
            index -= 1
        return []

    def _nearest(self, j: int) -> int | None:
        """The last group before token ``j`` over commas, relative pronouns and adverbs."""
        for k in range(j, max(j - 6, self.sentence.first - 1), -1):
            index = self.ending.get(k + 1)
            if index is not None:
                return index
            if self.word(k) not in (",", "who", "that", "which", "-", "–", "—", ")", "also") and self.tag(k) not in (
                "r",
            ):
                return None
        return None

    def _crossed(self, first: int, last: int) -> bool:
        """Whether a clause boundary or another casualty word lies between two tokens."""
        return any(
            self.tag(k) in ("c", "m", "e", "x") or k in self.acts or self.word(k) in (";", ":")
            for k in range(first, last)
        )

    def back_over(self, j: int, tags: str) -> Iterator[int]:
        """Tokens before ``j``, right to left, as long as their tag is one of ``tags``."""
        j -= 1
        while j >= self.sentence.first and j not in self.acts and (self.tag(j) or "?") in tags:
            yield j
            j -= 1
