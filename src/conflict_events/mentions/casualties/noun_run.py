"""Adjectives and nouns up to the head, and the name behind it: "Afghan security forces", "leader Omar Ali", "rebel 'commander'"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from attrs import define

from conflict_events.mentions.casualties.heads import is_thing, leads_on, plural_like, verb_like
from conflict_events.text.phrases import longest_at
from conflict_events.text.tokens import Tokens

__all__ = ["NounRun"]

_QUOTES = {"'": "'", "‘": "’", '"': '"', "“": "”", "''": "''"}
"""Opening marks, each with its closing one."""

_QUOTED = 8
"""Tokens of a word or rank between quotation marks."""

_NOUNS = frozenset({"h", "u"})
_PLAIN = frozenset({"h", "u", None})


@define(slots=True, eq=False)
class NounRun:
    """What is known of the words read so far.

    Args:
        tokens: the text.
        words: the lexicon's section ``casualties``.
        acts: casualty words by their first token.
        breaks: whether a number opens another group at a token.
        cased: whether capitals mean names in this text.
        opened: first token of the run.
        end: token that must not be passed.
        stop: the token behind all that may be looked at.
        singular: whether "a" or the like opens the group.
        numbered: whether a number does.
        count: "one", "many" or "".
        more: whether they come on top of others.
    """

    tokens: Tokens
    words: Mapping[str, Any]
    acts: Mapping[int, Any]
    breaks: Callable[[int, int], bool]
    cased: bool
    opened: int
    end: int
    stop: int
    singular: bool = False
    numbered: bool = False
    count: str = ""
    more: bool = False
    role: str = "unknown"
    person: bool = False
    thing: bool = False
    name: bool = False
    quote: str = ""

    def read(self) -> int:
        """Read on as far as the words belong together.

        Returns:
            The token behind them.
        """
        j, end, acts, folded = self.opened, self.end, self.acts, self.tokens.folded
        while j < end and j not in acts:
            step = self._take(j, folded[j])
            if not step:
                break
            j += step
        while j > self.opened and folded[j - 1] == "'s":
            j -= 1
        return j

    def _take(self, j: int, word: str) -> int:
        """How many tokens the run takes at one; none where it ends."""
        words, joined = self.words, self.tokens.joined
        phrase = longest_at(self.tokens.folded, j, words["phrases"]) if word in words["phrases"] else None
        if phrase is not None and phrase.last <= self.end:
            role, plural = phrase.payload
            self._people(role, plural)
            self.role = role
            return phrase.last - j
        tag = self._tag(j, word)
        if word == "'s":
            return self._mark(j, word)
        if (j + 1 < self.end and joined[j + 1]) or (joined[j] and tag not in _NOUNS):
            return 1  # a part of "off-duty", "rebel-held"
        if word in words["grammar"]["more"]:
            if j > self.opened and self.breaks(j, self.end):
                return 0
            self.more = True
            return 1
        if tag == "h":
            if joined[j] and self.tokens.folded[j - 1] in words["grammar"]["against"]:
                return 1  # "anti-rebel forces"
            self._people(*words["people"][word])
            self.more = self.more or word == "others"
            return 1
        if tag == "u":
            self.thing, self.person = True, False
            return 1
        return self._unknown(j, word) if tag is None else 0

    def _tag(self, j: int, word: str) -> str | None:
        """The kind of small word, less those written as names: "13 US soldiers", "10 Left Wing rebels"."""
        tag: str | None = self.words["tags"].get(word)
        if tag in ("q", "e") and self.cased:
            texts = self.tokens.texts
            wing = j == self.opened and self.numbered and texts[j][0].isupper() and texts[j + 1][:1].isupper()
            if texts[j] == "US" or (tag == "e" and wing):
                return None
        return tag

    def _people(self, role: str, plural: str) -> None:
        self.role = role if role != "unknown" or not self.person else self.role
        self.person, self.thing = True, False
        self.count = "one" if self.singular else plural

    def _unknown(self, j: int, word: str) -> int:
        """A word of no list: a name, an adjective, an unknown head; or a mark inside of a name."""
        if not word[:1].isalnum():
            return self._mark(j, word)
        if j > self.opened and self.breaks(j, self.end):
            return 0
        capital = self.cased and self.tokens.texts[j][0].isupper()
        if not self.person:
            ended = self.cased and j > self.opened and not capital and verb_like(self.tokens, j, self.words)
            if (self.thing and capital) or ended:
                return 0  # "in the town Hutu villagers"; "a house raided by"
            self.thing = self.thing or (not capital and is_thing(word, self.words))
        elif not (
            capital or (not self.cased and self.count == "one")
        ):  # "POLICEMAN JOSE AGUIRRE": only the title tells
            one = self.count in ("one", "")
            if not leads_on(self.tokens, j, self.stop, self.words, self.acts, singular=self.singular, one=one):
                return 0  # "people fled"
            self.thing = is_thing(word, self.words)
            self.person = not self.thing
            self.count = "one" if self.singular or not plural_like(word) else "many"
        self.name = self.name or capital
        return 1

    def _mark(self, j: int, word: str) -> int:
        """A mark that belongs to a name: "Mrs. Danjuma", "Danjuma's guards", "rebel 'commander' Danjuma"."""
        folded = self.tokens.folded
        if word == "." and j > self.opened and folded[j - 1] in self.words["grammar"]["titles"]:
            return 1
        if word == "'s" and j + 1 < self.end and j + 1 not in self.acts:
            self.person = self.thing = self.singular = False
            self.count = ""
            return 1
        if self.quote and word == self.quote:
            self.quote = ""
            return 1
        if word in _QUOTES and self._quoted(j, _QUOTES[word]):
            self.quote = _QUOTES[word]
            return 1
        return 0

    def _quoted(self, j: int, closing: str) -> bool:
        """Whether a few words up to a closing mark are quoted."""
        for k in range(j + 1, min(j + _QUOTED, self.stop)):
            word = self.tokens.folded[k]
            if word == closing:
                return k > j + 1
            if k in self.acts or not word[0].isalpha() or self.words["tags"].get(word) not in _PLAIN:
                return False
        return False
