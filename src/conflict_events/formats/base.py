"""What a format is: a name, its file endings, and how events are written to it and read from it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from conflict_events.formats.loss import LossReport

if TYPE_CHECKING:
    from conflict_events.formats.loaded import Opener

__all__ = ["Format"]


@frozen(slots=True, kw_only=True)
class Format:
    """One format.

    Args:
        name: by which it is asked for.
        title: one line for people.
        suffixes: file endings, the usual one first.
        dump: ``dump(events, target, **options)`` writes to a path or stream and returns the loss report.
        dumps: ``dumps(events, **options)`` gives the text; None for binary formats.
        load: ``load(source, **options)`` gives the events read, in a sequence with ``.problems``; None where the
            format is written only.
        open: ``with open(source) as stream`` reads the same events one by one, in bounded memory; None where the
            format cannot.
        why_one_way: for formats without ``load``: why.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    dump: Callable[..., LossReport]
    dumps: Callable[..., str] | None = None
    load: Callable[..., Any] | None = None
    open: Opener | None = None
    why_one_way: str = field(default="")
