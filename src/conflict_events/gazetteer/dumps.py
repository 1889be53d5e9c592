"""A finer index from dumps of GeoNames (allCountries.txt, XX.zip): bounded memory, resumable, written atomically.

The dump is read once and its places are spooled to files by importance, with a note of how far the reading came; then
the spools are written to the index from the most to the least important. A broken run goes on where it stopped.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import zipfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import IO

from attrs import asdict, define, field

from conflict_events.gazetteer.draft import Draft, acled_name, is_usable, table
from conflict_events.gazetteer.encode import ATTRIBUTION, Writer
from conflict_events.gazetteer.rows import NameKind, plain
from conflict_events.model.errors import LexiconError
from conflict_events.whole import whole

__all__ = ["build_index"]

Progress = Callable[[str, int, int], None]
"""Told (what is done, how much, of how much)."""

_COLUMNS = 19
_RANKS = 40
"""Spools: countries first, then by magnitude of population; of equal ones divisions come after towns."""
_CHECKPOINT = 200_000
_LONGEST_LINE = 1 << 18
_NAMES_A_TRIE = 150_000
_MOST_TRIES = 400


def _quiet(_what: str, _done: int, _whole: int) -> None:
    """Say nothing."""


def build_index(dumps: Sequence[Path], out: Path, progress: Progress = _quiet) -> int:
    """Build an index from GeoNames dumps.

    Args:
        dumps: text files of 19 tab-separated columns, or zip files with one in it; several add up.
        out: the index to write; ``out.parts`` beside it holds the work of a broken run.
        progress: is told how far the work is.

    Returns:
        The number of places.

    Raises:
        LexiconError: if a dump is missing or is none, naming file and line.
    """
    work = out.with_name(out.name + ".parts")
    spools = _Spools(work, dumps)
    spools.fill(progress)
    whole, done = spools.state.places, 0
    with Writer(work / "index", tries=min(_MOST_TRIES, spools.state.names // _NAMES_A_TRIE + 1)) as writer:
        for done, draft in enumerate(spools.drafts(), start=1):
            writer.add(draft.entry())
            if done % 5000 == 0:
                progress("places", done, whole)
        progress("places", whole, whole)
        meta = {"attribution": ATTRIBUTION, "source": ", ".join(path.name for path in dumps)}
        for tries in writer.finish(meta):
            progress("names", tries, writer.tries)
        writer.assemble(out)
    spools.remove()
    return done


@define(slots=True)
class _State:
    """How far the reading came: so many lines of so many dumps, so many bytes in each spool."""

    dump: int = 0
    line: int = 0
    places: int = 0
    names: int = 0
    sizes: list[int] = field(factory=lambda: [0] * (_RANKS + 1))


class _Spools:
    """The places of the dumps in files by rank, and how far the reading came."""

    def __init__(self, work: Path, dumps: Sequence[Path]) -> None:
        self.work, self.dumps = work, dumps
        self.state = _State()
        self._files: list[IO[bytes]] = []
        self._note = work / "state.json"
        rules = table("divisions")["dump"]
        self._classes, self._codes, self._never = (frozenset(rules[k]) for k in ("classes", "codes", "never"))
        inputs = "\n".join(f"{path.resolve()} {_size(path)} {path.stat().st_mtime_ns}" for path in dumps)
        self._inputs = hashlib.blake2b(inputs.encode(), digest_size=16).hexdigest()
        if self._note.exists():
            note = json.loads(self._note.read_text(encoding="utf-8"))
            if note["inputs"] == self._inputs:
                self.state = _State(**note["state"])

    def fill(self, progress: Progress) -> None:
        """Read the dumps from where the last run stopped."""
        self.work.mkdir(parents=True, exist_ok=True)
        for rank, size in enumerate(self.state.sizes):
            path = self.work / f"rank.{rank}"
            path.touch()
            os.truncate(path, size)
            self._files.append(path.open("ab", buffering=1 << 16))
        try:
            while self.state.dump < len(self.dumps):
                self._read(self.dumps[self.state.dump], progress)
                self.state.dump += 1
                self.state.line = 0
                self._remember()
        finally:
            for file in self._files:
                file.close()

    def _read(self, path: Path, progress: Progress) -> None:
        skip, whole = self.state.line, _size(path)
        with _open(path) as lines:
            read = 0
            for number, line in enumerate(iter(partial(lines.readline, _LONGEST_LINE), b""), start=1):
                read += len(line)
                if number <= skip:
                    continue
                self._take(line, path, number)
                if number % _CHECKPOINT == 0:
                    self.state.line = number
                    self._remember()
                if number % 5000 == 0:
                    progress(path.name, min(read, whole), whole)
            progress(path.name, whole, whole)

    def _take(self, line: bytes, path: Path, number: int) -> None:
        columns = line.split(b"\t")
        if len(columns) != _COLUMNS:
            raise LexiconError("not a GeoNames dump", where=f"{path}:{number}", expected="19 columns", got=len(columns))
        try:
            float(columns[4]), float(columns[5]), int(columns[0]), int(columns[14] or 0)
        except ValueError as error:
            raise LexiconError(
                "not a GeoNames dump", where=f"{path}:{number}", expected="numbers", got=str(error)
            ) from None
        feature = f"{columns[6].decode('ascii', 'replace')}.{columns[7].decode('ascii', 'replace')}"
        division = feature in ("A.ADM1", "A.ADM2")
        if division:
            self._spool(_RANKS, line)  # kept apart too, for the names of the divisions that places lie in
        if feature in self._never or not (feature[:1] in self._classes or feature in self._codes):
            return
        population = max(0, int(columns[14] or 0))
        rank = 0 if feature.startswith("A.PCL") else _RANKS - 2 - min(population.bit_length(), _RANKS - 4)
        self._spool(rank + (feature[0] == "A" and rank > 0), line)
        self.state.places += 1
        self.state.names += 2 + columns[3].count(b",")

    def _spool(self, rank: int, line: bytes) -> None:
        self._files[rank].write(line if line.endswith(b"\n") else line + b"\n")

    def _remember(self) -> None:
        for file in self._files:
            file.flush()
            os.fsync(file.fileno())  # the note must not outlast what it tells of
        self.state.sizes = [file.tell() for file in self._files]
        with whole(self._note) as stream:
            stream.write(json.dumps({"inputs": self._inputs, "state": asdict(self.state)}).encode())

    def remove(self) -> None:
        """Remove what this work has put into its folder, and the folder if nothing else is in it."""
        shutil.rmtree(self.work / "index", ignore_errors=True)
        for path in (self._note, *(self.work / f"rank.{rank}" for rank in range(_RANKS + 1))):
            path.unlink(missing_ok=True)
        with contextlib.suppress(OSError):
            self.work.rmdir()

    def drafts(self) -> Iterator[Draft]:
        """The places, the most important first."""
        names: dict[str, str] = {}
        for columns in _rows(self.work / f"rank.{_RANKS}"):
            code = ".".join((columns[8], *columns[10 : 11 if columns[7] == "ADM1" else 12]))
            names[code] = acled_name(columns[8], columns[1]) if columns[7] == "ADM1" else acled_name("", columns[1])
        for rank in range(_RANKS):
            for columns in _rows(self.work / f"rank.{rank}"):
                yield _draft(columns, names)


def _rows(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8", errors="replace", newline="\n") as lines:
        for line in lines:
            yield line.rstrip("\r\n").split("\t")


def _draft(columns: list[str], names: dict[str, str]) -> Draft:
    name, country = columns[1], columns[8]
    first = f"{country}.{columns[10]}"
    draft = Draft(
        name,
        float(columns[4]),
        float(columns[5]),
        f"{columns[6]}.{columns[7]}",
        country or None,
        names.get(first),
        names.get(f"{first}.{columns[11]}"),
        int(columns[14] or 0),
        int(columns[0]),
        names={name: NameKind.MAIN, columns[2] or plain(name): NameKind.MAIN},
    )
    draft.add(filter(is_usable, columns[3].split(",")))
    if columns[6] == "A":
        draft.add({acled_name(country, name), acled_name("", name)}, NameKind.VARIANT)
    return draft


def _size(path: Path) -> int:
    """Bytes of text in a dump."""
    try:
        if path.suffix.lower() != ".zip":
            return path.stat().st_size
        with zipfile.ZipFile(path) as archive:
            return archive.getinfo(_member(archive, path)).file_size
    except (OSError, zipfile.BadZipFile) as error:
        raise LexiconError("cannot read a dump", where=str(path), expected="a .txt or .zip", got=str(error)) from error


def _member(archive: zipfile.ZipFile, path: Path) -> str:
    """The dump in the archive; GeoNames puts a readme beside it."""
    names = [n for n in archive.namelist() if n.endswith(".txt") and not n.lower().startswith("readme")]
    if len(names) != 1:
        raise LexiconError("no dump in the archive", where=str(path), expected="one XX.txt", got=archive.namelist())
    return names[0]


def _open(path: Path) -> IO[bytes]:
    if path.suffix.lower() != ".zip":
        return path.open("rb", buffering=1 << 20)
    archive = zipfile.ZipFile(path)
    return archive.open(_member(archive, path))
