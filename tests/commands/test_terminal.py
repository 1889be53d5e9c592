"""What a command shows reaches a terminal of any encoding, and nothing in a text or a file name steers it."""

import io
import json
import os
import subprocess
import sys

import pytest

import project
from conflict_events import cli
from conflict_events.commands.terminal import tell
from conflict_events.formats import acled, native
from conflict_events.model.errors import BadInputError
from conflict_events.testing import acled_file

TEXT = "“Rebels” shelled the town of Goma on 22 October 2024, killing three civilians, said Łukasz Ćwik — 漢."
STEERING = "\x1b]0;owned\x07\x1b[31m\u202e\x9b31m"


def run(monkeypatch, encoding, *words):
    """Exit code, standard output and standard error of a command on a terminal of this encoding."""
    streams = {name: io.TextIOWrapper(io.BytesIO(), encoding, errors="strict") for name in ("stdout", "stderr")}
    with monkeypatch.context() as patched:
        for name, stream in streams.items():
            patched.setattr(sys, name, stream)
        code = cli.main([*map(str, words)])
    for stream in streams.values():
        stream.flush()
    return code, *(stream.buffer.getvalue() for stream in streams.values())


@pytest.fixture
def files(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    old = acled_file(3).replace("people marched", "people marched — Łódź")
    (tmp_path / "old.csv").write_text(old, encoding="utf-8")
    (tmp_path / "new.csv").write_text(old.replace("Łódź", "漢"), encoding="utf-8")
    return tmp_path


WORDS = {
    "explain": ("explain", "a.txt"),
    "report": ("report", "a.txt"),
    "diff": ("diff", "old.csv", "new.csv"),
    "diff json": ("diff", "old.csv", "new.csv", "--format", "json"),
    "diff table": ("diff", "old.csv", "new.csv", "--format", "table"),
    "lint": ("lint", "old.csv"),
    "convert": ("convert", "old.csv", "-", "--to", "native"),
    "find": ("gazetteer", "find", "Łódź"),
    "nothing": ("explain", "漢.txt"),
}


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "latin-1", "utf-8"])
@pytest.mark.parametrize("name", WORDS)
def test_a_terminal_of_any_encoding_gets_what_it_can_show(monkeypatch, files, name, encoding):
    command, *rest = (files / word if word.endswith((".txt", ".csv")) else word for word in WORDS[name])
    code, out, err = run(monkeypatch, encoding, command, *rest)
    assert code == int(name.startswith("diff") or name == "nothing")
    shown = (err if name == "nothing" else out).decode("utf-8" if name in UTF8 else encoding)
    assert SHOWN[name](shown, encoding)


UTF8 = ("report", "diff json", "diff table", "convert")
"""What programs read is in UTF-8, whatever the terminal."""


def escaped(text, encoding):
    return text.encode(encoding, "backslashreplace").decode(encoding)


SHOWN = {
    "explain": lambda shown, encoding: f"says {escaped('Łukasz Ćwik', encoding)}" in shown,
    "report": lambda shown, _: "Łukasz Ćwik" in shown and "漢" in shown,
    "diff": lambda shown, encoding: escaped("— Łódź", encoding) in shown and escaped("— 漢", encoding) in shown,
    "diff json": lambda shown, _: "— 漢" in json.dumps(json.loads(shown), ensure_ascii=False),
    "diff table": lambda shown, _: "— 漢" in shown,
    "lint": lambda shown, _: "rows" in shown,
    "convert": lambda shown, _: any("— Łódź" in event.notes for event in native.loads(shown)),
    "find": lambda shown, _: shown.startswith("Lodz\t"),
    "nothing": lambda shown, encoding: escaped("漢.txt", encoding) in shown,
}


def harmless(text):
    return all(letter in "\n\t" or letter.isprintable() for letter in text)


@pytest.mark.parametrize("command", ["explain", "code", "lint", "diff", "convert"])
def test_no_text_and_no_name_of_a_file_steers_the_terminal(tmp_path, capsys, command):
    name = tmp_path / f"a{STEERING}.csv".replace("/", "")
    bad = acled_file(3).replace(",2,", f",{STEERING},").replace("people marched", STEERING)
    name.write_text(f"Rebels {STEERING} shelled Goma.{STEERING}" if command in ("explain", "code") else bad)
    second = [str(name)] if command == "diff" else []
    second = [str(tmp_path / "out.geojson")] if command == "convert" else second
    cli.main([command, str(name), *second])
    cli.main([command, str(name) + "x", *second])
    said = capsys.readouterr()
    assert harmless(said.err)
    assert command == "code" or harmless(said.out)


def test_wrong_usage_is_told_without_steering(capsys):
    with pytest.raises(SystemExit):
        cli.main(["lint", "a.csv", f"--x{STEERING}"])
    assert harmless(capsys.readouterr().err)


def test_messages_are_lines_with_an_end(capsys):
    tell(BadInputError("a\nb" * 1000, where="c" * 10_000, expected="d" * 10_000, got="e" * 1_000_000))
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert len(said) < 2500
    assert "(10000 characters)" in said
    assert "(1000000 characters)" in said


def test_standard_output_is_left_as_it_was():
    before = sys.stdout.errors if hasattr(sys.stdout, "errors") else None
    cli.main(["gazetteer", "find", "Goma"])
    assert getattr(sys.stdout, "errors", None) == before


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full")  # noqa: PTH110
@pytest.mark.parametrize("command", ["explain", "report", "code"])
def test_a_standard_output_that_is_full_is_one_line(files, command):
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        done = subprocess.run(
            [sys.executable, "-m", "conflict_events", command, str(files / "a.txt")],
            env={**os.environ, "PYTHONPATH": str(project.SOURCE)},
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    lines = [line for line in done.stderr.decode().splitlines() if "--published" not in line]
    assert (done.returncode, len(lines)) == (1, 1), lines
    assert "No space left" in lines[0]


def test_a_file_of_records_goes_back_to_the_byte(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(acled_file(2).replace("people marched", STEERING))
    assert cli.main(["convert", str(path), str(tmp_path / "b.csv")]) == 0
    assert (tmp_path / "b.csv").read_bytes() == path.read_bytes()
    assert len(acled.load(path)) == 2
