"""One index file: written from places and names, read by memory map, shared by all processes that open it.

Layout: a header, then sections, each at a multiple of 16 bytes: meta (JSON), records, strings (UTF-8, each ended by
a zero byte), seats (pairs of a division's and its seat's number, sorted), first words (one byte a hash bucket: the most words of any name whose first word falls there), and a
marisa trie of keys whose values are ``record number * 8 + kind of name``. Same input, same bytes.
"""

from __future__ import annotations

import json
import mmap
import struct
import zlib
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import marisa_trie
from attrs import frozen

from conflict_events.gazetteer.keys import skeleton, skeleton_key
from conflict_events.gazetteer.rows import RECORD, NameKind, Row
from conflict_events.model.errors import LexiconError

__all__ = ["FORMAT", "Entry", "Layer", "encode"]

FORMAT = 2
_MAGIC = b"CEGAZ\0"
_HEADER = struct.Struct("<6sH12Q")
_PAIR = struct.Struct("<II")
_BUCKETS = 1 << 21
_SPELLED = "~"
"""Stands before looser keys; no word of a text starts with it."""


@frozen(slots=True)
class Entry:
    """One place to be written, with its keys: (key, kind of name) pairs and looser keys."""

    geonameid: int | None
    name: str
    latitude: float
    longitude: float
    feature: str
    country: str | None
    admin1: str | None
    admin2: str | None
    population: int
    keys: tuple[tuple[str, NameKind], ...]
    spelled: tuple[str, ...] = ()


class _Strings:
    """A pool of texts, each stored once."""

    def __init__(self) -> None:
        self.data = bytearray(b"\0")
        self._at: dict[str, int] = {"": 0}

    def add(self, text: str | None) -> int:
        text = (text or "").replace("\0", " ")
        at = self._at.get(text)
        if at is None:
            at = self._at[text] = len(self.data)
            self.data += text.encode() + b"\0"
        return at


def _bucket(word: str) -> int:
    return zlib.crc32(word.encode("utf-8", "surrogatepass")) & (_BUCKETS - 1)


def encode(entries: Iterable[Entry], meta: dict[str, Any], seats: Mapping[int, int] | None = None) -> bytes:
    """Write an index.

    Args:
        entries: places, in the order in which look-ups shall return them.
        meta: what to say of the index: sources, attribution.
        seats: number of a division -> number of the town that is its seat.
    """
    records, strings = bytearray(), _Strings()
    countries: dict[str, int] = {"": 0}
    features: dict[str, int] = {}
    nations: dict[str, int] = {}
    firsts = bytearray(_BUCKETS)
    postings: list[tuple[str, tuple[int]]] = []
    number = -1
    for number, entry in enumerate(entries):
        country = entry.country or ""
        if entry.feature.startswith("A.PCL"):
            nations.setdefault(country, number)
        records += RECORD.pack(
            entry.geonameid or 0,
            round(entry.latitude * 1e5),
            round(entry.longitude * 1e5),
            min(max(entry.population, 0), 2**32 - 1),
            strings.add(entry.name),
            strings.add(entry.admin1),
            strings.add(entry.admin2),
            countries.setdefault(country, len(countries)),
            features.setdefault(entry.feature, len(features)),
            0,
        )
        best: dict[str, NameKind] = {}
        for key, kind in entry.keys:
            if key and "\0" not in key:
                best[key] = min(kind, best.get(key, kind))
        for key in entry.spelled:
            best[_SPELLED + key] = NameKind.SPELLING
        for key, kind in best.items():
            postings.append((key, (number * 8 + kind,)))
            first, _, rest = key.partition(" ")
            at = _bucket(first)
            firsts[at] = max(firsts[at], min(255, 2 + rest.count(" ") if rest else 1))
    postings.sort()
    header = {
        **meta,
        "format": FORMAT,
        "rows": number + 1,
        "keys": len(postings),
        "countries": list(countries),
        "features": list(features),
        "nations": nations,
    }
    sections = (
        json.dumps(header, ensure_ascii=True, sort_keys=True).encode(),
        bytes(records),
        bytes(strings.data),
        b"".join(_PAIR.pack(*pair) for pair in sorted((seats or {}).items())),
        bytes(firsts),
        marisa_trie.RecordTrie(">I", postings).tobytes(),
    )
    at, spans, body = _HEADER.size, [], bytearray()
    for section in sections:
        pad = -at % 16
        body += b"\0" * pad + section
        spans += [at + pad, len(section)]
        at += pad + len(section)
    return _HEADER.pack(_MAGIC, FORMAT, *spans) + bytes(body)


class _Spans(dict[str, int]):
    """First word -> the most words of any name that may start with it; 0 for most words, which start none.

    Read from the file when first asked for, then at a dictionary's price; forgets all rather than grow for ever.
    """

    def __init__(self, firsts: memoryview) -> None:
        super().__init__()
        self._firsts = firsts

    def __missing__(self, first: str) -> int:
        if len(self) > 200_000:
            self.clear()
        span = self[first] = self._firsts[_bucket(first)]
        return span


class Layer:
    """An open index file."""

    def __init__(self, path: Path, number: int = 0) -> None:
        """Map the file; nothing of it is read but the header and the small meta section.

        Raises:
            LexiconError: if the file is missing, is no index, or was made by another version.
        """
        expected = f"an index of format {FORMAT}, made by python -m conflict_events.build"
        try:
            with path.open("rb") as stream:
                data = memoryview(mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ))
        except (OSError, ValueError) as error:
            raise LexiconError("no gazetteer index", where=str(path), expected=expected, got=str(error)) from error
        magic = bytes(data[:6])
        if magic != _MAGIC or len(data) < _HEADER.size or _HEADER.unpack_from(data)[1] != FORMAT:
            raise LexiconError("not a gazetteer index", where=str(path), expected=expected, got=bytes(data[:8]))
        spans = _HEADER.unpack_from(data)[2:]
        meta, self._records, self._strings, self._seats, firsts, trie = (
            data[spans[i] : spans[i] + spans[i + 1]] for i in range(0, 12, 2)
        )
        self.number = number
        self.meta: dict[str, Any] = json.loads(bytes(meta))
        self._countries: list[str | None] = [code or None for code in self.meta["countries"]]
        self._features: list[str] = self.meta["features"]
        self._trie = marisa_trie.RecordTrie(">I").map(trie)
        self._text = lru_cache(maxsize=4096)(self._read_text)
        self.spans = _Spans(firsts)
        self.rows = lru_cache(maxsize=8192)(self._rows)

    def __len__(self) -> int:
        return int(self.meta["rows"])

    def __repr__(self) -> str:
        return f"<gazetteer layer {self.number}: {len(self):,} places>"

    def _read_text(self, at: int) -> str | None:
        end = at
        while self._strings[end]:
            end += 1
        return bytes(self._strings[at:end]).decode() or None

    def row(self, number: int, kind: NameKind = NameKind.MAIN) -> Row:
        """The place with this number."""
        geonameid, latitude, longitude, population, name, admin1, admin2, country, feature, _ = RECORD.unpack_from(
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
        try:
            values = self._trie.get(key) or ()
        except UnicodeEncodeError:
            return ()
        return tuple(self.row(value >> 3, NameKind(value & 7)) for (value,) in values)

    def spelled(self, words: tuple[str, ...]) -> tuple[Row, ...]:
        """All places whose name differs from these words by romanisation only."""
        key = skeleton_key(words)
        return self.rows(_SPELLED + key) if key else ()

    def longest(self, folded: tuple[str, ...], i: int) -> int:
        """How many words from word ``i`` on are the longest known name; 0 for none."""
        limit = self.spans[folded[i]]
        if not limit:
            return 0
        try:
            for size in range(min(limit, len(folded) - i), 0, -1):
                if " ".join(folded[i : i + size]) in self._trie:
                    return size
        except UnicodeEncodeError:
            pass
        return 0

    def longest_spelled(self, folded: tuple[str, ...], i: int) -> int:
        """Like ``longest`` over the looser keys; a name neither starts nor ends with a bare article."""
        for size in range(min(6, len(folded) - i), 0, -1):
            key = skeleton_key(folded[i : i + size])
            if key and self.spans[_SPELLED + key.partition(" ")[0]] and skeleton(folded[i + size - 1]):
                try:
                    if _SPELLED + key in self._trie:
                        return size
                except UnicodeEncodeError:
                    return 0
        return 0

    def nation(self, alpha_2: str) -> Row | None:
        """The row of a country."""
        number = self.meta["nations"].get(alpha_2)
        return None if number is None else self.row(number)

    def seat(self, number: int) -> Row | None:
        """The town that is the seat of a division, where known."""
        pairs = self._seats.cast("I")
        at = bisect_left(pairs[::2], number)
        return self.row(pairs[at * 2 + 1]) if at * 2 < len(pairs) and pairs[at * 2] == number else None

    def everything(self) -> Iterator[Row]:
        """All places, in the order of the file."""
        return (self.row(number) for number in range(len(self)))
