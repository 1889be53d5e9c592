"""What one answer of ACLED's API says: rows, where it goes on, and whether it means what it seems to."""

from __future__ import annotations

import io
from typing import Any

from attrs import evolve, field, frozen

from conflict_events.formats.acled import Table, load
from conflict_events.formats.acled.row import Row
from conflict_events.formats.tables.numbers import whole_of
from conflict_events.model.errors import FormatError
from conflict_events.sources.errors import RestrictedError, SourceError
from conflict_events.sources.refusals import refused
from conflict_events.sources.reply import Reply

__all__ = ["AcledReply", "acled_reply", "identity_of"]


@frozen(slots=True)
class AcledReply:
    """One answer.

    Args:
        number: of the page.
        where: method, address and page.
        records: as JSON has them, whatever they are.
        next_cursor: what the answer says about it, whatever it is.
        knows_end: whether it says by cursors where the end is.
        cursor: where the next page begins.
    """

    number: int
    where: str
    records: tuple[Any, ...] = field(repr=False)
    next_cursor: object
    knows_end: bool
    cursor: str | None
    _answer: Reply

    def table(self) -> Table:
        """The records as rows of ACLED.

        Raises:
            SourceError: if they are not.
        """
        try:
            return load(io.BytesIO(self._answer.body), encoding="utf-8")
        except FormatError as error:
            raise SourceError(error.what, where=self.where, expected=error.expected, got=error.got) from None
        except RecursionError:
            raise SourceError("nested too deep", where=self.where, expected="rows of ACLED", got="JSON") from None

    def safe(self, value: object) -> str:
        """The beginning of something out of this answer, for an error."""
        return self._answer.safe(value)


def identity_of(row: Row, table: Table) -> str:
    """The id of a row, empty where it has none."""
    named = dict(zip(table.layout.columns, row.cells, strict=False))
    return named.get("event_id_cnty", "").strip()


def acled_reply(answer: Reply, number: int, *, empty: bool) -> AcledReply:
    """What an answer says.

    Args:
        answer: with status 200.
        number: of the page.
        empty: whether no row has come before.

    Raises:
        RestrictedError: if no row has come and the account is restricted.
        RefusedError: for a web page, or where the body tells another status than the answer.
        SourceError: if it tells a failure, or has no list of records.
    """
    body = answer.object()
    status = body.get("status")
    if str(status) not in ("200", "None"):
        raise refused("acled", evolve(answer, status=whole_of(str(status)) or 0))
    if body.get("error") or str(body.get("success", True)).casefold() in ("false", "0", "none"):
        got = answer.safe(body.get("error") or body.get("messages"))
        raise SourceError("the query fails", where=answer.where, expected="success", got=got)
    records = body.get("data")
    if not isinstance(records, list):
        got = f"{type(records).__name__}, keys {', '.join(sorted(body))}"
        raise SourceError("no rows", where=answer.where, expected="a list under data", got=got)
    if empty and not records and body.get("data_query_restrictions"):
        got = answer.safe(body["data_query_restrictions"])
        raise RestrictedError("no row, and the account is restricted", where=answer.where, expected="rows", got=got)
    return AcledReply(
        number, answer.where, tuple(records), body.get("next_cursor"), "next_cursor" in body, None, answer
    )
