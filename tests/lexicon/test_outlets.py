"""Outlets by country: the examples beside the table, and what an outlet's home does to a name with namesakes."""

import tomllib
from pathlib import Path

import pytest

import conflict_events as ce
from conflict_events.mentions.places.told import home_of_outlet
from conflict_events.model.country import Country

TABLE = tomllib.loads((Path(ce.__file__).parent / "lexicon" / "outlets" / "countries.toml").read_text(encoding="utf-8"))
PRESS = {code: entry for code, entry in TABLE.items() if len(code) == 2}


def home(text):
    return home_of_outlet(None, text) if "://" in text else home_of_outlet(text, None)


@pytest.mark.parametrize("entry", TABLE["example"], ids=lambda entry: entry["text"])
def test_example(entry):
    assert [home(entry["text"])] == entry["want"]


@pytest.mark.parametrize("entry", TABLE["counterexample"], ids=lambda entry: entry["text"])
def test_counterexample(entry):
    assert entry["why"]
    assert home(entry["text"]) is None


@pytest.mark.parametrize("code", PRESS)
def test_outlets_have_a_country_and_are_found(code):
    assert Country.of(code).alpha_2 == code
    assert all(home_of_outlet(name, None) == code for name in PRESS[code]["names"])
    assert all(home_of_outlet(f"The {name}", None) == code for name in PRESS[code]["names"])
    assert all(home_of_outlet(None, f"https://www.{site}/a") == code for site in PRESS[code]["sites"])


@pytest.mark.parametrize(
    ("town", "source", "country"),
    [
        ("Hyderabad", "Dawn (Pakistan)", "Pakistan"),
        ("Hyderabad", "Times of India", "India"),
        ("Trujillo", "La Prensa (Honduras)", "Honduras"),
        ("Trujillo", "El Comercio (Peru)", "Peru"),
        ("Kano", "Cameroon Tribune", "Nigeria"),
    ],
)
def test_outlet_decides_between_towns_of_one_name_and_moves_no_city(town, source, country):
    article = ce.Article(f"Gunmen killed two traders in {town} on Monday.", published="2024-10-22", source=source)

    assert ce.code(article).events[0].where.country.name == country
