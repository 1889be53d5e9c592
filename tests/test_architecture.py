"""Dependencies point one way, files stay small, words stay out of Python."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import project

GENERATED = {"country_table.py"}
FILES = tuple(path for path in sorted(project.SOURCE.rglob("*.py")) if path.name not in GENERATED)


def test_import_contracts_hold():
    done = subprocess.run(
        [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"],
        cwd=project.ROOT,
        env={**os.environ, "PYTHONPATH": str(project.SOURCE)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", FILES, ids=project.name)
def test_a_file_fits_on_a_few_screens(path):
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= 400, f"{lines} lines: look for the seam"


@pytest.mark.parametrize("path", FILES, ids=project.name)
def test_a_file_says_first_what_it_is(path):
    text = path.read_text(encoding="utf-8")
    assert text.startswith(('"""', 'r"""')), "a module docstring of one to three sentences"


def test_importing_the_package_loads_nothing_heavy():
    heavy = "attr cattrs dateparser pycountry rich pyarrow numpy marisa_trie json pathlib"
    code = f"import conflict_events, sys; print([m for m in '{heavy}'.split() if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-S", "-c", code],
        env={**os.environ, "PYTHONPATH": str(project.SOURCE)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"


def test_the_command_line_loads_no_more_than_its_command_needs():
    heavy = (
        "cattrs dateparser pycountry rich pyarrow numpy zipfile conflict_events.gazetteer.dumps conflict_events.checks"
    )
    code = (
        f"import conflict_events.cli as c, sys; c.parser(); print([m for m in '{heavy}'.split() if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(project.SOURCE)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"
