"""Which capitalised words are a person's name: after a title, or from a given name on."""

from __future__ import annotations

from collections.abc import Mapping

from conflict_events.mentions.places.cue import Cue
from conflict_events.mentions.places.words import Name, Words

__all__ = ["person_in"]

STARTER, TITLE, ADMIN, INSIDE = int(Cue.STARTER), int(Cue.TITLE), int(Cue.ADMIN), int(Cue.INSIDE)
FACILITY, OFFICE, GIVEN, SURNAME = int(Cue.FACILITY), int(Cue.OFFICE), int(Cue.GIVEN), int(Cue.SURNAME)
GENERIC = int(Cue.GENERIC)
BODY = OFFICE | FACILITY | ADMIN
LONGEST = 6
"""So many words has a person's name at most, with initials and their full stops."""
LOOK = 8
"""So many words behind a given name may tell that the whole is an organisation."""


def person_in(words: Words, first: int, last: int, covered: Mapping[int, Name]) -> tuple[int, int] | None:
    """The words of a run of capitalised words that name a person.

    Args:
        words: the text.
        first: first word of the run.
        last: one past its last word.
        covered: word -> the known name it belongs to.

    Returns:
        First word and one past the last, or None.
    """
    start = _start(words, first, last, covered)
    if start < 0 or start >= last:
        return None
    end = start + 1
    while end < last and end < start + LONGEST and not words.marks[end] & BODY:
        end += 1
    return start, end


def _start(words: Words, first: int, last: int, covered: Mapping[int, Name]) -> int:
    """The first word of the person's name, -1 where there is none."""
    marks, texts = words.marks, words.texts
    before = words.before(first)
    if (
        before & TITLE
        and not before & STARTER
        and not marks[first] & (TITLE | OFFICE)
        and not _is_place(covered.get(first))
    ):
        return first
    i = first
    while i + 1 < last:
        name = covered.get(i)
        if name is not None and name.last - name.first > 1:
            i = name.last
            continue
        if marks[i] & TITLE:
            i += 1
            while i < last and (marks[i] & TITLE or texts[i] == "."):
                i += 1
            return i
        if marks[i] & GIVEN and _is_given(words, i, last, name):
            return i
        i += 1
    return -1


def _is_place(name: Name | None) -> bool:
    """Whether a name is that of a well-known place or its people."""
    return name is not None and (name.entry.known or name.entry.demonym)


def _is_given(words: Words, i: int, last: int, name: Name | None) -> bool:
    """Whether a given name at word ``i`` begins a person's name, though a place may have that name too."""
    marks, after = words.marks, words.marks[i + 1]
    if words.joined[i + 1] or (after & GENERIC and words.texts[i + 1] != "."):
        return False
    if name is None or not _is_place(name):
        return True
    plural = words.folded[i + 1].endswith("s") and not after & SURNAME
    if name.entry.demonym or plural or words.at(i - 1) in ("the", "of"):
        return False
    return not (words.before(i) & INSIDE or any(marks[j] & (BODY | TITLE) for j in range(i + 1, min(last, i + LOOK))))
