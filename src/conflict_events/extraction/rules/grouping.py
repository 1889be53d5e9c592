"""Predicates to acts: those of one sentence that go on telling one act, each act with its part of the sentence."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import field

from conflict_events.extraction.rules.factuality import Passing
from conflict_events.extraction.rules.predicates import Predicate
from conflict_events.extraction.rules.subjects import other_subject
from conflict_events.lexicon.load import section
from conflict_events.model.quick import frozen
from conflict_events.text.sentences import Document

__all__ = ["Act", "acts_of"]

_TOGETHER = frozenset({"violence", "protest", "property"})
"""Families that one act may mix: a crowd that protests, is shot at, and loots."""
_SENT = frozenset({"air_strike", "shelling", "bomb", "suicide_bomb", "disperse"})
"""Acts of weapons that can be stopped before they do harm."""
_CROWD = frozenset({"mob", "riot"})
FLIGHT = 12
"""Tokens between a weapon stopped and the verb that tells who sent it."""
_WEAPONS = frozenset({"air_strike", "bomb", "shelling"})
"""Acts of weapons that need no hand beside them."""
_RECENT = 8
"""Acts, and predicates of an act, that are looked back at when a predicate is placed."""


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
