"""A bar with rate and time left, for a person who watches a terminal; nothing in a pipe or where rich is not installed."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeAlias

__all__ = ["Show", "bar"]

Show: TypeAlias = Callable[[int, int, int], None]
"""Told of bytes read, bytes in all, and articles done."""


@contextmanager
def bar() -> Iterator[Show]:
    """Something to tell the progress to, for as long as the work goes on.

    >>> with bar() as show:
    ...     show(10, 20, 1)
    """
    if not sys.stderr.isatty():
        yield _silent
        return
    try:
        from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn
    except ImportError:
        yield _silent
        return
    from rich.console import Console

    words = TextColumn("{task.fields[articles]:,} articles, {task.fields[rate]:,.0f}/s")
    columns = (BarColumn(), TaskProgressColumn(), words, TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), redirect_stdout=False) as shown:
        task = shown.add_task("", total=None, articles=0, rate=0.0)
        start = time.monotonic()

        def show(read: int, whole: int, articles: int) -> None:
            rate = articles / max(time.monotonic() - start, 1e-3)
            shown.update(task, completed=read, total=max(whole, 1), articles=articles, rate=rate)

        yield show


def _silent(_read: int, _whole: int, _articles: int) -> None:
    """Say nothing."""
