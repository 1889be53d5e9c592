"""Finding the subject: the people of whom the words behind them tell, over commas, appositions and phrases between."""

from __future__ import annotations

from attrs import evolve

from conflict_events.mentions.casualties.group import Group
from conflict_events.mentions.casualties.lists import left
from conflict_events.mentions.casualties.modifiers import crossed, described
from conflict_events.mentions.casualties.scene import Scene

__all__ = ["shared_subject", "subject"]

_REACH = 40
"""Tokens over which a subject may stand away from its verb."""

_HOPS = 12
"""Noun groups that are stepped over on the way to a subject."""

_GAP = 6
"""Tokens between a subject and its verb that are neither auxiliary nor adverb: "Smith, 42, was"."""

_RELATIVE = frozenset({"who", "whom", "that", "which"})
_MARKS = frozenset("- – — -- ( ) , ' ’ \" ”".split())
_FENCES = frozenset("- – — -- (".split())
_PREPOSITIONS_TOO = frozenset({"before", "after", "as", "following"})
"""Words that open clauses and phrases alike: "brought before a court and killed"."""

_AGED = frozenset({"aged", "age", "ages"})
_SPAN = frozenset({"between", "and", "to"})

_OBJECTS = frozenset({"him", "them", "me", "us"})
"""Pronouns that are no subjects."""

_SHARED = 30
"""Tokens over which a second verb shares the subject of the first."""

_QUOTES = frozenset("' ‘ ’ \" “ ”".split())

_ABSOLUTE = frozenset({"with", "after", "as", "leaving"})


def subject(
    scene: Scene, j: int, *, adjacent: bool = False, sure: bool = False, singular: bool | None = None
) -> list[Group]:
    """The people of whom the words behind token ``j`` tell: the subject that ends there.

    Args:
        scene: the sentence.
        j: the last token before verb, auxiliaries and adverbs.
        adjacent: True where no auxiliary marks the verb, so that the subject must end right there.
        sure: True where the verb speaks of people only, so that unknown words are people too.
        singular: number of the auxiliary, if there is one.
    """
    index = scene.ending.get(j + 1)
    closed = scene.word(j) == ","
    tied = False
    if index is None:
        index, tied = _nearest(scene, j, adjacent=adjacent)
    if index and scene.word(scene.groups[index].first - 1) == "(" and scene.word(scene.groups[index].last) == ")":
        index -= 1  # "militants of the Popular Front (PF) were held"
    other: list[Group] = []
    for _ in range(_HOPS):
        if index is None or j + 1 - scene.groups[index].first > _REACH:
            break
        found = _taken(scene, index, adjacent=adjacent, sure=sure, tied=tied, closed=closed)
        if found and _agrees(scene, found, singular):
            return [_numbered(found[0], singular)] if len(found) == 1 else found
        other = other or found
        index = _before(scene, index, adjacent=adjacent)
    return [_numbered(other[0], singular)] if len(other) == 1 else other


def _agrees(scene: Scene, found: list[Group], singular: bool | None) -> bool:  # noqa: FBT001 - a number of three values
    """Whether a subject has the number of its auxiliary: "of the Popular Front were killed" is told of more than one."""
    if singular is None or len(found) > 1:
        return singular is not True
    group = found[0]
    several = group.count == "many" or (group.number is not None and group.number.stated != 1)
    named = group.name and not group.person and group.number is None and not scene.word(group.last - 1).endswith("s")
    return not several if singular else not (named or group.count == "one")


def shared_subject(scene: Scene, start: int) -> list[Group]:
    """The subject of the verb before an "and": "he was thrown from the car and died"."""
    if scene.word(start - 1) == "then":
        start -= 1
    if scene.tag(start - 1) != "+":
        return []
    for k in range(start - 2, max(start - _SHARED, scene.sentence.first), -1):
        if scene.tag(k) == "x" and scene.word(k) in scene.words["grammar"]["passive"]:
            while scene.tag(k - 1) in ("x", "r"):
                k -= 1  # noqa: PLW2901 - to the first of "had been badly"
            return subject(scene, k - 1)
        bound = scene.tag(k) in ("m", "+") or (scene.tag(k) == "c" and scene.word(k) not in _PREPOSITIONS_TOO)
        if bound or scene.word(k) in (";", ":"):
            break
    return []


def _nearest(scene: Scene, j: int, *, adjacent: bool) -> tuple[int | None, bool]:
    """(the last group before token ``j``, whether a relative pronoun ties it): over commas, ages and adverbs."""
    tied = False
    for k in range(j, max(j - _GAP, scene.sentence.first - 1), -1):
        index = scene.ending.get(k + 1)
        if index is not None:
            return index, tied
        word = scene.word(k)
        age = word in _AGED or (word.isdigit() and len(word) < 4) or (word in _SPAN and scene.word(k + 1).isdigit())
        if word in _RELATIVE:
            tied = True
        elif adjacent:
            if word != "," or k != j:
                break
        elif not (word in _MARKS or age or scene.tag(k) == "r"):
            break
    return None, False


def _taken(scene: Scene, index: int, *, adjacent: bool, sure: bool, tied: bool, closed: bool) -> list[Group]:
    """A group, with what it is coordinated with, if it can be the subject."""
    group = scene.groups[index]
    fits = scene.plausible if sure else scene.countable
    inner = scene.tag(group.first - 1) in ("p", "o", "i")
    numbered = group.number is not None
    if inner and (
        (tied and (numbered or group.person))
        or (numbered and scene.word(group.first - 1) in _ABSOLUTE)
        or (adjacent and (numbered or group.person))
        or scene.partitive(group.first - 2)
    ):
        inner = False
    if adjacent and group.pronoun and scene.word(group.first) != "those":
        return []  # "the hostages they abducted"
    if (
        inner
        or not fits(group)
        or (not adjacent and described(scene, group) is not None)
        or scene.word(group.first) in _OBJECTS
    ):
        return []
    named = _named(scene, group, index, sure=sure) if closed or scene.word(group.last) == "," else None
    if named is not None:
        return left(scene, named)
    found = left(scene, group)
    before = found[0].first - 1
    if scene.tag(before) == "i" or scene.word(before) in ("them", "whom"):
        return []  # "12 people, including a child and two women, were killed"
    fence = before
    while scene.word(fence) in _FENCES:
        fence -= 1
    whole = scene.ending.get(fence + 1)
    if whole is not None and fence < before and scene.groups[whole].number is not None:
        return [scene.groups[whole]]  # "six people - two soldiers and four guards - were killed"
    return found


def _named(scene: Scene, group: Group, index: int, *, sure: bool) -> Group | None:
    """The group to which one between commas is an apposition: "Musa Ali, a shopkeeper, was killed"."""
    if not index or group.number is not None:
        return None
    lead = scene.groups[index - 1]
    fits = scene.plausible if sure else scene.countable
    comma = lead.end if scene.word(lead.end) == "," else lead.end - 1
    between = range(comma + 1, group.first)
    if scene.word(comma) != "," or not fits(lead) or any(scene.tag(k) != "r" for k in between):
        return None
    role = lead.role if lead.role != "unknown" or not between else group.role  # "three men, all farmers, were killed"
    return evolve(lead, role=role)


def _before(scene: Scene, index: int, *, adjacent: bool) -> int | None:
    """The group before one that is no subject, if that one may be stepped over."""
    group = scene.groups[index]
    head = described(scene, group)
    if head is not None:
        return head
    k = group.first - 1 - (scene.word(group.first - 1) in _QUOTES)
    word, tag = scene.word(k), scene.tag(k)
    inner = tag in ("p", "o", "i", "+") or word in ("them", "whom")
    if index == 0 or (not inner and (adjacent or not (word == "," or group.thing or k + 1 in scene.ending))):
        return None
    return None if crossed(scene, scene.groups[index - 1].end, k + 1) else index - 1


def _numbered(group: Group, singular: bool | None) -> Group:  # noqa: FBT001 - a number of three values
    """A group whose own words tell no number takes that of the auxiliary."""
    if singular is None or group.count or group.number is not None:
        return group
    return evolve(group, count="one" if singular else "many")
