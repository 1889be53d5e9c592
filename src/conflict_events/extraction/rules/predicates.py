"""Triggers to predicates: each trigger of a sentence with its sides, unless it tells no act of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import evolve

from conflict_events.extraction.rules.factuality import LASTING, Passing, passing, unreal
from conflict_events.extraction.rules.ground import names_ground
from conflict_events.extraction.rules.heads import heads_of
from conflict_events.extraction.rules.parsed import clause_of
from conflict_events.extraction.rules.participants import Participant
from conflict_events.extraction.rules.pronoun_coreference import stood_for
from conflict_events.extraction.rules.protest_demands import Aims
from conflict_events.extraction.rules.roles import roles, voice
from conflict_events.extraction.rules.scope import no_conflict, ordinary
from conflict_events.extraction.rules.segments import Segment
from conflict_events.extraction.rules.senses import other_sense, witnessed
from conflict_events.lexicon.load import section
from conflict_events.mentions.cues import Cues
from conflict_events.mentions.triggers import Found
from conflict_events.model.coded import Rejection
from conflict_events.model.mention import ActorMention
from conflict_events.model.quick import frozen
from conflict_events.text.sentences import Document, Sentence

__all__ = ["Predicate", "predicates_of"]

_BEARING = frozenset({"violence", "abduction"})
"""Families of acts that bear out a loss told in their sentence."""
SHARED = 14
"""Tokens over which verbs joined by "and" share a subject."""
_TURNS = frozenset({"other", "other_strong"})
"""Acts that, told in passing, only date another one ("since it seized power")."""
SINCE = 5
"""Tokens before a noun within which "since" makes it the beginning of a time."""
LONG_SINCE = 11
"""Tokens before a noun within which "since" opens its clause."""


@frozen(slots=True, eq=False)
class Predicate:
    """One trigger with the sides around it."""

    found: Found
    agents: tuple[Participant, ...]
    patients: tuple[Participant, ...]
    passing: Passing
    """Whether it only frames another act ("during clashes")."""
    witnessed: bool = True
    """Whether its roles or its company bear out that it tells an act."""
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
    """The triggers of a sentence with their sides, and those that tell no act, each with its reason.

    Args:
        document: the text.
        segment: the sentence, with its triggers and sides.
        cues: the scan of its cue words.
        aims: what its crowds want.
        note: the text is a coder's note, which tells nothing but what matters to a conflict.
    """
    owners = {found.first: found for found in segment.founds if found.noun}  # "Israeli air strikes" are by Israelis
    predicates: list[Predicate] = []
    rejections: list[Rejection] = []
    for position, found in enumerate(segment.founds):
        if _plural(segment.founds, position):
            continue
        reason = _untold(document, segment, found, cues, aims, note=note)
        told = reason or _told(document, segment, position, cues, owners, predicates[-1:], note=note)
        if isinstance(told, str):
            rejections.append(Rejection(found.mention.evidence, told))
        else:
            predicates.append(told)
    if any(predicate.witnessed and predicate.family in _BEARING for predicate in predicates):
        return [evolve(predicate, witnessed=True) for predicate in predicates], rejections
    return predicates, rejections


def _untold(document: Document, segment: Segment, found: Found, cues: Cues, aims: Aims, *, note: bool) -> str:
    """Why a trigger tells no fact, or nothing of a conflict, whoever its sides are."""
    reason = unreal(document, segment.sentence, found)
    if note and reason == LASTING:
        reason = ""  # a note tells of one day of it
    if not note:
        reason = reason or no_conflict(document, segment.index, found, cues, segment.sides)
        if found.entry.family == "custody":  # what police do about a crime is no violence
            reason = reason or ordinary(segment.index, found, cues, segment.sides)
    if not reason and aims.holds(found.first):
        return "what a crowd stands for or against, no act of its own"
    return reason


def _told(
    document: Document,
    segment: Segment,
    position: int,
    cues: Cues,
    owners: Mapping[int, Found],
    before: Sequence[Predicate],
    *,
    note: bool,
) -> Predicate | str:
    """A trigger with its sides, or why it tells no act of its own."""
    found, sentence = segment.founds[position], segment.sentence
    agents, patients = _sided(document, segment, position, before)
    patients = [side for side in patients if owners.get(side.last, found) is found]
    agents, unclear = stood_for(document, segment, cues, found, agents, patients, acts=True)
    patients, _ = stood_for(document, segment, cues, found, patients, agents, acts=False)
    how = passing(document, sentence, found)
    if before and before[-1].passing and before[-1].found.last == found.first:
        how = before[-1].passing  # "despite the strikes carried out by"
    if _only_dates(document, sentence, found, how):
        return "told only as the time of another act"
    heads = heads_of(document, sentence, cues, found, voice(document, sentence, found))
    reason = "" if note else other_sense(document, segment, cues, found, heads, agents)
    if reason:
        return reason
    if not names_ground(document, segment, found, patients):
        return "no ground is named that changes hands"
    borne = note or witnessed(document, segment, cues, found, heads, agents, patients)
    crime = "" if note else ordinary(segment.index, found, cues, segment.sides)
    return Predicate(found, tuple(agents), tuple(patients), how, borne, crime, unclear)


def _sided(
    document: Document, segment: Segment, position: int, before: Sequence[Predicate]
) -> tuple[list[Participant], list[Participant]]:
    """Who does it and to whom; what goes on telling what the word before it told shares its doer."""
    found, sentence, sides = segment.founds[position], segment.sentence, segment.sides
    end = sentence.last if found.noun else _next_trigger(segment.founds, position, sides, sentence.last)
    agents, patients = roles(document, sentence, sides, found, end)
    if not before or clause_of(document, found) is not None:
        return agents, patients
    last = before[-1]
    if _goes_on(document, found, last):
        agents = list(last.agents)
    if _behind_and(document, found) and not last.found.noun:
        agents = [side for side in agents if all(side is not hurt for hurt in last.patients)]
    if _by_the_doer(found, agents, last):
        agents = list(last.agents)
    return agents, patients


def _only_dates(document: Document, sentence: Sentence, found: Found, how: Passing) -> bool:
    """Whether a trigger is told only as the time of another act."""
    if found.noun and _since(document, sentence, found):
        return True
    before = document.tokens.folded[max(sentence.first, found.first - SINCE) : found.first]
    dates_only = found.entry.act in _TURNS or found.entry.act == "change" or (found.noun and "since" in before)
    return how is Passing.APART and dates_only


def _since(document: Document, sentence: Sentence, found: Found) -> bool:
    """Whether a noun stands in a clause with "since": "since two groups began an offensive in October"."""
    folded = document.tokens.folded
    for i in range(found.first - 1, max(sentence.first, found.first - LONG_SINCE) - 1, -1):
        if folded[i] in section("grammar")["marks"] or folded[i] in section("grammar")["spans"]:
            return False
        if folded[i] == "since":
            return folded[i + 1] not in section("grammar")["calendar"]
    return False
