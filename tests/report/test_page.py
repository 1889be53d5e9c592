"""The report page as text: everything is on it, nothing from outside, and no article breaks out of its place."""

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conflict_events.model.article import Article
from conflict_events.model.casualty import CasualtyReport, Outcome
from conflict_events.model.coded import CodedArticle, Problem, Rejection
from conflict_events.model.country import Country
from conflict_events.model.event import Event
from conflict_events.model.evidence import Basis, Evidence, Status
from conflict_events.model.place import Place
from conflict_events.model.taxonomy import SubEventType
from conflict_events.model.when import When
from conflict_events.report.draw import bars_by_time
from conflict_events.report.highlight import Mark, highlighted
from conflict_events.report.page import render
from report import samples

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'><b>bold</b>\x00\ud800"


def hostile_article():
    evidence = Evidence(0, 9, HOSTILE[:9], HOSTILE)
    event = Event(
        SubEventType.SHELLING,
        where=Place(HOSTILE, country=Country.of("COD"), latitude=-1.6, longitude=29.2, precision=1),
        when=When.day(dt.date(2024, 10, 22)),
        casualties=(CasualtyReport(Outcome.KILLED, low=1, victim=HOSTILE, source=HOSTILE, evidence=(evidence,)),),
        notes=HOSTILE,
        bases={"where": Basis(Status.INFERRED, reason=HOSTILE, evidence=(evidence,))},
    )
    article = Article(HOSTILE, title=HOSTILE, source=HOSTILE, url="javascript:alert(3)")
    return CodedArticle(article, (event,), problems=(Problem(HOSTILE),), rejections=(Rejection(evidence, HOSTILE),))


def test_no_article_brings_markup_of_its_own():
    page = render([hostile_article()] * 2, title=HOSTILE)

    assert page.count("<script") == 1
    assert "<img" not in page
    assert "<b>" not in page
    assert 'href="javascript' not in page


def test_page_loads_nothing_from_anywhere():
    page = render([hostile_article()])

    assert "default-src 'none'" in page
    assert not re.search(r"(?:src|href)=[\"'](?!#)", page)
    assert "url(" not in page


@pytest.mark.parametrize("words", ["Shelling/artillery/missile attack", "1 to open", "inferred", "1 thing"])
def test_page_shows(words):
    assert words in render([hostile_article()]).replace("2 things", "1 thing")


def test_same_input_gives_the_same_page():
    assert render([hostile_article()]) == render([hostile_article()])


def test_page_without_events_says_so():
    assert "No event was read" in render([CodedArticle(Article("Nothing happened."))])


@given(st.text(max_size=80), st.data())
def test_every_character_of_the_text_is_on_the_page_once(text, data):
    spans = data.draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))), max_size=6))
    marks = [Mark(0, "when", Evidence(min(s), max(s), text[min(s) : max(s)], "r")) for s in spans]

    plain = re.sub(r"</?mark[^>]*>", "", highlighted(text, marks, "e0"))

    assert plain == highlighted(text, [], "e0")


def test_weeks_without_events_stay_empty():
    day = dt.date(2024, 1, 1)
    events = [Event(SubEventType.ATTACK, when=When.day(day + dt.timedelta(weeks=week))) for week in (0, 3)]

    bars = bars_by_time(events)

    assert bars.count("<span><i") == 2
    assert bars.count("<span></span>") == 2
    assert "Events per week, 1 at most" in bars


@pytest.mark.parametrize(("years", "unit"), [(1, "week"), (4, "month"), (30, "year")])
def test_a_longer_time_is_counted_by_larger_units(years, unit):
    events = [Event(SubEventType.ATTACK, when=When.day(dt.date(year, 5, 31))) for year in (1990, 1990 + years)]

    bars = bars_by_time(events)

    assert f"Events per {unit}" in bars
    assert bars.count("<span>") - 2 <= 64


def test_what_cannot_be_drawn_is_counted_in_the_captions():
    page = render(samples.one())

    assert "Where (not drawn: 1 without a spot)" in page
    assert "When (not drawn: 1 without a day)" in page
    assert "(not drawn: 2 of which nothing is said)" in page


def test_nobody_killed_is_drawn_and_silence_is_not():
    page = render(samples.one())

    assert page.count('<span class="track">') == 3
    assert "<strong>0</strong>" in page


def test_events_of_one_point_stand_side_by_side():
    spots = re.findall(r'<circle class="k\d" cx="([\d.]+)" cy="([\d.]+)"', render(samples.one()))

    assert len(spots) == len(set(spots)) == 4
