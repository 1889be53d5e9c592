"""The sides of a note's one event, from all of its sentences: who it was against may stand apart from the verb."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from attrs import evolve

from conflict_events.frames.frame import EventFrame
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
    document: Document, frame: EventFrame, frames: Sequence[EventFrame], actors: Sequence[ActorMention]
) -> EventFrame:
    """The frame with the sides that only other sentences, or words apart from the verb, name.

    Args:
        document: the text.
        frame: the note's event.
        frames: all its acts.
        actors: mentions of sides, in order.
    """
    kind = frame.sub_event_type
    told = [actor for actor in actors if actor.actor is not None and not _speaks(document, actor)]
    armed = [actor for actor in told if actor.actor is not None and actor.actor.kind in ARMED]
    if kind not in _ALONE and kind is not Kind.AGREEMENT:
        armed = [actor for actor in armed if not _governs(actor)]
    if kind.event_type in CROWDS:
        return _crowd(frame, frames, armed)
    frame = _in_order(frame)
    planter = _by(document, armed)
    if planter is not None and kind.event_type is EventType.EXPLOSIONS and frame.agent is not planter:
        patient = frame.agent if frame.patient is None or frame.patient is planter else frame.patient
        frame = evolve(frame, agent=planter, patient=patient, more_agents=())
    if frame.agent is None and kind is not Kind.ARRESTS and not (kind is Kind.OTHER and _fled(frame)):
        frame = evolve(frame, agent=_first(frame, armed))
    frame = _alone(document, _affiliated(document, frame, armed))
    if kind in _ALONE:
        if frame.agent is None and (frame.rule == "note.label" or _fled(frame)):
            fled = ActorMention(frame.trigger.start, frame.trigger.end, frame.trigger.text, "actor.note.fled")
            frame = evolve(frame, agent=_unarmed(frame, told) or evolve(fled, actor=side("civilians")))
        return evolve(frame, patient=None)
    if kind.event_type is EventType.BATTLES and frame.agent is None and frame.patient is not None:
        frame = _both_hurt(frame)
    if frame.patient is None or _same(frame.patient, frame.agent):
        other = _other(document, frame, told if kind is Kind.ARRESTS else armed)
        if kind.event_type in (EventType.BATTLES, EventType.EXPLOSIONS) or kind in _ARMED_TWO or kind is Kind.ARRESTS:
            rest = tuple(one for one in frame.more_agents if one is not other)
            frame = evolve(frame, patient=other, more_agents=rest)
        elif _same(frame.patient, frame.agent):
            frame = evolve(frame, patient=None)
        if frame.patient is None and (kind.event_type in _ON_PEOPLE or kind in _AT_PEOPLE):
            frame = evolve(frame, patient=_unarmed(frame, told))
    if kind is Kind.LOOTING and frame.patient is None:
        frame = evolve(frame, patient=_owners(document))
    return frame


def _in_order(frame: EventFrame) -> EventFrame:
    """Of sides that act together, the first named is the main one, and a group with a name before gunmen without one."""
    sides = [one for one in (frame.agent, *frame.more_agents) if one is not None]
    if len(sides) < 2:
        return frame
    first, *rest = sorted(sides, key=lambda one: (_open(one), one.start))
    return evolve(frame, agent=first, more_agents=tuple(rest))


def _both_hurt(frame: EventFrame) -> EventFrame:
    """The sides of a fight of which only the dead of both are told: "22 policemen and one rebel were killed"."""
    patient = frame.patient
    if patient is None or patient.actor is None:
        return frame
    state = patient.actor.kind in FORCES
    armed = [one for one in frame.more_patients if one.actor is not None and one.actor.kind in ARMED]
    other = next((one for one in armed if one.actor is not None and (one.actor.kind in FORCES) != state), None)
    rest = tuple(one for one in frame.more_patients if one is not other)
    return frame if other is None else evolve(frame, agent=other, more_patients=rest)


def _affiliated(document: Document, frame: EventFrame, armed: Sequence[ActorMention]) -> EventFrame:
    """A gunman of a group that the words right behind him name: "a bomber affiliated with the Islamic State"."""
    agent = frame.agent
    if agent is None or not _open(agent) or agent.actor is None or agent.actor.kind in FORCES:
        return frame
    last = bisect_left(document.tokens.starts, agent.end)
    for group in armed:
        first = bisect_left(document.tokens.starts, group.start)
        between = document.tokens.folded[last:first]
        if (
            not _open(group)
            and 0 < first - last <= NEAR
            and not section("coder_notes")["affiliated"].isdisjoint(between)
        ):
            return evolve(frame, agent=group)
    return frame


NEAR = 6
"""Tokens between a gunman and the group to which the note counts him."""


def _alone(document: Document, frame: EventFrame) -> EventFrame:
    """A gunman who acts alone, and is said to: "a lone white supremacist gunman"."""
    agent = frame.agent
    if agent is None or not _open(agent) or agent.actor is None or agent.actor.kind in FORCES:
        return frame
    first = bisect_left(document.tokens.starts, agent.start)
    if section("coder_notes")["alone"].isdisjoint(document.tokens.folded[max(0, first - 4) : first]):
        return frame
    return evolve(frame, agent=evolve(agent, actor=side("sole_perpetrator")))


def _fled(frame: EventFrame) -> bool:
    """Whether people fled, who are the side that acts; from whom they fled acts not here."""
    return (
        frame.sub_event_type is Kind.OTHER
        and frame.trigger.entry.startswith("other")
        and not frame.trigger.entry.endswith("power")
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


def _crowd(frame: EventFrame, frames: Sequence[EventFrame], armed: Sequence[ActorMention]) -> EventFrame:
    """A crowd's other side: whoever met it with force, and nobody where all was peaceful."""
    if frame.agent is not None and frame.agent.actor is not None and frame.agent.actor.kind in FORCES:
        people = frame.patient if frame.patient is not None and frame.patient not in armed else None
        frame = evolve(frame, agent=people, patient=frame.agent, more_agents=(), more_patients=())
    patient = frame.patient
    if frame.sub_event_type is Kind.PEACEFUL_PROTEST:
        counter = patient is not None and patient.actor is not None and patient.actor.kind in _CROWD
        return frame if counter else evolve(frame, patient=None, more_patients=())
    if frame.sub_event_type is Kind.MOB_VIOLENCE:
        return _by_mob(frame)
    if frame.sub_event_type not in _MET:
        return frame
    if patient is None or patient.actor is None or patient not in armed:
        sides = [
            side
            for one in frames
            for side in (one.agent, *one.more_agents, one.patient, *one.more_patients)
            if side is not None
        ]
        found = next((side for side in sides if side in armed), None)
        if frame.sub_event_type is not Kind.VIOLENT_DEMONSTRATION:
            found = found or next((side for side in armed if _acts(side)), None)
        return evolve(frame, patient=found)
    return frame


def _by_mob(frame: EventFrame) -> EventFrame:
    """Whom a mob struck: people who bear no arms; two crowds that clash are both rioters."""
    first = frame.trigger
    if first.entry.startswith("clash"):
        rioters = ActorMention(first.start, first.end, first.text, "actor.note.both", actor=side("rioters"))
        supporters = frame.patient is not None and frame.patient.rule == "actor.name.follower"
        return frame if supporters else evolve(frame, patient=rioters)
    loss = next((one for one in frame.casualties if one.claim is not None), None)
    if frame.patient is not None or loss is None:
        return frame
    hurt = ActorMention(loss.start, loss.end, loss.text, "actor.note.hurt", actor=side("civilians"))
    return evolve(frame, patient=hurt)


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


def _first(frame: EventFrame, armed: Sequence[ActorMention]) -> ActorMention | None:
    """The first armed side that is not the one acted on."""
    taken = (frame.patient, *frame.more_patients)
    return next((actor for actor in armed if not any(_same(actor, one) for one in taken)), None)


def _other(document: Document, frame: EventFrame, armed: Sequence[ActorMention]) -> ActorMention | None:
    """The first armed side that is another than the agent; a plain role ("soldiers") must be of the other kind."""
    agent = frame.agent
    state = agent is not None and agent.actor is not None and agent.actor.kind in FORCES
    found = [
        actor
        for actor in armed
        if actor.actor is not None
        and not _same(actor, agent)
        and not (_open(actor) and (actor.actor.kind in FORCES) == state and agent is not None)
    ]
    if frame.sub_event_type is Kind.ARRESTS:
        return next((actor for actor in found if actor.start >= frame.trigger.end), None)
    against = next((actor for actor in found if _against(document, actor)), None)
    apart = next((actor for actor in found if actor not in frame.more_agents), None)
    return against or apart or next(iter(found), None)


def _against(document: Document, actor: ActorMention) -> bool:
    """Whether a side stands behind "with", "from", "against" or the like."""
    first = bisect_left(document.tokens.starts, actor.start)
    return not section("coder_notes")["against"].isdisjoint(document.tokens.folded[max(0, first - 3) : first])


def _unarmed(frame: EventFrame, told: Sequence[ActorMention]) -> ActorMention | None:
    """The first people without arms in the note."""
    civil = (actor for actor in told if actor.actor is not None and actor.actor.kind is ActorKind.CIVILIANS)
    return next((actor for actor in civil if actor is not frame.agent), None)
