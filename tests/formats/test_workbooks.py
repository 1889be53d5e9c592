"""Workbooks: what is written is read again, and sheets as people make them are found."""

import csv
import datetime as dt
import io

import pytest

from conflict_events import Event, SubEventType, cli, formats
from conflict_events.formats import acled, hxl, ucdp_ged
from conflict_events.model.errors import FormatError, UnknownNameError
from conflict_events.testing import acled_file
from rows import CELLS

xlsxwriter = pytest.importorskip("xlsxwriter")
calamine = pytest.importorskip("python_calamine")


def table(**options):
    return acled.load(io.BytesIO(acled_file(30, **options).encode()))


def book(*sheets):
    """A workbook with these sheets of rows."""
    made = xlsxwriter.Workbook(out := io.BytesIO(), {"in_memory": True})
    style = made.add_format({"num_format": "d mmm yyyy"})
    for rows in sheets:
        sheet = made.add_worksheet()
        for number, row in enumerate(rows):
            for place, cell in enumerate(row):
                if isinstance(cell, dt.date):
                    sheet.write_datetime(number, place, dt.datetime.combine(cell, dt.time()), style)
                else:
                    sheet.write(number, place, cell)
    made.close()
    return out.getvalue()


def load(data, **options):
    return acled.load(io.BytesIO(data), **options)


@pytest.mark.parametrize("dialect", ["current", "2019", "africa"])
def test_what_is_written_is_read_again(dialect, tmp_path):
    events = table(dialect=dialect)
    path = tmp_path / "events.xlsx"
    report = acled.dump(events, path)
    assert report.events == 30
    found, again = formats.read(path)
    assert found == "acled-xlsx"
    assert tuple(again) == tuple(events)
    assert again.problems == ()


def test_cells_have_their_types_and_formulas_are_texts():
    acled.dump([*table()[:1], Event(SubEventType.ATTACK, notes="=1+1")], out := io.BytesIO(), kind="xlsx")
    sheet = calamine.CalamineWorkbook.from_filelike(io.BytesIO(out.getvalue())).get_sheet_by_index(0)
    header, first, second = sheet.to_python()
    cells = dict(zip(header, first, strict=True))
    assert isinstance(cells["event_date"], dt.date)
    assert (cells["fatalities"], cells["latitude"]) == (table()[0].fatalities.value, table()[0].where.latitude)
    assert dict(zip(header, second, strict=True))["notes"] == "=1+1"


def test_the_same_events_give_the_same_file():
    acled.dump(table(), one := io.BytesIO(), kind="xlsx")
    acled.dump(table(), other := io.BytesIO(), kind="xlsx")
    assert one.getvalue() == other.getvalue()


def test_columns_that_are_not_ours_go_along(tmp_path):
    source, target = tmp_path / "in.csv", tmp_path / "out.xlsx"
    text = acled_file(3).replace("timestamp\n", "timestamp,my note\n")
    head, *rows = text.splitlines()
    source.write_text("\n".join([head, *(f"{row},checked {number}" for number, row in enumerate(rows))]))
    assert cli.main(["convert", str(source), str(target)]) == 0
    assert [dict(event.extras)["my note"] for event in acled.load(target)] == ["checked 0", "checked 1", "checked 2"]


def test_a_text_longer_than_a_cell_is_cut_and_told():
    long = Event(SubEventType.ATTACK, notes="x" * 40_000)
    report = acled.dump([long], out := io.BytesIO(), kind="xlsx")
    assert ("notes", "changed") in {(loss.field, loss.kind.value) for loss in report}
    assert len(load(out.getvalue())[0].notes) == 32_767


def typed(name):
    """A cell as a person's spreadsheet holds it."""
    cell = CELLS.get(name, "")
    if name == "event_date":
        return dt.date(2024, 3, 7)
    return float(cell) if cell.replace(".", "").isdigit() else cell


@pytest.mark.parametrize("title", [[], [["Events of the north"], [], ["made by hand"]]])
def test_the_sheet_with_the_events_is_found(title):
    names = [name.replace("_", " ").title() for name in acled.COLUMNS]
    found = load(book([["Read me"], ["notes", 7]], [*title, names, [typed(name) for name in acled.COLUMNS], []]))
    assert found.problems == ()
    plain = ",".join(acled.COLUMNS) + "\n" + ",".join(f'"{CELLS.get(name, "")}"' for name in acled.COLUMNS)
    assert tuple(found) == tuple(load(plain.encode()))
    assert found.notices == ("sheet 'Sheet2'",)


def test_a_workbook_becomes_csv_with_all_its_columns():
    names = [*acled.COLUMNS, "my note"]
    found = load(book([names, [*map(typed, acled.COLUMNS), 'a "b", c']]))
    acled.dump(found, out := io.BytesIO(), kind="csv")
    again = load(out.getvalue())
    assert tuple(again) == tuple(found)
    assert again[0].extras[-1] == ("my note", 'a "b", c')


def test_ged_and_hxl_are_read_from_workbooks(tmp_path):
    for module in (ucdp_ged, hxl):
        rows = list(csv.reader(io.StringIO(module.dumps(table()))))
        path = tmp_path / "x.xlsx"
        path.write_bytes(book(rows))
        name, found = formats.read(path)
        assert name in ("ucdp-ged", "hxl")
        assert len(found) == len(rows) - (1 if module is ucdp_ged else 2) > 5
        assert found.problems == ()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"PK\x03\x04 and no more", "workbook is broken"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "workbook cannot be read"),
        (book([[]]), "nothing in it"),
        (book([["a", "b"], [1, 2]]), "not an ACLED file"),
    ],
    ids=["half", "no xls", "empty", "another table"],
)
def test_what_is_no_workbook_of_events_is_one_line_without_bytes(data, words, tmp_path, capsys):
    path = tmp_path / "x.xlsx"
    path.write_bytes(data)
    assert cli.main(["convert", str(path), str(tmp_path / "y.csv")]) == 1
    said = capsys.readouterr().err
    assert words in said
    assert said.count("\n") == 1
    assert "\\x" not in said
    with pytest.raises(FormatError):
        acled.load(path)


def test_a_zip_file_is_named_as_what_it_is():
    import zipfile

    with zipfile.ZipFile(out := io.BytesIO(), "w") as packed:
        packed.writestr("events.csv", acled_file(2))
    with pytest.raises(FormatError, match=r"a zip file.*events\.csv"):
        load(out.getvalue())


def test_without_the_packages_the_error_says_what_to_install(monkeypatch):
    data = book([["a"]])
    monkeypatch.setitem(__import__("sys").modules, "python_calamine", None)
    monkeypatch.setitem(__import__("sys").modules, "xlsxwriter", None)
    with pytest.raises(UnknownNameError, match=r"conflict-events\[excel\]"):
        load(data)
    with pytest.raises(UnknownNameError, match=r"conflict-events\[excel\]"):
        acled.dump(table(), io.BytesIO(), kind="xlsx")
