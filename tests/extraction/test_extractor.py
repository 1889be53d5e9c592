"""Frames: what becomes one, what is refused and why, and that no text whatever breaks the reading."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import conflict_events as ce
from conflict_events.extraction.rules.extractor import build
from conflict_events.mentions import actors, casualties, dates, places, triggers
from conflict_events.model.standing import Standing
from conflict_events.model.taxonomy import SubEventType
from conflict_events.text.sentences import read
from work import calls


def reading(text):
    document = read(text)
    found = triggers.find(document)
    others = actors.find(document, None), places.find(document), dates.find(document, None), casualties.find(document)
    return build(document, found, *others)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("The rebels threatened to attack the town.", "intended"),
        ("The army will attack the town next week.", "future"),
        ("No attack was reported on Friday.", "did not happen"),
        ("If rebels attack the town, the army is ready.", "condition"),
        ("Envoys called for a ceasefire deal to be signed.", "planned, asked for"),
        ("An earthquake killed forty people.", "disaster"),
        ("Two workers were killed in a road accident.", "accident"),
        ("Murders and attacks are a plague of our time.", "in general"),
    ],
)
def test_what_is_no_event_is_refused_with_a_reason(text, part):
    event_mentions, rejections = reading(text)

    assert not event_mentions
    assert any(part in rejection.reason for rejection in rejections)


def test_every_trigger_is_told_or_refused():
    text = "Rebels attacked Goma, killing two. The army will attack. Police arrested ten activists after a march."
    event_mentions, rejections = reading(text)

    told = {
        (mention.start, mention.end)
        for event_mention in event_mentions
        for mention in (event_mention.trigger, *event_mention.also)
    }
    refused = {(rejection.evidence.start, rejection.evidence.end) for rejection in rejections}
    assert told | refused == {(mention.start, mention.end) for mention in triggers.find(read(text))}
    assert not told & refused


def test_two_sides_two_acts():
    event_mentions, _ = reading(
        "Hezbollah fired rockets into Haifa and Israeli air strikes hammered the south of Lebanon."
    )

    assert [event_mention.sub_event_type for event_mention in event_mentions] == [
        SubEventType.SHELLING,
        SubEventType.AIR_DRONE_STRIKE,
    ]
    assert event_mentions[0].agent is not None
    assert event_mentions[0].agent.text == "Hezbollah"


def test_places_on_a_par_are_both_the_scene():
    event_mentions, _ = reading("Rebels fired rockets into Haifa and Tel Aviv.")

    assert event_mentions[0].split_places
    assert [place.text for place in event_mentions[0].places] == ["Haifa", "Tel Aviv"]


def test_losses_told_alone_belong_to_the_act_before():
    event_mentions, _ = reading("Rebels attacked an army base near Goma. Three soldiers were wounded.")

    assert len(event_mentions) == 1
    assert "wounded" in [mention.text for mention in event_mentions[0].also]


def test_a_participle_takes_the_subject_of_its_clause():
    event_mentions, _ = reading("Soldiers raided a village near Goma, killing six farmers.")

    assert len(event_mentions) == 1
    assert event_mentions[0].agent is not None
    assert event_mentions[0].agent.text == "Soldiers"


def test_a_crowd_acts_and_the_police_are_the_other_side():
    event_mentions, _ = reading("Police fired tear gas at protesters in Nairobi.")

    assert event_mentions[0].agent.text == "protesters"
    assert event_mentions[0].patient.text == "Police"


def test_history_is_background():
    event_mentions, _ = reading("Rebels shelled Goma on Monday. Three decades ago the army shelled Bukavu.")

    assert [event_mention.standing for event_mention in event_mentions] == [Standing.NEWS, Standing.BACKGROUND]


@pytest.mark.parametrize("change", [str, str.upper, str.lower])
def test_case_says_nothing(change):
    event_mentions, _ = reading(change("Gunmen attacked an army base near Goma and killed three soldiers."))

    assert [event_mention.sub_event_type for event_mention in event_mentions] == [SubEventType.ARMED_CLASH]


WORDS = st.sampled_from(
    'Rebels army police protesters attacked killed were by to not in Goma and , . " air strike bomb said after if '
    "arrested 20 soldiers the of fired rockets at mob \n \N{SNOWMAN} ’s - grenade".split(" ")
)


@given(st.one_of(st.text(), st.lists(WORDS, max_size=80).map(" ".join)))
def test_no_text_breaks_the_reading(text):
    event_mentions, rejections = reading(text)

    for event_mention in event_mentions:
        for mention in (event_mention.trigger, *event_mention.also):
            assert text[mention.start : mention.end] == mention.text
        assert event_mention.agent is None or event_mention.agent is not event_mention.patient
    for rejection in rejections:
        assert rejection.reason
        assert text[rejection.evidence.start : rejection.evidence.end] == rejection.evidence.quote


@pytest.mark.parametrize(
    "piece", ["killed soldiers ", '"attack" of ', "police fired at rebels, ", "Rebels attacked Goma. "]
)
def test_work_grows_with_the_text_alone(piece):
    def work(size):
        document = read(piece * (size // len(piece)))
        found = triggers.find(document)
        return calls(build, document, found, (), (), (), ())

    work(2_000)
    assert work(40_000) < 4 * 1.5 * work(10_000)


@pytest.mark.parametrize(
    "text",
    [
        "Six priests were murdered in Goma; the army was blamed for the murders.",
        "He said that the army was responsible for the murder of six priests.",
        "Six priests were murdered on Monday, and bishops accused the army of it.",
    ],
)
def test_who_is_blamed_is_kept_apart_from_who_acts(text):
    event_mentions, _ = reading(text)

    told = [event_mention for event_mention in event_mentions if event_mention.sub_event_type is SubEventType.ATTACK]
    assert any(
        event_mention.agent is None and event_mention.answer is not None and "army" in event_mention.answer.side.text
        for event_mention in told
    )


def test_whom_a_bomb_killed_does_not_wound_others():
    text = "A roadside bomb killed a policeman and wounded three others in Quetta on Monday."
    event = ce.code(ce.Article(text, published="2024-10-22")).events[0]

    assert event.actor1.name == "Unidentified Armed Group (Pakistan)"
    assert event.actor2.name.startswith("Police Forces of Pakistan")


def test_a_film_is_no_event():
    assert ce.code(ce.Article("The film tells the story of a bombing in Beirut. It opens on Friday.")).events == ()
