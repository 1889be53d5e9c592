"""Whether a trigger tells a fact, and whether as news: wished, feared, denied, in passing, recalled."""

from __future__ import annotations

from enum import StrEnum

from conflict_events.extraction.rules.parsed import clause_of
from conflict_events.lexicon.load import section
from conflict_events.mentions.triggers import Found
from conflict_events.text.sentences import Document, Sentence

__all__ = ["LASTING", "Passing", "passing", "recalled", "unreal"]

BEFORE = 5
"""Tokens before a trigger among which the words that make it unreal stand."""
ENUMERATED = 9
"""The same for arrests, which are demanded in lists ("a ban on the party and the arrest of its leaders")."""
CLAUSE = 14
REMEMBERED = 7
"""Tokens between "in memory of" and the act remembered."""

_FEARED = "only feared, planned, asked for or prevented"
_TURNED = "only what others stand for, or the time of their act"
LASTING = "a war that goes on, no single act"
_DENIED = "denied: it did not happen"
_DESCRIBED = "only describes somebody, or a place, by an earlier act"
_PARTICIPLES = frozenset({"abduct", "captive", "capture", "rape", "kill", "disrupt", "loot", "shelling", "bomb"})
"""Acts of which participles go before nouns ("the kidnapped girls")."""
_TURNS = frozenset({"other_strong", "other", "change", "agreement"})
"""Acts that open a time: what is told "since" they happened is the news."""
_POSSIBLE = "only possible or future"


class Passing(StrEnum):
    """Whether a trigger only frames another act, and whether at the same time."""

    NO = ""
    DURING = "during"
    APART = "apart"


def unreal(document: Document, sentence: Sentence, found: Found) -> str:
    """Why a trigger tells no fact ("only planned", "denied"), or "" where it does."""
    if _commemorated(document, sentence, found):
        return "remembered, not reported"
    if found.noun:
        return _unreal_noun(document, sentence, found)
    clause = clause_of(document, found)
    if clause is None:
        return _unreal_verb(document, sentence, found)
    reason = _DENIED if clause.negated else _unreal_verb(document, sentence, found)
    return "" if reason == _DENIED and not clause.negated else reason


def _unreal_verb(document: Document, sentence: Sentence, found: Found) -> str:
    before = document.tokens.folded[max(sentence.first, found.first - BEFORE) : found.first]
    if _describes(document, sentence, found, before):
        return _DESCRIBED
    if "X" in found.forms:
        reason = _unreal_phrase(before[-3:], found)
        if reason:
            return reason
    return (
        _nobody(before)
        or _auxiliary(before[-3:])
        or _infinitive(before, found)
        or _condition(document, sentence, found, before)
    )


def _commemorated(document: Document, sentence: Sentence, found: Found) -> bool:
    """Whether an act is what people remember: "in memory of those who were slaughtered", "the anniversary of the raid"."""
    grammar = section("grammar")
    before = _behind_marks(document.tokens.folded[max(sentence.first, found.first - REMEMBERED) : found.first])
    return found.entry.family == "violence" and not grammar["commemorating"].isdisjoint(before)


def _describes(document: Document, sentence: Sentence, found: Found, before: tuple[str, ...]) -> bool:
    """Whether a participle only says what somebody or some place is: "freed the kidnapped girls", "the occupied land"."""
    if "VBN" not in found.forms or found.last - found.first != 1 or not before or found.last >= sentence.last:
        return False
    grammar = section("grammar")
    after = document.tokens.folded[found.last]
    if after in grammar["no_object"] or after in grammar["determiners"] or not after[:1].isalpha():
        return False
    if found.entry.act not in _PARTICIPLES:
        return False
    return before[-1] in grammar["articles"] or before[-1] in grammar["freeing"]


def _unreal_noun(document: Document, sentence: Sentence, found: Found) -> str:
    grammar = section("grammar")
    folded = document.tokens.folded
    act = found.entry.act
    before = folded[max(sentence.first, found.first - BEFORE) : found.first]
    behind = folded[found.last : min(sentence.last, found.last + 4)]
    if act == "other_strong" and _governor(before) in grammar["turning"]:
        return _TURNED  # "opponents of the coup"
    near = _behind_marks(before[-3:])
    reach = _behind_marks(before[-4:])
    if act == "arrest":
        reach = folded[max(sentence.first, found.first - ENUMERATED) : found.first]
    elif act == "agreement":
        if "for" in reach[-2:]:
            return _FEARED  # "press for a truce": what stands behind "for" is wished for
        if not grammar["modals"].isdisjoint(reach):
            return _POSSIBLE  # "will sign a truce"
        reach = tuple(word for word in reach if word not in grammar["agreeing"])
        agreed = grammar["light"] | {"signed", "reached"}
        later = folded[found.last : min(sentence.last, found.last + CLAUSE)]
        if _dated_before(later):
            return "an older agreement"
        if agreed.isdisjoint(reach) and {"to", "sign"} <= set(later):
            return _POSSIBLE  # "the truce that they have agreed to sign"
    told = behind[:1] in (("that",), ("which",)) and act != "agreement"  # "planning the attack that X carried out"
    if not told and not grammar["intent"].isdisjoint(reach):
        return _FEARED
    if behind[:1] and behind[0] in grammar["modals"]:
        return _POSSIBLE
    lasting = grammar["lasting"]
    if act == "clash" and (not lasting.isdisjoint(near[-1:]) or not lasting.isdisjoint(behind)):
        return LASTING
    if not grammar["denial"].isdisjoint(before):
        return "denied"
    return "" if grammar["negators"].isdisjoint(near) else _DENIED


def _dated_before(later: tuple[str, ...]) -> bool:
    """Whether a participle behind a noun says that it is old: "the truce declared in March", "the deal signed in 2014"."""
    grammar = section("grammar")
    for i, word in enumerate(later[:4]):
        if word.endswith("ed") and later[i + 1 : i + 2] == ("in",):
            return any(one in grammar["months"] or one.isdigit() for one in later[i + 2 : i + 4])
    return False


def _governor(before: tuple[str, ...]) -> str:
    """The last preposition, or word that works as one, before a noun."""
    grammar = section("grammar")
    governing = grammar["prepositions"] | grammar["turning"]
    return next((word for word in reversed(before) if word in governing), "")


def _behind_marks(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words behind the last mark among them."""
    marks = section("grammar")["marks"]
    return next((words[i + 1 :] for i in range(len(words) - 1, -1, -1) if words[i] in marks), words)


def _unreal_phrase(near: tuple[str, ...], found: Found) -> str:
    grammar = section("grammar")
    if found.entry.act == "agreement" and not grammar["agreeing"].isdisjoint(near):
        return ""
    if not grammar["intent"].isdisjoint(near) or not grammar["denial"].isdisjoint(near):
        return _FEARED
    return "" if grammar["modals"].isdisjoint(near) else _POSSIBLE


def _nobody(before: tuple[str, ...]) -> str:
    """Whether nobody is the subject of a verb group: "no one has been arrested"."""
    idle = section("grammar")["auxiliaries"]
    for i in range(len(before) - 1, 0, -1):
        if before[i - 1 : i + 1] == ("no", "one"):
            return _DENIED
        if before[i] not in idle:
            break
    return ""


def _auxiliary(near: tuple[str, ...]) -> str:
    """What the words of the verb group say: "will attack", "did not attack", "nobody was hurt"."""
    grammar = section("grammar")
    for word in reversed(near):
        if word in grammar["modals"]:
            return _POSSIBLE
        if word in grammar["negators"]:
            return _DENIED
        if word not in grammar["adverbs"] and word not in grammar["be"] and word not in grammar["have"]:
            break
    return ""


def _infinitive(before: tuple[str, ...], found: Found) -> str:
    """What governs "to attack": an intention, a purpose, or a verb that makes it a fact ("began to attack")."""
    grammar = section("grammar")
    if before[-1:] == ("to",):
        lead = before[:-1]
    elif before[-2:-1] == ("to",) and (before[-1] in grammar["adverbs"] or before[-1] == "be"):
        lead = before[:-2]
    else:
        return ""
    if not grammar["negators"].isdisjoint(lead):
        return _DENIED
    if not grammar["intent"].isdisjoint(lead):
        return "only intended, asked for or failed"
    if found.entry.act == "capture" and not grammar["trying"].isdisjoint(lead[-2:]):
        return "only tried"
    if "VB" not in found.forms or found.entry.act in {"protest", "disperse"}:
        return ""
    return "only a purpose" if grammar["factive"].isdisjoint(lead[-2:]) else ""


def _condition(document: Document, sentence: Sentence, found: Found, before: tuple[str, ...]) -> str:
    grammar = section("grammar")
    clause = document.tokens.folded[max(sentence.first, found.first - CLAUSE) : found.first]
    for word in reversed(clause):
        if word in grammar["conditional"]:
            return "a condition"
        if word in grammar["marks"]:
            break
    if "VBG" in found.forms and not grammar["fearing"].isdisjoint(before[-3:]):
        return _FEARED
    if "VBG" in found.forms and not grammar["denial"].isdisjoint(before[-2:]):
        return "denied"
    return ""


_MOVES = frozenset({"change"})
"""Acts that, behind "as" or "when", only say how others went: "as they retreated"."""


def passing(document: Document, sentence: Sentence, found: Found) -> Passing:
    """Whether a trigger only frames another act: "during clashes", "after an attack", "hours after it was seized"."""
    if found.noun:
        how = _around_noun(document, sentence, found)
        if how:
            return how
    elif (
        found.entry.act in _MOVES
        and not section("grammar")["subordinators"].isdisjoint(
            document.tokens.folded[max(sentence.first, found.first - 2) : found.first]
        )
    ) or _in_earlier_clause(document.tokens.folded[max(sentence.first, found.first - 8) : found.first], found):
        return Passing.APART
    return Passing.APART if _past_within(document, sentence, found) else Passing.NO


def _in_earlier_clause(before: tuple[str, ...], found: Found) -> bool:
    """Whether a verb stands behind "a day after" (or, for ground taken, behind any "after" or "since")."""
    if found.entry.act == "capture" and ("after" in before or "since" in before):
        return True
    spans = section("grammar")["spans"]
    if found.entry.act in _TURNS and "since" in before:
        return True  # "since it seized power"
    return any(word == "after" and before[i - 1] in spans for i, word in enumerate(before) if i)


def _around_noun(document: Document, sentence: Sentence, found: Found) -> Passing:
    grammar = section("grammar")
    folded = document.tokens.folded
    claimed = not grammar["claiming"].isdisjoint(folded[max(sentence.first, found.first - 8) : found.first])
    for word in reversed(folded[max(sentence.first, found.first - BEFORE) : found.first]):
        if word in grammar["meanwhile"]:
            return Passing.DURING
        if word == "for" and found.entry.act in {"assault", "clash"} and not claimed:
            return Passing.APART  # "a staging ground for the offensive"
        if word in grammar["circumstance"]:
            return Passing.APART
        if word in grammar["marks"] or word in grammar["reporting"] or word in grammar["be"]:
            break
    return Passing.NO


def _past_within(document: Document, sentence: Sentence, found: Found) -> bool:
    """Whether a trigger recalls an earlier act within a sentence of fresh news: "the previous day, when police shot"."""
    grammar = section("grammar")
    folded = document.tokens.folded
    for i in range(found.first - 1, max(sentence.first + 3, found.first - CLAUSE - 1), -1):
        if folded[i] in grammar["stops"]:
            return False
        if folded[i] in grammar["past"] and not (folded[i] == "earlier" and folded[i - 1] in grammar["spans"]):
            return True
    return False


def recalled(document: Document, first: int, last: int, found: Found) -> bool:
    """Whether an act is told as past: "years ago", "the anniversary of", "had killed" outside of reported speech."""
    grammar = section("grammar")
    folded = document.tokens.folded
    for i in range(first, last):
        if folded[i] not in grammar["past"] or (i and folded[i - 1] in grammar["lately"]):
            continue
        between = folded[i + 1 : found.first] if i < found.first else folded[found.last : i]
        if grammar["marks"].isdisjoint(between):
            return True
    if "VBN" in found.forms and "had" in folded[max(first, found.first - 3) : found.first]:
        return bool(
            grammar["reporting"].isdisjoint(folded[first : found.first])
        )  # "officials said 20 had died" is news
    return False
