"""Formats are found by name; those of other packages too."""

import tomllib
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from conflict_events import formats
from conflict_events.formats.base import Format
from conflict_events.model.errors import UnknownNameError

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", formats.BUILT_IN)
def test_every_built_in_format_loads_and_knows_its_name(name):
    found = formats.get(name)
    assert isinstance(found, Format)
    assert found.name == name
    assert (found.load is not None and found.dump is not None) or found.why_one_way
    assert (found.load is None) == (found.open is None)


def test_the_entry_points_say_the_same_as_the_code():
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["entry-points"][formats.GROUP]
    assert declared == {name: f"conflict_events.formats.{target}" for name, target in formats.BUILT_IN.items()}


def test_an_unknown_name_lists_the_known_ones():
    with pytest.raises(UnknownNameError, match="acled-csv"):
        formats.get("acled-xls")


def test_a_format_of_another_package_is_found(monkeypatch):
    point = EntryPoint("theirs", "conflict_events.formats.native:FORMAT", formats.GROUP)
    monkeypatch.setattr("importlib.metadata.entry_points", lambda group: [point] if group == formats.GROUP else [])
    assert "theirs" in formats.names()
    assert formats.get("theirs").title.startswith("conflict-events JSON")


def test_modules_are_attributes():
    assert formats.native.loads("[]") == ()
    with pytest.raises(AttributeError):
        formats.nothing  # noqa: B018
