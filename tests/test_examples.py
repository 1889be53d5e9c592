"""The examples are short and run as they stand."""

import os
import subprocess
import sys

import pytest

import project


@pytest.mark.parametrize("path", project.EXAMPLES, ids=project.name)
def test_example_runs_and_prints(path):
    done = subprocess.run(
        [sys.executable, str(path)],
        cwd=project.ROOT,
        env={**os.environ, "PYTHONPATH": str(project.SOURCE)},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()
    assert done.stderr == ""


@pytest.mark.parametrize("path", project.EXAMPLES, ids=project.name)
def test_example_is_short(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) < 40


def test_there_are_examples():
    assert len(project.EXAMPLES) >= 5
