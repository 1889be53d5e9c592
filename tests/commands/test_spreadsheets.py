"""No cell that a spreadsheet would run is written without a word, and none where somebody asks for harmless ones."""

import csv
import io

import pytest
from attrs import evolve

from conflict_events import CasualtyReport, Event, Outcome, SubEventType, cli, formats
from conflict_events.formats import acled
from conflict_events.formats.safe import defuse
from conflict_events.testing import acled_file

OUTLET = "=cmd|'/C calc'!A0"
TEXT = "Rebels shelled the town of Goma on 22 October 2024, killing three civilians."


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    return str(path)


def source(text):
    return [row["source"] for row in csv.DictReader(io.StringIO(text))]


@pytest.mark.parametrize("output", ["-", "out.csv"])
def test_code_warns_and_makes_cells_harmless_when_asked(article, tmp_path, capsys, output):
    path = output if output == "-" else str(tmp_path / output)
    words = ["code", article, "--source", OUTLET, "-o", path]
    for more, told, cell in (([], True, OUTLET), (["--spreadsheet-safe"], False, f"'{OUTLET}")):
        assert cli.main([*words, *more]) == 0
        said = capsys.readouterr()
        assert ("1 cell begins as a formula does" in said.err) == told
        assert source(said.out if output == "-" else (tmp_path / output).read_text()) == [cell]


@pytest.mark.parametrize("option", ["--spreadsheet-safe", "--bom"])
def test_a_format_that_has_no_cells_takes_no_such_option(article, tmp_path, capsys, option):
    assert cli.main(["code", article, option, "--to", "native", "-o", str(tmp_path / "a.json")]) == 2
    assert f"native takes no {option}" in capsys.readouterr().err
    assert not (tmp_path / "a.json").exists()


@pytest.mark.parametrize("name", ["acled-csv", "hxl", "ucdp-ged"])
def test_every_table_counts_such_cells(name):
    claim = CasualtyReport(Outcome.KILLED, stated=3, low=3, high=3)
    events = [Event(SubEventType.ATTACK, notes="=1+1", sources=["=1+1"], casualties=[claim])]
    report = formats.get(name).dump(events, io.BytesIO())
    assert report.formulas > 0
    assert f"{report.formulas} cell" in str(report)
    assert formats.get(name).dump(events, io.BytesIO(), spreadsheet_safe=True).formulas == 0


def test_convert_warns_of_cells_that_stay_to_the_byte(tmp_path, capsys):
    old, new = tmp_path / "a.csv", tmp_path / "b.csv"
    events = acled.load(io.BytesIO(acled_file(3).encode()))
    acled.dump([evolve(event, notes="=1+1") for event in events], old)
    capsys.readouterr()
    assert cli.main(["convert", str(old), str(new)]) == 0
    assert "3 cells begin as a formula does" in capsys.readouterr().err
    assert new.read_bytes() == old.read_bytes()
    assert cli.main(["convert", str(old), str(new), "--spreadsheet-safe"]) == 0
    assert "formula" not in capsys.readouterr().err
    assert {event.notes for event in acled.load(new)} == {"'=1+1"}


@pytest.mark.parametrize("sign", "＝＋－＠﹦⁼")
def test_writing_in_plain_letters_makes_no_formula_of_what_was_none(sign):
    event = Event(SubEventType.ATTACK, sources=[f"{sign}cmd"], notes=f"{sign}1+1")
    acled.dump([event], out := io.BytesIO())
    (row,) = csv.DictReader(io.StringIO(out.getvalue().decode()))
    assert (row["source"], row["notes"]) == (f"{sign}cmd", f"{sign}1+1")
    acled.dump([event], out := io.BytesIO(), spreadsheet_safe=True)
    (row,) = csv.DictReader(io.StringIO(out.getvalue().decode()))
    assert row["source"][0] in ("'", sign)
    assert row["source"][0] == "'" or sign not in "＝＋－＠"


def test_dashes_and_negative_numbers_are_no_formulas():
    assert [defuse(text) for text in ("-3.5", "+4", "– a", "a=b")] == ["-3.5", "+4", "– a", "a=b"]
    assert acled.to_rows([Event(SubEventType.ATTACK, notes="– a")])[0]["notes"] == "- a"
