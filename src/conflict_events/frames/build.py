"""Mentions to frames: triggers of a sentence gathered into acts, each with its sides, place, day and losses."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import TypeVar

from attrs import evolve, field, frozen

from conflict_events.frames.clauses import Passing, Voice, circumstantial, roles, unreal, voice
from conflict_events.frames.concrete import Anchors, unspecific
from conflict_events.frames.context import no_conflict, past_deed, recalled
from conflict_events.frames.frame import EventFrame, Standing
from conflict_events.frames.main import weigh
from conflict_events.frames.orient import orient
from conflict_events.frames.sides import Side, sides_of
from conflict_events.frames.tiebreaks import Scene, classify
from conflict_events.frames.victims import with_victims
from conflict_events.lexicon.load import section
from conflict_events.mentions.cues import Cues, scan
from conflict_events.mentions.triggers import Found, found_in
from conflict_events.model.coded import Rejection
from conflict_events.model.mention import (
    ActorMention,
    CasualtyMention,
    DateMention,
    Mention,
    PlaceMention,
    TriggerMention,
)
from conflict_events.model.taxonomy import EventType
from conflict_events.model.taxonomy import SubEventType as Kind
from conflict_events.text.sentences import Document

__all__ = ["build"]

M = TypeVar("M", bound=Mention)


@frozen(slots=True, eq=False)
class Deed:
    """One trigger with the sides around it."""

    found: Found
    agent: Side | None
    patients: tuple[Side, ...]
    passing: Passing
    """Whether it only frames another act ("during clashes")."""


@frozen(slots=True, eq=False)
class Act:
    """Deeds of one sentence that tell one act; tokens ``first`` up to ``last`` are its part of the sentence."""

    deeds: tuple[Deed, ...]
    sentence: int
    first: int = field(default=0, kw_only=True)
    last: int = field(default=0, kw_only=True)

    @property
    def main(self) -> Deed:
        """The deed that names the act best: not in passing, by strength, the first."""
        return min(self.deeds, key=lambda deed: (deed.passing != "", -deed.found.entry.strength, deed.found.first))


def _by_sentence(document: Document, mentions: Sequence[M]) -> list[list[M]]:
    starts = [sentence.start for sentence in document.sentences]
    found: list[list[M]] = [[] for _ in document.sentences]
    for mention in mentions:
        index = bisect_left(starts, mention.start + 1) - 1
        if index >= 0:
            found[index].append(mention)
    return found


_TOGETHER = frozenset({"violence", "protest", "property"})
"""Families that one act may mix: a crowd that protests, is shot at, and loots."""


def _same_act(document: Document, act: list[Deed], deed: Deed) -> bool:
    """Whether a deed goes on telling the act at hand: families that mix, and no other agent."""
    family = deed.found.entry.family
    families = {other.found.entry.family for other in act}
    if deed.passing is Passing.APART and not (families == {"territory"} and family == "violence"):
        return False
    if family not in families and not (families | {family} <= _TOGETHER):
        if family == "territory" and families <= {"territory", "violence"}:
            pass
        elif family == "violence" and "territory" in families:
            pass
        elif {"protest", "custody"} == families | {family}:
            pass
        else:
            return False
    if deed.found.noun and not deed.passing and (_own_target(act, deed) or _retold(document, act, deed)):
        return False
    mine = next((other.agent for other in reversed(act) if other.agent is not None), None)
    if mine is None or deed.agent is None or deed.agent is mine or deed.passing:
        return True
    if family == "protest" or "protest" in families:
        return True
    if deed.found.entry.act in {"clash", "kill", "die", "injure", "disperse"} and mine.kind == deed.agent.kind:
        return True
    if mine.mention is not None and deed.agent.mention is not None:
        return mine.mention.actor is not None and mine.mention.actor == deed.agent.mention.actor
    if deed.agent in {side for other in act for side in other.patients}:
        return deed.found.entry.act not in {"air_strike", "shelling", "bomb"}
    return mine.kind == deed.agent.kind and deed.found.entry.strength < 3


def _retold(document: Document, act: list[Deed], deed: Deed) -> bool:
    """Whether a relative clause lies between two nouns: "the killing of X, who led the attack on Y" are two acts."""
    last = act[-1].found
    if not last.noun or last.entry.act == deed.found.entry.act:
        return False
    return not section("grammar")["persons"].isdisjoint(document.tokens.folded[last.last : deed.found.first])


def _own_target(act: list[Deed], deed: Deed) -> bool:
    """Whether two nouns each name a target: "the killing of X", "the attack on Y" are two acts."""
    last = next((other for other in reversed(act) if other.found.noun and not other.passing), None)
    if last is None or not last.patients or last.found.entry.act == deed.found.entry.act:
        return False
    return bool(deed.patients) and deed.patients[0] is not last.patients[0]


def _gather(document: Document, deeds: Iterable[Deed], sentence: int) -> list[Act]:
    groups: list[list[Deed]] = []
    for deed in deeds:
        for group in reversed(groups):
            if _same_act(document, group, deed):
                group.append(deed)
                break
        else:
            groups.append([deed])
    return [Act(tuple(group), sentence) for group in groups]


def _parts(acts: list[Act], first: int, last: int) -> list[Act]:
    """Give each act its part of the sentence; parts of acts that follow each other meet at the next act's first word."""
    if len(acts) == 1:
        return [evolve(acts[0], first=first, last=last)]
    ordered = sorted(acts, key=lambda act: act.deeds[0].found.first)
    cuts = [first]
    for act in ordered[1:]:
        lead = act.deeds[0]
        begin = lead.found.first
        for side in (lead.agent, *lead.patients):
            if side is not None and side.first < begin:
                begin = side.first
        cuts.append(max(begin, cuts[-1]))
    cuts.append(last)
    return [
        evolve(act, first=cuts[i], last=max(cuts[i + 1], act.deeds[-1].found.last)) for i, act in enumerate(ordered)
    ]


def _kinds(sides: Iterable[Side | None]) -> frozenset[str]:
    return frozenset(side.kind for side in sides if side is not None and side.kind)


def _scene(document: Document, act: Act, cues: Cues, nearby: frozenset[str]) -> Scene:
    around = 0
    for index in (act.sentence - 1, act.sentence + 1):
        if 0 <= index < len(cues.sentences):
            around |= cues.sentences[index]
    live = [deed for deed in act.deeds if not deed.passing] or list(act.deeds)
    main = act.main.found
    return Scene(
        acts=frozenset(deed.found.entry.act for deed in live),
        circumstances=frozenset(d.found.entry.act for d in act.deeds if d.passing is Passing.DURING),
        agents=_kinds(d.agent for d in live if d.found.entry.act != "protest" or not d.found.noun or len(live) == 1),
        patients=_kinds(side for deed in live for side in deed.patients),
        here=cues.within(act.first, act.last),
        whole=cues.sentences[act.sentence],
        target=_target(document, act, cues),
        around=around,
        nearby_acts=nearby,
        default=main.entry.sub_event_type,
    )


def _target(document: Document, act: Act, cues: Cues) -> int:
    """Classes of what the main trigger aims at: behind it, or before it in the passive."""
    main = act.main.found
    if voice(document, document.sentences[act.sentence], main) is Voice.PASSIVE:
        return cues.within(max(act.first, main.first - 12), main.first)
    return cues.within(main.last, min(act.last, main.last + 12))


def _after(document: Document, first: int, i: int) -> bool:
    """Whether a verb stands in a clause that begins with "after"."""
    before = document.tokens.folded[max(first, i - 8) : i]
    return "after" in before or "since" in before


def _nearest(mentions: list[M], acts: list[Act], act: Act, document: Document) -> list[M]:
    """The mentions of a sentence that belong to an act: those in its part, else those before the first act."""
    if len(acts) == 1:
        return mentions
    starts = document.tokens.starts
    low, high = starts[act.first], document.tokens.ends[act.last - 1]
    return [mention for mention in mentions if low <= mention.start < high]


def _owner(document: Document, place: PlaceMention) -> bool:
    """Whether a place only owns something ("leaders of Iran's allies") and no preposition puts the act there."""
    folded = document.tokens.folded
    last = bisect_left(document.tokens.starts, place.end)
    if last >= len(folded) or folded[last] != "'s":
        return False
    first = bisect_left(document.tokens.starts, place.start)
    before = folded[first - 1] if first else ""
    return before == "of" or before not in section("grammar")["prepositions"]


def _scene_places(document: Document, places: list[PlaceMention], act: Act) -> tuple[list[PlaceMention], bool]:
    """Places in the order in which they may be the scene: behind the trigger first, then before it; and whether
    those behind are on a par, so that the act happened at each ("into Tel Aviv and Haifa")."""
    tokens = document.tokens
    edge = tokens.ends[act.main.found.last - 1]
    behind = [place for place in places if place.start >= edge]
    before = [place for place in places if place.start < edge]
    group: list[PlaceMention] = behind[:1]
    joined = False
    for left, right in zip(behind, behind[1:], strict=False):
        between = tokens.text[left.end : right.start].strip()
        if between not in {",", "and", ", and"}:
            break
        group.append(right)
        joined = joined or "and" in between
    if joined and len(group) > 1:
        return group, True
    return [*behind, *reversed(before)], False


def _frame(
    document: Document,
    cues: Cues,
    act: Act,
    acts: list[Act],
    nearby: frozenset[str],
    places: list[PlaceMention],
    dates: list[DateMention],
    casualties: list[CasualtyMention],
    actors: list[ActorMention],
) -> EventFrame:
    scene = _scene(document, act, cues, nearby)
    kind, rule = classify(scene)
    main = act.main
    agents, patients = orient(
        kind,
        [deed.agent for deed in act.deeds if deed.agent is not None],
        [side for deed in act.deeds for side in deed.patients],
    )
    middle = main.found.mention.start
    shared = dates if act is acts[0] and len(dates) == 1 and not main.found.noun else []
    mine = _nearest(dates, acts, act, document) or shared
    here = [p for p in _nearest(places, acts, act, document) if not p.metonym and not _inside(p, actors)]
    here, split = _scene_places(document, [p for p in here if not _owner(document, p)], act)
    return EventFrame(
        kind,
        main.found.mention,
        act.sentence,
        also=tuple(d.found.mention for d in act.deeds if d is not main),
        agent=agents[0] if agents else None,
        patient=patients[0] if patients else None,
        more_agents=agents[1:],
        more_patients=patients[1:],
        places=here,
        split_places=split,
        dates=sorted(mine, key=lambda d: abs(d.start - middle)),
        casualties=_nearest(casualties, acts, act, document),
        standing=Standing.BACKGROUND
        if recalled(document, act.sentence, act.first, act.last, main.found)
        else Standing.FRESH,
        claimed_by=_claimed_by(document, cues, act, actors),
        rule=f"tiebreak.{rule}",
        passing=main.passing is not Passing.NO,
    )


def _inside(place: PlaceMention, actors: list[ActorMention]) -> bool:
    return any(actor.start <= place.start and place.end <= actor.end for actor in actors)


def _claimed_by(document: Document, cues: Cues, act: Act, actors: list[ActorMention]) -> ActorMention | None:
    """The side before "claimed responsibility"."""
    sentence = document.sentences[act.sentence]
    folded = document.tokens.folded
    for i in range(max(sentence.first, act.first - 8), act.last):
        if (
            folded[i] == "responsibility"
            and i > sentence.first
            and folded[i - 1] in section("grammar")["light"] | {"took", "takes", "claiming"}
        ):
            before = [actor for actor in actors if actor.end <= document.tokens.starts[i]]
            return before[-1] if before else None
    return None


def build(
    document: Document,
    triggers: tuple[TriggerMention, ...],
    actors: tuple[ActorMention, ...],
    places: tuple[PlaceMention, ...],
    dates: tuple[DateMention, ...],
    casualties: tuple[CasualtyMention, ...],
) -> tuple[tuple[EventFrame, ...], tuple[Rejection, ...]]:
    """Frames in the order of the text, and the triggers that tell no event, each with its reason.

    Args:
        document: the text.
        triggers: as found in it; triggers left out here make no frame.
        actors, places, dates, casualties: as found in it.

    Returns:
        One frame an act and sentence, and one rejection a trigger that tells none.
    """
    wanted = {(trigger.start, trigger.end) for trigger in triggers}
    founds = [found for found in found_in(document) if (found.mention.start, found.mention.end) in wanted]
    if not founds:
        return (), ()
    cues = scan(document)
    rejections: list[Rejection] = []
    actors_in, places_in = _by_sentence(document, actors), _by_sentence(document, places)
    dates_in, casualties_in = _by_sentence(document, dates), _by_sentence(document, casualties)
    told: dict[int, list[Deed]] = {}
    for position, found in enumerate(founds):
        index = document.sentence_of[found.first]
        sentence = document.sentences[index]
        reason = unreal(document, sentence, found)
        sides: tuple[Side, ...] = ()
        if not reason:
            sides = _sides(document, index, cues, actors_in)
            reason = no_conflict(document, sentence, found, cues, sides)
        if reason:
            rejections.append(Rejection(found.mention.evidence, reason))
            continue
        end = next(
            (
                other.first
                for other in founds[position + 1 : position + 4]
                if not any(side.first < other.last and other.first < side.last for side in sides)
            ),
            sentence.last,
        )
        end = min(end, sentence.last)
        agent, patients = roles(document, sentence, sides, found, sentence.last if found.noun else end)
        deeds_here = told.setdefault(index, [])
        passing = circumstantial(document, sentence, found)
        if deeds_here and deeds_here[-1].passing and deeds_here[-1].found.last == found.first:
            passing = deeds_here[-1].passing  # "despite the strikes carried out by"
        if not passing and found.entry.act == "capture" and _after(document, sentence.first, found.first):
            passing = Passing.APART  # "hours after it was seized"
        if not passing and past_deed(document, sentence.first, found):
            passing = Passing.APART
        deeds_here.append(Deed(found, agent, tuple(patients), passing))
    frames: list[EventFrame] = []
    acts_of = {index: frozenset(deed.found.entry.act for deed in deeds) for index, deeds in told.items()}
    for index, deeds in told.items():
        sentence = document.sentences[index]
        live = [deed for deed in deeds if not deed.passing]
        acts = _parts(
            _gather(document, sorted(deeds, key=lambda d: d.passing != "") if live else deeds, index),
            sentence.first,
            sentence.last,
        )
        nearby = acts_of.get(index - 1, frozenset()) | acts_of.get(index + 1, frozenset())
        for act in acts:
            frame = _frame(
                document,
                cues,
                act,
                acts,
                nearby,
                places_in[index],
                dates_in[index],
                casualties_in[index],
                actors_in[index],
            )
            reason = _talk(document, act, frame)
            if reason:
                rejections += [Rejection(trigger.evidence, reason) for trigger in (frame.trigger, *frame.also)]
            else:
                frames.append(with_victims(frame, actors_in[index]))
    frames, baseless = _fold_results(frames)
    return weigh(frames), (*rejections, *baseless)


def _talk(document: Document, act: Act, frame: EventFrame) -> str:
    """Why an act of violence is only talked of in general, or ""; crowds, arrests and the like pass."""
    if frame.sub_event_type.event_type not in _VIOLENCE:
        return ""
    sides = [deed.agent for deed in act.deeds], [side for deed in act.deeds for side in deed.patients]
    anchors = Anchors(
        day=bool(frame.dates),
        place=any(place.place is None or not place.place.is_country for place in frame.places),
        loss=bool(frame.casualties),
        agent=any(side is not None for side in sides[0]),
        patient=bool(sides[1]),
    )
    sentence = document.sentences[act.sentence]
    reasons = [unspecific(document, sentence, deed.found, anchors) for deed in act.deeds]
    return reasons[0] if all(reasons) else ""


_VIOLENCE = frozenset({EventType.BATTLES, EventType.EXPLOSIONS, EventType.VIOLENCE_AGAINST_CIVILIANS})
_RESULTS = frozenset({"die.verb", "injure.verb"})


def _fold_results(frames: list[EventFrame]) -> tuple[list[EventFrame], list[Rejection]]:
    """Sentences that only tell losses belong to the act told before them; without any act told they tell no event."""
    kept: list[EventFrame] = []
    baseless: list[Rejection] = []
    for position, frame in enumerate(frames):
        words = (frame.trigger, *frame.also)
        if not all(trigger.entry in _RESULTS for trigger in words) or frame.rule != "tiebreak.by_default":
            kept.append(frame)
            continue
        act = next((i for i in range(len(kept) - 1, -1, -1) if kept[i].sub_event_type.rank <= Kind.ATTACK.rank), None)
        near = act is not None and frame.sentence - kept[act].sentence <= 2
        if act is not None and near and frame.agent is None and not frame.places and not frame.dates:
            before = kept[act]
            kept[act] = evolve(before, also=(*before.also, *words), casualties=(*before.casualties, *frame.casualties))
        elif act is not None or any(
            other.rule != frame.rule or other.sub_event_type is not frame.sub_event_type
            for other in frames[position + 1 :]
        ):
            kept.append(frame)
        else:
            baseless += [Rejection(trigger.evidence, "a death or wound, but no violence is told") for trigger in words]
    return kept, baseless


def _sides(document: Document, index: int, cues: Cues, actors_in: list[list[ActorMention]]) -> tuple[Side, ...]:
    return sides_of(document, index, cues, tuple(actors_in[index]))
