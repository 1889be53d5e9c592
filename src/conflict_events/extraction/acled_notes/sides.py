"""The sides of a note's one event, from all of its sentences: who it was against may stand apart from the verb."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from attrs import evolve

from conflict_events.extraction.event_mention import EventMention
from conflict_events.lexicon.load import section
from conflict_events.lexicon.sides import side, side_id
from conflict_events.mentions.cues import bit, scan
from conflict_events.model.kind import ARMED, FORCES, ActorKind
from conflict_events.model.mention import ActorMention
from conflict_events.model.taxonomy import CROWDS, EventType
from conflict_events.model.taxonomy import SubEventType as Kind
from conflict_events.text.sentences import Document

__all__ = ["with_sides"]

_CROWD = frozenset({ActorKind.PROTESTERS, ActorKind.RIOTERS})
_MET = frozenset({Kind.EXCESSIVE_FORCE, Kind.PROTEST_WITH_INTERVENTION, Kind.VIOLENT_DEMONSTRATION})
"""Crowds that somebody met."""
_ARMED_TWO = frozenset({Kind.DISRUPTED_WEAPONS_USE, Kind.NON_VIOLENT_TRANSFER, Kind.AGREEMENT})
"""Strategic developments between two armed sides."""
_ON_PEOPLE = frozenset({EventType.EXPLOSIONS, EventType.VIOLENCE_AGAINST_CIVILIANS, EventType.RIOTS})
_AT_PEOPLE = frozenset({Kind.LOOTING, Kind.ARRESTS})
"""Acts on people, who are their second side where no armed one is."""
_ALONE = frozenset({Kind.CHANGE_TO_GROUP, Kind.HEADQUARTERS_ESTABLISHED, Kind.OTHER})


def with_sides(
    document: Document,
    event_mention: EventMention,
    event_mentions: Sequence[EventMention],
    actors: Sequence[ActorMention],
) -> EventMention:
    """The event mention with the sides that only other sentences, or words apart from the verb, name.

    Args:
        document: the text.
        event_mention: the note's event.
        event_mentions: all its acts.
        actors: mentions of sides, in order.
    """
    kind = event_mention.sub_event_type
    told = [actor for actor in actors if actor.actor is not None and not _speaks(document, actor)]
    armed = [actor for actor in told if actor.actor is not None and actor.actor.kind in ARMED]
    if kind not in _ALONE and kind is not Kind.AGREEMENT:
        armed = [actor for actor in armed if not _governs(actor)]
    if kind.event_type in CROWDS:
        return _crowd(event_mention, event_mentions, armed)
    event_mention = _in_order(event_mention)
    planter = _by(document, armed)
    if planter is not None and kind.event_type is EventType.EXPLOSIONS and event_mention.agent is not planter:
        patient = (
            event_mention.agent
            if event_mention.patient is None or event_mention.patient is planter
            else event_mention.patient
        )
        event_mention = evolve(event_mention, agent=planter, patient=patient, more_agents=())
    if event_mention.agent is None and kind is not Kind.ARRESTS and not (kind is Kind.OTHER and _fled(event_mention)):
        event_mention = evolve(event_mention, agent=_first(event_mention, armed))
    event_mention = _alone(document, _affiliated(document, event_mention, armed))
    if kind in _ALONE:
        if event_mention.agent is None and (event_mention.rule == "note.label" or _fled(event_mention)):
            fled = ActorMention(
                event_mention.trigger.start, event_mention.trigger.end, event_mention.trigger.text, "actor.note.fled"
            )
            event_mention = evolve(
                event_mention, agent=_unarmed(event_mention, told) or evolve(fled, actor=side("civilians"))
            )
        return evolve(event_mention, patient=None)
    if kind.event_type is EventType.BATTLES and event_mention.agent is None and event_mention.patient is not None:
        event_mention = _both_hurt(event_mention)
    if event_mention.patient is None or _same(event_mention.patient, event_mention.agent):
        other = _other(document, event_mention, told if kind is Kind.ARRESTS else armed)
        if kind.event_type in (EventType.BATTLES, EventType.EXPLOSIONS) or kind in _ARMED_TWO or kind is Kind.ARRESTS:
            rest = tuple(one for one in event_mention.more_agents if one is not other)
            event_mention = evolve(event_mention, patient=other, more_agents=rest)
        elif _same(event_mention.patient, event_mention.agent):
            event_mention = evolve(event_mention, patient=None)
        if event_mention.patient is None and (kind.event_type in _ON_PEOPLE or kind in _AT_PEOPLE):
            event_mention = evolve(event_mention, patient=_unarmed(event_mention, told))
    if kind is Kind.LOOTING and event_mention.patient is None:
        event_mention = evolve(event_mention, patient=_owners(document))
    return event_mention


def _in_order(event_mention: EventMention) -> EventMention:
    """Of sides that act together, the first named is the main one, and a group with a name before gunmen without one."""
    sides = [one for one in (event_mention.agent, *event_mention.more_agents) if one is not None]
    if len(sides) < 2:
        return event_mention
    first, *rest = sorted(sides, key=lambda one: (_open(one), one.start))
    return evolve(event_mention, agent=first, more_agents=tuple(rest))


def _both_hurt(event_mention: EventMention) -> EventMention:
    """The sides of a fight of which only the dead of both are told: "22 policemen and one rebel were killed"."""
    patient = event_mention.patient
    if patient is None or patient.actor is None:
        return event_mention
    state = patient.actor.kind in FORCES
    armed = [one for one in event_mention.more_patients if one.actor is not None and one.actor.kind in ARMED]
    other = next((one for one in armed if one.actor is not None and (one.actor.kind in FORCES) != state), None)
    rest = tuple(one for one in event_mention.more_patients if one is not other)
    return event_mention if other is None else evolve(event_mention, agent=other, more_patients=rest)


def _affiliated(document: Document, event_mention: EventMention, armed: Sequence[ActorMention]) -> EventMention:
    """A gunman of a group that the words right behind him name: "a bomber affiliated with the Islamic State"."""
    agent = event_mention.agent
    if agent is None or not _open(agent) or agent.actor is None or agent.actor.kind in FORCES:
        return event_mention
    last = bisect_left(document.tokens.starts, agent.end)
    for group in armed:
        first = bisect_left(document.tokens.starts, group.start)
        between = document.tokens.folded[last:first]
        if (
            not _open(group)
            and 0 < first - last <= NEAR
            and not section("coder_notes")["affiliated"].isdisjoint(between)
        ):
            return evolve(event_mention, agent=group)
    return event_mention


NEAR = 6
"""Tokens between a gunman and the group to which the note counts him."""


def _alone(document: Document, event_mention: EventMention) -> EventMention:
    """A gunman who acts alone, and is said to: "a lone white supremacist gunman"."""
    agent = event_mention.agent
    if agent is None or not _open(agent) or agent.actor is None or agent.actor.kind in FORCES:
        return event_mention
    first = bisect_left(document.tokens.starts, agent.start)
    if section("coder_notes")["alone"].isdisjoint(document.tokens.folded[max(0, first - 4) : first]):
        return event_mention
    return evolve(event_mention, agent=evolve(agent, actor=side("sole_perpetrator")))


def _fled(event_mention: EventMention) -> bool:
    """Whether people fled, who are the side that acts; from whom they fled acts not here."""
    return (
        event_mention.sub_event_type is Kind.OTHER
        and event_mention.trigger.entry.startswith("other")
        and not event_mention.trigger.entry.endswith("power")
    )


def _owners(document: Document) -> ActorMention | None:
    """Whose the houses, shops or cattle are that were taken or destroyed: civilians', where nobody else is named."""
    cues, mask = scan(document), bit("homes")
    at = next((i for i, found in enumerate(cues.tokens) if found & mask), None)
    if at is None:
        return None
    start, end = document.tokens.starts[at], document.tokens.ends[at]
    return ActorMention(start, end, document.text[start:end], "actor.note.owners", actor=side("civilians"))


def _governs(mention: ActorMention) -> bool:
    return mention.actor is not None and side_id(mention.actor) in {"government", "officials"}


def _crowd(
    event_mention: EventMention, event_mentions: Sequence[EventMention], armed: Sequence[ActorMention]
) -> EventMention:
    """A crowd's other side: whoever met it with force, and nobody where all was peaceful."""
    if (
        event_mention.agent is not None
        and event_mention.agent.actor is not None
        and event_mention.agent.actor.kind in FORCES
    ):
        people = (
            event_mention.patient if event_mention.patient is not None and event_mention.patient not in armed else None
        )
        event_mention = evolve(
            event_mention, agent=people, patient=event_mention.agent, more_agents=(), more_patients=()
        )
    patient = event_mention.patient
    if event_mention.sub_event_type is Kind.PEACEFUL_PROTEST:
        counter = patient is not None and patient.actor is not None and patient.actor.kind in _CROWD
        return event_mention if counter else evolve(event_mention, patient=None, more_patients=())
    if event_mention.sub_event_type is Kind.MOB_VIOLENCE:
        return _by_mob(event_mention)
    if event_mention.sub_event_type not in _MET:
        return event_mention
    if patient is None or patient.actor is None or patient not in armed:
        sides = [
            side
            for one in event_mentions
            for side in (one.agent, *one.more_agents, one.patient, *one.more_patients)
            if side is not None
        ]
        found = next((side for side in sides if side in armed), None)
        if event_mention.sub_event_type is not Kind.VIOLENT_DEMONSTRATION:
            found = found or next((side for side in armed if _acts(side)), None)
        return evolve(event_mention, patient=found)
    return event_mention


def _by_mob(event_mention: EventMention) -> EventMention:
    """Whom a mob struck: people who bear no arms; two crowds that clash are both rioters."""
    first = event_mention.trigger
    if first.entry.startswith("clash"):
        rioters = ActorMention(first.start, first.end, first.text, "actor.note.both", actor=side("rioters"))
        supporters = event_mention.patient is not None and event_mention.patient.rule == "actor.name.follower"
        return event_mention if supporters else evolve(event_mention, patient=rioters)
    loss = next((one for one in event_mention.casualties if one.claim is not None), None)
    if event_mention.patient is not None or loss is None:
        return event_mention
    hurt = ActorMention(loss.start, loss.end, loss.text, "actor.note.hurt", actor=side("civilians"))
    return evolve(event_mention, patient=hurt)


def _acts(mention: ActorMention) -> bool:
    """Whether a side is police or another force of the state, who meet crowds."""
    return mention.actor is not None and mention.actor.kind in FORCES


def _speaks(document: Document, actor: ActorMention) -> bool:
    """Whether a side only reports: "according to the police", "the army said"."""
    folded = document.tokens.folded
    first, last = bisect_left(document.tokens.starts, actor.start), bisect_left(document.tokens.starts, actor.end)
    says = last < len(folded) and folded[last] in section("grammar")["reporting"] - section("coder_notes")["decreeing"]
    return says or "according" in folded[max(0, first - 4) : first]


def _by(document: Document, armed: Sequence[ActorMention]) -> ActorMention | None:
    """The side behind "planted by"."""
    folded = document.tokens.folded
    for actor in armed:
        first = bisect_left(document.tokens.starts, actor.start)
        before = folded[max(0, first - 4) : first]
        if "by" in before and not section("coder_notes")["laid"].isdisjoint(folded[max(0, first - 8) : first]):
            return actor
    return None


def _name(mention: ActorMention | None) -> str:
    return "" if mention is None or mention.actor is None else mention.actor.name


def _same(one: ActorMention | None, other: ActorMention | None) -> bool:
    return one is not None and other is not None and (one is other or _name(one) == _name(other))


def _open(mention: ActorMention) -> bool:
    return mention.actor is not None and mention.actor.id is not None and mention.actor.id.startswith("open.")


def _first(event_mention: EventMention, armed: Sequence[ActorMention]) -> ActorMention | None:
    """The first armed side that is not the one acted on."""
    taken = (event_mention.patient, *event_mention.more_patients)
    return next((actor for actor in armed if not any(_same(actor, one) for one in taken)), None)


def _other(document: Document, event_mention: EventMention, armed: Sequence[ActorMention]) -> ActorMention | None:
    """The first armed side that is another than the agent; a plain role ("soldiers") must be of the other kind."""
    agent = event_mention.agent
    state = agent is not None and agent.actor is not None and agent.actor.kind in FORCES
    found = [
        actor
        for actor in armed
        if actor.actor is not None
        and not _same(actor, agent)
        and not (_open(actor) and (actor.actor.kind in FORCES) == state and agent is not None)
    ]
    if event_mention.sub_event_type is Kind.ARRESTS:
        return next((actor for actor in found if actor.start >= event_mention.trigger.end), None)
    against = next((actor for actor in found if _against(document, actor)), None)
    apart = next((actor for actor in found if actor not in event_mention.more_agents), None)
    return against or apart or next(iter(found), None)


def _against(document: Document, actor: ActorMention) -> bool:
    """Whether a side stands behind "with", "from", "against" or the like."""
    first = bisect_left(document.tokens.starts, actor.start)
    return not section("coder_notes")["against"].isdisjoint(document.tokens.folded[max(0, first - 3) : first])


def _unarmed(event_mention: EventMention, told: Sequence[ActorMention]) -> ActorMention | None:
    """The first people without arms in the note."""
    civil = (actor for actor in told if actor.actor is not None and actor.actor.kind is ActorKind.CIVILIANS)
    return next((actor for actor in civil if actor is not event_mention.agent), None)
