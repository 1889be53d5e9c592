"""Each fuzz target holds on its examples, and for a bounded number of inputs that atheris makes, the same every time."""

import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest

from fuzz import targets

RUNS = 300


@pytest.mark.parametrize("name", targets.TARGETS)
def test_every_target_holds_on_its_examples(name):
    for data in targets.examples(name):
        targets.TARGETS[name](data)


@pytest.mark.skipif(importlib.util.find_spec("atheris") is None, reason="atheris (extra fuzz) is not installed")
@pytest.mark.parametrize("name", targets.TARGETS)
def test_atheris_finds_nothing_in_a_short_run(name, tmp_path):
    run = Path(targets.__file__).with_name("run.py")
    words = [sys.executable, str(run), name, f"--runs={RUNS}", "--seed=1", f"--out={tmp_path}"]
    done = subprocess.run(words, capture_output=True, encoding="utf-8", errors="replace", timeout=300, check=False)
    assert done.returncode == 0, done.stderr[-4000:]
    told = re.findall(r"(\d+) runs", done.stderr)
    assert told, done.stderr[-4000:]
    assert max(map(int, told)) >= RUNS
