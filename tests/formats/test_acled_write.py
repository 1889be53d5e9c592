"""ACLED rows: the codebook's rules of the row, and a report of all that the row cannot hold."""

import csv
import datetime as dt
import io
import json

import pytest
from hypothesis import given

from conflict_events import (
    Actor,
    ActorKind,
    Basis,
    CasualtyReport,
    Country,
    Event,
    Grain,
    Outcome,
    Place,
    Status,
    SubEventType,
    When,
)
from conflict_events.formats import acled
from conflict_events.formats.loss import LossKind
from conflict_events.model.errors import UnknownNameError
from conflict_events.testing import any_event

ARMY = Actor("Military Forces of Mali (2021-)", ActorKind.STATE_FORCES, country=Country.of("MLI"))
REBELS = Actor("ABC: Front of the Hills", ActorKind.REBEL_GROUP)
VILLAGERS = Actor("Civilians (Mali)", ActorKind.CIVILIANS)
TOWN = Place("Tessara", country=Country.of("MLI"), admin1="Gao", latitude=16.2, longitude=-0.05, precision=1)


def one(**fields):
    kind = fields.pop("sub_event_type", SubEventType.ARMED_CLASH)
    return acled.to_rows((Event(kind, **fields),))[0]


def test_columns_are_those_of_the_current_export():
    assert list(one()) == list(acled.COLUMNS)
    assert len(acled.COLUMNS) == 31
    assert acled.COLUMNS[4] == "disorder_type"
    assert acled.COLUMNS[14] == "civilian_targeting"
    assert acled.COLUMNS[-1] == "timestamp"


def test_what_is_not_known_is_blank():
    row = one()
    told = {key: value for key, value in row.items() if value not in ("", None)}
    assert told == {
        "event_id_cnty": row["event_id_cnty"],
        "disorder_type": "Political violence",
        "event_type": "Battles",
        "sub_event_type": "Armed clash",
        "fatalities": 0,
    }


def test_a_full_row():
    row = one(
        when=When.day(dt.date(2024, 11, 1)),
        where=TOWN,
        actor1=ARMY,
        actor2=REBELS,
        assoc_actor_2=(Actor("A", ActorKind.REBEL_GROUP), Actor("B", ActorKind.REBEL_GROUP)),
        casualties=[CasualtyReport(Outcome.KILLED, stated=4, low=4, high=4)],
        sources=("Radio Tessara", "Le Sahel"),
        notes="On 1 November 2024, ...",
        tags=("local administrators",),
    )
    assert row["event_date"] == "2024-11-01"
    assert (row["year"], row["time_precision"]) == (2024, 1)
    assert (row["inter1"], row["inter2"], row["interaction"]) == (
        "State forces",
        "Rebel group",
        "State forces-Rebel group",
    )
    assert (row["iso"], row["country"], row["region"]) == (466, "Mali", "Western Africa")
    assert row["assoc_actor_2"] == "A; B"
    assert row["source"] == "Radio Tessara; Le Sahel"
    assert (row["fatalities"], row["notes"]) == (4, "On 1 November 2024, ...")


@pytest.mark.parametrize(
    ("when", "day", "precision"),
    [
        (When(dt.date(2024, 10, 14), dt.date(2024, 10, 20), Grain.WEEK), "2024-10-17", 2),
        (When(dt.date(2024, 10, 19), dt.date(2024, 10, 20), label="2024-W42-WE"), "2024-10-19", 2),
        (When(dt.date(2024, 10, 1), dt.date(2024, 10, 31), Grain.MONTH), "2024-10-15", 3),
        (When(dt.date(2024, 2, 1), dt.date(2024, 2, 29), Grain.MONTH), "2024-02-15", 3),
        (When(dt.date(2024, 10, 1), dt.date(2024, 10, 31), Grain.MONTH, mod="START"), "2024-10-01", 3),
        (When(dt.date(2024, 10, 1), dt.date(2024, 10, 31), Grain.MONTH, mod="END"), "2024-10-31", 3),
        (When(dt.date(2024, 10, 3), dt.date(2024, 10, 9), anchor=dt.date(2024, 10, 5)), "2024-10-05", 2),
        (When(dt.date(2024, 1, 1), dt.date(2024, 12, 31), Grain.YEAR), "", None),
    ],
)
def test_one_day_stands_for_a_span(when, day, precision):
    row = one(when=when)
    assert (row["event_date"], row["time_precision"], row["year"]) == (day, precision, 2024)


def test_a_span_over_two_years_has_no_year():
    row = one(when=When(dt.date(2023, 7, 1), dt.date(2024, 7, 1)))
    assert (row["event_date"], row["year"]) == ("", None)


def test_kosovo_is_zero_and_not_blank():
    row = one(where=Place("Mitrovica", country=Country.of("XKX")))
    assert row["iso"] == 0
    assert ",0,Europe,Kosovo," in acled.dumps([Event(SubEventType.ATTACK, where=Place("M", country=Country.of("XK")))])


def test_a_country_alone_is_no_location():
    israel = Place("Israel", country=Country.of("ISR"), latitude=31.5, longitude=34.75, feature="A.PCLI")
    row = one(where=israel)
    assert (row["country"], row["location"], row["latitude"], row["longitude"]) == ("Israel", "", None, None)


def test_deaths_without_a_number_say_so_in_the_notes():
    claim = CasualtyReport(Outcome.KILLED, low=1)
    row = one(casualties=[claim], notes="Deadly.")
    assert row["fatalities"] == 3
    assert row["notes"] == "Deadly. [fatalities coded as 3 by policy acled: deaths without a number count as 3]"


def test_a_policy_without_a_figure_leaves_the_cell_blank():
    claim = CasualtyReport(Outcome.KILLED, low=2, high=9)
    assert one(casualties=[claim], policy="range")["fatalities"] is None


def test_letters_become_plain_and_lines_one():
    row = one(notes="Tiếng\nsúng", where=Place("Bogotá", country=Country.of("COL")))
    assert (row["notes"], row["location"]) == ("Tieng sung", "Bogota")
    kept = acled.to_rows([Event(SubEventType.ATTACK, notes="Tiếng")], ascii_only=False)[0]
    assert kept["notes"] == "Tiếng"


def test_what_stands_in_for_an_unknown_sub_event_type_is_not_written():
    row = one(bases={"sub_event_type": Basis(Status.ABSENT, reason="the file names only the event type")})
    assert (row["sub_event_type"], row["disorder_type"], row["event_type"]) == ("", "", "Battles")


def test_no_clock_is_asked():
    assert one()["timestamp"] is None
    assert acled.to_rows([Event(SubEventType.ATTACK)], timestamp=7)[0]["timestamp"] == 7
    assert one(extras=[("timestamp", "5")])["timestamp"] == "5"


@pytest.mark.parametrize("name", acled.DIALECTS)
def test_every_dialect_is_written_with_its_header(name):
    event = Event(SubEventType.ATTACK, actor1=REBELS, actor2=VILLAGERS, when=When.day(dt.date(2017, 3, 5)), where=TOWN)
    header, cells = csv.reader(io.StringIO(acled.dumps([event], dialect=name)))
    assert tuple(header) == acled.DIALECTS[name].header
    row = dict(zip(acled.DIALECTS[name].columns, cells, strict=True))
    assert row["inter1"] == ("2" if acled.DIALECTS[name].digits else "Rebel group")
    assert row["interaction"] == ("27" if acled.DIALECTS[name].digits else "Rebel group-Civilians")
    assert row["event_date"] in {"2017-03-05", "05 March 2017", "05/03/2017"}
    if name == "africa":
        assert (row["gwno"], row["event_type"]) == ("432", "Violence against civilians")


def test_an_unknown_dialect_is_an_error():
    with pytest.raises(UnknownNameError, match="1999"):
        acled.dumps([], dialect="1999")


@given(any_event())
def test_csv_and_json_say_the_same(event):
    (row,) = acled.to_rows([event])
    header, cells = csv.reader(io.StringIO(acled.dumps([event]), newline=""))
    (record,) = json.loads(acled.dumps([event], kind="json"))["data"]
    assert header == list(row) == list(record)
    for column, cell in zip(header, cells, strict=True):
        value = row[column]
        assert record[column] == value or isinstance(value, float)
        if column in ("latitude", "longitude") and value is not None:
            assert float(cell) == value
        else:
            assert cell == ("" if value is None else str(value))


@given(any_event())
def test_the_loss_report_counts_what_it_lists(event):
    report = acled.losses([event])
    assert report.events == 1
    assert report.total == len(report.losses) == sum(report.by_field.values())
    row = acled.to_rows([event])[0]
    blanks = {loss.field for loss in report if loss.kind is LossKind.BLANK}
    assert blanks == {
        name
        for name in "event_date time_precision actor1 country location latitude longitude geo_precision source notes fatalities".split()
        if row[name] in ("", None)
    }


def test_the_loss_report_names_what_has_no_column():
    event = Event(
        SubEventType.ATTACK,
        where=Place("X", latitude=1.23456789, longitude=2.0, geonameid=5),
        casualties=[CasualtyReport(Outcome.KILLED, low=1, source="police"), CasualtyReport(Outcome.INJURED, stated=2)],
        when=When(dt.date(2024, 10, 14), dt.date(2024, 10, 20), Grain.WEEK),
    )
    fields = acled.losses([event]).by_field
    assert {"where.geonameid", "where.latitude", "casualties.injured", "casualties.source", "when"} <= set(fields)
    assert "1 event" in str(acled.losses([event]))


def test_formulas_are_defused_only_when_asked():
    event = Event(SubEventType.ATTACK, notes="=HYPERLINK(1)", where=Place("X", latitude=-1.5, longitude=-2))
    assert "'=HYPERLINK" not in acled.dumps([event])
    safe = acled.dumps([event], spreadsheet_safe=True)
    assert "'=HYPERLINK" in safe
    assert ",-1.5,-2," in safe
