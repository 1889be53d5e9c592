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


@pytest.mark.parametrize(
    ("text", "kind", "first", "town"),
    [
        (
            "A judge was shot dead by assailants as he left a rally in Quito on Monday.",
            "Attack",
            "Unidentified Gang (Ecuador)",
            "Quito",
        ),
        (
            "A judge was stabbed to death by a man at a church in Leeds on Monday.",
            "Attack",
            "Unidentified Armed Group (United Kingdom)",
            "Leeds",
        ),
        (
            "On 15 October 2021, a judge was stabbed to death by a man at a church in Leeds.",
            "Attack",
            "Unidentified Armed Group (United Kingdom)",
            "Leeds",
        ),
        (
            "On 15 May 2021, soldiers killed three suspects in Goma. The suspects fought back.",
            "Attack",
            "Military Forces of the Democratic Republic of Congo (2019-)",
            "Goma",
        ),
        (
            "Missiles launched from Yemen struck Eilat on Monday.",
            "Shelling/artillery/missile attack",
            "Unidentified Armed Group (Israel)",
            "Eilat",
        ),
    ],
)
def test_one_person_is_no_crowd_and_fire_strikes_where_it_ends(text, kind, first, town):
    event = ce.code(ce.Article(text, published="2024-10-23")).events[0]

    assert (event.sub_event_type.value, event.actor1.name, event.where.name) == (kind, first, town)


def test_a_group_s_home_is_no_scene_and_who_planted_the_bomb_did_it():
    text = (
        "Eight officers were killed near Garissa in Kenya on Tuesday when their car struck a roadside bomb. "
        "Al Shabaab, the group from Somalia, said that its fighters had planted the bomb."
    )
    (event,) = ce.code(ce.Article(text, published="2024-10-23")).events

    assert (event.actor1.name, event.where.name) == ("Al Shabaab", "Garissa")
    assert event.basis("actor1").status is ce.Status.INFERRED


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            (
                "A suicide bomber rammed into a police convoy in Bannu, Pakistan, on Wednesday. "
                "The TTP claimed responsibility, saying it had killed 15 policemen."
            ),
            "TTP: Tehreek-i-Taliban Pakistan",
            "Police Forces of Pakistan (2024-)",
        ),
        (
            "Gunmen shot dead two teachers in Maroua, Cameroon, on Monday. They were walking home when the attackers struck.",
            "Unidentified Armed Group (Cameroon)",
            "Civilians (Cameroon)",
        ),
        (
            (
                "Suicide attack leaves nine dead in northwest Pakistan\n\n"
                "A suicide bomber rammed into a police convoy in the Bannu district on Wednesday, killing nine people."
            ),
            "Unidentified Armed Group (Pakistan)",
            "Police Forces of Pakistan (2024-)",
        ),
    ],
)
def test_one_act_told_in_a_headline_a_claim_or_in_passing_is_one_event(text, first, second):
    (event,) = ce.code(ce.Article(text, published="2024-11-20")).events

    assert (event.actor1.name, event.actor2.name) == (first, second)


def test_what_is_new_in_the_article_points_back_to_nobody():
    text = (
        "The TTP claimed an attack in Bannu, Pakistan, on Wednesday. "
        "Police in Karachi arrested three members of a banned separatist group."
    )
    arrest = next(
        event
        for event in ce.code(ce.Article(text, published="2024-11-20")).events
        if event.where and event.where.name == "Karachi"
    )

    assert arrest.actor2 is None or "TTP" not in arrest.actor2.name
