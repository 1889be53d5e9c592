"""What holds a place that the gazetteer lacks, or knows only elsewhere."""

import pytest

from conflict_events.mentions import actors, places
from conflict_events.text.sentences import read


def found(text, words):
    document = read(text)
    mentions = places.find(document, actors.strongholds(actors.scan(document)))
    return next(mention.place for mention in mentions if words in mention.text)


@pytest.mark.parametrize(
    ("text", "name", "admin1"),
    [
        ("Men were shot at Xanquile village under Xobe police station in Kaduna state.", "Xanquile", "Kaduna"),
        ("In Katsina state, police freed a man in the village of Xanquile.", "Xanquile", "Katsina"),
        ("Maoists shot a man in Xanquile village of Gumla district.", "Xanquile", "Jharkhand"),
        ("Maoists shot a man in Xanquile village in Xobe forest area of Gumla District.", "Xanquile", "Jharkhand"),
        ("Maoists shot a man in Rampur village in Gumla District of Jharkhand.", "Rampur", "Jharkhand"),
    ],
)
def test_division_further_off_holds_a_village(text, name, admin1):
    place = found(text, name)

    assert (place.name, place.admin1) == (name, admin1)


def test_state_lends_no_point_and_a_district_does():
    assert found("A raid on Xanquile village in Kaduna state left two dead.", "Xanquile").latitude is None
    assert (
        found("A raid on Xanquile village in Gumla district of India left two dead.", "Xanquile").latitude is not None
    )


def test_namesake_abroad_is_not_meant_where_all_else_is_in_one_country():
    place = found("Naxalites burned buses in Jharkhand and Odisha, India. A man was shot in Dadi.", "Dadi")

    assert (place.name, place.country.name, place.latitude) == ("Dadi", "India", None)


def test_city_abroad_is_meant_all_the_same():
    place = found("Naxalites burned buses in Jharkhand and Odisha, India. A minister spoke in London.", "London")

    assert place.country.name == "United Kingdom"


def test_group_says_where_a_village_is():
    assert found("Naxalites shot a man in Manpur.", "Manpur").country.name == "India"
