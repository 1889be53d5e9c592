"""Noun groups of a sentence: how many of whom, from determiner to head, without a tagger."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from attrs import evolve

from conflict_events.lexicon.load import section
from conflict_events.mentions.casualties.group import Group
from conflict_events.mentions.casualties.heads import plural_like, verb_like
from conflict_events.mentions.casualties.noun_run import NounRun
from conflict_events.model.quick import frozen
from conflict_events.text.numbers import Number, may_start, number_at
from conflict_events.text.tokens import Tokens

__all__ = ["Grouper"]

_LONGEST = 12
"""Tokens of one group; a longer run of unknown words is no noun group."""

_NOUNS = frozenset({"h", "u"})
"""Tags of known nouns."""

_YEARS = frozenset({"year", "years", "month", "months", "yr"})
_POINTING = frozenset({"this", "that", "these"})
_QUOTES = frozenset("\" “ ‘ '".split())
_OLD = frozenset({"old", "olds"})
_OLDEST = 120


@frozen(slots=True)
class _Opening:
    """What stands before the nouns of a group: "a", "another 12", "three of the"; the nouns start at ``last``."""

    last: int
    number: Number | None = None
    singular: bool = False
    count: str = ""
    more: bool = False


_BARE = _Opening(0)
"""No determiner, no number."""


@cache
def _small_words() -> frozenset[str]:
    """Words that open no group and are part of none."""
    words, numbers = section("casualties"), section("numbers")
    opening = {*numbers["starts"], *numbers["ages"], *words["grammar"]["more"]}
    return frozenset(
        word for word, tag in words["tags"].items() if tag not in (*_NOUNS, "d", "q") and word not in opening
    )


@frozen(slots=True, eq=False)
class Grouper:
    """Reads noun groups of one text.

    Args:
        tokens: the tokenised text.
        acts: casualty words by their first token; no group runs across one.
        words: the lexicon's section ``casualties``.
        numbers: the lexicon's section ``numbers``.
        cased: whether capitals mean names in this text.
    """

    tokens: Tokens
    acts: Mapping[int, Any]
    words: Mapping[str, Any]
    numbers: Mapping[str, Any]
    cased: bool

    def read(self, first: int, last: int) -> tuple[Group, ...]:
        """All noun groups among tokens ``first`` up to, not including, ``last``, left to right, without overlap."""
        folded, acts, tags = self.tokens.folded, self.acts, self.words["tags"]
        starts, more = self.numbers["starts"], self.words["grammar"]["more"]
        tokens, numbers, joined, small = self.tokens, self.numbers, self.tokens.joined, _small_words()
        found: list[Group] = []
        i = first
        while i < last:
            word = folded[i]
            if word in small and i not in acts and not (i + 1 < last and joined[i + 1]):
                i += 1
                continue
            tag = tags.get(word)
            if tag == "q" and tokens.texts[i] == "US" and self.cased:
                tag = None  # the country
            group: Group | None = None
            if i in acts:
                i = acts[i].last
                continue
            if word in self.numbers["ages"]:
                i = self._behind_ages(i + 1, last)
                continue
            if word in more or ((word in starts or word[:1].isdigit()) and may_start(tokens, i, numbers)):
                group = self._opened(i, last)
            elif (tag is None and (word[0].isalnum() or word in _QUOTES)) or tag in _NOUNS:
                group = self._nouns(i, i, _BARE, last)
            elif i + 1 < last and joined[i + 1]:
                group = self._nouns(i, i, _BARE, last)  # "off-duty officers"
            elif tag == "d":
                pronominal = word == "those" and self._pronominal(i, last)
                group = (
                    Group(i, i + 1, count="many", person=True, pronoun=True) if pronominal else self._opened(i, last)
                )
            elif tag == "q":
                group = self._opened(i, last) if self._owner(i, last) else self._pronoun(i)
            if group is None:
                i += 1
            else:
                found.append(group)
                i = group.last
        return tuple(found)

    def _behind_ages(self, i: int, last: int) -> int:
        """The token behind "aged 18, 20 and 25", "aged between 20 and 30"."""
        folded = self.tokens.folded
        ranged = i < last and folded[i] == "between"
        i += ranged
        while i < last and (folded[i][:1].isdigit() or folded[i] in self.numbers["cardinals"]):
            i += 1
            linked = i + 1 < last and folded[i] in (",", "and", "to", "or")
            if linked and (ranged or folded[i + 1][:1].isdigit()):
                i += 1
                ranged = False
        return i

    def _pronoun(self, i: int) -> Group | None:
        """The pronoun "he", "themselves"; "it" and "you" are nobody."""
        word, grammar = self.tokens.folded[i], self.words["grammar"]
        if word in grammar["nobody"]:
            return None
        count = "one" if word in grammar["singular_pronouns"] else "many"
        role = "attacker" if word in grammar["self"] else "unknown"
        return Group(i, i + 1, role=role, count=count, person=True, pronoun=True)

    def _pronominal(self, i: int, last: int) -> bool:
        """Whether "those" stands alone: "those killed", "those who died"."""
        return i + 1 in self.acts or (i + 1 < last and self.words["tags"].get(self.tokens.folded[i + 1]) == "c")

    def _owner(self, i: int, last: int) -> bool:
        """Whether a pronoun owns what follows: "her daughter"."""
        folded = self.tokens.folded
        if folded[i] not in self.words["grammar"]["determiners"] or i + 1 >= last or i + 1 in self.acts:
            return False
        return folded[i + 1][:1].isalnum() and self.words["tags"].get(folded[i + 1], "h") in ("h", "u")

    def _number(self, i: int, end: int) -> Number | None:
        word = self.tokens.folded[i]
        if (word in self.numbers["starts"] or word[:1].isdigit()) and may_start(self.tokens, i, self.numbers):
            return number_at(self.tokens, i, end, self.numbers)
        return None

    def _opened(self, i: int, end: int) -> Group | None:
        """The noun group that a determiner, a number or "more" opens at token ``i``, if one does."""
        opening = self._opening(i, end)
        if opening is None:
            return None
        group = self._nouns(i, opening.last, opening, end)
        if group is not None:
            return self._measured(group, end)
        if opening.number is not None:
            return Group(i, opening.last, opening.number, more=opening.more)
        if self.tokens.folded[i] == "another":
            return Group(i, i + 1, count="one", person=True, more=True)
        return None

    def _measured(self, group: Group, end: int) -> Group:
        """A group whose number is told in another way: "a family of six", "a third" of those who died."""
        folded, grammar, last = self.tokens.folded, self.words["grammar"], group.last
        behind = folded[last] if last < end else ""
        if group.number is None and folded[last - 1] in grammar["collectives"]:
            number = self._number(last + 1, end) if behind == "of" and last + 1 < end else None
            return evolve(group, last=last if number is None else number.last, number=number, count="many")
        ordinal = last - group.first == 2 and folded[group.first] == "a" and folded[last - 1] in grammar["ordinals"]
        return evolve(group, person=True, count="one", more=True) if ordinal and behind != "of" else group

    def _opening(self, i: int, end: int) -> _Opening | None:
        """Determiner, number and "more" at the start of a group; None for an age or for digits that count nobody."""
        folded, grammar = self.tokens.folded, self.words["grammar"]
        j, count, singular, more = i, "", False, False
        number = self._number(j, end)
        if number is None and folded[j] in grammar["determiners"]:
            singular = folded[j] in grammar["singular"]
            j += 1
        if number is None and j < end and folded[j] in grammar["more"]:
            more, singular = True, singular or folded[j] == "another"
            j += 1
        count = "one" if singular else ""
        if number is None and i < j < end:
            number = self._number(j, end)
            if number is not None and number.qualifier is not None and folded[i] in _POINTING:
                return None  # "as a result of this more than 40 people"
        if number is None:
            return None if folded[i][:1].isdigit() else _Opening(j, None, singular, count, more)
        if self._age(number):
            return None
        j = number.last
        if j + 1 < end and folded[j] in _YEARS and folded[j + 1] in _OLD:  # "a 42-year-old man"
            return _Opening(j + 2, None, singular=True, count="one", more=more)
        if j + 1 < end and folded[j] == "of":
            j += 1
            if self.words["tags"].get(folded[j]) == "d":
                j += 1
        return _Opening(j, number, singular=False, count="", more=more)

    def _nouns(self, i: int, opened: int, opening: _Opening, end: int) -> Group | None:
        """The group that starts at token ``i``, with its adjectives and nouns from ``opened`` on."""
        run = NounRun(
            self.tokens, self.words, self.acts, self._breaks, self.cased, opened, min(end, opened + _LONGEST), end,
            opening.singular, opening.number is not None, opening.count, opening.more,
        )  # fmt: skip
        j = run.read()
        if j == opened:
            return None
        count = run.count
        if not (count or run.person or run.name) and opening.number is None:
            head = self.tokens.folded[j - 1]
            if plural_like(head) or (opened > i and verb_like(self.tokens, j - 1, self.words)):
                count = "many" if self.cased or opened > i else ""  # "the remaining"; in capitals "CARLOS" is one
            elif opened > i:
                count = "one"  # "their former mahout"
        return Group(i, j, opening.number, run.role, count, run.person, run.thing, run.name, more=run.more)

    def _breaks(self, j: int, end: int) -> bool:
        """Whether a number opens a new group inside a run of words: "On Tuesday 12 people"."""
        word = self.tokens.folded[j]
        if not ((word in self.numbers["starts"] or word[:1].isdigit()) and may_start(self.tokens, j, self.numbers)):
            return False
        return word not in ("a", "an") and number_at(self.tokens, j, end, self.numbers) is not None

    def _age(self, number: Number) -> bool:
        """Whether a bare number stands between commas behind a name: "Smith, 42, was"."""
        tokens, i = self.tokens, number.first
        if number.stated is None or number.last - i > 1 or i < 2 or number.last >= len(tokens):
            return False
        between = tokens.texts[i - 1] in (",", "(") and tokens.texts[number.last] in (",", ")", ".", ";")
        return between and number.stated < _OLDEST and tokens.texts[i - 2][0].isalpha()
