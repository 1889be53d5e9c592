"""Who says so, for all that ask: the attributions of a document, read once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from conflict_events.lexicon.load import section
from conflict_events.model.evidence import Evidence
from conflict_events.model.trusted import maker
from conflict_events.text.attribution import Attribution, attributions, source_at
from conflict_events.text.sentences import Document

__all__ = ["statements", "voice_of"]

_evidence = maker(Evidence)


@lru_cache(maxsize=4)
def statements(document: Document) -> Mapping[int, tuple[Attribution, ...]]:
    """The attributions of a document by sentence; casualty claims and acts share one reading.

    Args:
        document: the text.

    >>> from conflict_events.text.sentences import read
    >>> [one.source for one in statements(read("Rebels shelled Goma, residents said."))[0]]
    ['residents']
    """
    return attributions(document, section("attribution"))


def voice_of(document: Document, token: int) -> Evidence | None:
    """The words for the one who says what stands at a token; None where the article says it itself.

    Args:
        document: the text.
        token: index of the token.
    """
    said = source_at(statements(document), document, token)
    if said is None:
        return None
    return _evidence(said.start, said.end, document.text[said.start : said.end], "attribution.source")
