"""An act told by one sentence and claimed in another."""

import pytest

import conflict_events as ce


def main(text):
    return ce.code(ce.Article(text, published="2024-10-22")).events[0]


@pytest.mark.parametrize(
    "text",
    [
        "A bomb went off in Mogadishu on Monday. Al Shabaab claimed responsibility.",
        "A suicide bomber struck a post in Mogadishu on Monday. Two soldiers died. Al Shabaab claimed responsibility.",
    ],
)
def test_claim_in_a_later_sentence_names_the_first_side_by_inference(text):
    event = main(text)

    assert event.actor1.name == "Al Shabaab"
    assert event.basis("actor1").status is ce.Status.INFERRED
    assert "claims" in event.basis("actor1").reason


@pytest.mark.parametrize(
    "text",
    [
        "A bomb went off in Mogadishu on Monday. No group has claimed responsibility.",
        "A bomb went off in Mogadishu on Monday. Al Shabaab has not claimed responsibility.",
        "Soldiers shelled Goma on Monday. The army took responsibility for the budget.",
    ],
)
def test_denied_claims_and_acts_with_an_agent_stay(text):
    event = main(text)

    assert "Al Shabaab" not in event.actor1.name
    assert event.basis("actor1").reason != "'The army' claims the act"


def test_whom_a_bomb_killed_does_not_wound_others():
    event = main("A roadside bomb killed a policeman and wounded three others in Quetta on Monday.")

    assert event.actor1.name == "Unidentified Armed Group (Pakistan)"
    assert event.actor2.name.startswith("Police Forces of Pakistan")


def test_a_film_is_no_event():
    assert ce.code(ce.Article("The film tells the story of a bombing in Beirut. It opens on Friday.")).events == ()
