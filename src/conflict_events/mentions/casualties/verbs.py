"""Readers of verbs and of words behind the people: "killed six", "six were killed", "six people died", "left six dead"."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from conflict_events.mentions.casualties.group import Group
from conflict_events.mentions.casualties.lists import companions, right
from conflict_events.mentions.casualties.reading import Before, Reading, before, of, unreal
from conflict_events.mentions.casualties.scene import Chain, Scene
from conflict_events.mentions.casualties.subjects import shared_subject, subject

__all__ = ["adjective", "loss", "self_kill", "subject_verb", "verb"]

_DENIALS = frozenset({"denied", "deny", "denies", "denying"})


def verb(scene: Scene, chain: Chain) -> Iterator[Reading]:
    """Read "killed six", "six were killed", "killing six", "six killed", "the six killed guards"."""
    _, rule, _, form = chain.hits[0].payload[0]
    told = before(scene, chain)
    if rule in scene.words["doubtful"]:
        told = evolve(told, doubted=True)
    if unreal(scene, told.start) or scene.word(told.start - 1) in _DENIALS or scene.tag(told.start - 1) == "m":
        return
    if form == "ing" and scene.word(chain.last) == "of":
        return  # a noun: its own reader follows
    if form == "past" and told.passive:
        sure = rule in scene.words["people_only"]
        people = subject(scene, told.start - 1, sure=sure, singular=told.singular) or shared_subject(scene, told.start)
        people += companions(scene, chain.last) if people else []
        yield from (of(chain, group, f"{rule}.passive", told) for group in people)
        return
    if form == "past" and rule in scene.words["noun_too"]:
        if scene.tag(chain.first - 1) in ("d", "q"):
            return  # "a shot"
    elif form == "past":
        attributed = _attributed(scene, chain)
        if attributed is not None:
            yield of(chain, attributed, f"{rule}.attribute")
            return
    group = _object(scene, chain, sure=form != "base" and rule in scene.words["people_only"])
    if group is not None:
        yield from (of(chain, one, f"{rule}.active", told) for one in right(scene, group))
    elif form == "past" and not _takes(scene, chain.last):
        people = subject(scene, told.start - 1, adjacent=True) or shared_subject(scene, told.start)
        if rule in scene.words["noun_too"] and people and _bare_one(people[-1]):
            return
        yield from (of(chain, one, f"{rule}.reduced", told) for one in people)


def _bare_one(group: Group) -> bool:
    """Whether "one" counts the word behind it: "one shot"."""
    return group.number is not None and group.number.stated == 1 and group.last == group.number.last


def _takes(scene: Scene, i: int) -> bool:
    """Whether a verb takes what stands right behind it: "militants beheaded a florist" tells of no militants hurt.

    What names a time is no object: "12 people killed the same day".
    """
    owner = scene.tag(i) == "q" and scene.word(i) in scene.words["grammar"]["determiners"]
    index = scene.at.get(i)
    things = index is not None and scene.groups[index].thing and scene.groups[index].number is not None
    if scene.tag(i) != "d" and not owner and not things:
        return False
    return not any(scene.word(j) in scene.words["grammar"]["spells"] for j in (i + 1, i + 2))


def _object(scene: Scene, chain: Chain, *, sure: bool) -> Group | None:
    """What a verb acts upon, also over a second verb ("arrested and beat six men")."""
    group = scene.follows(chain.last)
    if group is not None and scene.partitive(group.last - 1):
        group = scene.follows(group.last + 1)
    if group is not None and (scene.countable(group) or (sure and scene.plausible(group))):
        return group
    if scene.tag(chain.last) == "+" and scene.tag(chain.last + 1) is None:
        index = scene.at.get(chain.last + 1)
        if index is not None and index + 1 < len(scene.groups) and scene.groups[index].last == chain.last + 2:
            other = scene.groups[index + 1]
            if other.first == chain.last + 2 and other.number is not None and scene.countable(other):
                return other
    return None


def _attributed(scene: Scene, chain: Chain) -> Group | None:
    """People around a participle: "the two wounded soldiers"."""
    left, behind = scene.ending.get(chain.first), scene.at.get(chain.last)
    if behind is None or not scene.plausible(scene.groups[behind]) or scene.groups[behind].number is not None:
        return None
    people = scene.groups[behind]
    if scene.tag(people.first) == "d":
        return None
    if left is not None:
        group = scene.groups[left]
        bare = group.number is not None and not group.person and not group.name and not group.thing
        if bare and group.last - group.first <= 5:
            return evolve(people, first=group.first, number=group.number, more=group.more)
    if scene.tag(chain.first - 1) == "d":
        one = scene.word(chain.first - 1) in scene.words["grammar"]["singular"]
        return evolve(people, first=chain.first - 1, count="one" if one else people.count)
    return None


def subject_verb(scene: Scene, chain: Chain) -> Iterator[Reading]:
    """Read "Five people died", "five people are known to have died"."""
    _, rule, _, form = chain.hits[0].payload[0]
    told = before(scene, chain)
    if form == "ing" or unreal(scene, told.start) or scene.tag(told.start - 1) == "m":
        return
    people = subject(scene, told.start - 1, sure=True, singular=told.singular) or shared_subject(scene, told.start)
    people += companions(scene, chain.last) if people else []
    yield from (of(chain, group, rule, told) for group in people)


def adjective(scene: Scene, chain: Chain) -> Iterator[Reading]:
    """Read "12 people dead", "58 people, mostly pilgrims, dead", "are missing", "12 dead bodies"."""
    rule = chain.hits[0].payload[0][1]
    told = before(scene, chain)
    if unreal(scene, told.start) or scene.word(told.start - 1) == "the":
        return
    people = subject(scene, told.start - 1, adjacent=not told.passive, singular=told.singular)
    if not people and not told.passive:
        index = scene.ending.get(told.start)  # "left him dead"
        people = [scene.groups[index]] if index is not None and scene.groups[index].pronoun else []
    if not people and scene.word(told.start - 1) == ",":
        people = _over_commas(scene, told)
    if rule == "to_death" and any(_sentenced(scene, group) for group in people):
        return
    people += companions(scene, chain.last) if people else []
    yield from (of(chain, group, rule, told) for group in people)


def _over_commas(scene: Scene, told: Before) -> list[Group]:
    """The people before words between two commas: "58 people, mostly pilgrims, dead"."""
    for j in range(told.start - 2, max(told.start - 9, scene.sentence.first), -1):
        if scene.word(j) == ",":
            index = scene.ending.get(j)
            return [scene.groups[index]] if index is not None and scene.countable(scene.groups[index]) else []
        if scene.tag(j) in ("x", "c", "m", "e") or j in scene.acts:
            return []
    return []


def _sentenced(scene: Scene, group: Group) -> bool:
    """Whether a court speaks: "sentenced two men to death"."""
    words = scene.words["grammar"]["sentencing"]
    return any(scene.word(j) in words for j in range(group.first - 4, group.first))


def self_kill(scene: Scene, chain: Chain) -> Iterator[Reading]:
    """Read "blew himself up": the attacker's own death, where it is said."""
    told = before(scene, chain)
    if unreal(scene, told.start) or told.negated:
        return
    own = scene.words["grammar"]["self"]
    if any(hit.payload[0][0] == "verb" and scene.word(hit.last) in own for hit in scene.acts.values()):
        return  # "blew himself up, killing himself and five others" tells it once
    for group in subject(scene, told.start - 1):
        yield of(chain, group, "self_kill", role="attacker")
        return


def loss(scene: Scene, chain: Chain) -> Iterator[Reading]:
    """Read "lost 12 soldiers", "lost its commander in an airstrike"."""
    told = before(scene, chain)
    group = scene.follows(chain.last)
    if group is None or not group.person or group.pronoun or told.negated or unreal(scene, told.start):
        return
    deeds = scene.words["grammar"]["deaths_of_war"]
    listed = right(scene, group)
    last = listed[-1].last
    deadly = any(scene.word(j) in deeds for j in range(last, last + 8)) and scene.tag(last) == "p"
    if deadly or (group.number is not None and group.role in ("state forces", "non-state", "combatant")):
        yield from (of(chain, one, "loss") for one in listed)
