"""Words that colour an act: who may stand on either side, weapons, targets, contexts. Bits, one scan a document."""

from __future__ import annotations

from functools import cache, lru_cache

from attrs import field

from conflict_events.lexicon.load import section
from conflict_events.model.quick import frozen
from conflict_events.text.phrases import Hit, find_all
from conflict_events.text.sentences import Document

__all__ = ["Cues", "bit", "scan"]


@frozen(slots=True, eq=False)
class Cues:
    """What the cue words say, as bit masks.

    ``tokens[i]`` holds the classes of the phrase that token ``i`` is part of, ``sentences[s]`` all of sentence ``s``;
    ``sides`` are the phrases that may name a side, in the order of the text.
    """

    tokens: list[int]
    sentences: list[int]
    sides: tuple[Hit, ...] = field(repr=False)

    def within(self, first: int, last: int) -> int:
        """Classes among tokens ``first`` up to, not including, ``last``."""
        found = 0
        for mask in self.tokens[max(0, first) : last]:
            found |= mask
        return found

    def around(self, index: int) -> int:
        """Classes of a sentence and of the two beside it."""
        found = 0
        for mask in self.sentences[max(0, index - 1) : index + 2]:
            found |= mask
        return found


@cache
def bit(*names: str) -> int:
    """The mask of classes by name."""
    bits = section("cues")["bits"]
    return sum(bits[name] for name in names)


@lru_cache(maxsize=4)
def scan(document: Document) -> Cues:
    """All cue phrases of a document; documents compare by identity, so both finders of one article share the scan.

    >>> from conflict_events.text.sentences import read
    >>> cues = scan(read("Police fired tear gas."))
    >>> bool(cues.sentences[0] & bit("riot_control")), len(cues.sides)
    (True, 1)
    """
    lexicon = section("cues")
    side_bits = lexicon["sides"]
    tokens = [0] * len(document.tokens)
    sentences = [0] * len(document.sentences)
    sides = []
    sentence_of = document.sentence_of
    for hit in find_all(document.tokens, lexicon["table"]):
        mask = hit.payload
        tokens[hit.first : hit.last] = [mask] * (hit.last - hit.first)
        sentences[sentence_of[hit.first]] |= mask
        if mask & side_bits:
            sides.append(hit)
    return Cues(tokens, sentences, tuple(sides))
