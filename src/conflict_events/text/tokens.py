"""Text to tokens: words, numbers and marks, with offsets. One pass, linear, any Unicode, never raises.

No token reaches over white space, so a text is cut there first, and a stretch of text between two spaces that was seen
before ("said,") is not cut again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from attrs import field

from conflict_events.model.quick import frozen
from conflict_events.text.fold import fold

__all__ = ["Tokens", "tokenize"]

_TOKEN = re.compile(
    r"""
      (?:[^\W\d_]\.){2,}                                  # U.S.  a.m.  L.T.T.E.
    | \d+(?:[.,:]\d+)*                                    # 20  1,200  3.5  10:30
    | ['’][sSſ]\b                                         # Israel's -> Israel + 's
    | [^\W\d_][^\W_]*(?:[\u0300-\u036f]+[^\W_]*)*         # a word, with combining marks
      (?:['’ʼʿ`](?![sSſ]\b)[^\W\d_][^\W_]*)*              # didn't  Sana'a  O'Brien
    | \S                                                  # any other mark by itself
    """,
    re.VERBOSE,
)

_HYPHENS = frozenset("-‐‑‒–")

_REMEMBERED = 40
"""Characters of the longest stretch between two spaces that is remembered, so that memory stays small."""


@frozen(slots=True, eq=False)
class Tokens:
    """The tokens of one text, as parallel tuples: token ``i`` is ``texts[i]`` at ``starts[i]:ends[i]``.

    A hyphen that joins two words is no token; ``joined[i]`` says that token ``i`` hangs on the one before it by
    such a hyphen, so that "air-strike", "air strike" and "Deir al-Balah" are read alike.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    texts: tuple[str, ...]
    folded: tuple[str, ...] = field(repr=False)
    joined: tuple[bool, ...] = field(repr=False)

    def __len__(self) -> int:
        return len(self.starts)

    def quote(self, first: int, last: int) -> str:
        """The text from token ``first`` up to, not including, token ``last``."""
        return self.text[self.starts[first] : self.ends[last - 1]]

    def without(self, spans: Iterable[tuple[int, int]]) -> Tokens:
        """The same text with the tokens ``first`` up to, not including, ``last`` of each span left out.

        Args:
            spans: in the order of the text, without overlap.

        >>> tokenize("Read more: shells hit Goma").without([(0, 3)]).texts
        ('shells', 'hit', 'Goma')
        """
        kept: list[int] = []
        before = 0
        for first, last in spans:
            kept.extend(range(before, first))
            before = last
        kept.extend(range(before, len(self)))
        return Tokens(
            self.text,
            tuple([self.starts[i] for i in kept]),
            tuple([self.ends[i] for i in kept]),
            tuple([self.texts[i] for i in kept]),
            tuple([self.folded[i] for i in kept]),
            tuple([self.joined[i] for i in kept]),
        )


_Pieces = tuple[tuple[str, ...], tuple[str, ...], tuple[bool, ...], tuple[int, ...]]
"""The tokens of a stretch between two spaces: texts, folded, joined, and where they start in it."""


def _cut(stretch: str) -> _Pieces:
    """Cut a stretch of text without white space into tokens; hyphens inside compounds are left out."""
    texts: list[str] = []
    joined: list[bool] = []
    offsets: list[int] = []
    hyphen_at = last = -1
    for match in _TOKEN.finditer(stretch):
        word = match.group()
        start, end = match.span()
        if word in _HYPHENS and last == start and stretch[end : end + 1].isalnum():
            hyphen_at = end
            continue
        texts.append(word)
        joined.append(hyphen_at == start)
        offsets.append(start)
        last = end
    return tuple(texts), tuple([fold(word) for word in texts]), tuple(joined), tuple(offsets)


_known = lru_cache(maxsize=32768)(_cut)


def tokenize(text: str) -> Tokens:
    """Cut a text into tokens.

    Args:
        text: any text.

    Returns:
        Tokens in order; all white space and the hyphens inside compounds are left out.

    >>> tokens = tokenize("Israel’s air-strikes killed 1,200.")
    >>> tokens.texts
    ('Israel', '’s', 'air', 'strikes', 'killed', '1,200', '.')
    >>> tokens.joined[3], tokens.quote(2, 4)
    (True, 'air-strikes')
    """
    starts: list[int] = []
    texts: list[str] = []
    folded: list[str] = []
    joined: list[bool] = []
    at = 0
    for stretch in text.split():
        at = text.find(stretch, at)
        pieces = _known(stretch) if len(stretch) <= _REMEMBERED else _cut(stretch)
        if len(pieces[0]) == 1:  # most are one word: no list is made for it
            starts.append(at)
            texts.append(pieces[0][0])
            folded.append(pieces[1][0])
            joined.append(False)
        else:
            starts += [at + offset for offset in pieces[3]]
            texts += pieces[0]
            folded += pieces[1]
            joined += pieces[2]
        at += len(stretch)
    ends = [start + len(word) for start, word in zip(starts, texts, strict=True)]
    return Tokens(text, tuple(starts), tuple(ends), tuple(texts), tuple(folded), tuple(joined))
