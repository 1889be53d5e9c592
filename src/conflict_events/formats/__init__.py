"""Events to records and back: one module for each format, found by name.

``formats.acled``, ``formats.native`` ... are modules, loaded when first used. ``formats.get("acled-csv")`` finds a
format by its name, those of other packages included, which register under the entry point group
``conflict_events.formats``.
"""

from __future__ import annotations

import contextlib
import importlib
import itertools
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from conflict_events.formats.base import Format
from conflict_events.model.errors import FormatError, UnknownNameError

if TYPE_CHECKING:
    from conflict_events.formats import acled, arrow, cameo, frames, geojson, hxl, native, plover, ucdp_ged
    from conflict_events.formats.loaded import Stream

__all__ = [
    "BUILT_IN",
    "Format",
    "acled",
    "arrow",
    "by_ending",
    "cameo",
    "candidates",
    "frames",
    "geojson",
    "get",
    "hxl",
    "names",
    "native",
    "open_events",
    "plover",
    "read",
    "ucdp_ged",
]

GROUP = "conflict_events.formats"
"""Entry point group under which other packages register a ``Format``."""

BUILT_IN = {
    "acled-csv": "acled:CSV",
    "acled-json": "acled:JSON",
    "arrow": "arrow:FORMAT",
    "gdelt": "cameo:FORMAT",
    "geojson": "geojson:FORMAT",
    "hxl": "hxl:FORMAT",
    "native": "native:FORMAT",
    "plover": "plover:JSONL",
    "polecat": "plover:TABLE",
    "ucdp-ged": "ucdp_ged:FORMAT",
}
"""Name of a format -> its module and attribute here; the entry points of this package say the same."""

_MODULES = frozenset({*(target.partition(":")[0] for target in BUILT_IN.values()), "frames"})


def __getattr__(name: str) -> Any:
    if name in _MODULES:
        return importlib.import_module(f"{__name__}.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*__all__, *_MODULES})


def _foreign() -> dict[str, Any]:
    """Entry points of other packages; a name that this package has itself stays its own."""
    from importlib.metadata import entry_points

    return {point.name: point for point in entry_points(group=GROUP) if point.name not in BUILT_IN}


def names() -> tuple[str, ...]:
    """The names of all formats, those of other packages included, sorted.

    >>> "acled-csv" in names()
    True
    """
    return tuple(sorted({*BUILT_IN, *_foreign()}))


def get(name: str) -> Format:
    """The format with this name.

    Args:
        name: e.g. ``acled-csv``, ``native``.

    Raises:
        UnknownNameError: if no installed package has such a format.

    >>> get("native").suffixes
    ('.json',)
    """
    if name in BUILT_IN:
        module, _, attribute = BUILT_IN[name].partition(":")
        found: Format = getattr(importlib.import_module(f"{__name__}.{module}"), attribute)
        return found
    point = _foreign().get(name)
    if point is None:
        raise UnknownNameError("no such format", where="formats.get", expected=", ".join(names()), got=name)
    loaded: Format = point.load()
    return loaded


def by_ending(path: str) -> str:
    """The format that a path's ending stands for, the longest ending first; empty where none does.

    >>> by_ending("events.geojson"), by_ending("events.hxl.csv"), by_ending("events.csv"), by_ending("-")
    ('geojson', 'hxl', 'acled-csv', '')
    """
    names_ = sorted(BUILT_IN, key=lambda name: name != "native")  # of equal endings, the one that loses nothing
    endings = [(ending, name) for name in names_ for ending in get(name).suffixes if path.lower().endswith(ending)]
    return max(endings, key=lambda pair: len(pair[0]), default=("", ""))[1]


def read(source: Any, name: str | None = None) -> tuple[str, Any]:
    """Read a file in a named format, or in the first of ours that takes it.

    Args:
        source: a path, ``-``, or an open stream.
        name: of the format; None tries those of the path's ending, then all, the strictest first.

    Returns:
        Name of the format, and the events with their ``problems``.

    Raises:
        FormatError: if no format takes it; the error is that of the format that the ending stands for.
        UnknownNameError: for an unknown name.
    """
    if name is None:
        source, name = _found(source)
    load = get(name).load
    if load is None:
        raise _written_only(name)
    return name, load(source)


@contextlib.contextmanager
def open_events(source: Any, name: str | None = None) -> Iterator[tuple[str, Stream]]:
    """Open a file as ``read`` does and read its events one by one, in bounded memory.

    Args:
        source: a path, ``-``, or an open stream; where the format is not named, what cannot be read twice (a pipe) is
            kept in memory.
        name: of the format; None finds it.

    Yields:
        Name of the format, and the stream of its events.

    Raises:
        FormatError: if no format takes it; also later on, where the file is cut off.
        UnknownNameError: for an unknown name.
    """
    if name is None:
        source, name = _found(source)
    known = get(name)
    if known.open is not None:
        with known.open(source) as stream:
            yield name, stream
    elif known.load is not None:  # of another package, which can read its files whole only
        from conflict_events.formats.loaded import Stream

        loaded = known.load(source)
        found = itertools.chain(((event, ()) for event in loaded), ((None, (one,)) for one in loaded.problems))
        yield name, Stream(iter(found), list(getattr(loaded, "notices", ())))
    else:
        raise _written_only(name)


def _written_only(name: str) -> UnknownNameError:
    return UnknownNameError("format is written only", where="formats.read", expected="another", got=name)


def _found(source: Any) -> tuple[Any, str]:
    """The source, such that it can be read once more, and the first of our formats that takes its beginning."""
    import io
    import os

    from conflict_events.formats.streams import reading, source_name

    path = source_name(source)
    if source == "-" or not isinstance(source, (str, os.PathLike)):
        with reading(source) as stream:
            source = io.BytesIO(stream.read())
    with reading(source) as stream:
        head = stream.read(65536)
    likely = by_ending(path)
    order = sorted(candidates(head), key=lambda known: known != likely)
    errors = {}
    for known in order:
        opening = get(known).open
        assert opening is not None
        try:
            if isinstance(source, io.BytesIO):
                source.seek(0)
            with opening(source):
                break
        except FormatError as error:
            errors[known] = error
    else:
        first = errors.get(likely) or errors[order[-1]]
        raise FormatError(first.what, where=path, expected=first.expected, got=first.got)
    if isinstance(source, io.BytesIO):
        source.seek(0)
    return source, known


def candidates(head: bytes) -> tuple[str, ...]:
    """The formats that a file may have which begins so, the strictest first.

    >>> candidates(b"PAR1"), candidates(b"event_id_cnty,event_date")
    (('arrow',), ('hxl', 'ucdp-ged', 'acled-csv'))
    """
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith((b"PAR1", b"ARROW1", b"\xff\xff\xff\xff")):
        return ("arrow",)
    if text.startswith((b"{", b"[")):
        return ("native", "geojson", "plover", "acled-csv")
    if b"\t" in head.split(b"\n", 1)[0]:
        return ("gdelt", "plover", "acled-csv")
    return ("hxl", "ucdp-ged", "acled-csv")
