"""The writing of index files in bounded memory; ``layout.py`` says how they are laid out. Same input, same bytes."""

from __future__ import annotations

import json
import shutil
import struct
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import IO, Any, BinaryIO, Self

import marisa_trie
from attrs import frozen

from conflict_events.gazetteer.layout import FORMAT, HEADER, MAGIC, PAIR, SPELLED, trie_of
from conflict_events.gazetteer.rows import RECORD, NameKind
from conflict_events.whole import whole

__all__ = ["ATTRIBUTION", "Entry", "Writer", "write_index"]

ATTRIBUTION = "Contains data of GeoNames (https://www.geonames.org/), CC BY 4.0, changed: selected, joined, folded."
"""Stands in the meta section of every index with data of GeoNames."""

_SEAT = struct.Struct("<II")
_STRINGS_REMEMBERED = 100_000


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


def _keys(entry: Entry) -> dict[str, NameKind]:
    best: dict[str, NameKind] = {}
    for key, kind in entry.keys:
        if key and "\0" not in key and not key.startswith(SPELLED):
            best[key] = min(kind, best.get(key, kind))
    for key in entry.spelled:
        best[SPELLED + key] = NameKind.SPELLING
    return best


class Writer:
    """Takes entries in the order in which look-ups shall return them, and spools them to a folder.

    Memory does not grow with the number of entries: names and keys go to disk, and each trie is built by itself.
    """

    def __init__(self, folder: Path, tries: int = 1) -> None:
        """Open the spool files, emptying what a broken run has left."""
        folder.mkdir(parents=True, exist_ok=True)
        self.folder, self.tries, self.rows, self.keys = folder, tries, 0, 0
        self._open = ExitStack()
        self._records = self._spool("records")
        self._strings = self._spool("strings")
        self._postings = [self._spool(f"keys.{i}") for i in range(tries)]
        self._strings.write(b"\0")
        self._size = 1
        self._at: dict[str, int] = {}
        self._countries: dict[str, int] = {"": 0}
        self._features: dict[str, int] = {}
        self._nations: dict[str, int] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def _spool(self, name: str) -> BinaryIO:
        return self._open.enter_context((self.folder / name).open("wb", buffering=1 << 16))

    def _text(self, text: str | None) -> int:
        """Where a text stands in the pool of strings; an equal one written not long ago is used again."""
        if not text:
            return 0
        at = self._at.get(text)
        if at is None:
            if len(self._at) >= _STRINGS_REMEMBERED:
                self._at.clear()
            data = text.replace("\0", " ").encode("utf-8", "replace") + b"\0"
            at = self._at[text] = self._size
            self._size += len(data)
            self._strings.write(data)
        return at

    def add(self, entry: Entry) -> int:
        """Write one place, and return its number."""
        number, country = self.rows, entry.country or ""
        if entry.feature.startswith("A.PCL"):
            self._nations.setdefault(country, number)
        self._records.write(
            RECORD.pack(
                entry.geonameid or 0,
                round(entry.latitude * 1e5),
                round(entry.longitude * 1e5),
                min(max(entry.population, 0), 2**32 - 1),
                self._text(entry.name),
                self._text(entry.admin1),
                self._text(entry.admin2),
                self._countries.setdefault(country, len(self._countries)),
                self._features.setdefault(entry.feature, len(self._features)),
            )
        )
        for key, kind in _keys(entry).items():
            line = f"{key}\t{number * 8 + kind}\n".encode("utf-8", "replace")
            self._postings[trie_of(key, self.tries)].write(line)
            self.keys += 1
        self.rows += 1
        return number

    def finish(self, meta: Mapping[str, Any], seats: Mapping[int, int] | None = None) -> Iterator[int]:
        """Build the tries one by one, yielding the number done, then leave the small sections beside them.

        Args:
            meta: what to say of the index: sources, attribution.
            seats: number of a division -> number of the town that is its seat.
        """
        self._open.close()
        pairs = sorted((seats or {}).items())
        (self.folder / "seats").write_bytes(b"".join(_SEAT.pack(*pair) for pair in pairs))
        header = {
            **meta,
            "rows": self.rows,
            "keys": self.keys,
            "tries": self.tries,
            "countries": list(self._countries),
            "features": list(self._features),
            "nations": self._nations,
        }
        (self.folder / "meta").write_text(json.dumps(header, sort_keys=True), encoding="ascii")
        for i in range(self.tries):
            with (self.folder / f"keys.{i}").open(encoding="utf-8", newline="\n") as lines:
                postings = [(key, (int(value),)) for key, _, value in (line.partition("\t") for line in lines)]
            postings.sort()
            (self.folder / f"trie.{i}").write_bytes(marisa_trie.RecordTrie(">I", postings).tobytes())
            yield i + 1

    def assemble(self, path: Path) -> None:
        """Put the sections together into one file, atomically."""
        path.parent.mkdir(parents=True, exist_ok=True)
        tries = [self.folder / f"trie.{i}" for i in range(self.tries)]
        at, directory = _aligned(PAIR.size * self.tries), []
        for trie in tries:
            directory.append((at, trie.stat().st_size))
            at = _aligned(at + trie.stat().st_size)
        (self.folder / "directory").write_bytes(b"".join(PAIR.pack(*pair) for pair in directory))
        with whole(path) as out:
            out.write(bytes(HEADER.size))
            spans = []
            for name in ("meta", "records", "strings", "seats"):
                spans += [_append(out, self.folder / name), (self.folder / name).stat().st_size]
            start = _append(out, self.folder / "directory")
            for trie in tries:
                _append(out, trie)
            spans += [start, out.tell() - start]
            out.seek(0)
            out.write(HEADER.pack(MAGIC, FORMAT, *spans))


def _aligned(at: int) -> int:
    return at + -at % 16


def _append(out: IO[bytes], section: Path) -> int:
    """Copy a file to the next multiple of 16 bytes; returns where it starts."""
    out.write(bytes(-out.tell() % 16))
    start = out.tell()
    with section.open("rb") as stream:
        shutil.copyfileobj(stream, out, 1 << 20)
    return start


def write_index(
    path: Path, entries: Iterable[Entry], meta: Mapping[str, Any], seats: Mapping[int, int] | None = None
) -> None:
    """Write a small index in one go: one trie, atomically."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="conflict-events-") as folder, Writer(Path(folder)) as writer:
        for entry in entries:
            writer.add(entry)
        for _ in writer.finish(meta, seats):
            pass
        writer.assemble(path)
