"""A run gives what one process gives, whatever the workers; a kill costs no part that was done and leaves no half of one."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

import conflict_events as ce
import project
from conflict_events import bulk, cli
from conflict_events.bulk.cut import Part, parts, survey
from conflict_events.bulk.identity import identity
from conflict_events.bulk.store import Store
from conflict_events.bulk.work import Job, work
from conflict_events.formats import native
from conflict_events.gazetteer.index import using
from conflict_events.model.errors import FormatError
from terminal import shown_on_a_terminal


def lines(count):
    """JSON lines of invented articles, each with its own day."""
    return "".join(
        json.dumps(
            {"text": f"Rebels shelled the town of Goma on Tuesday, killing {n + 2} civilians.", "published": day}
        )
        + "\n"
        for n in range(count)
        for day in (f"2024-{n % 12 + 1:02}-{n % 28 + 1:02}",)
    )


@pytest.fixture
def small(monkeypatch):
    """Parts of three pieces."""
    monkeypatch.setattr("conflict_events.bulk.cut.PIECES", 3)
    monkeypatch.setattr(parts, "__defaults__", (3,))


@pytest.fixture
def news(tmp_path):
    path = tmp_path / "news.jsonl"
    path.write_text(lines(10))
    return path


def alone(path):
    """The events by the plain way."""
    found = [json.loads(line) for line in path.read_text().splitlines()]
    return tuple(e for one in found for e in ce.code(ce.Article(one["text"], published=one["published"])).events)


@pytest.mark.usefixtures("small")
def test_parts_hold_all_pieces_in_order_and_know_the_last(news, tmp_path):
    other = tmp_path / "z.txt"
    other.write_text("Shells hit Goma.")
    cut = list(parts(survey([str(tmp_path)]), None))
    assert [len(part.pieces) for part in cut] == [3, 3, 3, 2]
    assert [part.last for part in cut] == [False, False, False, True]
    assert cut[-1].read == news.stat().st_size + other.stat().st_size


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("workers", [1, 2])
def test_a_run_in_parts_gives_the_events_of_one_process(news, tmp_path, workers):
    out = tmp_path / "out.json"
    summary = bulk.code_files([str(news)], str(out), "native", Job(), workers=workers)
    assert (summary.articles, summary.errors, summary.kept) == (10, 0, 0)
    assert tuple(native.load(out)) == alone(news)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["news.jsonl", "out.json"]


@pytest.mark.parametrize("workers", [1, 2])
def test_a_stream_gives_them_too(news, workers):
    assert tuple(bulk.stream_files([str(news)], Job(), workers)) == alone(news)


@pytest.mark.usefixtures("small")
def test_finished_parts_are_not_done_again(news, tmp_path, monkeypatch):
    out = tmp_path / "out.json"
    coded = []
    job = Job()

    def stops_at_7(article, policy, **options):
        if len(coded) == 7:
            raise KeyboardInterrupt
        coded.append(article)
        return ce.code(article, policy, **options)

    monkeypatch.setattr("conflict_events.bulk.work.code", stops_at_7)
    with pytest.raises(KeyboardInterrupt):
        bulk.code_files([str(news)], str(out), "native", job)
    assert not out.exists()
    coded.clear()
    monkeypatch.setattr("conflict_events.bulk.work.code", lambda a, p, **o: (coded.append(a), ce.code(a, p, **o))[1])
    assert bulk.code_files([str(news)], str(out), "native", job).kept == 2
    assert len(coded) == 4
    assert tuple(native.load(out)) == alone(news)


@pytest.mark.usefixtures("small")
def test_parts_of_other_files_or_options_are_not_mixed_in(news, tmp_path):
    out = tmp_path / "out.json"
    Store.beside(str(out)).open({"version": "another"})
    with pytest.raises(FormatError, match="parts of another run"):
        bulk.code_files([str(news)], str(out), "native", Job())
    bulk.code_files([str(news)], str(out), "native", Job(), restart=True)
    assert tuple(native.load(out)) == alone(news)


@pytest.mark.parametrize("damage", [lambda data: data[:-1], lambda data: data[: len(data) // 2], lambda data: data[:0]])
def test_a_part_that_is_not_whole_is_none(tmp_path, news, damage):
    store = Store(tmp_path / "parts")
    store.open({"version": "x"})
    (part,) = parts(survey([str(news)]), None)
    store.put(work(part, Job()))
    assert store.get(0).articles == 10
    store.path(0).write_bytes(damage(store.path(0).read_bytes()))
    assert store.get(0) is None
    assert store.get(1) is None


def test_one_bad_article_costs_one_line(monkeypatch, news):
    def fails(article, policy, **options):
        if "killing 3" in article.text:
            raise RuntimeError("boom")
        return ce.code(article, policy, **options)

    monkeypatch.setattr("conflict_events.bulk.work.code", fails)
    (part,) = parts(survey([str(news)]), None)
    done = work(part, Job())
    assert done.articles == 10
    assert done.errors == (f"article cannot be coded: in {news}, line 2, got RuntimeError: boom",)


@pytest.mark.usefixtures("small")
def test_errors_of_parts_done_before_are_told_again(news, tmp_path, capsys):
    news.write_text(lines(4) + "{broken\n" + lines(4))
    out = tmp_path / "out.csv"
    words = ["code", str(news), "-o", str(out)]
    assert cli.main(words) == 1
    first = capsys.readouterr().err
    store = Store.beside(str(out))
    found = survey([str(news)])
    store.open(identity(found, Job()))
    for part in list(parts(found, None))[:2]:
        store.put(work(part, Job()))
    assert cli.main(words) == 1
    assert capsys.readouterr().err == first + "conflict-events: 2 parts were there from a run before\n"


def test_the_ending_of_the_output_names_the_format(news, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    out = tmp_path / "out.parquet"
    assert cli.main(["code", str(news), "-o", str(out)]) == 0
    assert parquet.read_table(out).num_rows == len(alone(news))


def test_memory_of_a_part_is_bounded_by_bytes(tmp_path, monkeypatch):
    monkeypatch.setattr("conflict_events.bulk.cut.BYTES", 1000)
    path = tmp_path / "a.jsonl"
    path.write_text(lines(50))
    assert all(isinstance(part, Part) and len(part.pieces) < 20 for part in parts(survey([str(path)]), None))


def start(*words):
    return subprocess.Popen(
        [sys.executable, "-m", "conflict_events", *map(str, words)],
        env={**os.environ, "PYTHONPATH": str(project.SOURCE)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
@pytest.mark.parametrize("workers", [1, 2])
def test_a_killed_run_goes_on_and_gives_the_same_file(tmp_path, workers):
    news, out, whole = tmp_path / "news.jsonl", tmp_path / "out.csv", tmp_path / "whole.csv"
    news.write_text(lines(1600))
    words = ("code", news, "--workers", workers, "-o", out)
    store = Store.beside(str(out))
    with start(*words) as process:
        deadline = time.monotonic() + 100
        while not list(store.folder.glob("part-*")) and time.monotonic() < deadline:
            time.sleep(0.01)
        process.send_signal(signal.SIGKILL)
    assert not out.exists()
    kept = {path.name: path.stat().st_mtime_ns for path in store.folder.glob("part-*")}
    assert kept
    assert len(kept) < 8
    with start(*words) as process:
        seen = {}
        while process.poll() is None:
            for name in kept:
                try:
                    seen[name] = (store.folder / name).stat().st_mtime_ns
                except OSError:  # all is done and the parts are gone
                    break
            time.sleep(0.02)
        told = process.stderr.read().decode()
    assert process.returncode == 0, told
    assert "parts were there from a run before" in told
    assert seen == kept
    assert not store.folder.exists()
    assert cli.main(["code", str(news), "-o", str(whole)]) == 0
    assert out.read_bytes() == whole.read_bytes()


def test_an_unknown_policy_is_one_error():
    with pytest.raises(ce.ConflictEventsError, match="no such policy"):
        Job(policy="median")


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
def test_a_bar_is_shown_on_a_terminal_and_never_in_a_pipe(news, tmp_path):
    pytest.importorskip("rich")
    with start("code", news, "-o", tmp_path / "a.csv") as piped:
        out, err = piped.communicate(timeout=60)
    assert (piped.returncode, out, err) == (0, b"", b"")
    words = [sys.executable, "-m", "conflict_events", "code", str(news), "-o", str(tmp_path / "b.csv")]
    environment = {**os.environ, "PYTHONPATH": str(project.SOURCE), "TERM": "xterm", "COLUMNS": "100"}
    returned, shown = shown_on_a_terminal(words, "stderr", environment)
    assert returned == 0
    assert b"10 articles" in shown
    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()


def own_place(tmp_path, country):
    """A list of one place: Goma, elsewhere."""
    path = tmp_path / f"{country}.csv"
    path.write_text(f"name,latitude,longitude,country\nGoma,1.5,2.5,{country}\n")
    return str(path)


@pytest.mark.usefixtures("small")
def test_parts_of_another_gazetteer_are_refused_and_the_error_says_so(news, tmp_path, monkeypatch, capsys):
    out = tmp_path / "out.json"
    words = ["code", str(news), "-o", str(out), "--to", "native"]
    monkeypatch.setattr(
        "conflict_events.bulk.run.Store.remove", lambda _: None
    )  # as if killed when all parts were there
    assert cli.main(words) == 0
    assert {event.where.country.alpha_3 for event in native.load(out)} == {"COD"}
    monkeypatch.setenv("CONFLICT_EVENTS_GAZETTEER", own_place(tmp_path, "SD"))
    capsys.readouterr()
    assert cli.main(words) == 1
    assert "parts of another run are in the way" in (said := capsys.readouterr().err)
    assert "got 'another gazetteer'" in said
    monkeypatch.undo()
    monkeypatch.setattr("conflict_events.bulk.cut.PIECES", 3)
    monkeypatch.setattr(parts, "__defaults__", (3,))
    monkeypatch.setenv("CONFLICT_EVENTS_GAZETTEER", own_place(tmp_path, "SD"))
    assert cli.main([*words, "--restart"]) == 0
    assert {event.where.country.alpha_3 for event in native.load(out)} == {"SDN"}


def test_all_that_decides_the_result_is_in_the_identity(news, tmp_path, monkeypatch):
    found = survey([str(news)])
    one = identity(found, Job())
    assert identity(found, Job()) == one

    def differs(name):
        return [key for key, value in identity(survey([str(news)]), Job()).items() if value != one[key]] == [name]

    for name, value in (
        ("policy", "ucdp"),
        ("published", "2024-01-01"),
        ("source", "Seed Wire"),
        ("charset", "cp1252"),
    ):
        assert identity(found, Job(**{name: value}))["options"] != one["options"]
    with using(own_place(tmp_path, "SD")):
        assert differs("gazetteer")
        own = identity(found, Job())
    with using(own_place(tmp_path, "SD")):
        assert identity(found, Job()) == own  # a list is known by what is in it
    with monkeypatch.context() as patched:
        patched.setattr(ce, "__version__", "9")
        assert differs("version")
    os.utime(news, (1, 1))
    assert differs("files")


def test_gazetteers_that_workers_cannot_see_are_no_matter_of_luck(news, tmp_path):
    with using(own_place(tmp_path, "SD")), pytest.raises(ce.ConflictEventsError, match="reach no other process"):
        list(bulk.stream_files([str(news)], Job(), workers=2))


@pytest.mark.skipif(sys.platform == "win32", reason="process groups")
@pytest.mark.parametrize("pause", [0.05, 0.3, 0.5])
def test_an_interrupt_while_workers_start_is_no_traceback(tmp_path, pause):
    news = tmp_path / "news.jsonl"
    news.write_text(lines(800))
    words = [
        sys.executable,
        "-m",
        "conflict_events",
        "code",
        str(news),
        "--workers",
        "2",
        "-o",
        str(tmp_path / "a.csv"),
    ]
    environment = {**os.environ, "PYTHONPATH": str(project.SOURCE)}
    with subprocess.Popen(words, env=environment, stderr=subprocess.PIPE, start_new_session=True) as process:
        time.sleep(pause + 0.1)  # wherever it is then, it must not show
        os.killpg(process.pid, signal.SIGINT)
        said = process.communicate(timeout=60)[1]
    assert b"Traceback" not in said
    assert process.returncode in (130, 0, -signal.SIGINT)
