"""Mentions to frames: triggers of a sentence gathered into acts, each with its sides, place, day and losses."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import partial
from typing import TypeVar

from conflict_events.frames.aims import NO_AIMS, Aims, aims_of
from conflict_events.frames.answerable import answer_in, answered, nobody
from conflict_events.frames.coder_notes import as_note, note_of
from conflict_events.frames.deeds import Act, Deed, acts_of, deeds_of
from conflict_events.frames.frame import Answer, EventFrame, Standing
from conflict_events.frames.history import too_coarse
from conflict_events.frames.main import prominence, weigh
from conflict_events.frames.orient import orient
from conflict_events.frames.reality import Passing, recalled
from conflict_events.frames.results import fold_results, only_talk
from conflict_events.frames.scene import scene_of
from conflict_events.frames.scenery import dates_of, part_of, places_of
from conflict_events.frames.stretch import Stretch, stretches
from conflict_events.frames.tiebreaks import classify
from conflict_events.frames.victims import with_victims
from conflict_events.mentions.cues import Cues, scan
from conflict_events.mentions.triggers import Found, found_in
from conflict_events.mentions.voices import voice_of
from conflict_events.model.coded import Rejection
from conflict_events.model.mention import (
    ActorMention,
    CasualtyMention,
    DateMention,
    Mention,
    PlaceMention,
    TriggerMention,
)
from conflict_events.model.taxonomy import SubEventType
from conflict_events.text.sentences import Document

__all__ = ["build"]

M = TypeVar("M", bound=Mention)


def build(
    document: Document,
    triggers: Sequence[TriggerMention],
    actors: Sequence[ActorMention],
    places: Sequence[PlaceMention],
    dates: Sequence[DateMention],
    casualties: Sequence[CasualtyMention],
) -> tuple[tuple[EventFrame, ...], tuple[Rejection, ...]]:
    """Frames in the order of the text, and the triggers that tell no event, each with its reason.

    Args:
        document: the text.
        triggers: as found in it; triggers left out here make no frame.
        actors: as found in it.
        places: as found in it.
        dates: as found in it.
        casualties: as found in it.

    Returns:
        One frame an act and sentence, and one rejection a trigger that tells none.
    """
    founds: Sequence[Found] = found_in(document)
    if len(founds) != len(triggers):
        wanted = {(trigger.start, trigger.end) for trigger in triggers}
        founds = [found for found in founds if (found.mention.start, found.mention.end) in wanted]
    note = note_of(document, dates)
    if not founds and note is None:
        return (), ()
    cues = scan(document)
    aims = aims_of(document, founds, cues)
    colourless = NO_AIMS if note is None else aims  # in news, violence against which a crowd marches may be its own
    read: list[tuple[Stretch, list[Deed]]] = []
    rejections: list[Rejection] = []
    for stretch in stretches(document, founds, cues, aims, actors, places, dates, casualties):
        deeds, refused = deeds_of(document, stretch, cues, aims, note=note is not None)
        rejections += refused
        if deeds:
            read.append((stretch, deeds))

    told: dict[int, frozenset[str]] = {}
    for stretch, deeds in read:
        told[stretch.index] = told.get(stretch.index, frozenset()) | {deed.act for deed in deeds}

    frames: list[EventFrame] = []
    history: list[tuple[EventFrame, str]] = []
    latest = max((date.when.end for date in dates if date.when is not None), default=None)
    for stretch, deeds in read:
        nearby = told.get(stretch.index - 1, frozenset()) | told.get(stretch.index + 1, frozenset())
        acts = acts_of(document, deeds, stretch.sentence.first, stretch.sentence.last)
        answer = answer_in(document, stretch.sentence.first, stretch.sentence.last, stretch.actors)
        spans = tuple([date.when.days for date in stretch.dates if date.when is not None])
        for act in acts:
            frame = _frame(document, cues, stretch, act, acts, nearby, colourless, answer)
            reason = only_talk(document, stretch, act, frame)
            if reason:
                rejections += _refused(frame, reason)
                continue
            frame = with_victims(frame, stretch.actors)
            reason = too_coarse(document, act, frame, latest, spans)
            if reason:
                history.append((frame, reason))
            else:
                frames.append(frame)
    if frames:
        rejections += (one for frame, reason in history for one in _refused(frame, reason))
    else:
        frames = [frame for frame, _ in history]  # an article about nothing else
    frames, baseless = fold_results(document, frames)
    weighed = weigh(answered(document, frames, actors))
    if note is not None:
        live = partial(_live, document, aims)
        weighed = as_note(
            document, note, weighed, live(actors), live(places), live(casualties), dates, protest=_protest(founds, aims)
        )
    return weighed, (*rejections, *baseless)


def _live(document: Document, aims: Aims, mentions: Sequence[M]) -> list[M]:
    """The mentions that stand in no crowd's aim."""
    starts = document.tokens.starts
    return [mention for mention in mentions if not aims.holds(bisect_left(starts, mention.start))]


def _protest(founds: Sequence[Found], aims: Aims) -> bool:
    """Whether the words speak of a protest, be it only one that was tried."""
    return any(found.entry.act == "protest" and not aims.holds(found.first) for found in founds)


def _refused(frame: EventFrame, reason: str) -> list[Rejection]:
    return [Rejection(trigger.evidence, reason) for trigger in (frame.trigger, *frame.also)]


def _frame(
    document: Document,
    cues: Cues,
    stretch: Stretch,
    act: Act,
    acts: Sequence[Act],
    nearby: frozenset[str],
    aims: Aims,
    answer: Answer | None,
) -> EventFrame:
    kind, rule = classify(scene_of(document, stretch, act, cues, nearby, aims))
    main, alone = act.main, len(acts) == 1
    doers = act.deeds
    if kind is SubEventType.DISRUPTED_WEAPONS_USE:
        doers = tuple(deed for deed in act.deeds if deed.act == "disrupt") or act.deeds
    senders = [side for deed in act.deeds if deed not in doers for side in deed.agents]
    first, second = orient(
        kind,
        [side for deed in doers for side in deed.agents],
        [*senders, *(side for deed in act.deeds for side in deed.patients)],
    )
    places, split = places_of(document, stretch, act, alone=alone)
    past = recalled(document, act.first, act.last, main.found)
    agent = first[0] if first else None
    if answer is not None and (nobody(agent) or agent in (answer.side, answer.accuser)):
        agent, first = None, (*first[:1], *answer.others)
    return EventFrame(
        kind,
        main.found.mention,
        stretch.index,
        also=tuple([deed.found.mention for deed in act.deeds if deed is not main]),
        agent=agent,
        patient=second[0] if second else None,
        more_agents=first[1:],
        more_patients=second[1:],
        places=tuple(places),
        split_places=split,
        dates=tuple(dates_of(document, stretch, act, alone=alone, leading=act is acts[0])),
        casualties=tuple(part_of(stretch.casualties, document, act, alone=alone)),
        standing=Standing.BACKGROUND if past else Standing.FRESH,
        answer=answer,
        unclear=next((deed.unclear for deed in act.live if deed.unclear is not None), None),
        source=voice_of(document, main.found.first),
        rule=f"tiebreak.{rule}",
        passing=main.passing is not Passing.NO,
        salience=prominence(kind, rule, act, stretch.index, past=past),
    )
