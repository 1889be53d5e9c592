"""All that decides what a run finds, by name: parts of runs that differ in any of it are never joined."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

import conflict_events
from conflict_events.bulk.cut import BYTES, PIECES, Found
from conflict_events.bulk.work import Job
from conflict_events.gazetteer.index import gazetteer
from conflict_events.lexicon.load import section

__all__ = ["identity"]

_READERS = ("charset-normalizer", "dateparser", "lxml", "pycountry", "trafilatura", "warcio")
"""Packages that have a say in what is read."""


def identity(found: Iterable[Found], job: Job) -> dict[str, str]:
    """What decides the result of a run.

    Args:
        found: the files of the input.
        job: what is the same for all articles.

    >>> sorted(identity((), Job()))
    ['files', 'gazetteer', 'lexicon', 'options', 'readers', 'version']
    """
    files = hashlib.blake2b(json.dumps([PIECES, BYTES]).encode(), digest_size=16)
    for file in found:
        files.update(f"{file.path}\0{file.size}\0{file.changed}\n".encode("utf-8", "surrogateescape"))
    return {
        "files": files.hexdigest(),
        "gazetteer": gazetteer().identity(),
        "lexicon": section("fingerprint"),
        "options": repr(job),
        "readers": ", ".join(f"{name} {_version(name)}" for name in _READERS),
        "version": conflict_events.__version__,
    }


def _version(name: str) -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(name)
    except PackageNotFoundError:
        return "none"
