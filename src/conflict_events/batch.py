"""Many articles, one machine: coded in several processes, handed out in the order they came, in bounded memory."""

from __future__ import annotations

import datetime as dt
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from conflict_events.model.article import Article, article_of
from conflict_events.model.coded import CodedArticle, Problem
from conflict_events.model.errors import BadInputError, WrongTypeError
from conflict_events.model.scope import Scope
from conflict_events.pipeline import code
from conflict_events.text.analysis import Analyser

if TYPE_CHECKING:
    from concurrent.futures import Future
    from multiprocessing.context import BaseContext

__all__ = ["code_many", "in_order"]

One = TypeVar("One")
Other = TypeVar("Other")

AHEAD = 2
"""Chunks that wait for each worker: enough that none idles, few enough that memory stays bounded."""


def code_many(
    articles: Iterable[Article | str],
    workers: int = 1,
    chunk: int = 32,
    policy: str = "acled",
    *,
    scope: str = Scope.CONFLICT,
    published: dt.date | str | None = None,
    analyser: Analyser | None = None,
) -> Iterator[CodedArticle]:
    """Code articles one after another, or in several processes at once.

    Args:
        articles: any iterable of articles or plain texts; it is read only as far as the workers can follow.
        workers: processes; 1 codes in this one.
        chunk: articles handed to a worker at a time.
        policy: how casualty claims become figures.
        scope: ``conflict``, or ``all`` for ordinary crime too.
        published: day of publication of those that do not say it.
        analyser: a parser to ask, as for ``code``; with several workers it must be one that can be pickled.

    Returns:
        One result an article, in the order of the articles, whatever the number of workers. An article on which
        coding fails gives a result without events that carries the error as a problem; the rest go on.

    Raises:
        BadInputError: for fewer than one worker or article a chunk.
        UnknownNameError: for an unknown policy or scope.
        WrongTypeError: for one text or one article, and, when it is reached, for what is no article among many.

    >>> [len(coded.events) for coded in code_many(["Rebels shelled Goma.", Article("Nothing happened.")])]
    [1, 0]
    """
    for name, value in (("workers", workers), ("chunk", chunk)):
        if value < 1:
            raise BadInputError("too few", where=f"code_many.{name}", expected="1 or more", got=value)
    if isinstance(articles, (str, bytes, Article)) or not hasattr(articles, "__iter__"):
        expected = "a list or another iterable of articles; code takes a single Article or text"
        raise WrongTypeError("no articles", where="code_many", expected=expected, got=articles)
    code("", policy, published=published, scope=scope)  # an unknown name is an error now, not in a worker later
    chunks = _chunks((article_of(article, published, where="code_many") for article in articles), chunk)
    parts = in_order(partial(_code_chunk, policy=policy, scope=scope, analyser=analyser), chunks, workers)
    return (coded for part in parts for coded in part)


def _chunks(articles: Iterable[Article], size: int) -> Iterator[list[Article]]:
    rest = iter(articles)
    while part := list(islice(rest, size)):
        yield part


def _code_chunk(
    articles: list[Article],
    policy: str,
    read: Callable[..., CodedArticle] = code,
    analyser: Analyser | None = None,
    scope: str = Scope.CONFLICT,
) -> list[CodedArticle]:
    """Code some articles; what fails on one of them is told with it."""
    done: list[CodedArticle] = []
    for article in articles:
        try:
            more = {} if analyser is None else {"analyser": analyser}
            done.append(read(article, policy, scope=scope, **more))
        except Exception as error:  # noqa: BLE001 - one bad article must not cost the others
            problem = Problem(f"this article could not be coded: {type(error).__name__}: {error}")
            done.append(CodedArticle(article, problems=(problem,), policy=policy))
    return done


def in_order(
    work: Callable[[One], Other], items: Iterable[One], workers: int, context: BaseContext | None = None
) -> Iterator[Other]:
    """Results of some work in the order of its items, a few items ahead for each worker and no more.

    Args:
        work: a function that can be pickled, and so must its results be.
        items: read only as far as the workers can follow.
        workers: processes; 1 works in this one.
        context: how processes are started; None as Python does by itself.

    >>> list(in_order(abs, [-1, 2, -3], 1))
    [1, 2, 3]
    """
    if workers == 1:
        yield from map(work, items)
        return
    from concurrent.futures import ProcessPoolExecutor

    rest = iter(items)
    waiting: deque[Future[Other]] = deque()
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_follow_parent) as pool:
        try:
            for item in islice(rest, workers * AHEAD):
                with _deaf_children():
                    waiting.append(pool.submit(work, item))
            while waiting:
                yield waiting.popleft().result()
                for item in islice(rest, 1):
                    with _deaf_children():
                        waiting.append(pool.submit(work, item))
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


@contextmanager
def _deaf_children() -> Iterator[None]:
    """Processes that start within hear no Ctrl-C from their first moment on; this one hears it when they have started."""
    import signal

    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _follow_parent() -> None:
    """Make a worker end with its parent, however that ends, and leave Ctrl-C to the parent."""
    import multiprocessing
    import os
    import signal
    import threading
    from multiprocessing.connection import wait

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def end() -> None:
        wait([parent.sentinel])
        os._exit(1)

    threading.Thread(target=end, daemon=True).start()
