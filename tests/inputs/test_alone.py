"""Each input stands alone: what is broken, endless or never comes is one line, and the rest is read."""

import gzip
import os
import sys
import threading
import time
from pathlib import Path

import pytest

from conflict_events import Article, cli
from conflict_events.formats import acled
from conflict_events.inputs import opened, read_articles
from inputs.samples import PAGE, TEXT, archive

WHOLE = archive(PAGE)
BROKEN = {
    "no address": WHOLE.replace(b"WARC-Target-URI: https://seed.example/1\r\n", b""),
    "absurd length": WHOLE.replace(b"Content-Length: ", b"Content-Length: 9999999999999999999999"),
    "negative length": WHOLE.replace(b"Content-Length: ", b"Content-Length: -"),
    "a line without end": WHOLE[:30] + b"a" * 1_000_000,
    "headers without end": WHOLE[:30] + b"a: b\r\n" * 400_000,
    "no type": WHOLE.replace(b"WARC-Type: response\r\n", b""),
}


@pytest.mark.parametrize("name", BROKEN)
@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_a_broken_archive_leaves_the_files_beside_it_as_they_are(tmp_path, capsys, name, pack):
    pytest.importorskip("warcio")
    folder, out = tmp_path / "in", tmp_path / "out.csv"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT)
    (folder / "b.warc").write_bytes(pack(BROKEN[name]))
    (folder / "c.txt").write_text(TEXT.replace("Goma", "Beni"))
    code = cli.main(["code", str(folder), "--published", "2024-10-22", "-o", str(out)])
    said = capsys.readouterr().err
    assert {event.where.name for event in acled.load(out)} >= {"Goma", "Beni"}
    assert "Traceback" not in said
    assert (code == 1) == ("b.warc" in said)
    if name != "no type":  # such a record is of no kind that is an article
        assert code == 1


def test_a_record_whose_length_is_wrong_is_told(tmp_path, capsys):
    pytest.importorskip("warcio")
    path = tmp_path / "a.warc"
    first = archive(TEXT, media="text/plain")
    length = first.split(b"\r\n\r\n")[0].rpartition(b" ")[2]
    path.write_bytes(first.replace(b"Content-Length: " + length, b"Content-Length: 150") + archive(PAGE))
    found = list(read_articles(path))
    assert "record 1, expected as many bytes" in "".join(map(str, found))
    assert sum(isinstance(one, Article) for one in found) == 2
    assert capsys.readouterr().err == ""


def test_a_name_that_no_file_can_have_is_one_line(tmp_path, capsys):
    good, out = tmp_path / "a.txt", tmp_path / "out.csv"
    good.write_text(TEXT)
    assert cli.main(["code", "a\0b", str(good), "--published", "2024-10-22", "-o", str(out)]) == 1
    assert "file cannot be read" in capsys.readouterr().err
    assert len(acled.load(out)) == 1


pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes")


@pipes
def test_a_pipe_into_which_nobody_writes_is_told_and_not_waited_for(tmp_path, monkeypatch):
    monkeypatch.setattr(opened, "WAIT", 0.1)
    os.mkfifo(tmp_path / "a")
    (tmp_path / "b.txt").write_text(TEXT)
    error, article = read_articles(tmp_path)
    assert error.what == "nobody writes into this pipe"
    assert article.text == TEXT


@pipes
@pytest.mark.parametrize("pause", [0, 0.2])
def test_a_pipe_is_read_to_its_end_however_slowly_it_comes(tmp_path, capsys, pause):
    path, out = tmp_path / "a", tmp_path / "out.csv"
    os.mkfifo(path)

    def write():
        with path.open("w") as stream:
            for part in (TEXT[:50], TEXT[50:]):
                time.sleep(pause)
                stream.write(part)
                stream.flush()

    writer = threading.Thread(target=write)
    writer.start()
    code = cli.main(["code", str(path), "--published", "2024-10-22", "-o", str(out)])
    writer.join()
    assert (code, capsys.readouterr().err) == (0, "")
    assert [event.where.name for event in acled.load(out)] == ["Goma"]


@pytest.mark.skipif(not Path("/dev/fd").exists() or sys.platform == "win32", reason="no /dev/fd")
def test_what_another_program_says_can_be_given_as_a_file(capsys):
    reading, writing = os.pipe()
    os.write(writing, TEXT.encode())
    os.close(writing)
    assert cli.main(["explain", f"/dev/fd/{reading}", "--published", "2024-10-22"]) == 0
    os.close(reading)
    assert "Goma" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["explain", "report"])
def test_an_article_that_cannot_be_coded_costs_one_line_in_every_command(tmp_path, capsys, monkeypatch, command):
    from conflict_events import pipeline

    def fails(document, *words, **options):
        if "Beni" in document.text:
            raise RuntimeError("boom")
        return resolve(document, *words, **options)

    resolve = pipeline.resolve
    monkeypatch.setattr(pipeline, "resolve", fails)
    for name, place in (("a", "Beni"), ("b", "Goma")):
        (tmp_path / f"{name}.txt").write_text(TEXT.replace("Goma", place))
    assert cli.main([command, str(tmp_path), "--published", "2024-10-22"]) == 1
    said = capsys.readouterr()
    assert "Goma" in said.out
    assert "Traceback" not in said.err
    assert "got RuntimeError: boom" in said.err
