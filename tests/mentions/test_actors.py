"""Sides in text: who is named, by which rule, with exact spans, in every way of writing."""

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

import conflict_events as ce
from conflict_events.mentions.actors import find
from conflict_events.model.kind import ActorKind
from conflict_events.text.sentences import read

DAY = dt.date(2024, 10, 22)


def sides(text, day=DAY):
    """(phrase, name) of every mention; spans are checked on the way."""
    mentions = find(read(text), day)
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.text
        assert mention.actor.mentions == (mention.text,)
    assert all(a.end <= b.start for a, b in itertools.pairwise(mentions))
    return [(mention.text, mention.actor.name) for mention in mentions]


def rules(text, day=DAY):
    return [(mention.text, mention.rule) for mention in find(read(text), day)]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Israeli strikes hit the port.", ("Israeli", "Military Forces of Israel (2022-)")),
        ("Israeli special forces landed.", ("Israeli special forces", "Military Forces of Israel (2022-)")),
        ("An Israeli woman was hurt.", ("Israeli woman", "Women (Israel)")),
        ("Two Palestinians were hurt.", ("Palestinians", "Civilians (Palestine)")),
        ("A Palestinian was shot.", ("Palestinian", "Civilians (Palestine)")),
        ("Nigerian police fired.", ("Nigerian police", "Police Forces of Nigeria (2023-)")),
        ("Kenya's army left.", ("Kenya's army", "Military Forces of Kenya (2022-)")),
        ("The army of Mali left.", ("army of Mali", "Military Forces of Mali (2021-)")),
        ("Kabul police came.", ("Kabul police", "Police Forces of Afghanistan (2021-)")),
        ("Hamas fighters fled.", ("Hamas fighters", "Hamas Movement")),
        ("Hassan Nasrallah spoke.", ("Hassan Nasrallah", "Hezbollah")),
        ("Palestinian gunmen fired.", ("Palestinian gunmen", "Unidentified Armed Group (Palestine)")),
        ("Polish border guards fired.", ("Polish border guards", "Police Forces of Poland (2023-) Border Guards")),
        ("The CRPF fired.", ("CRPF", "Police Forces of India (2014-) Central Reserve Police Force")),
        ("Houthi fighters fired.", ("Houthi fighters", "Military Forces of Yemen (2016-) Supreme Political Council")),
        ("Masked gunmen came.", ("Masked gunmen", "Unidentified Armed Group")),
        ("Angry villagers came.", ("Angry villagers", "Rioters")),
        ("The 6th Infantry Brigade came.", ("6th Infantry Brigade", "Military Forces")),
        ("Chad's 6th Brigade came.", ("Chad's 6th Brigade", "Military Forces of Chad (2021-)")),
    ],
)
def test_a_phrase_is_read_as_this_side(text, want):
    assert sides(text) == [want]


@pytest.mark.parametrize(
    "text",
    [
        "An Iran-backed project failed.",
        "A Hamas-run office opened.",
        "Anti-Israel slogans were heard.",
        "Farming in Israel is hard.",
        "It rained in Haifa, Israel.",
        "An army of ants came by.",
        "The rebel-held town is quiet.",
        "Tamil Nadu got rain.",
        "They met near Turkana County.",
        "Military operations went on.",
        "Mary Baker sang.",
        "Give it to us.",
    ],
)
def test_words_that_name_no_side(text):
    assert sides(text) == []


def test_the_publication_day_decides_the_regime_and_without_it_no_years_are_written():
    assert sides("Syrian soldiers came.", dt.date(2025, 1, 1)) == [
        ("Syrian soldiers", "Military Forces of Syria (2024-)")
    ]
    assert sides("Syrian soldiers came.", None) == [("Syrian soldiers", "Military Forces of Syria")]


@pytest.mark.parametrize(("year", "kind"), [(2010, ActorKind.REBEL_GROUP), (2023, ActorKind.STATE_FORCES)])
def test_the_taliban_are_rebels_until_they_rule(year, kind):
    (mention,) = find(read("Taliban fighters came."), dt.date(year, 1, 1))

    assert mention.actor.kind is kind


def test_two_nations_share_one_noun():
    assert sides("Russian and Syrian jets came.") == [
        ("Russian", "Military Forces of Russia (2000-)"),
        ("Syrian jets", "Military Forces of Syria (2000-2024)"),
    ]


def test_a_bare_country_is_left_to_the_frames_by_its_rule():
    assert rules("Israel killed the man.")[0] == ("Israel", "actor.metonym.country")
    assert rules("Moscow sent planes.")[0] == ("Moscow", "actor.metonym.capital")


def test_of_two_groups_with_one_acronym_the_named_country_decides():
    colombia = "In Colombia the National Liberation Army (ELN) struck. ELN fighters fled."
    assert {name for _, name in sides(colombia)} == {"ELN: National Liberation Army"}
    salvador = dict(sides("In El Salvador the ERP struck.", dt.date(1985, 1, 1)))
    argentina = dict(sides("In Argentina the ERP struck.", dt.date(1975, 1, 1)))
    assert salvador["ERP"] != argentina["ERP"]


@pytest.mark.parametrize(("town", "named"), [("Quetta", ["BLA: Baloch Liberation Army"]), ("Paris", [])])
def test_a_short_form_counts_where_a_place_lies_in_the_country_of_its_group(town, named):
    mentions = ce.find_actors(f"A bomb went off in {town} on Monday. The BLA claimed it.")

    assert [mention.actor.name for mention in mentions] == named


def test_an_acronym_introduced_in_the_text_is_read_later():
    text = "The Southern Steppe Liberation Front (SSLF) came. SSLF fighters fled."

    found = find(read(text), DAY)

    assert [m.text for m in found] == ["Southern Steppe Liberation Front (SSLF)", "SSLF fighters"]
    assert {m.actor.name for m in found} == {"Southern Steppe Liberation Front"}
    assert found[0].actor.kind is ActorKind.REBEL_GROUP
    assert found[0].actor.aliases == ("SSLF",)
    assert [m.rule for m in found] == ["actor.pattern", "actor.name.introduced"]


def test_a_known_name_with_its_acronym_and_a_noun_is_one_mention():
    assert [phrase for phrase, _ in sides("Kurdistan Workers Party (PKK) militants came.")] == [
        "Kurdistan Workers Party (PKK) militants"
    ]


@pytest.mark.parametrize(
    "phrase",
    [
        "Rebels of the outlawed Lord's Resistance Army",
        "Members of a group called Lord's Resistance Army",
        "Rebel group Lord's Resistance Army",
        "Lord's Resistance Army\" rebels",
        "LRA (Lord's Resistance Army) rebels",
        "LRA [Lord's Resistance Army]",
        "Lord's Resistance Army (LRA) leader",
    ],
)
def test_a_name_and_the_words_that_belong_to_it_are_one_mention(phrase):
    assert sides(f"{phrase} came in Uganda.")[0] == (phrase, "LRA: Lords Resistance Army")


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("Amal supporters", ActorKind.CIVILIANS),
        ("Amal activists", ActorKind.CIVILIANS),
        ("Amal fighters", ActorKind.POLITICAL_MILITIA),
        ("Hamas supporters", ActorKind.CIVILIANS),
        ("Hamas activists", ActorKind.REBEL_GROUP),
    ],
)
def test_followers_of_a_group_are_no_fighters(phrase, kind):
    (mention,) = find(read(f"In Lebanon, {phrase} came."))[-1:]

    assert (mention.text, mention.actor.kind) == (phrase, kind)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Masalit gunmen came.", "Masalit Ethnic Militia (Sudan)"),
        ("Masalit leaders came.", "Masalit Ethnic Group (Sudan)"),
        ("Masalit women came.", "Masalit Ethnic Group (Sudan)"),
        ("A police informer came.", "Civilians"),
        ("Police officials came.", "Police Forces"),
        ("A military group came.", None),
    ],
)
def test_the_noun_says_what_the_word_before_it_is(text, name):
    found = sides(text)

    assert (found[0][1] if found else None) == name


def test_definite_phrases_point_back_and_others_do_not():
    marks = {m.text: m.definite for m in find(read("Gunmen came. The group left. The two gunmen hid. Police came."))}

    assert marks == {"Gunmen": False, "group": True, "gunmen": True, "Police": False}


def test_capitals_and_lower_case_are_read_too():
    assert ("FMLN", "FMLN: Farabundo Marti National Liberation Front") in sides("THE FMLN CAME TO TOWN.")
    title = dict(sides("THE YELLOW STEPPE PEOPLE'S LIBERATION FRONT CAME TO TOWN."))
    assert title == {"YELLOW STEPPE PEOPLE'S LIBERATION FRONT": "Yellow Steppe People's Liberation Front"}
    assert ("men of hezbollah", "Hezbollah") in sides("the men of hezbollah came to town.")


def test_us_is_a_country_only_in_capitals():
    assert sides("US troops told us.") == [("US troops", "Military Forces of the United States (2021-2025)")]


@given(st.text(max_size=400))
def test_no_text_breaks_it(text):
    for mention in find(read(text), DAY):
        assert text[mention.start : mention.end] == mention.text


@given(
    st.lists(
        st.sampled_from("the Israeli and army Hamas ( ) of Mali 's forces US Army , . rebels -backed Front".split())
    )
)
def test_no_order_of_words_breaks_it(words):
    sides(" ".join(words))
