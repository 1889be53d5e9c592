"""Text to tokens: words, numbers and marks, with offsets. One pass, linear, any Unicode, never raises."""

from __future__ import annotations

import re

from attrs import field, frozen

from conflict_events.text.fold import fold

__all__ = ["Tokens", "tokenize"]

_TOKEN = re.compile(
    r"""
      (?:[^\W\d_]\.){2,}                                  # U.S.  a.m.  L.T.T.E.
    | \d+(?:[.,:]\d+)*                                    # 20  1,200  3.5  10:30
    | ['’]s\b                                             # Israel's -> Israel + 's
    | [^\W\d_][^\W_]*(?:[\u0300-\u036f]+[^\W_]*)*         # a word, with combining marks
      (?:['’ʼʿ`](?!s\b)[^\W\d_][^\W_]*)*                  # didn't  Sana'a  O'Brien
    | \S                                                  # any other mark by itself
    """,
    re.VERBOSE | re.IGNORECASE,
)

_HYPHENS = frozenset("-‐‑‒–")


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
    ends: list[int] = []
    texts: list[str] = []
    joined: list[bool] = []
    hyphen_at = -1
    for match in _TOKEN.finditer(text):
        word = match.group()
        start, end = match.span()
        if word in _HYPHENS and starts and ends[-1] == start and text[end : end + 1].isalnum():
            hyphen_at = end
            continue
        starts.append(start)
        ends.append(end)
        texts.append(word)
        joined.append(hyphen_at == start)
    return Tokens(text, tuple(starts), tuple(ends), tuple(texts), tuple([fold(word) for word in texts]), tuple(joined))
