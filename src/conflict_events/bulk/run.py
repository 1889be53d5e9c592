"""The story of a run: survey the files, cut parts, code those that are not there yet, write all as one file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from types import MappingProxyType
from typing import Any, TypeAlias, TypeVar

from attrs import field, frozen

from conflict_events import formats
from conflict_events.batch import in_order
from conflict_events.bulk.cut import Found, Part, parts, survey
from conflict_events.bulk.identity import identity
from conflict_events.bulk.store import Store
from conflict_events.bulk.work import Done, Job, work
from conflict_events.gazetteer.index import VARIABLE, chosen
from conflict_events.model.errors import BadInputError, UnknownNameError
from conflict_events.model.event import Event

__all__ = ["Progress", "Summary", "code_files", "stream_files"]

One = TypeVar("One")
Other = TypeVar("Other")

STREAMED = 16
"""Pieces of a part where records are written as they come: few, so that the first one comes soon."""

Progress: TypeAlias = Callable[[Done, int], None]
"""Told of each part, in order: what became of it, and the bytes of all files."""


@frozen(slots=True)
class Summary:
    """What a run did: articles, errors, parts that an earlier run had done already, and cells that a spreadsheet would run."""

    articles: int
    errors: int
    kept: int
    formulas: int = field(default=0, kw_only=True)


def stream_files(paths: list[str], job: Job, workers: int = 1, progress: Progress | None = None) -> Iterator[Event]:
    """Events of files as they are coded, in order, in bounded memory.

    Args:
        paths: files and folders; ``-`` is standard input.
        job: what is the same for all articles.
        workers: processes; 1 works in this one.
        progress: told of each part, its errors among the rest.
    """
    found = survey(paths, "-")
    whole = sum(file.size for file in found)
    for done in _done(partial(work, job=job), parts(found, job.charset, STREAMED), workers):
        if progress is not None:
            progress(done, whole)
        yield from done.events


def code_files(
    paths: list[str],
    output: str,
    to: str,
    job: Job,
    *,
    workers: int = 1,
    progress: Progress | None = None,
    restart: bool = False,
    options: Mapping[str, Any] = MappingProxyType({}),
) -> Summary:
    """Code files into one file of records. Run again after a kill, it goes on where it was.

    Args:
        paths: files and folders.
        output: the file to write; it appears whole when all is done.
        to: name of its format.
        job: what is the same for all articles.
        workers: processes; 1 works in this one.
        progress: told of each part, its errors among the rest.
        restart: throw away what an earlier run left.
        options: of the writer.

    Raises:
        FormatError: if parts of other files or settings are in the way.
        BadInputError: if the output is one of the files, or a worker process dies; what is finished is kept.
    """
    found = survey(paths, output)
    whole = sum(file.size for file in found)
    write = formats.get(to).dump
    if write is None:
        raise UnknownNameError("format is only read", where="code_files", expected="another", got=to)
    dump = partial(write, **options)
    store = Store.beside(output)
    totals = [0, 0, 0]

    def tell(done: Done, *, kept: bool) -> None:
        for at, count in enumerate((done.articles, len(done.errors), int(kept))):
            totals[at] += count
        if progress is not None:
            progress(done, whole)

    if not all(file.again for file in found):  # a pipe gives its bytes once, so there is nothing to go on from
        events = stream_files(paths, job, workers, lambda done, _: tell(done, kept=False))
        formulas = dump(events, output).formulas
        return Summary(*totals, formulas=formulas)
    first = next(parts(found, job.charset))
    if first.last and not store.folder.exists():  # little enough for no parts
        done = work(first, job)
        tell(done, kept=False)
        formulas = dump(done.events, output).formulas
        return Summary(*totals, formulas=formulas)
    store.open(identity(found, job), restart=restart)
    count = 0
    for done, kept in _stored(store, found, job, workers):
        tell(done, kept=kept)
        count += 1
    formulas = dump(store.events(count), output).formulas
    store.remove()
    return Summary(*totals, formulas=formulas)


def _stored(store: Store, found: tuple[Found, ...], job: Job, workers: int) -> Iterator[tuple[Done, bool]]:
    """What became of each part, in order, and whether it was there before."""
    items = ((part, done) for part in parts(found, job.charset) for done in (store.get(part.number),))
    # A part that is there travels empty: its bytes were only read to find where the next one starts.
    light = ((None, done) if done is not None else (part, None) for part, done in items)
    yield from _done(partial(_keep, store=store, job=job), light, workers)


def _keep(item: tuple[Part | None, Done | None], store: Store, job: Job) -> tuple[Done, bool]:
    part, done = item
    if done is not None:
        return done, True
    assert part is not None
    return store.put(work(part, job)), False


def _done(function: Callable[[One], Other], items: Iterator[One], workers: int) -> Iterator[Other]:
    """Results in order; processes start anew, since those that fork from a program with threads may hang."""
    if workers == 1:
        yield from in_order(function, items, 1)
        return
    if chosen():
        where, expected = "code_files", f"one worker, or the environment variable {VARIABLE}"
        raise BadInputError("gazetteers of using() reach no other process", where=where, expected=expected, got=workers)
    import multiprocessing
    from concurrent.futures.process import BrokenProcessPool

    try:
        yield from in_order(function, items, workers, multiprocessing.get_context("spawn"))
    except BrokenProcessPool as error:
        raise BadInputError(
            "a worker process died", where="code_files", expected="enough memory for each worker", got=str(error)
        ) from None
