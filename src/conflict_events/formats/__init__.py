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
    from conflict_events.formats import acled, native

__all__ = ["BUILT_IN", "Format", "acled", "get", "names", "native"]

GROUP = "conflict_events.formats"
"""Entry point group under which other packages register a ``Format``."""

BUILT_IN = {
    "acled-csv": "acled:CSV",
    "acled-json": "acled:JSON",
    "native": "native:FORMAT",
}
"""Name of a format -> its module and attribute here; the entry points of this package say the same."""

_MODULES = frozenset(target.partition(":")[0] for target in BUILT_IN.values())


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
