"""PLOVER, POLECAT and GDELT: written by their tables, and read back as far as they tell."""

import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conflict_events import Actor, ActorKind, CasualtyReport, Country, Event, Outcome, Place, Status, SubEventType
from conflict_events.formats import acled, cameo, plover
from conflict_events.model.errors import ConflictEventsError, FormatError
from conflict_events.testing import acled_file, any_event

ARMY = Actor("Military Forces of Mali (2021-)", ActorKind.STATE_FORCES, country=Country.of("MLI"))
CROWD = Actor("Protesters (Mali)", ActorKind.PROTESTERS, country=Country.of("MLI"))
TOWN = Place("Tessara", country=Country.of("MLI"), admin1="Gao", latitude=16.25, longitude=-0.05, precision=1)


def table():
    return acled.load(io.BytesIO(acled_file(60).encode()))


def read(module, text):
    return module.load(io.BytesIO(text.encode("utf-8", "backslashreplace")))


def test_every_type_has_an_act_and_a_code():
    assert set(plover.ACTS) == set(cameo.CODES) == set(SubEventType)
    assert len(plover.POLECAT) == 40
    assert len(cameo.COLUMNS) == 61


def test_a_plover_record():
    claims = [CasualtyReport(Outcome.KILLED, stated=3, low=3), CasualtyReport(Outcome.INJURED, stated=4, low=4)]
    record = plover.to_record(Event(SubEventType.AIR_DRONE_STRIKE, actor1=ARMY, where=TOWN, casualties=claims))
    assert (record["event"], record["mode"]) == (["ASSAULT"], ["aerial"])
    assert record["actor"] == [{"entity_text": ARMY.name, "sector": "MIL", "code": "MLI"}]
    assert record["size"] == {"dead": 3, "injured": 4}
    assert record["event_loc"]["resolution"] == 4


def test_plover_comes_back():
    events = table()
    loaded = read(plover, plover.dumps(events))
    assert (len(loaded), loaded.problems) == (len(events), ())
    for old, new in zip(events, loaded, strict=True):
        assert (new.id, new.where.name, new.where.latitude) == (old.id, old.where.name, old.where.latitude)
        assert (new.actor1.name, new.notes, new.sources) == (old.actor1.name, old.notes, old.sources)
        assert new.when.start == old.when.start
        assert new.fatalities.value == old.fatalities.value
        decided = new.basis("sub_event_type").status is Status.INFERRED
        assert not decided or plover.ACTS[new.sub_event_type][0] == plover.ACTS[old.sub_event_type][0]


def test_polecat_comes_back_and_writes_none_for_what_is_missing():
    events = table()
    text = plover.dumps(events, kind="table")
    assert "\tNone\t" in text
    loaded = read(plover, text)
    assert [event.id for event in loaded] == [event.id for event in events]
    assert [event.where.longitude for event in loaded] == [event.where.longitude for event in events]


def test_what_mode_does_not_decide_is_not_written_as_acled():
    (event,) = read(plover, '{"id": "1", "event": ["ASSAULT"], "actor": ["Somebody"], "date": "2024-01-05"}\n')
    assert event.basis("sub_event_type").status is Status.ABSENT
    assert acled.to_rows([event])[0]["sub_event_type"] == ""


def test_other_acts_are_counted_and_broken_lines_listed():
    lines = [
        '{"id": "1", "event": ["CONSULT"], "date": "2024-01-05"}',
        "{",
        "5",
        '{"id": "2", "event": ["PROTEST"], "mode": ["riot"], "date": "soon", "size": {"dead": "few"}}',
    ]
    loaded = read(plover, "\n".join(lines))
    assert "CONSULT" in loaded.notices[0]
    assert [(problem.row, problem.rule) for problem in loaded.problems] == [
        (2, "plover.json"),
        (3, "plover.record"),
        (4, "plover.date"),
        (4, "plover.number"),
    ]
    assert loaded[0].sub_event_type is SubEventType.VIOLENT_DEMONSTRATION


def test_police_that_act_on_protesters_act_first_in_cameo():
    police = Actor("Police Forces of Mali (2021-)", ActorKind.STATE_FORCES, country=Country.of("MLI"))
    (row,) = cameo.to_rows([Event(SubEventType.EXCESSIVE_FORCE, actor1=CROWD, actor2=police, where=TOWN)])
    assert (row["Actor1Code"], row["Actor2Code"], row["EventCode"]) == ("MLICOP", "MLIOPP", "175")
    assert (row["ActionGeo_CountryCode"], row["ActionGeo_Type"], row["ActionGeo_FullName"]) == (
        "ML",
        "4",
        "Tessara, Gao, Mali",
    )
    (back,) = read(cameo, "\t".join(row.values()) + "\n")
    assert back.actor1.name == "PROTESTERS (MALI)"
    assert back.actor2.kind is ActorKind.STATE_FORCES


def test_gdelt_comes_back():
    events = table()
    loaded = read(cameo, cameo.dumps(events))
    assert (len(loaded), loaded.problems) == (len(events), ())
    assert [event.where.country for event in loaded] == [event.where.country for event in events]
    assert [event.when.start for event in loaded] == [event.when.anchor or event.when.start for event in events]
    assert all(event.casualties == () for event in loaded)


def test_gdelt_rows_of_other_roots_are_counted_and_version_1_is_read():
    (row,) = cameo.to_rows([Event(SubEventType.SHELLING)])
    other = {**row, "EventCode": "042", "EventRootCode": "04"}
    loaded = read(cameo, "\t".join(row.values()) + "\r\n" + "\t".join(other.values()) + "\n" + "short\n")
    assert len(loaded) == 1
    assert "root 04, 1 times" in loaded.notices[0]
    assert loaded.problems[0].rule == "gdelt.row"
    old = [value for name, value in row.items() if not name.endswith("ADM2Code")]
    assert len(read(cameo, "\t".join(old) + "\n")) == 1


@pytest.mark.parametrize("module", [plover, cameo])
@pytest.mark.parametrize("text", ["", "a,b\n", "a\tb\n", "[1]", "\0"])
def test_what_is_another_format_is_one_clear_error(module, text):
    with pytest.raises(FormatError):
        read(module, text)


@given(st.lists(any_event(), min_size=1, max_size=3))
@settings(max_examples=50)
def test_any_events_are_written_and_read_without_loss_of_rows(events):
    for module, kind in ((plover, "jsonl"), (plover, "table"), (cameo, None)):
        text = module.dumps(events, kind=kind) if kind else module.dumps(events)
        loaded = read(module, text)
        assert len(loaded) == len(events), (kind, loaded.problems, loaded.notices)


@given(
    st.dictionaries(
        st.sampled_from("id date actor event mode recipient event_loc size event_text cite_info x".split()),
        st.recursive(
            st.none() | st.integers() | st.text(max_size=5) | st.sampled_from(["ASSAULT", "PROTEST"]),
            lambda x: (
                st.lists(x, max_size=2)
                | st.dictionaries(st.sampled_from("lat lon sector code dead".split()), x, max_size=2)
            ),
            max_leaves=5,
        ),
    )
)
@settings(max_examples=150)
def test_any_json_line_is_an_event_or_a_listed_problem(record):
    read(plover, json.dumps({"event": "ASSAULT"} | record))


@given(st.lists(st.text(st.characters(exclude_characters="\n\r\t"), max_size=6), min_size=61, max_size=61))
@settings(max_examples=100)
def test_any_cells_are_read_or_refused(cells):
    try:
        read(cameo, "\t".join(["1", *cells[:25], "190", "190", "19", *cells[29:]]))
    except ConflictEventsError:
        pytest.fail("61 cells with a number first are a GDELT row")
