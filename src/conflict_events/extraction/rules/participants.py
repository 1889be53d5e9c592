"""Who may stand on either side of an act: named actors and role words, with the word that governs their noun group."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from conflict_events.lexicon.load import section
from conflict_events.mentions.cues import Cues, bit
from conflict_events.model.kind import ActorKind
from conflict_events.model.mention import ActorMention
from conflict_events.model.quick import frozen
from conflict_events.text.phrases import Hit
from conflict_events.text.sentences import Document, Sentence

__all__ = ["Participant", "governor", "kind_in", "sides_of", "speaks"]

LOOK_BACK = 9
"""Tokens before a name within which the word that governs its noun group is looked for."""

COMMENT = 4
"""Tokens between a side and the verb by which it condemns an act."""

_KINDS = {
    ActorKind.STATE_FORCES: "state",
    ActorKind.EXTERNAL_OTHER: "state",
    ActorKind.REBEL_GROUP: "armed",
    ActorKind.POLITICAL_MILITIA: "armed",
    ActorKind.IDENTITY_MILITIA: "armed",
    ActorKind.RIOTERS: "mob",
    ActorKind.PROTESTERS: "crowd",
    ActorKind.CIVILIANS: "civilian",
}
_ORDER = ("mob", "rioter", "crowd", "armed", "state", "gang", "civilian")
"""Of the classes of one role word, the first here counts."""
_PLAIN = {"rioter": "mob", "gang": "armed"}


@frozen(slots=True, eq=False)
class Participant:
    """Tokens ``first`` up to ``last`` name a side of this ``kind``.

    ``governor`` is the preposition before its noun group ("" for none); ``speaks`` says that it only reports
    ("police said"); ``pronoun`` says of a pronoun whether it stands for "several", "one",
    one "woman" or a "body" ("it").
    """

    first: int
    last: int
    kind: str
    governor: str
    speaks: bool
    mention: ActorMention | None
    pronoun: str = ""


@cache
def _masks() -> tuple[tuple[str, int], ...]:
    """The classes of role words in their order, each with its bit."""
    return tuple((name, bit(name)) for name in _ORDER)


@cache
def _speech() -> frozenset[str]:
    """Words without which nobody in a sentence only says so."""
    grammar = section("grammar")
    return frozenset({*grammar["reporting"], *grammar["telling"], *grammar["condemning"], "according"})


def governor(document: Document, start: int, first: int) -> str:
    """The preposition or "to" that governs the noun group before token ``first``; "of" is looked through."""
    grammar = section("grammar")
    prepositions, determiners = grammar["prepositions"], grammar["determiners"]
    edges = grammar["edges"]
    folded = document.tokens.folded
    through = False
    for i in range(first - 1, max(start, first - LOOK_BACK) - 1, -1):
        word = folded[i]
        if word == "of":
            through = True
            continue
        if word in grammar["calendar"]:
            break
        if word in prepositions or word == "to":
            return word
        if word in edges:
            break
        if word in determiners and not through:
            before = folded[i - 1] if i > start else ""
            if before == "of":
                continue
            if before in prepositions or before == "to":
                return before
            if before not in determiners:
                break
    return "of" if through else ""


def speaks(document: Document, sentence: Sentence, first: int, last: int) -> bool:
    """Whether a side stands here only as the one who says so."""
    grammar = section("grammar")
    folded = document.tokens.folded
    behind = folded[last : min(sentence.last, last + 3)]
    says = bool(behind) and behind[0] in grammar["reporting"]
    if not says and len(behind) > 1:
        says = behind[1] in grammar["reporting"] and behind[0] in grammar["speaking"]
    if says:
        return "responsibility" not in behind  # who claims an act is a side of it
    if _comments(folded, last, sentence.last):
        return True
    before = folded[max(sentence.first, first - 3) : first]
    if not grammar["telling"].isdisjoint(before):
        return True
    return "according" in folded[max(sentence.first, first - 5) : first]


def _comments(folded: Sequence[str], last: int, end: int) -> bool:
    """Whether a side only condemns, welcomes or mourns, be a day between: "the government on Monday condemned"."""
    grammar = section("grammar")
    idle: frozenset[str] = grammar["adverbs"] | grammar["calendar"] | grammar["have"] | grammar["today"]
    at = last
    while at < min(end, last + COMMENT) and folded[at] in idle:
        at += 1
    return at < end and folded[at] in grammar["condemning"]


def _kind_of(mention: ActorMention, mask: int, masks: Sequence[tuple[str, int]]) -> str:
    """The kind of a named actor, as the role word beside its name has it: "Taliban militants" act as an armed group."""
    kind = "" if mention.actor is None else _KINDS[mention.actor.kind]
    if not kind:
        return next((name for name, bits in masks if mask & bits), "")
    if kind == "state" and mask & bit("armed") and not mask & bit("state"):
        return "armed"
    if kind == "armed" and mask & bit("mob") and not mask & bit("armed"):
        return "mob"  # vigilantes
    if kind == "mob" and not mask & bit("mob", "rioter"):
        return "crowd"
    return kind


def kind_in(document: Document, sentence: Sentence, cues: Cues, mention: ActorMention, first: int, last: int) -> str:
    """The kind of the actor that tokens ``first`` up to ``last`` name.

    Args:
        document: the text.
        sentence: its sentence.
        cues: the scan of role words.
        mention: the actor.
        first: token that it begins with.
        last: token behind it.
    """
    behind = min(last + 1, sentence.last, len(document.tokens))
    kind = _kind_of(mention, cues.within(first, behind), _masks())
    return _PLAIN.get(kind, kind)


def sides_of(
    document: Document, sentence: Sentence, cues: Cues, roles: Sequence[Hit], actors: Sequence[ActorMention]
) -> tuple[Participant, ...]:
    """The sides that a sentence names, in its order.

    Args:
        document: the text.
        sentence: the sentence, or a piece of one.
        cues: the scan of role words.
        roles: the role words of the sentence.
        actors: the actor mentions of the sentence.
    """
    grammar = section("grammar")
    starts, folded, joined = document.tokens.starts, document.tokens.folded, document.tokens.joined
    masks = _masks()
    spans: list[tuple[int, int, str, ActorMention | None]] = []
    numbers = section("pronouns")["number"]
    taken: set[int] = set()
    for mention in actors:
        first, last = bisect_left(starts, mention.start), bisect_left(starts, mention.end)
        taken.update(range(first, last))
        if last < sentence.last and joined[last] and folded[last] in grammar["backing"]:
            continue  # "Turkey-backed rebels": the rebels act
        kind = _kind_of(mention, cues.within(first, min(last + 1, sentence.last)), masks)
        spans.append((first, last, _PLAIN.get(kind, kind), mention))
    for hit in roles:
        if taken.isdisjoint(range(hit.first, hit.last)):
            kind = next(name for name, bits in masks if hit.payload & bits)
            spans.append((hit.first, hit.last, _PLAIN.get(kind, kind), None))
    words = folded[sentence.first : sentence.last]
    told = not _speech().isdisjoint(words)
    if not numbers.keys().isdisjoint(words):
        spans += [(i, i + 1, "", None) for i in range(sentence.first, sentence.last) if folded[i] in numbers]
    spans.sort(key=lambda span: span[:2])
    return tuple(
        [
            Participant(
                first,
                last,
                kind,
                governor(document, sentence.first, first),
                told and speaks(document, sentence, first, last),
                mention,
                numbers.get(folded[first], "") if mention is None else "",
            )
            for first, last, kind, mention in spans
        ]
    )
