"""Every cue of standing is tried on its example and its counterexample."""

import pytest

from conflict_events.build.discourse import cue_entries
from conflict_events.discourse.standing import read_standings
from conflict_events.mentions import triggers
from conflict_events.mentions.triggers import found_in
from conflict_events.text.sentences import read

ENTRIES = [pytest.param(entry, id=entry["id"]) for entry in cue_entries()]


def standing_of(text, words):
    """The rule of the cue that speaks of the trigger ``words``, or None."""
    document = read(text)
    assert triggers.find(document), "no word tells an act"
    found = next(found for found in found_in(document) if found.mention.text == words)
    cue = read_standings(document).of(
        document.sentence_of[found.first], found.first, found.last, noun=found.noun, gerund="VBG" in found.forms
    )
    return None if cue is None else cue.words.rule


@pytest.mark.parametrize("entry", ENTRIES)
def test_an_example_has_the_standing(entry):
    assert standing_of(entry["example"], entry["hit"]) == f"standing.{entry['id']}"


@pytest.mark.parametrize("entry", ENTRIES)
def test_a_counterexample_has_it_not(entry):
    other = entry["counterexample"]
    assert standing_of(other["text"], other["hit"]) is None


def test_a_cue_shows_its_words():
    text = "Bandits regularly attack villages around Anka."
    cue = read_standings(read(text)).of(0, 2, 3, noun=False)

    assert text[cue.words.start : cue.words.end] == cue.words.quote == "regularly"
