"""What the words around an act say of its standing in the article: habit, running total, history, trial, opinion."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from conflict_events.lexicon.load import section
from conflict_events.model.evidence import Evidence
from conflict_events.model.quick import frozen
from conflict_events.text.phrases import Hit, find_all
from conflict_events.text.sentences import Document, Sentence

__all__ = ["MAKES", "SCOPES", "STANDINGS", "Cue", "Standings", "read_standings"]

STANDINGS = ("habit", "total", "history", "trial", "opinion")
"""What a cue may say; ``lexicon/en/discourse.toml`` says what each means."""
SCOPES = ("clause", "before", "modifier", "opening")
"""Where the words of a cue may stand."""
MAKES = ("no", "told")
"""Whether an act of that standing never makes an event, or only where it is told concretely."""

NEAR = 8
"""Cues on either side of an act that are looked at, so that work stays linear in a text of nothing but cues."""
ADJECTIVES = 4
"""Tokens between a cue that modifies a noun and the noun ("a string of deadly bomb attacks")."""
OPENING = 3
"""Tokens at the opening of a sentence among which a cue speaks for all of it."""


class _Entry(NamedTuple):
    """A cue as it was compiled."""

    id: str
    standing: str
    scope: str
    reach: int
    plural: bool
    named: bool


@frozen(slots=True)
class Cue:
    """Words that give an act its standing."""

    standing: str
    makes: str
    why: str
    words: Evidence


@frozen(slots=True, eq=False)
class Standings:
    """The cues of a document, to be asked for any act in it."""

    document: Document
    hits: tuple[Hit, ...]
    firsts: tuple[int, ...]

    def of(self, index: int, first: int, last: int, *, noun: bool, gerund: bool = False) -> Cue | None:
        """The cue that speaks of an act, if any does.

        Args:
            index: the act's sentence.
            first: first token of the word that tells it.
            last: the token behind it.
            noun: whether that word is a noun.
            gerund: whether it is a gerund ("accused of killing").

        Returns:
            The nearest cue that reaches the act, or None where the article tells it as news.
        """
        sentence = self.document.sentences[index]
        asked = self._question(sentence)
        if asked is not None:
            return asked
        middle = bisect_left(self.firsts, first)
        near = self.hits[max(0, middle - NEAR) : middle + NEAR]
        for hit in sorted(near, key=lambda hit: abs(hit.first - first)):
            if hit.first < sentence.first or hit.first >= sentence.last:
                continue
            entry = _Entry(*section("discourse")["cues"][hit.payload])
            if self._reaches(hit, entry, sentence.first, first, last, noun=noun, gerund=gerund):
                return self._cue(hit, entry)
        return None

    def _question(self, sentence: Sentence) -> Cue | None:
        """The mark that makes a sentence a question, as a cue."""
        last = self.document.tokens.texts[sentence.last - 1]
        if last not in section("discourse")["asking"]:
            return None
        makes, why = section("discourse")["standings"]["opinion"]
        return Cue("opinion", makes, why, Evidence(sentence.end - len(last), sentence.end, last, "standing.question"))

    def _reaches(
        self, hit: Hit, entry: _Entry, opening: int, first: int, last: int, *, noun: bool, gerund: bool
    ) -> bool:
        """Whether the words of a cue speak of the act at tokens ``first`` up to ``last``."""
        folded = self.document.tokens.folded
        if entry.scope == "opening":
            return bool(hit.first < opening + OPENING)
        if entry.scope == "modifier":
            if not noun or not 0 <= first - hit.last <= ADJECTIVES:
                return False
            return not entry.plural or folded[last - 1].endswith("s")
        if entry.scope == "before":
            if entry.named and not noun and not gerund:
                return False
            between = folded[hit.last : first]
            return hit.last <= first and len(between) <= entry.reach and _open(between)
        between = folded[hit.last : first] if hit.last <= first else folded[last : hit.first]
        return len(between) <= entry.reach and _one_clause(between)

    def _cue(self, hit: Hit, entry: _Entry) -> Cue:
        """The cue with its words as evidence."""
        tokens = self.document.tokens
        start, end = tokens.starts[hit.first], tokens.ends[hit.last - 1]
        words = Evidence(start, end, self.document.text[start:end], f"standing.{entry.id}")
        makes, why = section("discourse")["standings"][entry.standing]
        return Cue(entry.standing, makes, why, words)


def _open(between: tuple[str, ...]) -> bool:
    """Whether no clause ends between a cue and an act."""
    stops: frozenset[str] = section("grammar")["stops"]
    return stops.isdisjoint(between)


def _one_clause(between: tuple[str, ...]) -> bool:
    """Whether a cue and an act stand in one clause: no mark, no conjunction, no relative pronoun between them."""
    grammar = section("grammar")
    return (
        grammar["marks"].isdisjoint(between)
        and grammar["subordinators"].isdisjoint(between)
        and grammar["relatives"].isdisjoint(between)
        and "but" not in between
    )


def read_standings(document: Document) -> Standings:
    """Find all cues of a document.

    Args:
        document: the text.

    >>> from conflict_events.text.sentences import read
    >>> standings = read_standings(read("Bandits regularly attack villages."))
    >>> standings.of(0, 2, 3, noun=False).standing
    'habit'
    """
    hits = tuple([hit for hit in find_all(document.tokens, section("discourse")["table"]) if hit.payload >= 0])
    return Standings(document, hits, tuple([hit.first for hit in hits]))
