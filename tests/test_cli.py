"""The command line as a shell sees it: data on standard output, talk on standard error, exit codes that mean something."""

import csv
import io
import json
import os
import subprocess
import sys

import pytest

import project
from conflict_events import cli
from terminal import shown_on_a_terminal

TEXT = "Gunmen shot dead two farmers near Mora in Cameroon on Monday.\n"


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def shell(*words, data=b"", **environment):
    """Run in a process of its own, with standard input closed after ``data``."""
    return subprocess.run(
        [sys.executable, "-m", "conflict_events", *map(str, words)],
        input=data,
        env={**os.environ, "PYTHONPATH": str(project.SOURCE), **environment},
        capture_output=True,
        timeout=60,
        check=False,
    )


def test_code_writes_acled_rows_and_nothing_else(article, capsys):
    assert cli.main(["code", str(article), "--published", "2024-10-22", "--source", "Seed Wire"]) == 0
    out, err = capsys.readouterr()
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [row["event_date"] for row in rows] == ["2024-10-21"]
    assert rows[0]["sub_event_type"] == "Attack"
    assert rows[0]["fatalities"] == "2"
    assert rows[0]["source"] == "Seed Wire"
    assert err == ""


@pytest.mark.parametrize("to", ["acled-json", "native"])
def test_other_formats_are_asked_for_by_name(article, capsys, to):
    assert cli.main(["code", str(article), "--published", "2024-10-22", "--to", to]) == 0
    assert json.loads(capsys.readouterr().out)


def test_the_country_told_decides_between_namesakes_and_one_that_is_none_tells_the_nearest(tmp_path, capsys):
    path = tmp_path / "article.txt"
    path.write_text("Gunmen shot dead two farmers in Tripoli on Monday.\n", encoding="utf-8")
    words = ["code", str(path), "--published", "22 Oct 2024", "--country"]
    assert cli.main([*words, "Lebanon"]) == 0
    (row,) = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert (row["country"], row["actor2"]) == ("Lebanon", "Civilians (Lebanon)")
    with pytest.raises(SystemExit):
        cli.main([*words, "Lebanonn"])
    assert "'Lebanon'" in capsys.readouterr().err


def test_a_record_names_its_countries(tmp_path, capsys):
    path = tmp_path / "articles.jsonl"
    text = "Gunmen shot dead two farmers in Tripoli on Monday."
    record = {"text": text, "published": "2024-10-22", "countries": ["LB", "Atlantis", 7.5]}
    path.write_text(json.dumps(record) + "\n", encoding="utf-8")
    cli.main(["code", str(path)])
    out, err = capsys.readouterr()
    assert [row["country"] for row in csv.DictReader(io.StringIO(out))] == ["Lebanon"]
    assert err.count("country is left out") == 2


def test_code_writes_a_file_whole(article, tmp_path, capsys):
    target = tmp_path / "events.csv"
    assert cli.main(["code", str(article), "--published", "2024-10-22", "-o", str(target)]) == 0
    assert capsys.readouterr().out == ""
    assert target.read_text(encoding="utf-8").startswith("event_id_cnty,event_date,")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["article.txt", "events.csv"]


def test_standard_input_is_a_dash():
    done = shell("code", "-", "--published", "2024-10-22", data=TEXT.encode())
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"2024-10-21" in done.stdout


def test_a_missing_day_of_publication_is_told_once_and_days_stay_absent(article, capsys):
    assert cli.main(["code", str(article), str(article), "--to", "native"]) == 0
    out, err = capsys.readouterr()
    assert err.count("--published") == 1
    assert all(event.get("when") is None for event in json.loads(out)["events"])


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"\xff\xfe broken", ("bad.txt, byte 0", "UTF-8")),
        (b"caf\xe9 in Goma", ("bad.txt, byte 3", "UTF-8")),
        (b"", ("bad.txt", "empty")),
        (b" \n ", ("bad.txt", "empty")),
    ],
)
def test_a_bad_file_gets_one_clear_line_and_the_others_are_coded(article, tmp_path, capsys, data, told):
    bad = tmp_path / "bad.txt"
    bad.write_bytes(data)
    assert cli.main(["code", str(bad), str(article), "--published", "2024-10-22"]) == 1
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 2
    assert len(err.splitlines()) == 1
    assert all(words in err for words in (*told, "expected", "got"))


@pytest.mark.parametrize("name", ["no-such-file.txt", "no-such-folder/"])
def test_what_is_no_file_is_told_in_one_line(name, capsys):
    assert cli.main(["explain", name, "--published", "2024-10-22"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 1
    assert name in err


def test_an_output_that_cannot_be_written_is_told_in_one_line(article, capsys):
    words = [
        "code",
        str(article),
        "--published",
        "2024-10-22",
        "-o",
        str(article.parent / "no" / "such" / "folder.csv"),
    ]
    assert cli.main(words) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["code"],
        ["guess", "a.txt"],
        ["code", "a.txt", "--to", "xml"],
        ["code", "a.txt", "--published", "soon"],
        ["code", "a.txt", "--published", "2024-02-30"],
        ["explain", "a.txt", "--policy", "guess"],
    ],
)
def test_wrong_usage_exits_with_2(words, capsys):
    with pytest.raises(SystemExit) as caught:
        cli.main(words)
    assert caught.value.code == 2
    assert "usage:" in capsys.readouterr().err


def test_version_and_help(capsys):
    for words in (["--version"], ["--help"], *([command, "--help"] for command in cli.COMMANDS)):
        with pytest.raises(SystemExit) as caught:
            cli.main(words)
        assert caught.value.code == 0
        out, err = capsys.readouterr()
        assert out.strip()
        assert err == ""
        assert words == ["--version"] or "example" in out


def test_a_reader_that_goes_away_is_no_error(article):
    script = (
        f"{sys.executable} -m conflict_events explain {article} {article} {article} --published 2024-10-22 | head -1"
    )
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {script}"],
        env={**os.environ, "PYTHONPATH": str(project.SOURCE)},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_explain_writes_colour_when_told_to_and_never_into_a_pipe(article):
    plain = shell("explain", article, "--published", "2024-10-22")
    assert b"\x1b[" not in plain.stdout
    assert b'"shot dead"' in plain.stdout
    painted = shell("explain", article, "--published", "2024-10-22", "--colour", "always")
    assert b"\x1b[" in painted.stdout


@pytest.mark.parametrize(
    ("environment", "painted"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)]
)
def test_on_a_terminal_colour_is_shown_unless_no_color_is_set(article, environment, painted):
    clean = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
    words = [sys.executable, "-m", "conflict_events", "explain", str(article), "--published", "2024-10-22"]
    returned, shown = shown_on_a_terminal(
        words, "stdout", {**clean, "TERM": "xterm", "PYTHONPATH": str(project.SOURCE), **environment}
    )
    assert returned == 0
    assert (b"\x1b[" in shown) is painted


def test_the_first_record_comes_from_a_cold_start_without_heavy_imports(article):
    code = (
        "import sys; from conflict_events import cli;"
        f"cli.main(['code', {str(article)!r}, '--published', '2024-10-22']);"
        "print([m for m in 'cattrs dateparser pycountry rich pyarrow numpy' .split() if m in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(project.SOURCE)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr.strip() == "[]"
