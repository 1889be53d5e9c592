"""The vocabularies: complete, spelled as in current ACLED data, and tied together without contradiction."""

import collections
import subprocess
import sys

import pycountry
import pytest

import conflict_events as ce
import project
from conflict_events.model.country import countries
from conflict_events.model.kind import INTERACTIONS, ActorKind, Interaction

TYPES = {
    "Battles": 3,
    "Protests": 3,
    "Riots": 2,
    "Explosions/Remote violence": 6,
    "Violence against civilians": 3,
    "Strategic developments": 8,
}


def test_there_are_25_sub_event_types_under_six_event_types():
    assert collections.Counter(sub.event_type.value for sub in ce.SubEventType) == TYPES
    assert sum(TYPES.values()) == 25


def test_ranks_are_1_to_25_and_every_definition_is_a_sentence():
    assert sorted(sub.rank for sub in ce.SubEventType) == list(range(1, 26))
    assert all(sub.definition.endswith(".") and len(sub.definition) > 30 for sub in ce.SubEventType)


def test_only_excessive_force_is_violence_and_demonstration_at_once():
    both = [sub for sub in ce.SubEventType if ";" in sub.disorder_type]
    assert both == [ce.SubEventType.EXCESSIVE_FORCE]


@pytest.mark.parametrize(
    ("sub", "disorder"),
    [
        ("Peaceful protest", "Demonstrations"),
        ("Violent demonstration", "Demonstrations"),
        ("Mob violence", "Political violence"),
        ("Armed clash", "Political violence"),
        ("Suicide bomb", "Political violence"),
        ("Agreement", "Strategic developments"),
    ],
)
def test_disorder_types_follow_the_codebook(sub, disorder):
    assert ce.SubEventType(sub).disorder_type == disorder


def test_there_are_44_interactions_with_the_reversed_78():
    assert len(INTERACTIONS) == 44
    assert len({interaction.code for interaction in INTERACTIONS}) == 44
    texts = {interaction.code: interaction.text for interaction in INTERACTIONS}
    assert texts[78] == "External/Other forces-Civilians"
    assert texts[18] == "State forces-External/Other forces"
    assert texts[60] == "Protesters only"
    assert texts[11] == "State forces-State forces"


@pytest.mark.parametrize("one", ActorKind)
@pytest.mark.parametrize("other", ActorKind)
def test_an_interaction_does_not_depend_on_the_order_of_sides(one, other):
    assert Interaction.of(one, other) == Interaction.of(other, one)


def test_inter_codes_are_1_to_8_and_lead_back_to_their_kind():
    assert [kind.code for kind in ActorKind] == list(range(1, 9))
    assert all(ActorKind.of_code(kind.code) is kind for kind in ActorKind)
    with pytest.raises(ce.ConflictEventsError):
        ActorKind.of_code(0)


def test_there_are_17_regions():
    assert len(ce.Region) == 17
    assert len({region.code for region in ce.Region}) == 17


def test_every_country_of_iso_3166_is_there_and_kosovo():
    codes = {country.alpha_3 for country in countries()}
    assert codes == {country.alpha_3 for country in pycountry.countries} | {"XKX"}


@pytest.mark.parametrize("country", countries(), ids=lambda country: country.alpha_3)
def test_a_country_agrees_with_iso_3166(country):
    for key in (country.name, country.name.upper(), country.alpha_2, country.alpha_3.lower(), country.numeric):
        assert ce.Country.of(key) is country
    assert country.name.isascii()
    known = pycountry.countries.get(alpha_3=country.alpha_3)
    if country.alpha_3 == "XKX":
        assert (known, country.alpha_2, country.numeric) == (None, "XK", 0)
    else:
        assert (country.alpha_2, country.numeric) == (known.alpha_2, int(known.numeric))


@pytest.mark.parametrize(
    ("name", "alpha_3"),
    [
        ("Kosovo", "XKX"),
        ("Ivory Coast", "CIV"),
        ("Democratic Republic of Congo", "COD"),
        ("Republic of Congo", "COG"),
        ("Palestine", "PSE"),
        ("eSwatini", "SWZ"),
        ("Niger", "NER"),
        ("Myanmar", "MMR"),
    ],
)
def test_names_that_iso_3166_spells_otherwise_are_known(name, alpha_3):
    assert ce.Country.of(name).alpha_3 == alpha_3


def test_an_unknown_country_is_an_error_that_names_it():
    with pytest.raises(LookupError, match="Atlantis"):
        ce.Country.of("Atlantis")


def test_the_country_table_is_what_its_tool_writes():
    tool = project.ROOT / "tools" / "build_countries.py"
    done = subprocess.run([sys.executable, str(tool), "--check"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
