"""Every rule fires on a row that breaks it, keeps quiet on good rows, and its safe fix makes the row good."""

import csv
import io
import json

import pytest
from hypothesis import given, settings

from conflict_events import CasualtyReport, Event, Outcome, SubEventType, checks
from conflict_events.checks import RULES, fix_file, lint
from conflict_events.formats import acled
from conflict_events.model.errors import UnknownNameError
from conflict_events.testing import acled_file, any_event
from rows import CELLS, text_of

PROTEST = {
    "sub_event_type": "Peaceful protest",
    "event_type": "Protests",
    "disorder_type": "Demonstrations",
    "actor1": "Protesters (Kenya)",
    "inter1": "Protesters",
    "actor2": "",
    "inter2": "",
    "interaction": "Protesters only",
    "civilian_targeting": "",
    "fatalities": "0",
    "tags": "crowd size=no report",
}
BATTLE = {"sub_event_type": "Armed clash", "event_type": "Battles", "civilian_targeting": ""}
ARMY = {
    "actor1": "Military Forces of Kenya (2022-)",
    "inter1": "State forces",
    "interaction": "State forces-Civilians",
}


def findings(*rows, **options):
    return lint(io.BytesIO(text_of(*rows).encode()), **options)


def test_good_rows_have_no_finding():
    assert findings({}, {**PROTEST, "event_id_cnty": "KEN902"}, {**ARMY, "event_id_cnty": "KEN903"}).findings == ()


@pytest.mark.parametrize("name", acled.DIALECTS)
def test_good_files_of_every_era_have_no_finding(name):
    data = acled_file(150, dialect=name)
    assert [str(found) for found in lint(io.BytesIO(data.encode()))] == []


CASES = [
    ("type.event", {"event_type": "Battles"}, "event_type", "Violence against civilians"),
    ("type.disorder", {"disorder_type": "Demonstrations"}, "disorder_type", "Political violence"),
    ("kind.interaction", {"interaction": "Rebel group-Civilians"}, "interaction", "Political militia-Civilians"),
    ("kind.crowd", {"inter2": "Protesters", "interaction": "Political militia-Protesters"}, "inter2", "Civilians"),
    ("kind.abroad", {**ARMY, "actor1": "Military Forces of Ethiopia (2018-)"}, "inter1", "External/Other forces"),
    ("kind.missing", {"inter1": ""}, "inter1", None),
    ("kind.missing", {"actor1": ""}, "actor1", None),
    (
        "actor.civilians",
        {**ARMY, "actor2": "", "inter2": "", "interaction": "State forces only"},
        "actor2",
        "Civilians (Kenya)",
    ),
    ("actor.battle", {**BATTLE, "actor2": "", "inter2": "", "interaction": "Political militia only"}, "actor2", None),
    ("actor.battle", BATTLE, "inter2", None),
    ("actor.crowd", {**PROTEST, **ARMY, "interaction": "State forces only"}, "inter1", None),
    ("actor.intervention", {**PROTEST, "sub_event_type": "Protest with intervention"}, "actor2", None),
    ("actor.single", {"actor1": "A; B"}, "actor1", None),
    ("civilians.targeting", {"civilian_targeting": ""}, "civilian_targeting", "Civilian targeting"),
    ("civilians.targeting", {"civilian_targeting": "yes"}, "civilian_targeting", None),
    ("place.depth", {"location": "Kenya"}, "geo_precision", "3"),
    ("place.depth", {"admin1": ""}, "admin1", None),
    ("place.depth", {"admin3": "Lower Losiko"}, "admin2", None),
    ("place.degrees", {"latitude": "0", "longitude": "0"}, "latitude", None),
    ("place.country", {"latitude": "35.6", "longitude": "3.12"}, "latitude", None),
    ("country.codes", {"region": "Europe"}, "region", "Eastern Africa"),
    ("country.codes", {"iso": "405"}, "iso", "404"),
    ("country.known", {"country": "Red Sea"}, "country", None),
    ("date.year", {"year": "2023"}, "year", "2024"),
    ("date.given", {"event_date": ""}, "event_date", None),
    ("date.given", {"time_precision": ""}, "time_precision", None),
    ("date.notes", {"notes": "On 8 March 2024, men shot."}, "event_date", "2024-03-08"),
    ("date.notes", {"notes": "Around 7 March 2024 (as reported), men shot."}, "time_precision", None),
    ("deaths.figure", {**PROTEST, "fatalities": "2"}, "fatalities", None),
    ("id.pattern", {"event_id_cnty": "901"}, "event_id_cnty", None),
    ("id.prefix", {"event_id_cnty": "UGA901"}, "event_id_cnty", None),
    ("tags.crowd", {**PROTEST, "tags": ""}, "tags", None),
    ("source.scale", {"source_scale": "Local"}, "source_scale", None),
    ("source.scale", {"source_scale": "National-Subnational"}, "source_scale", "Subnational-National"),
]


@pytest.mark.parametrize(("rule", "row", "column", "fix"), CASES, ids=[f"{case[0]}-{case[2]}" for case in CASES])
def test_a_rule_fires_on_what_breaks_it(rule, row, column, fix):
    found = [finding for finding in findings(row) if finding.rule == rule and finding.column == column]
    assert len(found) == 1
    assert (found[0].row, found[0].fix) == (2, fix)
    assert found[0].why


def test_every_rule_has_a_case():
    assert {rule.id for rule in RULES} == {case[0] for case in CASES}


def test_what_cannot_be_read_is_a_finding_once():
    report = findings({"latitude": "north", "fatalities": "few", "event_date": "soon"})
    told = sorted((finding.column, finding.rule) for finding in report)
    assert told == [("event_date", "read.date"), ("fatalities", "read.fatalities"), ("latitude", "read.coordinate")]


def test_a_hint_tells_swapped_coordinates():
    (found,) = findings({"latitude": "35.6", "longitude": "3.12"})
    assert "swapped" in found.why


def test_ids_and_events_that_come_twice():
    report = findings(
        {}, {}, {"event_id_cnty": "KEN902"}, {"event_id_cnty": "KEN903", "event_date": "2024-03-08", "notes": "x"}
    )
    assert [(finding.row, finding.rule) for finding in report] == [(3, "id.double"), (4, "event.double")]
    assert "row 2" in report.findings[1].why


def test_rules_are_left_out_by_name():
    assert findings({"year": "2023"}, without=["date.year"]).findings == ()
    with pytest.raises(UnknownNameError, match=r"date\.yaer"):
        findings({}, without=["date.yaer"])


def test_safe_fixes_change_their_cells_and_no_others(tmp_path):
    bad = {
        "event_type": "Battles",
        "disorder_type": "x",
        "interaction": "10",
        "year": "1999",
        "iso": "1",
        "civilian_targeting": "",
    }
    path, out = tmp_path / "bad.csv", tmp_path / "good.csv"
    path.write_text(text_of(bad, {"event_id_cnty": "KEN902", "location": "Kenya"}))
    fixed = fix_file(path, out)
    assert {finding.column for finding in fixed} == set(bad)
    assert out.read_text() == text_of({}, {"event_id_cnty": "KEN902", "location": "Kenya"})
    assert fix_file(out, out) == ()


def test_a_fix_may_need_another_first(tmp_path):
    path = tmp_path / "bad.csv"
    path.write_text(text_of({"inter2": "Protesters", "interaction": "Political militia-Protesters"}))
    fix_file(path, path)
    assert path.read_text() == text_of({})


@pytest.mark.parametrize("kind", ["json", "sarif"])
def test_reports_for_machines_are_json(kind):
    told = json.loads(getattr(findings({"year": "2023"}), kind)())
    assert "date.year" in json.dumps(told)
    if kind == "sarif":
        (result,) = told["runs"][0]["results"]
        assert result["locations"][0]["physicalLocation"]["region"]["startLine"] == 2
        assert {rule["id"] for rule in told["runs"][0]["tool"]["driver"]["rules"]} >= {rule.id for rule in RULES}


def test_github_annotations_escape_what_would_end_them():
    report = checks.Report("a,b.csv", 1, (checks.Finding(2, "X", "notes", "r", "error", "two\nlines, 100%"),))
    assert report.github() == "::error file=a%2Cb.csv,line=2,title=r::notes: two%0Alines, 100%25"


def test_the_text_report_counts():
    report = findings({"year": "2023", "source_scale": "x"})
    assert report.text().splitlines()[-1].endswith("1 rows, 1 errors, 1 warnings")
    assert report.counts == {"date.year": 1, "source.scale": 1}


@given(any_event())
@settings(max_examples=60)
def test_any_event_is_checked_without_raising(event):
    report = lint([event])
    derived = {"type.event", "type.disorder", "kind.interaction", "date.year"}
    assert not derived & set(report.counts), report.text()


def test_the_figure_must_fit_the_claims():
    assert "deaths.figure" not in lint([Event(SubEventType.ATTACK)]).counts


def test_more_than_twenty_may_be_coded_as_twenty():
    claim = CasualtyReport(Outcome.KILLED, stated=20, low=21, qualifier="more than")
    assert "deaths.figure" not in lint([Event(SubEventType.ATTACK, casualties=[claim])]).counts


def test_json_is_fixed_in_its_own_types(tmp_path):
    path = tmp_path / "bad.json"
    good = {**dict.fromkeys(acled.COLUMNS, ""), **CELLS, "year": 2024}
    path.write_text(json.dumps({"data": [{**good, "year": 1999, "region": "Europe"}]}))
    assert {finding.column for finding in fix_file(path, path)} == {"year", "region"}
    assert path.read_text() == json.dumps({"data": [good]})


@pytest.mark.parametrize("name", acled.DIALECTS)
def test_a_file_of_every_era_is_read_checked_moved_compared_and_moved_back(name):
    data = acled_file(30, dialect=name)
    table = acled.load(io.BytesIO(data.encode()))
    assert lint(table).findings == ()
    acled.dump(table, now := io.BytesIO(), dialect="current")
    assert checks.diff(io.BytesIO(data.encode()), io.BytesIO(now.getvalue())).changes == ()
    acled.dump(acled.load(io.BytesIO(now.getvalue())), back := io.BytesIO(), dialect=name)
    before = list(csv.DictReader(io.StringIO(data)))
    after = list(csv.DictReader(io.StringIO(back.getvalue().decode())))
    assert after == [{**row, **({"data_id": ""} if "data_id" in row else {})} for row in before]


@pytest.mark.parametrize(
    ("date", "year", "day"),
    [
        ("07-Mar-21", "2021", "2021-03-07"),
        ("07.03.21", "2021", "2021-03-07"),
        ("25.03.21", "", "2021-03-25"),
        ("25/03/69", "", "1969-03-25"),
        ("25/03/68", "", "2068-03-25"),
        ("07-03-21", "2021", "2021-03-07"),
        ("25-03-21", "", None),  # 2025 or 2021: nobody can tell
        ("0021-03-07", "2021", None),
        ("0021-03-07", "", None),
        ("7 March 0021", "2021", None),
        ("07-Mar-21", "1999", None),
        ("44262", "2021", "2021-03-07"),
        ("42800", "2021", "2021-03-07"),  # counted from 1904
        ("42800", "1999", None),
    ],
)
def test_years_of_two_digits_are_read_by_the_year_beside_them_and_never_written(date, year, day):
    data = text_of({"event_date": date, "year": year, "notes": "Shots."}).encode()
    table = acled.load(io.BytesIO(data), day_first=True)
    assert (str(table[0].when.start) if table[0].when else None) == day
    checks.fix_file(io.BytesIO(data), out := io.BytesIO(), day_first=True)
    (fixed,) = csv.DictReader(io.StringIO(out.getvalue().decode()))
    assert fixed["event_date"] == date
    assert fixed["year"] == year
    found = checks.lint(io.BytesIO(data), day_first=True)
    assert ("read.date" in found.counts) == (day is None)
    assert "date.year" not in found.counts
