"""Which words name places: capitalised runs are cut into names of the gazetteer, short forms and unknown names.

Every name is kept, with the reason where it is no place here; which place it is, is decided later.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from conflict_events.gazetteer.index import Gazetteer
from conflict_events.gazetteer.keys import ARTICLES
from conflict_events.mentions.places.cue import Cue
from conflict_events.mentions.places.lookup import divisions_of, look_up, spelled
from conflict_events.mentions.places.toponym_filter import PARTIES, judge, judge_plain, share, share_plain
from conflict_events.mentions.places.words import Name, Words
from conflict_events.text.phrases import longest_at
from conflict_events.text.sentences import Document

__all__ = ["read_names"]

ADMIN, NATURE, OFFICE, FACILITY = int(Cue.ADMIN), int(Cue.NATURE), int(Cue.OFFICE), int(Cue.FACILITY)
STARTER, STOP, COMMON, GENERIC = int(Cue.STARTER), int(Cue.STOP), int(Cue.COMMON), int(Cue.GENERIC)
SETTLED, INSIDE, DIRECTION = int(Cue.SETTLED), int(Cue.INSIDE), int(Cue.DIRECTION)
DIVISION = int(Cue.DIVISION)
GIVEN, SURNAME = int(Cue.GIVEN), int(Cue.SURNAME)
TAIL = ADMIN | NATURE


def read_names(document: Document, gazetteer: Gazetteer, section: Mapping[str, Any]) -> tuple[list[Name], Words]:
    """All names, masked ones too, in the order of the text, and the words they were read from."""
    words = Words.of(document, section["marks"])
    names: list[Name] = []
    people: set[str] = set()
    if words.plain:
        for name in _known_names(words, 0, len(words.texts), gazetteer, section, names)[0]:
            judge_plain(words, name, people)
            names.append(name)
        share_plain(words, names, people)
        return names, words
    until = 0
    for run_first, run_last in words.runs():
        if run_last <= until:
            continue
        if run_last - run_first == 1 and _only_starts(words, run_first):
            continue
        first = max(run_first, until)
        found, end = _known_names(words, first, run_last, gazetteer, section, names)
        last = max(run_last, end)
        found = _unknown_names(words, first, last, found, gazetteer)
        if found or last - first > 1:
            judge(words, first, last, found, people)
        until = max(last, found[-1].last) if found else last
        names += found
    share(words, names, people)
    return names, words


def _only_starts(words: Words, i: int) -> bool:
    """Whether word ``i`` is capitalised only because a sentence begins; "IN" may be Indiana."""
    if not words.marks[i] & STARTER or words.capital(i + 1):
        return False
    return len(words.texts[i]) == 1 or not words.texts[i].isupper()


def _known_names(
    words: Words, first: int, last: int, gazetteer: Gazetteer, section: Mapping[str, Any], earlier: list[Name]
) -> tuple[list[Name], int]:
    """Names of the gazetteer that start within a run, the longest first, and where reading ended."""
    not_places, shorts = section["not_places"], section["shorts"]
    folded = words.folded
    found: list[Name] = []
    i = first
    while i < last:
        word = folded[i]
        if word in not_places:
            stop = longest_at(folded, i, not_places)
            if stop is not None:
                i = stop.last
                continue
        if word in shorts and not words.plain:
            short = _short(words, i, shorts, gazetteer, found[-1] if found else earlier[-1] if earlier else None)
            if short is not None:
                found.append(short)
                i = short.last
                continue
        size = gazetteer.longest(folded, i)
        while size > 1 and not _ends_well(words, i, size, gazetteer):
            size -= 1
        name = _name(words, i, i + size, gazetteer, section["means"]) if size else None
        if name is None:
            i += 1
        else:
            name = _longer(words, name, gazetteer)
            found.append(name)
            i = name.last
    return found, i


def _longer(words: Words, name: Name, gazetteer: Gazetteer) -> Name:
    """The name with "al-..." behind it, where that is a name in another romanisation: "Hamam al-Alil"."""
    end = name.last + 2
    if words.at(name.last) not in ARTICLES or end > len(words.texts) or not words.joined[end - 1]:
        return name
    if name.entry.known or not words.caps[end - 1]:
        return name
    entry = spelled(gazetteer, words.folded[name.first : end])
    return Name(name.first, end, entry, "place.spelling", strong=1) if entry.readings else name


def _ends_well(words: Words, i: int, size: int, gazetteer: Gazetteer) -> bool:
    """Whether a name of several words may end here: no half sentence, and no organisation of a bigger place."""
    last = i + size - 1
    if not (words.caps[last] or words.marks[last] & TAIL):
        return False
    if words.marks[i] & STARTER and (not words.caps[last] or words.marks[last] & (GENERIC | STARTER)):
        return False
    entry = look_up(gazetteer, " ".join(words.folded[i : last + 1]), "words")
    if entry is None or words.sentence_of[last] != words.sentence_of[i]:
        return False
    if words.marks[last] & (OFFICE | FACILITY) and not entry.known:
        bigger = look_up(gazetteer, " ".join(words.folded[i:last]), "words")
        return bigger is None or not bigger.known
    return True


def _short(words: Words, i: int, shorts: Any, gazetteer: Gazetteer, before: Name | None) -> Name | None:
    """A short form of a state or province ("Ill.", "B.C.") at word ``i``."""
    hit = longest_at(words.folded, i, shorts)
    if hit is None:
        return None
    key, country, alone, capitals = hit.payload
    if capitals and not words.texts[i].isupper():
        return None
    after = before is not None and (before.last == i or (before.last == i - 1 and words.texts[i - 1] == ","))
    party = words.joined[i] and words.at(i - 1) in PARTIES
    if not (alone or after or party) or (words.folded[i] == "b.c." and i and words.texts[i - 1][0].isdigit()):
        return None
    entry = divisions_of(gazetteer, key, country)
    return None if entry is None else Name(i, hit.last, entry, "place.short", strong=2)


def _name(words: Words, first: int, last: int, gazetteer: Gazetteer, means: Mapping[str, str]) -> Name | None:
    """The known name at these words, unless it is a word that never is one, or a short form in the wrong case."""
    key = " ".join(words.folded[first:last])
    style = "words"
    if last - first == 1:
        if words.marks[first] & STOP:
            return None
        text = words.texts[first]
        if "." in text:
            style = "dotted"
        elif words.plain or not text.isupper() or len(text) > 3:
            style = "word" if words.plain or not text.isupper() else "words"
        else:
            style = "acronym"
    entry = look_up(gazetteer, means.get(key, key), style)
    return None if entry is None else Name(first, last, entry)


def _unknown_names(words: Words, first: int, last: int, found: list[Name], gazetteer: Gazetteer) -> list[Name]:
    """The names found, and one at the head of the run that the gazetteer lacks and other words call a place."""
    marks, folded = words.marks, words.folded
    if marks[first] & (GENERIC | STARTER | STOP | COMMON) or not words.texts[first].isalpha():
        return found
    limit = found[0].first if found else last
    end = first
    while end < limit and not marks[end] & (GENERIC | STARTER) and words.texts[end].isalpha():
        end += 1
    if end == first or end - first > 3:
        return found
    tail = bool(words.after(end) & SETTLED) and (end + 1 == last if end < last else _is_called(words, end + 1))
    head = end == last and words.at(first - 1) == "of" and words.before(first - 1) & SETTLED
    head = head or (end == last and words.before(first) & SETTLED and words.small(first - 1))
    if not (tail or head or (end == last and _held(words, first, last, gazetteer))):
        return _spelled_names(words, first, last, gazetteer) if end == last and not found else found
    entry = spelled(gazetteer, folded[first:end])
    return [Name(first, end + 1 if tail else end, entry, "place.unknown", strong=2), *found]


def _is_called(words: Words, i: int) -> bool:
    """Whether a village is called by the name before it: "Xa village", "Xa village of Kano state", no "Xish village of Y"."""
    if words.at(i) != "of":
        return True
    i += 1
    while words.capital(i) and not words.after(i) & DIVISION:
        i += 1
    return bool(words.after(i) & DIVISION)


def _spelled_names(words: Words, first: int, last: int, gazetteer: Gazetteer) -> list[Name]:
    """The name after "in" or "from" that the gazetteer knows in another romanisation: "in Adhamiya"."""
    if not words.before(first) & INSIDE or words.caps[first - 1] or words.marks[first] & (GIVEN | SURNAME):
        return []
    end = last
    if words.at(end) in ARTICLES and end + 1 < len(words.texts) and words.joined[end + 1] and words.caps[end + 1]:
        end += 2
    entry = spelled(gazetteer, words.folded[first:end])
    return [Name(first, end, entry, "place.spelling", strong=1)] if entry.readings else []


def _held(words: Words, first: int, last: int, gazetteer: Gazetteer) -> bool:
    """Whether a division follows: "in Minakulu, Oyam district", "at Leikai in Imphal West district", "in Sektori (Goma)"."""
    start, joint = last + 1, words.at(last)
    if joint not in (",", "in", "(") or not (words.before(first) & INSIDE or words.at(first - 1) == "of"):
        return False
    while start < len(words.texts) and words.marks[start] & DIRECTION and not words.caps[start]:
        start += 1
    if not words.capital(start):
        return False
    size = gazetteer.longest(words.folded, start)
    entry = look_up(gazetteer, " ".join(words.folded[start : start + size]), "words") if size else None
    if (
        entry is None
        or entry.demonym
        or (entry.readings[0].row.feature[0] != "A" and not (joint == "(" and entry.known))
    ):
        return False
    end = start + size
    return joint != "in" or bool((words.marks[end - 1] | words.after(end)) & DIVISION)
