"""Where an article was sent from: "BEIRUT (Agency) -", "GOMA, Congo -". Acts happen elsewhere as often as there."""

from __future__ import annotations

from collections.abc import Iterator

from conflict_events.mentions.places.cue import Cue
from conflict_events.mentions.places.words import Words
from conflict_events.text.sentences import Document

__all__ = ["datelines"]

REACH = 24
"""So many tokens has a dateline at most, with the day and the agency."""
OPENING = 4
"""So many paragraphs may stand before it: a headline, a second one, who wrote it."""
LONE = 3
"""So many words has a name that a colon sets before its story."""
STARTER, GENERIC = int(Cue.STARTER), int(Cue.GENERIC)
_DASHES = frozenset(("-", "–", "—", "_"))
_OPENS, _CLOSES = frozenset(("(", "[")), frozenset((")", "]"))
_SMALL = frozenset(("de", "del", "la", "of", "al", "el", "and", "du", "des", "da", "do"))


def _paragraphs(document: Document) -> Iterator[int]:
    """First tokens of the paragraphs that may open with a dateline."""
    seen: set[int] = set()
    for sentence in document.sentences:
        if sentence.paragraph not in seen:
            if len(seen) >= OPENING:
                return
            seen.add(sentence.paragraph)
            yield sentence.first


def datelines(document: Document, words: Words) -> list[tuple[int, int]]:
    """First tokens, and one past the last, of what stands before the dash of a dateline.

    Args:
        document: the text.
        words: its tokens as the place rules look at them.

    >>> from conflict_events.lexicon.load import section
    >>> from conflict_events.text.sentences import read
    >>> document = read("GOMA, Congo (Agency) - Shells fell.")
    >>> datelines(document, Words.of(document, section("places")["marks"]))
    [(0, 6)]
    """
    return [(first, end) for first in _paragraphs(document) if (end := _end(words, first)) > first]


def _end(words: Words, first: int) -> int:
    """The dash that ends a dateline which opens at word ``first``; ``first`` itself where none does."""
    texts = words.texts
    if first >= len(texts) or not words.caps[first] or words.marks[first] & STARTER:
        return first
    inside = 0
    for i in range(first, min(len(texts), first + REACH)):
        text = texts[i]
        if text in _OPENS:
            inside += 1
        elif text in _CLOSES:
            inside -= 1
        elif inside:
            continue
        elif text in _DASHES:
            joined = words.joined[i] and i + 1 < len(texts) and words.joined[i + 1] and texts[i + 1] not in _DASHES
            if i > first and not (text == "-" and joined):
                return i
        elif not _may_stand(words, first, i):
            return first
    return first


def _may_stand(words: Words, first: int, i: int) -> bool:
    """Whether a word may stand in a dateline: names, days and full stops of short forms."""
    text = words.texts[i]
    if text in {",", "."} or text[0].isdigit() or words.folded[i] in _SMALL:
        return True
    if words.plain:
        return not words.marks[i] & STARTER and i - first < REACH // 3
    return words.caps[i]
