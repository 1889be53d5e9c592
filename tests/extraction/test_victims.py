"""Sides taken from the words for those hurt, on whole sentences."""

import pytest

import conflict_events as ce


def main(text):
    return ce.code(ce.Article(text, published="2024-10-23")).events[0]


def test_fighter_killed_is_no_civilian():
    event = main("Nigerian soldiers killed a Boko Haram commander near Maiduguri on Monday.")

    assert event.sub_event_type is ce.SubEventType.ARMED_CLASH
    assert "Boko Haram" in event.actor2.name


def test_leader_known_by_name_decides_the_side():
    event = main("Hezbollah lost its leader Hassan Nasrallah in an Israeli air strike on Monday.")

    assert event.actor2.name == "Hezbollah"
    assert (event.fatalities.low, event.fatalities.high) == (1, 1)


def test_relative_clause_tells_another_act():
    text = (
        "The killing of Hamas leader Yahya Sinwar, who is blamed for staging the deadly assault on Israeli soil "
        "on 7 October 2023, changed little."
    )

    killing, attack = ce.code(ce.Article(text, published="2024-10-23")).events

    assert (killing.when, killing.where) == (None, None)
    assert (attack.when.timex, attack.where.name) == ("2023-10-07", "Israel")
    assert attack.actor1.name.startswith("Hamas")
    assert attack.casualties[0].stated is None


@pytest.mark.parametrize("opener", ["However,", "On Monday,", ""])
def test_country_that_acts_is_a_side_behind_any_opener(opener):
    event = main(f"{opener} Israel bombed a depot in Tyre.")

    assert event.actor1.name == "Military Forces of Israel (2022-)"
    assert event.actor1.kind is ce.ActorKind.EXTERNAL_OTHER


def test_who_strikes_is_no_victim_of_the_act_before():
    text = "On Monday Hezbollah fired rockets into Haifa and Israeli air strikes hit Tyre."

    events = ce.code(ce.Article(text, published="2024-10-23")).events

    told = {event.where.name: (event.actor1.name, event.actor2) for event in events}
    assert told == {"Haifa": ("Hezbollah", None), "Tyre": ("Military Forces of Israel (2022-)", None)}


def test_office_and_name_are_one_leader():
    text = "Hopes rose now that Yahya Sinwar is dead. Israel killed the Hamas leader last week."

    (event,) = ce.code(ce.Article(text, published="2024-10-23")).events

    assert event.when.timex == "2024-W42"
    assert (event.fatalities.low, event.fatalities.high) == (1, 1)


def test_clause_behind_comma_and_names_no_target():
    event = main("On Monday rebels fired rockets at Goma, and families ran for shelter.")

    assert event.actor2 is None


def test_week_takes_no_place_from_a_day():
    text = "On Saturday rebels shelled Goma. The army killed the M23 leader last week."

    events = ce.code(ce.Article(text, published="2024-10-23")).events

    told = {event.when.timex: event.where and event.where.name for event in events}
    assert told == {"2024-10-19": "Goma", "2024-W42": "Democratic Republic of Congo"}


def test_subject_behind_and_is_no_target_of_the_verb_before():
    text = "Gunmen shot dead two farmers in Maroua on Monday, and police arrested six men in Mora."

    events = ce.code(ce.Article(text, published="2024-10-23")).events

    told = {event.sub_event_type.value: event.actor1.name for event in events}
    assert told["Attack"] == "Unidentified Armed Group (Cameroon)"
    assert told["Arrests"].startswith("Police Forces of Cameroon")


def test_shells_that_fall_are_another_act_by_nobody_named():
    text = "Gunmen shot dead two farmers in Maroua on Monday, and shells fell on Kousseri."

    events = ce.code(ce.Article(text, published="2024-10-23")).events

    told = {event.sub_event_type.value: (event.where.name, event.fatalities.value) for event in events}
    assert told == {"Attack": ("Maroua", 2), "Shelling/artillery/missile attack": ("Kousseri", 0)}
