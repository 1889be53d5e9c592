"""A spaCy pipeline with a parser as an analyser: its ``Doc`` to sentences and clauses. Extra ``spacy``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from conflict_events.analysers.dependencies import Word, clauses_of, placed
from conflict_events.model.errors import AnalyserError
from conflict_events.text.analysis import Analysis

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

__all__ = ["SpacyAnalyser", "analysis_of_doc"]


class SpacyAnalyser:
    """A loaded pipeline, to be handed to ``code(article, analyser=...)``.

    Args:
        nlp: a pipeline that sets heads and dependencies, ``spacy.load("en_core_web_sm")`` for one.
    """

    def __init__(self, nlp: Language) -> None:
        self.nlp = nlp

    def __call__(self, text: str, /) -> Analysis:
        """The analysis of one text.

        Raises:
            AnalyserError: if the pipeline sets no dependencies.
        """
        return analysis_of_doc(self.nlp(text), text)


def analysis_of_doc(doc: Doc, text: str) -> Analysis:
    """What a parsed document says of the text that it was made from.

    Args:
        doc: with dependencies, spaCy's English labels or Universal Dependencies.
        text: of the article; offsets count its code points, also where the document was made from its words.

    Raises:
        AnalyserError: if the document has no dependencies, or its words are not those of the text.
    """
    where = "the spaCy document"
    if not hasattr(doc, "has_annotation"):
        raise AnalyserError("the pipeline gives no document", where=where, expected="a spaCy Doc", got=doc)
    if len(doc) and not doc.has_annotation("DEP"):
        raise AnalyserError("the pipeline parses nothing", where=where, expected="a component that sets heads and dependencies, as a parser does", got="none")  # fmt: skip
    spans = [(token.idx, token.idx + len(token.text)) for token in doc]
    if doc.text != text:
        spans = placed([token.text.strip() for token in doc], text, where)
    words = [_word(token, *span) for token, span in zip(doc, spans, strict=True)]
    sentences: list[tuple[int, int]] = []
    for sentence in doc.sents:
        start, end = spans[sentence.start][0], spans[sentence.end - 1][1]
        if start < end and text[start:end].strip():
            sentences.append((start, end))
    return Analysis(sentences, clauses_of(words, where))


def _word(token: Token, start: int, end: int) -> Word:
    morph: Any = token.morph
    return Word(
        start,
        end,
        token.text,
        -1 if token.head.i == token.i else token.head.i,
        token.dep_,
        verb=token.pos_ == "VERB" or token.tag_.startswith("VB"),
        participle=token.tag_ == "VBN" or ("Part" in morph.get("VerbForm") and "Pres" not in morph.get("Tense")),
        negates=token.dep_ == "neg" or "Neg" in morph.get("Polarity"),
    )
