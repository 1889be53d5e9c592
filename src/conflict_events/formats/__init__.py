"""Events to records and back: one module for each format, found by name.

``formats.acled``, ``formats.native`` ... are modules, loaded when first used. ``formats.get("acled-csv")`` finds a
format by its name, those of other packages included, which register under the entry point group
``conflict_events.formats``.
"""

from __future__ import annotations

import contextlib
import importlib
import itertools
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from conflict_events.formats.base import Format
from conflict_events.model.errors import UnknownNameError

if TYPE_CHECKING:
    from conflict_events.formats import (
        acled,
        arrow,
        cameo,
        frames,
        gdelt_cloud,
        geojson,
        gtd,
        hxl,
        native,
        plover,
        ucdp_ged,
    )
    from conflict_events.formats.loaded import Stream

__all__ = [
    "BUILT_IN",
    "Format",
    "acled",
    "arrow",
    "by_ending",
    "cameo",
    "endings",
    "frames",
    "gdelt_cloud",
    "geojson",
    "get",
    "gtd",
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
    "acled-xlsx": "acled:XLSX",
    "arrow": "arrow:FORMAT",
    "gdelt": "cameo:FORMAT",
    "gdelt-cloud": "gdelt_cloud:FORMAT",
    "geojson": "geojson:FORMAT",
    "gtd": "gtd:FORMAT",
    "hxl": "hxl:FORMAT",
    "icews": "cameo.icews:FORMAT",
    "native": "native:FORMAT",
    "plover": "plover:JSONL",
    "polecat": "plover:TABLE",
    "ucdp-ged": "ucdp_ged:FORMAT",
}
"""Name of a format -> its module and attribute here; the entry points of this package say the same."""

_MODULES = frozenset({*(target.partition(":")[0].partition(".")[0] for target in BUILT_IN.values()), "frames"})


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


def endings(names_: Iterable[str] = ()) -> dict[str, str]:
    """Ending of a file -> name of the format that is written to it.

    Args:
        names_: of formats; none for all that are installed. Of equal endings ours is meant, and of ours the one that
            loses nothing.

    >>> endings()[".csv"], endings()[".json"]
    ('acled-csv', 'native')
    """
    ranked = sorted(names_ or names(), key=lambda name: (name not in BUILT_IN, name != "native"))
    found: dict[str, str] = {}
    for name in ranked:
        known = get(name)
        for ending in known.suffixes if known.dump is not None else ():
            found.setdefault(ending, name)
    return found


def by_ending(path: str) -> str:
    """The format that a path's ending stands for, the longest ending first; empty where none does.

    Formats of other packages are asked only where none of ours has the ending.

    >>> by_ending("events.geojson"), by_ending("events.hxl.csv"), by_ending("events.csv"), by_ending("-")
    ('geojson', 'hxl', 'acled-csv', '')
    """
    for known in (endings(BUILT_IN), endings(_foreign())):
        fitting = [ending for ending in known if path.lower().endswith(ending)]
        if fitting:
            return known[max(fitting, key=len)]
    return ""


def read(source: Any, name: str | None = None, **options: Any) -> tuple[str, Any]:
    """Read a file in a named format, or in the first of ours that takes it.

    Args:
        source: a path, ``-``, or an open stream.
        name: of the format; None tries all of ours that begin so, the strictest first.
        options: those of the format's reader, e.g. ``encoding`` and ``day_first`` of tables.

    Returns:
        Name of the format, and the events with their ``problems``.

    Raises:
        FormatError: if no format takes it; the error is that of the nearest one.
        UnknownNameError: for an unknown name.
    """
    if name is None:
        source, name = _found(source, options)
    known = get(name)
    if known.load is None:
        raise _written_only(name)
    return name, known.load(source, **_checked(known, options))


@contextlib.contextmanager
def open_events(source: Any, name: str | None = None, **options: Any) -> Iterator[tuple[str, Stream]]:
    """Open a file as ``read`` does and read its events one by one, in bounded memory.

    Args:
        source: a path, ``-``, or an open stream; where the format is not named, what cannot be read twice (a pipe) is
            kept in memory.
        name: of the format; None finds it.
        options: those of the format's reader, e.g. ``encoding`` and ``day_first`` of tables.

    Yields:
        Name of the format, and the stream of its events.

    Raises:
        FormatError: if no format takes it; also later on, where the file is cut off.
        UnknownNameError: for an unknown name.
    """
    if name is None:
        source, name = _found(source, options)
    known = get(name)
    _checked(known, options)
    if known.open is not None:
        with known.open(source, **options) as stream:
            yield name, stream
    elif known.load is not None:  # of another package, which can read its files whole only
        from conflict_events.formats.loaded import Stream

        loaded = known.load(source, **options)
        found = itertools.chain(((event, ()) for event in loaded), ((None, (one,)) for one in loaded.problems))
        yield name, Stream(iter(found), list(getattr(loaded, "notices", ())))
    else:
        raise _written_only(name)


def _written_only(name: str) -> UnknownNameError:
    return UnknownNameError("format is written only", where="formats.read", expected="another", got=name)


def _found(source: Any, options: dict[str, Any]) -> tuple[Any, str]:
    from conflict_events.formats.found import format_of

    return format_of(source, by_ending, get, options)


def _checked(known: Format, options: dict[str, Any]) -> dict[str, Any]:
    """The options, all of which the reader takes."""
    strange = [name for name in options if name not in known.reads]
    if strange:
        expected = ", ".join(known.reads) or "none"
        raise UnknownNameError(
            f"{known.name} takes no such option", where="formats.read", expected=expected, got=strange
        )
    return options
