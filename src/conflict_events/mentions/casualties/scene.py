"""One sentence laid out for reading claims: its casualty words, its noun groups, and steps between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import evolve, field, frozen

from conflict_events.mentions.casualties.groups import Group
from conflict_events.text.phrases import Hit
from conflict_events.text.sentences import Document, Sentence

__all__ = ["Chain", "Scene"]

_REACH = 40
"""Tokens over which a subject, an object or a subset may stand away from its verb."""

_HOPS = 12
"""Noun groups that are stepped over on the way to a subject."""

_RELATIVE = frozenset({"who", "whom", "that", "which"})
_DASHES = frozenset("- – — --".split())
_BRACKETS = frozenset("( )".split())
_ABSOLUTE = frozenset({"with", "after", "as", "leaving"})


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
            if (self.word(j), self.word(j + 1)) in (("as", "well"), ("along", "with"), ("together", "with")):
                linked, j = True, j + (3 if self.word(j) == "as" else 2)
            index = self.at.get(j)
            if not (comma or linked) or index is None:
                break
            group = self.groups[index]
            if not self.countable(group) or self.predicate_behind(group) or self.word(group.last) in _RELATIVE:
                break
            if comma and not linked and group.number is None and not self._list_goes_on(group):
                break
            if comma and found[-1].name and group.number is None and self.tag(group.first) == "d":
                break  # "Musa Ali, a teacher and a friend": still Musa Ali
            found.append(group)
        return _without_shares(found, self)

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
                    index = self.ending.get(j)
                    if index is None or self.word(self.groups[index].first - 1) != ",":
                        break  # "..., and" goes on with a list of three or more, else with a new clause
            elif linked and self.word(j - 1) == ",":
                j -= 1
            else:
                break
            index = self.ending.get(j)
            if index is None or not self.countable(self.groups[index]):
                break
            found.insert(0, self.groups[index])
        return _without_shares(found, self)

    def subject(
        self, j: int, *, adjacent: bool = False, sure: bool = False, singular: bool | None = None
    ) -> list[Group]:
        """The people of whom the words behind token ``j`` tell: the subject that ends there.

        Args:
            j: the last token before verb, auxiliaries and adverbs.
            adjacent: True where no auxiliary marks the verb, so that the subject must end right there.
            sure: True where the verb speaks of people only, so that unknown words are people too.
            singular: number of the auxiliary, if there is one.
        """
        index = self.ending.get(j + 1)
        gap = False
        if index is None:
            index, gap = self._nearest(j, adjacent=adjacent)
        if index is None:
            return []
        for _ in range(_HOPS):
            group = self.groups[index]
            if j + 1 - group.first > _REACH:
                return []
            found = self._as_subject(group, index, adjacent=adjacent, sure=sure, gap=gap)
            if found:
                return [_numbered(one, singular) for one in found] if len(found) == 1 else found
            index = self._before(group, index, adjacent=adjacent)
            if index is None:
                return []
        return []

    def _as_subject(self, group: Group, index: int, *, adjacent: bool, sure: bool, gap: bool) -> list[Group]:
        """The group, with what it is coordinated with, if it can be the subject."""
        fits = self.plausible if sure else self.countable
        before = self.tag(group.first - 1)
        inner = before in ("p", "o", "i") and not (gap and (group.number is not None or group.person))
        if inner and self.word(group.first - 1) in _ABSOLUTE and group.number is not None:
            inner = False
        if not fits(group) or (inner and not (adjacent and (group.person or group.pronoun))):
            return []
        lead = self.groups[index - 1] if index else None
        if lead is not None and lead.last <= group.first:
            mark = self.word(lead.last)
            between = range(lead.last + 1, group.first)
            if mark == "," and self.word(group.last) == "," and fits(lead) and all(self.tag(k) == "r" for k in between):
                if group.number is None:  # "Musa Ali, a shopkeeper, was killed", "three men, all farmers, were killed"
                    role = lead.role if lead.role != "unknown" or not between else group.role
                    return [evolve(lead, role=role)]
        found = self.listed_back(group)
        if len(found) > 1 and (
            self.tag(found[0].first - 1) == "i" or self.word(found[0].first - 1) in ("them", "whom")
        ):
            return []
        whole = self.ending.get(found[0].first - 1)
        if (
            whole is not None
            and self.word(found[0].first - 1) in _DASHES | _BRACKETS
            and self.groups[whole].number is not None
        ):
            return [self.groups[whole]]
        return found

    def _before(self, group: Group, index: int, *, adjacent: bool) -> int | None:
        """The group before one that is no subject, if it may be stepped over."""
        inner = self.tag(group.first - 1) in ("p", "o", "i", "+") or self.word(group.first - 1) in ("them", "whom")
        if index == 0 or (not inner and (adjacent or (self.word(group.first - 1) != "," and not group.thing))):
            return None
        if self._crossed(self.groups[index - 1].last, group.first):
            return None
        return index - 1

    def _nearest(self, j: int, *, adjacent: bool) -> tuple[int | None, bool]:
        """(the last group before token ``j``, whether a relative pronoun ties it): over commas, ages and adverbs."""
        tied = False
        for k in range(j, max(j - 6, self.sentence.first - 1), -1):
            index = self.ending.get(k + 1)
            if index is not None:
                return index, tied
            word = self.word(k)
            if word in _RELATIVE:
                tied = True
            elif adjacent and not (word == "," and k == j):
                break
            elif (
                not (word in _DASHES or word in _BRACKETS or word == "," or (word.isdigit() and len(word) < 4))
                and self.tag(k) != "r"
            ):
                break
        return None, False

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


def _numbered(group: Group, singular: bool | None) -> Group:
    """A group whose own words tell no number takes that of the auxiliary."""
    if singular is None or group.count or group.number is not None:
        return group
    return evolve(group, count="one" if singular else "many")


def _without_shares(found: list[Group], scene: Scene) -> list[Group]:
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
