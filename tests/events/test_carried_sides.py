"""A side without a name is the one armed group that acts in its story; where that is not sure, nobody is guessed."""

import pytest

import conflict_events as ce

FIRST = "Al Shabaab fighters shelled the town of Afgoye on Monday. "


def by_place(text):
    coded = ce.code(ce.Article(text, published="2024-06-12"))
    return {event.where.name: event for event in coded.events}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The gunmen abducted two teachers in Baidoa on Monday.", "Baidoa"),
        ("On Monday a roadside bomb killed three traders in Baidoa.", "Baidoa"),
        ("On Monday a school in Baidoa was attacked, and two pupils were killed.", "Baidoa"),
    ],
)
def test_the_one_group_of_the_story_is_meant(text, place):
    event = by_place(FIRST + text)[place]
    basis = event.basis("actor1")

    assert event.actor1.name == "Al Shabaab"
    assert basis.status is ce.Status.INFERRED
    assert "Al Shabaab fighters" in [words.quote for words in basis.evidence]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("On Tuesday a school in Baidoa was attacked, and two pupils were killed.", "Baidoa"),
        ("On Monday gunmen abducted two teachers in Baidoa.", "Baidoa"),
        ("On Monday a bomb killed two teachers in Baidoa. No group has claimed responsibility.", "Baidoa"),
        ("On Monday a bomb killed two teachers in Baidoa. Al Shabaab denied it.", "Baidoa"),
        ("On Monday a bomb killed two teachers in Goma.", "Goma"),
        ("On Monday a bomb killed two teachers in Baidoa. Islamic State is active there, too.", "Baidoa"),
        ("On Monday soldiers abducted two teachers in Baidoa.", "Baidoa"),
        ("In a separate incident, a bomb killed two teachers in Baidoa on Monday.", "Baidoa"),
        ("On Monday gunmen abducted an Al Shabaab commander in Baidoa.", "Baidoa"),
    ],
)
def test_nobody_is_guessed(text, place):
    assert by_place(FIRST + text)[place].actor1.name != "Al Shabaab"


def test_a_group_that_only_stands_in_the_text_did_nothing():
    text = "Gunmen shot dead a judge in Tyre on Monday. The judge was believed to be close to Hezbollah."
    (event,) = by_place(text).values()
    assert event.actor1.unidentified
