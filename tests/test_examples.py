"""The examples are short and run as they stand."""

import importlib.util
import os
import shutil
import subprocess
import sys

import pytest

import project

ENGINES = {"11_spark.py": "pyspark", "12_ray.py": "ray"}
"""Examples of what is heavy and installed by ``make engines``, and which talks of itself on standard error."""


@pytest.mark.parametrize("path", project.EXAMPLES, ids=project.name)
def test_example_runs_and_prints(path):
    engine = ENGINES.get(path.name)
    if engine is not None and importlib.util.find_spec(engine) is None:
        pytest.skip(f"needs {engine}: make engines")
    if engine == "pyspark" and shutil.which("java") is None:
        pytest.skip("Spark needs Java 17 or newer")
    done = subprocess.run(
        [sys.executable, str(path)],
        cwd=project.ROOT,
        env={**os.environ, "PYTHONPATH": str(project.SOURCE)},
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()
    assert done.stderr == "" or engine is not None


def test_the_engines_have_their_examples():
    assert {path.name for path in project.EXAMPLES} >= ENGINES.keys()


@pytest.mark.parametrize("path", project.EXAMPLES, ids=project.name)
def test_example_is_short(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) < 40


def test_there_are_examples():
    assert len(project.EXAMPLES) >= 5
