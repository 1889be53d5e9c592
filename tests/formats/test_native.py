"""The native form loses nothing and takes nothing that breaks its schema."""

import contextlib
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conflict_events import Actor, ActorKind, ConflictEventsError, Country, Event, Place, Region, SubEventType
from conflict_events.formats import native
from conflict_events.testing import any_event


@given(st.lists(any_event(), max_size=3))
def test_every_event_comes_back_equal(events):
    assert native.loads(native.dumps(events)) == tuple(events)


@given(any_event())
def test_types_survive(event):
    (back,) = native.loads(native.dumps([event]))
    assert repr(back) == repr(event)
    assert back.id == event.id


def test_half_a_surrogate_pair_survives():
    event = Event(SubEventType.ATTACK, notes="\ud83d")
    assert native.loads(native.dumps([event])) == (event,)
    out = io.BytesIO()
    native.dump([event], out)
    assert native.load(io.BytesIO(out.getvalue())) == (event,)


def test_a_country_that_nobody_knows_survives():
    sea = Country("Red Sea", "", "", -1, Region.MIDDLE_EAST, "")
    event = Event(SubEventType.ATTACK, where=Place("Bab el Mandeb", country=sea))
    assert native.loads(native.dumps([event])) == (event,)


def test_to_dict_and_from_dict_are_twins():
    event = Event(SubEventType.GRENADE, actor1=Actor("X", ActorKind.RIOTERS))
    assert native.from_dict(native.to_dict(event)) == event


def _doc(event: str) -> str:
    return f'{{"format": "conflict-events", "version": 1, "events": [{event}]}}'


GRENADE = '"sub_event_type": "Grenade"'


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "truncated JSON"),
        ("", "truncated JSON"),
        ("5", "not JSON"),
        ("[" * 100_000, "nested too deep"),
        ('[{"a":' * 100_000, "nested too deep"),
        ('{"events": 5}', "no records"),
        ("{}", "no records"),
        ('{"format": "conflict-events", "version": 2, "events": []}', "another format"),
        ('{"format": "conflict-events", "version": 1}', "no records"),
        ('{"format": "conflict-events", "version": 1, "events": [], "x": 1}', "unknown key"),
        (_doc("5"), "no event"),
        (_doc("{}"), "'sub_event_type' is missing"),
        (_doc('{"sub_event_type": "grenade"}'), "$.sub_event_type"),
        (_doc('{"sub_event_type": 5}'), "$.sub_event_type"),
        (_doc(f'{{{GRENADE}, "colour": 1}}'), "colour"),
        (_doc(f"{{{GRENADE}, {GRENADE}}}"), "a key stands twice"),
        (_doc(f'{{{GRENADE}, "notes": 5}}'), "$.notes"),
        (_doc(f'{{{GRENADE}, "sources": "abc"}}'), "$.sources"),
        (_doc(f'{{{GRENADE}, "bases": [["where"]]}}'), "$.bases[0]"),
        (_doc(f'{{{GRENADE}, "source_scale": 5}}'), "$.source_scale"),
        (_doc(f'{{{GRENADE}, "casualties": [{{"outcome": "killed", "low": "1"}}]}}'), "$.casualties[0].low"),
        (_doc(f'{{{GRENADE}, "casualties": [{{"outcome": "killed", "low": true}}]}}'), "$.casualties[0].low"),
        (_doc(f'{{{GRENADE}, "casualties": [{{"outcome": "killed", "low": 1.0}}]}}'), "$.casualties[0].low"),
        (_doc(f'{{{GRENADE}, "when": {{"start": "2024-02-30", "end": "2024-03-01"}}}}'), "$.when.start"),
        (_doc(f'{{{GRENADE}, "when": {{"start": "2024-W01-1", "end": "2024-03-01"}}}}'), "$.when.start"),
        (_doc(f'{{{GRENADE}, "where": {{"name": "X", "latitude": 95, "longitude": 0}}}}'), "$.where"),
        (_doc(f'{{{GRENADE}, "where": {{"name": "X", "latitude": NaN, "longitude": 0}}}}'), "no number"),
        (_doc(f'{{{GRENADE}, "where": {{"name": "X", "country": "XXX"}}}}'), "$.where.country"),
        (_doc(f'{{{GRENADE}, "where": {{"name": "X", "country": {{}}}}}}'), "$.where.country"),
    ],
)
def test_what_breaks_the_schema_is_named(text, says):
    with pytest.raises(ConflictEventsError, match="native") as caught:
        native.loads(text)
    assert says in str(caught.value.what) + str(caught.value.got)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(), lambda x: st.lists(x) | st.dictionaries(st.text(), x)
    )
)
def test_any_json_is_events_or_a_clear_error(value):
    with contextlib.suppress(ConflictEventsError):
        native.loads(json.dumps([value]))


@given(st.binary())
def test_any_bytes_are_events_or_a_clear_error(data):
    with contextlib.suppress(ConflictEventsError):
        native.load(io.BytesIO(data))


def test_a_file_appears_whole_or_not_at_all(tmp_path):
    target = tmp_path / "events.json"
    native.dump([Event(SubEventType.GRENADE)], target)
    before = target.read_bytes()

    def breaks():
        yield Event(SubEventType.ATTACK)
        raise RuntimeError("power cut")

    with pytest.raises(RuntimeError):
        native.dump(breaks(), target)
    assert target.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["events.json"]
