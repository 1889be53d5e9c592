"""Blame: the examples and counterexamples of the lexicon, and what the event says of a side that is blamed."""

import tomllib

import pytest

import conflict_events as ce
from conflict_events.frames.blame import blamed
from conflict_events.lexicon.load import LEXICON
from conflict_events.mentions.actors import find
from conflict_events.text.sentences import read

WORDS = tomllib.loads((LEXICON / "en" / "blame.toml").read_text(encoding="utf-8"))


def who(text):
    document = read(text)
    found = blamed(document, document.sentences[0], find(document))
    return None if found is None else found.text


@pytest.mark.parametrize("example", WORDS["example"], ids=lambda example: example["text"][:40])
def test_the_side_is_blamed(example):
    assert who(example["text"]) == example["who"]


@pytest.mark.parametrize("example", WORDS["counterexample"], ids=lambda example: example["text"][:40])
def test_nobody_is_blamed(example):
    assert who(example["text"]) is None


def test_a_blamed_side_is_inferred_and_says_why():
    text = "The mayor blamed Hezbollah for the murder of a judge in Tyre on Monday."

    (event,) = ce.code(ce.Article(text, published="2024-10-23")).events

    assert event.actor1.name == "Hezbollah"
    assert event.basis("actor1").status is ce.Status.INFERRED
    assert "blamed" in event.basis("actor1").reason
