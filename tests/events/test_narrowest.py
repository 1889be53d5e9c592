"""Of a town and the country that is named beside it, the town is where it happened."""

import conflict_events as ce
from conflict_events.events.where import narrowest
from conflict_events.model.mention import PlaceMention

HONDURAS, MALI = ce.Country.of("HND"), ce.Country.of("MLI")
COUNTRY = PlaceMention(20, 28, "Honduras", "place.name", place=ce.Place("Honduras", country=HONDURAS, feature="A.PCLI"))
TOWN = PlaceMention(5, 12, "Choloma", "place.name", place=ce.Place("Choloma", country=HONDURAS, precision=1))
ELSEWHERE = PlaceMention(40, 43, "Gao", "place.name", place=ce.Place("Gao", country=MALI, precision=1))
OPEN = PlaceMention(50, 57, "Ouanary", "place.name")


def test_a_country_gives_way_to_a_town_in_it():
    assert narrowest((COUNTRY, ELSEWHERE, TOWN)) is TOWN


def test_a_town_elsewhere_or_an_open_name_does_not_count():
    assert narrowest((COUNTRY, ELSEWHERE, OPEN)) is COUNTRY


def test_a_town_named_first_stays():
    assert narrowest((ELSEWHERE, COUNTRY, TOWN)) is ELSEWHERE
    assert narrowest((OPEN, TOWN)) is OPEN
