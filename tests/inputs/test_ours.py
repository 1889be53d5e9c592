"""What this library has written is no article, and no run writes over what it reads."""

import io
import os
import sys

import pytest

from conflict_events import cli, formats
from conflict_events.bulk.store import Store
from conflict_events.formats import acled
from conflict_events.inputs.ours import is_ours
from conflict_events.testing import acled_file
from inputs.samples import ATOM, MAIL, PAGE, RSS, TEXT, archive
from rows import WRITTEN

DAY = ("--published", "2024-10-22")


@pytest.fixture
def folder(tmp_path):
    path = tmp_path / "in"
    path.mkdir()
    for name, place in (("a", "Goma"), ("b", "Beni")):
        (path / f"{name}.txt").write_text(TEXT.replace("Goma", place))
    return path


def written(name, count):
    formats.get(name).dump(acled.load(io.BytesIO(acled_file(count).encode())) if count else (), out := io.BytesIO())
    return out.getvalue()


@pytest.mark.parametrize("count", [0, 3])
@pytest.mark.parametrize("name", [name for name in WRITTEN if name not in ("arrow", "acled-xlsx")])
def test_records_are_known_by_their_beginning(name, count):
    data = written(name, count)
    assert is_ours(data[:4096]) == bool(data)  # GDELT and PLOVER of no events are empty


@pytest.mark.parametrize("dialect", acled.DIALECTS)
def test_records_of_every_era_are_known(dialect):
    assert is_ours(acled_file(2, dialect=dialect).encode()[:4096])


@pytest.mark.parametrize(
    "data", [TEXT, ATOM, MAIL, PAGE, RSS, archive(PAGE).decode(), '{"text": "a"}', "[]", "", "a,b"]
)
def test_articles_are_not_taken_for_records(data):
    assert not is_ours(data.encode()[:4096])


@pytest.mark.parametrize("ending", ["csv", "json", "geojson", "html", "txt", "xlsx"])
def test_what_was_written_into_the_folder_that_is_read_changes_nothing(folder, capsys, ending):
    out = folder / f"out.{ending}"
    if ending == "xlsx":
        pytest.importorskip("xlsxwriter")
    command = {"html": ["report"], "txt": ["code", "--to", "native"]}.get(ending, ["code"])
    words = [*command, str(folder), *DAY, "-o", str(out)]
    assert cli.main(words) == 0
    first = out.read_bytes()
    for _ in range(2):
        assert cli.main(words) == 0
    assert out.read_bytes() == first
    assert cli.main(["code", str(folder), *DAY, "--to", "native"]) == 0
    assert capsys.readouterr().err == ""


def test_parts_of_another_run_are_no_articles(folder):
    Store.beside(str(folder / "other.csv")).open({"version": "another"})
    out = folder / "out.csv"
    assert cli.main(["code", str(folder), *DAY, "-o", str(out)]) == 0
    assert len(acled.load(out)) == 2


def test_records_by_name_are_refused_with_what_to_do(tmp_path, capsys):
    path = tmp_path / "a.csv"
    path.write_text(acled_file(3))
    assert cli.main(["code", str(path), *DAY]) == 1
    assert "file holds event records, no article" in capsys.readouterr().err


def linked(path, manner):
    other = path.with_name("link")
    {"itself": lambda: None, "symbolic": lambda: other.symlink_to(path), "hard": lambda: os.link(path, other)}[manner]()
    return path if manner == "itself" else other


@pytest.mark.skipif(sys.platform == "win32", reason="links")
@pytest.mark.parametrize("manner", ["itself", "symbolic", "hard"])
@pytest.mark.parametrize("command", ["code", "report", "folder", "convert"])
def test_no_run_writes_over_what_it_reads(folder, capsys, command, manner):
    path = folder / ("a.txt" if command != "convert" else "a.csv")
    if command == "convert":
        path.write_text(acled_file(3))
    before, out = path.read_bytes(), str(linked(path, manner))
    words = {
        "code": ["code", str(path), *DAY, "--to", "native", "-o", out],
        "report": ["report", str(path), *DAY, "-o", out],
        "folder": ["code", str(folder), *DAY, "--to", "native", "-o", out],
        "convert": ["convert", str(path), out, "--from", "acled-csv", "--to", "native"],
    }
    assert cli.main(words[command]) == 1
    assert "output is one of the inputs" in capsys.readouterr().err
    assert path.read_bytes() == before
