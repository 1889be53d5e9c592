"""The published JSON Schema is that of the code, and takes every event."""

import importlib.util
import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings

from conflict_events.formats import native
from conflict_events.formats.schema import document_schema
from conflict_events.testing import any_event

ROOT = Path(__file__).parents[2]
CHECK = jsonschema.Draft202012Validator(document_schema())


def _pages():
    spec = importlib.util.spec_from_file_location("write_references", ROOT / "tools" / "write_references.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.pages()


def test_made_pages_are_up_to_date():
    for name, text in _pages().items():
        shown = (ROOT / "docs" / "reference" / name).read_text(encoding="utf-8")
        assert shown == text, f"run tools/write_references.py: {name}"


def test_the_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(document_schema())


@given(any_event())
@settings(max_examples=60)
def test_every_event_fits_the_schema(event):
    CHECK.validate(json.loads(native.dumps([event])))


@pytest.mark.parametrize(
    "event",
    [
        {},
        {"sub_event_type": "Nonsense"},
        {"sub_event_type": "Attack", "notes": 5},
        {"sub_event_type": "Attack", "x": 1},
    ],
)
def test_what_the_reader_refuses_the_schema_refuses(event):
    with pytest.raises(jsonschema.ValidationError):
        CHECK.validate({"format": "conflict-events", "version": 1, "events": [event]})
