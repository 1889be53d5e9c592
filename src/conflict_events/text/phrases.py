"""Finding known phrases among tokens: longest match first, one dictionary look-up a token, linear in the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from conflict_events.text.fold import fold_phrase
from conflict_events.text.tokens import Tokens

__all__ = ["Hit", "PhraseTable", "find_all", "longest_at", "phrase_table"]

PhraseTable = Mapping[str, Sequence[tuple[tuple[str, ...], Any]]]
"""First folded word -> ((all folded words, payload), ...), longest first. Plain data, so that it can be stored."""


class Hit(NamedTuple):
    """Tokens ``first`` up to, not including, ``last`` are a known phrase; ``payload`` is what the table says of it."""

    first: int
    last: int
    payload: Any


def phrase_table(entries: Iterable[tuple[str, Any]]) -> dict[str, tuple[tuple[tuple[str, ...], Any], ...]]:
    """Build a table from (phrase, payload) pairs; of equal phrases the first given stays first.

    >>> phrase_table([("air strike", 1), ("air", 2)])
    {'air': ((('air', 'strike'), 1), (('air',), 2))}
    """
    table: dict[str, list[tuple[tuple[str, ...], Any]]] = {}
    for phrase, payload in entries:
        words = fold_phrase(phrase)
        if words:
            table.setdefault(words[0], []).append((words, payload))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in table.items()}


def longest_at(folded: tuple[str, ...], i: int, table: PhraseTable) -> Hit | None:
    """The longest phrase that starts at token ``i``, if any."""
    rows = table.get(folded[i])
    if rows is None:
        return None
    second = folded[i + 1] if i + 1 < len(folded) else ""
    for words, payload in rows:
        size = len(words)
        if size == 1 or (words[1] == second and folded[i : i + size] == words):
            return Hit(i, i + size, payload)
    return None


def find_all(tokens: Tokens, table: PhraseTable) -> Iterator[Hit]:
    """All phrases of the table in a text, leftmost-longest, without overlap.

    >>> from conflict_events.text.tokens import tokenize
    >>> table = phrase_table([("air strike", "A"), ("air", "B")])
    >>> [(hit.first, hit.payload) for hit in find_all(tokenize("Air-strike from the air"), table)]
    [(0, 'A'), (4, 'B')]
    """
    folded = tokens.folded
    skip = -1
    for i in [i for i, word in enumerate(folded) if word in table]:
        if i < skip:
            continue
        rows = table[folded[i]]
        alone = len(rows) == 1 and len(rows[0][0]) == 1  # as most words are
        hit = Hit(i, i + 1, rows[0][1]) if alone else longest_at(folded, i, table)
        if hit is not None:
            skip = hit.last
            yield hit
