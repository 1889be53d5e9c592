"""Stanza documents built here from plain dictionaries; no model is loaded. Stanza brings torch, so it may be missing."""

import pytest

import conflict_events as ce
from analysers.parses import HARD_UD, rows, text_of
from conflict_events.analysers.dependencies import placed
from conflict_events.analysers.stanza import StanzaAnalyser, analysis_of_document
from conflict_events.model.errors import AnalyserError

Document = pytest.importorskip(
    "stanza.models.common.doc", reason="stanza is not installed: pip install conflict-events[stanza]"
).Document

CONTRACTED = "Soldiers didn't shoot villagers near Goma."


def document(parse, text, **changed):
    """A stanza document of one sentence."""
    spans = placed([word for word, *_ in rows(parse)], text, "test")
    words = [
        {
            "id": i + 1,
            "text": word,
            "upos": "VERB" if tag.startswith("VB") and label != "aux" else "X",
            "xpos": tag,
            "head": 0 if head == i else head + 1,
            "deprel": label,
            "start_char": start,
            "end_char": end,
        }
        | changed
        for i, ((word, head, label, tag), (start, end)) in enumerate(zip(rows(parse), spans, strict=True))
    ]
    return Document([words], text=text)


def test_a_hard_attachment_is_read_as_the_parser_says():
    text = text_of(HARD_UD, joined="\n ")
    coded = ce.code(ce.Article(text), analyser=StanzaAnalyser(lambda text: document(HARD_UD, text)))
    event = coded.events[0]
    assert event.actor1.name.startswith("Police Forces")
    assert event.actor2.name.startswith("Civilians")
    assert all(text[mention.start : mention.end] == mention.text for mention in coded.mentions)


def test_words_of_one_token_stand_at_its_place():
    """The first token of the negated verb is two words, of which the second says "not"."""
    rows_of = [
        {"id": 1, "text": "Soldiers", "upos": "NOUN", "head": 4, "deprel": "nsubj", "start_char": 0, "end_char": 8},
        {"id": [2, 3], "text": "didn't", "start_char": 9, "end_char": 15},
        {"id": 2, "text": "did", "upos": "AUX", "head": 4, "deprel": "aux"},
        {"id": 3, "text": "n't", "upos": "PART", "head": 4, "deprel": "advmod", "feats": "Polarity=Neg"},
        {"id": 4, "text": "shoot", "upos": "VERB", "head": 0, "deprel": "root", "start_char": 16, "end_char": 21},
        {"id": 5, "text": "villagers", "upos": "NOUN", "head": 4, "deprel": "obj", "start_char": 22, "end_char": 31},
        {"id": 6, "text": "near", "upos": "ADP", "head": 7, "deprel": "case", "start_char": 32, "end_char": 36},
        {"id": 7, "text": "Goma", "upos": "PROPN", "head": 4, "deprel": "obl", "start_char": 37, "end_char": 41},
        {"id": 8, "text": ".", "upos": "PUNCT", "head": 4, "deprel": "punct", "start_char": 41, "end_char": 42},
    ]
    analysis = analysis_of_document(Document([rows_of], text=CONTRACTED), CONTRACTED)
    (clause,) = analysis.clauses
    assert clause.negated
    assert CONTRACTED[slice(*clause.verb)] == "shoot"
    assert [(group.governor, CONTRACTED[group.head : group.end]) for group in clause.obliques] == [("near", "Goma")]


def test_a_document_without_heads_is_an_error_that_says_so():
    text = text_of(HARD_UD)
    with pytest.raises(AnalyserError, match=r"parses nothing: in word 1 .'Police'. of the stanza document"):
        analysis_of_document(Document([[{"id": 1, "text": "Police"}]], text=text), text)


def test_something_else_than_a_document_is_an_error():
    with pytest.raises(AnalyserError, match=r"gives no document: .* expected a stanza Document, got 'SHELLS"):
        ce.code(ce.Article("Shells hit Goma."), analyser=StanzaAnalyser(str.upper))
