"""Readers of nouns: "the killing of two men", "12 deaths", "claimed 12 lives", "the death toll rose to 27", "a deadly attack"."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from conflict_events.mentions.casualties.group import Group
from conflict_events.mentions.casualties.lists import right
from conflict_events.mentions.casualties.reading import Before, Reading, of, unreal
from conflict_events.mentions.casualties.scene import Chain, Scene
from conflict_events.mentions.casualties.subjects import subject
from conflict_events.text.numbers import Number

__all__ = ["act", "attribute", "count", "lives", "nothing", "toll"]


_AROUND = 20
"""Tokens around a body within which it is said to have been found."""

_STOPS = frozenset({",", ";", ":", "but", "and"})
"""Words over which "no" and "without" do not reach."""


def attribute(scene: Scene, chain: Chain) -> Iterator[Reading]:
    """Read "a deadly attack": deaths without a number."""
    for j in range(chain.last, min(chain.last + 4, scene.sentence.last)):
        if scene.word(j) in scene.words["attribute_of"]:
            if not unreal(scene, chain.first):
                yield Reading(("killed",), None, chain.first, j + 1, f"casualty.{chain.hits[0].payload[0][1]}")
            return
        if scene.tag(j) not in (None, "u", "h"):
            return


def act(scene: Scene, chain: Chain) -> Iterator[Reading]:
    """Read "the killing of two men", "Danjuma's death", "the body of Danjuma was found"."""
    rule = next(r[1] for r in chain.hits[0].payload if r[0] == "act")
    if unreal(scene, chain.first):
        return
    strict = rule in scene.words["strict"] and not _found(scene, chain)
    if scene.word(chain.last) == "of":
        group = scene.follows(chain.last + 1)
        if group is not None and _sufferer(scene, group, rule, strict=strict):
            fatal = scene.word(chain.first - 1) in scene.words["grammar"]["fatal"]
            told = Before(chain.first, passive=False, negated=False, doubted=False, singular=None, fatal=fatal)
            yield from (of(chain, one, f"{rule}.of", told) for one in right(scene, group))
        return
    owned = scene.word(chain.first - 1) in ("'s", "'")
    owner = _owner(scene, chain) if rule in scene.words["strict"] and not strict else None
    if owner is not None:
        yield of(chain, owner, f"{rule}.whose")
        return
    index = scene.ending.get(chain.first - 1) if owned else None
    if index is None:
        return
    group = scene.groups[index]
    known = group.person or group.name or (not scene.cased and rule in scene.words["people_only"])
    if known and not group.thing:
        yield of(chain, group, f"{rule}.whose")


def _sufferer(scene: Scene, group: Group, rule: str, *, strict: bool) -> bool:
    """Whether a group behind "of" can be who was hurt; "body of" alone may be one of rules, or of the United Nations."""
    if strict:
        return scene.countable(group) and (group.person or group.number is not None)
    if scene.countable(group):
        return True
    sure = rule in scene.words["people_only"] or rule in scene.words["strict"]
    return sure and scene.plausible(group)  # "THE MURDER OF CARLOS VALENCIA", "the killing of a mahout"


def _found(scene: Scene, chain: Chain) -> bool:
    """Whether the words around a body tell of one that was found: "recovered the body", "the body was lying"."""
    words = scene.words["grammar"]["finding"]
    return any(scene.word(j) in words for j in range(chain.first - _AROUND, chain.last + _AROUND))


def _owner(scene: Scene, chain: Chain) -> Group | None:
    """The pronoun before a body: "his bullet-riddled body was found"."""
    grammar = scene.words["grammar"]
    for j in range(chain.first - 1, chain.first - 4, -1):
        if scene.word(j) in grammar["owners"] and scene.word(j) not in grammar["things_owners"]:
            return Group(
                j, j + 1, count="many" if scene.word(j) in grammar["many_owners"] else "one", person=True, pronoun=True
            )
        if scene.tag(j) not in (None, "h", "u", "e"):
            return None
    return None


def count(scene: Scene, chain: Chain) -> Iterator[Reading]:
    """Read "12 deaths", "no injuries", "injuries to two women", "sustained injuries", "causing deaths"."""
    rule, outcome = next((r[1], r[2]) for r in chain.hits[0].payload if r[0] == "count")
    outcomes = ("killed", "injured") if outcome == "casualty" else (str(outcome),)
    joint = outcome == "casualty"
    index = scene.ending.get(chain.first)
    group = None if index is None else scene.groups[index]
    zero = _zero(scene, chain, group)
    if zero is not None:
        yield Reading(outcomes, zero, zero.first, chain.last, f"casualty.{rule}.none", joint, negated=True)
        return
    borne = _borne(scene, chain)
    if joint and (group is None or group.number is None or (group.number.high is None and group.number.stated is None)):
        return  # "casualties" alone is no death
    to = scene.follows(chain.last + 1) if scene.word(chain.last) == "to" else None
    if to is not None and scene.countable(to):
        for one in right(scene, to):
            yield Reading(outcomes, one, chain.first, one.last, f"casualty.{rule}.to", joint)
        return
    if group is not None and group.number is not None and not group.thing:
        role = borne[0].role if borne and group.role == "unknown" else None  # "the rebels suffered eight casualties"
        yield Reading(outcomes, group, group.first, chain.last, f"casualty.{rule}", joint, role=role)
        return
    for one in borne:
        yield Reading(outcomes, one, one.first, chain.last, f"casualty.{rule}.borne")
    if group is None and _caused(scene, chain) and not _bearers(scene, chain):
        bare = Group(chain.first, chain.last, count="many")
        yield Reading(outcomes, bare, chain.first, chain.last, f"casualty.{rule}.bare")


def _caused(scene: Scene, chain: Chain) -> bool:
    """Whether some are told of without a number: "causing deaths", "fatalities reported"."""
    causes = scene.words["bare_counts"]["causes"]
    told = any(scene.word(j) in causes for j in range(chain.first - 4, chain.first))
    return (told or scene.word(chain.last) == "reported") and not unreal(scene, chain.first)


def _zero(scene: Scene, chain: Chain, group: Group | None) -> Group | None:
    """A group that says nobody: "no casualties", "no damage or casualties", "without causing casualties"."""
    table = scene.words["bare_counts"]
    if group is not None and group.number is not None and group.number.high == 0:
        return group
    for j in range(chain.first - 1, max(chain.first - 6, scene.sentence.first - 1), -1):
        word = scene.word(j)
        if word in table["without"]:
            between = [scene.word(k) for k in range(j + 1, chain.first)]
            if word == "not" and not any(one in table["causes"] or one in table["bearers"] for one in between):
                break
            reports = any(one in table["reports"] for one in between)
            number = Number(j, j + 1, None, 0, None if reports else 0, scene.document.tokens.quote(j, chain.first))
            return Group(j, chain.first, number)
        numbered = group is not None and group.number is not None
        if numbered or word in _STOPS or scene.tag(j) == "x" or j in scene.acts:
            break
    return None


def _bearers(scene: Scene, chain: Chain) -> bool:
    bearers = scene.words["bare_counts"]["bearers"]
    return any(scene.word(j) in bearers for j in range(chain.first - 4, chain.first))


def _borne(scene: Scene, chain: Chain) -> list[Group]:
    """Read "two guards sustained minor injuries": those who bear them."""
    bearers = scene.words["bare_counts"]["bearers"]
    for j in range(chain.first - 1, max(chain.first - 5, scene.sentence.first), -1):
        index = scene.ending.get(j) if scene.word(j) == "with" else None
        if index is not None:  # "seven people with gunshot wounds"
            return [scene.groups[index]] if scene.groups[index].person else []
        if scene.word(j) in bearers:
            start = j
            while scene.tag(start - 1) in ("r", "x"):
                start -= 1
            return subject(scene, start - 1)
    return []


def lives(scene: Scene, chain: Chain) -> Iterator[Reading]:
    """Read "claimed 12 lives", "the lives of 12 people"."""
    verbs = scene.words["life_verbs"]
    if not any(scene.word(j) in verbs for j in range(chain.first - 7, chain.first)) or unreal(scene, chain.first):
        return
    if scene.word(chain.last) == "of":
        group = scene.follows(chain.last + 1)
        if group is not None and scene.countable(group):
            yield from (of(chain, one, "lives.of") for one in right(scene, group))
        return
    index = scene.ending.get(chain.first)
    if index is not None and scene.groups[index].number is not None:
        yield of(chain, scene.groups[index], "lives")


def toll(scene: Scene, chain: Chain) -> Iterator[Reading]:
    """Read "the death toll rose to 27"."""
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
            number = Number(number.first, number.last, number.high, number.high, number.high)  # "from 20 to 27"
        elif scene.word(j - 1) not in links:
            continue
        shown = evolve(group, number=number)
        yield Reading(("killed",), shown, chain.first, group.last, "casualty.toll", cumulative=True)
        return


def nothing(_scene: Scene, _chain: Chain) -> Iterator[Reading]:
    """A phrase with a casualty word that tells of nobody hurt."""
    return iter(())
