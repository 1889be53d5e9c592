"""Every kind of cue word that reads places has examples and counterexamples in the lexicon; they run here."""

import tomllib

import pytest

from conflict_events.lexicon.load import LEXICON
from conflict_events.mentions import places
from conflict_events.mentions.places.cue import Cue
from conflict_events.text.sentences import read

with (LEXICON / "en" / "places.toml").open("rb") as stream:
    FILE = tomllib.load(stream)
CUES = FILE["cue"]
FROM_LISTS = {"COMMON", "SURNAME"}
"""Marks whose words stand in files of their own."""


def _cases(kind):
    return [
        pytest.param(entry, id=f"{cue['id']}.{kind}[{number}]")
        for cue in CUES
        for number, entry in enumerate(cue[kind])
    ]


def _facts(mention):
    place = mention.place
    if place is None:
        return {"settled": False, "metonym": mention.metonym, "rule": mention.rule}
    return {
        "settled": True,
        "metonym": mention.metonym,
        "rule": mention.rule,
        "name": place.name,
        "country": place.country and place.country.alpha_3,
        "admin1": place.admin1,
        "precision": place.precision,
        "ucdp_precision": place.ucdp_precision,
    }


def test_every_kind_of_cue_has_words_and_every_word_list_a_kind():
    assert {cue["id"].upper() for cue in CUES} | FROM_LISTS == {cue.name for cue in Cue}


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue["id"])
def test_a_cue_says_why_and_shows_what_it_reads_and_leaves(cue):
    assert set(cue) == {"id", "why", "words", "example", "counterexample"}
    assert cue["words"].split()


@pytest.mark.parametrize("entry", _cases("example"))
def test_an_example_is_read_as_the_lexicon_says(entry):
    assert set(entry) == {"text", "hit", "want"}
    found = {mention.text: mention for mention in places.find(read(entry["text"]))}
    assert entry["hit"] in found, list(found)
    facts = _facts(found[entry["hit"]])
    assert {key: facts.get(key) for key in entry["want"]} == entry["want"]


@pytest.mark.parametrize("entry", _cases("counterexample"))
def test_a_counterexample_is_left_alone(entry):
    assert {"text", "why"} < set(entry) <= {"text", "why", "miss", "not_metonym", "hit", "want"}
    found = {mention.text: mention for mention in places.find(read(entry["text"]))}
    if "miss" in entry:
        assert not any(entry["miss"] in text for text in found)
    if "not_metonym" in entry:
        assert not found[entry["not_metonym"]].metonym
    if "hit" in entry:
        facts = _facts(found[entry["hit"]])
        assert {key: facts.get(key) for key in entry["want"]} == entry["want"]


@pytest.mark.parametrize("phrase", FILE["phrases"]["not_places"])
def test_a_phrase_that_is_no_place_is_none(phrase):
    assert places.find(read(f"They spoke of {phrase} again.")) == ()


SHORT = [
    (country, form.partition("=")[0])
    for country, styles in FILE["short"].items()
    for line in styles.values()
    for form in line.split(", ")
]


@pytest.mark.parametrize(("country", "short"), SHORT)
def test_a_short_form_of_a_division_is_read_after_a_place_and_a_comma(country, short):
    found = {
        mention.text: mention.place for mention in places.find(read(f"He lives in Kingston, {short}, with a dog."))
    }
    assert short in found, list(found)
    assert found[short].country.alpha_2 == country
