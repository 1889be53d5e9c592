"""Where one story of an article ends and the next begins: bullets, posts of a live blog, numbered items, words that say so."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from typing import Any

from conflict_events.lexicon.load import section
from conflict_events.text.page import Kind
from conflict_events.text.phrases import longest_at
from conflict_events.text.sentences import Document

__all__ = ["stories_of"]

ITEMS = 2
"""So many items make a list; a lone dash or number opens nothing."""


def stories_of(document: Document) -> tuple[int, ...]:
    """The number of the story to which each sentence belongs, from 0.

    Args:
        document: the text.

    Returns:
        One number a sentence. An article of one story has 0 throughout.

    >>> from conflict_events.text.sentences import read
    >>> stories_of(read("Rebels shelled Goma. In a separate incident, a mine killed two in Sake. They were farmers."))
    (0, 1, 1)
    """
    words = section("discourse")["stories"]
    items = dict(_items(document, words))
    opens = set(items) if len(items) >= ITEMS else set()
    opens.update(_behind_lists(document, items) if opens else (), _openers(document, words))
    numbers: list[int] = []
    story = 0
    for index in range(len(document.sentences)):
        story += index in opens and index > 0
        numbers.append(story)
    return tuple(numbers)


def _items(document: Document, words: Mapping[str, Any]) -> Iterator[tuple[int, bool]]:
    """The sentences that open a paragraph with a bullet (True), or with a number or the stamp of a post (False)."""
    stamps = [aside.start for aside in document.asides if aside.kind is Kind.STAMP]
    tokens, text = document.tokens, document.text
    paragraph = -1
    for index, sentence in enumerate(document.sentences):
        line = text.rfind("\n", 0, sentence.start) + 1
        bullet = tokens.texts[sentence.first] in words["bullets"]
        begins, paragraph = sentence.paragraph != paragraph, sentence.paragraph
        if bullet and not text[line : sentence.start].strip():
            yield index, True  # also within a paragraph whose lines were wrapped by hand
        elif begins:
            first, second = sentence.first, min(sentence.first + 1, sentence.last - 1)
            numbered = tokens.texts[first].isdigit() and tokens.texts[second] in words["numbered"]
            stamped = bisect_left(stamps, line) < bisect_left(stamps, sentence.start)
            if bullet or numbered or stamped:
                yield index, bullet


def _behind_lists(document: Document, items: Mapping[int, bool]) -> Iterator[int]:
    """The sentences that open the paragraph behind the last bullet of a list: an item with a bullet is one paragraph."""
    listed = False
    for index, sentence in enumerate(document.sentences):
        if index in items:
            listed = items[index]
        elif listed and sentence.paragraph != document.sentences[index - 1].paragraph:
            listed = False
            yield index


def _openers(document: Document, words: Mapping[str, Any]) -> Iterator[int]:
    """The sentences that begin with words for another story."""
    folded = document.tokens.folded
    for index, sentence in enumerate(document.sentences):
        if longest_at(folded, sentence.first, words["openers"]) is not None:
            yield index
