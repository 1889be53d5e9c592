"""Ordinary crime is kept, apart from the events, and comes with ``scope="all"`` by every way in."""

import json

import pytest

import conflict_events as ce
from conflict_events import batch, formats
from conflict_events.bulk.work import Job, work
from conflict_events.explain import explain
from conflict_events.formats import native
from conflict_events.model.errors import UnknownNameError

QUARREL = ce.Article(
    "A man stabbed his brother to death in a drunken quarrel in Lusaka on Monday.", published="2024-05-07"
)
RAID = ce.Article("Rebels killed four farmers near Goma on Monday.", published="2024-05-07")


def test_crime_is_kept_apart_by_default():
    coded = ce.code(QUARREL)

    assert coded.events == ()
    assert [event.scope for event in coded.crime] == [ce.Scope.CRIME]
    assert coded.crime[0].basis("scope").evidence, "the words that tell it are its evidence"
    assert coded.crime[0].basis("scope").reason


def test_all_brings_crime_among_the_events():
    coded = ce.code(QUARREL, scope="all")

    assert [event.scope for event in coded.events] == [ce.Scope.CRIME]
    assert coded.crime == ()


def test_conflict_is_the_same_in_both_scopes():
    assert ce.code(RAID).events == ce.code(RAID, scope="all").events
    assert [event.scope for event in ce.code(RAID).events] == [ce.Scope.CONFLICT]


def test_an_unknown_scope_is_told():
    with pytest.raises(UnknownNameError, match="conflict, all"):
        ce.code(RAID, scope="everything")
    with pytest.raises(UnknownNameError):
        list(ce.code_many([RAID], scope="everything"))
    with pytest.raises(UnknownNameError):
        Job(scope="everything")


def test_every_way_of_coding_many_takes_it():
    for scope, count in (("conflict", 1), ("all", 2)):
        assert sum(len(coded.events) for coded in batch.code_many([QUARREL, RAID], scope=scope)) == count


def test_a_run_over_files_takes_it(tmp_path):
    from conflict_events.bulk.cut import parts, survey

    (tmp_path / "a.txt").write_text(QUARREL.text, encoding="utf-8")
    found = [
        len(work(part, Job(scope=scope)).events)
        for scope in ("conflict", "all")
        for part in parts(survey([str(tmp_path)]), None)
    ]

    assert found == [0, 1]


def test_record_batches_take_it():
    pa = pytest.importorskip("pyarrow")
    from conflict_events.arrow import code_batch

    articles = pa.RecordBatch.from_pylist([{"text": QUARREL.text}])

    assert code_batch(articles).num_rows == 0
    assert code_batch(articles, scope="all").num_rows == 1


def test_the_native_form_carries_it_and_a_row_of_acled_tells_that_it_cannot():
    (event,) = ce.code(QUARREL, scope="all").events

    assert json.loads(native.to_text(event))["scope"] == "crime"
    assert native.loads(native.dumps([event])) == (event,)
    report = formats.get("acled-csv").dump([event], "/dev/null")
    assert any(loss.field == "scope" for loss in report.losses)


def test_explain_lists_it_apart():
    told = explain(ce.code(QUARREL))

    assert "0 events" in told
    assert "Ordinary crime" in told
    assert "a private quarrel" in told
