"""Finder of triggers: words that tell an act. One dictionary look-up a token; conditions look at the words around."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from conflict_events.lexicon.load import section
from conflict_events.mentions.cues import Cues, bit, scan
from conflict_events.model.mention import TriggerMention
from conflict_events.model.quick import frozen
from conflict_events.model.taxonomy import SubEventType
from conflict_events.model.trusted import maker
from conflict_events.text.sentences import Document

__all__ = ["Found", "find", "found_in"]

_mention = maker(TriggerMention)

NEAR = 14
"""Tokens either side within which a word that must stand near may stand."""
OBJECT = 11
"""Tokens behind a verb (before it in the passive) within which its object may stand."""
FOLLOW = 9
NAMED = 3
"""A place named within as many tokens is what the verb takes; one further off is only where."""
HEADLINE = 20
"""Tokens either side that show whether all words of a headline are capitalised."""

_WEAPONS = frozenset({"air_strike", "bomb"})
_ARTICLES = frozenset({"a", "an", "the", "its", "their", "his", "her"})
_RELATIVE = frozenset({"that", "who", "which", "whom"})
"""Behind a word that may be noun or verb, these open a clause: "a bomb that was placed"."""
_NOUN = frozenset({"NN", "NNS"})
_BARE = frozenset({"VB", "VBP", "NN"})
"""Forms of a verb that look like a noun."""
_FINITE = frozenset({"VBD", "VBN"})


@frozen(slots=True, eq=False)
class Entry:
    """One lexicon entry as compiled; masks are classes of cues."""

    id: str
    act: str
    sub_event_type: SubEventType
    family: str
    strength: int
    near: int
    needs: int
    object: int
    unless: int
    follow: frozenset[str]
    rule: str
    vague: int
    """1 for words as often used of war in general as of one act."""
    place: int
    """Tokens behind the verb within which a place must be named ("took Goma"); 0 where none need be."""
    weak: bool
    """Mostly something else: counts only with one of the ``agents``, ``patients``, ``objects`` or ``company`` beside it."""
    agents: int
    patients: int
    objects: int
    """Classes of whom it is done to, in the active voice only."""
    company: int
    not_agents: int
    """Classes of words that, where the doer stands, give the word another sense ("a ship struck the bridge")."""
    not_patients: int
    causes: int
    """Classes of words that, where its cause stands, make a loss no violence ("killed in a crash")."""


@frozen(slots=True, eq=False)
class Found:
    """A trigger with what the frames need to know: tokens ``first`` up to ``last``, its entry, noun or verb form."""

    first: int
    last: int
    entry: Entry
    noun: bool
    forms: frozenset[str]
    mention: TriggerMention


@cache
def entries() -> tuple[Entry, ...]:
    """All entries, in the order in which they are tried."""
    return tuple(
        Entry(name, act, SubEventType(kind), *rest) for name, act, kind, *rest in section("triggers")["entries"]
    )


@cache
def _sides() -> int:
    """The classes of words that may name a side."""
    sides: int = section("cues")["sides"]
    return sides


def _noun(document: Document, first: int, last: int, forms: frozenset[str], cues: Cues) -> bool:
    """Whether words that may be noun or verb are a noun here, by their neighbours."""
    grammar = section("grammar")
    folded = document.tokens.folded
    before = folded[first - 1] if first else ""
    after = folded[last] if last < len(folded) else ""
    named = after in grammar["determiners"] or after in grammar["pronouns"] or after[:1].isdigit()
    opens_object = named and after not in _RELATIVE
    if "VBG" in forms:
        if forms.isdisjoint(_NOUN):
            return before in grammar["determiners"] - {"more", "several"} and after == "of"
        if after == "of" or before == "'s":
            return True
        return not (opens_object or (last < len(folded) and cues.tokens[last] and after not in grammar["prepositions"]))
    if after == "of" and not forms.isdisjoint(_NOUN):
        return True
    if (
        before in grammar["modals"]
        or before in grammar["pronouns"]
        or before in grammar["negators"] - {"no", "without"}
    ):
        return False
    if before == "to":
        return folded[last - 1].endswith("s") and "NNS" in forms
    if before in grammar["determiners"] or before == "'s" or before in grammar["prepositions"]:
        return True
    if first > 1 and forms <= _BARE and folded[first - 2] in _ARTICLES and not cues.tokens[first - 1] & _sides():
        return True  # "an old shell they had found"
    if opens_object:
        return False
    if forms.isdisjoint(_NOUN) and (before in grammar["relatives"] or before in {"and", "also"}):
        return False
    if first and cues.tokens[first - 1] & section("cues")["sides"]:
        text = document.tokens.texts[last] if last < len(folded) else ""
        return not (text[:1].isupper() and not document.capitals and after not in grammar["prepositions"])
    return True


def _holds(entry: Entry, document: Document, cues: Cues, first: int, last: int) -> bool:
    """Whether the conditions of an entry hold for a hit."""
    sentence = document.sentence_of[first]
    whole = cues.sentences[sentence]
    if entry.unless & whole or (entry.needs and not entry.needs & whole):
        return False
    span = document.sentences[sentence]
    if entry.near:
        beside = 0
        if entry.near & whole:
            beside = cues.within(max(span.first, first - NEAR), first) | cues.within(last, min(span.last, last + NEAR))
        if not entry.near & beside and not _told_before(entry, document, cues, sentence):
            return False
    if entry.object:
        if not entry.object & whole:
            return False
        before = document.tokens.folded[max(span.first, first - 3) : first]
        if section("grammar")["be"].isdisjoint(before):
            aimed = cues.within(last, min(span.last, last + OBJECT))
        else:
            aimed = cues.within(max(span.first, first - OBJECT), first)
        if not entry.object & aimed:
            return False
    if entry.place and not _on_a_name(document, cues, first, last, entry.place):
        return False
    return not entry.follow or not entry.follow.isdisjoint(document.tokens.folded[last : min(span.last, last + FOLLOW)])


def _on_a_name(document: Document, cues: Cues, first: int, last: int, reach: int) -> bool:
    """Whether what a verb takes may be a place by its capital; that it is one is seen when places are known."""
    tokens, grammar = document.tokens, section("grammar")
    before = tokens.folded[max(0, first - 3) : first]
    at = next((first - len(before) + i - 1 for i, word in enumerate(before) if word in grammar["be"]), None)
    spots = range(last, min(len(tokens), last + reach)) if at is None else range(max(0, at), at + 1)
    sides = section("cues")["sides"]
    for i in spots:
        if tokens.texts[i][:1].isupper() and not cues.tokens[i] & sides:
            return not document.capitals
        if reach <= NAMED and tokens.folded[i] not in grammar["determiners"] and tokens.folded[i] != "of":
            return bool(cues.tokens[i] & bit("territory"))
    return False


def _told_before(entry: Entry, document: Document, cues: Cues, sentence: int) -> bool:
    """Whether the sentence before speaks of the crowd that this entry needs near it ("hundreds blocked the road")."""
    if sentence == 0:
        return False
    if entry.act in _WEAPONS:
        opening = document.tokens.folded[document.sentences[sentence].first]
        return opening in section("grammar")["bodies"] and bool(
            entry.near & cues.sentences[sentence - 1] & bit("aircraft", "plane", "ied")
        )
    if entry.act not in {"riot", "disperse"}:
        return False
    return bool(entry.near & cues.sentences[sentence - 1] & bit("crowd", "protest_word", "rioter"))


def _reading(
    document: Document, cues: Cues, first: int, last: int, payload: tuple[tuple[int, frozenset[str]], ...]
) -> Found | None:
    """The first entry whose form and conditions fit a hit."""
    known = entries()
    noun: bool | None = None
    for index, forms in payload:
        entry = known[index]
        if not _holds(entry, document, cues, first, last):
            continue
        as_noun = False
        if "X" not in forms and forms.isdisjoint(_FINITE):
            if noun is None:
                every = frozenset().union(*(forms for _, forms in payload))
                noun = every <= _NOUN or _noun(document, first, last, every, cues)
            if forms <= _NOUN if not noun else forms.isdisjoint(_NOUN):
                continue
            as_noun = noun
        tokens = document.tokens
        if tokens.joined[first] and not as_noun and "X" not in forms:
            continue  # "the flood-hit town"
        if tokens.joined[first] and document.tokens.folded[first - 1] in section("grammar")["counter"]:
            continue  # "an anti-coup protest" tells no coup
        start, end = tokens.starts[first], tokens.ends[last - 1]
        mention = _mention(
            start,
            end,
            tokens.text[start:end],
            f"trigger.{entry.id}",
            sub_event_type=entry.sub_event_type,
            entry=entry.id,
            noun=as_noun,
        )
        return Found(first, last, entry, as_noun, forms, mention)
    return None


def _in_name(document: Document, i: int) -> bool:
    """Whether a word is part of a name ("Press Club", "29 March"), as far as capitals and figures show."""
    tokens = document.tokens
    before = tokens.texts[i - 1] if i else ""
    after = tokens.texts[i + 1] if i + 1 < len(tokens) else ""
    if tokens.folded[i] in {"march", "marches"} and (before[:1].isdigit() or after[:1].isdigit()):
        return True
    if document.capitals or not tokens.texts[i][:1].isupper() or tokens.texts[i].isupper():
        return False
    sentence = document.sentences[document.sentence_of[i]]
    if i == sentence.first or not (before[:1].isalpha() or before == "'s"):
        return False
    if tokens.folded[i] == "march":
        return True
    near = tokens.texts[max(sentence.first, i - HEADLINE) : min(sentence.last, i + HEADLINE)]
    words = [word for word in near if len(word) > 3 and word[0].isalpha()]
    if sum(word[0].isupper() for word in words) > 0.6 * len(words):
        return False  # a headline
    return before[:1].isupper() or after[:1].isupper()


def _scan(document: Document) -> Iterator[Found]:
    table = section("triggers")["table"]
    cues = scan(document)
    folded, sentence_of = document.tokens.folded, document.sentence_of
    skip = 0
    for first in [i for i, word in enumerate(folded) if word in table]:
        if first < skip or _in_name(document, first):
            continue
        second = folded[first + 1] if first + 1 < len(folded) else ""
        for words, payload in table[folded[first]]:
            last = first + len(words)
            if len(words) > 1 and (
                words[1] != second or folded[first:last] != words or sentence_of[last - 1] != sentence_of[first]
            ):
                continue
            if not payload:
                skip = last  # a phrase whose words tell nothing by themselves
                break
            found = _reading(document, cues, first, last, payload)
            if found is not None:
                skip = last
                yield found
                break


@lru_cache(maxsize=4)
def found_in(document: Document) -> tuple[Found, ...]:
    """Triggers with their entries, in the order of the text; the two stages that need them share one scan."""
    return tuple(_scan(document))


def find(document: Document) -> tuple[TriggerMention, ...]:
    """Mentions in the order of the text.

    Args:
        document: the text as read.

    Returns:
        Words that may tell an act; whether they do is decided in frames.

    >>> from conflict_events.text.sentences import read
    >>> [(m.text, m.sub_event_type.value) for m in find(read("An air strike hit the town."))]
    [('air strike', 'Air/drone strike'), ('hit', 'Attack')]
    """
    return tuple(found.mention for found in found_in(document))
