"""Noun groups of a sentence: how many of whom, from determiner to head, without a tagger."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import frozen

from conflict_events.text.numbers import Number, number_at
from conflict_events.text.phrases import longest_at
from conflict_events.text.tokens import Tokens

__all__ = ["Group", "groups_in"]

_LONGEST = 12
"""Tokens of one group; a longer run of unknown words is no noun group."""

_YEARS = frozenset({"year", "years", "month", "months", "yr"})


@frozen(slots=True)
class Group:
    """Tokens ``first`` up to, not including, ``last`` with one head.

    ``count`` is "one", "many" or "" as far as the head tells; ``person`` says that the head is a known word for
    people, ``thing`` that it is a known word for something else, ``name`` that it is written like a name.
    """

    first: int
    last: int
    number: Number | None = None
    role: str = "unknown"
    count: str = ""
    person: bool = False
    thing: bool = False
    name: bool = False
    pronoun: bool = False
    more: bool = False


def _capital(word: str) -> bool:
    return word[0].isupper()


def _starts_number(word: str, numbers: Mapping[str, Any]) -> bool:
    return word[0].isdigit() or word in numbers["starts"]


def _group(
    tokens: Tokens,
    i: int,
    end: int,
    acts: Mapping[int, Any],
    words: Mapping[str, Any],
    numbers: Mapping[str, Any],
    cased: bool,
) -> Group | None:
    """The noun group that starts at token ``i``, if one does."""
    folded, tags, people, grammar = tokens.folded, words["tags"], words["people"], words["grammar"]
    j = i
    count = ""
    more = False
    number = number_at(tokens, j, end, numbers) if _starts_number(folded[j], numbers) else None
    single = False
    if number is None and folded[j] in grammar["determiners"]:
        single = folded[j] in grammar["singular"]
        count = "one" if single else ""
        j += 1
    if number is None and j < end and folded[j] in grammar["more"]:
        more, count = True, "one" if folded[j] == "another" else count
        j += 1
    if number is None and j < end and j > i and _starts_number(folded[j], numbers):
        number = number_at(tokens, j, end, numbers)
    if number is not None and _age(tokens, number):
        return None
    if number is not None:
        j, count = number.last, ""
        if j + 1 < end and folded[j] in _YEARS and folded[j + 1] in ("old", "olds"):  # "a 42-year-old man"
            number, count = None, "one"
            j += 2
        elif j + 1 < end and folded[j] == "of":
            j += 1
            if tags.get(folded[j]) == "d":
                j += 1
    role, person, thing, name = "unknown", False, False, False
    opened = j
    while j < end and j - opened < _LONGEST and j not in acts:
        word = folded[j]
        if word in grammar["more"]:
            if j > opened and _starts_number(word, numbers) and number_at(tokens, j, end, numbers) is not None:
                break
            more = True
            j += 1
            continue
        phrase = longest_at(folded, j, words["phrases"]) if word in words["phrases"] else None
        if phrase is not None and phrase.last <= end:
            (role, plural), person, thing = phrase.payload, True, False
            count = count or plural
            j = phrase.last
            continue
        tag = tags.get(word)
        if tag == "h":
            found, plural = people[word]
            if found != "unknown" or not person:
                role = found
            if word == "others":
                more = True
            person, thing = True, False
            count = "one" if single else plural
        elif tag == "u":
            thing, person = True, False
        elif tag is None:
            if not (word[0].isalnum() or word == "'s") or (
                j > opened and _starts_number(word, numbers) and word not in ("a", "an")
            ):
                break
            capital = cased and _capital(tokens.texts[j])
            titled = not cased and count == "one"  # "POLICEMAN JOSE AGUIRRE": capitals tell nothing, a title does
            if person and not capital and not titled and word != "'s":
                break
            name = name or capital
        elif word == "'s" and j + 1 < end and j + 1 not in acts:
            person = thing = False
            count = ""
        else:
            break
        j += 1
    if number is None and j == opened and folded[i] == "another":
        return Group(i, j, count="one", person=True, more=True)
    if j == i or (number is None and j == opened):
        return None if number is None else Group(i, j, number, more=more)
    while j > opened and folded[j - 1] == "'s":
        j -= 1
    return Group(i, j, number, role, count, person, thing, name, more=more)


def _noun_behind(folded: tuple[str, ...], i: int, last: int, acts: Mapping[int, Any], tags: Mapping[str, str]) -> bool:
    """Whether "her" owns what follows ("her daughter")."""
    return i < last and i not in acts and folded[i][0].isalnum() and tags.get(folded[i], "h") in ("h", "u")


def _age(tokens: Tokens, number: Number) -> bool:
    """Whether a bare number stands between commas behind a name: "Smith, 42, was"."""
    i = number.first
    if number.stated is None or number.last - i > 1 or i < 2 or number.last >= len(tokens):
        return False
    between = tokens.texts[i - 1] in (",", "(") and tokens.texts[number.last] in (",", ")")
    return between and number.stated < 120 and tokens.texts[i - 2][0].isalpha()


def groups_in(
    tokens: Tokens,
    first: int,
    last: int,
    acts: Mapping[int, Any],
    words: Mapping[str, Any],
    numbers: Mapping[str, Any],
    *,
    cased: bool,
) -> tuple[Group, ...]:
    """All noun groups among tokens ``first`` up to, not including, ``last``, left to right, without overlap.

    Args:
        tokens: the tokenised text.
        first, last: the sentence.
        acts: casualty words by their first token; no group runs across one.
        words: the lexicon's section ``casualties``.
        numbers: the lexicon's section ``numbers``.
        cased: whether capitals mean names in this text.
    """
    folded, tags, grammar = tokens.folded, words["tags"], words["grammar"]
    found: list[Group] = []
    i = first
    while i < last:
        act = acts.get(i)
        if act is not None:
            i = act.last
            continue
        word = folded[i]
        tag = tags.get(word)
        if tag == "q" and word in grammar["determiners"] and _noun_behind(folded, i + 1, last, acts, tags):
            tag = "d"
        if tag == "q":
            if word != "it":
                count = "one" if word in grammar["singular_pronouns"] else "many"
                role = "attacker" if word in grammar["self"] else "unknown"
                found.append(Group(i, i + 1, role=role, count=count, person=True, pronoun=True))
            i += 1
            continue
        group = None
        if word == "those" and (i + 1 in acts or tags.get(folded[i + 1] if i + 1 < last else "") == "c"):
            found.append(Group(i, i + 1, count="many", person=True, pronoun=True))
            i += 1
            continue
        number = word[0].isdigit()
        if (
            tag in ("h", "u", "d")
            or (tag is None and not number)
            or word in grammar["more"]
            or _starts_number(word, numbers)
        ):
            group = _group(tokens, i, last, acts, words, numbers, cased)
        if number and group is not None and group.number is None:
            group = None  # "Channel 7"
        if group is None or group.last <= i:
            i += 1
        else:
            found.append(group)
            i = group.last
    return tuple(found)
