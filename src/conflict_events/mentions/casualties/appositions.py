"""What stands behind people and only says who they are: "(34)", ", aged 34,", ", identified as Musa Ali and Sani Bello,"."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Any

from attrs import evolve

from conflict_events.mentions.casualties.group import Group
from conflict_events.model.quick import frozen
from conflict_events.text.tokens import Tokens

__all__ = ["Appositions"]

_BRACKET = 8
"""Tokens between two brackets that only say who somebody is."""

_NAMES = 60
"""Tokens of a list of names."""

_QUOTED = 8
"""Tokens of a nickname between quotation marks."""

_PARTS = 4
"""Additions behind one group: "Musa Ali (34), alias Tiger, 34,"."""

_OLDEST = 120
_OPEN, _CLOSE = "(", ")"
_BEHIND_AGES = frozenset(", and . ; ) - – —".split())
_QUOTES = {"'": "'", "‘": "’", '"': '"', "“": "”"}


@frozen(slots=True, eq=False)
class Appositions:
    """Finds them in one sentence.

    Args:
        tokens: the text.
        words: the lexicon's section ``casualties``.
        acts: first tokens of casualty words: no addition runs across one.
        last: the token behind the sentence.
        cased: whether capitals mean names in this text.
    """

    tokens: Tokens
    words: Mapping[str, Any]
    acts: Container[int]
    last: int
    cased: bool

    def tied(self, groups: Sequence[Group]) -> Iterator[Group]:
        """The groups, each with the token behind all that only says who its people are; names in it are no groups."""
        behind = 0
        for k, group in enumerate(groups):
            if group.first < behind:
                continue
            if not self._may_follow(group.last):
                yield group
                continue
            tail, named = self._tail(group.last)
            number = group.number
            if named is not None and number is not None and number.stated is not None and number.stated > 1:
                tail = self._others(groups[k + 1 :], tail, number.stated - self._runs(*named))
            behind = tail
            yield group if tail == group.last else evolve(group, tail=tail, named=named)

    def _runs(self, first: int, last: int) -> int:
        """How many names there are between two tokens."""
        texts = self.tokens.texts
        return 1 + sum(
            self._word(j) in (",", "and", "&") and self._word(j + 1)[:1].isalpha() and texts[j + 1][0].isupper()
            for j in range(first, last - 1)
        )

    def _others(self, groups: Sequence[Group], tail: int, left: int) -> int:
        """Behind those of a number who are told without a name: "identified as Musa Ali, his daughter and two friends"."""
        for group in groups:
            if group.first < tail:
                continue
            between = [self._word(j) for j in range(tail - (self._word(tail - 1) == ","), group.first)]
            if not between or any(word not in (",", "and", "&") for word in between):
                break
            named = group.name and not group.person and group.number is None
            size = 1 if group.number is None or group.number.stated is None else group.number.stated
            if size > left and not (named and not left):
                break
            left = max(left - size, 0)
            tail = self._tail(group.last)[0]
        return tail

    def _word(self, i: int) -> str:
        return self.tokens.folded[i] if i < self.last else ""

    def _may_follow(self, i: int) -> bool:
        """Whether an addition can start at a token, by one or two look-ups: most groups have none."""
        word = self._word(i)
        if word == ",":
            word = self._word(i + 1)
            grammar = self.words["grammar"]
            return word.isdecimal() or word in grammar["aged"] or self._names_follow(word)
        return word == _OPEN or self._names_follow(word)

    def _names_follow(self, word: str) -> bool:
        return word in self.words["grammar"]["identified"] or self.words["tags"].get(word) == "r"

    def _tail(self, i: int) -> tuple[int, tuple[int, int] | None]:
        """The token behind the additions that start at a token, and where the names among them stand."""
        named: tuple[int, int] | None = None
        for _ in range(_PARTS):
            behind = self._bracket(i) or self._age(i)
            if behind is None:
                names = self._identified(i)
                if names is None:
                    break
                named, behind = names, names[1] + (self._word(names[1]) == "," and self._word(i) == ",")
            i = behind
        return i, named

    def _bracket(self, i: int) -> int | None:
        """Behind "(34)", "(PLF)", "(34, of Mora)"; a bracket that holds counts or casualty words tells more."""
        if self._word(i) != _OPEN:
            return None
        tags, including = self.words["tags"], self.words["grammar"]["including"]
        for j in range(i + 1, min(i + _BRACKET, self.last)):
            word = self._word(j)
            if word == _CLOSE:
                return j + 1
            if j in self.acts or word in including or (tags.get(word) == "h" and not self.tokens.texts[j][0].isupper()):
                return None
        return None

    def _age(self, i: int) -> int | None:
        """Behind ", 34," and ", aged 34,"."""
        if self._word(i) != ",":
            return None
        j = i + 1 + (self._word(i + 1) in self.words["grammar"]["aged"])
        digits = self._word(j)
        if not (digits.isdecimal() and len(digits) < 4 and int(digits) < _OLDEST):
            return None
        return j + 1 + (self._word(j + 1) == ",") if self._word(j + 1) in _BEHIND_AGES else None

    def _identified(self, i: int) -> tuple[int, int] | None:
        """The names behind ", identified as", "named" or "alias"."""
        grammar = self.words["grammar"]
        j = i + (self._word(i) == ",")
        while self.words["tags"].get(self._word(j)) == "r" and j < i + 3:
            j += 1
        if self._word(j) not in grammar["identified"]:
            return None
        j += 1
        while self._word(j) in grammar["identified_as"]:
            j += 1
        last = self._names(j)
        return (j, last) if last > j else None

    def _names(self, i: int) -> int:
        """Behind a list of names: capitals, initials, ages, nicknames, and what joins them."""
        j = last = i
        while j < min(self.last, i + _NAMES) and j not in self.acts:
            word = self._word(j)
            closing = _QUOTES.get(word)
            if word == _OPEN:
                behind = self._bracket(j)
                if behind is None:
                    break
                j = last = behind
                continue
            if closing is not None:
                quoted = next((k for k in range(j + 1, min(j + _QUOTED, self.last)) if self._word(k) == closing), None)
                if quoted is None:
                    break
                j = last = quoted + 1
                continue
            if self._part_of_name(j):
                last = j + 1
            elif not (word in (",", "and", "&", ".") or word in self.words["grammar"]["identified"]):
                break
            j += 1
        return last

    def _part_of_name(self, j: int) -> bool:
        """Whether a token can be part of a name or an age behind one."""
        word, text = self.tokens.folded[j], self.tokens.texts[j]
        if word.isdecimal():
            return len(word) < 4
        tag = self.words["tags"].get(word)
        if not self.cased:
            return tag is None and word[:1].isalpha()
        return text[0].isupper() and tag not in ("x", "q")
