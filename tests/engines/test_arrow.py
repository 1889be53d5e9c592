"""``code_batch`` is ``code`` over rows: same events, same order, problems in their place, no state between batches."""

import pytest

import conflict_events as ce
from conflict_events.formats import native

pa = pytest.importorskip("pyarrow")

from conflict_events.arrow import code_batch, schema  # noqa: E402


def test_rows_are_the_events_of_code(articles, rows):
    expected = [
        (record["id"], event)
        for record in articles.to_pylist()
        if record["text"] is not None
        for event in ce.code(ce.Article(record["text"], published=record["published"], source=record["source"])).events
    ]
    found = [(row["article"], native.loads(f"[{row['conflict_events']}]")[0]) for row in rows if row["problem"] is None]
    assert found == expected
    assert len(found) >= 25


def test_a_row_without_text_has_its_problem_in_its_place(rows):
    (at,) = [number for number, row in enumerate(rows) if row["problem"] is not None]
    assert rows[at]["article"] == "a7"
    assert rows[at]["event_date"] is None
    assert (rows[at - 1]["article"], rows[at + 1]["article"]) == ("a6", "a8")


@pytest.mark.parametrize("size", [1, 7])
def test_how_rows_are_cut_into_batches_does_not_matter(articles, rows, size):
    plain = [row | {"problem": None} for row in rows]
    found = [row for batch in articles.to_batches(max_chunksize=size) for row in code_batch(batch).to_pylist()]
    assert [row | {"problem": None} for row in found] == plain


@pytest.mark.parametrize("plain", [True, False])
@pytest.mark.parametrize("count", [0, 1, 30])
def test_the_schema_is_the_same_for_any_batch_even_an_empty_one(articles, plain, count):
    batch = pa.RecordBatch.from_pylist(articles.to_pylist()[:count], schema=articles.schema)
    assert code_batch(batch, plain=plain).schema.equals(schema(plain=plain))


def test_dates_may_be_texts_or_time_stamps():
    import datetime as dt

    days = ["2024-10-23T10:00:00Z", dt.date(2024, 10, 23), dt.datetime(2024, 10, 23, 10)]  # noqa: DTZ001
    for day in days:
        batch = pa.RecordBatch.from_pylist([{"text": "Rebels shelled Goma on Tuesday.", "published": day}])
        assert code_batch(batch).to_pylist()[0]["event_date"] == dt.date(2024, 10, 22)


def test_an_unknown_policy_is_told_once_for_all(articles):
    with pytest.raises(ce.ConflictEventsError, match="no such policy"):
        code_batch(articles.to_batches()[0], "median")
