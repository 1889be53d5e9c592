"""Frames become events: days and places are carried with a reason, tolls divided, acts told twice are one."""

import pytest

from conflict_events.extraction.event_mention import Answer
from conflict_events.model.errors import UnknownNameError
from conflict_events.model.evidence import Status
from conflict_events.model.kind import ActorKind
from conflict_events.model.standing import Standing
from conflict_events.model.taxonomy import SubEventType


def test_day_and_place_of_the_clause_are_known(story):
    told = story("On Tuesday rebels shelled Goma.")
    told.event_mention("shelled", dates=(told.date("Tuesday", "2024-10-22"),), places=(told.place("Goma"),))

    (event,) = told.events()

    assert (event.when.timex, event.where.name) == ("2024-10-22", "Goma")
    assert event.basis("when").status is Status.KNOWN
    assert event.basis("where").evidence[0].quote == "Goma"


def test_day_of_the_story_is_carried_and_says_so(story):
    told = story("Talks began on Tuesday. Rebels shelled Goma.")
    told.date("Tuesday", "2024-10-22")
    told.event_mention("shelled", places=(told.place("Goma"),))

    (event,) = told.events()

    assert event.when.timex == "2024-10-22"
    assert event.basis("when").status is Status.INFERRED
    assert "'Tuesday'" in event.basis("when").reason


def test_day_told_a_sentence_later_is_that_of_an_act_without_one(story):
    told = story("Rebels shelled Goma. It was dark. Panic broke out on Tuesday.")
    told.date("Tuesday", "2024-10-22")
    told.event_mention("shelled", places=(told.place("Goma"),))

    (event,) = told.events()

    assert event.when.timex == "2024-10-22"
    assert event.basis("when").status is Status.INFERRED


def test_day_of_a_later_act_is_that_act_s_alone(story):
    told = story("Rebels shelled Goma. On Tuesday police arrested a man in Sake.")
    told.event_mention("shelled", places=(told.place("Goma"),))
    told.event_mention(
        "arrested",
        kind=SubEventType.ARRESTS,
        dates=(told.date("Tuesday", "2024-10-22"),),
        places=(told.place("Sake"),),
    )

    assert told.events()[0].when is None


def test_of_a_week_the_one_day_that_is_told_is_the_day_of_the_act(story):
    told = story("Rebels shelled Goma last week. Shells fell for hours on 16 October.")
    told.event_mention("shelled", dates=(told.week("last week", "2024-10-14"),), places=(told.place("Goma"),))
    told.date("16 October", "2024-10-16")

    (event,) = told.events()

    assert event.when.timex == "2024-10-16"
    assert event.basis("when").status is Status.INFERRED
    assert {one.quote for one in event.basis("when").evidence} == {"last week", "16 October"}


def test_of_two_days_in_a_sentence_the_story_stands_on_the_later(story):
    told = story("Envoys met on Tuesday after raids on Friday. Rebels shelled Goma.")
    told.date("Tuesday", "2024-10-22")
    told.date("Friday", "2024-10-18")
    told.event_mention("shelled", places=(told.place("Goma"),))

    assert told.events()[0].when.timex == "2024-10-22"


def test_publication_gives_no_day(story):
    told = story("Rebels shelled a camp.")
    told.event_mention("shelled")

    (event,) = told.events(published="2024-10-22")

    assert event.when is None
    assert event.basis("when").status is Status.ABSENT


def test_dateline_gives_the_day_of_fresh_news_by_inference_and_none_of_what_is_recalled(story):
    told = story("GOMA, Oct 22 - Rebels shelled a camp. They had looted a mill.")
    told.date("Oct 22", "2024-10-22", rule="date.dateline")
    told.event_mention("shelled")
    told.event_mention("looted", kind=SubEventType.LOOTING, standing=Standing.BACKGROUND)

    fresh, recalled = told.events()

    assert (fresh.when.timex, fresh.basis("when").status) == ("2024-10-22", Status.INFERRED)
    assert "the article is of 'Oct 22'" in fresh.basis("when").reason
    assert recalled.when is None


def test_relative_day_without_publication_stays_absent_with_its_words(story):
    told = story("On Tuesday rebels shelled Goma.")
    told.event_mention("shelled", dates=(told.date("Tuesday", None),))

    (event,) = told.events(published=None)

    assert event.when is None
    assert "'Tuesday'" in event.basis("when").reason
    assert event.basis("when").evidence[0].quote == "Tuesday"


def test_background_act_takes_neither_day_nor_place_of_the_story(story):
    told = story("Goma was calm on Tuesday. Rebels had shelled a camp.")
    told.date("Tuesday", "2024-10-22")
    told.place("Goma")
    told.event_mention("shelled", standing=Standing.BACKGROUND)

    (event,) = told.events()

    assert event.when is None
    assert (event.where.name, event.where.latitude) == ("Democratic Republic of Congo", None)
    assert "the article is about" in event.basis("where").reason


def test_unsettled_place_is_absent_with_its_candidates_and_spares_the_rest(story):
    told = story("On Tuesday rebels shelled Bara.")
    told.event_mention("shelled", dates=(told.date("Tuesday", "2024-10-22"),), places=(told.unsettled("Bara"),))

    (event,) = told.events()

    assert event.where is None
    assert event.when.timex == "2024-10-22"
    assert "Bara (0.50), Bara (0.50)" in event.basis("where").reason


def test_place_of_another_day_is_not_carried(story):
    told = story("On Monday rebels shelled Goma. On Friday they shelled a camp.")
    told.event_mention("shelled", dates=(told.date("Monday", "2024-10-14"),), places=(told.place("Goma"),))
    told.event_mention("shelled", nth=1, dates=(told.date("Friday", "2024-10-18"),))

    _, event = told.events()

    assert event.where.is_country
    assert event.basis("where").status is Status.INFERRED
    assert "another day" in event.basis("where").reason


def test_region_of_many_countries_is_no_place_of_an_act(story):
    told = story("Rebels shelled a camp in the Sahel.")
    told.event_mention("shelled", places=(told.wide("Sahel"),))

    (event,) = told.events()

    assert event.where is None
    assert "too wide" in event.basis("where").reason


def test_metonym_is_no_place_of_the_story(story):
    told = story("Kinshasa protested. Rebels shelled a camp.")
    told.place("Kinshasa", metonym=True)
    told.event_mention("shelled")

    assert told.events()[0].where.name == "Democratic Republic of Congo"


def test_country_is_inferred_only_where_the_article_is_about_one(story):
    told = story("Goma and Kigali were calm. Somewhere rebels shelled a camp.")
    told.place("Goma")
    told.place("Kigali", country="RWA")
    told.event_mention("shelled", standing=Standing.BACKGROUND)

    assert told.events()[0].where is None


def test_missiles_into_two_towns_are_two_events_that_share_the_toll(story):
    told = story("Rebels shelled Goma and Sake, killing five.")
    towns = (told.place("Goma"), told.place("Sake"))
    told.event_mention("shelled", places=towns, split_places=True, casualties=(told.killed("five", 5),))

    first, second = told.events()

    assert [event.where.name for event in (first, second)] == ["Goma", "Sake"]
    assert [event.fatalities.value for event in (first, second)] == [3, 2]
    assert "divided" in first.basis("casualties").reason


def test_act_told_twice_is_one_event_with_both_evidences(story):
    told = story("Troops killed the rebel leader last week. The killing of rebel leader Ali Musa shook the region.")
    army = told.actor("Troops", "Military Forces of Chad", ActorKind.STATE_FORCES, "TCD")
    first = told.killed("the rebel leader", 1, victim="the rebel leader")
    again = told.killed("rebel leader Ali Musa", 1, victim="rebel leader Ali Musa")
    told.event_mention("killed", SubEventType.ARMED_CLASH, agent=army, casualties=(first,))
    told.event_mention("killing", SubEventType.ARMED_CLASH, noun=True, casualties=(again,))

    (event,) = told.events()

    assert event.fatalities.value == 1
    assert event.casualties[0].victim == "rebel leader Ali Musa"
    assert len(event.casualties[0].evidence) == 2


def test_other_day_is_another_event(story):
    told = story("Rebels shelled Goma on Monday. Rebels shelled Goma on Tuesday.")
    goma = told.place("Goma")
    told.event_mention("shelled", dates=(told.date("Monday", "2024-10-21"),), places=(goma,))
    told.event_mention(
        "shelled", nth=1, dates=(told.date("Tuesday", "2024-10-22"),), places=(told.place("Goma", nth=1),)
    )

    assert [event.when.timex for event in told.events()] == ["2024-10-21", "2024-10-22"]


def test_fresh_news_comes_before_background(story):
    told = story("In 2019 rebels shelled Sake. Rebels shelled Goma.")
    told.event_mention("shelled", places=(told.place("Sake"),), standing=Standing.BACKGROUND)
    told.event_mention("shelled", nth=1, places=(told.place("Goma"),))

    assert [event.where.name for event in told.events()] == ["Goma", "Sake"]


def test_unnamed_attacker_is_unidentified_and_inferred(story):
    told = story("A bomb went off in Goma.")
    told.event_mention("went off", SubEventType.REMOTE_EXPLOSIVE, places=(told.place("Goma"),))

    (event,) = told.events()

    assert event.actor1.name == "Unidentified Armed Group (Democratic Republic of Congo)"
    assert event.basis("actor1").status is Status.INFERRED


def test_violence_against_civilians_has_civilians_second_and_keeps_who_they_are(story):
    told = story("Gunmen killed a reporter in Goma.")
    reporter = told.actor("reporter", "Journalists", ActorKind.CIVILIANS)
    told.event_mention("killed", SubEventType.ATTACK, patient=reporter, places=(told.place("Goma"),))

    (event,) = told.events()

    assert event.actor2.name == "Civilians (Democratic Republic of Congo)"
    assert [actor.name for actor in event.assoc_actor_2] == ["Journalists (Democratic Republic of Congo)"]


def test_army_abroad_is_external(story):
    told = story("The army shelled Goma.")
    army = told.actor("The army", "Military Forces of Rwanda", ActorKind.STATE_FORCES, "RWA")
    told.event_mention("shelled", agent=army, places=(told.place("Goma"),))

    (event,) = told.events()

    assert event.actor1.kind is ActorKind.EXTERNAL_OTHER


def test_house_of_a_minister_stands_in_his_country_by_inference(story):
    told = story("Rebels claimed an attack on the Israeli minister's holiday home.")
    owner = told.actor("Israeli minister", "Government of Israel", ActorKind.STATE_FORCES, "ISR")
    told.event_mention("attack", noun=True, patient=owner)

    (event,) = told.events()

    assert (event.where.name, event.where.latitude) == ("Israel", None)
    assert event.basis("where").status is Status.INFERRED


def test_claimed_act_names_its_claimant_by_inference(story):
    told = story("Rebels claimed the bombing.")
    rebels = told.actor("Rebels", "M23: March 23 Movement")
    told.event_mention(
        "bombing", SubEventType.REMOTE_EXPLOSIVE, noun=True, answer=Answer(rebels, claims=True, words=rebels.evidence)
    )

    (event,) = told.events()

    assert event.actor1.name == "M23: March 23 Movement"
    assert "claims" in event.basis("actor1").reason


@pytest.mark.parametrize(("policy", "value"), [("acled", 8), ("ucdp", 8), ("range", None)])
def test_conflicting_voices_stand_side_by_side(story, policy, value):
    told = story("Police said 8 died. Residents said 14 died.")
    claims = (told.killed("8", 8, source="Police"), told.killed("14", 14, source="Residents"))
    told.event_mention("died", SubEventType.ATTACK, casualties=claims)

    (event,) = told.events(policy)

    assert len(event.casualties) == 2
    assert event.fatalities.value == value
    assert (event.fatalities.low, event.fatalities.high) == (8, 14)
    assert event.fatalities.policy == policy


def test_unknown_policy_is_an_error_even_without_events(story):
    with pytest.raises(UnknownNameError, match="no such policy"):
        story("Nothing happened.").events("median")


def test_note_is_in_the_manner_of_the_codebook(story):
    told = story("On Tuesday rebels shelled Goma.")
    told.event_mention("shelled", dates=(told.date("Tuesday", "2024-10-22"),), places=(told.place("Goma"),))

    note = told.events()[0].notes

    assert note.startswith("On 22 October 2024, ")
    assert note.isascii()
    assert "\n" not in note
