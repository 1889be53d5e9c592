"""convert, lint and diff: data on standard output, words on standard error, exit codes that a shell can use."""

import io
import json
from importlib.metadata import EntryPoint

import pytest

from conflict_events import cli, formats
from conflict_events.formats import acled, native
from conflict_events.testing import acled_file
from rows import text_of


@pytest.fixture
def old(tmp_path):
    path = tmp_path / "old.csv"
    path.write_text(acled_file(20, dialect="2019"))
    return path


def test_convert_moves_an_old_file_and_tells_the_losses(old, tmp_path, capsys):
    new = tmp_path / "new.csv"
    assert cli.main(["convert", str(old), str(new), "--dialect", "current"]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert "2019: data_id, iso3" in said.err
    assert "data_id" in said.err.split("events written")[1]
    assert acled.load(new).dialect == "current"


def test_convert_goes_by_endings_and_back_without_loss(old, tmp_path):
    for name in ("a.geojson", "b.json", "c.csv"):
        assert cli.main(["convert", str(old), str(tmp_path / name)]) == 0
        old = tmp_path / name
    assert len(acled.load(tmp_path / "c.csv")) == 20
    assert len(native.load(tmp_path / "b.json")) == 20


def test_convert_writes_to_standard_output(old, capsysbinary):
    assert cli.main(["convert", str(old), "-", "--to", "native"]) == 0
    assert len(native.load(io.BytesIO(capsysbinary.readouterr().out))) == 20


def test_convert_of_the_same_format_is_the_same_file(old, tmp_path):
    assert cli.main(["convert", str(old), str(tmp_path / "same.csv")]) == 0
    assert (tmp_path / "same.csv").read_bytes() == old.read_bytes()


def test_rows_that_cannot_be_read_are_told_and_counted_in_the_exit_code(old, tmp_path, capsys):
    old.write_text(old.read_text() + "short,row\n")
    assert cli.main(["convert", str(old), str(tmp_path / "same.csv")]) == 1
    assert "row 22: acled.cells" in capsys.readouterr().err
    assert (tmp_path / "same.csv").read_bytes() == old.read_bytes()


@pytest.mark.parametrize(
    "words",
    [["convert", "no-such-file.csv", "x.csv"], ["lint", "no-such-file.csv"], ["diff", "no-such-file.csv", "b.csv"]],
)
def test_a_missing_file_is_one_line_and_no_traceback(words, capsys):
    assert cli.main(words) == 1
    assert "Traceback" not in capsys.readouterr().err


def test_a_file_of_no_format_is_one_line(tmp_path, capsys):
    path = tmp_path / "x.csv"
    path.write_text("hello\n")
    assert cli.main(["convert", str(path), str(tmp_path / "y.csv")]) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "not an ACLED file" in said


def test_a_file_in_another_encoding_is_converted(tmp_path):
    path, out = tmp_path / "old.csv", tmp_path / "new.geojson"
    path.write_bytes(acled_file(5).replace("people marched", "des gens ont marché").encode("latin-1"))
    assert "marché" in path.read_text(encoding="latin-1")
    assert cli.main(["convert", str(path), str(out), "--encoding", "latin-1"]) == 0
    assert "marché" in out.read_text(encoding="utf-8")
    assert cli.main(["convert", str(path), str(out)]) == 0
    assert "marché" in out.read_text(encoding="utf-8")


def test_a_file_comes_back_with_the_columns_that_were_carried_along(old, tmp_path):
    for name, dialect in (("now.csv", "current"), ("back.csv", "2019")):
        source = old if dialect == "current" else tmp_path / "now.csv"
        words = ["convert", str(source), str(tmp_path / name), "--dialect", dialect, "--keep-columns"]
        assert cli.main(words) == 0
    header = (tmp_path / "back.csv").read_text().splitlines()[0]
    assert header.startswith(old.read_text().splitlines()[0])
    assert cli.main(["convert", str(tmp_path / "now.csv"), str(tmp_path / "back.csv"), "--dialect", "2019"]) == 0
    assert (tmp_path / "back.csv").read_bytes() == old.read_bytes()


def test_options_that_a_format_does_not_have_are_wrong_usage(old, tmp_path, capsys):
    assert cli.main(["convert", str(old), str(tmp_path / "x.geojson"), "--dialect", "2019"]) == 2
    assert "takes no --dialect" in capsys.readouterr().err


def test_lint_exits_by_its_errors_and_fixes(old, capsys):
    assert cli.main(["lint", str(old)]) == 0
    old.write_text(old.read_text().replace(",2021,", ",1999,"))
    assert cli.main(["lint", str(old)]) == 1
    assert "date.year" in capsys.readouterr().out
    assert cli.main(["lint", str(old), "--fix"]) == 0
    assert old.read_text() == acled_file(20, dialect="2019")


def test_lint_speaks_to_machines(old, capsys):
    old.write_text(old.read_text().replace(",2021,", ",1999,"))
    cli.main(["lint", str(old), "--format", "sarif"])
    assert json.loads(capsys.readouterr().out)["version"] == "2.1.0"
    cli.main(["lint", str(old), "--format", "github", "--without", "date.year"])
    assert capsys.readouterr().out.strip() == ""


def test_lint_fixes_onto_standard_output(old, capsysbinary):
    good = old.read_bytes()
    old.write_bytes(good.replace(b",2021,", b",1999,"))
    assert cli.main(["lint", str(old), "--fix", "-o", "-"]) == 0
    assert capsysbinary.readouterr().out == good


def test_diff_exits_like_diff(old, tmp_path, capsys):
    new = tmp_path / "new.csv"
    cli.main(["convert", str(old), str(new), "--dialect", "current"])
    capsys.readouterr()
    assert cli.main(["diff", str(old), str(new)]) == 0
    new.write_text(new.read_text().replace("shells landed", "a shell landed"))
    assert cli.main(["diff", str(old), str(new), "--format", "json"]) == 1
    assert '"column": "notes"' in capsys.readouterr().out


@pytest.fixture
def slashed(tmp_path):
    """A file of which every day can be read in two orders."""
    path = tmp_path / "slashed.csv"
    path.write_text(text_of({"event_date": "03/04/2024"}, {"event_date": "5/6/2024", "event_id_cnty": "KEN902"}))
    return path


@pytest.mark.parametrize("words", [["convert", "IN", "OUT.json"], ["lint", "IN"], ["diff", "IN", "IN"]])
def test_days_in_two_orders_are_one_line_that_says_how_to_tell(words, slashed, tmp_path, capsys):
    words = [word.replace("IN", str(slashed)).replace("OUT", str(tmp_path / "out")) for word in words]
    assert cli.main(words) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "--day-first or --month-first" in said
    assert "event_date" in said
    assert cli.main([*words, "--day-first"]) in (0, 1)
    assert "may be swapped" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("order", "days"), [("--day-first", ["04-03", "06-05"]), ("--month-first", ["03-04", "05-06"])]
)
def test_the_order_of_day_and_month_is_told(order, days, slashed, tmp_path):
    out = tmp_path / "out.json"
    assert cli.main(["convert", str(slashed), str(out), order]) == 0
    assert [str(event.when.start)[5:] for event in native.load(out)] == days


@pytest.mark.parametrize("words", [["convert", "IN", "out.foo"], ["code", "IN", "-o", "out.foo"]])
def test_an_unknown_ending_lists_the_known_ones(words, slashed, capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert cli.main([word.replace("IN", str(slashed)) for word in words]) == 2
    said = capsys.readouterr().err
    assert ".geojson (geojson)" in said
    assert ".csv (acled-csv)" in said
    assert not (tmp_path / "out.foo").exists()


def test_a_byte_order_mark_is_written_when_asked(old, tmp_path):
    article = tmp_path / "a.txt"
    article.write_text("Shells hit the market in Goma on Monday, killing three people.")
    out = tmp_path / "out.csv"
    assert cli.main(["code", str(article), "--published", "2024-10-22", "-o", str(out), "--bom"]) == 0
    assert out.read_bytes().startswith(b"\xef\xbb\xbfevent_id_cnty")
    for target in ("acled-csv", "hxl", "ucdp-ged"):
        assert cli.main(["convert", str(old), str(out), "--bom", "--to", target]) == 0
        assert out.read_bytes().startswith(b"\xef\xbb\xbf")
        assert out.read_bytes()[3:6] != b"\xef\xbb\xbf"
    assert cli.main(["convert", str(out), str(tmp_path / "x.json"), "--bom"]) == 2


def test_a_format_of_another_package_is_written_by_code(monkeypatch, tmp_path, capsys):
    point = EntryPoint("theirs", "conflict_events.formats.native:FORMAT", formats.GROUP)
    monkeypatch.setattr("importlib.metadata.entry_points", lambda group: [point] if group == formats.GROUP else [])
    article, out = tmp_path / "a.txt", tmp_path / "out.theirs"
    article.write_text("Shells hit the market in Goma on Monday, killing three people.")
    assert cli.main(["code", str(article), "--published", "2024-10-22", "--to", "theirs", "-o", str(out)]) == 0
    assert len(native.load(out)) == 1
    with pytest.raises(SystemExit):
        cli.main(["code", str(article), "--to", "nobodys"])
    assert "expected acled-csv" in capsys.readouterr().err


COUNTS = {
    "HDX": "Country,Admin1,ISO3,Month,Year,Events,Fatalities\nKenya,Turkana,KEN,March,2024,3,1\n",
    "HAPI": "location_code,admin1_name,event_type,events,fatalities,reference_period_start\nKEN,Turkana,x,3,1,2024-03-01\n",
    "weekly": "WEEK,REGION,COUNTRY,ADMIN1,EVENT_TYPE,EVENTS,FATALITIES\n2024-03-02,x,Kenya,Turkana,Riots,3,1\n",
}


@pytest.mark.parametrize("kind", COUNTS)
def test_counts_by_area_are_told_from_events(kind, tmp_path, capsys):
    path = tmp_path / "counts.csv"
    path.write_text(COUNTS[kind])
    for words in (["convert", str(path), "-"], ["lint", str(path)]):
        assert cli.main(words) == 1
        said = capsys.readouterr().err
        assert "counts by area" in said
        assert said.count("\n") == 1


def test_the_nearest_format_is_named(tmp_path, capsys):
    path = tmp_path / "x.csv"
    path.write_text("id,side_a,side_b,date_start,best\n1,A,B,2024-03-07,3\n")
    assert cli.main(["convert", str(path), "-", "--to", "native"]) == 1
    said = capsys.readouterr().err
    assert "ucdp-ged is the nearest of" in said
    assert "type_of_violence" in said
