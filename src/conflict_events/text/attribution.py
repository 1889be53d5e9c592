"""Who says so: statements that an article gives to a source, and the tokens that each of them covers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from conflict_events.model.quick import frozen
from conflict_events.text.phrases import longest_at
from conflict_events.text.sentences import Document, Sentence

__all__ = ["Attribution", "attributions", "source_at"]

_LONGEST = 14
"""Tokens of the longest phrase that is taken for a source."""

_HEARERS = 5
"""Tokens behind "told" that name who is told, and when."""

_MOST = 16
"""Attributions of one sentence; what goes on beyond is no prose."""

_BREAKS = frozenset(', ; : " “ ” ( ) [ ] — – - …'.split())
_CLAUSE = frozenset("and but while that which who as because after when where although though if so".split())
_MARKS_BEHIND = frozenset(', . ; " ” ) ! ?'.split())


@frozen(slots=True)
class Attribution:
    """``source`` says what stands at tokens ``first`` up to, not including, ``last``.

    The source's own words are the characters ``start:end``.
    """

    first: int
    last: int
    source: str
    start: int
    end: int


def _back(document: Document, verb: int, sentence: Sentence, words: Mapping[str, Any]) -> tuple[int, int] | None:
    """The source before a verb of saying, as (first, last) tokens."""
    folded = document.tokens.folded
    last = verb
    while last > sentence.first and folded[last - 1] in words["between"]:
        last -= 1
    first = last
    while first > sentence.first and last - first < _LONGEST:
        word = folded[first - 1]
        if word in _BREAKS or word in _CLAUSE:
            break
        first -= 1
    if first == last and last > sentence.first and folded[last - 1] == ",":  # "Musa Ali, the governor, said"
        return _apposition(document, last - 1, sentence)
    if first == last or last - first >= _LONGEST:
        return None
    if first > sentence.first and folded[first - 1] == ",":
        while first < last - 1 and folded[first] in ("and", "but"):
            first += 1
    return first, last


def _apposition(document: Document, comma: int, sentence: Sentence) -> tuple[int, int] | None:
    """A source with a second name between commas: all of it."""
    folded = document.tokens.folded
    first = comma
    commas = 0
    while first > sentence.first and comma - first < _LONGEST:
        word = folded[first - 1]
        if word == ",":
            commas += 1
            if commas == 2:
                break
        elif word in _BREAKS or word in _CLAUSE:
            break
        first -= 1
    return (first, comma) if commas == 1 and first < comma and comma - first < _LONGEST else None


def _forward(document: Document, i: int, sentence: Sentence) -> tuple[int, int] | None:
    """The source behind "according to" or behind an inverted "said"."""
    folded = document.tokens.folded
    last = i
    while last < sentence.last and last - i < _LONGEST:
        word = folded[last]
        if word in _BREAKS or word in _CLAUSE or (word in _MARKS_BEHIND and last == sentence.last - 1):
            break
        last += 1
    return (i, last) if last > i else None


def _ends(document: Document, i: int, sentence: Sentence, words: Mapping[str, Any]) -> bool:
    """Whether nothing is said behind token ``i``: a mark or the end of the sentence follows, maybe after a weekday."""
    folded = document.tokens.folded
    steps = 0
    if folded[i - 1] in words["tell"]:  # "the mayor told reporters on Monday"
        while (
            i < sentence.last
            and steps < _HEARERS
            and folded[i] not in _MARKS_BEHIND
            and folded[i] not in words["clause"]
        ):
            i += 1
            steps += 1
        return i >= sentence.last or folded[i] in _MARKS_BEHIND
    while i < sentence.last and folded[i] in words["between"] and steps < 4:
        i += 1
        steps += 1
    return i >= sentence.last or folded[i] in _MARKS_BEHIND


def _speaks(document: Document, i: int, sentence: Sentence, words: Mapping[str, Any]) -> bool:
    """Whether the form at token ``i`` is a verb by which somebody says something."""
    folded = document.tokens.folded
    clause = words["verbs"].get(folded[i])
    before = folded[i - 1] if i > sentence.first else ""
    if clause is None or f"{before} {folded[i]}" in words["not_verbs"]:
        return False
    if folded[i] in words["nouns_too"] and before in words["noun_before"]:
        return False
    j = i - 1
    while j > sentence.first and folded[j] in words["between"]:
        j -= 1
    if j >= sentence.first and folded[j] in words["passive"]:
        return False  # "five were reported killed"
    return not clause or i + 1 >= sentence.last or folded[i + 1] in words["clause"]


def _inverted(document: Document, i: int, sentence: Sentence, words: Mapping[str, Any]) -> tuple[int, int] | None:
    """The source behind a verb of saying ("..., said the mayor"), if what stands there can be one."""
    folded = document.tokens.folded
    found = _forward(document, i + 1, sentence)
    if (
        found is None
        or folded[i + 1] in words["between"]
        or folded[i + 1] in words["prepositions"]
        or any(word in words["no_source"] for word in folded[slice(*found)])
    ):
        return None
    return found


def _one(document: Document, i: int, sentence: Sentence, words: Mapping[str, Any]) -> tuple[int, int, int, int] | None:
    """Source and cover of the verb or phrase at token ``i``: (first, last of the cover, first, last of the source)."""
    folded = document.tokens.folded
    phrase = longest_at(folded, i, words["phrases"])
    if phrase is not None:
        found = _forward(document, phrase.last, sentence)
        return None if found is None else (sentence.first, sentence.last, *found)
    if folded[i] in words["participles"]:
        found = _going_on(document, i, sentence, words)
        return None if found is None else (i, sentence.last, *found)
    if not _speaks(document, i, sentence, words):
        return None
    if i > sentence.first and folded[i - 1] in _BREAKS and not _ends(document, i + 1, sentence, words):
        named = _apposition(document, i - 1, sentence) if folded[i - 1] == "," else None
        if named is not None and named[0] == sentence.first:
            return (i, sentence.last, *named)
        found = _inverted(document, i, sentence, words) or named or _opening(document, sentence, words)
        return None if found is None else (sentence.first, sentence.last, *found)
    found = _back(document, i, sentence, words)
    if found is None:
        return None
    if _ends(document, i + 1, sentence, words) and found[0] > sentence.first:
        return (sentence.first, sentence.last, *found)
    return (i, sentence.last, *found)


def _going_on(document: Document, i: int, sentence: Sentence, words: Mapping[str, Any]) -> tuple[int, int] | None:
    """The subject that goes on to speak: "The group claimed the attack in a statement, saying"."""
    folded = document.tokens.folded
    if i <= sentence.first or folded[i - 1] != ",":
        return None
    end = min(i, sentence.first + _LONGEST)
    verb = next((j for j in range(sentence.first + 1, end) if folded[j] in words["doing"]), None)
    if verb is None or not _BREAKS.isdisjoint(folded[sentence.first : verb]):
        return None
    return sentence.first, verb


def _opening(document: Document, sentence: Sentence, words: Mapping[str, Any]) -> tuple[int, int] | None:
    """The words before the first comma: "Police and doctors, speaking on condition of anonymity, said"."""
    found = _forward(document, sentence.first, sentence)
    if found is None or document.tokens.folded[found[0]] in words["between"]:
        return None
    return None if any(word in words["no_source"] for word in document.tokens.folded[slice(*found)]) else found


def attributions(document: Document, words: Mapping[str, Any]) -> dict[int, tuple[Attribution, ...]]:
    """All statements given to a source, by the index of their sentence.

    Args:
        document: the text as read.
        words: the lexicon's section ``attribution``.

    Returns:
        Sentence index -> its attributions in the order of the text; sentences without any are left out.

    >>> from conflict_events.lexicon.load import section
    >>> from conflict_events.text.sentences import read
    >>> found = attributions(read("Health officials said two men died. Five died, police said."), section("attribution"))
    >>> [one.source for statements in found.values() for one in statements]
    ['Health officials', 'police']
    """
    tokens, heads = document.tokens, words["heads"]
    found: dict[int, list[Attribution]] = {}
    latest: Attribution | None = None
    for i, word in enumerate(tokens.folded):
        if word not in heads:
            continue
        index = document.sentence_of[i]
        here = found.setdefault(index, [])
        read = _one(document, i, document.sentences[index], words) if len(here) < _MOST else None
        if read is None:
            continue
        first, last, source_first, source_last = read
        if source_last - source_first == 1 and tokens.folded[source_first] in words["pronouns"]:
            if latest is None:
                continue
            latest = Attribution(first, last, latest.source, latest.start, latest.end)
        else:
            source = tokens.quote(source_first, source_last)
            latest = Attribution(first, last, source, tokens.starts[source_first], tokens.ends[source_last - 1])
        here.append(latest)
    return {index: tuple(here) for index, here in found.items() if here}


def source_at(found: Mapping[int, Sequence[Attribution]], document: Document, token: int) -> Attribution | None:
    """The statement that covers a token: of several the one that starts latest, then the narrowest.

    >>> from conflict_events.text.sentences import read
    >>> source_at({}, read("Two men died."), 0) is None
    True
    """
    best: Attribution | None = None
    for one in found.get(document.sentence_of[token], ()):
        if one.first <= token < one.last and (best is None or (one.first, -one.last) >= (best.first, -best.last)):
            best = one
    return best
