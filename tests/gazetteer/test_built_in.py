"""What the index that comes with the package holds, and how it behaves in a fresh process."""

import subprocess
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor

import pytest

from conflict_events.gazetteer.index import BUILT_IN, gazetteer
from conflict_events.gazetteer.rows import NameKind
from conflict_events.model.country import countries
from conflict_events.text.fold import fold_phrase

SOURCE = str(BUILT_IN.parent.parent.parent)
COLD = """
import sys
from conflict_events.gazetteer.index import open_gazetteer
from conflict_events.gazetteer.layer import Layer
from conflict_events.gazetteer.index import BUILT_IN
rows = Layer(BUILT_IN).rows("goma")
print(rows[0].country, "conflict_events.build.gazetteer" in sys.modules)
"""


@pytest.fixture(scope="module")
def everything():
    return list(gazetteer().layers[-1].everything())


def rows_of(name):
    words = fold_phrase(name)
    return gazetteer().rows(" ".join(words)) or gazetteer().spelled(words)


def test_it_is_large_in_places_and_small_on_disk(everything):
    classes = Counter(row.feature[0] for row in everything)
    assert classes["P"] >= 230_000
    assert Counter(row.feature for row in everything)["A.ADM1"] > 3_500
    assert BUILT_IN.stat().st_size < 25e6


def test_every_country_has_a_row_and_nearly_every_one_divisions(everything):
    with_divisions = {row.country for row in everything if row.feature == "A.ADM1"}
    missing = [country.name for country in countries() if country.alpha_2 not in with_divisions]
    assert all(gazetteer().nation(country.alpha_2) is not None for country in countries())
    assert len(missing) < 40, missing


def test_names_for_records_are_plain_ascii(everything):
    for row in everything:
        assert row.asciiname.isascii()
        assert row.asciiname
        assert (row.admin1 or "").isascii()
        assert (row.admin2 or "").isascii()


def test_points_are_on_the_globe(everything):
    for row in everything:
        assert -90 <= row.latitude <= 90
        assert -180 <= row.longitude <= 180


def test_countries_lie_where_their_towns_are(everything):
    lands: dict[str, list[tuple[float, float]]] = {}
    for row in everything:
        if row.feature.startswith("P.") and row.country:
            lands.setdefault(row.country, []).append((row.latitude, row.longitude))
    for country, points in lands.items():
        if len(points) < 20:
            continue
        middle = gazetteer().nation(country)
        low, high = min(p[0] for p in points) - 2, max(p[0] for p in points) + 2
        left, right = min(p[1] for p in points) - 2, max(p[1] for p in points) + 2
        assert low <= middle.latitude <= high, country
        assert left <= middle.longitude <= right, country


@pytest.mark.parametrize(
    ("name", "admin1"),
    [
        ("Khan Younis", "Gaza Strip"),
        ("Bakhmut", "Donetsk"),
        ("El Fasher", "North Darfur"),
        ("Maiduguri", "Borno"),
        ("Mekelle", "Tigray"),
        ("Goma", "Nord-Kivu"),
        ("Idlib", "Idleb"),
        ("Cucuta", "Norte de Santander"),
        ("Culiacan", "Sinaloa"),
    ],
)
def test_towns_lie_in_their_division_as_acled_names_it(name, admin1):
    assert next(row for row in rows_of(name) if row.feature.startswith("P.")).admin1 == admin1


@pytest.mark.parametrize(
    ("name", "location"),
    [
        ("Shujaiyya", "Gaza City - Shujaiyya"),
        ("Sadr City", "Baghdad - Sadr City"),
        ("Avdeyevka", "Avdiivka"),
        ("Lichtenberg", "Berlin - Lichtenberg"),
    ],
)
def test_locations_are_named_as_acled_names_them(name, location):
    assert location in [row.asciiname for row in rows_of(name)]


SPELLINGS = [
    ("Hodeidah", "al-Hudaydah", "Al Hodeidah", "Hodeida", "Hudaydah", "el-Hodeidah"),
    ("Deir al-Balah", "Deir el-Balah", "Dayr al-Balah", "Deir Al Balah"),
    ("Jabalia", "Jabaliya", "Jabaliyah", "Jabalya"),
    ("Avdiivka", "Avdiyivka", "Avdeyevka"),
    ("El Fasher", "Al Fashir", "al-Fasher", "El-Fashir"),
    ("Saint Louis", "St. Louis", "St Louis"),
    ("Fort Worth", "Ft. Worth", "Ft Worth"),
    ("Mount Vernon", "Mt. Vernon", "Mt Vernon"),
    ("Tombouctou", "Timbuktu"),
    ("Kharkiv", "Kharkov"),
    ("Sana'a", "Sanaa", "San’a"),
    ("Deir ez-Zor", "Deir al-Zor", "Dayr az Zawr", "Deir Ezzor"),
    ("Mocimboa da Praia", "Mocímboa da Praia", "Mocimboa-da-Praia"),
    ("Port-au-Prince", "Port au Prince"),
    ("Ramallah", "Ram Allah"),
    ("Fallujah", "Falluja", "al-Fallujah", "Al Fallujah"),
    ("N'Djamena", "Ndjamena", "N’Djaména"),
    ("Geneina", "El Geneina", "Al-Geneina"),
]


@pytest.mark.parametrize("names", SPELLINGS, ids=lambda names: names[0])
def test_spellings_of_a_name_find_the_same_place(names):
    found = [{row.row for row in (*rows_of(name), *gazetteer().spelled(fold_phrase(name)))} for name in names]
    assert set.intersection(*found)


def test_a_looser_key_is_marked_as_a_spelling():
    assert {row.kind for row in gazetteer().spelled(fold_phrase("Khaan Yoonis"))} == {NameKind.SPELLING}


@pytest.mark.parametrize("word", ["the", "of", "on", "killed", "soldiers", "yesterday", "attacked", "gunmen"])
def test_plain_words_start_no_long_name_by_looser_keys(word):
    assert gazetteer().longest_spelled((word, "and", "wounded"), 0) <= 1


@pytest.mark.parametrize("name", ["Hebron", "Tripoli", "Valencia", "Springfield", "San Jose"])
def test_larger_places_come_first(name):
    towns = [row.population for row in rows_of(name) if row.feature.startswith("P.")]
    assert towns == sorted(towns, reverse=True)


def test_the_longest_name_is_found():
    words = fold_phrase("in New York City on Monday")
    assert gazetteer().longest(words, 1) == 3


def test_seats_of_divisions():
    places = gazetteer()
    darfur = next(row for row in places.rows("north darfur") if row.feature == "A.ADM1")
    seat = places.seat(darfur)
    assert seat is not None
    assert seat.name == "El Fasher"
    town = next(row for row in places.rows("goma") if row.feature.startswith("P."))
    assert places.seat(town) is None


def test_the_attribution_travels_with_the_index():
    assert "GeoNames" in gazetteer().layers[-1].meta["attribution"]
    assert "CC BY 4.0" in gazetteer().layers[-1].meta["attribution"]


def test_a_cold_process_finds_its_first_place_without_the_builder():
    out = subprocess.run(
        [sys.executable, "-c", COLD], capture_output=True, text=True, check=True, env={"PYTHONPATH": SOURCE}
    ).stdout
    assert out.split() == ["CD", "False"]


def _look_up(name):
    return [row.name for row in gazetteer().rows(name)]


def test_processes_share_the_index():
    names = ["goma", "beirut", "haifa", "kyiv"]
    with ProcessPoolExecutor(2) as pool:
        assert list(pool.map(_look_up, names)) == [_look_up(name) for name in names]
