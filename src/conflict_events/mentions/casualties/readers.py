"""Casualty words to the people they tell of: one small reader for each kind of word."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from attrs import frozen

from conflict_events.mentions.casualties.groups import Group
from conflict_events.mentions.casualties.scene import Chain, Scene
from conflict_events.text.numbers import Number

__all__ = ["READERS", "Reading", "read_chain"]


@frozen(slots=True)
class Reading:
    """People ``group`` suffered ``outcomes``; more than one outcome means that they share the figure.

    ``group`` is None where only the deed is told ("deadly attack").
    """

    outcomes: tuple[str, ...]
    group: Group | None
    first: int
    last: int
    rule: str
    disjoint: bool = False
    negated: bool = False
    cumulative: bool | None = None
    role: str | None = None


def _outcomes(chain: Chain) -> tuple[str, ...]:
    return tuple(dict.fromkeys(outcome for hit in chain.hits for outcome in (hit.payload[0][2],)))


def _of(chain: Chain, group: Group, rule: str, *, negated: bool = False, role: str | None = None) -> Reading:
    """The reading of a chain with one of its groups."""
    first, last = min(chain.first, group.first), max(chain.last, group.last)
    return Reading(_outcomes(chain), group, first, last, f"casualty.{rule}", chain.disjoint, negated, None, role)


def _unreal(scene: Scene, chain: Chain, start: int) -> bool:
    """Whether threat, plan, possibility or condition stands before the verb that begins at ``start``."""
    unreal = scene.words["unreal"]
    before = scene.word(start - 1)
    if before == "to":
        two = scene.word(start - 2)
        return two not in unreal["real_to"] and not (two == "on" and scene.word(start - 3) in unreal["real_to"])
    if before == "of" and scene.word(start - 2) in unreal["of"]:
        return True
    for j in range(start - 1, max(start - 12, scene.sentence.first - 1), -1):
        word = scene.word(j)
        if word in unreal["if"]:
            return True
        if word in unreal["before"] and j >= start - 3:
            return True
        if word in (",", ";", ":") or j in scene.acts or word in ("and", "but", "that"):
            break
    return before in ("many",) and scene.word(start - 2) == "how"


def _before(scene: Scene, chain: Chain) -> tuple[int, bool, bool]:
    """What stands before a verb: (its first token with auxiliaries, passive, negated)."""
    start, passive, negated = chain.first, False, False
    for j in scene.back_over(chain.first, "rxnm"):
        word = scene.word(j)
        passive = passive or word in scene.words["grammar"]["passive"]
        if scene.tag(j) == "n":
            if word not in ("not", "n't", "never", "without") and not word.endswith("n't"):
                break
            negated = True
        if scene.tag(j) == "m":
            break
        start = j
    return start, passive, negated


def _verb(scene: Scene, chain: Chain) -> Iterator[Reading]:
    """ "killed six", "six were killed", "killing six", "six killed"."""
    _, rule, _, form = chain.hits[0].payload[0]
    start, passive, negated = _before(scene, chain)
    if _unreal(scene, chain, start) or scene.word(start - 1) in ("denied", "deny", "denies", "denying"):
        return
    if form == "ing" and scene.word(chain.last) == "of":
        yield from _act(scene, chain)
        return
    if form in ("past", "ing") and passive:
        if scene.tag(start - 1) == "m":
            return
        for group in scene.subject(start - 1):
            yield _of(chain, group, f"{rule}.passive", negated=negated)
        return
    group = scene.follows(chain.last)
    if group is not None and (scene.countable(group) or group.role == "attacker"):
        for one in scene.listed(group):
            yield _of(chain, one, f"{rule}.active", negated=negated)
        return
    if form == "past" and group is None:
        for one in scene.subject(start - 1, adjacent=True):
            yield _of(chain, one, f"{rule}.reduced", negated=negated)


def _subject_verb(scene: Scene, chain: Chain) -> Iterator[Reading]:
    """ "Five people died"."""
    _, rule, _, form = chain.hits[0].payload[0]
    start, _, negated = _before(scene, chain)
    if form == "ing" or _unreal(scene, chain, start) or scene.tag(start - 1) == "m":
        return
    for group in scene.subject(start - 1):
        yield _of(chain, group, rule, negated=negated)


def _adjective(scene: Scene, chain: Chain) -> Iterator[Reading]:
    """ "12 people dead", "left a guard dead", "are missing"."""
    start, passive, negated = _before(scene, chain)
    if _unreal(scene, chain, start):
        return
    rule = chain.hits[0].payload[0][1]
    if scene.word(start - 1) == "the":
        return
    for group in scene.subject(start - 1, adjacent=not passive):
        yield _of(chain, group, rule, negated=negated)


def _attribute(scene: Scene, chain: Chain) -> Iterator[Reading]:
    """ "a deadly attack": deaths without a number."""
    for j in range(chain.last, min(chain.last + 4, scene.sentence.last)):
        word = scene.word(j)
        if word in scene.words["attribute_of"]:
            yield Reading(("killed",), None, chain.first, j + 1, f"casualty.{chain.hits[0].payload[0][1]}")
            return
        if scene.tag(j) is not None and scene.tag(j) not in ("u", "h"):
            return


def _act(scene: Scene, chain: Chain) -> Iterator[Reading]:
    """ "the killing of two men", "Danjuma's death", "12 deaths"."""
    readings = chain.hits[0].payload
    rule = readings[0][1]
    only_people = rule in scene.words["only_people"]
    last = chain.last
    if scene.word(last) == "of":
        group = scene.follows(last + 1)
        if group is not None and scene.countable(group) and (group.person or group.number or not only_people):
            if not _unreal(scene, chain, chain.first):
                for one in scene.listed(group):
                    yield _of(chain, one, f"{rule}.of")
            return
    index = scene.ending.get(chain.first) or scene.ending.get(chain.first - 1)
    if index is None and chain.first in scene.ending:
        index = scene.ending[chain.first]
    if index is None:
        return
    group = scene.groups[index]
    owned = scene.word(chain.first - 1) == "'s"
    if owned and (group.person or group.name) and not group.thing:
        yield _of(chain, group, f"{rule}.whose")
    elif any(kind == "count" for kind, *_ in readings):
        yield from _count(scene, chain)


def _count(scene: Scene, chain: Chain) -> Iterator[Reading]:
    """ "12 deaths", "no injuries", "dozens of corpses"."""
    index = scene.ending.get(chain.first)
    rule, outcome = next((r[1], r[2]) for r in chain.hits[0].payload if r[0] == "count")
    if index is None:
        return
    group = scene.groups[index]
    number = group.number
    if number is None or group.thing:
        return
    outcomes = ("killed", "injured") if outcome == "casualty" else _outcomes(chain)
    negated = number.high == 0
    yield Reading(outcomes, group, group.first, chain.last, f"casualty.{rule}", outcome == "casualty", negated)


def _lives(scene: Scene, chain: Chain) -> Iterator[Reading]:
    """ "claimed 12 lives", "the lives of 12 people"."""
    verbs = scene.words["life_verbs"]
    if not any(scene.word(j) in verbs for j in range(chain.first - 7, chain.first)):
        return
    if _unreal(scene, chain, chain.first):
        return
    if scene.word(chain.last) == "of":
        group = scene.follows(chain.last + 1)
        for one in scene.listed(group) if group is not None and scene.countable(group) else ():
            yield _of(chain, one, "lives.of")
        return
    index = scene.ending.get(chain.first)
    if index is not None and scene.groups[index].number is not None:
        yield _of(chain, scene.groups[index], "lives")


def _toll(scene: Scene, chain: Chain) -> Iterator[Reading]:
    """ "the death toll rose to 27"."""
    links = scene.words["grammar"]["toll_links"]
    for j in range(chain.last, min(chain.last + 14, scene.sentence.last)):
        if scene.word(j) in (";", ":") or j in scene.acts:
            return
        index = scene.at.get(j)
        if index is None:
            continue
        group = scene.groups[index]
        number = group.number
        if number is None or group.thing:
            continue
        if number.qualifier is not None and number.qualifier.lower().startswith("from ") and number.high is not None:
            number = Number(number.first, number.last, number.high, number.high, number.high)
        elif scene.word(j - 1) not in links:
            continue
        shown = Group(group.first, group.last, number, group.role, group.count, group.person)
        yield Reading(("killed",), shown, chain.first, group.last, "casualty.toll", cumulative=True)
        return


def _self_kill(scene: Scene, chain: Chain) -> Iterator[Reading]:
    """ "blew himself up": the attacker's own death, where it is said."""
    start, _, negated = _before(scene, chain)
    if _unreal(scene, chain, start) or negated:
        return
    if any(scene.kind(j) == "verb" and scene.word(j + 1) in scene.words["grammar"]["self"] for j in scene.acts):
        return  # "blew himself up, killing himself and five others" tells it once
    for group in scene.subject(start - 1):
        yield _of(chain, group, "self_kill", role="attacker")
        return


def _loss(scene: Scene, chain: Chain) -> Iterator[Reading]:
    """ "lost 12 soldiers", "lost its commander in an airstrike"."""
    start, _, negated = _before(scene, chain)
    group = scene.follows(chain.last)
    if group is None or not group.person or group.pronoun or negated or _unreal(scene, chain, start):
        return
    deeds = scene.words["grammar"]["deaths_of_war"]
    listed = scene.listed(group)
    last = listed[-1].last
    told = any(scene.word(j) in deeds for j in range(last, last + 8)) and scene.tag(last) == "p"
    if not told and (group.number is None or group.role not in ("state forces", "non-state", "combatant")):
        return
    for one in listed:
        yield _of(chain, one, "loss")


def _nothing(_scene: Scene, _chain: Chain) -> Iterator[Reading]:
    """A phrase with a casualty word that tells of nobody hurt."""
    return iter(())


READERS: Mapping[str, Callable[[Scene, Chain], Iterator[Reading]]] = MappingProxyType({
    "verb": _verb,
    "subject_verb": _subject_verb,
    "loss": _loss,
    "adjective": _adjective,
    "attribute": _attribute,
    "act": _act,
    "count": _count,
    "lives": _lives,
    "toll": _toll,
    "self_kill": _self_kill,
    "none": _nothing,
})  # fmt: skip
"""Kind of casualty word -> its reader."""


def read_chain(scene: Scene, chain: Chain) -> tuple[Reading, ...]:
    """All people of whom a chain of casualty words tells: the first of its readings that finds any."""
    tried: set[str] = set()
    for kind, *_ in chain.hits[0].payload:
        if kind in tried:
            continue
        tried.add(kind)
        found = tuple(READERS[kind](scene, chain))
        if found:
            return found
    return ()
