"""Shallow analysis around a trigger: its voice, who does it, and to whom. Windows are fixed, so work stays linear."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from conflict_events.extraction.rules.parsed import clause_of, parsed_roles
from conflict_events.extraction.rules.participants import Participant
from conflict_events.extraction.rules.parties import OBJECT, TAKING, fought, parties, taken_from, with_whom
from conflict_events.extraction.rules.subjects import FREE, SUBJECT, subjects_of
from conflict_events.lexicon.load import section
from conflict_events.mentions.cues import bit, scan
from conflict_events.mentions.triggers import Found
from conflict_events.text.sentences import Document, Sentence

__all__ = ["Voice", "roles", "voice"]

GROUP = 5
"""Tokens before a verb among which its auxiliaries stand."""
MET = 4
"""Tokens behind a verb within which the explosive stands that somebody came upon."""
LIGHT = 7
"""Tokens before a noun within which the verb that carries it stands ("launched a series of attacks")."""

_TRANSITIVE = frozenset({"kill", "injure", "arrest", "abduct", "rape"})
"""Acts whose verbs take an object: where none follows, a participle is passive."""


_MUTUAL = frozenset({"clash", "agreement"})
"""Acts of nouns that two sides do together: "clashes between X and Y", "a truce with Y"."""
_ARMED = frozenset({"armed", "state", "mob"})


class Voice(StrEnum):
    """How a trigger stands in its clause."""

    ACTIVE = "active"
    PASSIVE = "passive"
    NOUN = "noun"


def voice(document: Document, sentence: Sentence, found: Found) -> Voice:
    """Active, passive ("were killed", "two men killed in"), or a noun."""
    if found.noun:
        return Voice.NOUN
    clause = clause_of(document, found)
    if clause is not None:
        return Voice.PASSIVE if clause.passive else Voice.ACTIVE
    fixed, participle = "X" in found.forms, "VBN" in found.forms
    if not fixed and not participle:
        return Voice.ACTIVE
    grammar = section("grammar")
    folded = document.tokens.folded
    if fixed and folded[found.first] in grammar["be"]:
        return Voice.PASSIVE  # "was beaten"
    for word in reversed(folded[max(sentence.first, found.first - GROUP) : found.first]):
        if word in grammar["be"]:
            return Voice.PASSIVE
        if word in grammar["have"]:
            return Voice.ACTIVE
        if word not in grammar["adverbs"] and word not in grammar["negators"] and word not in grammar["coordinators"]:
            break
    if fixed:
        return Voice.ACTIVE
    after = folded[found.last] if found.last < sentence.last else "."
    if after == "and" and _both_verbs(folded, found.last + 1, sentence.last):
        return Voice.ACTIVE  # "killed and wounded scores of rebels"
    if after in grammar["around_numbers"] and folded[min(found.last + 1, len(folded) - 1)][:1].isdigit():
        return Voice.ACTIVE  # "abducted over 120 students"
    harmed = found.entry.act in _TRANSITIVE or folded[found.first] in grammar["harmed"]
    if after == "by" or (harmed and after in grammar["no_object"]):
        return Voice.PASSIVE
    return Voice.ACTIVE


def _both_verbs(folded: Sequence[str], at: int, last: int) -> bool:
    """Whether a second participle behind "and" has an object, which is then the object of both."""
    behind = folded[at : min(at + 2, last)]
    return len(behind) == 2 and behind[0].endswith("ed") and behind[1] not in section("grammar")["no_object"]


def _objects(document: Document, sides: Sequence[Participant], found: Found, end: int) -> list[Participant]:
    """The sides behind a verb that it acts on: direct, or behind "on", "at", "against"; coordinated ones follow."""
    grammar = section("grammar")
    folded = document.tokens.folded
    chosen: list[Participant] = []
    clash = found.entry.act == "clash"
    for side in sides:
        if side.first < found.last or side.speaks:
            continue
        far = side.first >= end or side.first - found.last > OBJECT
        if far or not grammar["object_edges"].isdisjoint(folded[found.last : side.first]):
            break
        into = side.governor == "into" and side.mention is not None and side.mention.rule.startswith("actor.role")
        if into or side.governor in FREE or side.governor in grammar["targets"] or (clash and side.governor == "with"):
            if not chosen and _new_clause(folded, found.last, side.first):
                break
            since = chosen[-1].last if chosen else found.last
            if side.last == end and not _JOINING.isdisjoint(folded[since : side.first]):
                break  # "shot two farmers, and police arrested": the subject of the next verb
            if chosen and {"and", ","}.isdisjoint(folded[chosen[-1].last : side.first]):
                continue
            chosen.append(side)
    return chosen


_JOINING = frozenset({"and", "but", "while"})


def _new_clause(folded: Sequence[str], first: int, last: int) -> bool:
    """Whether ", and" opens a clause of its own between a verb and the first side behind it."""
    return any(folded[i] == "," and folded[i + 1] == "and" for i in range(first, last - 1))


def _by(document: Document, sides: Sequence[Participant], found: Found) -> Participant | None:
    """The side behind "by", in the same clause."""
    edges = section("grammar")["object_edges"]
    for side in sides:
        if side.first >= found.last and side.governor == "by":
            far = side.first - found.last > OBJECT
            return None if far or not edges.isdisjoint(document.tokens.folded[found.last : side.first]) else side
    return None


def _aimed_at(document: Document, sides: Sequence[Participant], found: Found) -> Participant | None:
    """The side that a noun is aimed at: "attack on Y", "killing of Y"."""
    grammar = section("grammar")
    folded = document.tokens.folded
    inward = found.entry.act in {"air_strike", "shelling"}
    for side in sides:
        if side.first < found.last or side.speaks or side.governor not in grammar["patient_prepositions"]:
            continue
        if side.first - found.last > OBJECT or not grammar["stops"].isdisjoint(folded[found.last : side.first]):
            return None
        if inward or side.governor not in {"in", "into", "to"}:
            return side
    return None


def _owner(document: Document, before: Sequence[Participant], found: Found) -> Participant | None:
    """The side right before a noun: "Israel's attack", "rebel attack", "army air strike"."""
    if not before:
        return None
    between = document.tokens.folded[before[-1].last : found.first]
    grammar = section("grammar")
    if len(between) > 3 or not grammar["group_edges"].isdisjoint(between) or before[-1].speaks:
        return None  # also in "the government deplored an attack"
    return None if between and between[-1] in grammar["light"] else before[-1]


def _accuses(document: Document, side: Participant) -> bool:
    """Whether a side only says who did it: "which the army blames for the attack"."""
    behind = document.tokens.folded[side.last : side.last + 2]
    return side.speaks or not section("grammar")["accusing"].isdisjoint(behind)


def _antecedent(
    document: Document, sentence: Sentence, before: Sequence[Participant], found: Found
) -> Participant | None:
    """Who "who" stands for, where a relative clause carries the noun.

    "The killing of X, a wanted man, who is accused of staging the attack": of those named before it the nearest who
    bears arms, since it is armed men who attack.
    """
    persons = section("grammar")["persons"]
    folded = document.tokens.folded
    start = max(sentence.first, found.first - SUBJECT)
    at = next((i for i in range(found.first - 1, start, -1) if folded[i] in persons), None)
    if at is None:
        return None
    return next((side for side in reversed(before) if side.last <= at and side.kind in _ARMED), None)


def _of_noun(
    document: Document, sentence: Sentence, sides: Sequence[Participant], found: Found
) -> tuple[list[Participant], list[Participant]]:
    """Sides of a noun: "X's attack on Y", "attack by X", "X carried out attacks", "Y came under attack"."""
    grammar = section("grammar")
    before = [side for side in sides if side.last <= found.first and side.pronoun != "body"]
    agent = next((side for side in sides if found.first <= side.first < found.last), None)
    if agent is None and found.first and document.tokens.folded[found.first - 1] == "under":
        behind = (side for side in sides if side.governor == "from" and 0 <= side.first - found.last <= LIGHT)
        agent = next(behind, None)  # "came under attack from suspected jihadists"
    agent = agent or _by(document, sides, found) or _owner(document, before, found)
    patient = _aimed_at(document, sides, found)
    if found.entry.act in _MUTUAL and agent is None:
        both = parties(document, sides, found)
        if found.entry.act == "agreement":
            both = [*subjects_of(document, sides, found), *both]
        if both:
            return both[:1], both[1:]
    lead = document.tokens.folded[max(sentence.first, found.first - LIGHT) : found.first]
    if agent is None and not grammar["light"].isdisjoint(lead):
        agent = _antecedent(document, sentence, before, found) or next(
            (side for side in reversed(before) if side.governor in FREE and not _accuses(document, side)), None
        )
    elif patient is None and not grammar["undergo"].isdisjoint(lead):
        patient = next((side for side in reversed(before) if side.governor in FREE and side is not agent), None)
    if agent is patient:
        agent = None
    return [agent] if agent is not None else [], [patient] if patient is not None else []


def roles(
    document: Document, sentence: Sentence, sides: Sequence[Participant], found: Found, end: int
) -> tuple[list[Participant], list[Participant]]:
    """Who does it and to whom, as the words around one trigger say.

    Args:
        document: the text.
        sentence: the sentence of the trigger.
        sides: its sides.
        found: the trigger.
        end: token before which the objects of a verb must stand (the next trigger).

    Returns:
        Agents and patients, the surest of each first.
    """
    if found.entry.rule == "agentless":
        return [], []  # "his family has heard nothing from him"
    how = voice(document, sentence, found)
    if how is Voice.NOUN:
        return _of_noun(document, sentence, sides, found)
    agents, patients = _of_verb(document, sentence, sides, found, end, how)
    clause = clause_of(document, found)
    if clause is not None:
        told = parsed_roles(document, sides, found, clause)
        agents = agents if told[0] is None else told[0]
        patients = patients if told[1] is None else told[1]
    return agents, patients


def _met(document: Document, found: Found) -> bool:
    """Whether a verb tells how somebody came upon an explosive: "stepped on a mine", "hit a roadside bomb"."""
    if document.tokens.folded[found.first] not in section("grammar")["meeting"]:
        return False
    return bool(scan(document).within(found.last, found.last + MET) & bit("ied"))


def _of_verb(
    document: Document, sentence: Sentence, sides: Sequence[Participant], found: Found, end: int, how: Voice
) -> tuple[list[Participant], list[Participant]]:
    """Sides of a verb by the words around it."""
    grammar = section("grammar")
    folded = document.tokens.folded
    if found.entry.act in TAKING and how is Voice.PASSIVE:
        agent = _by(document, sides, found)
        losers = [side for side in taken_from(document, sides, found) if side is not agent]
        return ([] if agent is None else [agent]), losers or [
            side for side in subjects_of(document, sides, found) if side is not agent
        ]
    if how is Voice.PASSIVE or found.entry.act == "die":
        agent = _by(document, sides, found)
        agents = [] if agent is None else [agent]
        before = folded[found.first - 1] if found.first > sentence.first else ""
        if before[:1].isdigit() or before in grammar["determiners"]:
            return agents, []  # "and 20 wounded": whom is told elsewhere
        patients = [side for side in subjects_of(document, sides, found) if side is not agent]
        return agents or fought(document, sides, found, patients), patients
    if folded[found.first] in grammar["prepositions"]:
        return [], []  # "with his baton"
    subjects = subjects_of(document, sides, found)
    objects = _objects(document, sides, found, end)
    if found.entry.act == "bomb" and _met(document, found):
        return [], subjects  # "their lorry hit a mine"
    if found.entry.act in TAKING:
        objects = taken_from(document, sides, found) or objects
    elif found.entry.act == "agreement":
        objects = [*objects, *with_whom(sides, found)]
    return subjects, [side for side in objects if side not in subjects]
