"""Claims and blame: the examples of the lexicon, and what the event says of a side that answers for an act."""

import tomllib

import pytest

import conflict_events as ce
from conflict_events.lexicon.load import LEXICON

CUES = tomllib.loads((LEXICON / "en" / "blame.toml").read_text(encoding="utf-8"))["cue"]


def main(text):
    return ce.code(ce.Article(text, published="2024-10-23")).events[0]


def cases(kind):
    return [pytest.param(cue, case, id=f"{cue['id']}-{n}") for cue in CUES for n, case in enumerate(cue[kind])]


@pytest.mark.parametrize(("cue", "case"), cases("example"))
def test_the_side_answers_for_the_act_by_inference_and_the_words_say_why(cue, case):
    event = main(case["text"])
    basis = event.basis("actor1")

    assert event.actor1.name == case["who"]
    assert basis.status is ce.Status.INFERRED
    assert ("claims" if cue.get("claims") else "blamed") in basis.reason
    assert f"blame.{cue['id']}" in {words.rule for words in basis.evidence}


@pytest.mark.parametrize(("cue", "case"), cases("counterexample"))
def test_nobody_answers(cue, case):  # noqa: ARG001
    events = ce.code(ce.Article(case["text"], published="2024-10-23")).events

    assert not any("blame." in words.rule for event in events for words in event.basis("actor1").evidence)


@pytest.mark.parametrize("text", ["Soldiers shelled Goma on Monday. The army took responsibility for the budget."])
def test_an_act_with_an_agent_keeps_it(text):
    assert "claims" not in main(text).basis("actor1").reason


def test_who_accuses_did_not_do_it():
    event = main("A bomb went off in Mogadishu on Monday. Police attributed the blast to Al Shabaab.")

    assert event.actor1.name == "Al Shabaab"


def test_sides_blamed_in_one_breath_stand_together():
    event = main("A judge was shot dead in Tyre on Monday. The mayor blamed Hezbollah and the Amal Movement for it.")

    assert event.actor1.name == "Hezbollah"
    assert [actor.name for actor in event.assoc_actor_1] == ["Amal Movement"]
