"""Where an article was sent from is no place of its acts, and tells the country that they are in."""

import datetime as dt

import pytest

import conflict_events as ce
from conflict_events.mentions import places
from conflict_events.mentions.places import DATELINE
from conflict_events.model.evidence import Status
from conflict_events.text.sentences import read


@pytest.mark.parametrize(
    ("text", "sent_from"),
    [
        ("GOMA, Congo (Agency) - Shells fell.", ["GOMA", "Congo"]),
        ("BAMAKO, Oct. 22 (Agency) – Gunmen came.", ["BAMAKO"]),
        ("Raid in the north\n\nKaduna — Gunmen came.", ["Kaduna"]),
        ("LIMA, 3 MAR 90 (AGENCY) -- [TEXT] A BOMB WENT OFF IN ICA.", ["LIMA"]),
        ("The Kaduna-Abuja road was blocked.", []),
        ("In Goma - a town by the lake - shells fell.", []),
    ],
)
def test_dateline_is_told_from_places_of_the_text(text, sent_from):
    assert [place.text for place in places.find(read(text)) if place.rule == DATELINE] == sent_from


def test_dateline_gives_the_country_and_not_the_town():
    article = ce.Article(
        "MAIDUGURI, Nigeria (Agency) - Gunmen killed five farmers on Monday.", published=dt.date(2024, 10, 22)
    )

    (event,) = ce.code(article).events

    assert (event.where.name, event.where.latitude) == ("Nigeria", None)
    assert event.basis("where").status is Status.INFERRED


def test_place_told_beside_a_dateline_is_the_place():
    article = ce.Article("MAIDUGURI, Nigeria (Agency) - Gunmen killed five farmers in Bama on Monday.")

    (event,) = ce.code(article).events

    assert event.where.name == "Bama"
    assert event.basis("where").status is Status.KNOWN
