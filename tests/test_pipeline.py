"""code() on whole articles: no text makes it raise, spans stay inside, problems are told."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import conflict_events as ce
from conflict_events.model.errors import BadInputError

WORDS = st.sampled_from(
    "rebels soldiers killed wounded at least 20 people in Goma on Tuesday an airstrike hit Tel Aviv , . the and "
    "shelled attacked Hezbollah police protesters arrested dozens said were by last week bomb exploded near U.S. "
    "“ ” ( ) - Israel Israeli forces no one was hurt 1,200 women children 22 October 2024 ’s who".split()
)
NEWS = st.lists(WORDS, max_size=60).map(" ".join)


def spans(coded):
    yield from ((m.start, m.end, m.text) for m in coded.mentions)
    for event in coded.events:
        for _, basis in event.bases:
            yield from ((e.start, e.end, e.quote) for e in basis.evidence)
        for claim in event.casualties:
            yield from ((e.start, e.end, e.quote) for e in claim.evidence)
    for rejection in coded.rejections:
        yield rejection.evidence.start, rejection.evidence.end, rejection.evidence.quote


@settings(deadline=None)
@given(text=st.one_of(st.text(), NEWS, NEWS.map(str.upper), NEWS.map(str.lower)), day=st.none() | st.dates())
def test_no_text_makes_it_raise_and_every_span_quotes_the_text(text, day):
    coded = ce.code(ce.Article(text, published=day))

    assert all(text[start:end] == quote for start, end, quote in spans(coded))


@settings(deadline=None, max_examples=30)
@given(text=NEWS)
def test_same_article_gives_same_events(text):
    article = ce.Article(text, published="2024-10-22")

    assert ce.code(article) == ce.code(article)


def test_text_that_is_no_text_is_refused_with_what_and_where():
    with pytest.raises(BadInputError, match=r"in Article.text, expected a str, got b'Shells"):
        ce.Article(b"Shells hit the town.")


def test_empty_article_is_a_problem_and_no_event():
    coded = ce.code(ce.Article("  \n"))

    assert coded.events == ()
    assert [problem.what for problem in coded.problems] == ["the article has no text"]


def test_unread_language_is_said():
    coded = ce.code(ce.Article("Los rebeldes atacaron.", language="es"))

    assert "(es)" in coded.problems[0].what
