"""What kind of text an article is as a whole: a report, or somebody who speaks for himself (interview, speech, column)."""

from __future__ import annotations

from conflict_events.lexicon.load import section
from conflict_events.text.sentences import Document

__all__ = ["speaks_for_itself"]

SHARE = 0.25
"""Of the sentences outside of quotes; reports have next to none, speeches and interviews a third and more."""
FEWEST = 8
"""Sentences below which a share says nothing."""
_OPEN, _CLOSE, _BOTH = frozenset("“«„"), frozenset("”»"), frozenset('"')


def speaks_for_itself(document: Document) -> bool:
    """Whether a text is an interview, a speech, a letter or a column: "we" and "I" stand outside of quotes throughout.

    Args:
        document: the text.

    >>> from conflict_events.text.sentences import read
    >>> speaks_for_itself(read("We came at dawn. I saw it. We ran. They shot. We hid. I wept. We lost all. I left."))
    True
    >>> speaks_for_itself(read('"We came at dawn," he said. "We ran." Rebels fled. It rained. ' * 3))
    False
    """
    sentences = document.sentences
    if len(sentences) < FEWEST:
        return False
    words = section("discourse")["first_person"]
    tokens = document.tokens
    speaking, quoted = set(), False
    for i, word in enumerate(tokens.texts):
        if word in _BOTH:
            quoted = not quoted
        elif word in _OPEN or word in _CLOSE:
            quoted = word in _OPEN
        elif not quoted and tokens.folded[i] in words:
            speaking.add(document.sentence_of[i])
    return len(speaking) >= SHARE * len(sentences)
