"""Many articles, one machine: coded in several processes, handed out in the order they came, in bounded memory."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice

from conflict_events.model.article import Article
from conflict_events.model.coded import CodedArticle, Problem
from conflict_events.model.errors import BadInputError
from conflict_events.pipeline import code

__all__ = ["code_many"]

AHEAD = 2
"""Chunks that wait for each worker: enough that none idles, few enough that memory stays bounded."""


def code_many(
    articles: Iterable[Article],
    workers: int = 1,
    chunk: int = 32,
    policy: str = "acled",
) -> Iterator[CodedArticle]:
    """Code articles one after another, or in several processes at once.

    Args:
        articles: any iterable; it is read only as far as the workers can follow.
        workers: processes; 1 codes in this one.
        chunk: articles handed to a worker at a time.
        policy: how casualty claims become figures.

    Returns:
        One result an article, in the order of the articles, whatever the number of workers. An article on which
        coding fails gives a result without events that carries the error as a problem; the rest go on.

    Raises:
        BadInputError: for fewer than one worker or article a chunk.
        UnknownNameError: for an unknown policy.

    >>> articles = [Article("Rebels shelled Goma."), Article("Nothing happened.")]
    >>> [len(coded.events) for coded in code_many(articles)]
    [1, 0]
    """
    for name, value in (("workers", workers), ("chunk", chunk)):
        if value < 1:
            raise BadInputError("too few", where=f"code_many.{name}", expected="1 or more", got=value)
    code(Article(""), policy)  # an unknown policy is an error now, not in a worker later
    chunks = _chunks(articles, chunk)
    if workers == 1:
        return (coded for part in chunks for coded in _code_chunk(part, policy))
    return _in_processes(chunks, workers, policy)


def _chunks(articles: Iterable[Article], size: int) -> Iterator[list[Article]]:
    rest = iter(articles)
    while part := list(islice(rest, size)):
        yield part


def _code_chunk(articles: list[Article], policy: str, read: Callable[..., CodedArticle] = code) -> list[CodedArticle]:
    """Code some articles; what fails on one of them is told with it."""
    done: list[CodedArticle] = []
    for article in articles:
        try:
            done.append(read(article, policy))
        except Exception as error:  # noqa: BLE001 - one bad article must not cost the others
            problem = Problem(f"this article could not be coded: {type(error).__name__}: {error}")
            done.append(CodedArticle(article, problems=(problem,), policy=policy))
    return done


def _in_processes(chunks: Iterator[list[Article]], workers: int, policy: str) -> Iterator[CodedArticle]:
    """Keep the workers busy with a few chunks each, and hand results out first come, first served."""
    waiting: deque[Future[list[CodedArticle]]] = deque()
    with ProcessPoolExecutor(workers) as pool:
        try:
            for part in islice(chunks, workers * AHEAD):
                waiting.append(pool.submit(_code_chunk, part, policy))
            while waiting:
                yield from waiting.popleft().result()
                for part in islice(chunks, 1):
                    waiting.append(pool.submit(_code_chunk, part, policy))
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
