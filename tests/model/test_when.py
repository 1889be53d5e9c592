"""Spans of days: their TIMEX3 values and their ACLED precision."""

import datetime as dt

import pytest
from hypothesis import given

import conflict_events as ce
from conflict_events.model.when import Grain
from conflict_events.testing import strategies

FIRST = dt.date(2024, 10, 14)


@pytest.mark.parametrize(
    ("start", "end", "grain", "timex", "precision"),
    [
        ("2024-10-22", "2024-10-22", "day", "2024-10-22", 1),
        ("2024-10-14", "2024-10-20", "week", "2024-W42", 2),
        ("2024-12-30", "2025-01-05", "week", "2025-W01", 2),
        ("2024-10-01", "2024-10-31", "month", "2024-10", 3),
        ("2024-10-01", "2024-12-31", "quarter", "2024-Q4", None),
        ("2024-01-01", "2024-12-31", "year", "2024", None),
        ("2020-01-01", "2029-12-31", "decade", "202", None),
        ("1901-01-01", "2000-12-31", "century", "19", None),
        ("2024-05-03", "2024-05-05", "day", "2024-05-03/2024-05-05", 2),
    ],
)
def test_timex_and_precision(start, end, grain, timex, precision):
    when = ce.When(dt.date.fromisoformat(start), dt.date.fromisoformat(end), Grain(grain))
    assert (when.timex, when.precision) == (timex, precision)


def test_a_label_stands_for_what_days_cannot_say():
    weekend = ce.When(dt.date(2024, 10, 19), dt.date(2024, 10, 20), label="2024-W42-WE")
    assert (weekend.timex, weekend.precision) == ("2024-W42-WE", 2)


@given(strategies.any_when())
def test_precision_grows_with_the_span(when):
    assert when.days >= 1
    assert when.timex
    assert when.precision in {1: (1,), 2: (2,)}.get(1 if when.days == 1 else 2 if when.days <= 7 else 3, (3, None))
