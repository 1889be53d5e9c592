"""One act as one sentence tells it, before anything is shared between sentences."""

from __future__ import annotations

from attrs import field

from conflict_events.discourse.standing import Cue
from conflict_events.model.evidence import Evidence
from conflict_events.model.mention import ActorMention, CasualtyMention, DateMention, PlaceMention, TriggerMention
from conflict_events.model.quick import frozen
from conflict_events.model.scope import Scope
from conflict_events.model.standing import Standing
from conflict_events.model.taxonomy import SubEventType

__all__ = ["Answer", "EventMention"]


@frozen(slots=True)
class Answer:
    """A side that answers for an act that somebody did.

    Args:
        side: who.
        claims: True where it says so itself, False where others blame it.
        words: the words that say so.
        accuser: who stands before the words of blame, and so did not do it.
        others: sides named in one breath with it ("blamed the army and the militia").
    """

    side: ActorMention
    claims: bool
    words: Evidence
    accuser: ActorMention | None = None
    others: tuple[ActorMention, ...] = field(default=(), kw_only=True)


@frozen(slots=True)
class EventMention:
    """One act: trigger, sides, places, days and claims, as mentions of one sentence.

    Args:
        sub_event_type: what happened, after the codebook's tie-breaks.
        trigger: the words that tell the act; ``also`` are further words that tell the same act.
        sentence: index of the sentence.
        agent: who acts (for battles and protests: the first side); None where the sentence names none.
        patient: who is acted on; None where the sentence names none.
        more_agents, more_patients: others on either side ("Israeli troops and settlers").
        places: place mentions that belong to this act, the most specific first.
        split_places: True where the act happened at each of them (missiles "into Tel Aviv and Haifa").
        dates: date mentions that belong to this act, the nearest to the trigger first.
        casualties: claims that belong to this act.
        standing: news or background.
        story: number of the article's story in which it stands.
        cue: the words that say that it is no news, if any do.
        answer: the side that claims the act or is blamed for it, where it is told so only.
        unclear: a pronoun that acts and may stand for several sides or for none, with the reason.
        source: the words for who says so ("Gaza health officials"); None where the article says it itself.
        rule: dotted name of the tie-break that decided the type.
        scope: conflict or ordinary crime.
        scoped: why it is ordinary crime; "" for conflict.
        witnessed: the roles or the company of a word bear out that it tells an act; else an act beside it must.
        salience: how likely this is what the article is about; the highest is the main act.
        passing: it only frames another act ("after clashes", "during a protest").
    """

    sub_event_type: SubEventType
    trigger: TriggerMention
    sentence: int
    also: tuple[TriggerMention, ...] = field(default=(), kw_only=True)
    agent: ActorMention | None = field(default=None, kw_only=True)
    patient: ActorMention | None = field(default=None, kw_only=True)
    more_agents: tuple[ActorMention, ...] = field(default=(), kw_only=True)
    more_patients: tuple[ActorMention, ...] = field(default=(), kw_only=True)
    places: tuple[PlaceMention, ...] = field(default=(), kw_only=True)
    split_places: bool = field(default=False, kw_only=True)
    dates: tuple[DateMention, ...] = field(default=(), kw_only=True)
    casualties: tuple[CasualtyMention, ...] = field(default=(), kw_only=True)
    standing: Standing = field(default=Standing.NEWS, kw_only=True)
    story: int = field(default=0, kw_only=True)
    cue: Cue | None = field(default=None, kw_only=True)
    answer: Answer | None = field(default=None, kw_only=True)
    unclear: ActorMention | None = field(default=None, kw_only=True)
    source: Evidence | None = field(default=None, kw_only=True)
    rule: str = field(default="", kw_only=True)
    acts: frozenset[str] = field(default=frozenset(), kw_only=True)
    passing: bool = field(default=False, kw_only=True)
    witnessed: bool = field(default=True, kw_only=True)
    scope: Scope = field(default=Scope.CONFLICT, kw_only=True)
    scoped: str = field(default="", kw_only=True)
    salience: float = field(default=0.0, kw_only=True)
