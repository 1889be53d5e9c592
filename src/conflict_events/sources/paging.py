"""Pages that follow each other: each comes once, each row comes once, and a server that goes round is told from one that goes on."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import Any

from conflict_events.sources.errors import SourceError

__all__ = ["Repeats"]


class Repeats:
    """What a run has had already.

    Args:
        key: of the id in each record. Records without one may be equal and yet be different events, as those of a query
            for some columns only; of them nothing is said.
    """

    def __init__(self, key: str) -> None:
        self._key = key
        self._pages: dict[bytes, str] = {}
        self._cursors: dict[str, str] = {}

    def page(self, records: Sequence[Any], where: str) -> None:
        """Note a page.

        Raises:
            SourceError: if the same rows have come before.

        >>> seen = Repeats("id")
        >>> seen.page([{"id": "X1"}], "page 1")
        >>> seen.page([{"id": "X1"}], "page 2")
        Traceback (most recent call last):
        ...
        conflict_events.sources.errors.SourceError: the same page comes again: in page 2, expected other rows than those of page 1, got '1 rows, the first X1'
        """
        if not records or not all(isinstance(record, dict) and record.get(self._key) for record in records):
            return
        plain = [[value for value in record.values() if not isinstance(value, (dict, list))] for record in records]
        digest = hashlib.blake2b(json.dumps(plain).encode(), digest_size=16).digest()
        before = self._pages.setdefault(digest, where)
        if before != where:
            got = f"{len(records)} rows, the first {records[0][self._key]}"
            raise SourceError(
                "the same page comes again", where=where, expected=f"other rows than those of {before}", got=got
            )

    def cursor(self, cursor: object, where: str) -> str | None:
        """Note where the server says that it goes on; None at the end.

        Raises:
            SourceError: if it has said so before, or says something that is no cursor.
        """
        if cursor is None or cursor == "":
            return None
        if isinstance(cursor, bool) or not isinstance(cursor, (str, int)):
            raise SourceError(
                "no cursor", where=where, expected="text or a number under next_cursor", got=type(cursor).__name__
            )
        before = self._cursors.setdefault(str(cursor), where)
        if before != where:
            expected = f"another next_cursor than that of {before}"
            raise SourceError("the pages go round", where=where, expected=expected, got=cursor)
        return str(cursor)
