"""Every value of the model to plain values and back, in our converters and in one's own; the schema says the same."""

import json

import attrs
import cattrs
import jsonschema
import pytest
from cattrs.preconf.json import make_converter as make_json_converter
from hypothesis import given, settings
from hypothesis import strategies as st

import conflict_events as ce
from conflict_events import converters
from conflict_events.formats.schema import document_schema
from conflict_events.model.errors import FormatError
from conflict_events.testing import any_coded, any_event

SCHEMA = document_schema()
CHECK = jsonschema.Draft202012Validator({**SCHEMA["$defs"]["Event"], "$defs": SCHEMA["$defs"]})
ODD = [None, True, 0, -1, 1.5, "", "x", "2024-05-01", "Attack", "CIV", "killed", [], {}, [["when", {}]], ["x"], [1]]


@given(any_coded())
@settings(max_examples=60)
def test_a_coded_article_and_all_its_parts_go_to_plain_values_and_back(coded):
    plain = ce.to_dict(coded)
    assert json.loads(json.dumps(plain)) == plain
    assert ce.from_dict(plain, ce.CodedArticle) == coded
    for event in coded.events:
        assert ce.from_dict(ce.to_dict(event)) == event


@attrs.frozen
class Reviewed:
    """A class of somebody else's, which is as lenient as its author likes."""

    coded: ce.CodedArticle
    main: ce.Event | None
    by: str
    stars: int


@pytest.mark.parametrize("make", [cattrs.Converter, make_json_converter], ids=["plain", "preconf"])
@given(any_coded())
@settings(max_examples=20)
def test_a_converter_of_ones_own_takes_the_model_and_stays_as_it_was(make, coded):
    converter = make()
    converters.configure_converter(converter)
    reviewed = Reviewed(coded, next(iter(coded.events), None), "me", 3)
    plain = json.loads(json.dumps(converter.unstructure(reviewed)))
    assert converter.structure(plain, Reviewed) == reviewed
    assert converter.structure({**plain, "stars": "4"}, Reviewed).stars == 4


def test_the_model_is_as_strict_in_a_converter_of_ones_own():
    converter = cattrs.Converter()
    converters.configure_converter(converter)
    with pytest.raises(cattrs.BaseValidationError):
        converter.structure({"sub_event_type": "Attack", "colour": 1}, ce.Event)
    with pytest.raises(cattrs.BaseValidationError):
        converter.structure({"sub_event_type": "Attack", "notes": 5}, ce.Event)


def test_a_mention_of_no_known_kind_is_told():
    plain = {
        "article": {"text": "x"},
        "mentions": [{"mention": "smell", "start": 0, "end": 1, "text": "x", "rule": "r"}],
    }
    with pytest.raises(FormatError, match="smell"):
        ce.from_dict(plain, ce.CodedArticle)


def _paths(value, path=()):
    yield path
    if isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _paths(inner, (*path, key))


def _changed(value, path, new):
    if not path:
        return new
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[path[0]] = _changed(copy[path[0]], path[1:], new)
    return copy


@given(any_event(), st.data())
@settings(max_examples=150)
def test_what_the_converters_take_fits_the_schema(event, data):
    plain = ce.to_dict(event)
    path = data.draw(st.sampled_from([path for path in _paths(plain) if path]))
    changed = _changed(plain, path, data.draw(st.sampled_from(ODD)))
    try:
        ce.from_dict(changed)
    except FormatError:
        return
    assert CHECK.is_valid(changed), (path, changed)
