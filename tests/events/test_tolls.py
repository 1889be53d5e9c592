"""Each toll belongs to one event, and the dead told again to the event that told them first."""

import pytest

import conflict_events as ce


def events(text, **more):
    return ce.code(ce.Article(text, published="2024-10-23"), **more).events


def killed(event):
    return [claim for claim in event.casualties if claim.outcome == "killed"]


def test_the_dead_of_a_raid_are_none_of_the_arrests_for_it():
    text = "Police in Mora arrested four rebels on Tuesday for a raid on a camp in which six soldiers were killed."
    for event in events(text):
        if event.sub_event_type is ce.SubEventType.ARRESTS:
            assert killed(event) == []
            assert event.basis("casualties").status in ("known", "absent")


@pytest.mark.parametrize(
    "text",
    [
        "Two rebels were killed and a cache of arms was seized in a clash with the army in Mora on Monday.",
        "Gunmen shot at a teacher and a guard in Mora on Monday, killing the teacher and wounding the guard.",
        "Rebels abducted a farmer in Mora on Monday and shot him dead.",
    ],
)
def test_no_claim_stands_with_two_events(text):
    told = [
        (evidence.start, claim.outcome)
        for event in events(text)
        for claim in event.casualties
        for evidence in claim.evidence
    ]
    assert len(told) == len(set(told))


def test_whoever_is_killed_again_was_killed_by_the_act_told_before():
    text = (
        "Gunmen shot dead a trader, identified as Sani Bello, in Mora on Monday.\n\n"
        "The governor visited the town on Tuesday and spoke to traders.\n\n"
        "Bello was killed at his shop, witnesses said."
    )
    (event,) = [event for event in events(text) if killed(event)]
    assert event.fatalities.value == 1


def test_one_toll_of_two_towns_is_still_shared():
    text = "Shells killed six people in Goma and Sake on Monday."
    assert sum(event.fatalities.value for event in events(text)) == 6


def test_of_ordinary_crime_the_act_comes_before_the_arrest():
    text = (
        "Three men were arrested on Wednesday, and detectives said the suspects will be charged with murder. A man was "
        "shot dead by his girlfriend's brother in a dispute over money at a house in Miramar on Tuesday, police said."
    )
    (first, *_) = events(text, scope="all")
    assert first.sub_event_type is not ce.SubEventType.ARRESTS
    assert first.fatalities.value == 1
