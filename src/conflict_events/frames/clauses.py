"""Shallow analysis around a trigger, linear in the sentence: voice, subject, object, and whether it is told as a fact."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from conflict_events.frames.sides import Side
from conflict_events.lexicon.load import section
from conflict_events.mentions.triggers import Found
from conflict_events.text.sentences import Document, Sentence

__all__ = ["Passing", "Voice", "circumstantial", "roles", "unreal", "voice"]

GROUP = 5
"""Tokens before a verb among which its auxiliaries stand."""
LIGHT = 7
"""Tokens before a noun within which the verb that carries it stands ("launched a series of attacks")."""
REACH = 28
"""Tokens either side within which a side may belong to a trigger."""
INTENT = 5


class Voice(StrEnum):
    """How a trigger stands in its clause."""

    ACTIVE = "active"
    PASSIVE = "passive"
    NOUN = "noun"


class Passing(StrEnum):
    """Whether a trigger only frames another act, and whether at the same time."""

    NO = ""
    DURING = "during"
    APART = "apart"


def voice(document: Document, sentence: Sentence, found: Found) -> Voice:
    """Active, passive ("were killed", "two men killed in"), or a noun."""
    if found.noun:
        return Voice.NOUN
    grammar = section("grammar")
    folded = document.tokens.folded
    after = folded[found.last] if found.last < sentence.last else "."
    if "VBN" in found.forms or "X" in found.forms:
        for word in reversed(folded[max(sentence.first, found.first - GROUP) : found.first]):
            if word in grammar["be"]:
                return Voice.PASSIVE
            if word in grammar["have"]:
                return Voice.ACTIVE
            if word not in grammar["adverbs"] and word not in grammar["negators"] and word not in {"and", "or"}:
                break
        if "X" in found.forms:
            return Voice.ACTIVE
        if after == "by":
            return Voice.PASSIVE
    if (
        "VBN" in found.forms
        and found.entry.act in _TRANSITIVE
        and (
            after in grammar["prepositions"] - {"at"}
            or after in grammar["marks"]
            or after in {".", "and", "when", "while", "after", "as"}
        )
    ):
        return Voice.PASSIVE
    return Voice.ACTIVE


_TRANSITIVE = frozenset({"kill", "injure", "arrest", "abduct", "rape"})
"""Acts whose verbs take an object: where none follows, a participle is passive."""


def _names(side: Side) -> bool:
    return not side.speaks


def _stopped(folded: tuple[str, ...], first: int, last: int, words: Iterable[frozenset[str]]) -> bool:
    return any(not group.isdisjoint(folded[first:last]) for group in words)


def _subjects(document: Document, sides: tuple[Side, ...], found: Found) -> list[Side]:
    """The subject of a verb and those coordinated with it ("army and allied fighters")."""
    subject = _subject(document, sides, found)
    if subject is None:
        return []
    chosen = [subject]
    folded = document.tokens.folded
    for side in reversed(sides[: sides.index(subject)]):
        between = folded[side.last : chosen[0].first]
        if len(between) > 6 or not {"and", ","} & set(between) or side.governor not in {"", "of"} or side.speaks:
            break
        if any(word in section("grammar")["reporting"] for word in between):
            break
        chosen.insert(0, side)
    return chosen


def _subject(document: Document, sides: tuple[Side, ...], found: Found) -> Side | None:
    """The nearest side before a verb that no preposition governs, in the same clause; a participle behind a comma or
    an object takes the subject of its clause ("gunmen attacked a bus, killing six")."""
    grammar = section("grammar")
    folded = document.tokens.folded
    participle = "VBG" in found.forms
    stops = (grammar["stops"],) if participle else (grammar["stops"], grammar["subordinators"] - {"that"})
    chosen: Side | None = None
    relative = folded[found.first - 1] in grammar["relatives"] or (
        found.first > 1 and folded[found.first - 2] in grammar["relatives"]
    )
    for side in reversed(sides):
        if side.last > found.first or not _names(side):
            continue
        if relative and found.first - side.last <= 4:
            return side
        if found.first - side.first > REACH or _stopped(folded, side.last, found.first, stops):
            break
        if side.governor in {"", "of", "after", "when", "as", "before", "since", "while"}:
            chosen = side
            if not participle or side.last == found.first:
                break
            if not grammar["subordinators"].isdisjoint(folded[max(0, side.first - 3) : side.first]):
                break
    return chosen


def _objects(document: Document, sides: tuple[Side, ...], found: Found, end: int) -> list[Side]:
    """The sides behind a verb that it acts on: direct, or behind "on", "at", "against"; coordinated ones follow."""
    grammar = section("grammar")
    folded = document.tokens.folded
    chosen: list[Side] = []
    stops = (grammar["stops"], grammar["subordinators"], grammar["relatives"])
    for side in sides:
        if side.first < found.last or not _names(side):
            continue
        if side.first >= end or side.first - found.last > REACH // 2 or _stopped(folded, found.last, side.first, stops):
            break
        if side.governor in {"", "of"} or side.governor in grammar["patient_prepositions"]:
            if chosen and not {"and", ","} & set(folded[chosen[-1].last : side.first]):
                continue
            chosen.append(side)
    return chosen


def _by(document: Document, sides: tuple[Side, ...], found: Found) -> Side | None:
    """The side behind "by"."""
    for side in sides:
        if side.first >= found.last and side.governor == "by" and side.first - found.last <= REACH // 2:
            return side
    return None


def _of_noun(
    document: Document, sentence: Sentence, sides: tuple[Side, ...], found: Found
) -> tuple[Side | None, list[Side]]:
    """Agent and patients of a noun: "X's attack on Y", "attack by X", "X carried out attacks", "Y came under attack"."""
    grammar = section("grammar")
    folded = document.tokens.folded
    agent = next((side for side in sides if found.first <= side.first < found.last), None) or _by(
        document, sides, found
    )
    patients: list[Side] = []
    for side in sides:
        if side.first >= found.last and side.first - found.last <= REACH // 2 and _names(side):
            between = folded[found.last : side.first]
            if side.governor in grammar["patient_prepositions"] and not any(
                word in grammar["stops"] for word in between
            ):
                if side.governor in {"in", "into", "to"} and found.entry.act not in {"air_strike", "shelling"}:
                    continue
                patients.append(side)
                break
    if agent is None:
        for side in reversed(sides):
            if side.last > found.first:
                continue
            between = folded[side.last : found.first]
            if (
                len(between) <= 3
                and not any(
                    word in grammar["prepositions"]
                    or word in grammar["marks"]
                    or word in grammar["be"]
                    or word in grammar["coordinators"]
                    or word in grammar["undergo"]
                    for word in between
                )
                and not (between and between[-1] in grammar["light"])
            ):
                agent = side
            break
    before = folded[max(sentence.first, found.first - LIGHT) : found.first]
    if agent is None and any(word in grammar["light"] for word in before):
        agent = _antecedent(document, sentence, sides, found) or next(
            (s for s in reversed(sides) if s.last <= found.first and s.governor in {"", "of"} and _names(s)), None
        )
    elif not patients and any(word in grammar["undergo"] for word in before):
        subject = next(
            (s for s in reversed(sides) if s.last <= found.first and s.governor in {"", "of"} and s is not agent), None
        )
        if subject is not None:
            patients.append(subject)
    if agent is not None and agent in patients:
        agent = None
    return agent, patients


def _antecedent(document: Document, sentence: Sentence, sides: tuple[Side, ...], found: Found) -> Side | None:
    """Who "who" stands for, where a relative clause carries the noun: "the killing of X, a wanted man, who is accused
    of staging the attack". Of those named before it the nearest who bears arms, since it is armed men who attack."""
    persons = section("grammar")["persons"]
    folded = document.tokens.folded
    at = next((i for i in range(found.first - 1, sentence.first, -1) if folded[i] in persons), None)
    if at is None:
        return None
    return next((s for s in reversed(sides) if s.last <= at and s.kind in {"armed", "state", "mob"}), None)


def roles(
    document: Document, sentence: Sentence, sides: tuple[Side, ...], found: Found, end: int
) -> tuple[Side | None, list[Side]]:
    """Who does it and to whom, as the words around one trigger say.

    Args:
        document: the text.
        sentence: the sentence of the trigger.
        sides: its sides.
        found: the trigger.
        end: token before which the objects of a verb must stand (the next trigger).
    """
    how = voice(document, sentence, found)
    if how is Voice.NOUN:
        return _of_noun(document, sentence, sides, found)
    if how is Voice.PASSIVE or found.entry.act == "die":
        agent = _by(document, sides, found)
        before = document.tokens.folded[found.first - 1] if found.first > sentence.first else ""
        if before[:1].isdigit() or before in section("grammar")["determiners"]:
            return agent, []  # "and 20 wounded": whom is told elsewhere
        return agent, [side for side in _subjects(document, sides, found) if side is not agent]
    if document.tokens.folded[found.first] in section("grammar")["prepositions"]:
        return None, []  # "with his baton"
    subjects = _subjects(document, sides, found)
    objects = [side for side in _objects(document, sides, found, end) if side not in subjects]
    return (subjects[-1] if subjects else None), objects


def unreal(document: Document, sentence: Sentence, found: Found) -> str:
    """Why a trigger tells no fact ("only planned", "denied"), or "" where it does."""
    grammar = section("grammar")
    folded = document.tokens.folded
    before = folded[max(sentence.first, found.first - INTENT) : found.first]
    near = before[-3:]
    if found.noun:
        if found.entry.act == "agreement":
            before = tuple(word for word in before if word not in grammar["agreeing"])
        reach = before[-4:]
        if found.entry.act == "arrest":  # "demanded a ban on the party and the arrest of its leaders"
            reach = folded[max(sentence.first, found.first - 9) : found.first]
        if any(word in grammar["intent"] for word in reach) and not any(word in grammar["marks"] for word in near):
            return "only feared, planned, asked for or prevented"
        if found.entry.act == "clash":
            behind = folded[found.last : min(sentence.last, found.last + 4)]
            if near and near[-1] in grammar["lasting"] or any(word in grammar["lasting"] for word in behind):
                return "a war that goes on, no single act"
        if near and (near[-1] in {"no", "without", "zero"} or "anti" in near[-1:]):
            return "denied: nothing of the kind happened"
        if any(word in grammar["denial"] for word in before):
            return "denied"
        if any(word in grammar["negators"] for word in near) and not any(word in grammar["marks"] for word in near):
            return "denied: it did not happen"
        return ""
    if "X" in found.forms and any(word in grammar["intent"] or word in grammar["denial"] for word in before[-3:]):
        if found.entry.act != "agreement" or not any(word in grammar["agreeing"] for word in before[-3:]):
            return "only feared, planned, asked for or prevented"
    if "X" in found.forms and any(word in grammar["modals"] for word in near):
        return "only possible or future"
    for word in reversed(near):
        if word in grammar["adverbs"] or word in grammar["be"] or word in grammar["have"]:
            continue
        if word in grammar["modals"]:
            return "only possible or future"
        if word in grammar["negators"]:
            return "denied: it did not happen"
        break
    if near and near[-1] == "to" or (len(near) > 1 and near[-2] == "to" and near[-1] in grammar["adverbs"] | {"be"}):
        lead = before[:-1] if near[-1] == "to" else before[:-2]
        if any(word in grammar["intent"] for word in lead):
            return "only intended, asked for or failed"
        if (
            not found.forms.isdisjoint({"VB"})
            and not any(word in grammar["factive"] for word in lead[-2:])
            and found.entry.act not in {"protest", "disperse"}
        ):
            return "only a purpose"
    clause = folded[sentence.first : found.first]
    if found.first - sentence.first < 14 and clause and clause[0] in grammar["conditional"]:
        return "a condition"
    if "VBG" in found.forms and any(
        word
        in {"threatened", "accused", "suspected", "charged", "risk", "warned", "against", "from"} & grammar["intent"]
        for word in near
    ):
        return "only feared, planned, asked for or prevented"
    return ""


def circumstantial(document: Document, sentence: Sentence, found: Found) -> Passing:
    """Whether a noun only frames another act: "during clashes", "after an attack", "in response to the raid"."""
    if not found.noun:
        return Passing.NO
    grammar = section("grammar")
    before = document.tokens.folded[max(sentence.first, found.first - 5) : found.first]
    claimed = not grammar["claiming"].isdisjoint(
        document.tokens.folded[max(sentence.first, found.first - 8) : found.first]
    )
    for word in reversed(before):
        if word in grammar["meanwhile"]:
            return Passing.DURING
        if word == "for" and found.entry.act in {"assault", "clash"} and not claimed:
            return Passing.APART  # "a staging ground for the offensive"
        if word in grammar["circumstance"]:
            return Passing.APART
        if word in grammar["marks"] or word in grammar["reporting"] or word in grammar["be"]:
            return Passing.NO
    return Passing.NO
