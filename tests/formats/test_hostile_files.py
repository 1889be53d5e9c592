"""Broken files of every format: one clear error or listed rows, soon, and never a traceback or a silent change."""

import io

import pytest

from conflict_events import ConflictEventsError, cli, formats
from conflict_events.formats import acled
from conflict_events.testing import acled_file
from rows import WRITTEN

pytest.importorskip("pyarrow")

TABLE = acled.load(io.BytesIO(acled_file(6).encode()))


def written(name):
    formats.get(name).dump(TABLE, out := io.BytesIO())
    return out.getvalue()


def after_the_first_line(data, line):
    first, _, rest = data.partition(b"\n")
    return first + b"\n" + line + b"\n" + rest


BREAKS = {
    "another encoding": lambda data: data.replace(b"Tamvik", "Tämvik".encode("latin-1")),
    "UTF-16": lambda data: data.decode("utf-8", "replace").encode("utf-16"),
    "NUL bytes": lambda data: data.replace(b"Tamvik", b"Tam\0vik"),
    "a row of a million cells": lambda data: after_the_first_line(data, b",".join([b"x"] * 1_000_000)),
    "a row of a million tabs": lambda data: after_the_first_line(data, b"\t" * 1_000_000),
    "cut off": lambda data: data[: len(data) * 2 // 3],
    "nested deep": lambda data: b"[" * 200_000 + data,
    "nested deep inside": lambda data: data.replace(b"[", b'[{"a":' + b"[" * 200_000, 1),
    "the header twice": lambda data: data.partition(b"\n")[0] + b"\n" + data,
    "each column twice": lambda data: b"\n".join(line + b"," + line for line in data.split(b"\n")),
    "mixed line ends": lambda data: data.replace(b"\n", b"\r\n", 3),
    "old line ends": lambda data: data.replace(b"\n", b"\r"),
    "an open quote": lambda data: data.replace(b"Radio", b'"Radio', 1),
    "nothing": lambda _: b"",
    "blanks": lambda _: b" \n" * 1000,
    "twice": lambda data: data + data,
}


@pytest.mark.parametrize("name", WRITTEN)
@pytest.mark.parametrize("broken", BREAKS)
def test_a_broken_file_is_read_with_problems_or_refused(name, broken):
    data = BREAKS[broken](written(name))
    try:
        loaded = formats.get(name).load(io.BytesIO(data))
    except ConflictEventsError:
        return
    assert len(loaded) <= 2 * len(TABLE)
    if name.startswith("acled") and loaded.layout.exact:
        acled.dump(loaded, out := io.BytesIO())
        assert out.getvalue() == data


@pytest.mark.parametrize("broken", BREAKS)
def test_the_commands_say_so_in_words(broken, tmp_path, capsys):
    path = tmp_path / "in.csv"
    path.write_bytes(BREAKS[broken](acled_file(6).encode()))
    for words in (["convert", path, tmp_path / "out.json"], ["lint", path], ["diff", path, path]):
        assert cli.main([str(word) for word in words]) in (0, 1)
        assert "Traceback" not in capsys.readouterr().err
