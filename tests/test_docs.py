"""Every example in a docstring and every code block in a Markdown file runs."""

import doctest
import importlib
import os
import re
import shlex
import subprocess
import sys
import tomllib

import pytest

import conflict_events as ce
import project
from conflict_events import cli

FENCE = re.compile(r"^(?P<indent> *)```(?P<kind>\w+)[^\n]*\n(?P<code>.*?)^(?P=indent)```$", re.DOTALL | re.MULTILINE)
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
OURS = "conflict-events"
NO_EXAMPLES = {"conflict_events.__main__", "conflict_events.build.__main__"}


def run(test):
    """Run one doctest; the report of its failures, or nothing."""
    lines = []
    runner = doctest.DocTestRunner(optionflags=FLAGS)
    runner.run(test, out=lines.append)
    return "".join(lines)


@pytest.mark.parametrize("module", [name for name in project.MODULES if name not in NO_EXAMPLES])
def test_examples_in_docstrings_run(module):
    finder = doctest.DocTestFinder(exclude_empty=True)
    found = importlib.import_module(module)
    assert "".join(run(test) for test in finder.find(found, module)) == ""


def blocks(path):
    """(line, kind, code) of each fenced block, without the indent of the list or tab that it stands in."""
    text = path.read_text(encoding="utf-8")
    for match in FENCE.finditer(text):
        indent = len(match["indent"])
        code = "".join(line[indent:] or "\n" for line in match["code"].splitlines(keepends=True))
        yield text.count("\n", 0, match.start()) + 2, match["kind"], code


def run_shell(code, line, path):
    """Run the ``$ conflict-events ...`` lines of a console block and compare what they print."""
    for part in re.split(r"^\$ ", code, flags=re.MULTILINE)[1:]:
        command, _, want = part.partition("\n")
        assert OURS in command, f"{path}:{line}: a console block runs our commands; use sh for others"
        done = subprocess.run(
            ["bash", "-c", command.replace(OURS, f"{shlex.quote(sys.executable)} -m conflict_events", 1)],
            cwd=project.ROOT,
            env={**os.environ, "PYTHONPATH": str(project.SOURCE), "COLUMNS": "80"},
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
        got = done.stdout + done.stderr
        assert doctest.OutputChecker().check_output(want, got, FLAGS), f"{path}:{line}: $ {command}\n{got}"


@pytest.mark.parametrize("path", project.DOCS, ids=project.name)
def test_code_blocks_in_documents_run(path, monkeypatch):
    monkeypatch.chdir(project.ROOT)
    names = {"__name__": "__main__"}
    for line, kind, code in blocks(path):
        if kind == "console":
            run_shell(code, line, path)
        elif kind in ("python", "pycon") and ">>>" in code:
            test = doctest.DocTestParser().get_doctest(code, names, str(path), str(path), line - 1)
            lines = []
            doctest.DocTestRunner(optionflags=FLAGS).run(test, out=lines.append, clear_globs=False)
            assert "".join(lines) == ""
            names.update(test.globs)
        elif kind == "python":
            exec(compile("\n" * (line - 1) + code, str(path), "exec"), names)


@pytest.mark.parametrize("path", project.DOCS, ids=project.name)
def test_blocks_that_cannot_run_here_are_at_least_what_they_say(path):
    """Blocks named ``py`` need what tests have not (an account, a model); entries of lexicons run where they stand."""
    for line, kind, code in blocks(path):
        if kind == "py":
            compile("\n" * (line - 1) + code, str(path), "exec")
        elif kind == "toml":
            tomllib.loads(f"entry = {' '.join(code.split())}" if code.startswith("{") else code)


def test_the_readme_and_the_docs_are_among_them():
    names = {project.name(path) for path in project.DOCS}
    assert {"README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/index.md"} <= names


def test_the_readme_shows_python_and_the_shell():
    kinds = {kind for _, kind, _ in blocks(project.ROOT / "README.md")}
    assert {"pycon", "console", "sh"} <= kinds


def test_every_page_is_in_the_navigation():
    pages = {path.relative_to(project.ROOT / "docs").as_posix() for path in project.DOCS if "docs" in path.parts}
    named = set(
        re.findall(r": ([\w/-]+\.md)$", (project.ROOT / "mkdocs.yml").read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert pages == named


def test_every_command_is_in_the_readme():
    for command in cli.COMMANDS:
        assert f"| `{command}` |" in (project.ROOT / "README.md").read_text(encoding="utf-8")


def test_every_public_name_is_in_the_reference():
    reference = (project.ROOT / "docs/reference/python.md").read_text(encoding="utf-8")
    missing = [name for name in ce.__all__ if f"::: conflict_events.{name}\n" not in reference + "\n"]
    assert missing == []
