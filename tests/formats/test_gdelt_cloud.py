"""GDELT Cloud's answers of both versions are read as events, with what they tell and no more."""

import io
import json

import pytest

from conflict_events import ActorKind, Status, SubEventType, formats
from conflict_events.formats import gdelt_cloud
from conflict_events.model.errors import FormatError
from foreign import FIRST, SECOND


def load(*records, key="data"):
    return gdelt_cloud.load(io.BytesIO(json.dumps({"status": "ok", key: list(records)}).encode()))


def test_a_row_of_version_1():
    loaded = load(FIRST)
    (event,) = loaded
    assert loaded.problems == ()
    assert (event.id, event.when.timex, event.sub_event_type) == ("ce-1", "2026-03-07", SubEventType.ARMED_CLASH)
    assert event.basis("sub_event_type").status is Status.KNOWN
    assert (event.actor1.kind, event.actor2.kind) == (ActorKind.REBEL_GROUP, ActorKind.STATE_FORCES)
    assert event.basis("actor1").status is Status.INFERRED
    assert (event.where.name, event.where.admin1, event.where.country.alpha_3) == ("Tessara", "Gao", "MLI")
    assert (event.where.latitude, event.where.precision) == (16.25, None)
    assert [(claim.stated, claim.low, claim.high) for claim in event.casualties] == [(4, 4, None)]
    assert (event.tags, event.sources) == (("road",), tuple(FIRST["source_urls"]))
    assert dict(event.extras)["confidence"] == "0.8"
    assert dict(event.extras)["cluster_id"] == "c-9"


def test_an_event_of_version_2():
    (event,) = load(SECOND, key="events")
    assert (event.sub_event_type, event.when.timex) == (SubEventType.PEACEFUL_PROTEST, "2026-03-08")
    assert (event.actor1.name, event.actor1.kind, event.actor2) == ("Water Committee", ActorKind.PROTESTERS, None)
    assert event.actor1.country.alpha_3 == "MLI"
    assert (event.where.name, event.where.longitude, event.casualties) == ("Tessara", -0.05, ())
    assert (event.notes, event.sources) == ("People marched for water.", ("https://example.org/c",))
    assert json.loads(dict(event.extras)["metrics"]) == {"significance": 0.4}


@pytest.mark.parametrize(("told", "code"), [("Mali", "MLI"), ("MLI", "MLI"), ("NI", "NGA"), ("Atlantis", None)])
def test_countries_differ_between_endpoints(told, code):
    (event,) = load({**FIRST, "country": told})
    assert (event.where.country and event.where.country.alpha_3) == code
    assert ("country" in dict(event.extras)) == (told != "Mali")


def test_kinds_that_the_names_do_not_tell_are_taken_in_their_order_as_inferred():
    (event,) = load({**FIRST, "actor2": "Front of the Plain", "interaction": "Rebel group-Political militia"})
    assert (event.actor1.kind, event.actor2.kind) == (ActorKind.REBEL_GROUP, ActorKind.POLITICAL_MILITIA)
    assert "not whose they are" in event.basis("actor1").reason
    (event,) = load({**FIRST, "actor2": None, "interaction": "Rebel group only"})
    assert (event.actor1.kind, event.actor2) == (ActorKind.REBEL_GROUP, None)


def test_other_categories_are_counted_and_broken_values_listed():
    loaded = load(
        {**SECOND, "category": "Diplomacy", "subcategory": "Meeting"},
        {**SECOND, "subcategory": "March", "event_date": "soon", "geo": {"latitude": "north"}, "fatalities": "few"},
        5,
    )
    (event,) = loaded
    assert "category Diplomacy, 1 times" in loaded.notices[0]
    assert event.basis("sub_event_type").status is Status.ABSENT
    assert {problem.column for problem in loaded.problems} == {"event_date", "latitude", "fatalities", ""}
    assert (event.when, event.where, event.casualties) == (None, None, ())


@pytest.mark.parametrize("records", [[FIRST], [SECOND]])
@pytest.mark.parametrize("shape", ["list", "lines", "answer"])
def test_it_is_found_by_its_contents(records, shape, tmp_path):
    path = tmp_path / "x.json"
    made = {"list": records, "answer": {"data": records}}
    path.write_text("\n".join(map(json.dumps, records)) if shape == "lines" else json.dumps(made[shape]))
    name, found = formats.read(path)
    assert (name, len(found), found.problems) == ("gdelt-cloud", 1, ())


@pytest.mark.parametrize("text", ["", "[]", '{"data": [{"event_date": "2026-03-07"}]}', "[5]", "{"])
def test_what_is_no_answer_of_it_is_one_clear_error(text):
    with pytest.raises(FormatError):
        gdelt_cloud.load(io.BytesIO(text.encode()))
