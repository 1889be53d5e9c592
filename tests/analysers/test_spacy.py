"""A spaCy pipeline built here, with a component that parses as a good parser would; no model is loaded."""

import pytest

import conflict_events as ce
from analysers.parses import ATTACHED, HARD, HARD_UD, NEGATED, PASSIVE, rows, text_of
from conflict_events.analysers.spacy import SpacyAnalyser, analysis_of_doc
from conflict_events.model.errors import AnalyserError

spacy = pytest.importorskip("spacy", reason="spaCy is not installed: pip install conflict-events[spacy]")

PARSED = {tuple(word for word, *_ in rows(parse)): rows(parse) for parse in (ATTACHED, HARD, PASSIVE, NEGATED)}
PARSED_UD = {tuple(word for word, *_ in rows(parse)): rows(parse) for parse in (HARD_UD,)}


def parse(doc, known):
    words = [token for token in doc if not token.is_space]
    for token in doc:
        token.head, token.dep_ = words[-1], "dep"
    for token, (_, head, label, tag) in zip(words, known[tuple(token.text for token in words)], strict=True):
        token.head, token.dep_, token.tag_ = words[head], label, tag
    return doc


spacy.Language.component("parser_of_the_test", func=lambda doc: parse(doc, PARSED))
spacy.Language.component("parser_of_the_test_ud", func=lambda doc: parse(doc, PARSED_UD))


@pytest.fixture
def pipeline():
    """A blank pipeline with a parser that knows the sentences of this test."""

    def build(name="parser_of_the_test"):
        nlp = spacy.blank("en")
        nlp.add_pipe(name)
        return nlp

    return build


def sides(coded):
    event = coded.events[0]
    return event.actor1.name.partition(" (")[0], event.actor2.name.partition(" (")[0]


@pytest.mark.parametrize("name", ["parser_of_the_test", "parser_of_the_test_ud"])
def test_a_hard_attachment_is_read_as_the_parser_says(pipeline, name):
    article = ce.Article(text_of(HARD), published="2024-10-22")
    assert sides(ce.code(article)) == ("Unidentified Armed Group", "Civilians")  # the nearest, and wrong
    coded = ce.code(article, analyser=SpacyAnalyser(pipeline(name)))
    assert sides(coded) == ("Police Forces of the Democratic Republic of Congo", "Civilians")
    assert [one.quote for one in dict(coded.events[0].bases)["actor1"].evidence] == ["Police"]


@pytest.mark.parametrize("joined", ["  ", "\t", "\u00a0", "\n"], ids=["spaces", "tab", "hard space", "line"])
def test_offsets_are_those_of_the_article(pipeline, joined):
    text = "  " + text_of(ATTACHED, joined=joined)
    coded = ce.code(ce.Article(text), analyser=SpacyAnalyser(pipeline()))
    assert coded.mentions
    assert all(text[mention.start : mention.end] == mention.text for mention in coded.mentions)


def test_a_document_made_from_words_is_laid_over_the_text(pipeline):
    text = text_of(ATTACHED, joined="   ")
    words = [word for word, *_ in rows(ATTACHED)]
    doc = pipeline().get_pipe("parser_of_the_test")(spacy.tokens.Doc(spacy.blank("en").vocab, words=words))
    assert doc.text != text
    analysis = analysis_of_doc(doc, text)
    assert [text[slice(*clause.verb)] for clause in analysis.clauses] == ["trained", "killed"]
    assert analysis.sentences == ((0, len(text)),)


def test_both_who_did_it_and_whom_of_a_passive(pipeline):
    coded = ce.code(ce.Article(text_of(PASSIVE)), analyser=SpacyAnalyser(pipeline()))
    event = coded.events[0]
    assert event.actor1.name.startswith("Military Forces")
    assert [actor.name.partition(" of ")[0] for actor in event.assoc_actor_1] == ["Police Forces"]
    assert event.actor2.name.startswith("Civilians")


def test_what_did_not_happen_is_no_event(pipeline):
    coded = ce.code(ce.Article(text_of(NEGATED)), analyser=SpacyAnalyser(pipeline()))
    assert coded.events == ()
    assert [rejection.reason for rejection in coded.rejections] == ["denied: it did not happen"]


def test_an_empty_article_needs_no_parse():
    assert ce.code(ce.Article(""), analyser=SpacyAnalyser(spacy.blank("en"))).events == ()


def test_a_pipeline_without_parser_is_an_error_that_says_so():
    with pytest.raises(AnalyserError, match=r"parses nothing: in the spaCy document, expected a component"):
        ce.code(ce.Article("Shells hit Goma."), analyser=SpacyAnalyser(spacy.blank("en")))


def test_a_pipeline_that_raises_is_an_error_that_says_what(pipeline):
    with pytest.raises(
        AnalyserError, match=r"failed: in SpacyAnalyser, expected an Analysis, got .ValueError"
    ) as caught:
        ce.code(ce.Article("Nobody has parsed this."), analyser=SpacyAnalyser(pipeline()))
    assert isinstance(caught.value.__cause__, ValueError)
    coded = next(ce.code_many([ce.Article("Nobody has parsed this.")], analyser=SpacyAnalyser(pipeline())))
    assert "AnalyserError" in coded.problems[0].what


def test_something_else_than_a_document_is_an_error():
    with pytest.raises(AnalyserError, match=r"gives no document: .* expected a spaCy Doc, got 'SHELLS"):
        ce.code(ce.Article("Shells hit Goma."), analyser=SpacyAnalyser(str.upper))
