"""What a format is: a name, its file endings, and how events are written to it and read from it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from conflict_events.formats.loss import LossReport

if TYPE_CHECKING:
    from conflict_events.formats.loaded import Opener

__all__ = ["TABLE", "Format"]

TABLE = ("encoding", "day_first")
"""Options of the readers of tables."""


@frozen(slots=True, kw_only=True)
class Format:
    """One format.

    Args:
        name: by which it is asked for.
        title: one line for people.
        suffixes: file endings, the usual one first.
        dump: ``dump(events, target, **options)`` writes to a path or stream and returns the loss report; None where the
            format is only read.
        dumps: ``dumps(events, **options)`` gives the text; None for binary formats.
        load: ``load(source, **options)`` gives the events read, in a sequence with ``.problems``; None where the
            format is written only.
        open: ``with open(source) as stream`` reads the same events one by one, in bounded memory; None where the
            format cannot.
        reads: options that ``load`` and ``open`` take.
        needed: columns by which a table of the format is known.
        why_one_way: for formats without ``load`` or without ``dump``: why.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    dump: Callable[..., LossReport] | None = None
    dumps: Callable[..., str] | None = None
    load: Callable[..., Any] | None = None
    open: Opener | None = None
    reads: tuple[str, ...] = ()
    needed: tuple[str, ...] = ()
    why_one_way: str = field(default="")
