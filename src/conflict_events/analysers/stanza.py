"""A stanza pipeline with a parser as an analyser: its ``Document`` to sentences and clauses. Extra ``stanza``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from conflict_events.analysers.dependencies import Word, clauses_of, placed
from conflict_events.model.errors import AnalyserError
from conflict_events.text.analysis import Analysis

__all__ = ["StanzaAnalyser", "analysis_of_document"]

_WHERE = "the stanza document"
_NOT = frozenset({"not", "n't", "never"})


class StanzaAnalyser:
    """A loaded pipeline, to be handed to ``code(article, analyser=...)``.

    Args:
        nlp: ``stanza.Pipeline("en", processors="tokenize,mwt,pos,lemma,depparse")``, or anything else that can be
            called with a text and gives a stanza ``Document``.
    """

    def __init__(self, nlp: Callable[[str], Any]) -> None:
        self.nlp = nlp

    def __call__(self, text: str, /) -> Analysis:
        """The analysis of one text.

        Raises:
            AnalyserError: if the pipeline sets no heads.
        """
        return analysis_of_document(self.nlp(text), text)


def analysis_of_document(document: Any, text: str) -> Analysis:
    """What a parsed document says of the text that it was made from.

    Args:
        document: a stanza ``Document`` with heads and relations.
        text: of the article; offsets count its code points.

    Raises:
        AnalyserError: if the document has no heads, or its words are not those of the text.
    """
    if not hasattr(document, "sentences"):
        raise AnalyserError("the pipeline gives no document", where=_WHERE, expected="a stanza Document", got=document)
    tokens = [token for sentence in document.sentences for token in sentence.tokens]
    spans = [(token.start_char, token.end_char) for token in tokens]
    if any(start is None or text[start:end] != token.text for token, (start, end) in zip(tokens, spans, strict=True)):
        spans = placed([token.text for token in tokens], text, _WHERE)
    place = iter(spans)
    words: list[Word] = []
    sentences: list[tuple[int, int]] = []
    for sentence in document.sentences:
        here = [next(place) for _ in sentence.tokens]
        if here:
            sentences.append((here[0][0], here[-1][1]))
        words += _words(sentence, here, len(words))
    return Analysis(sentences, clauses_of(words, _WHERE))


def _words(sentence: Any, spans: list[tuple[int, int]], offset: int) -> Iterator[Word]:
    """The words of a sentence; those of one token ("didn't") stand at its place, where they have none of their own."""
    first = {word.id: number for number, word in enumerate(sentence.words)}
    for token, (start, end) in zip(sentence.tokens, spans, strict=True):
        for word in token.words:
            if word.head is None or (word.head and word.head not in first):
                raise AnalyserError(
                    "the pipeline parses nothing" if word.head is None else "a head is no word",
                    where=f"word {word.id} ({word.text!r}) of {_WHERE}", expected="a head: depparse", got=word.head,
                )  # fmt: skip
            features = f"|{word.feats or ''}|"
            yield Word(
                start,
                end,
                word.text,
                offset + first[word.head] if word.head else -1,
                word.deprel or "",
                verb=word.upos == "VERB" or (word.xpos or "").startswith("VB"),
                participle=word.xpos == "VBN" or ("|VerbForm=Part|" in features and "|Tense=Pres|" not in features),
                negates="|Polarity=Neg|" in features or word.text.casefold() in _NOT,
            )
