"""Inputs that the fuzz targets once failed on, cut down to what made them fail."""

import io
import json

import pytest
from attrs import evolve

from conflict_events.formats import acled
from fuzz import targets

RECORD = '{"event_id_cnty": "KEN1", "event_date": "2024-03-07", "event_type": "Riots", "sub_event_type": "Mob violence", "actor1": ""'

FOUND = [
    ("acled-json", f'{{"data": [{RECORD}, "notes": "a"}}, {RECORD}}}]}}'),
    ("acled-json", f'[{RECORD}, "notes": "a", "actor1": "B"}}, {RECORD}}}]'),
]


@pytest.mark.parametrize(("name", "text"), FOUND)
def test_what_was_found_once_holds_now(name, text):
    targets.TARGETS[name](text.encode())


def load(text):
    return acled.load(io.BytesIO(text.encode()))


def test_a_key_that_a_record_lacks_is_added_when_it_is_edited():
    table = load(f'[{RECORD}, "notes": "a"}}, {RECORD}}}]')
    edited = table.with_events([table[0], evolve(table[1], notes="b")])
    acled.dump(edited, out := io.BytesIO())
    assert [record["notes"] for record in json.loads(out.getvalue())] == ["a", "b"]


def test_a_record_with_a_key_twice_is_kept_and_is_no_event():
    text = f'[{RECORD}, "actor1": "B"}}, {RECORD}}}]'
    table = load(text)
    assert (len(table), table.problems[0].row, table.problems[0].expected) == (1, 1, "different keys")
    acled.dump(table, out := io.BytesIO())
    assert out.getvalue().decode() == text
