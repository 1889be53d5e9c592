"""Triggers to acts: each trigger with its sides is a predicate; predicates of one sentence that tell one act are put together."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import field

from conflict_events.extraction.rules.factuality import LASTING, Passing, passing, unreal
from conflict_events.extraction.rules.parsed import clause_of
from conflict_events.extraction.rules.participants import Participant
from conflict_events.extraction.rules.pronoun_coreference import stood_for
from conflict_events.extraction.rules.protest_demands import Aims
from conflict_events.extraction.rules.roles import Voice, roles, voice
from conflict_events.extraction.rules.scope import no_conflict, ordinary
from conflict_events.extraction.rules.segments import Segment
from conflict_events.extraction.rules.subjects import other_subject
from conflict_events.lexicon.load import section
from conflict_events.mentions.cues import Cues
from conflict_events.mentions.triggers import Found
from conflict_events.model.coded import Rejection
from conflict_events.model.mention import ActorMention
from conflict_events.model.quick import frozen
from conflict_events.text.sentences import Document, Sentence

__all__ = ["Act", "Predicate", "acts_of", "predicates_of"]

_TOGETHER = frozenset({"violence", "protest", "property"})
"""Families that one act may mix: a crowd that protests, is shot at, and loots."""
SHARED = 14
"""Tokens over which verbs joined by "and" share a subject."""
_FORCES = frozenset({"armed", "state"})
TAKEN = 8
"""Tokens before a passive verb within which the place taken stands."""
_TURNS = frozenset({"other", "other_strong"})
"""Acts that, told in passing, only date another one ("since it seized power")."""
_SENT = frozenset({"air_strike", "shelling", "bomb", "suicide_bomb", "disperse"})
"""Acts of weapons that can be stopped before they do harm."""
_CROWD = frozenset({"mob", "riot"})
SINCE = 5
"""Tokens before a noun within which "since" makes it the beginning of a time."""
LONG_SINCE = 11
"""Tokens before a noun within which "since" opens its clause."""
FLIGHT = 12
"""Tokens between a weapon stopped and the verb that tells who sent it."""
_WEAPONS = frozenset({"air_strike", "bomb", "shelling"})
"""Acts of weapons that need no hand beside them."""
_RECENT = 8
"""Acts, and predicates of an act, that are looked back at when a predicate is placed."""


@frozen(slots=True, eq=False)
class Predicate:
    """One trigger with the sides around it."""

    found: Found
    agents: tuple[Participant, ...]
    patients: tuple[Participant, ...]
    passing: Passing
    """Whether it only frames another act ("during clashes")."""
    crime: str = ""
    """Why it is ordinary crime, "" where nothing says so."""
    unclear: ActorMention | None = None
    """A pronoun that does it and may stand for several sides or for none, with the reason."""

    @property
    def act(self) -> str:
        """What the trigger tells, before the tie-breaks."""
        return self.found.entry.act

    @property
    def family(self) -> str:
        """Acts of one family go together."""
        return self.found.entry.family

    @property
    def agent(self) -> Participant | None:
        """The surest agent."""
        return self.agents[0] if self.agents else None


@frozen(slots=True, eq=False)
class Act:
    """Acts that tell one act; tokens ``first`` up to ``last`` are its part of the sentence."""

    predicates: tuple[Predicate, ...]
    first: int
    last: int
    main: Predicate = field(init=False)
    """The predicate that names the act best: not in passing, by strength, the first."""
    live: tuple[Predicate, ...] = field(init=False)
    """The predicates that are not only in passing; all, where every one is."""

    @main.default
    def _main(self) -> Predicate:
        if len(self.predicates) == 1:
            return self.predicates[0]
        return min(
            self.predicates,
            key=lambda predicate: (predicate.passing != "", -predicate.found.entry.strength, predicate.found.first),
        )

    @live.default
    def _live(self) -> tuple[Predicate, ...]:
        return tuple([predicate for predicate in self.predicates if not predicate.passing]) or self.predicates


def _next_trigger(founds: Sequence[Found], position: int, sides: Sequence[Participant], last: int) -> int:
    """Token of the next trigger that is not itself a side ("demonstrators"): objects of this one end there."""
    for other in founds[position + 1 : position + 4]:
        if not any(side.first < other.last and other.first < side.last for side in sides):
            return other.first
    return last


def _behind_and(document: Document, found: Found) -> bool:
    """Whether a verb stands right behind "and": whom the verb before it struck does not strike now."""
    before = document.tokens.folded[found.first - 1] if found.first else ""
    return not found.noun and before in section("grammar")["coordinators"]


def _plural(founds: Sequence[Found], position: int) -> bool:
    """Whether what looks like a verb is the plural that the verb right behind it is told of: "shells fell"."""
    found, after = founds[position], founds[position + 1 : position + 2]
    if "VBZ" not in found.forms or not after or after[0].first != found.last or after[0].noun:
        return False
    return found.entry.act not in {"air_strike", "suicide_bomb"}  # "air strikes hit": the strikes are the act


def _goes_on(document: Document, found: Found, last: Predicate) -> bool:
    """Whether a verb behind "and" shares the subject of the verb before it: "shot one man and injured two"."""
    before = document.tokens.folded[found.first - 1] if found.first else ""
    near = found.first - last.found.last <= SHARED and not found.noun and not last.found.noun
    active = ("VBG" not in found.forms or "VBG" in last.found.forms) and "X" not in last.found.forms
    return near and active and bool(last.agents) and before in section("grammar")["coordinators"]


def _by_the_doer(found: Found, agents: Sequence[Participant], last: Predicate) -> bool:
    """Whether a participle goes on telling what the doer of a passive did: "was ambushed by X, killing three"."""
    if "VBG" not in found.forms or found.noun or not last.agents:
        return False
    return bool(agents) and all(any(side is hurt for hurt in last.patients) for side in agents)


def predicates_of(
    document: Document, segment: Segment, cues: Cues, aims: Aims, *, note: bool = False
) -> tuple[list[Predicate], list[Rejection]]:
    """The triggers of a sentence with their sides, and those that tell no act, each with its reason."""
    sentence, sides = segment.sentence, segment.sides
    owners = {found.first: found for found in segment.founds if found.noun}  # "Israeli air strikes" are by Israelis
    predicates: list[Predicate] = []
    rejections: list[Rejection] = []
    for position, found in enumerate(segment.founds):
        if _plural(segment.founds, position):
            continue
        reason, crime = unreal(document, sentence, found), ""
        if note and reason == LASTING:
            reason = ""  # a note tells of one day of it
        if not note:  # a note tells nothing but what matters to a conflict
            reason = reason or no_conflict(document, segment.index, found, cues, sides)
            crime = ordinary(segment.index, found, cues, sides)
            if crime and found.entry.family == "custody":
                reason = reason or crime  # what police do about a crime is no violence
        if not reason and aims.holds(found.first):
            reason = "what a crowd stands for or against, no act of its own"
        if reason:
            rejections.append(Rejection(found.mention.evidence, reason))
            continue
        end = sentence.last if found.noun else _next_trigger(segment.founds, position, sides, sentence.last)
        agents, patients = roles(document, sentence, sides, found, end)
        parsed = clause_of(document, found) is not None
        if predicates and not parsed and _goes_on(document, found, predicates[-1]):
            agents = list(predicates[-1].agents)
        if predicates and not parsed and _behind_and(document, found) and not predicates[-1].found.noun:
            agents = [side for side in agents if all(side is not hurt for hurt in predicates[-1].patients)]
        if predicates and not parsed and _by_the_doer(found, agents, predicates[-1]):
            agents = list(predicates[-1].agents)
        patients = [side for side in patients if owners.get(side.last, found) is found]
        agents, unclear = stood_for(document, segment, cues, found, agents, patients, acts=True)
        patients, _ = stood_for(document, segment, cues, found, patients, agents, acts=False)
        how = passing(document, sentence, found)
        if predicates and predicates[-1].passing and predicates[-1].found.last == found.first:
            how = predicates[-1].passing  # "despite the strikes carried out by"
        before = document.tokens.folded[max(sentence.first, found.first - SINCE) : found.first]
        if found.noun and _since(document, sentence, found):
            rejections.append(Rejection(found.mention.evidence, "told only as the time of another act"))
            continue
        dates_only = found.entry.act in _TURNS or found.entry.act == "change" or (found.noun and "since" in before)
        if how is Passing.APART and dates_only:
            rejections.append(Rejection(found.mention.evidence, "told only as the time of another act"))
            continue
        if found.entry.place and not (_loser(found, patients) or _takes_ground(document, segment, found)):
            rejections.append(Rejection(found.mention.evidence, "no ground is named that changes hands"))
            continue
        predicates.append(Predicate(found, tuple(agents), tuple(patients), how, crime, unclear))
    return predicates, rejections


def _since(document: Document, sentence: Sentence, found: Found) -> bool:
    """Whether a noun stands in a clause with "since": "since two groups began an offensive in October"."""
    folded = document.tokens.folded
    for i in range(found.first - 1, max(sentence.first, found.first - LONG_SINCE) - 1, -1):
        if folded[i] in section("grammar")["marks"] or folded[i] in section("grammar")["spans"]:
            return False
        if folded[i] == "since":
            return folded[i + 1] not in section("grammar")["calendar"]
    return False


def _loser(found: Found, patients: Sequence[Participant]) -> bool:
    """Whether a force loses the ground that a name may stand for: "captured Dabiq from the rebels"."""
    return any(side.governor == "from" and side.kind in _FORCES and side.first >= found.last for side in patients)


def _takes_ground(document: Document, segment: Segment, found: Found) -> bool:
    """Whether a force of the sentence takes or gives a place: "rebels took Goma", "Goma was taken"."""
    if not any(side.kind in _FORCES and not side.speaks for side in segment.sides):
        return False
    starts, ends = document.tokens.starts, document.tokens.ends
    reach = (
        found.last + found.entry.place + ("of" in document.tokens.folded[found.last : found.last + found.entry.place])
    )
    behind = starts[found.last - 1], ends[min(reach, segment.sentence.last) - 1]
    before = starts[max(segment.sentence.first, found.first - TAKEN)], starts[found.first]
    passive = voice(document, segment.sentence, found) is Voice.PASSIVE
    low, high = before if passive else behind
    return any(
        low <= place.start < high
        and not place.metonym
        and not (place.place is not None and place.place.is_country)
        and not any(actor.start <= place.start and place.end < actor.end for actor in segment.actors)
        for place in segment.places
    )


def _families_mix(families: set[str], family: str) -> bool:
    if family in families or families | {family} <= _TOGETHER:
        return True
    if family == "territory" and families <= {"territory", "violence"}:
        return True
    if family == "violence" and "territory" in families:
        return True
    return families | {family} == {"protest", "custody"}


def _own_target(act: Sequence[Predicate], predicate: Predicate) -> bool:
    """Whether two nouns each name a target: "the killing of X", "the attack on Y" are two acts."""
    last = next((other for other in reversed(act) if other.found.noun and not other.passing), None)
    if last is None or not last.patients or last.act == predicate.act:
        return False
    return bool(predicate.patients) and predicate.patients[0] is not last.patients[0]


def _retold(document: Document, act: Sequence[Predicate], predicate: Predicate) -> bool:
    """Whether a relative clause lies between two nouns: "the killing of X, who led the attack on Y" are two acts."""
    last = act[-1].found
    if not last.noun or act[-1].act == predicate.act:
        return False
    return not section("grammar")["persons"].isdisjoint(document.tokens.folded[last.last : predicate.found.first])


def _same_agent(act: Sequence[Predicate], predicate: Predicate) -> bool:
    """Whether a predicate has no other agent than the act at hand."""
    mine = next((other.agent for other in reversed(act) if other.agent is not None), None)
    theirs = predicate.agent
    if mine is None or theirs is None or theirs is mine or predicate.passing:
        return True
    if predicate.family == "protest" or any(other.family == "protest" for other in act):
        return True
    if predicate.act in {"clash", "kill", "die", "injure", "disperse"} and mine.kind == theirs.kind:
        return True
    if (
        predicate.act in {"kill", "injure"}
        and "VBG" in predicate.found.forms
        and any(other.act == "clash" for other in act)
    ):
        return True  # "beat back an assault of X, killing dozens": one battle, whoever kills
    if mine.mention is not None and theirs.mention is not None:
        return mine.mention.actor is not None and mine.mention.actor == theirs.mention.actor
    if any(theirs is side for other in act for side in other.patients):
        return predicate.act not in {"air_strike", "shelling", "bomb"}
    return mine.kind == theirs.kind and predicate.found.entry.strength < 3


def _stopped_in_flight(document: Document, act: Sequence[Predicate], predicate: Predicate) -> bool:
    """Whether a predicate tells whence came what was stopped: "shot down drones that X launched", "a bomb placed by X"."""
    last = act[-1].found
    if predicate.act not in _SENT or predicate.found.noun or all(other.act != "disrupt" for other in act):
        return False
    between = document.tokens.folded[last.last : predicate.found.first]
    relative = not {"that", "which"}.isdisjoint(between)
    return len(between) <= FLIGHT and (relative or "VBN" in predicate.found.forms) and "and" not in between


def _never_went_off(act: Sequence[Predicate], predicate: Predicate) -> bool:
    """Whether a weapon that was only planted did no harm: "a bomb planted outside the court failed to explode"."""
    if predicate.act != "disrupt" or "X" not in predicate.found.forms:
        return False
    return all(other.act in _SENT and "VBN" in other.found.forms and not other.agents for other in act)


def _same_act(document: Document, act: Sequence[Predicate], predicate: Predicate) -> bool:
    """Whether a predicate goes on telling the act at hand: families that mix, no target of its own, no other agent."""
    families = {other.family for other in act}
    if _stopped_in_flight(document, act, predicate) or _never_went_off(act, predicate):
        return True
    if families == {"custody"} and predicate.act == "other_strong" and predicate.found.noun:
        return (
            document.tokens.folded[act[-1].found.last : predicate.found.first].count("in") > 0
        )  # "in an apparent coup"
    if predicate.passing is Passing.APART and not (families == {"territory"} and predicate.family == "violence"):
        return False
    if predicate.act == "arrest" and any(other.act == "disperse" for other in act):
        return True  # "broke up the sit-in and arrested thirty of them"
    crowd = any(other.act in _CROWD for other in act)
    if predicate.act == "disrupt" and crowd and not predicate.agents:
        return True  # "a crowd surrounded a car, seized the weapons of the officers"
    dragged = families == {"abduction"} and all(other.found.entry.strength == 1 for other in act)
    if not _families_mix(families, predicate.family) and not (dragged and predicate.family == "violence"):
        return False  # "dragged the mayor from his car and shot him" is one act
    if "even" in document.tokens.folded[act[-1].found.last : predicate.found.first]:
        return False  # "one was stabbed in Surat even as police fired in Anand"
    if (
        predicate.found.noun
        and not predicate.passing
        and (_own_target(act, predicate) or _retold(document, act, predicate))
    ):
        return False
    if (
        predicate.agent is None
        and predicate.act in _WEAPONS
        and act[-1].act not in _WEAPONS
        and not predicate.found.noun
    ):
        folded = document.tokens.folded
        if other_subject(folded, act[-1].found.last, predicate.found.first):
            return False  # "gunmen shot two men, and shells fell": nobody says that it was they
    return _same_agent(act, predicate)


def _only_names(group: Sequence[Predicate], groups: Sequence[Sequence[Predicate]]) -> bool:
    """Whether predicates are no more than the name of a crowd that takes part in another act: "demonstrators overran"."""
    if any(predicate.act != "protest" or not predicate.found.noun for predicate in group):
        return False
    crowd = [side for predicate in group for side in predicate.agents if side.first < predicate.found.last <= side.last]
    others = [predicate for other in groups if other is not group for predicate in other[:_RECENT]]
    return bool(crowd) and all(
        any(side is one for predicate in others for one in (*predicate.agents, *predicate.patients)) for side in crowd
    )


def acts_of(document: Document, predicates: Sequence[Predicate], first: int, last: int) -> list[Act]:
    """The acts of a sentence, each with its part of tokens ``first`` up to ``last``, in the order of the text.

    Deeds in passing are placed last, so that what they stand beside is there already.
    """
    groups: list[list[Predicate]] = []
    for predicate in sorted(predicates, key=lambda predicate: predicate.passing != ""):
        for group in reversed(groups[-_RECENT:]):
            if _same_act(document, group[-_RECENT:], predicate):
                group.append(predicate)
                break
        else:
            groups.append([predicate])
    groups.sort(key=lambda group: group[0].found.first)
    if len(groups) > 1:
        groups = [group for group in groups if not _only_names(group, groups)]
    cuts = [first]
    for lead, *_ in groups[1:]:
        begin = min([lead.found.first, *(side.first for side in (*lead.agents[:1], *lead.patients))])
        cuts.append(max(begin, cuts[-1]))
    cuts.append(last)
    return [Act(tuple(group), cuts[i], max(cuts[i + 1], group[-1].found.last)) for i, group in enumerate(groups)]
