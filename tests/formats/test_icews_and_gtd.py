"""ICEWS and GTD are read: types, days, places, sides and figures by their codes, and nothing lost or made up."""

import io

import pytest

from conflict_events import ActorKind, Outcome, Status, SubEventType, cli, formats
from conflict_events.formats import gtd
from conflict_events.formats.cameo import icews
from conflict_events.model.errors import FormatError
from foreign import BOMB, CLASH, table


def read_icews(*changes, delimiter="\t"):
    rows = [CLASH | change for change in changes]
    return icews.load(io.BytesIO(table(*rows, columns=icews.COLUMNS, delimiter=delimiter).encode()))


def read_gtd(*changes, columns=gtd.COLUMNS):
    return gtd.load(io.BytesIO(table(*(BOMB | change for change in changes), columns=columns).encode()))


def test_an_icews_row_becomes_an_event():
    loaded = read_icews({})
    (event,) = loaded
    assert loaded.problems == ()
    assert (event.id, event.when.timex, event.sub_event_type) == ("31445500", "2018-03-07", SubEventType.ARMED_CLASH)
    assert (event.actor1.name, event.actor1.kind) == ("Army of the Hills", ActorKind.REBEL_GROUP)
    assert (event.actor2.kind, event.actor2.country.alpha_3) == (ActorKind.STATE_FORCES, "MLI")
    assert (event.where.name, event.where.admin1, event.where.admin2) == ("Tessara", "Gao", "Tessara Cercle")
    assert (event.where.latitude, event.where.precision) == (16.25, 1)
    assert event.casualties == ()
    assert event.basis("actor1").status is Status.INFERRED
    assert dict(event.extras)["Event Text"] == "Use conventional military force"
    assert dict(event.extras)["CAMEO Code"] == "190"


def test_codes_that_lost_their_zeros_and_rows_of_no_conflict():
    loaded = read_icews({"CAMEO Code": "57"}, {"CAMEO Code": "42"}, {"CAMEO Code": "1831.0"}, {"CAMEO Code": "40"})
    assert [event.sub_event_type for event in loaded] == [SubEventType.AGREEMENT, SubEventType.SUICIDE_BOMB]
    assert "root 04, 2 times" in loaded.notices[-1]


def test_a_province_alone_and_what_cannot_be_read():
    loaded = read_icews(
        {"City": "NULL", "District": "NULL"}, {"Event Date": "soon", "Latitude": "north"}, {"Country": "Atlantis"}
    )
    assert (loaded[0].where.name, loaded[0].where.admin2, loaded[0].where.precision) == ("Gao", None, 3)
    assert [problem.rule for problem in loaded.problems] == ["icews.date", "icews.coordinate"]
    assert (loaded[1].when, loaded[1].basis("when").raw) == (None, "soon")
    assert dict(loaded[2].extras)["Country"] == "Atlantis"


def test_a_gtd_row_becomes_an_event():
    loaded = read_gtd({})
    (event,) = loaded
    assert loaded.problems == ()
    assert (event.id, event.when.timex) == ("201803070001", "2018-03-07")
    assert event.sub_event_type is SubEventType.REMOTE_EXPLOSIVE
    assert event.basis("sub_event_type").status is Status.INFERRED
    assert (event.actor1.name, event.assoc_actor_1) == ("Army of the Hills", ())
    assert (event.actor2.name, event.actor2.kind) == ("Military Forces of Mali", ActorKind.STATE_FORCES)
    assert [(claim.outcome, claim.stated, claim.subset_of) for claim in event.casualties] == [
        (Outcome.KILLED, 5, None),
        (Outcome.KILLED, 1, 0),
    ]
    assert (event.where.name, event.where.admin1, event.where.precision) == ("Tessara", "Gao", 1)
    assert event.notes == BOMB["summary"]
    assert event.sources == (BOMB["scite1"],)
    kept = dict(event.extras)
    assert kept["target1"] == "Lorry"
    assert kept["success"] == "1"
    assert "country_txt" not in kept


@pytest.mark.parametrize(
    ("change", "kind", "sure"),
    [
        ({"suicide": "1"}, SubEventType.SUICIDE_BOMB, True),
        ({"weapsubtype1": "7"}, SubEventType.GRENADE, True),
        ({"weapsubtype1": "11"}, SubEventType.SHELLING, True),
        ({"weapsubtype1": "16"}, SubEventType.REMOTE_EXPLOSIVE, False),
        ({"weaptype1": "2"}, SubEventType.CHEMICAL_WEAPON, True),
        ({"attacktype1": "6"}, SubEventType.ABDUCTION, True),
        ({"attacktype1": "7"}, SubEventType.LOOTING, True),
        ({"attacktype1": "2"}, SubEventType.ARMED_CLASH, False),
        ({"attacktype1": "2", "targtype1": "14"}, SubEventType.ATTACK, False),
        ({"attacktype1": "9", "targtype1": ""}, SubEventType.ATTACK, False),
    ],
)
def test_gtds_codes_decide_the_type_or_something_stands_in(change, kind, sure):
    (event,) = read_gtd(change)
    assert event.sub_event_type is kind
    assert (event.basis("sub_event_type").status is Status.INFERRED) == sure


@pytest.mark.parametrize(
    ("change", "timex"),
    [({"iday": "0"}, "2018-03"), ({"imonth": "0", "iday": "0"}, "2018"), ({"imonth": "2", "iday": "30"}, None)],
)
def test_what_gtd_does_not_know_of_a_day_is_left_open(change, timex):
    loaded = read_gtd(change)
    assert (loaded[0].when and loaded[0].when.timex) == timex
    assert bool(loaded.problems) == (timex is None)


def test_unknown_sides_and_places_are_nobody_and_nowhere():
    (event,) = read_gtd({"gname": "Unknown", "city": "Unknown", "targtype1": "20", "natlty1_txt": ""})
    assert (event.actor1, event.actor2) == (None, None)
    assert event.where.name == "Gao"
    (event,) = read_gtd({"targtype1": "14", "gname2": "Front of the Plain"})
    assert event.actor2.name == "Civilians (Mali)"
    assert [actor.name for actor in event.assoc_actor_1] == ["Front of the Plain"]


def test_a_share_of_a_death_is_listed_and_kept():
    loaded = read_gtd({"nkill": "2.5"})
    assert (loaded[0].casualties, loaded.problems[0].column) == ((), "nkill")
    assert loaded[0].basis("casualties").raw == "2.5"


def test_fewer_columns_and_a_workbook(tmp_path):
    xlsxwriter = pytest.importorskip("xlsxwriter")
    few = ("eventid", "iyear", "imonth", "iday", "country_txt", "city", "attacktype1", "gname", "nkill")
    (event,) = read_gtd({}, columns=few)
    assert (event.where.name, event.fatalities.value) == ("Tessara", 5)
    path = tmp_path / "gtd.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, gtd.COLUMNS)
    cells = [BOMB.get(name, "") for name in gtd.COLUMNS]
    sheet.write_row(
        1, 0, [float(cell) if cell.removeprefix("-").replace(".", "").isdigit() else cell for cell in cells]
    )
    book.close()
    name, loaded = formats.read(path)
    assert (name, tuple(loaded)) == ("gtd", tuple(read_gtd({})))


@pytest.mark.parametrize("name", ["icews", "gtd"])
def test_they_are_found_by_their_columns_and_only_read(name, tmp_path, capsys):
    columns, row = (icews.COLUMNS, CLASH) if name == "icews" else (gtd.COLUMNS, BOMB)
    path, out = tmp_path / "x.csv", tmp_path / "y.json"
    path.write_text(table(row, columns=columns))
    assert formats.read(path)[0] == name
    assert cli.main(["convert", str(path), str(out)]) == 0
    assert cli.main(["convert", str(out), str(path), "--to", name]) == 2
    assert "only read" in capsys.readouterr().err
    with pytest.raises(FormatError, match="among them"):
        formats.get(name).load(io.BytesIO(b"a,b\n1,2\n"))
