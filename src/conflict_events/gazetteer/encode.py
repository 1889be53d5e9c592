"""How an index file is laid out, and the writing of it. Same input, same bytes.

A header, then sections, each at a multiple of 16 bytes: meta (JSON), records, strings (UTF-8, each ended by a zero
byte), seats (pairs of a division's and its seat's number, sorted), and a marisa trie of keys whose values are
``number of the record * 8 + kind of name``.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterable, Mapping
from typing import Any

import marisa_trie
from attrs import frozen

from conflict_events.gazetteer.rows import RECORD, NameKind

__all__ = ["FORMAT", "HEADER", "MAGIC", "SECTIONS", "SPELLED", "Entry", "encode"]

FORMAT = 3
MAGIC = b"CEGAZ\0"
SECTIONS = 5
HEADER = struct.Struct(f"<6sH{2 * SECTIONS}Q")
SPELLED = "~"
"""Stands before looser keys; no word of a text starts with it."""

_PAIR = struct.Struct("<II")


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
        """Where the text stands in the pool."""
        text = (text or "").replace("\0", " ")
        at = self._at.get(text)
        if at is None:
            at = self._at[text] = len(self.data)
            self.data += text.encode("utf-8", "replace") + b"\0"
        return at


def _postings(entry: Entry, number: int) -> Iterable[tuple[str, tuple[int]]]:
    best: dict[str, NameKind] = {}
    for key, kind in entry.keys:
        if key and "\0" not in key and not key.startswith(SPELLED):
            best[key] = min(kind, best.get(key, kind))
    for key in entry.spelled:
        best[SPELLED + key] = NameKind.SPELLING
    return ((key, (number * 8 + kind,)) for key, kind in best.items())


def encode(entries: Iterable[Entry], meta: dict[str, Any], seats: Mapping[int, int] | None = None) -> bytes:
    """Write an index.

    Args:
        entries: places, in the order in which look-ups shall return them.
        meta: what to say of the index: sources, attribution.
        seats: number of a division -> number of the town that is its seat.

    Returns:
        The bytes of the file.
    """
    records, strings = bytearray(), _Strings()
    countries: dict[str, int] = {"": 0}
    features: dict[str, int] = {}
    nations: dict[str, int] = {}
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
        postings.extend(_postings(entry, number))
    postings.sort()
    header = {
        **meta,
        "rows": number + 1,
        "keys": len(postings),
        "countries": list(countries),
        "features": list(features),
        "nations": nations,
    }
    return _assemble(
        json.dumps(header, sort_keys=True).encode(),
        bytes(records),
        bytes(strings.data),
        b"".join(_PAIR.pack(*pair) for pair in sorted((seats or {}).items())),
        marisa_trie.RecordTrie(">I", postings).tobytes(),
    )


def _assemble(*sections: bytes) -> bytes:
    at, spans, body = HEADER.size, [], bytearray()
    for section in sections:
        pad = -at % 16
        body += b"\0" * pad + section
        spans += [at + pad, len(section)]
        at += pad + len(section)
    return HEADER.pack(MAGIC, FORMAT, *spans) + bytes(body)
