"""What stands where a side would: classes of the words that a trigger has as subject, object, doer and cause."""

from __future__ import annotations

from conflict_events.extraction.rules.participants import governor
from conflict_events.extraction.rules.roles import Voice
from conflict_events.lexicon.load import section
from conflict_events.mentions.cues import Cues
from conflict_events.mentions.triggers import Found
from conflict_events.model.quick import frozen
from conflict_events.text.sentences import Document, Sentence

__all__ = ["Heads", "clause_mask", "heads_of"]

SUBJECT = 14
"""Tokens before a verb among which the head of its subject is looked for."""
OBJECT = 7
"""Tokens behind a verb, or behind a preposition, among which the head of its object stands."""
CAUSE = 16
"""Tokens behind a verb within which the cause of a loss is told."""
CLAUSE = 16
"""Tokens either side of a trigger that are its clause, where nothing ends it before."""
COMPOUND = 1
"""Tokens before a noun that may be part of it: "shark attack"."""

_FREE = frozenset({"", "of"})
_CAUSES = frozenset({"in", "by", "from", "of", "after", "during", "when", "as", "while", "with"})


@frozen(slots=True)
class Heads:
    """Classes of cue words by role, as bit masks; 0 where no word with a class stands there."""

    agent: int
    patient: int
    """Of all words of the object."""
    object: int
    """Of its last word alone, its head."""
    cause: int
    active: bool = False
    """Whether these are the roles of a verb in the active voice."""


def clause_mask(document: Document, sentence: Sentence, cues: Cues, found: Found) -> int:
    """Classes of the other words around a trigger, up to what ends its clause for good."""
    stops, folded = section("grammar")["stops"], document.tokens.folded
    first = found.first
    while first > max(sentence.first, found.first - CLAUSE) and folded[first - 1] not in stops:
        first -= 1
    last = found.last
    while last < min(sentence.last, found.last + CLAUSE) and folded[last] not in stops:
        last += 1
    return cues.within(first, found.first) | cues.within(found.last, last)


def heads_of(document: Document, sentence: Sentence, cues: Cues, found: Found, how: Voice) -> Heads:
    """The roles of a trigger by the classes of the words in them.

    Args:
        document: the text.
        sentence: its sentence.
        cues: the scan of its cue words.
        found: the trigger.
        how: active, passive, or a noun.
    """
    cause = _cause(document, sentence, cues, found)
    if how is Voice.NOUN:
        compound = cues.within(max(sentence.first, found.first - COMPOUND), found.first)
        by = _behind(document, sentence, cues, found, frozenset({"by", "from"}))
        hit = _behind(document, sentence, cues, found, section("grammar")["patient_prepositions"])
        return Heads(compound | by[0], *hit, cause)
    subject = _subject(document, sentence, cues, found)
    if how is Voice.PASSIVE:
        return Heads(_behind(document, sentence, cues, found, frozenset({"by"}))[0], subject, subject, cause)
    if "VBG" in found.forms:
        subject = 0  # "struck a bus, killing the driver and wounding a passenger": not the driver
    return Heads(subject, *_group(document, sentence, cues, found.last), cause, active=True)


def _subject(document: Document, sentence: Sentence, cues: Cues, found: Found) -> int:
    """Classes of the nearest word before a verb that no preposition governs."""
    grammar, folded = section("grammar"), document.tokens.folded
    edges = grammar["clause_edges"]
    i = found.first - 1
    while i >= max(sentence.first, found.first - SUBJECT):
        if folded[i] in edges:
            return 0
        mask = cues.tokens[i]
        if mask:
            first = i
            while first > sentence.first and cues.tokens[first - 1] == mask:
                first -= 1
            if governor(document, sentence.first, first) in _FREE:
                return mask
            i = first
        i -= 1
    return 0


def _behind(
    document: Document, sentence: Sentence, cues: Cues, found: Found, prepositions: frozenset[str]
) -> tuple[int, int]:
    """Classes of the noun group behind the first of some prepositions that follows a trigger, and of its head."""
    grammar, folded = section("grammar"), document.tokens.folded
    for i in range(found.last, min(sentence.last, found.last + CAUSE)):
        if folded[i] in grammar["object_edges"]:
            break
        if folded[i] in prepositions:
            return _group(document, sentence, cues, i + 1)
    return 0, 0


def _group(document: Document, sentence: Sentence, cues: Cues, first: int) -> tuple[int, int]:
    """Classes of the words of the noun group that begins at a token, and of its last word."""
    grammar, folded = section("grammar"), document.tokens.folded
    edges = grammar["object_edges"] | grammar["marks"]
    mask = head = 0
    for i in range(first, min(sentence.last, first + OBJECT)):
        if folded[i] in edges or (folded[i] in grammar["prepositions"] and folded[i] != "of" and i > first):
            break
        mask |= cues.tokens[i]
        head = cues.tokens[i] or head
    return mask, head


def _cause(document: Document, sentence: Sentence, cues: Cues, found: Found) -> int:
    """Classes of what a trigger happened in, by or when: "in a crash", "of cancer", "when their boat capsized"."""
    stops, folded = section("grammar")["stops"], document.tokens.folded
    mask, within = 0, False
    for i in range(found.last, min(sentence.last, found.last + CAUSE)):
        word = folded[i]
        if word in stops:
            break
        within = within or word in _CAUSES
        if within:
            mask |= cues.tokens[i]
    return mask
