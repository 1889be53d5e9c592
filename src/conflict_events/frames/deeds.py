"""Triggers to acts: each trigger with its sides is a deed; deeds of one sentence that tell one act are put together."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import field

from conflict_events.frames.aims import Aims
from conflict_events.frames.clauses import Voice, roles, voice
from conflict_events.frames.context import no_conflict
from conflict_events.frames.parsed import clause_of
from conflict_events.frames.pronouns import stood_for
from conflict_events.frames.reality import LASTING, Passing, passing, unreal
from conflict_events.frames.sides import Side
from conflict_events.frames.stretch import Stretch
from conflict_events.frames.subjects import other_subject
from conflict_events.lexicon.load import section
from conflict_events.mentions.cues import Cues
from conflict_events.mentions.triggers import Found
from conflict_events.model.coded import Rejection
from conflict_events.model.mention import ActorMention
from conflict_events.model.quick import frozen
from conflict_events.text.sentences import Document, Sentence

__all__ = ["Act", "Deed", "acts_of", "deeds_of"]

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
"""Acts, and deeds of an act, that are looked back at when a deed is placed."""


@frozen(slots=True, eq=False)
class Deed:
    """One trigger with the sides around it."""

    found: Found
    agents: tuple[Side, ...]
    patients: tuple[Side, ...]
    passing: Passing
    """Whether it only frames another act ("during clashes")."""
    unclear: ActorMention | None = None
    """A pronoun that does it and may stand for several sides or for none, with the reason."""

    @property
    def act(self) -> str:
        """What the trigger tells, before the tie-breaks."""
        return self.found.entry.act

    @property
    def family(self) -> str:
        """Deeds of one family go together."""
        return self.found.entry.family

    @property
    def agent(self) -> Side | None:
        """The surest agent."""
        return self.agents[0] if self.agents else None


@frozen(slots=True, eq=False)
class Act:
    """Deeds that tell one act; tokens ``first`` up to ``last`` are its part of the sentence."""

    deeds: tuple[Deed, ...]
    first: int
    last: int
    main: Deed = field(init=False)
    """The deed that names the act best: not in passing, by strength, the first."""
    live: tuple[Deed, ...] = field(init=False)
    """The deeds that are not only in passing; all, where every one is."""

    @main.default
    def _main(self) -> Deed:
        if len(self.deeds) == 1:
            return self.deeds[0]
        return min(self.deeds, key=lambda deed: (deed.passing != "", -deed.found.entry.strength, deed.found.first))

    @live.default
    def _live(self) -> tuple[Deed, ...]:
        return tuple([deed for deed in self.deeds if not deed.passing]) or self.deeds


def _next_trigger(founds: Sequence[Found], position: int, sides: Sequence[Side], last: int) -> int:
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


def _goes_on(document: Document, found: Found, last: Deed) -> bool:
    """Whether a verb behind "and" shares the subject of the verb before it: "shot one man and injured two"."""
    before = document.tokens.folded[found.first - 1] if found.first else ""
    near = found.first - last.found.last <= SHARED and not found.noun and not last.found.noun
    active = ("VBG" not in found.forms or "VBG" in last.found.forms) and "X" not in last.found.forms
    return near and active and bool(last.agents) and before in section("grammar")["coordinators"]


def _by_the_doer(found: Found, agents: Sequence[Side], last: Deed) -> bool:
    """Whether a participle goes on telling what the doer of a passive did: "was ambushed by X, killing three"."""
    if "VBG" not in found.forms or found.noun or not last.agents:
        return False
    return bool(agents) and all(any(side is hurt for hurt in last.patients) for side in agents)


def deeds_of(
    document: Document, stretch: Stretch, cues: Cues, aims: Aims, *, note: bool = False
) -> tuple[list[Deed], list[Rejection]]:
    """The triggers of a sentence with their sides, and those that tell no act, each with its reason."""
    sentence, sides = stretch.sentence, stretch.sides
    owners = {found.first: found for found in stretch.founds if found.noun}  # "Israeli air strikes" are by Israelis
    deeds: list[Deed] = []
    rejections: list[Rejection] = []
    for position, found in enumerate(stretch.founds):
        if _plural(stretch.founds, position):
            continue
        reason = unreal(document, sentence, found)
        if note and reason == LASTING:
            reason = ""  # a note tells of one day of it
        if not note:  # a note tells nothing but what matters to a conflict
            reason = reason or no_conflict(document, stretch.index, found, cues, sides)
        if not reason and aims.holds(found.first):
            reason = "what a crowd stands for or against, no act of its own"
        if reason:
            rejections.append(Rejection(found.mention.evidence, reason))
            continue
        end = sentence.last if found.noun else _next_trigger(stretch.founds, position, sides, sentence.last)
        agents, patients = roles(document, sentence, sides, found, end)
        parsed = clause_of(document, found) is not None
        if deeds and not parsed and _goes_on(document, found, deeds[-1]):
            agents = list(deeds[-1].agents)
        if deeds and not parsed and _behind_and(document, found) and not deeds[-1].found.noun:
            agents = [side for side in agents if all(side is not hurt for hurt in deeds[-1].patients)]
        if deeds and not parsed and _by_the_doer(found, agents, deeds[-1]):
            agents = list(deeds[-1].agents)
        patients = [side for side in patients if owners.get(side.last, found) is found]
        agents, unclear = stood_for(document, stretch, cues, found, agents, patients, acts=True)
        patients, _ = stood_for(document, stretch, cues, found, patients, agents, acts=False)
        how = passing(document, sentence, found)
        if deeds and deeds[-1].passing and deeds[-1].found.last == found.first:
            how = deeds[-1].passing  # "despite the strikes carried out by"
        before = document.tokens.folded[max(sentence.first, found.first - SINCE) : found.first]
        if found.noun and _since(document, sentence, found):
            rejections.append(Rejection(found.mention.evidence, "told only as the time of another act"))
            continue
        dates_only = found.entry.act in _TURNS or found.entry.act == "change" or (found.noun and "since" in before)
        if how is Passing.APART and dates_only:
            rejections.append(Rejection(found.mention.evidence, "told only as the time of another act"))
            continue
        if found.entry.place and not (_loser(found, patients) or _takes_ground(document, stretch, found)):
            rejections.append(Rejection(found.mention.evidence, "no ground is named that changes hands"))
            continue
        deeds.append(Deed(found, tuple(agents), tuple(patients), how, unclear))
    return deeds, rejections


def _since(document: Document, sentence: Sentence, found: Found) -> bool:
    """Whether a noun stands in a clause with "since": "since two groups began an offensive in October"."""
    folded = document.tokens.folded
    for i in range(found.first - 1, max(sentence.first, found.first - LONG_SINCE) - 1, -1):
        if folded[i] in section("grammar")["marks"] or folded[i] in section("grammar")["spans"]:
            return False
        if folded[i] == "since":
            return folded[i + 1] not in section("grammar")["calendar"]
    return False


def _loser(found: Found, patients: Sequence[Side]) -> bool:
    """Whether a force loses the ground that a name may stand for: "captured Dabiq from the rebels"."""
    return any(side.governor == "from" and side.kind in _FORCES and side.first >= found.last for side in patients)


def _takes_ground(document: Document, stretch: Stretch, found: Found) -> bool:
    """Whether a force of the sentence takes or gives a place: "rebels took Goma", "Goma was taken"."""
    if not any(side.kind in _FORCES and not side.speaks for side in stretch.sides):
        return False
    starts, ends = document.tokens.starts, document.tokens.ends
    reach = (
        found.last + found.entry.place + ("of" in document.tokens.folded[found.last : found.last + found.entry.place])
    )
    behind = starts[found.last - 1], ends[min(reach, stretch.sentence.last) - 1]
    before = starts[max(stretch.sentence.first, found.first - TAKEN)], starts[found.first]
    passive = voice(document, stretch.sentence, found) is Voice.PASSIVE
    low, high = before if passive else behind
    return any(
        low <= place.start < high
        and not place.metonym
        and not (place.place is not None and place.place.is_country)
        and not any(actor.start <= place.start and place.end < actor.end for actor in stretch.actors)
        for place in stretch.places
    )


def _families_mix(families: set[str], family: str) -> bool:
    if family in families or families | {family} <= _TOGETHER:
        return True
    if family == "territory" and families <= {"territory", "violence"}:
        return True
    if family == "violence" and "territory" in families:
        return True
    return families | {family} == {"protest", "custody"}


def _own_target(act: Sequence[Deed], deed: Deed) -> bool:
    """Whether two nouns each name a target: "the killing of X", "the attack on Y" are two acts."""
    last = next((other for other in reversed(act) if other.found.noun and not other.passing), None)
    if last is None or not last.patients or last.act == deed.act:
        return False
    return bool(deed.patients) and deed.patients[0] is not last.patients[0]


def _retold(document: Document, act: Sequence[Deed], deed: Deed) -> bool:
    """Whether a relative clause lies between two nouns: "the killing of X, who led the attack on Y" are two acts."""
    last = act[-1].found
    if not last.noun or act[-1].act == deed.act:
        return False
    return not section("grammar")["persons"].isdisjoint(document.tokens.folded[last.last : deed.found.first])


def _same_agent(act: Sequence[Deed], deed: Deed) -> bool:
    """Whether a deed has no other agent than the act at hand."""
    mine = next((other.agent for other in reversed(act) if other.agent is not None), None)
    theirs = deed.agent
    if mine is None or theirs is None or theirs is mine or deed.passing:
        return True
    if deed.family == "protest" or any(other.family == "protest" for other in act):
        return True
    if deed.act in {"clash", "kill", "die", "injure", "disperse"} and mine.kind == theirs.kind:
        return True
    if deed.act in {"kill", "injure"} and "VBG" in deed.found.forms and any(other.act == "clash" for other in act):
        return True  # "beat back an assault of X, killing dozens": one battle, whoever kills
    if mine.mention is not None and theirs.mention is not None:
        return mine.mention.actor is not None and mine.mention.actor == theirs.mention.actor
    if any(theirs is side for other in act for side in other.patients):
        return deed.act not in {"air_strike", "shelling", "bomb"}
    return mine.kind == theirs.kind and deed.found.entry.strength < 3


def _stopped_in_flight(document: Document, act: Sequence[Deed], deed: Deed) -> bool:
    """Whether a deed tells whence came what was stopped: "shot down drones that X launched", "a bomb placed by X"."""
    last = act[-1].found
    if deed.act not in _SENT or deed.found.noun or all(other.act != "disrupt" for other in act):
        return False
    between = document.tokens.folded[last.last : deed.found.first]
    relative = not {"that", "which"}.isdisjoint(between)
    return len(between) <= FLIGHT and (relative or "VBN" in deed.found.forms) and "and" not in between


def _never_went_off(act: Sequence[Deed], deed: Deed) -> bool:
    """Whether a weapon that was only planted did no harm: "a bomb planted outside the court failed to explode"."""
    if deed.act != "disrupt" or "X" not in deed.found.forms:
        return False
    return all(other.act in _SENT and "VBN" in other.found.forms and not other.agents for other in act)


def _same_act(document: Document, act: Sequence[Deed], deed: Deed) -> bool:
    """Whether a deed goes on telling the act at hand: families that mix, no target of its own, no other agent."""
    families = {other.family for other in act}
    if _stopped_in_flight(document, act, deed) or _never_went_off(act, deed):
        return True
    if families == {"custody"} and deed.act == "other_strong" and deed.found.noun:
        return document.tokens.folded[act[-1].found.last : deed.found.first].count("in") > 0  # "in an apparent coup"
    if deed.passing is Passing.APART and not (families == {"territory"} and deed.family == "violence"):
        return False
    if deed.act == "arrest" and any(other.act == "disperse" for other in act):
        return True  # "broke up the sit-in and arrested thirty of them"
    crowd = any(other.act in _CROWD for other in act)
    if deed.act == "disrupt" and crowd and not deed.agents:
        return True  # "a crowd surrounded a car, seized the weapons of the officers"
    dragged = families == {"abduction"} and all(other.found.entry.strength == 1 for other in act)
    if not _families_mix(families, deed.family) and not (dragged and deed.family == "violence"):
        return False  # "dragged the mayor from his car and shot him" is one act
    if "even" in document.tokens.folded[act[-1].found.last : deed.found.first]:
        return False  # "one was stabbed in Surat even as police fired in Anand"
    if deed.found.noun and not deed.passing and (_own_target(act, deed) or _retold(document, act, deed)):
        return False
    if deed.agent is None and deed.act in _WEAPONS and act[-1].act not in _WEAPONS and not deed.found.noun:
        folded = document.tokens.folded
        if other_subject(folded, act[-1].found.last, deed.found.first):
            return False  # "gunmen shot two men, and shells fell": nobody says that it was they
    return _same_agent(act, deed)


def _only_names(group: Sequence[Deed], groups: Sequence[Sequence[Deed]]) -> bool:
    """Whether deeds are no more than the name of a crowd that takes part in another act: "demonstrators overran"."""
    if any(deed.act != "protest" or not deed.found.noun for deed in group):
        return False
    crowd = [side for deed in group for side in deed.agents if side.first < deed.found.last <= side.last]
    others = [deed for other in groups if other is not group for deed in other[:_RECENT]]
    return bool(crowd) and all(
        any(side is one for deed in others for one in (*deed.agents, *deed.patients)) for side in crowd
    )


def acts_of(document: Document, deeds: Sequence[Deed], first: int, last: int) -> list[Act]:
    """The acts of a sentence, each with its part of tokens ``first`` up to ``last``, in the order of the text.

    Deeds in passing are placed last, so that what they frame stands already.
    """
    groups: list[list[Deed]] = []
    for deed in sorted(deeds, key=lambda deed: deed.passing != ""):
        for group in reversed(groups[-_RECENT:]):
            if _same_act(document, group[-_RECENT:], deed):
                group.append(deed)
                break
        else:
            groups.append([deed])
    groups.sort(key=lambda group: group[0].found.first)
    if len(groups) > 1:
        groups = [group for group in groups if not _only_names(group, groups)]
    cuts = [first]
    for lead, *_ in groups[1:]:
        begin = min([lead.found.first, *(side.first for side in (*lead.agents[:1], *lead.patients))])
        cuts.append(max(begin, cuts[-1]))
    cuts.append(last)
    return [Act(tuple(group), cuts[i], max(cuts[i + 1], group[-1].found.last)) for i, group in enumerate(groups)]
