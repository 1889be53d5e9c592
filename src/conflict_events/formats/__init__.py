"""Events to records and back: one module for each format, found by name.

``formats.acled``, ``formats.native`` ... are modules, loaded when first used. ``formats.get("acled-csv")`` finds a
format by its name, those of other packages included, which register under the entry point group
``conflict_events.formats``.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from conflict_events.formats.base import Format
from conflict_events.model.errors import UnknownNameError

if TYPE_CHECKING:
    from conflict_events.formats import acled, arrow, cameo, frames, geojson, hxl, native, plover, ucdp_ged

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
    if name is not None:
        found = get(name)
        if found.load is None:
            raise UnknownNameError("format is written only", where="formats.read", expected="another", got=name)
        return name, found.load(source)
    import io

    from conflict_events.formats.streams import reading, source_name
    from conflict_events.model.errors import FormatError

    with reading(source) as stream:
        data = stream.read()
    path = source_name(source)
    likely = by_ending(path)
    order = sorted(candidates(data[:65536]), key=lambda known: known != likely)
    errors = {}
    for known in order:
        load = get(known).load
        assert load is not None
        try:
            return known, load(io.BytesIO(data))
        except FormatError as error:
            errors[known] = error
    first = errors.get(likely) or errors[order[-1]]
    raise FormatError(first.what, where=path, expected=first.expected, got=first.got)


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
