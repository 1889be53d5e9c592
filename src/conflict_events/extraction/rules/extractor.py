"""Mentions to event mentions: triggers of a sentence gathered into acts, each with its sides, place, day and losses."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import partial
from typing import TypeVar

from attrs import evolve

from conflict_events.discourse.crime_report import crime_report
from conflict_events.discourse.standing import Standings, read_standings
from conflict_events.discourse.stories import stories_of
from conflict_events.extraction.acled_notes.extractor import as_note, note_of
from conflict_events.extraction.event_mention import Answer, EventMention
from conflict_events.extraction.rules.actor_order import orient
from conflict_events.extraction.rules.argument_attachment import dates_of, part_of, places_of
from conflict_events.extraction.rules.classification import classify
from conflict_events.extraction.rules.consequences import fold_results, only_talk
from conflict_events.extraction.rules.factuality import Passing, recalled
from conflict_events.extraction.rules.features import features_of
from conflict_events.extraction.rules.grouping import Act, acts_of
from conflict_events.extraction.rules.predicates import Predicate, predicates_of
from conflict_events.extraction.rules.protest_demands import NO_AIMS, Aims, aims_of
from conflict_events.extraction.rules.responsibility import answer_in, answered, nobody
from conflict_events.extraction.rules.salience import prominence, weigh
from conflict_events.extraction.rules.segments import Segment, segments
from conflict_events.extraction.rules.standing import too_coarse
from conflict_events.extraction.rules.victims import with_victims
from conflict_events.mentions.cues import Cues, scan
from conflict_events.mentions.triggers import Found, found_in
from conflict_events.mentions.voices import voice_of
from conflict_events.model.coded import Rejection
from conflict_events.model.kind import GROUPS, ActorKind
from conflict_events.model.mention import (
    ActorMention,
    CasualtyMention,
    DateMention,
    Mention,
    PlaceMention,
    TriggerMention,
)
from conflict_events.model.scope import Scope
from conflict_events.model.standing import Standing
from conflict_events.model.taxonomy import SubEventType
from conflict_events.text.sentences import Document

__all__ = ["build"]

M = TypeVar("M", bound=Mention)

CRIMES = frozenset(
    {
        SubEventType.ATTACK,
        SubEventType.ARMED_CLASH,
        SubEventType.ABDUCTION,
        SubEventType.SEXUAL_VIOLENCE,
        SubEventType.ARRESTS,
        SubEventType.LOOTING,
        SubEventType.MOB_VIOLENCE,
        SubEventType.DISRUPTED_WEAPONS_USE,
    }
)
"""Types that private people's crimes look like."""
ORGANISED = GROUPS | {ActorKind.RIOTERS, ActorKind.PROTESTERS}
"""Doers who make an act one of a conflict whatever the article reports."""


def build(
    document: Document,
    triggers: Sequence[TriggerMention],
    actors: Sequence[ActorMention],
    places: Sequence[PlaceMention],
    dates: Sequence[DateMention],
    casualties: Sequence[CasualtyMention],
) -> tuple[tuple[EventMention, ...], tuple[Rejection, ...]]:
    """Frames in the order of the text, and the triggers that tell no event, each with its reason.

    Args:
        document: the text.
        triggers: as found in it; triggers left out here make no event mention.
        actors: as found in it.
        places: as found in it.
        dates: as found in it.
        casualties: as found in it.

    Returns:
        One event mention an act and sentence, and one rejection a trigger that tells none.
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
    standings, stories, report = read_standings(document), stories_of(document), crime_report(document)
    read: list[tuple[Segment, list[Predicate]]] = []
    rejections: list[Rejection] = []
    for segment in segments(document, founds, cues, aims, actors, places, dates, casualties):
        predicates, refused = predicates_of(document, segment, cues, aims, note=note is not None)
        rejections += refused
        if predicates:
            read.append((segment, predicates))

    told: dict[int, frozenset[str]] = {}
    for segment, predicates in read:
        told[segment.index] = told.get(segment.index, frozenset()) | {predicate.act for predicate in predicates}

    event_mentions: list[EventMention] = []
    history: list[tuple[EventMention, str]] = []
    latest = max((date.when.end for date in dates if date.when is not None), default=None)
    for segment, predicates in read:
        nearby = told.get(segment.index - 1, frozenset()) | told.get(segment.index + 1, frozenset())
        acts = acts_of(document, predicates, segment.sentence.first, segment.sentence.last)
        answer = answer_in(document, segment.sentence.first, segment.sentence.last, segment.actors)
        spans = tuple([date.when.days for date in segment.dates if date.when is not None])
        for act in acts:
            event_mention = _event_mention(document, cues, segment, act, acts, nearby, colourless, answer)
            event_mention = _scoped(event_mention, report)
            event_mention, reason = _told(
                document, segment, act, evolve(event_mention, story=stories[segment.index]), standings
            )
            if reason:
                rejections += _refused(event_mention, reason)
                continue
            event_mention = with_victims(event_mention, segment.actors)
            reason = too_coarse(document, act, event_mention, latest, spans)
            if reason:
                history.append((event_mention, reason))
            else:
                event_mentions.append(event_mention)
    if event_mentions:
        rejections += (one for event_mention, reason in history for one in _refused(event_mention, reason))
    else:
        event_mentions = [event_mention for event_mention, _ in history]  # an article about nothing else
    event_mentions, baseless = fold_results(document, event_mentions)
    weighed = weigh(answered(document, event_mentions, actors))
    if note is not None:
        live = partial(_live, document, aims)
        weighed = as_note(
            document, note, weighed, live(actors), live(places), live(casualties), dates, protest=_protest(founds, aims)
        )
    return weighed, (*rejections, *baseless)


def _scoped(event_mention: EventMention, report: str) -> EventMention:
    """The event mention as ordinary crime where the whole article reports some, unless a group or a crowd does it."""
    agent = None if event_mention.agent is None else event_mention.agent.actor
    organised = agent is not None and not agent.unidentified and agent.kind in ORGANISED
    if not report or organised or event_mention.sub_event_type not in CRIMES:
        return event_mention
    return evolve(event_mention, scope=Scope.CRIME, scoped=event_mention.scoped or report)


def _told(
    document: Document, segment: Segment, act: Act, event_mention: EventMention, standings: Standings
) -> tuple[EventMention, str]:
    """The event mention with the words that give it its standing, and why it makes no event, if it makes none."""
    found = act.main.found
    cue = standings.of(segment.index, found.first, found.last, noun=found.noun, gerund="VBG" in found.forms)
    if cue is not None and cue.makes == "no":
        return event_mention, f"{cue.why}: {cue.words.quote!r}"
    told = event_mention if cue is None else evolve(event_mention, cue=cue)
    return told, only_talk(document, segment, act, told)


def _live(document: Document, aims: Aims, mentions: Sequence[M]) -> list[M]:
    """The mentions that stand in no crowd's aim."""
    starts = document.tokens.starts
    return [mention for mention in mentions if not aims.holds(bisect_left(starts, mention.start))]


def _protest(founds: Sequence[Found], aims: Aims) -> bool:
    """Whether the words speak of a protest, be it only one that was tried."""
    return any(found.entry.act == "protest" and not aims.holds(found.first) for found in founds)


def _refused(event_mention: EventMention, reason: str) -> list[Rejection]:
    return [Rejection(trigger.evidence, reason) for trigger in (event_mention.trigger, *event_mention.also)]


def _event_mention(
    document: Document,
    cues: Cues,
    segment: Segment,
    act: Act,
    acts: Sequence[Act],
    nearby: frozenset[str],
    aims: Aims,
    answer: Answer | None,
) -> EventMention:
    kind, rule = classify(features_of(document, segment, act, cues, nearby, aims))
    main, alone = act.main, len(acts) == 1
    doers = act.predicates
    if kind is SubEventType.DISRUPTED_WEAPONS_USE:
        doers = tuple(predicate for predicate in act.predicates if predicate.act == "disrupt") or act.predicates
    senders = [side for predicate in act.predicates if predicate not in doers for side in predicate.agents]
    first, second = orient(
        kind,
        [side for predicate in doers for side in predicate.agents],
        [*senders, *(side for predicate in act.predicates for side in predicate.patients)],
    )
    places, split = places_of(document, segment, act, alone=alone)
    past = recalled(document, act.first, act.last, main.found)
    agent = first[0] if first else None
    if answer is not None and (nobody(agent) or agent in (answer.side, answer.accuser)):
        agent, first = None, (*first[:1], *answer.others)
    crimes = [predicate.crime for predicate in act.live]
    crime = crimes[0] if all(crimes) else ""
    return EventMention(
        kind,
        main.found.mention,
        segment.index,
        also=tuple([predicate.found.mention for predicate in act.predicates if predicate is not main]),
        agent=agent,
        patient=second[0] if second else None,
        more_agents=first[1:],
        more_patients=second[1:],
        places=tuple(places),
        split_places=split,
        dates=tuple(dates_of(document, segment, act, alone=alone)),
        casualties=tuple(part_of(segment.casualties, document, act, alone=alone)),
        standing=Standing.BACKGROUND if past else Standing.NEWS,
        answer=answer,
        unclear=next((predicate.unclear for predicate in act.live if predicate.unclear is not None), None),
        source=voice_of(document, main.found.first),
        rule=f"tiebreak.{rule}",
        acts=frozenset([predicate.act for predicate in act.predicates]),
        witnessed=any(predicate.witnessed for predicate in act.predicates),
        scope=Scope.CRIME if crime else Scope.CONFLICT,
        scoped=crime,
        passing=main.passing is not Passing.NO,
        salience=prominence(kind, rule, act, segment.index, past=past),
    )
