"""Short names that a text gives to a group itself: acronyms beside the name, and "the Front"."""

import pytest

from conflict_events.mentions.actors import find
from conflict_events.text.sentences import read

NAME = "Steppe Liberation Front"


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("The Steppe Liberation Front (SLF) met. The SLF fled.", "SLF"),
        ('The Steppe Liberation Front ("SLF") met. The SLF fled.', "SLF"),
        ("The Steppe Liberation Front (known as SLF) met. The SLF fled.", "SLF"),
        ("The Steppe Liberation Front, or SLF, met. The SLF fled.", "SLF"),
        ("The Steppe Liberation Front, known by its acronym SLF, met. SLF fighters fled.", "SLF fighters"),
        ("The Steppe Liberation Front - SLF - met. The SLF fled.", "SLF"),
        ("The SLF (Steppe Liberation Front) met. The SLF fled.", "SLF"),
        ("The Steppe Liberation Front met. On Monday the Front fled.", "Front"),
    ],
)
def test_a_short_name_is_the_group_that_it_was_introduced_for(text, short):
    last = find(read(text))[-1]
    assert (last.text, last.actor.name, last.rule) == (short, NAME, "actor.name.introduced")


@pytest.mark.parametrize(
    "text",
    [
        "The Steppe Liberation Front, XYZ officials said, met. The XYZ fled.",
        "The Steppe Liberation Front and the River Liberation Front met. The Front fled.",
        "The Steppe Liberation Front met. A cold front came.",
    ],
)
def test_other_words_are_not(text):
    assert all(mention.rule != "actor.name.introduced" for mention in find(read(text)))


@pytest.mark.parametrize("text", ["The Detroit Tigers beat the Cubs.", "The Bengal Tigers were fed."])
def test_teams_and_animals_are_no_groups(text):
    assert find(read(text)) == ()


def test_a_weekday_opens_no_name():
    assert all("Monday" not in mention.text for mention in find(read("On Monday the Liberation Front fled.")))


def test_the_organ_of_a_state_may_be_given_an_acronym_that_a_group_has_too():
    *_, last = find(read("The Australian Defence Force (ADF) met. ADF officials left Uganda."))
    assert last.actor.name == "Military Forces of Australia"


def test_a_weak_acronym_needs_no_country_where_fighters_stand_behind_it():
    (found,) = find(read("BLA fighters came."))
    assert found.actor.name == "BLA: Baloch Liberation Army"
    assert find(read("The BLA met.")) == ()
