"""What the documents tell a reader to type: our commands run on files of the names given; targets and extras exist."""

import gzip
import os
import re
import shlex
import subprocess
import sys
import tomllib

import pytest

import project
from conflict_events.testing import acled_file
from inputs import samples
from test_docs import OURS, blocks

LINES = [
    pytest.param(line.split("  #")[0].strip(), id=f"{project.name(path)}: {line[:50]}")
    for path in project.DOCS
    for _, kind, code in blocks(path)
    if kind == "sh"
    for line in code.splitlines()
]
FETCHED = ("curl", ".zip", ".idx", "villages.csv")
"""Of what a reader has to fetch or to make first."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder with the files that the documents name."""
    made = tmp_path_factory.mktemp("reader")
    (made / "article.txt").write_text("Rebels shelled Goma on Tuesday.", encoding="utf-8")
    (made / "news").mkdir()
    (made / "news" / "one.txt").write_text("Gunmen attacked Beni on 3 May 2024.", encoding="utf-8")
    (made / "feed.rss").write_text(
        "<rss><channel><title>Seed Wire</title><item><title>Shells</title><description>Shells hit Goma.</description>"
        "</item></channel></rss>",
        encoding="utf-8",
    )
    (made / "archive.warc.gz").write_bytes(gzip.compress(samples.archive(samples.PAGE)))
    (made / "africa-2016.csv").write_text(acled_file(5, dialect="africa"), encoding="utf-8")
    for name in ("events.csv", "march.csv", "april.csv", "now.csv", "in.csv"):
        (made / name).write_text(acled_file(5), encoding="utf-8")
    (made / "labelled.tsv").write_text("Attack\tGunmen attacked Beni.\n", encoding="utf-8")
    (made / "seeds").symlink_to(project.ROOT / "seeds")
    (made / "tools").symlink_to(project.ROOT / "tools")
    return made


@pytest.mark.parametrize("line", [line for line in LINES if OURS in line.values[0] and "pip" not in line.values[0]])
def test_our_commands_run_as_the_documents_say(line, folder):
    if any(word in line for word in FETCHED):
        pytest.skip("of files that a reader fetches or makes first")
    command = line.partition("|")[0].replace(OURS, f"{shlex.quote(sys.executable)} -m conflict_events", 1)
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(project.SOURCE)},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    found = {0, 1} if f"{OURS} lint" in line or f"{OURS} diff" in line else {0}
    assert done.returncode in found, done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("line", [line for line in LINES if line.values[0].startswith("make ")])
def test_targets_of_make_exist(line):
    target = line.split()[1]
    assert re.search(rf"^{target}:", (project.ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("line", [line for line in LINES if line.values[0].startswith("pip ")])
def test_extras_exist(line):
    known = tomllib.loads((project.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert set(re.findall(r"\[(\w+)\]", line)) <= known["optional-dependencies"].keys()
