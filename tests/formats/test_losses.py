"""Whatever does not come back is in the loss report: nobody drops data unknowingly."""

import functools
import io

import pytest
from hypothesis import given

from conflict_events import formats
from conflict_events.formats.differences import differences
from conflict_events.formats.loss import LossReport
from conflict_events.testing import acled_file, any_event
from rows import WRITTEN

pytest.importorskip("pyarrow")

WRITERS = {
    **{name: functools.partial(formats.get(name).dump) for name in WRITTEN},
    "geojson, plain": functools.partial(formats.get("geojson").dump, plain=True),
    "arrow, plain": functools.partial(formats.get("arrow").dump, plain=True),
    **{
        f"acled-csv, {name}": functools.partial(formats.acled.dump, kind="csv", dialect=name)
        for name in formats.acled.DIALECTS
    },
}
LOSSLESS = ("native", "geojson", "arrow")
SAME = {
    "date": "when",
    "Day": "when",
    "event_date": "when",
    "time_precision": "when",
    "actor": "actor1",
    "event": "",
}
"""Names of columns in reports that stand for a field."""


def untold(event, name):
    """Fields that do not come back and that the report does not name."""
    report = WRITERS[name]([event], out := io.BytesIO())
    assert isinstance(report, LossReport)
    assert report.total == len(report.losses)
    loaded = formats.get(name.partition(",")[0]).load(io.BytesIO(out.getvalue()))
    told = {SAME.get(field, field) for field in report.by_field}
    if not len(loaded):
        assert report.by_field or loaded.problems
        return []
    found = [field for field, _ in differences(event, loaded[0])]
    return [
        field
        for field in found
        if not any(field == one or field.startswith(f"{one}.") or one.startswith(f"{field}.") for one in told)
    ]


@given(event=any_event())
def test_every_field_that_does_not_come_back_is_told(event):
    assert {name: left for name in WRITERS if (left := untold(event, name))} == {}
    for name in LOSSLESS:
        report = WRITERS[name]([event], io.BytesIO())
        assert (report.events, report.total) == (1, 0)


@pytest.mark.parametrize("name", WRITERS)
def test_events_of_a_file_come_back_but_for_what_is_told(name):
    for event in formats.acled.load(io.BytesIO(acled_file(20).encode())):
        assert untold(event, name) == []
