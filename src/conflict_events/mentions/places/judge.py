"""Whether a name is a place here: people, organisations, newspapers, streets and everyday words are masked."""

from __future__ import annotations

from conflict_events.mentions.places.cue import Cue
from conflict_events.mentions.places.words import Name, Words

__all__ = ["PARTIES", "judge", "judge_plain", "share"]

STARTER, TITLE, ADMIN, NATURE = int(Cue.STARTER), int(Cue.TITLE), int(Cue.ADMIN), int(Cue.NATURE)
FACILITY, OFFICE, DIRECTION, INSIDE = int(Cue.FACILITY), int(Cue.OFFICE), int(Cue.DIRECTION), int(Cue.INSIDE)
SAY, GIVEN, COMMON, SURNAME = int(Cue.SAY), int(Cue.GIVEN), int(Cue.COMMON), int(Cue.SURNAME)
ROAD, MEDIA, GENERIC, AREA = int(Cue.ROAD), int(Cue.MEDIA), int(Cue.GENERIC), int(Cue.AREA)
BODY = OFFICE | FACILITY | ADMIN
PARTIES = frozenset(("d", "r", "i", "l", "c", "dfl"))
"""Letters of parties before a member's home: "D-Charleston"."""
_DASHES = frozenset("—–-(")
_SURE = frozenset(("in", "near", "outside", "throughout", "across", "around"))


def judge(words: Words, first: int, last: int, found: list[Name], people: set[str]) -> None:
    """Decide on the names of one run of capitalised words, each by the words beside it."""
    covered: dict[int, Name] = {}
    for name in found:
        for i in range(name.first, name.last):
            covered[i] = name
    person = _person(words, first, last, covered)
    if person is not None:
        people.update([word for word in words.folded[person[0] : person[1]] if len(word) > 2])
    for name in found:
        if person is not None and name.first < person[1] and name.last > person[0]:
            name.masked = "part of a person's name"
        elif not name.demonym and name.rule == "place.name":
            _support(words, name)
            name.masked = _mask(words, name, first, last, covered, people)


def _support(words: Words, name: Name) -> None:
    """How far the words beside a name say that it is a place."""
    start, end = name.first, name.last
    before, after = words.before(start), words.after(end)
    inside = before & INSIDE and not words.caps[start - 1]
    if inside and words.at(end) in ("'s", "’s") and words.marks[start] & (GIVEN | SURNAME):
        inside = 0
    if inside:
        name.strong = 2 if words.folded[start - 1] in _SURE else 1
    if after & ADMIN or (words.at(start - 1) == "of" and words.before(start - 1) & ADMIN):
        name.strong = 2
    elif after & AREA and (words.joined[end] or not words.caps[end]):
        name.strong = 2
    elif before & ADMIN and not words.caps[start - 1]:
        name.strong = 2
    elif words.joined[start] and words.at(start - 1) in PARTIES:
        name.strong = 2
    elif end < len(words.texts) and words.texts[end] in _DASHES and not words.joined[end] and not words.before(start):
        if start == 0 or words.sentence_of[start - 1] != words.sentence_of[start]:
            name.strong = 2
    elif after & OFFICE and not words.caps[end]:
        name.strong = max(name.strong, 1)


def _mask(words: Words, name: Name, first: int, last: int, covered: dict[int, Name], people: set[str]) -> str:
    """Why a name is no place here, or the empty text."""
    texts, marks, caps, folded = words.texts, words.marks, words.caps, words.folded
    start, end = name.first, name.last
    single, mark = end - start == 1, marks[start]
    before, after = words.before(start), words.after(end)
    inside = before & INSIDE and not caps[start - 1]
    body = any(marks[i] & BODY for i in range(end, last))
    inner = end < last and end not in covered
    if any(marks[i] & MEDIA for i in range(end, last)):
        return "newspaper"
    division = name.rows[0].feature in ("A.ADM1", "A.PCLI")
    if after & ROAD and end < last and not division:
        return "road"
    if single and mark & (STARTER | GENERIC) and not division:
        return "generic word"
    if folded[start] in ("st", "saint") and words.at(end) in ("'s", "’s"):
        return "saint"
    if words.at(end) == "$":
        return "money"
    if start > first and start - 1 not in covered and texts[start - 1] != "." and not before & DIRECTION:
        if words.joined[start]:
            if not name.known and name.strong < 2:
                return "second half of a compound"
        elif before & (GIVEN | SURNAME) and not body:
            return "other name before it"
        elif not before & GENERIC and not name.known and not (start - 1 == first and before & COMMON):
            return "other name before it"
    if single and not name.known and texts[start].isupper() and start and texts[start - 1] == "(":
        return "short form in brackets"
    if inner and not after & GENERIC and not words.joined[end] and not body:
        if (single and not name.known) or (
            mark & GIVEN and single and not inside and folded[start - 1 : start] != ("the",)
        ):
            if mark & (GIVEN | SURNAME):
                people.update(folded[start:last])
            return "other name after it"
    if after == 0 and end < len(texts) and texts[end][0].isdigit() and not name.known:
        return "number after it"
    if single and mark & COMMON and not name.strong and not (name.known and texts[start].isupper()):
        return "everyday word"
    if single and not name.known and name.strong < 2:
        if after & SAY or (before & SAY and folded[start - 1] in ("said", "says", "told") and not caps[start - 1]):
            people.add(folded[start])
            return "speaker"
        if mark & (GIVEN | SURNAME) and not name.strong:
            return "person's name"
    return ""


def _person(words: Words, first: int, last: int, covered: dict[int, Name]) -> tuple[int, int] | None:
    """The words of a run that name a person, if any: after a title, or from a given name on."""
    marks, texts = words.marks, words.texts
    start = -1
    if words.before(first) & TITLE and not words.before(first) & STARTER:
        name = covered.get(first)
        if not marks[first] & (TITLE | OFFICE) and not (name is not None and (name.known or name.demonym)):
            start = first
    i = first
    while start < 0 and i < last:
        name = covered.get(i)
        if name is not None and name.last - name.first > 1:
            i = name.last
            continue
        if marks[i] & TITLE and i + 1 < last:
            start = i + 1
            while start < last and (marks[start] & TITLE or texts[start] == "."):
                start += 1
            break
        if marks[i] & GIVEN and i + 1 < last and _is_given(words, i, last, name):
            start = i
        i += 1
    if start < 0 or start >= last:
        return None
    end = start + 1
    while end < last and not marks[end] & BODY:
        end += 1
    return start, end


def _is_given(words: Words, i: int, last: int, name: Name | None) -> bool:
    """Whether a given name at word ``i`` begins a person's name, though a place may have that name too."""
    marks = words.marks
    if words.joined[i + 1] or (marks[i + 1] & GENERIC and words.texts[i + 1] != "."):
        return False
    if name is None or not (name.known or name.demonym):
        return True
    if (
        name.demonym
        or (words.folded[i + 1].endswith("s") and not marks[i + 1] & SURNAME)
        or words.at(i - 1) in ("the", "of")
    ):
        return False
    return not (words.before(i) & INSIDE or any(marks[j] & (BODY | TITLE) for j in range(i + 1, last)))


def share(names: list[Name], people: set[str]) -> None:
    """One sense for a name in an article: a person's surname is masked everywhere, a sure place nowhere."""
    sure = {name.key for name in names if not name.masked and (name.strong == 2 or (name.known and name.strong))}
    for name in names:
        if not name.masked and name.key in people and name.key not in sure:
            if any(row.feature in ("A.ADM1", "A.PCLI") for row in name.rows):
                continue
            name.masked = "name of a person of the article"
        elif name.masked in ("everyday word", "person's name") and name.key in sure:
            name.masked = ""


def judge_plain(words: Words, name: Name) -> None:
    """Decide on a name of a text whose case says nothing: only names well known or well supported stay."""
    _support(words, name)
    start, end = name.first, name.last
    mark, single = words.marks[start], end - start == 1
    if single and mark & (STARTER | TITLE | GENERIC | INSIDE | SAY):
        name.masked = "generic word"
    elif words.before(start) & TITLE or words.before(start) & GIVEN:
        name.masked = "part of a person's name"
    elif single and mark & COMMON and name.strong < 2:
        name.masked = "everyday word"
    elif single and mark & (GIVEN | SURNAME) and not name.strong and not name.known:
        name.masked = "person's name"
    elif not name.known and not name.strong:
        name.masked = "too little known without capitals"
