"""Whether a name stands for a government or a people, so that nothing happened there ("Moscow said")."""

from __future__ import annotations

from collections.abc import Sequence

from conflict_events.gazetteer.rows import Row
from conflict_events.mentions.places.cue import Cue
from conflict_events.mentions.places.words import Name, Words

__all__ = ["is_metonym"]

SAY, AUXILIARY, TOWARDS, BACKED = int(Cue.SAY), int(Cue.AUXILIARY), int(Cue.TOWARDS), int(Cue.BACKED)
INSIDE, OFFICE, TITLE, NEAR = int(Cue.INSIDE), int(Cue.OFFICE), int(Cue.TITLE), int(Cue.NEAR)


def is_metonym(words: Words, name: Name, row: Row, rows: Sequence[Row]) -> bool:
    """Whether a country, or its capital, speaks, acts or is dealt with here.

    Args:
        words: the text.
        name: the name.
        row: the place it was read as; only countries and capitals stand for governments.
        rows: all places of this name: whatever place "Washington" is, "Washington said" is a capital.
    """
    start, end = name.first, name.last
    before, after = words.before(start), words.after(end)
    state = row.feature[:5] == "A.PCL" or row.feature == "P.PPLC"
    if after and words.joined[end]:
        return bool(after & BACKED) or (state and words.caps[end] and not words.plain)
    if after & (OFFICE | TITLE) and (row.feature[0] == "A" or state):
        return True
    if not state:
        return bool(after & SAY) and any(other.feature == "P.PPLC" for other in rows)
    if before & INSIDE and not before & TOWARDS and words.at(start - 1) not in ("between", "from", "to"):
        return False
    if words.at(start - 1) == "of" or before & NEAR:
        return False
    if after & SAY or before & TOWARDS:
        return True
    if after & AUXILIARY and not before & INSIDE:
        return True
    return words.at(start - 1) == "between" or (words.at(start - 1) == "and" and words.at(start - 3) == "between")
