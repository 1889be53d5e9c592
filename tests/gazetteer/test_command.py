import pytest

from conflict_events.cli import main
from conflict_events.gazetteer.layer import Layer


def test_find_prints_one_line_a_place(capsys):
    assert main(["gazetteer", "find", "Khan Younis"]) == 0
    line = capsys.readouterr().out.splitlines()[0].split("\t")
    assert line[:2] == ["Khan Yunis", "Khan Yunis, Gaza Strip, PS"]
    assert [round(float(number), 1) for number in line[2:4]] == [31.3, 34.3]


def test_find_says_when_there_is_none(capsys):
    assert main(["gazetteer", "find", "Qwxzptown"]) == 1
    assert "no place of this name" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["", " ", "\0", "💥"])
def test_find_takes_any_text(name):
    assert main(["gazetteer", "find", name]) == 1


def test_build_from_a_dump_is_silent_in_a_pipe_but_for_the_sum(dump, tmp_path, capsys):
    out = tmp_path / "sudan.idx"
    assert main(["gazetteer", "build", str(dump), "-o", str(out)]) == 0
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith(f"{out}: 7 places")
    assert len(Layer(out)) == 7


def test_build_from_a_list(tmp_path):
    villages, out = tmp_path / "villages.csv", tmp_path / "villages.idx"
    villages.write_text("name,lat,lon\nUmm Shalaya,12.5,23.1\n", encoding="utf-8")
    assert main(["gazetteer", "build", str(villages), "-o", str(out)]) == 0
    assert Layer(out, 1).rows("umm shalaya")[0].layer == 1


def test_one_index_is_made_of_one_kind_of_file(dump, tmp_path, capsys):
    villages = tmp_path / "villages.csv"
    villages.write_text("name,lat,lon\nUmm Shalaya,12.5,23.1\n", encoding="utf-8")
    assert main(["gazetteer", "build", str(dump), str(villages), "-o", str(tmp_path / "x.idx")]) == 1
    assert "one kind for one index" in capsys.readouterr().err


def test_a_bar_is_shown_on_a_terminal(dump, tmp_path, monkeypatch, capsys):
    pytest.importorskip("rich")
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    assert main(["gazetteer", "build", str(dump), "-o", str(tmp_path / "sudan.idx")]) == 0
    assert "SD.txt" in capsys.readouterr().err
