"""Finder of casualty claims: how many were killed, injured, missing, abducted, displaced or arrested, and who says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from conflict_events.lexicon.load import section
from conflict_events.mentions.casualties.appositions import Appositions
from conflict_events.mentions.casualties.claims import mentions_of
from conflict_events.mentions.casualties.groups import Grouper
from conflict_events.mentions.casualties.readers import read_chain
from conflict_events.mentions.casualties.reading import Reading
from conflict_events.mentions.casualties.scene import Chain, Scene
from conflict_events.mentions.casualties.subsets import subsets
from conflict_events.mentions.voices import statements
from conflict_events.model.mention import CasualtyMention
from conflict_events.text.phrases import Hit, longest_at
from conflict_events.text.sentences import Document, Sentence

__all__ = ["find"]

_LONGEST = 300
"""Tokens of a sentence that are read together; lists without any full stop are read in parts, so that time stays linear."""

_AROUND = 40
"""Tokens around the casualty words of a sentence in which people are looked for."""

_JOINS = frozenset({"verb", "adjective"})


def find(document: Document) -> tuple[CasualtyMention, ...]:
    """Casualty claims in the order of the text.

    Args:
        document: the text as read.

    Returns:
        One mention a claim; ``part_of`` holds the span of the claim that contains it.

    >>> from conflict_events.text.sentences import read
    >>> [one.claim.low for one in find(read("Shelling killed six people and wounded at least 20."))]
    [6, 20]
    """
    words = section("casualties")
    acts = words["acts"]
    per_sentence: dict[tuple[int, int], dict[int, Hit]] = {}
    folded = document.tokens.folded
    skip = 0
    for i in [i for i, word in enumerate(folded) if word in acts]:
        hit = longest_at(folded, i, acts) if i >= skip else None
        if hit is not None:
            skip = hit.last
            index = document.sentence_of[i]
            part = (i - document.sentences[index].first) // _LONGEST
            per_sentence.setdefault((index, part), {})[i] = hit
    if not per_sentence:
        return ()
    told = statements(document)
    found: list[CasualtyMention] = []
    for (index, part), here in per_sentence.items():
        scene = _scene(document, _part(document, index, part), index, here, words)
        readings = tuple(_readings(scene))
        nested = subsets(scene, readings, found)
        died = [one.hurt for one in nested if one.hurt is not None]
        if died:  # who was wounded, it says now, is dead
            found = [mention for mention in found if not any(mention is one for one in died)]
        found.extend(mentions_of(scene, nested, told))
    return tuple(sorted(found, key=lambda mention: (mention.start, mention.end)))


def _part(document: Document, index: int, part: int) -> Sentence:
    """A sentence, or of one that never ends the part that is read at a time."""
    sentence = document.sentences[index]
    if sentence.last - sentence.first <= _LONGEST:
        return sentence
    first = sentence.first + part * _LONGEST
    last = min(first + _LONGEST, sentence.last)
    return Sentence(first, last, document.tokens.starts[first], document.tokens.ends[last - 1], sentence.paragraph)


def _scene(
    document: Document, sentence: Sentence, index: int, hits: Mapping[int, Hit], words: Mapping[str, Any]
) -> Scene:
    """Lay out one sentence."""
    nominals = tuple(i for i, hit in hits.items() if _nominal(document, sentence, hit, words))
    acts = {i: hit for i, hit in hits.items() if i not in nominals} if nominals else hits
    cased = not (document.capitals or document.lower)
    first, last = max(sentence.first, min(hits) - _AROUND), min(sentence.last, max(hits) + _AROUND)
    groups = Grouper(document.tokens, acts, words, section("numbers"), cased).read(first, last)
    groups = tuple(Appositions(document.tokens, words, acts, sentence.last, cased).tied(groups))
    at = {group.first: k for k, group in enumerate(groups)}
    ending = {group.last: k for k, group in enumerate(groups)} | {group.end: k for k, group in enumerate(groups)}
    return Scene(document, sentence, index, words, groups, acts, at, ending, nominals)


def _nominal(document: Document, sentence: Sentence, hit: Hit, words: Mapping[str, Any]) -> bool:
    """Whether a casualty word stands for people: "the dead", "three of the wounded"."""
    folded, tags = document.tokens.folded, words["tags"]
    if folded[hit.first] not in words["nominals"] or hit.last - hit.first > 1 or hit.first == sentence.first:
        return False
    before = hit.first - 1
    if folded[before] in ("only", "confirmed", "first", "latest") and before > sentence.first:
        before -= 1
    if folded[before] not in ("the", "their", "its"):
        return False
    behind = folded[hit.last] if hit.last < sentence.last else ""
    return tags.get(behind, "?") not in ("h", "u", "?", "d") or not behind[:1].isalnum()


def _chains(scene: Scene) -> Iterator[Chain]:
    """Casualty words of the sentence, those that share their people together."""
    pending: list[Hit] = []
    disjoint = False
    for hit in scene.acts.values():
        if pending:
            between = range(pending[-1].last, hit.first)
            close = len(between) < 5 and _kind(pending[-1]) in _JOINS and _kind(hit) in _JOINS
            tags = [scene.tag(j) for j in between] if close else []
            if "+" in tags and all(
                tag in ("+", "r") or scene.word(j) in (",", "/") for j, tag in zip(between, tags, strict=True)
            ):
                disjoint = disjoint or any(scene.word(j) in ("or", "/") for j in between)
                pending.append(hit)
                continue
            yield Chain(tuple(pending), disjoint)
        pending, disjoint = [hit], False
    if pending:
        yield Chain(tuple(pending), disjoint)


def _kind(hit: Hit) -> str:
    return str(hit.payload[0][0])


def _readings(scene: Scene) -> Iterator[Reading]:
    """What all casualty words tell; the same people told of twice ("the bodies of six men who were killed") once."""
    told: set[tuple[int, tuple[str, ...]]] = set()
    for chain in _chains(scene):
        for reading in read_chain(scene, chain):
            key = (-1 - reading.first if reading.group is None else reading.group.first, reading.outcomes)
            if key not in told:
                told.add(key)
                yield reading
