"""Pronouns, definite phrases and owners as sides: every example and counterexample of the lexicon."""

import tomllib

import pytest

import conflict_events as ce
import project

PATH = project.SOURCE / "conflict_events/lexicon/en/pronouns.toml"
ENTRIES = tomllib.loads(PATH.read_text(encoding="utf-8"))


def told(entry):
    """The side in question of the last act told, and how it is known."""
    text = entry["text"]
    events = ce.code(ce.Article(text, published="2024-10-22")).events
    event = max(events, key=lambda one: dict(one.bases)["sub_event_type"].evidence[0].start)
    name = f"actor{entry['side']}"
    actor, basis = getattr(event, name), dict(event.bases)[name]
    assert all(text[one.start : one.end] == one.quote for one in basis.evidence)
    return actor, basis


@pytest.mark.parametrize("entry", ENTRIES["example"], ids=lambda entry: entry["text"][:60])
def test_whoever_alone_fits_is_the_side(entry):
    actor, basis = told(entry)
    assert actor.name == entry["want"]
    assert basis.status is ce.Status.INFERRED
    assert [one.quote for one in basis.evidence] == entry["evidence"]
    assert entry["evidence"][-1] in basis.reason
    assert entry["evidence"][-1] in actor.mentions


@pytest.mark.parametrize("entry", ENTRIES["counterexample"], ids=lambda entry: entry["text"][:60])
def test_where_several_or_none_fit_the_side_stays_open_with_the_reason(entry):
    actor, basis = told(entry)
    assert (None if actor is None else actor.name) == entry["open"]
    assert basis.status is ce.Status.INFERRED
    assert all(f"{phrase!r}" in basis.reason for phrase in entry["reason"])
    assert basis.reason


def test_an_act_of_one_of_two_others_is_not_the_act_before():
    text = (
        "Al Shabaab attacked Kismayo on Monday. Somali troops and Kenyan soldiers arrived. They killed six villagers "
        "in Kismayo on Monday."
    )
    first, second = ce.code(ce.Article(text, published="2024-10-22")).events
    assert {event.actor1.name for event in (first, second)} == {"Al Shabaab", "Unidentified Armed Group (Somalia)"}
    assert [event.fatalities.low for event in (first, second) if event.actor1.name == "Al Shabaab"] == [None]
