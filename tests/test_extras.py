"""Each extra of the package is in the one table that says what it is for."""

import re
import tomllib

import project


def test_the_table_of_extras_names_each_and_no_other():
    declared = tomllib.loads((project.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    tutorial = (project.ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")
    table = tutorial[tutorial.index("| extra | is for |") :].split("\n\n")[0]
    named = [name for line in table.splitlines()[2:] for name in re.findall(r"`([\w-]+)`", line.split("|")[1])]
    assert sorted(named) == sorted(declared["optional-dependencies"])
