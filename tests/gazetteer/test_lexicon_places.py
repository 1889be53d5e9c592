"""The examples and counterexamples that stand beside the lexicon's places, each a test."""

import tomllib
from pathlib import Path

import pytest

import conflict_events
from conflict_events.gazetteer.index import gazetteer
from conflict_events.gazetteer.rows import NameKind
from conflict_events.model.country import Country
from conflict_events.text.fold import fold_phrase

FOLDER = Path(conflict_events.__file__).parent / "lexicon" / "places"
FILES = {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.toml"))}
PLACE_NAMES = (NameKind.MAIN, NameKind.ALIAS, NameKind.VARIANT, NameKind.FORMER)


def rows_of(text):
    words = fold_phrase(text)
    words = words[1:] if words[0] == "the" else words
    return gazetteer().rows(" ".join(words))


def examples(kind):
    return [
        pytest.param(stem, entry, id=f"places/{stem}:{entry['text']}")
        for stem, file in FILES.items()
        for entry in file.get(kind, ())
    ]


def names_in(stem):
    """Plain names of the places that a file describes."""
    file = FILES[stem]
    if stem == "countries":
        return {Country.of(code).name for code in file["country"]}
    if "place" in file:
        return set(file["place"])
    return {row_name for names in file.values() if isinstance(names, dict) for row_name in names}


def test_every_file_has_examples_and_counterexamples():
    for stem, file in FILES.items():
        if stem == "subdivisions":
            continue  # codes for names, no names to be read; tests/model tries them
        assert file.get("example"), stem
        assert file.get("counterexample"), stem


@pytest.mark.parametrize(("stem", "entry"), examples("example"))
def test_example(stem, entry):
    rows = [row for row in rows_of(entry["text"]) if row.kind in (*PLACE_NAMES, NameKind.ABBREVIATION)]
    want = entry["want"]
    if stem == "countries":
        assert [row.country for row in rows if row.is_country] == [want]
    elif isinstance(want, str):
        assert want in [row.name for row in rows]
    else:
        assert tuple(want) in [(row.country, row.asciiname) for row in rows]


@pytest.mark.parametrize(("stem", "entry"), examples("counterexample"))
def test_counterexample(stem, entry):
    assert entry["why"]
    described = names_in(stem)
    wrong = [row for row in rows_of(entry["text"]) if row.asciiname in described and row.kind in PLACE_NAMES]
    assert wrong == []


def places():
    for stem in ("regions", "waters", "camps", "towns", "quarters"):
        for name, words in FILES[stem]["place"].items():
            yield pytest.param(name, words, id=f"places/{stem}:{name}")


@pytest.mark.parametrize(("name", "words"), list(places()))
def test_an_own_place_is_found_by_each_of_its_names(name, words):
    latitude, longitude = words["at"]
    assert set(words) <= {
        "at",
        "feature",
        "country",
        "admin1",
        "admin2",
        "names",
        "short",
        "former",
        "people",
        "population",
    }
    if "country" in words:
        Country.of(words["country"])
    for text in (name, *words.get("names", ()), *words.get("former", ())):
        near = [r for r in rows_of(text) if abs(r.latitude - latitude) < 3 and abs(r.longitude - longitude) < 3]
        assert near, text
        assert any(row.kind in PLACE_NAMES or text.isupper() for row in near)
    for text in words.get("people", ()):
        assert any(row.kind is NameKind.DEMONYM for row in rows_of(text)), text


@pytest.mark.parametrize("country", [pytest.param(c, id=c) for c in FILES["countries"]["country"]])
def test_a_country_is_found_by_each_of_its_names(country):
    words = FILES["countries"]["country"][country]
    for text in (Country.of(country).name, *words.get("names", ()), *words.get("former", ())):
        kinds = [row.kind for row in rows_of(text) if row.is_country and row.country == country]
        assert kinds, text
        assert kinds[0] is not NameKind.DEMONYM, text


def test_divisions_and_towns_of_the_tables_are_there():
    """A name that GeoNames does not use describes nothing: such a line in a table would be silent."""
    for country, names in FILES["aliases"].items():
        if isinstance(names, dict):
            for name in names:
                towns = [row for row in rows_of(name) if row.country == country and row.feature.startswith("P.")]
                assert towns, f"{country} {name}"
