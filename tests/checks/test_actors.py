"""One actor to a row, and back, with every column that the rows had."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conflict_events.formats import acled
from conflict_events.model.errors import FormatError
from conflict_events.testing import acled_file, any_event


@pytest.mark.parametrize("form", acled.FORMS)
@pytest.mark.parametrize("name", acled.DIALECTS)
def test_long_and_wide_are_inverse_for_every_layout(name, form):
    text = acled_file(50, dialect=name).replace("ally_actor", "assoc_actor").replace("ALLY_ACTOR", "ASSOC_ACTOR")
    rows = [
        {key.lower(): value for key, value in row.items()} | {"population_best": "12", "mine": ""}
        for row in csv.DictReader(io.StringIO(text))
    ]
    tall = list(acled.long(rows, form))
    assert len(tall) >= len(rows)
    assert list(acled.wide(tall, columns=rows[0])) == rows
    assert [dict(sorted(row.items())) for row in acled.wide(tall)] == [dict(sorted(row.items())) for row in rows]


@given(st.lists(any_event(), max_size=3), st.sampled_from(sorted(acled.FORMS)))
@settings(max_examples=50)
def test_long_and_wide_are_inverse_for_any_event(events, form):
    rows = acled.to_rows(events)
    assert list(acled.wide(acled.long(rows, form))) == rows


def test_a_taken_column_is_an_error():
    with pytest.raises(FormatError, match="actor_role"):
        list(acled.long([{"actor_role": "x"}]))
