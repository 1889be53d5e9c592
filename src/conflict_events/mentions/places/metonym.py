"""Whether a name stands for a government or a people, so that nothing happened there ("Moscow said")."""

from __future__ import annotations

from conflict_events.gazetteer.rows import Row
from conflict_events.mentions.places.cue import Cue
from conflict_events.mentions.places.words import Name, Words

__all__ = ["is_metonym"]

SAY, AUXILIARY, TOWARDS, BACKED = int(Cue.SAY), int(Cue.AUXILIARY), int(Cue.TOWARDS), int(Cue.BACKED)
INSIDE, OFFICE, TITLE, NEAR = int(Cue.INSIDE), int(Cue.OFFICE), int(Cue.TITLE), int(Cue.NEAR)
GOVERNMENT, STARTER = int(Cue.GOVERNMENT), int(Cue.STARTER)
_IN = frozenset(("in", "inside", "near", "across", "throughout", "around", "outside"))
_BETWEEN = frozenset(("between", "from", "to"))
_REACH = 4
"""So many words from the name on may hold the government: "Gaza Health Ministry"."""


def is_metonym(words: Words, name: Name, row: Row) -> bool:
    """Whether a country, or its capital, speaks, acts or is dealt with here.

    Args:
        words: the text.
        name: the name.
        row: the place it was read as; only countries and capitals stand for governments.
    """
    start, end = name.first, name.last
    if words.at(start - 1) == "the":
        start -= 1  # "against the United States"
    before, after, lead = words.before(start), words.after(end), words.at(start - 1)
    state = row.feature[:5] == "A.PCL" or row.feature == "P.PPLC"
    if after and words.joined[end]:
        return bool(after & BACKED) or (state and words.caps[end] and not words.plain)
    inside = bool(before & INSIDE) and not before & TOWARDS
    if (state or row.feature[0] == "A") and not (inside and lead in _IN) and _governs(words, end):
        return True
    if not state:
        return (
            bool(after & SAY) and name.entry.capital
        )  # whatever place "Washington" is, "Washington said" is a capital
    if _qualifies(words, start, end):
        return True
    if (inside and lead not in _BETWEEN) or lead == "of" or before & NEAR:
        return False
    if after & SAY or before & TOWARDS or (after & AUXILIARY and not before & INSIDE):
        return True
    return lead == "between" or (lead == "and" and words.at(start - 3) == "between")


def _qualifies(words: Words, start: int, end: int) -> bool:
    """Whether a short form only says whose something is: "a U.S. envoy", against "in the U.S. on Monday"."""
    text = words.texts[start]
    if end - start > 1 or not text.isupper() or len(text.replace(".", "")) > 3 or (words.plain and "." not in text):
        return False
    after = words.after(end)
    if end >= len(words.texts) or not words.at(end)[:1].isalpha() or words.sentence_of[end] != words.sentence_of[start]:
        return False
    return not after & (SAY | AUXILIARY | INSIDE | STARTER)


def _governs(words: Words, end: int) -> bool:
    """Whether a government, an army or an office follows: "Gaza Health Ministry", "Myanmar's military"."""
    i = end + 1 if words.at(end) in ("'s", "’s") else end
    for _ in range(_REACH):
        mark = words.after(i)
        if mark & (GOVERNMENT | TITLE):
            return True
        if i >= len(words.caps) or not (mark & OFFICE or words.caps[i]):
            return False
        i += 1
    return False
