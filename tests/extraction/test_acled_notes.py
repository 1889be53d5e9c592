"""Notes as coders of events write them: one event, from all sentences."""

import pytest

import conflict_events as ce
from conflict_events.build.grammar import load_toml
from conflict_events.extraction.acled_notes.extractor import note_of
from conflict_events.lexicon.load import LEXICON
from conflict_events.mentions import dates
from conflict_events.text.sentences import read

WORDS = load_toml(LEXICON / "en" / "coder_notes.toml")


def note(text):
    document = read(text)
    return note_of(document, dates.find(document, None))


def only_event(text):
    (event,) = ce.code(ce.Article(text)).events
    return event


@pytest.mark.parametrize("example", WORDS["example"], ids=lambda example: example["text"][:30])
def test_a_labelled_note_is_of_its_label(example):
    assert note(example["text"]).kind == example["want"]
    assert only_event(example["text"]).sub_event_type == example["want"]


@pytest.mark.parametrize("example", WORDS["counterexample"], ids=lambda example: example["text"][:30])
def test_other_texts_are_no_notes(example):
    assert note(example["text"]) is None, example["why"]


def test_a_year_alone_opens_no_note():
    assert note("In 1998, two brothers were killed in Surat by the police.") is None


def test_deaths_of_a_later_sentence_belong_to_the_event():
    event = only_event(
        "On 3 June 2019, JNIM militants ambushed a convoy of the Malian army near Boni (Douentza, Mopti). "
        "Three soldiers and five militants were killed."
    )
    row = dict(ce.formats.acled.to_rows([event])[0].items())
    assert (str(row["fatalities"]), row["location"]) == ("8", "Boni")


@pytest.mark.parametrize(
    ("tail", "dead"),
    [("2 fatalities.", "2"), ("Fatalities unknown, coded as 10.", "10"), ("", "2")],
)
def test_the_coder_s_total_stands_for_all(tail, dead):
    event = only_event(f"On 8 May 2020, armed men killed two farmers in Tubmanburg (Bomi). {tail}")
    row = dict(ce.formats.acled.to_rows([event])[0].items())
    assert str(row["fatalities"]) == dead


def test_a_crowd_s_aim_is_no_act_and_its_place_is_none():
    event = only_event(
        "On 4 May 2021, some 40 people rallied in Salem (Oregon) to denounce air strikes on Gaza. [size=40]"
    )
    assert event.sub_event_type is ce.SubEventType.PEACEFUL_PROTEST
    assert (event.where.name, event.actor2) == ("Salem", None)


def test_what_police_did_next_makes_it_one_event():
    event = only_event("On 4 May 2021, teachers marched in Salta (Salta). Police detained nine of them.")
    assert event.sub_event_type is ce.SubEventType.PROTEST_WITH_INTERVENTION
    assert event.actor2.name.startswith("Police Forces of Argentina")


def test_the_side_beaten_may_stand_apart_from_the_verb():
    event = only_event(
        "On 7 March 2022, Ukrainian forces regained control of Chuhuiv, Kharkiv region, after clashes with Russian forces."
    )
    names = event.actor1.name, event.actor2.name
    assert names == ("Military Forces of Ukraine (2019-)", "Military Forces of Russia (2000-)")


def test_a_road_block_is_no_violence_unless_something_burns():
    peaceful = only_event("On 9 July 2021, residents blocked the road in Tarija (Tarija) to demand water.")
    violent = only_event(
        "On 9 July 2021, residents blocked the road with burning tyres in Tarija (Tarija) to demand water."
    )
    assert peaceful.sub_event_type is ce.SubEventType.PEACEFUL_PROTEST
    assert violent.sub_event_type is ce.SubEventType.VIOLENT_DEMONSTRATION


def test_news_with_a_day_in_front_keeps_its_events_apart():
    assert note("On 9 July 2021, " + "shells hit Goma and troops left. " * 80) is None


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("On 4 May 2021, farmers marched in Kereneik (Kereneik, West Darfur).", "Kereneik", "Sudan"),
        ("On 4 May 2021, farmers marched in Rio de Janeiro (Rio de Janeiro).", "Rio de Janeiro", "Brazil"),
        ("On 4 May 2021, nurses marched in Merida (Merida, Merida).", "Merida", "Venezuela"),
    ],
)
def test_the_place_before_the_brackets_is_the_one_coded(text, name, country):
    where = only_event(text).where
    assert (where.name, where.country.name) == (name, country)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("On 2 May 2022, armed men shot dead a baker in Celaya (Guanajuato).", ("Unidentified Gang (Mexico)", "Civilians (Mexico)")),
        ("On 2 May 2022, bandits abducted over 20 girls in Gusau (Gusau, Zamfara).", ("Zamfara Communal Militia (Nigeria)", "Civilians (Nigeria)")),
        ("On 2 May 2022, residents stoned two alleged bandits to death in Les Cayes (Sud).", ("Rioters (Haiti)", "Civilians (Haiti)")),
        ("Looting: On 2 May 2022, soldiers carried off goats and burnt huts in Tonj (Tonj South, Warrap).", ("Military Forces of South Sudan (2011-)", "Civilians (South Sudan)")),
    ],
)  # fmt: skip
def test_sides_are_named_as_the_country_has_them(text, names):
    event = only_event(text)
    assert (event.actor1.name, event.actor2.name) == names


@pytest.mark.parametrize(
    "text",
    [
        "Looting:",
        "On 4 May 2021",
        "On 4 May 2021, (",
        "On 4 May 2021, in X (A, B)",
        "[size=4]",
        "Arrests: On 4 May 2021, ()",
    ],
)
def test_scraps_of_notes_make_no_trouble(text):
    for event in ce.code(ce.Article(text)).events:
        for basis in dict(event.bases).values():
            assert all(text[one.start : one.end] == one.quote for one in basis.evidence)
