"""Whatever stops a writer, the file is the old one or the new one; nothing is left beside it that nobody holds."""

import os
import subprocess
import sys

import pytest

import project
from conflict_events import cli
from conflict_events.bulk.store import Store
from conflict_events.formats import native
from conflict_events.whole import whole

OLD, NEW = b"old", b"new" * 1000
WRITERS = [
    ("report", "-o", "out.html"),
    ("code", "-o", "out.csv"),
    ("code", "-o", "out.json"),
]


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_writer_that_stops_leaves_the_old_file(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(OLD)

    def stopped():
        with whole(path) as stream:
            stream.write(NEW)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert (path.read_bytes(), names(tmp_path)) == (OLD, ["a"])


@pytest.mark.skipif(sys.platform == "win32", reason="modes and links of POSIX")
def test_a_link_stays_a_link_and_a_mode_stays_a_mode(tmp_path):
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_bytes(OLD)
    real.chmod(0o640)
    link.symlink_to("real")
    with whole(link) as stream:
        stream.write(NEW)
    assert (link.is_symlink(), real.read_bytes(), real.stat().st_mode & 0o777) == (True, NEW, 0o640)
    hanging = tmp_path / "hanging"
    hanging.symlink_to("later")
    with whole(hanging) as stream:
        stream.write(NEW)
    assert (hanging.is_symlink(), (tmp_path / "later").read_bytes()) == (True, NEW)


def test_a_new_file_has_the_mode_of_any_new_file(tmp_path):
    (tmp_path / "plain").touch()
    with whole(tmp_path / "whole") as stream:
        stream.write(NEW)
    assert (tmp_path / "whole").stat().st_mode == (tmp_path / "plain").stat().st_mode


HOLD = """
import sys
from conflict_events.whole import whole
with whole(sys.argv[1]) as stream:
    print("ready", flush=True)
    sys.stdin.read()
"""


def test_what_a_killed_run_left_is_cleared_and_what_a_live_one_writes_is_not(tmp_path):
    pytest.importorskip("fcntl")
    path = tmp_path / "a"
    (tmp_path / ".a.mine.part").touch()
    words = [sys.executable, "-c", HOLD, str(path)]
    environment = {**os.environ, "PYTHONPATH": str(project.SOURCE)}
    with subprocess.Popen(words, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        other.stdout.readline()
        with whole(path) as stream:
            stream.write(OLD)
        assert len(names(tmp_path)) == 3
        other.kill()
    assert len(names(tmp_path)) == 3
    with whole(path) as stream:
        stream.write(NEW)
    assert names(tmp_path) == [".a.mine.part", "a"]


def test_a_name_as_long_as_names_may_be_can_be_written(tmp_path):
    path = tmp_path / ("é" * 127)
    with whole(path) as stream:
        stream.write(NEW)
    assert path.read_bytes() == NEW


@pytest.mark.parametrize("words", WRITERS)
def test_on_a_full_disk_the_old_file_stays(tmp_path, words):
    resource = pytest.importorskip("resource")
    command, _, name = words
    article, out = tmp_path / "a.txt", tmp_path / name
    article.write_text("Rebels shelled the town of Goma on 22 October 2024, killing three civilians. " * 40)
    out.write_bytes(OLD)
    done = subprocess.run(
        [sys.executable, "-m", "conflict_events", command, str(article), "-o", str(out)],
        env={**os.environ, "PYTHONPATH": str(project.SOURCE)},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (200, 200)),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    assert f"cannot read or write {out}: " in done.stderr
    assert (out.read_bytes(), names(tmp_path)) == (OLD, sorted(["a.txt", name]))


def test_a_folder_that_is_not_there_is_named_as_the_user_named_it(tmp_path, capsys):
    article, out = tmp_path / "a.txt", tmp_path / "none" / "a.csv"
    article.write_text("Shells hit Goma.")
    assert cli.main(["code", str(article), "-o", str(out)]) == 1
    assert f"cannot read or write {out}: No such file" in capsys.readouterr().err


def test_a_run_that_begins_anew_removes_only_what_runs_make(tmp_path):
    article, out = tmp_path / "a.txt", tmp_path / "a.json"
    article.write_text("Rebels shelled the town of Goma on 22 October 2024, killing three civilians.")
    store = Store.beside(str(out))
    store.open({"version": "another"})
    (store.folder / "mine.txt").write_bytes(OLD)
    assert cli.main(["code", str(article), "-o", str(out)]) == 1
    assert cli.main(["code", str(article), "-o", str(out), "--restart"]) == 0
    assert len(native.load(out)) == 1
    assert names(store.folder) == ["mine.txt"]
