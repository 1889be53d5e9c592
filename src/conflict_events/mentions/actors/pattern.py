"""Groups that no registry knows, by the shape of their names: "Southern Steppe Liberation Front"; and army units."""

from __future__ import annotations

from conflict_events.mentions.actors.finds import COUNTRY, Find, Tables
from conflict_events.mentions.actors.heads import nation_case
from conflict_events.model.kind import ActorKind
from conflict_events.text.sentences import Document

__all__ = ["read_pattern"]

_JOINERS = frozenset(("of", "for", "the", "and", "'s", "de", "del", "la", "al", "el", "in", "to"))
_STARTERS = frozenset(
    ("the", "a", "an", "in", "on", "at", "when", "while", "after", "but", "as", "and", "for", "of", "to")
)
_BEFORE_THE = frozenset(("of", "for"))
_QUOTES = frozenset("\"“”'‘’[(")
_ORDINALS = frozenset(("st", "nd", "rd", "th", "d"))
_FAR = 7
"""A name has at most so many words before its head."""


def read_pattern(document: Document, look: Tables, i: int, free: int) -> tuple[Find | None, int]:
    """The group or unit whose name's head is token ``i``; no word before token ``free`` is taken."""
    sentence = document.sentences[document.sentence_of[i]]
    floor = max(free, sentence.first, i - _FAR)
    folded, texts = document.tokens.folded, document.tokens.texts
    if folded[i] in look.unit_heads and i > floor:
        unit = _unit(document, look, i, floor, sentence.first)
        if unit is not None:
            return unit, i + 1
    if document.lower or folded[i] not in look.group_heads or not texts[i][0].isupper():
        return None, i
    first = _left_capitals(document, look, i, floor) if document.capitals else _left(document, i, floor, look.day_names)
    last = i + 1 if document.capitals else _right(document, i + 1, sentence.last)
    words = folded[first:last]
    if last - first < 2 or (folded[i] in look.not_groups) or any(word in look.not_groups for word in words):
        return None, i
    proven = sum(word in look.group_proofs for word in words)
    if not proven and (document.capitals or folded[i] not in look.strong_heads):
        return None, i
    kind = ActorKind.POLITICAL_MILITIA
    if any(word in look.rebel_proofs for word in words):
        kind = ActorKind.REBEL_GROUP
    elif any(word in look.identity_proofs for word in words):
        kind = ActorKind.IDENTITY_MILITIA
    title = " ".join(document.tokens.quote(first, last).split())
    if document.capitals or texts[i].isupper():
        title = title.title().replace("'S", "'s")
    return Find(first, last, "actor.pattern", title=title, kind=kind.value), last


def _left(document: Document, i: int, floor: int, days: frozenset[str]) -> int:
    """Where the capitalised words before the head begin."""
    texts, folded = document.tokens.texts, document.tokens.folded
    if not texts[i][0].isupper():
        return i
    first = at = i
    while at > floor:
        at -= 1
        if texts[at][0].isupper():
            first = at
        elif folded[at] not in _JOINERS or (folded[at] == "the" and folded[at - 1] not in _BEFORE_THE):
            break  # "on Monday the Front"
    while first < i and (folded[first] in _STARTERS or folded[first] in days):
        first += 1
    return first


def _right(document: Document, last: int, stop: int) -> int:
    """Where the name ends when "of" or "for" goes on with capitalised words."""
    texts, folded = document.tokens.texts, document.tokens.folded
    end = at = last
    if at < stop and folded[at] in ("of", "for"):
        while at < stop and at < last + _FAR:
            if texts[at][0].isupper():
                end = at + 1
            elif folded[at] not in _JOINERS:
                break
            at += 1
    return end


def _left_capitals(document: Document, look: Tables, i: int, floor: int) -> int:
    """The same where everything is in capitals: known words of such names, then a short rest up to "the" or a quote."""
    folded = document.tokens.folded
    first = at = i
    while at > floor:
        at -= 1
        word = folded[at]
        if (
            word in look.group_proofs
            or word in look.group_heads
            or _nation(look, word)
            or (word == "people" and folded[at + 1] == "'s")
        ):
            first = at
        elif word != "'s":
            break
    for back in range(1, 4):
        at = first - back
        if at < floor:
            break
        if folded[at] in ("the", "called") or document.tokens.texts[at] in _QUOTES:
            return at + 1
        if folded[at] in look.closed:
            break
    return first


def _nation(look: Tables, word: str) -> bool:
    return any(tag == COUNTRY for _, tag, _, _ in look.alone(word))


def _unit(document: Document, look: Tables, i: int, floor: int, opening: int) -> Find | None:
    """A unit of an army: "101st Airborne Division", "6th Infantry Brigade", "3rd Battalion"."""
    folded, texts = document.tokens.folded, document.tokens.texts
    first = i
    while first > floor and (
        folded[first - 1] in look.military_words
        or folded[first - 1] in look.unit_heads
        or texts[first - 1][0].isdigit()
        or (folded[first - 1] in _ORDINALS and first - 1 > floor and texts[first - 2][0].isdigit())
    ):
        first -= 1
    if first == i:
        return None
    nation = _owner(look, document, first, opening)
    if nation is not None:
        return Find(nation[0], i + 1, "actor.nation.unit", side="military", country=nation[1], plural=False)
    return Find(first, i + 1, "actor.unit", side="military", plural=False)


def _owner(look: Tables, document: Document, first: int, floor: int) -> tuple[int, str] | None:
    """The nation right before a unit: "Ukraine's 47th Brigade", "the Israeli 98th Division"; its token and country."""
    at = first - 1
    if at > floor and document.tokens.folded[at] == "'s":
        at -= 1
    if at < floor:
        return None
    for _, tag, payload, _ in look.alone(document.tokens.folded[at]):
        if tag == COUNTRY and nation_case(document, at, payload[2]):
            return at, payload[0]
    return None
