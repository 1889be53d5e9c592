"""Open roles get country and regime, definite phrases their group, social groups their main side."""

import datetime as dt

import pytest

from conflict_events.events.participants import Cast, antecedents, localise, referent, sides
from conflict_events.lexicon.sides import side
from conflict_events.mentions.actors import find
from conflict_events.model.actor import Actor
from conflict_events.model.country import Country
from conflict_events.model.kind import ActorKind
from conflict_events.model.when import When
from conflict_events.text.sentences import read

INDIA, LEBANON, PALESTINE = Country.of("IND"), Country.of("LBN"), Country.of("PSE")
DAY = dt.date(2024, 10, 22)


def mentions(text):
    return find(read(text), DAY)


@pytest.mark.parametrize(
    ("role", "name"),
    [
        ("police", "Police Forces of India (2014-)"),
        ("military", "Military Forces of India (2014-)"),
        ("prison_guards", "Police Forces of India (2014-) Prison Guards"),
        ("unidentified", "Unidentified Armed Group (India)"),
        ("civilians", "Civilians (India)"),
        ("students", "Students (India)"),
        ("unidentified_military", "Unidentified Military Forces"),
    ],
)
def test_an_open_role_takes_the_country_of_the_event(role, name):
    assert localise(side(role), INDIA, DAY).name == name


def test_security_forces_are_police_where_the_act_is():
    assert localise(side("security"), INDIA, DAY, policing=True).name == "Police Forces of India (2014-)"
    assert localise(side("security"), INDIA, DAY).name == "Military Forces of India (2014-)"


def test_the_day_of_the_event_beats_the_day_of_publication():
    police = side("police", INDIA, DAY)

    assert localise(police, INDIA, When.day(dt.date(2002, 3, 1))).name == "Police Forces of India (1998-2004)"
    assert localise(police, INDIA, None).name == "Police Forces of India (2014-)"


def test_an_army_abroad_is_external():
    army = side("military", Country.of("ISR"), DAY)

    assert localise(army, LEBANON, DAY).kind is ActorKind.EXTERNAL_OTHER
    assert localise(army, Country.of("ISR"), DAY).kind is ActorKind.STATE_FORCES


def test_without_a_country_a_role_stays_open():
    assert localise(side("police"), None, DAY).name == "Police Forces"


def test_settlers_in_palestine_are_from_israel():
    assert localise(side("settlers"), PALESTINE, DAY).name == "Settlers (Israel)"


def test_an_actor_made_elsewhere_by_name_alone_is_localised_too():
    assert localise(Actor("Police Forces", ActorKind.STATE_FORCES), INDIA, None).name == "Police Forces of India"


def test_a_unit_keeps_its_name():
    (mention,) = mentions("Assam Rifles came.")

    assert localise(mention.actor, INDIA, DAY).name == "Police Forces of India (2014-) Assam Rifles"


def test_the_phrases_of_the_article_are_kept():
    (mention,) = mentions("Police came.")

    assert localise(mention.actor, INDIA, DAY).mentions == ("Police",)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hamas struck. The group fled.", "Hamas Movement"),
        ("Israeli troops came. The army left.", "Military Forces of Israel (2022-)"),
        ("Taliban fighters came. The militants left.", "Military Forces of Afghanistan (2021-)"),
        ("Kenyan police came. The army left.", None),
        ("Villagers came. The group left.", None),
        ("Sinaloa Cartel men came. Gunmen of the cartel left.", "Sinaloa Cartel"),
        ("Hezbollah met Hamas. The Lebanese group left.", "Hezbollah"),
        ("Hezbollah met Hamas. The Palestinian militants left.", "Hamas Movement"),
        ("Hezbollah met Hamas. The Kenyan militants left.", None),
    ],
)
def test_a_definite_phrase_points_back(text, name):
    *earlier, last = mentions(text)

    found = antecedents(last, Cast.of(earlier, read(text)))

    assert [one.actor.name for one in found] == ([] if name is None else [name])


def test_a_social_group_stands_beside_its_main_side():
    students = side("students", INDIA)

    assert [a.name for a in (sides(students)[0], *sides(students)[1])] == ["Civilians (India)", "Students (India)"]
    assert sides(students, ActorKind.RIOTERS)[0].name == "Rioters (India)"
    assert sides(side("police", INDIA)) == (side("police", INDIA), ())
    assert sides(side("civilians", INDIA)) == (side("civilians", INDIA), ())


def test_a_role_without_the_stands_for_the_only_one_named():
    text = "Hamas struck a post. Later militants left."
    *_, last = told = mentions(text)

    found = referent(last, Cast.of(told, read(text)))

    assert found.mention.actor.name == "Hamas Movement"
    assert "only one" in found.reason


@pytest.mark.parametrize(
    "text", ["Hamas and Hezbollah struck. Later militants left.", "Hamas struck. Later gunmen left.", "Militants left."]
)
def test_a_role_without_the_stays_open_where_it_may_be_another(text):
    *_, last = told = mentions(text)

    assert referent(last, Cast.of(told, read(text))) is None


def test_the_basis_of_a_side_says_what_it_points_back_to():
    import conflict_events as ce

    text = "Hezbollah held a parade in Tyre. The group shelled a house in Haifa on Monday."
    (event,) = ce.code(ce.Article(text, published="2024-10-22")).events

    assert event.actor1.name == "Hezbollah"
    assert event.basis("actor1").status is ce.Status.INFERRED
    assert "points back" in event.basis("actor1").reason


@pytest.mark.parametrize(("year", "name"), [(2010, "Taliban"), (2023, "Military Forces of Afghanistan (2021-)")])
def test_the_day_of_the_event_says_what_a_group_was_then(year, name):
    (mention,) = mentions("Taliban fighters came.")

    assert localise(mention.actor, Country.of("AFG"), dt.date(year, 1, 1)).name == name


@pytest.mark.parametrize(
    ("text", "first", "second", "beside"),
    [
        ("Police arrested two activists in Conakry on Monday.", "Police Forces of Guinea (2021-)",
         "Civilians (Guinea)", "Activists (Guinea)"),
        ("Soldiers shot two students in Conakry on Monday.", "Military Forces of Guinea (2021-)",
         "Civilians (Guinea)", "Students (Guinea)"),
        ("On Monday Israeli settlers shot a farmer dead in Nablus.", "Rioters (Israel)",
         "Civilians (Palestine)", "Farmers (Palestine)"),
    ],
)  # fmt: skip
def test_social_groups_stand_beside_the_main_sides(text, first, second, beside):
    import conflict_events as ce

    (event,) = ce.code(ce.Article(text, published="2024-10-23")).events

    assert (event.actor1.name, event.actor2.name) == (first, second)
    assert beside in {actor.name for actor in event.assoc_actor_2}


def test_communal_fighters_fight_their_like():
    import conflict_events as ce

    text = "On Monday warriors of two tribes clashed in Wabag in Papua New Guinea."
    (event,) = ce.code(ce.Article(text, published="2024-10-23")).events

    assert event.actor1.name == event.actor2.name == "Unidentified Tribal Militia (Papua New Guinea)"
    assert event.basis("actor2").status is ce.Status.INFERRED
