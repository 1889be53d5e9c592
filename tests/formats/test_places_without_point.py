"""A village of which only the state is known goes through every format with its name and without a point."""

import io
import json

import pytest

import conflict_events as ce
from conflict_events import formats

TEXT = "Gunmen shot three men dead in Xanquile village in Kaduna state, Nigeria, on Monday."
TEXTUAL = ("acled-csv", "acled-json", "geojson", "hxl", "native", "plover", "polecat", "ucdp-ged")


@pytest.fixture
def events():
    found = ce.code(ce.Article(TEXT, published="2024-10-22", source="Daily Trust")).events
    assert [(event.where.name, event.where.latitude, event.where.precision) for event in found] == [
        ("Xanquile", None, 3)
    ]
    return found


def written(events, name):
    return formats.get(name).dumps(events)


@pytest.mark.parametrize("name", TEXTUAL)
def test_no_format_invents_a_point(events, name):
    text = written(events, name)
    text = text.decode() if isinstance(text, bytes) else text

    assert "Xanquile" in text
    assert "10.4" not in text  # the latitude of the state's capital
    assert "10.5" not in text


def test_geometry_of_geojson_is_null(events):
    (feature,) = json.loads(written(events, "geojson"))["features"]

    assert feature["geometry"] is None


def test_row_keeps_name_division_and_precision(events):
    (row,) = formats.acled.to_rows(events)

    assert (row["location"], row["admin1"], row["country"], row["geo_precision"]) == (
        "Xanquile",
        "Kaduna",
        "Nigeria",
        3,
    )
    assert (row["latitude"], row["longitude"]) == (None, None)


def test_native_comes_back_as_it_was(events):
    (back,) = formats.get("native").load(io.StringIO(written(events, "native")))

    assert back.where == events[0].where
