"""One open index file: names looked up in a memory-mapped trie, places read from memory-mapped records."""

from __future__ import annotations

import hashlib
import json
import mmap
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import marisa_trie

from conflict_events.gazetteer.keys import ARTICLES, skeleton, skeleton_key
from conflict_events.gazetteer.layout import FORMAT, HEADER, MAGIC, PAIR, SECTIONS, SPELLED, trie_of
from conflict_events.gazetteer.rows import RECORD, NameKind, Row
from conflict_events.model.errors import LexiconError

__all__ = ["Layer"]

_IS_NAME, _GOES_ON = 1, 2
_REMEMBERED = 100_000


class _Walk(dict[str, int]):
    """What the trie says of a run of words: whether it is a name, whether a longer name starts with it.

    Asked for once, then at a dictionary's price, so that most words of a text, which start no name, cost next to
    nothing; forgets all rather than grow for ever.
    """

    def __init__(self, tries: list[Any]) -> None:
        super().__init__()
        self._tries = tries

    def __missing__(self, words: str) -> int:
        if len(self) >= _REMEMBERED:
            self.clear()
        try:
            # A zero character ends the trie's keys, and a lone surrogate has no bytes: neither stands in a name.
            trie = self._tries[trie_of(words, len(self._tries))]
            known = "\0" not in words and words in trie
            longer = "\0" not in words and next(trie.iterkeys(words + " "), None) is not None
        except UnicodeEncodeError:
            known = longer = False
        found = self[words] = _IS_NAME * known + _GOES_ON * longer
        return found


class Layer:
    """An open index file; ``number`` is 0 for the built-in one."""

    def __init__(self, path: Path, number: int = 0) -> None:
        """Map the file; nothing of it is read but the header and the small meta section.

        Raises:
            LexiconError: if the file is missing, is no index, or was made by another version.
        """
        expected = f"an index of format {FORMAT}, made by python -m conflict_events.build"
        try:
            with path.open("rb") as stream:
                self._map = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError) as error:
            raise LexiconError("no gazetteer index", where=str(path), expected=expected, got=str(error)) from error
        spans: list[int] = [0] * 2 * SECTIONS
        magic, version = b"", 0
        if len(self._map) >= HEADER.size:
            magic, version, *spans = HEADER.unpack_from(self._map)
        if magic != MAGIC or version != FORMAT or spans[-2] + spans[-1] != len(self._map):
            raise LexiconError("not a gazetteer index", where=str(path), expected=expected, got=self._map[:8])
        data = memoryview(self._map)
        meta, self._records, _, seats, tries = (data[spans[i] : spans[i] + spans[i + 1]] for i in range(0, 10, 2))
        self._texts = spans[4]
        self._seats = seats.cast("I")
        self.number = number
        self.path = path
        self.meta: dict[str, Any] = json.loads(bytes(meta))
        self._countries: list[str | None] = [code or None for code in self.meta["countries"]]
        self._features: list[str] = self.meta["features"]
        self._tries = [
            marisa_trie.RecordTrie(">I").map(tries[at : at + size])
            for at, size in (PAIR.unpack_from(tries, i * PAIR.size) for i in range(self.meta["tries"]))
        ]
        self._walk = _Walk(self._tries)
        self._text = lru_cache(maxsize=8192)(self._read_text)
        self.rows = lru_cache(maxsize=16384)(self._rows)

    def __len__(self) -> int:
        return int(self.meta["rows"])

    def __repr__(self) -> str:
        return f"<gazetteer layer {self.number}: {len(self):,} places>"

    def identity(self) -> str:
        """A hash of what is in it; the built-in one carries that of its sources."""
        made_of = self.meta.get("fingerprint") if not self.number else None
        return str(made_of or hashlib.blake2b(self._map, digest_size=16).hexdigest())

    def _read_text(self, at: int) -> str | None:
        start = self._texts + at
        return self._map[start : self._map.find(b"\0", start)].decode() or None

    def row(self, number: int, kind: NameKind = NameKind.MAIN) -> Row:
        """The place with this number."""
        geonameid, latitude, longitude, population, name, admin1, admin2, country, feature = RECORD.unpack_from(
            self._records, number * RECORD.size
        )
        return Row(
            number,
            self.number,
            geonameid or None,
            self._text(name) or "",
            latitude / 1e5,
            longitude / 1e5,
            self._features[feature],
            self._countries[country],
            self._text(admin1),
            self._text(admin2),
            population,
            kind,
        )

    def _rows(self, key: str) -> tuple[Row, ...]:
        """All places with this key, in the order of the file."""
        if not self._walk[key] & _IS_NAME:
            return ()
        trie = self._tries[trie_of(key, len(self._tries))]
        return tuple([self.row(value >> 3, NameKind(value & 7)) for (value,) in sorted(trie[key])])

    def spelled(self, words: tuple[str, ...]) -> tuple[Row, ...]:
        """All places whose name differs from these words by romanisation only."""
        key = skeleton_key(words)
        return self.rows(SPELLED + key) if key else ()

    def longest(self, folded: tuple[str, ...], i: int) -> int:
        """How many words from word ``i`` on are the longest known name; 0 for none."""
        walk = self._walk
        words = folded[i]
        found = walk[words]
        if not found:
            return 0
        best = found & _IS_NAME
        at, end = i + 1, len(folded)
        while found & _GOES_ON and at < end:
            words = f"{words} {folded[at]}"
            found = walk[words]
            at += 1
            if found & _IS_NAME:
                best = at - i
        return best

    def longest_spelled(self, folded: tuple[str, ...], i: int) -> int:
        """Like ``longest`` over the looser keys; a name does not end with a bare article."""
        words, best = "", 0
        for at in range(i, len(folded)):
            word = folded[at]
            if word in ARTICLES:
                continue
            loose = skeleton(word)
            if not loose:
                break
            words = f"{words} {loose}" if words else SPELLED + loose
            found = self._walk[words]
            if found & _IS_NAME:
                best = at + 1 - i
            if not found & _GOES_ON:
                break
        return best

    def nation(self, alpha_2: str) -> Row | None:
        """The row of a country."""
        number = self.meta["nations"].get(alpha_2)
        return None if number is None else self.row(number)

    def seat(self, number: int) -> Row | None:
        """The town that is the seat of a division, where known."""
        pairs = self._seats
        at = bisect_left(range(0, len(pairs), 2), number, key=lambda i: pairs[i]) * 2
        return self.row(pairs[at + 1]) if at < len(pairs) and pairs[at] == number else None

    def everything(self) -> Iterator[Row]:
        """All places, in the order of the file."""
        return (self.row(number) for number in range(len(self)))
