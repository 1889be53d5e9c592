"""UCDP GED: what it holds is written by its rules, what it does not is told, and its files are read as they come."""

import csv
import datetime as dt
import io

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from conflict_events import (
    Actor,
    ActorKind,
    CasualtyReport,
    Country,
    Event,
    Outcome,
    Place,
    Status,
    SubEventType,
    VictimRole,
    When,
)
from conflict_events.formats import acled, ucdp_ged
from conflict_events.model.errors import FormatError
from conflict_events.testing import any_event

ARMY = Actor("Military Forces of Mali (2021-)", ActorKind.STATE_FORCES, country=Country.of("MLI"))
REBELS = Actor("ABC: Front of the Hills", ActorKind.REBEL_GROUP)
VILLAGERS = Actor("Civilians (Mali)", ActorKind.CIVILIANS)
TOWN = Place("Tessara", country=Country.of("MLI"), admin1="Gao", latitude=16.25, longitude=-0.05, precision=1)


def dead(number, **more):
    return CasualtyReport(Outcome.KILLED, stated=number, low=number, high=number, **more)


def event(kind=SubEventType.ARMED_CLASH, one=REBELS, two=ARMY, claims=None, **more):
    options = {"when": When.day(dt.date(2024, 3, 7)), "where": TOWN, **more}
    return Event(kind, actor1=one, actor2=two, casualties=(dead(5),) if claims is None else claims, **options)


def row(*args, **more):
    return ucdp_ged.to_rows([event(*args, **more)])[0]


def load(text):
    return ucdp_ged.load(io.BytesIO(text.encode()))


def test_the_government_is_side_a_and_takes_its_deaths_along():
    made = row(claims=[dead(2, side=1), dead(3, side=2)])
    assert (made["side_a"], made["side_b"]) == ("Government of Mali", "ABC: Front of the Hills")
    assert made["dyad_name"] == "Government of Mali - ABC: Front of the Hills"
    assert (made["deaths_a"], made["deaths_b"], made["best"]) == (3, 2, 5)
    assert (made["type_of_violence"], made["gwnoa"], made["gwnob"]) == (1, 432, None)


@pytest.mark.parametrize(
    ("kind", "one", "two", "violence"),
    [
        (SubEventType.ARMED_CLASH, REBELS, ARMY, 1),
        (SubEventType.ARMED_CLASH, REBELS, REBELS, 2),
        (SubEventType.ATTACK, REBELS, VILLAGERS, 3),
        (SubEventType.ATTACK, VILLAGERS, ARMY, 3),
        (SubEventType.AIR_DRONE_STRIKE, ARMY, VILLAGERS, 3),
    ],
)
def test_the_type_of_violence_follows_from_the_sides(kind, one, two, violence):
    made = row(kind, one, two)
    assert made["type_of_violence"] == violence
    assert (made["side_b"] == "Civilians") == (violence == 3)


@pytest.mark.parametrize(("days", "precision"), [(1, 1), (2, 2), (6, 2), (7, 3), (8, 4), (31, 4), (32, 5)])
def test_days_have_ucdps_precision(days, precision):
    start = dt.date(2024, 3, 1)
    made = row(when=When(start, start + dt.timedelta(days=days - 1)))
    assert (made["date_prec"], made["date_start"]) == (precision, "2024-03-01 00:00:00.000")


def test_the_grid_cell_follows_from_the_point():
    made = row()
    assert made["priogrid_gid"] == 212 * 720 + 359 + 1
    assert made["geom_wkt"] == "POINT (-0.05 16.25)"
    assert row(where=Place("P", latitude=90.0, longitude=180.0))["priogrid_gid"] == 360 * 720


def test_deaths_are_split_only_where_all_are_told_apart():
    told = row(claims=[dead(5), dead(3, role=VictimRole.CIVILIAN, subset_of=0), dead(2, side=2, subset_of=0)])
    assert (told["deaths_civilians"], told["deaths_a"], told["deaths_unknown"]) == (3, 2, 0)
    vague = row(claims=[dead(5), dead(3, role=VictimRole.CIVILIAN, subset_of=0)])
    assert (vague["deaths_civilians"], vague["deaths_unknown"]) == (0, 5)


def test_an_open_bound_is_written_as_the_highest_figure_and_reported():
    claim = CasualtyReport(Outcome.KILLED, stated=20, low=21, qualifier="more than")
    made = row(claims=[claim])
    assert (made["best"], made["low"], made["high"]) == (20, 20, 20)
    report = ucdp_ged.dump([event(claims=[claim])], io.BytesIO())
    assert "high" in report.by_field


def test_deaths_without_a_number_have_no_best():
    made = row(claims=[CasualtyReport(Outcome.KILLED, low=None, high=None), CasualtyReport(Outcome.KILLED, low=1)])
    assert made["low"] is not None
    no_number = row(claims=[CasualtyReport(Outcome.KILLED, low=1)])
    assert no_number["low"] == 1


def test_what_ged_does_not_hold_is_left_out_and_told():
    out = io.BytesIO()
    report = ucdp_ged.dump([event(SubEventType.PEACEFUL_PROTEST), event(claims=()), event()], out)
    assert len(out.getvalue().splitlines()) == 2
    assert report.events == 1
    assert report.by_field["event"] == 2


def _cells(**changes):
    base = dict.fromkeys(ucdp_ged.COLUMNS, "") | {
        "id": "412345",
        "relid": "MLI-2024-1-17-3",
        "year": "2024",
        "type_of_violence": "1",
        "conflict_new_id": "11347",
        "conflict_name": "Mali: Government",
        "dyad_name": "Government of Mali - FTH",
        "side_a": "Government of Mali",
        "side_b": "FTH",
        "source_article": 'Radio "Tamvik"; Anbara News',
        "where_prec": "1",
        "where_coordinates": "Tessara town",
        "adm_1": "Gao region",
        "latitude": "16.25",
        "longitude": "-0.05",
        "country": "Mali",
        "country_id": "432",
        "region": "Africa",
        "event_clarity": "1",
        "date_prec": "1",
        "date_start": "2024-03-07 00:00:00.000",
        "date_end": "2024-03-07 00:00:00.000",
        "deaths_a": "2",
        "deaths_b": "1",
        "deaths_civilians": "0",
        "deaths_unknown": "0",
        "best": "3",
        "high": "4",
        "low": "3",
        "gwnoa": "432",
    }
    return {**base, **changes}


def _file(*rows, header=True):
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    if header:
        writer.writerow(ucdp_ged.COLUMNS)
    writer.writerows([found[name] for name in ucdp_ged.COLUMNS] for found in rows)
    return out.getvalue()


def test_a_row_becomes_an_event_with_the_policy_of_ucdp():
    (found,) = load(_file(_cells()))
    assert (found.id, found.policy) == ("412345", "ucdp")
    assert (found.fatalities.value, found.fatalities.low, found.fatalities.high) == (3, 3, 4)
    assert [(claim.stated, claim.side) for claim in found.casualties] == [(3, None), (2, 1), (1, 2)]
    assert (found.where.ucdp_precision, found.where.precision, found.where.country.alpha_3) == (1, 1, "MLI")
    assert found.basis("sub_event_type").status is Status.ABSENT
    assert acled.to_rows([found])[0]["sub_event_type"] == ""
    assert found.basis("actor2").status is Status.INFERRED


def test_candidate_files_without_a_header_are_read():
    loaded = load(_file(_cells(), _cells(id="412346"), header=False))
    assert len(loaded) == 2
    assert "no header" in loaded.notices[0]


def test_what_was_read_is_written_again():
    text = _file(
        _cells(), _cells(type_of_violence="3", side_b="Civilians", deaths_a="0", deaths_b="0", deaths_civilians="3")
    )
    again = list(csv.DictReader(io.StringIO(ucdp_ged.dumps(load(text)))))
    for before, after in zip(csv.DictReader(io.StringIO(text)), again, strict=True):
        kept = {name for name in before if before[name] and name != "dyad_name"}
        assert {name: after[name] for name in kept} == {name: before[name] for name in kept}


def test_cells_that_cannot_be_read_are_listed():
    rows = [
        _cells(latitude="north"),
        _cells(date_end="2024-03-01 00:00:00.000"),
        _cells(best="few"),
        _cells(low="9", high="4"),
        _cells(type_of_violence="7"),
        _cells(country="Atlantis", country_id=""),
    ]
    loaded = load(_file(*rows) + "short,row\n")
    assert len(loaded) == 5
    assert [problem.column for problem in loaded.problems] == [
        "latitude", "date_end", "best", "low", "type_of_violence", "country", "",
    ]  # fmt: skip
    assert loaded[0].basis("where").status is Status.BROKEN


@pytest.mark.parametrize("text", ["", "a,b\n1,2\n", '"', "event_id_cnty,event_date,event_type,actor1\n"])
def test_what_is_no_ged_file_is_one_clear_error(text):
    with pytest.raises(FormatError):
        load(text)


@given(st.lists(any_event(), max_size=4))
@settings(max_examples=80)
def test_any_events_are_written_or_told_and_written_ones_can_be_read(events):
    out = io.BytesIO()
    report = ucdp_ged.dump(events, out)
    assert report.events + report.by_field.get("event", 0) == len(events)
    loaded = ucdp_ged.load(io.BytesIO(out.getvalue()))
    assert len(loaded) == report.events
    for made in ucdp_ged.to_rows(events):
        numbers = [made[name] for name in ("low", "best", "high") if made[name] is not None]
        assert numbers == sorted(numbers)


AS_THEY_ARE = {
    "best 0, high 6": _cells(best="0", low="0", high="6", deaths_a="0", deaths_b="0"),
    "no death at all": _cells(best="0", low="0", high="0", deaths_a="0", deaths_b="0"),
    "a country by UCDP's name": _cells(
        country="DR Congo (Zaire)",
        country_id="490",
        side_a="Government of DR Congo (Zaire)",
        dyad_name="Government of DR Congo (Zaire) - FTH",
        gwnoa="490",
    ),
    "days without midnight": _cells(date_start="2024-03-07", date_end="2024-03-09", date_prec="2"),
    "degrees with zeros": _cells(latitude="16.250000", longitude="-0.050000", geom_wkt="POINT (-0.050000 16.250000)"),
    "sources without blanks": _cells(source_article='"Radio, x; y";"B"', number_of_sources="4"),
    "a region of its own": _cells(country="Mali", region="Middle East"),
    "a type that the sides do not show": _cells(type_of_violence="2"),
    "a year in all": _cells(date_prec="5", date_start="2024-01-01 00:00:00.000", date_end="2024-12-31 00:00:00.000"),
    "no relid": _cells(relid=""),
    "a figure that is none": _cells(best="few"),
}


@pytest.mark.parametrize("kind", AS_THEY_ARE)
def test_ged_goes_to_ged_as_it_was(kind):
    text = _file(AS_THEY_ARE[kind])
    assert ucdp_ged.dumps(load(text)).splitlines()[1:] == text.splitlines()[1:]


def test_columns_beside_geds_go_along():
    first, second = _file(_cells()).splitlines()
    text = f"{first},provisional,my note\n{second},yes,\n"
    assert ucdp_ged.dumps(load(text)) == text.replace(",my note", "").replace("yes,\n", "yes\n")


def test_an_edit_overrules_the_words_of_the_row():
    text = _file(AS_THEY_ARE["a country by UCDP's name"] | {"high": "9"})
    (found,) = load(text)
    moved = evolve(found, where=evolve(found.where, country=Country.of("KEN")), when=When.day(dt.date(2024, 5, 1)))
    (after,) = csv.DictReader(io.StringIO(ucdp_ged.dumps([moved])))
    assert (after["country"], after["country_id"], after["date_start"][:10]) == ("Kenya", "501", "2024-05-01")
    assert (after["side_a"], after["best"], after["high"]) == ("Government of DR Congo (Zaire)", "3", "9")
    (after,) = csv.DictReader(io.StringIO(ucdp_ged.dumps([evolve(found, casualties=[dead(7)])])))
    assert (after["best"], after["low"], after["high"]) == ("7", "7", "7")


def test_possible_deaths_alone_are_held():
    made = row(claims=[CasualtyReport(Outcome.KILLED, stated=0, low=0, high=6)])
    assert (made["best"], made["low"], made["high"]) == (0, 0, 6)
