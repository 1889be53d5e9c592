"""The gazetteer: the built-in index and the user's own layers above it, opened once a process."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from functools import cache
from pathlib import Path

from conflict_events.gazetteer.layer import Layer
from conflict_events.gazetteer.rows import Row
from conflict_events.model.errors import LexiconError

__all__ = ["BUILT_IN", "VARIABLE", "Gazetteer", "chosen", "fingerprint", "gazetteer", "open_gazetteer", "using"]

_PACKAGE = Path(__file__).parent.parent
BUILT_IN = _PACKAGE / "_built" / "gazetteer.idx"
"""The index that comes with the package."""

VARIABLE = "CONFLICT_EVENTS_GAZETTEER"
"""Environment variable: the user's own gazetteers, separated as in PATH, the first asked first."""


class Gazetteer:
    """Places by name, in one or more layers; the first layer given is asked first and its places come first.

    >>> places = gazetteer()
    >>> words = ("shells", "hit", "deir", "al", "balah", "on", "monday")
    >>> places.longest(words, 0), places.longest(words, 2)
    (0, 3)
    >>> row = places.rows("el fasher")[0]
    >>> row.country, round(row.latitude, 1), round(row.longitude, 1), row.admin1
    ('SD', 13.6, 25.3, 'North Darfur')
    """

    def __init__(self, layers: tuple[Layer, ...]) -> None:
        self.layers = layers

    def longest(self, folded: tuple[str, ...], i: int) -> int:
        """The number of words of the longest known name that starts at word ``i``.

        Args:
            folded: a text's folded words, as ``Tokens.folded`` has them.
            i: where to start.

        Returns:
            0 where no name starts.
        """
        if len(self.layers) == 1:
            return self.layers[0].longest(folded, i)
        return max(layer.longest(folded, i) for layer in self.layers)

    def rows(self, key: str) -> tuple[Row, ...]:
        """All places of this name, own layers first, then countries first and towns by population.

        Args:
            key: folded words joined by one space.
        """
        if len(self.layers) == 1:
            return self.layers[0].rows(key)
        return self._merged(row for layer in self.layers for row in layer.rows(key))

    @staticmethod
    def _merged(rows: Iterable[Row]) -> tuple[Row, ...]:
        """One row a place: of places that several layers have, the first, which is the user's own."""
        kept: dict[object, Row] = {}
        for row in rows:
            kept.setdefault(row.geonameid or (row.layer, row.row), row)
        return tuple(kept.values())

    def longest_spelled(self, folded: tuple[str, ...], i: int) -> int:
        """Like ``longest``, over names that differ by romanisation only (Hodeida, al-Hudaydah); slower, so last."""
        return max(layer.longest_spelled(folded, i) for layer in self.layers)

    def spelled(self, words: tuple[str, ...]) -> tuple[Row, ...]:
        """Places whose name differs from these folded words by romanisation only, as ``NameKind.SPELLING``."""
        if len(self.layers) == 1:
            return self.layers[0].spelled(words)
        return self._merged(row for layer in self.layers for row in layer.spelled(words))

    def identity(self) -> str:
        """A hash of all that its layers know: two gazetteers that share it read alike."""
        return ", ".join(layer.identity() for layer in self.layers)

    def seat(self, row: Row) -> Row | None:
        """The town that is the seat of a division: ACLED codes what is known of a province only at its capital."""
        return next((layer.seat(row.row) for layer in self.layers if layer.number == row.layer), None)

    def nation(self, alpha_2: str) -> Row | None:
        """The row of a country or territory, by alpha-2 code."""
        for layer in self.layers:
            found = layer.nation(alpha_2)
            if found is not None:
                return found
        return None


def fingerprint() -> str:
    """Hash over what the built-in index is made of, to see in a source checkout whether it is stale."""
    import hashlib

    digest = hashlib.blake2b(digest_size=16)
    build = _PACKAGE / "build"
    sources = [build / name for name in ("gazetteer.py", "divisions.py", "data/admin.tsv.xz")]
    sources += sorted((_PACKAGE / "lexicon" / "places").glob("*.toml"))
    sources += [_PACKAGE / "gazetteer" / name for name in ("draft.py", "keys.py", "encode.py", "layout.py", "rows.py")]
    for path in sources:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def gazetteer() -> Gazetteer:
    """The gazetteer in use: that of ``using``, or else the built-in one under those of ``CONFLICT_EVENTS_GAZETTEER``.

    Raises:
        LexiconError: if an index is missing or a file of own places cannot be read.
    """
    return _chosen.get() or _default(os.environ.get(VARIABLE, ""))


def chosen() -> bool:
    """Whether the gazetteer in use is that of ``using``, which this process alone knows of."""
    return _chosen.get() is not None


def open_gazetteer(*paths: str | Path) -> Gazetteer:
    """The built-in gazetteer with the user's own above it.

    Args:
        paths: indexes made by ``conflict-events gazetteer build`` (``.idx``), or lists of places as CSV or GeoJSON;
            the first given is asked first.

    Raises:
        LexiconError: if a file is missing or cannot be read.
    """
    own = [_open(Path(path), len(paths) - i) for i, path in enumerate(paths)]
    return Gazetteer((*own, _built_in()))


@contextmanager
def using(*paths: str | Path) -> Iterator[Gazetteer]:
    """Within the block, articles are read with these gazetteers of the user's above the built-in one.

    >>> with using() as places:
    ...     places is gazetteer()
    True
    """
    token = _chosen.set(open_gazetteer(*paths))
    try:
        yield gazetteer()
    finally:
        _chosen.reset(token)


_chosen: ContextVar[Gazetteer | None] = ContextVar("gazetteer", default=None)


@cache
def _default(variable: str) -> Gazetteer:
    return open_gazetteer(*(path for path in variable.split(os.pathsep) if path))


def _open(path: Path, number: int) -> Layer:
    """An index, or a list of places made into one that lives as long as the process."""
    if path.suffix.lower() not in (".csv", ".tsv", ".json", ".geojson"):
        return Layer(path, number)
    import tempfile

    from conflict_events.gazetteer.encode import write_index
    from conflict_events.gazetteer.own import read_own

    with tempfile.TemporaryDirectory(prefix="conflict-events-", ignore_cleanup_errors=True) as folder:
        index = Path(folder) / "own.idx"
        write_index(index, (draft.entry() for draft in read_own(path)), {"source": path.name})
        return Layer(index, number)


@cache
def _built_in() -> Layer:
    if not (_PACKAGE.parent.parent / "pyproject.toml").exists():
        return Layer(BUILT_IN)
    with suppress(LexiconError):
        layer = Layer(BUILT_IN)
        if layer.meta["fingerprint"] == fingerprint():
            return layer
    from conflict_events.build.gazetteer import build_gazetteer

    return Layer(build_gazetteer())
