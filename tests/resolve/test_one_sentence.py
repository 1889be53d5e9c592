"""Where an act told in one sentence was, and between whom."""

import pytest

import conflict_events as ce


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("In Kale (Sagaing region), soldiers clashed with rebels on Monday.", "Kale"),
        ("Near Goma town (Nord-Kivu province), soldiers clashed with rebels on Monday.", "Goma"),
    ],
)
def test_a_division_in_brackets_behind_a_town_only_says_where_the_town_is(text, town):
    (event,) = ce.code(ce.Article(text, published="2024-10-23")).events

    assert event.where.name == town


def test_whom_a_mob_takes_for_a_kidnapper_is_a_civilian():
    text = "Villagers (of all ages) lynched two alleged kidnappers in Kampala on Monday."
    (event,) = ce.code(ce.Article(text, published="2024-10-23")).events

    assert (event.actor1.name, event.actor2.name) == ("Rioters (Uganda)", "Civilians (Uganda)")


def test_countries_that_sign_are_governments_and_gangs_fight_their_like():
    (truce,) = ce.code(ce.Article("Armenia and Azerbaijan signed a ceasefire in Moscow on Monday.")).events
    (fight,) = ce.code(ce.Article("Two rival gangs fought in Cape Town on Monday, leaving 20 dead.")).events

    assert {truce.actor1.name, truce.actor2.name} == {"Government of Armenia", "Government of Azerbaijan"}
    assert fight.actor1.name == fight.actor2.name == "Unidentified Gang (South Africa)"
    assert fight.fatalities.value == 20
