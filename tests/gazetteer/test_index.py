import pytest
from hypothesis import given
from hypothesis import strategies as st

from conflict_events.gazetteer.index import gazetteer
from conflict_events.gazetteer.rows import NameKind
from conflict_events.text.fold import fold_phrase

FRESH_INSTALL = [
    ("Khan Younis", "PS", 31.34, 34.30),
    ("Deir al-Balah", "PS", 31.42, 34.35),
    ("Hodeidah", "YE", 14.80, 42.95),
    ("Avdiivka", "UA", 48.14, 37.75),
    ("El Fasher", "SD", 13.63, 25.35),
    ("Mocimboa da Praia", "MZ", -11.35, 40.35),
    ("Goma", "CD", -1.68, 29.23),
    ("Port-au-Prince", "HT", 18.54, -72.34),
    ("Cotabato", "PH", 7.22, 124.25),
    ("Tel Aviv", "IL", 32.08, 34.78),
    ("Haifa", "IL", 32.81, 35.00),
    ("Beirut", "LB", 33.89, 35.50),
]


@pytest.mark.parametrize(("name", "country", "latitude", "longitude"), FRESH_INSTALL)
def test_a_fresh_install_finds_the_town(name, country, latitude, longitude):
    words = fold_phrase(name)
    places = gazetteer()
    rows = (*places.rows(" ".join(words)), *places.spelled(words))
    town = next(row for row in rows if row.feature.startswith("P."))
    assert town.country == country
    assert abs(town.latitude - latitude) < 0.05
    assert abs(town.longitude - longitude) < 0.05


def test_a_people_is_kept_as_a_demonym():
    assert {row.kind for row in gazetteer().rows("iranian") if row.is_country} == {NameKind.DEMONYM}


@given(st.text())
def test_any_text_may_be_asked_for(text):
    places = gazetteer()
    words = fold_phrase(text)
    places.rows(text)
    for i in range(len(words)):
        assert 0 <= places.longest(words, i) <= len(words) - i
        places.longest_spelled(words, i)
