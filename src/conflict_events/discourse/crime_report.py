"""Whether an article as a whole reports ordinary crime: the words of police and courts throughout, and none of a conflict."""

from __future__ import annotations

from conflict_events.lexicon.load import section
from conflict_events.text.phrases import find_all
from conflict_events.text.sentences import Document

__all__ = ["crime_report"]

KINDS = 3
"""So many different words of police and courts make a report of crime; one or two stand in any news of violence."""
EACH = 150
"""Tokens for each of which a long text needs one word more, up to ``MOST``."""
MOST = 6


def crime_report(document: Document) -> str:
    """Why what private people do in an article is crime, or "".

    Args:
        document: the text.

    >>> from conflict_events.text.sentences import read
    >>> crime_report(read("The suspect was arraigned on a charge of homicide, detectives said."))
    "the article reports ordinary crime: 'suspect', 'arraigned', 'homicide'"
    >>> crime_report(read("The suspect, a rebel, was arraigned for homicide, detectives said."))
    ''
    """
    told: dict[str, str] = {}
    for hit in find_all(document.tokens, section("discourse")["crime_report"]):
        entry, word = hit.payload
        if entry == "conflict":
            return ""
        told.setdefault(word, document.text[document.tokens.starts[hit.first] : document.tokens.ends[hit.last - 1]])
    wanted = max(KINDS, min(MOST, len(document.tokens) // EACH))
    if len(told) < wanted:
        return ""
    return f"the article reports ordinary crime: {', '.join(repr(words) for words in list(told.values())[:KINDS])}"
