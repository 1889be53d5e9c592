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
from conflict_events.report.highlight import Mark, highlighted
from conflict_events.report.page import render

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
