"""Whether a name is a place here: people, organisations, newspapers, streets and everyday words are masked."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from conflict_events.gazetteer.keys import ARTICLES
from conflict_events.mentions.places.cue import Cue
from conflict_events.mentions.places.people import person_in
from conflict_events.mentions.places.words import Name, Words

__all__ = ["PARTIES", "judge", "judge_plain", "share", "share_plain"]

STARTER, TITLE, ADMIN, DIRECTION = int(Cue.STARTER), int(Cue.TITLE), int(Cue.ADMIN), int(Cue.DIRECTION)
STRIKES = int(Cue.STRIKES)
FACILITY, OFFICE, INSIDE, SAY = int(Cue.FACILITY), int(Cue.OFFICE), int(Cue.INSIDE), int(Cue.SAY)
GIVEN, COMMON, SURNAME, AREA = int(Cue.GIVEN), int(Cue.COMMON), int(Cue.SURNAME), int(Cue.AREA)
ROAD, LANE, MEDIA, GENERIC = int(Cue.ROAD), int(Cue.LANE), int(Cue.MEDIA), int(Cue.GENERIC)
PERSONAL = GIVEN | SURNAME
BODY = OFFICE | FACILITY | ADMIN
SUFFIX = AREA | int(Cue.BACKED) | GENERIC

SITE = 4
"""So many words from a name on the town may stand in which the site of that name is."""
LOOK = 8
"""So many capitalised words behind a name may tell what the whole is: "Goma Central Market Police"."""
PARTIES = frozenset(("d", "r", "i", "l", "c", "dfl"))
"""Letters of parties before a member's home: "D-Charleston"."""
LINKED = ARTICLES | PARTIES
"""Words before a hyphen that leave the rest a name: "al-Hawija", "R-Cary"."""
UNSUPPORTED, PERSON = "too little known without capitals", "person's name"
_LISTING = frozenset((",", "and", "or"))
_DASHES = frozenset("—–-(")
_SURE = frozenset(("in", "near", "outside", "throughout", "across", "around"))
_WITHIN = frozenset(("in", "of", ","))
_POSSESSIVE = frozenset(("'s", "’s"))


def judge(words: Words, first: int, last: int, found: list[Name], people: set[str]) -> None:
    """Decide on the names of one run of capitalised words, each by the words beside it.

    Args:
        words: the text.
        first: first word of the run.
        last: one past its last word.
        found: the names in it; ``strong`` and ``masked`` are set.
        people: words of people's names, to which those of this run are added.
    """
    covered = (
        {i: name for name in found for i in range(name.first, name.last)} if last - first > 1 else {first: found[0]}
    )
    person = person_in(words, first, last, covered)
    if person is not None:
        people.update([word for word in words.folded[person[0] : person[1]] if len(word) > 2])
    for name in found:
        if person is not None and name.first < person[1] and name.last > person[0]:
            name.masked = "part of a person's name"
        elif not name.entry.demonym and name.rule == "place.name":
            name.strong = _support(words, name)
            name.masked = (
                _by_kind(words, name, last)
                or _by_word_before(words, name, first, last, covered)
                or _by_word_after(words, name, last, covered, people)
                or _alone(words, name, people)
            )


def _support(words: Words, name: Name) -> int:
    """How far the words beside a name say that it is a place: 2 surely, 1 perhaps, 0 not at all."""
    start, end = name.first, name.last
    before, after, lead = words.before(start), words.after(end), words.at(start - 1)
    if (after & ADMIN) or (lead == "of" and words.before(start - 1) & ADMIN):
        return 2
    if (after & AREA and (words.joined[end] or words.small(end))) or (before & ADMIN and words.small(start - 1)):
        return 2
    if (words.joined[start] and lead in PARTIES) or _opens_dateline(words, name):
        return 2
    possessed = words.at(end) in _POSSESSIVE and words.marks[start] & PERSONAL
    if before & STRIKES and words.small(start - 1) and not words.marks[start] & PERSONAL:
        return 2
    if before & INSIDE and words.lower(start - 1) and not possessed:
        return 2 if lead in _SURE else 1
    if (after & OFFICE and words.small(end)) or (before & DIRECTION and words.small(start - 1)):
        return 1
    return 1 if lead == "of" and start > 1 and words.caps[start - 2] and not words.marks[start - 2] & GENERIC else 0


def _opens_dateline(words: Words, name: Name) -> bool:
    """Whether a name opens its sentence and a dash or bracket follows: "GOMA (Agency) -"."""
    start, end = name.first, name.last
    if end >= len(words.texts) or words.texts[end] not in _DASHES or words.joined[end]:
        return False
    return start == 0 or words.sentence_of[start - 1] != words.sentence_of[start]


def _by_kind(words: Words, name: Name, last: int) -> str:
    """Newspapers, streets, saints, money and generic words."""
    start, end, marks = name.first, name.last, words.marks
    single, mark = end - start == 1, marks[start]
    if any(marks[i] & MEDIA for i in range(end, min(last, end + LOOK))):
        return "newspaper"
    lane = (single and mark & LANE and end < last) or (words.before(start) & LANE and words.caps[start - 1])
    if lane or (end < last and marks[end] & ROAD):
        return "road"
    if single and mark & (STARTER | GENERIC) and (mark & DIRECTION or not (name.entry.division and name.strong)):
        return "generic word"
    if words.folded[start] in ("st", "saint") and words.at(end) in _POSSESSIVE and not name.entry.known:
        return "saint"
    return "money" if words.at(end) == "$" else ""


def _by_word_before(words: Words, name: Name, first: int, last: int, covered: Mapping[int, Name]) -> str:
    """A capitalised word before a name that is no part of the place: "Ann Houston", "Romsey Mill"."""
    start = name.first
    if words.joined[start] and not name.entry.known and words.at(start - 1) not in LINKED:
        return "second half of a compound"
    if start == first or start - 1 in covered or words.texts[start - 1] == ".":
        return ""
    before, known = words.before(start), name.entry.known
    if before & DIRECTION:
        return ""
    if words.joined[start]:
        return ""
    if before & PERSONAL and not any(words.marks[i] & BODY for i in range(name.last, min(last, name.last + LOOK))):
        return "other name before it"
    opener = start - 1 == first and before & COMMON
    return "" if known or opener or before & GENERIC else "other name before it"


def _by_word_after(words: Words, name: Name, last: int, covered: Mapping[int, Name], people: set[str]) -> str:
    """A capitalised word behind a name that is no part of the place: "Houston Smith"."""
    start, end, marks = name.first, name.last, words.marks
    if not name.entry.known and end < len(words.texts) and words.joined[end] and not marks[end] & SUFFIX:
        return "first half of a compound"
    if not name.entry.known and words.at(end) in ARTICLES and end + 1 < len(words.texts) and words.joined[end + 1]:
        return "first part of a longer name"
    if end >= last or end in covered or marks[end] & GENERIC or words.joined[end] or end - start > 1:
        return ""
    if any(marks[i] & BODY for i in range(end, min(last, end + LOOK))):
        return ""
    inside = (words.before(start) & INSIDE and words.small(start - 1)) or words.at(start - 1) == "the"
    if name.entry.known and (inside or not marks[start] & GIVEN):
        return ""
    if marks[start] & PERSONAL:
        people.update(words.folded[start:last])
    return "other name after it"


def _alone(words: Words, name: Name, people: set[str]) -> str:
    """Names that nothing beside them makes a place: everyday words, speakers, people."""
    start, end = name.first, name.last
    mark, known = words.marks[start], name.entry.known
    if known and not mark & (COMMON | GIVEN):
        return ""
    if not known and end < len(words.texts) and words.texts[end][0].isdigit():
        return "number after it"
    if end - start > 1:
        return ""
    capitals = words.texts[start].isupper()
    if mark & COMMON and name.strong < (1 if known else 2) and not (known and capitals):
        return "everyday word"
    if known and mark & GIVEN and not (name.strong or name.entry.famous):
        return PERSON
    if known or name.strong == 2:
        return ""
    if capitals and words.at(start - 1) == "(":
        return "short form in brackets"
    spoken = words.at(start - 1) in ("said", "says", "told")
    if words.after(end) & SAY or spoken:
        people.add(words.folded[start])
        return "speaker"
    return PERSON if mark & PERSONAL and not name.strong else ""


def share(words: Words, names: list[Name], people: set[str]) -> None:
    """One sense for a name in an article: a person's surname is masked everywhere, a sure place nowhere.

    Among places in a list ("Tampa, Orlando and Miami") a given name is a place too.
    """
    for one, two in pairwise(names):
        owned = two.first - one.last == 1 and words.texts[one.last] in _POSSESSIVE and words.after(two.last) & FACILITY
        if owned and not (one.masked or two.masked or two.entry.known):
            two.masked = "a site in the place before it"
        if two.first - one.last == 1 and words.texts[one.last] in _LISTING:
            for name, other in ((one, two), (two, one)):
                if name.masked == PERSON and not other.masked and not other.entry.demonym:
                    name.masked, name.strong = "", 1
    _mask_sites(words, names)
    sure = {
        name.entry.key for name in names if not name.masked and (name.strong == 2 or (name.strong and name.entry.known))
    }
    for name in names:
        if name.masked in ("everyday word", PERSON) and name.entry.key in sure:
            name.masked = ""
        elif not (name.masked or name.entry.key in sure or name.entry.division) and name.entry.key in people:
            name.masked = "name of a person of the article"


def _mask_sites(words: Words, names: list[Name]) -> None:
    """A site that bears a place's name is where the town behind it is: "Nour Square in Tripoli", "Litoral prison in X"."""
    for one, two in pairwise(names):
        gap = two.first - one.last
        town = two.entry.readings and two.entry.readings[0].row.feature[0] == "P"
        if not 1 < gap <= SITE or one.masked or two.masked or not town or one.entry.demonym:
            continue
        between = words.marks[one.last : two.first - 1]
        site = any(mark & FACILITY for mark in between) and not any(mark & (STARTER | INSIDE) for mark in between)
        if site and words.at(two.first - 1) in _WITHIN and words.sentence_of[one.last] == words.sentence_of[two.first]:
            one.masked = "a site in the place behind it"


def judge_plain(words: Words, name: Name, people: set[str]) -> None:
    """Decide on a name of a text whose case says nothing: only names well known or well supported stay.

    Args:
        words: the text.
        name: ``strong`` and ``masked`` are set.
        people: words behind titles and given names, to which this name is added if it is one.
    """
    name.strong = _support(words, name)
    start, end, known = name.first, name.last, name.entry.known
    mark, single, nation = words.marks[start], end - start == 1, name.entry.capital or name.entry.nation
    if single and mark & (STARTER | GENERIC | INSIDE | SAY):
        name.masked = "generic word"
    elif words.before(start) & (TITLE | GIVEN) or (single and mark & GIVEN and words.after(end) & PERSONAL):
        name.masked = "part of a person's name"
        people.add(words.folded[end - 1])
    elif _is_everyday(words, name):
        name.masked = "everyday word"
    elif words.before(start) & MEDIA:
        name.masked = "newspaper"
    elif not nation and end < len(words.texts) and words.texts[end][0].isdigit():
        name.masked = "number after it"
    elif single and mark & PERSONAL and not (name.strong or nation):
        name.masked = PERSON
    elif single and not (known or name.strong == 2) and words.after(end) & SAY:
        name.masked = "speaker"
        people.add(words.folded[start])
    elif not known and not name.strong:
        name.masked = UNSUPPORTED


def _is_everyday(words: Words, name: Name) -> bool:
    """Whether a name is an everyday word, with or without its article, and nothing but "in" says otherwise."""
    first, last = name.first, name.last
    if last - first == 2 and words.folded[first] == "the":
        first += 1
    if last - first > 1 or not words.marks[first] & COMMON:
        return False
    return not (name.strong == 2 and (name.entry.known or words.after(last) & ADMIN))


def share_plain(words: Words, names: list[Name], people: set[str]) -> None:
    """In a text whose case says nothing, one place of a list vouches for the next, and a sure one for all of its name.

    A person's surname is a place only where other words say so.
    """
    for one, two in pairwise(names):
        gap = words.folded[one.last : two.first]
        if two.masked == UNSUPPORTED and not one.masked and 0 < len(gap) < 3 and all(word in _LISTING for word in gap):
            two.masked, two.strong = "", 1
    sure = {name.entry.key for name in names if name.strong and not name.masked}
    for name in names:
        if name.masked in (UNSUPPORTED, PERSON) and name.entry.key in sure and name.entry.key not in people:
            name.masked = ""
        elif not name.masked and name.strong < 2 and name.entry.key in people:
            name.masked = "name of a person of the article"
