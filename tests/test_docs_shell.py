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

BLOCKS = [
    pytest.param(code, id=f"{project.name(path)}:{line}")
    for path in project.DOCS
    for line, kind, code in blocks(path)
    if kind == "sh"
]
LINES = [line.strip() for block in BLOCKS for line in block.values[0].splitlines()]
NOT_HERE = re.compile(
    r"make |pip |git |curl |python tests/|python -m conflict_events.build|.*(\.zip|\.idx|globalterrorismdb|events\.2018)"
)
"""Lines that set up a machine, and those about what a reader has to fetch or to make first."""
DIALECTS = {
    "africa-2016.csv": "africa",
    "april.csv": "current",
    "events.csv": "current",
    "in.csv": "2019",
    "march.csv": "2023",
    "now.csv": "current",
}
"""Invented files of events under the names that the pages use -> their layout."""


@pytest.fixture
def folder(tmp_path):
    """A folder with the files that the documents name."""
    (tmp_path / "article.txt").write_text("Rebels shelled Goma on Tuesday.", encoding="utf-8")
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "one.txt").write_text("Gunmen attacked Beni on 3 May 2024.", encoding="utf-8")
    (tmp_path / "feed.rss").write_text(
        "<rss><channel><title>Seed Wire</title><item><title>Shells</title><description>Shells hit Goma.</description>"
        "</item></channel></rss>",
        encoding="utf-8",
    )
    (tmp_path / "archive.warc.gz").write_bytes(gzip.compress(samples.archive(samples.PAGE)))
    for name, dialect in DIALECTS.items():
        (tmp_path / name).write_text(acled_file(12, dialect=dialect), encoding="utf-8")
    villages = next(code for _, kind, code in blocks(project.ROOT / "docs/how-to/gazetteer.md") if kind == "csv")
    (tmp_path / "villages.csv").write_text(villages, encoding="utf-8")
    (tmp_path / "labelled.tsv").write_text("Attack\tGunmen attacked Beni.\n", encoding="utf-8")
    for name in ("seeds", "tools", "src", "tests"):
        (tmp_path / name).symlink_to(project.ROOT / name)
    return tmp_path


@pytest.mark.parametrize("code", BLOCKS)
def test_shell_blocks_run(code, folder):
    kept = [line.replace("| less -R", "") for line in code.splitlines() if not NOT_HERE.match(line)]
    if not any(kept):
        pytest.skip("sets up a machine, or is about what a reader fetches or makes first")
    python = shlex.quote(sys.executable)
    words = [f'python() {{ {python} "$@"; }}', f'{OURS}() {{ {python} -m conflict_events "$@"; }}', *kept]
    done = subprocess.run(
        ["bash", "-c", "\n".join(words)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(project.SOURCE)},
        capture_output=True,
        encoding="utf-8",
        timeout=200,
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr  # lint and diff say by 1 that they found something
    assert not re.search("Traceback|usage:|not found|cannot", done.stderr), done.stderr


@pytest.mark.parametrize("line", [line for line in LINES if line.startswith("make ")])
def test_targets_of_make_exist(line):
    target = line.split()[1]
    assert re.search(rf"^{target}:", (project.ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("line", [line for line in LINES if line.startswith("pip ")])
def test_extras_exist(line):
    known = tomllib.loads((project.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert set(re.findall(r"\[(\w+)\]", line)) <= known["optional-dependencies"].keys()
