"""Points in and out of countries, by Natural Earth's outlines."""

import pytest

from conflict_events.atlas.outlines import km_outside, outlined
from conflict_events.model.country import Country, countries


@pytest.mark.parametrize(
    ("country", "latitude", "longitude"),
    [
        ("COD", -1.66, 29.1),
        ("XKX", 42.6, 21.0),
        ("SOM", 9.56, 44.06),  # Hargeisa: ACLED files Somaliland under Somalia
        ("CYP", 35.2, 33.5),
        ("RUS", 66.6, -178.5),  # beyond the date line
        ("LSO", -29.3, 27.5),
    ],
)
def test_points_inside(country, latitude, longitude):
    assert km_outside(Country.of(country), latitude, longitude) == 0.0


def test_enclave_is_outside_of_the_country_around_it():
    outside = km_outside(Country.of("ZAF"), -29.5, 28.2)

    assert 20 < outside < 150


def test_distance_grows_with_the_way():
    lebanon = Country.of("LBN")

    assert km_outside(lebanon, 32.8, 35.0) < km_outside(lebanon, 31.8, 35.0) < km_outside(lebanon, 29.8, 35.0)


def test_small_islands_without_outline_say_so():
    assert km_outside(Country.of("MYT"), -12.8, 45.2) is None


def test_nearly_all_countries_have_an_outline():
    missing = [country.name for country in countries() if not outlined(country)]

    assert len(missing) < 20
    assert not {"Israel", "Palestine", "Ukraine", "Kosovo", "Taiwan", "South Sudan", "Western Sahara"} & set(missing)
