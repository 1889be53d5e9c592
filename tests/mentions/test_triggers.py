"""Triggers: forms, noun or verb, names and fixed phrases."""

from __future__ import annotations

import pytest

from conflict_events.mentions.triggers import find
from conflict_events.text.sentences import read


def told(text):
    return [(mention.text, mention.noun) for mention in find(read(text))]


@pytest.mark.parametrize("form", ["kill", "kills", "killed", "killing"])
def test_all_forms_of_a_verb_are_known(form):
    assert (form, False) in told(f"Gunmen {form} three farmers.")


@pytest.mark.parametrize(
    ("text", "word", "noun"),
    [
        ("The attack on the base lasted hours.", "attack", True),
        ("Gunmen attack a base.", "attack", False),
        ("They tried to attack a base.", "attack", False),
        ("The killing of a priest shocked all.", "killing", True),
        ("Gunmen raided a farm, killing two.", "killing", False),
        ("Their attacks on villages went on.", "attacks", True),
    ],
)
def test_noun_or_verb_is_told_by_the_neighbours(text, word, noun):
    assert (word, noun) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "He spoke at the Press Club on 3 March.",
        "Riot police stood by.",
        "The race took place in Oslo; the hunger strike went on.",
    ],
)
def test_names_and_fixed_phrases_tell_nothing(text):
    assert not told(text)


def test_mentions_are_spans_in_order():
    text = "Shells hit the town; soldiers shot dead two men, police arrested ten activists."
    mentions = find(read(text))

    assert mentions == tuple(sorted(mentions, key=lambda mention: mention.start))
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)
    assert all(mention.rule == f"trigger.{mention.entry}" for mention in mentions)
