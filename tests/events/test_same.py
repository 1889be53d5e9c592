"""One act over several sentences: marches and what becomes of them, battles answered, days of telling, finer places."""

from __future__ import annotations

import datetime as dt

import conflict_events as ce

PUBLISHED = dt.date(2024, 6, 20)


def coded(text):
    return ce.code(ce.Article(text, published=PUBLISHED)).events


def test_a_march_and_the_tear_gas_of_the_next_sentence_are_one_event():
    (event,) = coded(
        "Hundreds of students marched in Lagos on Monday. Police fired tear gas and arrested twelve of them."
    )
    assert event.sub_event_type is ce.SubEventType.PROTEST_WITH_INTERVENTION
    assert event.actor1.name == "Protesters (Nigeria)"
    assert event.actor2.name.startswith("Police Forces of Nigeria")


def test_a_march_that_turns_violent_is_one_riot():
    (event,) = coded(
        "Hundreds marched in Lagos on Monday. The protesters threw stones at a court. Police fired tear gas."
    )
    assert event.sub_event_type is ce.SubEventType.VIOLENT_DEMONSTRATION
    assert event.actor1.name == "Rioters (Nigeria)"


def test_arrests_elsewhere_are_their_own_event():
    events = coded("Workers rallied in Minsk on Sunday. Police arrested a suspected bomber in Brest.")
    assert {event.sub_event_type for event in events} == {ce.SubEventType.PEACEFUL_PROTEST, ce.SubEventType.ARRESTS}


def test_an_attack_answered_in_the_next_sentence_is_a_clash():
    events = coded("Rebels attacked the town of Gambella on Friday. Soldiers drove them out after hours of fighting.")
    assert [event.sub_event_type for event in events] == [ce.SubEventType.ARMED_CLASH]


def test_the_day_of_telling_is_not_the_day_of_the_act():
    text = "Gunmen raided Dansadau on Monday. They shot dead eleven farmers, a chief said on Wednesday."
    assert {event.when.timex for event in coded(text)} == {"2024-06-17"}


def test_the_finer_of_two_places_is_kept():
    (event,) = coded(
        "Missiles hit a resort on the outskirts of Kharkiv on Sunday, killing six. "
        "Two missiles struck the resort in Cherkaska Lozova before noon."
    )
    assert event.where.name in {"Kharkiv", "Cherkaska Lozova"}


def test_ground_is_taken_from_the_side_behind_from():
    (event,) = coded("The Malian army retook Kidal from CSP rebels on Tuesday.")
    assert event.sub_event_type is ce.SubEventType.GOVERNMENT_REGAINS_TERRITORY
    assert event.actor1.name.startswith("Military Forces of Mali")
    assert event.actor2 is not None


def test_both_parties_of_an_agreement_are_sides():
    (event,) = coded("The government of Colombia and the ELN signed a ceasefire in Havana on Friday.")
    assert {event.actor1.name.split(":")[0], event.actor2.name.split(" (")[0]} == {"ELN", "Government of Colombia"}


def test_who_speaks_of_itself_acts():
    (event,) = coded("Sudan's army said it shot down three drones over Atbara on Monday.")
    assert event.actor1.name.startswith("Military Forces of Sudan")


def test_who_sent_what_was_stopped_is_the_second_side():
    (event,) = coded("Ukraine's air force said it had shot down 37 drones that Russia launched on Monday.")
    assert event.sub_event_type is ce.SubEventType.DISRUPTED_WEAPONS_USE
    assert event.actor2 is not None
    assert event.actor2.name.startswith("Military Forces of Russia")
