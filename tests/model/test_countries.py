"""Countries by code, number and name, in English and other languages; nothing by likeness."""

import subprocess
import sys

import pycountry
import pytest
from hypothesis import given
from hypothesis import strategies as st

import conflict_events as ce
import project
from conflict_events.model.country import countries, country_named
from conflict_events.model.errors import UnknownNameError


@pytest.mark.parametrize("country", countries(), ids=lambda country: country.alpha_3)
def test_every_country_is_found_by_each_of_its_codes_and_names(country):
    keys = [country.name, country.name.upper(), country.alpha_2, country.alpha_3.lower(), country.numeric]
    record = pycountry.countries.get(alpha_3=country.alpha_3)
    if record is not None:
        keys += [record.name, record.numeric, getattr(record, "official_name", record.name)]
    assert {ce.Country.of(key) for key in keys} == {country}


@pytest.mark.parametrize(
    ("key", "code"),
    [
        ("Burma", "MMR"), ("Zaire", "COD"), ("Swaziland", "SWZ"), ("Viet Nam", "VNM"), ("DRC", "COD"), ("UK", "GBR"),
        ("U.S.A.", "USA"), ("the Netherlands", "NLD"), ("Upper Volta", "BFA"), ("ZAR", "COD"), ("BUMM", "MMR"),
        ("DR Congo (Zaire)", "COD"), ("Yemen (North Yemen)", "YEM"), (" ivory  coast ", "CIV"), ("004", "AFG"),
        ("Allemagne", "DEU"), ("Alemania", "DEU"), ("Ägypten", "EGY"), ("египет", "EGY"), ("埃及", "EGY"),
        ("Centrafrique", "CAF"), ("Paraguai", "PRY"), ("XK", "XKX"), (0, "XKX"),
    ],
)  # fmt: skip
def test_names_of_all_kinds(key, code):
    assert ce.Country.of(key).alpha_3 == code


@pytest.mark.parametrize(
    ("key", "near"),
    [("Nigeri", "Nigeria"), ("Kenyaa", "Kenya"), ("Libanon.", "Lebanon"), ("Iranian", "Iran"), ("Atlantis", "name")],
)
def test_what_is_no_country_tells_the_nearest(key, near):
    with pytest.raises(UnknownNameError) as caught:
        ce.Country.of(key)
    assert near in caught.value.expected


@pytest.mark.parametrize(
    "key", ["BUR", "MI", "CT", "", " ", "999", 999, -1, True, None, 4.0, b"KEN", ["KEN"], "Guineas"]
)
def test_what_means_nothing_or_too_much_is_none(key):
    with pytest.raises(UnknownNameError):
        ce.Country.of(key)


@given(st.one_of(st.text(max_size=30), st.integers()))
def test_any_key_is_a_country_or_the_librarys_error(key):
    try:
        found = ce.Country.of(key)
    except UnknownNameError:
        return
    assert found in countries()


def test_english_names_load_nothing():
    code = "import sys, conflict_events as ce; ce.Country.of('Zaire'); ce.Country.of('024'); print('pycountry' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": str(project.SOURCE)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "False"
    assert country_named("Alemania") is None
