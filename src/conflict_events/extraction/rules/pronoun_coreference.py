"""Whom "they" or "he" stands for: the one side named shortly before that fits in number and predicate; else nobody."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from attrs import evolve

from conflict_events.extraction.rules.participants import Participant, kind_in, speaks
from conflict_events.extraction.rules.segments import BEFORE, Segment
from conflict_events.extraction.rules.subjects import speaks_of_itself
from conflict_events.lexicon.load import section
from conflict_events.lexicon.sides import is_open, side_id
from conflict_events.mentions.cues import Cues
from conflict_events.mentions.triggers import Found
from conflict_events.model.kind import GROUPS, ActorKind
from conflict_events.model.mention import ActorMention
from conflict_events.model.quick import frozen
from conflict_events.text.sentences import Document

__all__ = ["stood_for"]

SHOWN = 4
"""Candidates that a reason names."""

_ARMED = frozenset({"armed", "state", "mob"})
_BY_THE_ARMED = frozenset(
    {
        "shoot", "kill", "abduct", "arrest", "bomb", "shelling", "air_strike", "grenade", "suicide_bomb", "clash",
        "capture", "disperse", "raid",
    }
)  # fmt: skip
"""Acts of armed sides: where one was named, nobody else is meant."""


_BY_A_BODY = frozenset(
    {"abduct", "arrest", "capture", "shelling", "air_strike", "clash", "disperse", "raid", "assault"}
)
"""Acts that "it" may do."""


@frozen(slots=True, eq=False)
class _Candidate:
    """A side that may be meant: what it is, and whether it only says so."""

    mention: ActorMention
    kind: str
    speaks: bool

    @property
    def name(self) -> str:
        return "" if self.mention.actor is None else self.mention.actor.name


def stood_for(
    document: Document,
    segment: Segment,
    cues: Cues,
    found: Found,
    chosen: Sequence[Participant],
    others: Sequence[Participant],
    *,
    acts: bool,
) -> tuple[list[Participant], ActorMention | None]:
    """The agents or the patients of a predicate, with pronouns replaced by whom they stand for.

    Args:
        document: the text.
        segment: the sentence.
        cues: what the words of the text say.
        found: the trigger.
        chosen: its agents or its patients.
        others: the sides opposite, whom no pronoun of these stands for.
        acts: whether they are its agents.

    Returns:
        The sides, without pronouns that may be several or nobody; and the first such pronoun with its reason.
    """
    if not any(side.pronoun for side in chosen):
        return list(chosen), None
    kept: list[Participant] = []
    unclear: ActorMention | None = None
    for side in chosen:
        if not side.pronoun:
            kept.append(side)
            continue
        if side.pronoun == "body" and not (acts and found.entry.act in _BY_A_BODY):
            continue
        fitting = _itself(document, segment, cues, side, found) or _fitting(document, segment, cues, side, others)
        if acts and found.entry.act in _BY_THE_ARMED and side.pronoun == "several":
            fitting = [one for one in fitting if one.kind in _ARMED] or fitting
        mention = _mention(document, side, fitting)
        if mention.actor is None:
            unclear = unclear or mention
        else:
            kind = next(one.kind for one in fitting if one.mention is mention.refers_to)
            kept.append(evolve(side, mention=mention, kind=kind))
    return kept, unclear


def _mention(document: Document, side: Participant, fitting: Sequence[_Candidate]) -> ActorMention:
    """The pronoun with the one actor that fits, or with the reason why none is meant."""
    tokens = document.tokens
    start, end, word = tokens.starts[side.first], tokens.ends[side.last - 1], tokens.texts[side.first]
    several = side.pronoun == "several"
    names = _distinct(fitting)
    if len(names) == 1:
        meant = next(one.mention for one in fitting if one.name in names)
        reason = f"{word!r} points back to {meant.text!r}"
        return ActorMention(
            start, end, word, "actor.pronoun", actor=meant.actor, plural=several, refers_to=meant, reason=reason
        )
    if names:
        phrases = dict.fromkeys(one.mention.text for one in fitting)
        reason = f"{word!r} may be {' or '.join(repr(phrase) for phrase in list(phrases)[:SHOWN])}"
    else:
        reason = f"no side that {word!r} can stand for is named shortly before"
    return ActorMention(start, end, word, "actor.pronoun", plural=several, reason=reason, may_be=sorted(names))


def _distinct(fitting: Sequence[_Candidate]) -> set[str]:
    """Names of the sides; an open one ("soldiers") is none of its own beside a named one of its kind."""
    actors = {one.name: one.mention.actor for one in fitting if one.mention.actor is not None}
    named = {side_id(actor) for actor in actors.values() if not is_open(actor)} - {None}
    return {name for name, actor in actors.items() if not (is_open(actor) and side_id(actor) in named)}


def _fitting(
    document: Document, segment: Segment, cues: Cues, side: Participant, others: Sequence[Participant]
) -> list[_Candidate]:
    """The sides that fit, of the nearest sentence that names any: before the pronoun, or one or two sentences back."""
    taken = [other.mention for other in others if other.mention is not None]
    start = document.tokens.starts[side.first]
    for back in range(BEFORE + 1):
        index = segment.index - back
        if index < 0:
            break
        first, last = document.sentences[index].start, document.sentences[index].end
        named = [actor for actor in segment.named if first <= actor.start and actor.end <= min(last, start)]
        found = [
            _candidate(document, cues, index, actor)
            for actor in named
            if _fits(document, actor, side) and not any(_same(actor, other) for other in taken)
        ]
        found = [one for one in found if not one.speaks] or found
        if found and side.pronoun == "body" and _other_things(document, index, side):
            return []
        if found:
            return found
    return []


def _itself(document: Document, segment: Segment, cues: Cues, side: Participant, found: Found) -> list[_Candidate]:
    """The side that says it of itself: "police said on Monday that they had shot"."""
    folded = document.tokens.folded
    for speaker in segment.sides:
        before = speaker.last <= side.first and speaker.speaks
        if before and speaker.mention is not None and speaks_of_itself(folded, speaker, found.first):
            return [_candidate(document, cues, segment.index, speaker.mention)]
    return []


def _other_things(document: Document, index: int, side: Participant) -> bool:
    """Whether a weapon or the like is named that "it" may be too."""
    sentence = document.sentences[index]
    words = document.tokens.folded[sentence.first : min(sentence.last, side.first)]
    return not section("pronouns")["others"].isdisjoint(words)


def _candidate(document: Document, cues: Cues, index: int, actor: ActorMention) -> _Candidate:
    tokens, sentence = document.tokens, document.sentences[index]
    first, last = bisect_left(tokens.starts, actor.start), bisect_left(tokens.starts, actor.end)
    kind = kind_in(document, sentence, cues, actor, first, last)
    return _Candidate(actor, kind, speaks(document, sentence, first, last))


def _same(actor: ActorMention, other: ActorMention) -> bool:
    """Whether two mentions are one side; two people without arms are only where the words are the same."""
    if actor.actor is None or other.actor is None or actor.actor.name != other.actor.name:
        return False
    return actor.actor.kind is not ActorKind.CIVILIANS or actor.text.casefold() == other.text.casefold()


def _fits(document: Document, actor: ActorMention, side: Participant) -> bool:
    """Whether a mention may be meant by a pronoun of this number."""
    if side.pronoun == "body" and actor.rule == "actor.metonym.country":
        return True
    if actor.actor is None or actor.rule in _NO_PERSONS:
        return False
    words = section("pronouns")
    last = document.tokens.folded[bisect_left(document.tokens.starts, actor.end) - 1]
    if last in words["things"]:
        return False
    together = actor.rule.endswith(".army") or last == "police" or last in words["bodies"]
    if side.pronoun == "body":
        return together or (actor.actor.kind in GROUPS and actor.rule in _NAMES)
    if side.pronoun == "several":
        return actor.plural or together
    woman = side_id(actor.actor) in ("women", "girls")
    if actor.plural or together or last in (words["males"] if side.pronoun == "woman" else ()):
        return False
    return woman is False or side.pronoun == "woman"


_NAMES = frozenset({"actor.name", "actor.pattern", "actor.name.introduced", "actor.role.group"})
_NO_PERSONS = frozenset({"actor.metonym.country", "actor.metonym.capital", "actor.nation.acts"})
