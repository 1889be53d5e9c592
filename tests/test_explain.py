"""What a person reads of a coding: every field, its status, its words, its rule; and nothing that steers a terminal."""

import datetime as dt
import re

from hypothesis import given

import conflict_events as ce
from conflict_events.explain import explain
from conflict_events.model.coded import CodedArticle, Problem, Rejection
from conflict_events.model.mention import PlaceMention
from conflict_events.testing import strategies

TEXT = "Rockets hit Tyre on Tuesday and killed at least 8 people, police said; residents said 14. Talks go on."


def words(quote, rule):
    start = TEXT.index(quote)
    return ce.Evidence(start, start + len(quote), quote, rule)


TYRE = ce.Place("Tyre", country=ce.Country.of("LBN"), admin1="South", latitude=33.27, longitude=35.2, precision=1)
OTHER = ce.Place("Tyre", country=ce.Country.of("USA"), admin1="New York")
AT = words("Tyre", "place.name")
EVENT = ce.Event(
    ce.SubEventType.SHELLING,
    when=ce.When.day(dt.date(2024, 10, 22)),
    where=TYRE,
    casualties=[
        ce.CasualtyReport(
            ce.Outcome.KILLED,
            stated=8,
            low=8,
            qualifier="at least",
            source="police",
            victim="people",
            evidence=[words("killed at least 8 people", "casualty.kill")],
        ),
        ce.CasualtyReport(
            ce.Outcome.KILLED, stated=14, low=14, high=14, source="residents", evidence=[words("14", "casualty.bare")]
        ),
    ],
    bases={
        "sub_event_type": ce.Basis(ce.Status.KNOWN, evidence=[words("Rockets hit", "trigger.shelling.hit")]),
        "when": ce.Basis(ce.Status.INFERRED, "the Tuesday before publication", [words("Tuesday", "date.weekday")]),
        "where": ce.Basis(ce.Status.KNOWN, evidence=[AT]),
        "actor1": ce.Basis(ce.Status.ABSENT, "no side is named"),
    },
)
CODED = CodedArticle(
    ce.Article(TEXT, published="2024-10-22", source="Seed Wire"),
    events=[EVENT],
    mentions=[PlaceMention(AT.start, AT.end, AT.quote, AT.rule, place=TYRE, candidates=[(TYRE, 0.9), (OTHER, 0.1)])],
    rejections=[Rejection(words("Talks", "trigger.agreement.talks"), "talks that go on are no agreement")],
    problems=[Problem("the article names no publication place")],
)


def lines():
    return explain(CODED).splitlines()


def test_each_field_shows_value_status_words_span_and_rule():
    text = explain(CODED)
    assert re.search(r"when +2024-10-22, time precision 1  inferred: the Tuesday before publication\n", text)
    assert '"Tuesday" [20:27] date.weekday' in text
    assert re.search(r"where +Tyre, South, Lebanon \(33\.2700, 35\.2000\), geo precision 1  known\n", text)
    assert re.search(r"actor1 +absent: no side is named\n", text)


def test_the_table_comes_first():
    assert re.search(r"^ +1  2024-10-22 +Shelling/artillery/missile attack +Tyre +8 dead", lines()[1])


def test_claims_stand_side_by_side_under_a_named_policy():
    text = explain(CODED)
    assert (
        "claim 1: killed, low 8, high open, stated 8, qualifier 'at least', of 'people' (unknown), says police" in text
    )
    assert "claim 2: killed, low 14, high 14, stated 14, says residents" in text
    assert re.search(r"fatalities +8  \(acled: the lowest of the conflicting figures 8, 14\)", text)


def test_other_readings_of_a_place_are_shown():
    assert any("candidates:" in line and "New York" in line and "0.10" in line for line in lines())


def test_rejections_and_problems_are_listed_with_reasons():
    text = explain(CODED)
    assert '"Talks" [90:95] trigger.agreement.talks: talks that go on are no agreement' in text
    assert "the article names no publication place" in text


def test_a_broken_value_shows_its_raw_text():
    broken = ce.Event(ce.SubEventType.ATTACK, bases={"when": ce.Basis(ce.Status.BROKEN, "no such day", raw="31 Feb")})
    assert "raw text '31 Feb'" in explain(CodedArticle(ce.Article("x"), events=[broken]))


def test_an_article_cannot_steer_the_terminal():
    bad = "\x1b[2J\u202e\x07"
    event = ce.Event(
        ce.SubEventType.ATTACK,
        where=ce.Place(f"Go{bad}ma"),
        bases={"where": ce.Basis(ce.Status.KNOWN, evidence=[ce.Evidence(0, 4 + len(bad), f"Go{bad}ma", "place.name")])},
    )
    text = explain(CodedArticle(ce.Article("x", title=bad), events=[event]))
    assert all(c == "\n" or c.isprintable() for c in text)
    assert "Go\\x1b[2J\\u202e\\x07ma" in text


@given(strategies.any_coded())
def test_anything_can_be_explained_in_printable_lines(coded):
    text = explain(coded)
    assert text.endswith("\n")
    assert all(c == "\n" or c.isprintable() for c in text)
    assert re.sub(r"\x1b\[\d*m", "", explain(coded, colour=True)) == text
