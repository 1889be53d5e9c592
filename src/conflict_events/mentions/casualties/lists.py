"""People in a list: "two soldiers, a nurse and Musa Ali", less those whom the list only names or describes a second time."""

from __future__ import annotations

from conflict_events.mentions.casualties.group import Group
from conflict_events.mentions.casualties.scene import Scene

__all__ = ["companions", "describes", "left", "right"]

_LONGEST = 40
"""Groups of one list."""

_APPOSITION = 12
"""Tokens of what describes a person between two commas."""

_INNER = frozenset({"of", "from"})
"""Prepositions whose noun belongs to the one before: "two members of the council and a driver"."""


def right(scene: Scene, group: Group) -> list[Group]:
    """A group and those coordinated with it to the right: "two soldiers, three guards and a child"."""
    found = [group]
    while len(found) < _LONGEST:
        following = _next(scene, found)
        if following is None:
            break
        found.append(following)
    return _told_once(scene, found)


def left(scene: Scene, group: Group) -> list[Group]:
    """A group and those coordinated with it to the left."""
    found = [group]
    linked = False
    while len(found) < _LONGEST:
        j = found[0].first
        oxford = False
        if scene.tag(j - 1) == "+":
            linked, j = True, j - 1
            oxford = scene.word(j - 1) == "," and j not in scene.ending
            j -= oxford
        elif linked and scene.word(j - 1) == ",":
            j -= j not in scene.ending
        else:
            break
        index = _owner(scene, scene.ending.get(j), found[0])
        if index is None or not scene.countable(scene.groups[index]):
            break
        if oxford and scene.word(scene.groups[index].first - 1) != ",":
            break  # "..., and" goes on with a list of three or more, else with a new clause
        found.insert(0, scene.groups[index])
    return _told_once(scene, found)


def companions(scene: Scene, i: int) -> list[Group]:
    """Who shared the fate told before token ``i``: "was killed along with his wife and two sons"."""
    j = i
    while scene.tag(j) == "r" or scene.word(j) == ",":
        j += 1
    two = (scene.word(j), scene.word(j + 1))
    if two in (("along", "with"), ("together", "with")):
        group = scene.follows(j + 2)
    elif two == ("as", "well") and scene.word(j + 2) == "as":
        group = scene.follows(j + 3)
    else:
        return []
    return right(scene, group) if group is not None and scene.countable(group) else []


def _fresh(scene: Scene, group: Group) -> bool:
    """Whether a group brings in somebody of its own, whatever stands before: it has a number or an "a"."""
    return group.number is not None or scene.word(group.first) in scene.words["grammar"]["singular"]


def _owner(scene: Scene, index: int | None, behind: Group) -> int | None:
    """The group in whose list another stands: that before "of", where the list goes on with somebody of its own."""
    while index and scene.word(scene.groups[index].first - 1) in _INNER and _fresh(scene, behind):
        index = scene.ending.get(scene.groups[index].first - 1)
    return index


def _next(scene: Scene, found: list[Group]) -> Group | None:
    """The next of a list to the right."""
    last = found[-1]
    j = _over_owner(scene, last.end)
    comma = scene.word(j) == ","
    j += comma
    comma = comma or (j > last.last and scene.word(j - 1) == ",")
    linked = scene.tag(j) == "+"
    j += linked
    if (scene.word(j), scene.word(j + 1)) in (("as", "well"), ("along", "with"), ("together", "with")):
        linked, j = True, j + (3 if scene.word(j) == "as" else 2)
    index = scene.at.get(j)
    if not (comma or linked) or index is None:
        return None
    group = scene.groups[index]
    if not scene.countable(group) or scene.predicate_behind(group):
        return None
    if comma and not linked and describes(scene, last, group):  # "Musa Ali, a teacher and a friend"
        return _behind_apposition(scene, group)
    if not comma or linked:
        return group
    if _renames(last, group):  # "a rioter, Musa Ali, and two others"
        index = scene.at.get(group.end + 1) if scene.tag(group.end) == "+" else None
        behind = _behind_apposition(scene, group) if index is None else scene.groups[index]
        return behind if behind is not None and scene.countable(behind) else None
    counted = group.number is not None and group.person
    return group if counted or _goes_on(scene, group) else None


def _over_owner(scene: Scene, i: int) -> int:
    """Behind "of the council", where somebody else follows: "two members of the council and a driver"."""
    j = i
    while scene.word(j) in _INNER:
        index = scene.at.get(j + 1)
        if index is None:
            return i
        j = scene.groups[index].end
    k = j + (scene.word(j) == ",")
    index = scene.at.get(k + 1) if scene.tag(k) == "+" else None
    return j if index is not None and _fresh(scene, scene.groups[index]) else i


def describes(scene: Scene, lead: Group, group: Group) -> bool:
    """Whether a group behind a comma says who the person named before is: "Musa Ali, a teacher"; "his wife" is another."""
    if not (lead.name and lead.number is None and group.number is None):
        return False
    kin = scene.words["grammar"]["kin"]
    if scene.word(group.first) in scene.words["grammar"]["owners"] and scene.word(group.last - 1) in kin:
        return False
    return scene.tag(group.first) == "d" or (group.person and not group.name)


def _behind_apposition(scene: Scene, group: Group) -> Group | None:
    """The group with which a list goes on: "Colonel Musa, head of the guard, and two drivers"."""
    for j in range(group.end, min(group.end + _APPOSITION, scene.sentence.last)):
        comma = scene.word(j) == ","
        if comma or scene.tag(j) == "+":
            index = scene.at.get(j + 1 + (comma and scene.tag(j + 1) == "+"))
            behind = None if index is None or (comma and scene.tag(j + 1) != "+") else scene.groups[index]
            fits = behind is not None and scene.countable(behind) and not scene.predicate_behind(behind)
            named = fits and behind is not None and behind.name and not behind.person
            return behind if fits and (comma or named) else None
        if scene.tag(j) in ("e", "x", "c", "m") or j in scene.acts:
            return None
    return None


def _goes_on(scene: Scene, group: Group) -> bool:
    """Whether behind a comma and a group without "and" comes "and" or another comma with a group."""
    j = group.end
    if scene.word(j) == ",":
        j += 1
    if scene.tag(j) == "+":
        j += 1
    return j > group.last and j in scene.at and not scene.predicate_behind(scene.groups[scene.at[j]])


def _only_named(group: Group) -> bool:
    return group.name and not group.person and group.number is None


def _renames(one: Group, name: Group) -> bool:
    """Whether a name behind a comma is that of the person before it: "an activist, Nina Musa"."""
    return one.person and one.count == "one" and one.number is None and _only_named(name)


def _behind_comma(scene: Scene, group: Group) -> bool:
    return scene.word(group.first - 1) == ","


def _told_once(scene: Scene, found: list[Group]) -> list[Group]:
    """A list without those of whom it tells twice, and without plurals that share the number before them."""
    kept: list[Group] = []
    shared = False
    for group in found:
        before = kept[-1] if kept else None
        if (
            before is not None
            and _behind_comma(scene, group)
            and (_renames(before, group) or describes(scene, before, group))
        ):
            continue
        bare = group.number is None and group.count == "many" and not group.pronoun and scene.tag(group.first) != "d"
        if bare and shared:
            continue  # "thousands of men, women and children"
        kept.append(group)
        shared = group.number is not None and group.number.stated != 1 and group.number.high != 0
    return kept[: _spelt_out(scene, kept)]


def _spelt_out(scene: Scene, found: list[Group]) -> int:
    """How many of a list are told before it spells out names of them: "two traders, Musa Ali and Sani Bello"."""
    for k, group in enumerate(found[:-1], 1):
        names = found[k:]
        if _sums_up(scene, group, names):
            return k  # "two persons, a driver and a cleaner"
        several = group.person and (group.count == "many" or group.number is not None)
        if several and _behind_comma(scene, names[0]) and all(map(_only_named, names)):
            most = None if group.number is None else group.number.high
            if most is None or most >= len(names):
                return k
    return len(found)


def _sums_up(scene: Scene, group: Group, parts: list[Group]) -> bool:
    """Whether a word that anybody may be called by counts those listed behind it, and their number is the sum."""
    if group.number is None or scene.word(group.last - 1) not in scene.words["grammar"]["anybody"]:
        return False
    sizes = [
        1 if part.number is None else part.number.stated
        for part in parts
        if part.number is not None or part.count != "many"
    ]
    known = [size for size in sizes if size is not None]
    return _behind_comma(scene, parts[0]) and len(known) == len(parts) > 1 and sum(known) == group.number.stated
