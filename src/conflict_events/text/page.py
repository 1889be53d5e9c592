"""What stands on an article's page beside the article: invitations, links, credits, time stamps, captions.

A text with its words goes in, spans come out. Nothing is cut from the text. The tokens of such a line are left out of
reading, but for a caption: that is read and only may not make an event of its own. In doubt a line is the article's.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any

from conflict_events.model.quick import frozen
from conflict_events.text.tokens import Tokens

__all__ = ["Aside", "Kind", "find"]

_BLANK = re.compile(r"\n[ \t\r]*\n")
_MARKS = frozenset(":-–—|•»>·")
"""What may stand between a label or a time and what it labels."""
_FULL_STOPS = frozenset(".!?")
_SENTENCE_ENDS = frozenset(".!?\"”’')")
_BEFORE_CREDIT = frozenset(".!?([|–—-/,\"'”’)]")
_LONG = 30
"""Tokens of the longest line of the page; paragraphs are longer."""
_LONG_CAPTION = 90
_SHORT, _HEADLINE = 3, 20
"""Tokens of the shortest and the longest headline."""
_TAIL = 20
"""Tokens at the end of a line among which a credit begins."""


class Kind(StrEnum):
    """What a line, or the part of one, is."""

    PAGE = "page"
    """Of the page, not of the article."""
    HEADING = "heading"
    """Of the page, and so are the headlines beneath it."""
    CREDIT = "credit"
    """Who wrote it or took the picture."""
    STAMP = "stamp"
    """When a post of a live blog appeared."""
    CAPTION = "caption"
    """Of a picture: read, but no telling of its own."""
    OLD = "old"
    """Of a picture from an archive, which shows another day."""
    HEADLINE = "headline"
    """What heads the article: read, and told again below."""

    @property
    def read(self) -> bool:
        """Whether its words are read."""
        return self in (Kind.CAPTION, Kind.HEADLINE)


@frozen(slots=True)
class Aside:
    """Tokens ``first`` up to, not including, ``last``; characters ``start:end``.

    ``rule`` is the entry of the lexicon, ``what`` says in words what it is.
    """

    first: int
    last: int
    start: int
    end: int
    kind: Kind
    rule: str
    what: str


def _aside(tokens: Tokens, first: int, last: int, kind: Kind, rule: str, what: str) -> Aside:
    return Aside(first, last, tokens.starts[first], tokens.ends[last - 1], kind, rule, what)


def find(tokens: Tokens, words: Mapping[str, Any], *, wrapped: bool = False) -> tuple[Aside, ...]:
    r"""All asides, in the order of the text and without overlap.

    Args:
        tokens: of the text.
        words: the lexicon's section ``page``.
        wrapped: whether single line breaks only wrap lines, so that a blank line ends one.

    >>> from conflict_events.lexicon.load import section
    >>> from conflict_events.text.tokens import tokenize
    >>> tokens = tokenize("14:32 GMT - Shells hit Goma.\nRead more: Gunmen attack Beni")
    >>> [(aside.kind.value, tokens.quote(aside.first, aside.last)) for aside in find(tokens, section("page"))]
    [('stamp', '14:32 GMT -'), ('page', 'Read more: Gunmen attack Beni')]
    """
    found: list[Aside] = []
    beneath: Aside | None = None
    lines = tuple(_lines(tokens, wrapped=wrapped))
    heads = True
    for number, (first, last) in enumerate(lines):
        here = tuple(_line(tokens, first, last, words))
        if not here and heads and beneath is None and _heads(tokens, first, last, lines[number + 1 :][:3]):
            here = (_aside(tokens, first, last, Kind.HEADLINE, "page.headline", "the headline"),)
        heads = heads and bool(here) and here[-1].kind is not Kind.HEADLINE
        if here:
            beneath = here[0] if here[0].kind is Kind.HEADING else beneath
        elif beneath is not None and _is_headline(tokens, first, last):
            here = (_aside(tokens, first, last, Kind.PAGE, beneath.rule, beneath.what),)
        else:
            beneath = None
        found += here
    return tuple(found)


def _lines(tokens: Tokens, *, wrapped: bool) -> Iterator[tuple[int, int]]:
    """The tokens of each line."""
    first = 0
    for end in _blank_lines(tokens.text) if wrapped else _line_ends(tokens.text):
        last = bisect_left(tokens.starts, end, first)
        if last > first:
            yield first, last
        first = last
    if first < len(tokens):
        yield first, len(tokens)


def _line_ends(text: str) -> Iterator[int]:
    at = text.find("\n")
    while at >= 0:
        yield at
        at = text.find("\n", at + 1)


def _blank_lines(text: str) -> Iterator[int]:
    return (found.start() for found in _BLANK.finditer(text))


def _line(tokens: Tokens, first: int, last: int, words: Mapping[str, Any]) -> Iterator[Aside]:
    """The asides of one line: the whole of it, its stamp, its credit and what that makes a caption."""
    start = first
    while start < min(last - 1, first + 3) and not (
        tokens.texts[start][0].isalnum() or tokens.folded[start] in words["table"]
    ):
        start += 1  # bullets and brackets
    if (named := _named(tokens, start, last, words)) is not None:
        at, kind, rule, what = named
        if kind is not Kind.CAPTION:
            yield _aside(tokens, first, last, kind, rule, what)
            return
        yield _aside(tokens, first, at, Kind.PAGE, rule, what)
        end = _credit(tokens, at, last, words)
        yield _aside(tokens, at, end, Kind.CAPTION, rule, what)
        if end < last:
            yield _aside(tokens, end, last, Kind.CREDIT, "page.picture_source", "who took the picture")
        return
    if (behind := _stamp(tokens, start, last, words)) > start:
        yield _aside(tokens, first, behind, Kind.STAMP, "page.stamp", "when a post appeared")
        first = start = behind
    if start < last and _is_by_line(tokens, start, last, words):
        yield _aside(tokens, first, last, Kind.CREDIT, "page.by_line", "who wrote it")
        return
    end = _credit(tokens, start, last, words)
    if end < last and end - first <= _LONG_CAPTION:
        if end > start:
            yield _aside(tokens, first, end, Kind.CAPTION, "page.caption", "the caption of a picture")
        yield _aside(tokens, end, last, Kind.CREDIT, "page.picture_source", "who took the picture")


def _named(tokens: Tokens, start: int, last: int, words: Mapping[str, Any]) -> tuple[int, Kind, str, str] | None:
    """The entry with whose words a line begins, and the token behind them."""
    folded = tokens.folded
    for phrase, (form, kind, rule, what) in words["table"].get(folded[start], ()):
        end = start + len(phrase)
        if folded[start:end] != phrase:
            continue
        alone = all(not text[0].isalnum() for text in tokens.texts[end:last])
        if form == "whole":
            fits = alone
        elif form == "label":
            fits = ((end < last and tokens.texts[end] in _MARKS) or alone) and last - start <= _LONG_CAPTION
        else:
            fits = last - start <= _LONG
        if fits:
            return min(end + 1, last), Kind(kind), rule, what
    return None


def _heads(tokens: Tokens, first: int, last: int, behind: Sequence[tuple[int, int]]) -> bool:
    """Whether a line is what heads an article: like a headline, and sentences follow that end with a full stop."""
    if not _is_headline(tokens, first, last) or last - first < _SHORT:
        return False
    return any(end - begin > last - first and tokens.texts[end - 1] in _SENTENCE_ENDS for begin, end in behind)


def _is_headline(tokens: Tokens, first: int, last: int) -> bool:
    return last - first <= _HEADLINE and tokens.texts[last - 1] not in _FULL_STOPS


def _stamp(tokens: Tokens, start: int, last: int, words: Mapping[str, Any]) -> int:
    """The token behind a time stamp with which a line begins; ``start`` where it begins with none."""
    folded, texts = tokens.folded, tokens.texts
    i = start
    if not (folded[i][0].isdigit() or folded[i] in words["leads"] or folded[i] in words["counts"] or texts[i] in "([,"):
        return start
    while i < last and (folded[i] in words["leads"] or texts[i] in _MARKS or texts[i] in ",()["):
        i += 1
    if i >= last:
        return start
    aged = folded[i].isdigit() or folded[i] in words["counts"]
    if aged and folded[i + 1 : i + 2] and folded[i + 1] in words["units"]:
        behind = i + 3 if folded[i + 2 : i + 3] == ("ago",) else i + 2
        ago = behind == i + 3 and behind <= last
        return behind if ago and all(not text[0].isalnum() for text in texts[behind:last]) else start
    behind = _time(tokens, i, last, words)
    if behind == i:
        return start
    while behind < last and (folded[behind] in words["zones"] or texts[behind] in ")]"):
        behind += 1
    if behind == last:
        return last
    return behind + 1 if texts[behind] in _MARKS else start


def _time(tokens: Tokens, i: int, last: int, words: Mapping[str, Any]) -> int:
    """The token behind a time of day that begins at token ``i``; ``i`` where there is none."""
    half = i + 1 < last and tokens.folded[i + 1] in words["halves"]
    hour, mark, minute = tokens.texts[i].partition(":")
    if not mark:
        hour, mark, minute = hour.partition(".")
    if not (hour.isascii() and hour.isdigit() and len(hour) <= 2 and int(hour) < 24):
        return i
    if mark and not (minute.isascii() and minute.isdigit() and len(minute) == 2 and int(minute) < 60):
        return i
    return i + 1 + half if mark or half else i


def _is_by_line(tokens: Tokens, start: int, last: int, words: Mapping[str, Any]) -> bool:
    """Whether a line only names its writers: "By Jane Doe and John Roe in Nairobi"."""
    texts = tokens.texts[start:last]
    if texts[0] != "By" or not 3 <= len(texts) <= 16 or texts[-1] in _FULL_STOPS:
        return False
    folded = tokens.folded[start:last]
    names = [text for text, word in zip(texts[1:], folded[1:], strict=True) if word not in words["links"]]
    return (
        all(text[0].isupper() for text in texts[1:3])
        and all(text[0].isupper() or not text[0].isalnum() for text in names)
        and not any(word in words["no_names"] for word in folded)
    )


def _credit(tokens: Tokens, start: int, last: int, words: Mapping[str, Any]) -> int:
    """The token with which the credit of a picture begins that ends a line; ``last`` where there is none."""
    texts, folded = tokens.texts, tokens.folded
    if texts[last - 1] in _FULL_STOPS:
        return last
    for i in range(max(start, last - _TAIL), last):
        if i > start and texts[i - 1] not in _BEFORE_CREDIT:
            continue
        for phrase, label in words["credits"].get(folded[i], ()):
            end = i + len(phrase)
            if folded[i:end] == phrase and end <= last and (not label or (end < last and texts[end] == ":")):
                return i - 1 if i > start and texts[i - 1] in "([|" else i
    if texts[last - 1] in ")]":
        return _bracket(texts, start, last)
    return last


def _bracket(texts: Sequence[str], start: int, last: int) -> int:
    """The bracket that opens "[Jane Doe/Seed Wire]" at the end of a line: names, one of them behind a stroke."""
    for i in range(last - 2, max(start, last - _TAIL) - 1, -1):
        if texts[i] in "([":
            inside = texts[i + 1 : last - 1]
            names = [text for text in inside if text[0].isalnum()]
            stroke = any(text == "/" for text in inside[1:-1])
            return i if stroke and all(name[0].isupper() for name in names) else last
        if not (texts[i][0].isalnum() or texts[i] in "/.,-&'’"):
            break
    return last
