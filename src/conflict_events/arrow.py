"""Arrow record batch in, record batch out: the one function that every engine for columns calls. Extra ``arrow``.

It is pure: rows depend on the batch alone, come in its order, and need no state from batch to batch.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from conflict_events.formats.arrow import schema as event_schema
from conflict_events.formats.arrow import to_table
from conflict_events.inputs.fields import from_record
from conflict_events.model.article import Article
from conflict_events.pipeline import code

if TYPE_CHECKING:
    import pyarrow as pa

    from conflict_events.model.event import Event

__all__ = ["code_batch", "schema"]

_DESCRIPTIONS = {
    "article": "id of the article, else its url",
    "problem": "why an article, or its day of publication, could not be read; all columns of the event are null then",
}


def schema(*, plain: bool = False) -> pa.Schema:
    """Columns of what ``code_batch`` returns: article, problem, then those of ``formats.arrow.schema`` as plain texts.

    Dictionaries are texts here, because Spark takes no others and because batches would each bring their own.

    >>> schema(plain=True).names[:4]
    ['article', 'problem', 'event_id_cnty', 'event_date']
    """
    import pyarrow as pa

    own = [pa.field(name, pa.string(), metadata={"description": text}) for name, text in _DESCRIPTIONS.items()]
    events = (
        field.with_type(pa.string()) if pa.types.is_dictionary(field.type) else field
        for field in event_schema(plain=plain)
    )
    return pa.schema([*own, *events])


def code_batch(
    batch: pa.RecordBatch, policy: str = "acled", *, scope: str = "conflict", plain: bool = False
) -> pa.RecordBatch:
    """Code the articles of a record batch.

    Args:
        batch: a column ``text``, and any of ``id``, ``published`` (date or text), ``title``, ``source``, ``url``,
            ``language``; other common names are known too, see ``inputs.fields.NAMES``.
        policy: how casualty claims become figures.
        scope: ``conflict``, or ``all`` for ordinary crime too.
        plain: leave out the last column, which holds the whole event with its evidence in the native form.

    Returns:
        A row an event, in the order of the articles; an article without events has none. An article that cannot be
        read or coded has a row with its ``problem`` and no event.

    Raises:
        UnknownNameError: for an unknown policy or scope, or without pyarrow.

    >>> import pyarrow as pa
    >>> batch = pa.RecordBatch.from_pylist([{"id": 7, "text": "Rebels shelled Goma."}, {"id": 8, "text": None}])
    >>> [(row["article"], row["country"], row["problem"] is None) for row in code_batch(batch).to_pylist()]
    [('7', 'Democratic Republic of Congo', True), ('8', None, False)]
    """
    import pyarrow as pa

    code(Article(""), policy, scope=scope)  # an unknown name is one error, not one an article
    wanted = schema(plain=plain)
    records = batch.to_pylist()
    # A few articles at a time: events as objects take ten times the memory of their columns.
    stretches = [
        _rows(records[start : start + _AT_ONCE], start, policy, scope, wanted, plain=plain)
        for start in range(0, len(records), _AT_ONCE)
    ]
    table = pa.concat_tables(stretches) if stretches else wanted.empty_table()
    columns = [column.combine_chunks() for column in table.columns]
    return pa.RecordBatch.from_arrays(columns, schema=wanted)


_AT_ONCE = 200


def _rows(
    records: list[dict[str, Any]], start: int, policy: str, scope: str, wanted: pa.Schema, *, plain: bool
) -> pa.Table:
    """Rows of some articles; ``start`` is the number of the first within the batch."""
    import pyarrow as pa

    events: list[Event] = []
    names: list[str | None] = []
    problems: list[str | None] = []
    places: list[int | None] = []  # row -> number of its event
    for number, record in enumerate(records, start):
        name = record.get("id", record.get("url"))
        name = None if name is None else str(name)
        for found in _coded(record, f"row {number}", policy, scope):
            names.append(name)
            if isinstance(found, str):
                places.append(None)
                problems.append(found)
            else:
                places.append(len(events))
                problems.append(None)
                events.append(found)
    rows = to_table(events, plain=plain).cast(pa.schema(list(wanted)[len(_DESCRIPTIONS) :]))
    chosen = rows.take(pa.array(places, pa.int64())).columns
    own = [pa.array(names, pa.string()), pa.array(problems, pa.string())]
    return pa.Table.from_arrays([*own, *chosen], schema=wanted)


def _coded(record: dict[str, Any], where: str, policy: str, scope: str) -> list[Event | str]:
    """Events of one row, and what is to be told of it."""
    plain = {key: value.isoformat() if isinstance(value, dt.date) else value for key, value in record.items()}
    out: list[Event | str] = []
    for found in from_record(plain, where):
        if not isinstance(found, Article):
            out.append(str(found))
            continue
        try:
            out.extend(code(found, policy, scope=scope).events)
        except Exception as error:  # noqa: BLE001 - one bad article must not cost the others
            out.append(f"article cannot be coded: in {where}, got {type(error).__name__}: {error}")
    return out
