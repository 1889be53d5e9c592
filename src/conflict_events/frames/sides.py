"""Who may stand on either side of an act, in one sentence: named actors and role words, with the word that governs them."""

from __future__ import annotations

from bisect import bisect_left

from attrs import frozen

from conflict_events.lexicon.load import section
from conflict_events.mentions.cues import Cues, bit
from conflict_events.model.kind import ActorKind
from conflict_events.model.mention import ActorMention
from conflict_events.text.sentences import Document, Sentence

__all__ = ["Side", "sides_of"]

LOOK_BACK = 9
"""Tokens before a name within which the word that governs its noun group is looked for."""

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
_BACKED = frozenset({"backed", "led", "allied", "linked", "supported", "sponsored", "aligned", "based", "affiliated"})
_PLAIN = {"rioter": "mob", "gang": "armed"}


@frozen(slots=True, eq=False)
class Side:
    """Tokens ``first`` up to ``last`` name a side of this ``kind``; ``governor`` is the preposition before its noun
    group ("" for none), ``speaks`` says that it only reports ("police said")."""

    first: int
    last: int
    kind: str
    governor: str
    speaks: bool
    mention: ActorMention | None


def _governor(document: Document, start: int, first: int) -> str:
    """The preposition or "to" that governs the noun group before token ``first``; "of" is looked through."""
    grammar = section("grammar")
    folded = document.tokens.folded
    through = False
    for i in range(first - 1, max(start, first - LOOK_BACK) - 1, -1):
        word = folded[i]
        if word == "of":
            through = True
            continue
        if word in grammar["prepositions"] or word == "to":
            return word
        if word in grammar["subordinators"] or word in grammar["relatives"] or word in grammar["marks"]:
            break
        if word in grammar["be"] or word in grammar["modals"] or word in grammar["coordinators"]:
            break
        if word in grammar["determiners"] and not through:
            before = folded[i - 1] if i > start else ""
            if before == "of":
                continue
            if before in grammar["prepositions"] or before == "to":
                return before
            if before not in grammar["determiners"]:
                break
    return "of" if through else ""


def _speaks(document: Document, sentence: Sentence, first: int, last: int) -> bool:
    """Whether a side stands here only as the one who says so."""
    grammar = section("grammar")
    folded = document.tokens.folded
    behind = folded[last : min(sentence.last, last + 3)]
    if behind and (
        behind[0] in grammar["reporting"]
        or (
            len(behind) > 1
            and behind[1] in grammar["reporting"]
            and behind[0]
            in {
                "official",
                "officials",
                "spokesman",
                "sources",
                "source",
                "spokeswoman",
                "chief",
                "also",
                "have",
                "has",
                "had",
                "statement",
            }
        )
    ):
        return behind[0] not in {"claimed", "claims", "claim"} or "responsibility" not in behind
    return "according" in folded[max(sentence.first, first - 5) : first]


def sides_of(document: Document, index: int, cues: Cues, actors: tuple[ActorMention, ...]) -> tuple[Side, ...]:
    """The sides that a sentence names, in its order.

    Args:
        document: the text.
        index: which sentence.
        cues: the scan of role words.
        actors: the actor mentions of the sentence.
    """
    sentence = document.sentences[index]
    starts = document.tokens.starts
    masks = [(name, bit(name)) for name in _ORDER]
    spans: list[tuple[int, int, str, ActorMention | None]] = []
    taken: set[int] = set()
    for mention in actors:
        first, last = bisect_left(starts, mention.start), bisect_left(starts, mention.end)
        mask = cues.within(first, min(last + 1, sentence.last))
        kind = "" if mention.actor is None else _KINDS[mention.actor.kind]
        if not kind:
            kind = next((name for name, bits in masks if mask & bits), "")
        if kind == "state" and mask & bit("armed") and not mask & bit("state"):
            kind = "armed"  # "Taliban militants": the role word says as what they act
        if kind == "mob" and not mask & bit("mob", "rioter"):
            kind = "crowd"  # "the crowd"
        behind = document.tokens.folded[last] if last < sentence.last else ""
        if behind in _BACKED and document.tokens.joined[last]:
            taken.update(range(first, last))
            continue  # "Turkey-backed rebels": the rebels act
        spans.append((first, last, _PLAIN.get(kind, kind), mention))
        taken.update(range(first, last))
    for hit in cues.sides:
        if hit.first >= sentence.last:
            break
        if hit.first >= sentence.first and taken.isdisjoint(range(hit.first, hit.last)):
            kind = next(name for name, bits in masks if hit.payload & bits)
            spans.append((hit.first, hit.last, _PLAIN.get(kind, kind), None))
    spans.sort(key=lambda span: span[:2])
    return tuple(
        Side(
            first,
            last,
            kind,
            _governor(document, sentence.first, first),
            _speaks(document, sentence, first, last),
            mention,
        )
        for first, last, kind, mention in spans
    )
