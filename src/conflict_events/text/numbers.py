"""How many: figures in digits and words, ranges and bounds, read at a token; ages, dates and units are refused."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from conflict_events.model.quick import frozen
from conflict_events.text.phrases import longest_at
from conflict_events.text.tokens import Tokens

__all__ = ["Number", "may_start", "number_at", "numbers_in"]

LARGEST = 10_000_000_000
"""More people than there are: longer runs of digits are no count."""

_RANGE_WORDS = ("to", "or")
_GROUPING, _DECIMAL = ",", "."


@frozen(slots=True)
class Number:
    """A count at tokens ``first`` up to, not including, ``last``.

    ``stated`` is the figure as written, None for vague words and ranges; ``low`` and ``high`` are inclusive bounds,
    None is open; ``qualifier`` gives the words that bound the figure.
    """

    first: int
    last: int
    stated: int | None
    low: int | None
    high: int | None
    qualifier: str | None = None


def _digits(text: str) -> int | None:
    """A token of digits as a whole number: "1,200", "1.200" (three digits behind the point) and "40"."""
    if len(text) > 16 or not text.isascii():
        return None
    if text.isdigit():
        return int(text)
    for mark in (_GROUPING, _DECIMAL):
        head, *groups = text.split(mark)
        if groups and 1 <= len(head) <= 3 and all(len(g) == 3 for g in groups) and (head + "".join(groups)).isdigit():
            return int(head + "".join(groups))
    return None


def _decimal(text: str) -> float | None:
    """A token such as "1.5", which counts only before a scale ("1.5 million")."""
    whole, dot, part = text.partition(_DECIMAL)
    if dot and len(text) < 12 and whole.isdigit() and part.isdigit() and text.isascii():
        return float(text)
    return None


def _scale(tokens: Tokens, i: int, end: int, words: Mapping[str, Any]) -> int | None:
    return words["scales"].get(tokens.folded[i]) if i < end else None


def _digit_figure(tokens: Tokens, i: int, end: int, words: Mapping[str, Any]) -> tuple[int, int] | None:
    """Digits, with a scale behind them if one stands there; refused where they count no people."""
    text = tokens.texts[i]
    if tokens.joined[i] and tokens.texts[i - 1][-1].isalpha() and tokens.folded[i - 1] not in words["cardinals"]:
        return None  # "AK-47", "Covid-19"
    if i and (tokens.folded[i - 1] in words["before"] or tokens.texts[i - 1] == "May"):
        return None  # "October 7"; "may 7" is none: "may" is a verb as well
    if i > 1 and tokens.folded[i - 1] == "." and tokens.folded[i - 2] in words["before"]:
        return None  # "Feb. 13"
    scale = _scale(tokens, i + 1, end, words)
    value: float | None = _digits(text)
    if value is None:
        value = _decimal(text) if scale is not None else None
    if value is None:
        return None
    last = i + 1
    if scale is not None:
        value *= scale
        last += 1
    if value > LARGEST:
        return None
    if last < end:
        behind = tokens.folded[last]
        if behind in words["behind"]:
            return None
        if tokens.starts[last] == tokens.ends[last - 1] and behind[:1].isalpha():
            return None  # "20mm", "1980s", "5th"
    return round(value), last


def _word_figure(tokens: Tokens, i: int, end: int, words: Mapping[str, Any]) -> tuple[int, int] | None:
    """Number words: "thirty-four", "a hundred and five", "two dozen", "half a million"."""
    folded, cardinals, scales = tokens.folded, words["cardinals"], words["scales"]
    if folded[i] in scales and i and folded[i - 1][:1].isdigit():
        return None  # the rest of "$3 million", whose digits were refused
    last = i
    half = False
    if folded[i] == "half" and i + 2 < end and folded[i + 1] in ("a", "an") and folded[i + 2] in scales:
        half, last = True, i + 1
    total = current = 0
    read = False
    if folded[last] in ("a", "an") and last + 1 < end and folded[last + 1] in scales:
        current, last, read = 1, last + 1, True
    while last < end:
        word = folded[last]
        value = cardinals.get(word)
        if value is not None:
            fits = current % 10 == 0 and (current % 100 == 0 or (current % 100 >= 20 and 0 < value < 10))
            if read and (not fits or value == 0):
                break
            current += value
        elif word in scales:
            scale = scales[word]
            if not read and not half:
                current = 1
            if not current or (scale == 100 and current > 99) or current * scale > LARGEST:
                break
            if scale in (12, 20):
                total, current, last = total + current * scale, 0, last + 1
                break
            if scale == 100:
                current *= 100
            else:
                total, current = total + current * scale, 0
        elif (
            word == "and" and read and last + 1 < end and folded[last + 1] in cardinals and scales.get(folded[last - 1])
        ):
            last += 1
            continue
        else:
            break
        read = True
        last += 1
    if not read:
        return None
    value = total + current
    return (value // 2 if half else value), last


def _figure(tokens: Tokens, i: int, end: int, words: Mapping[str, Any]) -> tuple[int, int] | None:
    """One figure at token ``i``: (value, token behind it)."""
    if i >= end:
        return None
    word = tokens.folded[i]
    if word[:1].isdigit():
        return _digit_figure(tokens, i, end, words)
    if word in words["cardinals"] or word in words["scales"] or word in ("a", "an", "half"):
        return _word_figure(tokens, i, end, words)
    return None


def _bounds(value: int, bound: str) -> tuple[int | None, int | None]:
    """Low and high that a bounding word leaves."""
    slack = max(1, value // 10)
    if bound == "above":
        return value + 1, None
    if bound == "at_least":
        return value, None
    if bound == "at_most":
        return None, value
    if bound == "as_many":
        return min(1, value), value
    if bound == "below":
        return None, max(0, value - 1)
    if bound == "near":
        return max(0, value - slack), max(0, value - 1)
    if bound == "about":
        return max(0, value - slack), value + slack
    return value, value


def _range(tokens: Tokens, i: int, end: int, words: Mapping[str, Any]) -> Number | None:
    """Two figures: "between 8 and 14", "8 to 14", "8-14", "two or three"."""
    folded = tokens.folded
    opened = folded[i] in ("between", "from")
    start = i + 1 if opened else i
    one = _figure(tokens, start, end, words)
    if one is None or one[1] >= end:
        return None
    low, j = one
    link = folded[j]
    if tokens.joined[j] and link[:1].isdigit() and tokens.ends[j - 1] + 1 == tokens.starts[j]:
        other = _figure(tokens, j, end, words)
    elif link in _RANGE_WORDS or link in "-–—" or (link == "and" and folded[i] == "between"):
        other = _figure(tokens, j + 1, end, words)
    else:
        return None
    if other is None or other[0] <= low:
        return None
    return Number(i, other[1], None, low, other[0], tokens.quote(i, other[1]))


def may_start(tokens: Tokens, i: int, words: Mapping[str, Any]) -> bool:
    """Whether a count can start at token ``i``, by one or two look-ups: most "a", "in" and "over" start none.

    >>> from conflict_events.lexicon.load import section
    >>> from conflict_events.text.tokens import tokenize
    >>> tokens = tokenize("over the hills, over 20 men")
    >>> [may_start(tokens, i, section("numbers")) for i in (0, 4)]
    [False, True]
    """
    word = tokens.folded[i]
    follows = words["starts"].get(word)
    if follows is None:
        return word[:1].isdigit()
    if follows is True:
        return True
    behind = tokens.folded[i + 1] if i + 1 < len(tokens) else ""
    return behind in follows or ("" in follows and (behind[:1].isdigit() or behind in words["starts"]))


def number_at(tokens: Tokens, i: int, end: int, words: Mapping[str, Any]) -> Number | None:
    """Read a count that starts at token ``i``.

    Args:
        tokens: the tokenised text.
        i: where to read.
        end: token that must not be passed.
        words: the lexicon's section ``numbers``.

    Returns:
        The longest count there, with its bounds, or None.

    >>> from conflict_events.lexicon.load import section
    >>> from conflict_events.text.tokens import tokenize
    >>> tokens = tokenize("more than 20 people")
    >>> number = number_at(tokens, 0, len(tokens), section("numbers"))
    >>> number.stated, number.low, number.high, number.qualifier
    (20, 21, None, 'more than')
    """
    return _read(tokens, i, end, words, bounds=2)


def _read(tokens: Tokens, i: int, end: int, words: Mapping[str, Any], *, bounds: int) -> Number | None:
    """As ``number_at``, with at most so many bounding phrases before the figure ("only about 30" has two)."""
    folded = tokens.folded
    if i and folded[i - 1] in words["ages"]:
        return None
    hit = longest_at(folded, i, words["bounds"]) if bounds else None
    if hit is not None and hit.last < end:
        inner = _read(tokens, hit.last, end, words, bounds=bounds - 1)
        if inner is not None:
            return _with_bound(tokens, i, hit.last, str(hit.payload), inner)
    ranged = _range(tokens, i, end, words)
    if ranged is not None:
        return ranged
    vague = longest_at(folded, i, words["vague"])
    figure = _figure(tokens, i, end, words)
    if figure is not None and (vague is None or figure[1] >= vague.last):
        value, last = figure
        bound, qualifier = "exact", None
        after = longest_at(folded, last, words["bounds_after"]) if last < end else None
        if after is not None and after.last <= end:
            bound, qualifier, last = str(after.payload), tokens.quote(after.first, after.last), after.last
        low, high = _bounds(value, bound)
        return Number(i, last, value, low, high, qualifier)
    if vague is not None and vague.last <= end:
        low, high = vague.payload
        return Number(i, vague.last, None, low, high, tokens.quote(i, vague.last))
    return None


def _with_bound(tokens: Tokens, i: int, behind: int, bound: str, inner: Number) -> Number:
    """A number with a bounding phrase before it."""
    qualifier = tokens.quote(i, behind)
    if (
        inner.stated is None or inner.qualifier is not None
    ):  # "at least dozens", "more than 8 to 10", "about 30 or more"
        low, high = inner.low, inner.high
        if bound in ("above", "at_least"):
            high = None
        elif bound in ("at_most", "as_many", "below"):
            low = None
        return Number(
            i, inner.last, inner.stated, low, high, tokens.quote(i, inner.last) if inner.stated is None else qualifier
        )
    low, high = _bounds(inner.stated, bound)
    return Number(i, inner.last, inner.stated, low, high, qualifier if bound != "exact" else None)


def numbers_in(tokens: Tokens, first: int, last: int, words: Mapping[str, Any]) -> tuple[Number, ...]:
    """All counts among tokens ``first`` up to, not including, ``last``, left to right, without overlap.

    >>> from conflict_events.lexicon.load import section
    >>> from conflict_events.text.tokens import tokenize
    >>> tokens = tokenize("Between 8 and 14 men, dozens of women and 1.5 million others fled on May 5.")
    >>> [(n.low, n.high) for n in numbers_in(tokens, 0, len(tokens), section("numbers"))]
    [(8, 14), (12, 99), (1500000, 1500000)]
    """
    found: list[Number] = []
    i = first
    while i < last:
        number = number_at(tokens, i, last, words)
        if number is None:
            i += 1
        else:
            found.append(number)
            i = number.last
    return tuple(found)
