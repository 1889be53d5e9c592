"""An article's text with every evidence span marked, as HTML that no text can break out of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from attrs import frozen

from conflict_events.model.coded import CodedArticle
from conflict_events.model.evidence import Evidence

__all__ = ["Mark", "clean", "highlighted", "marks_of"]


@frozen(slots=True)
class Mark:
    """One field of one event and a span it was read from; ``event`` counts from 0 within the article."""

    event: int
    field: str
    evidence: Evidence


def clean(text: str) -> str:
    """Text as HTML: markup escaped, control characters and lone surrogates replaced.

    >>> clean('<script>"x"</script>')
    '&lt;script&gt;&quot;x&quot;&lt;/script&gt;'
    """
    shown = text.encode("utf-8", "replace").decode("utf-8")
    return escape("".join(c if c >= " " or c in "\n\t" else "\ufffd" for c in shown), quote=True)


def marks_of(coded: CodedArticle) -> tuple[Mark, ...]:
    """Every evidence of every field of every event."""
    return tuple(
        Mark(index, name, evidence)
        for index, event in enumerate(coded.events)
        for name, basis in event.bases
        for evidence in basis.evidence
    )


def highlighted(text: str, marks: Sequence[Mark], key: str) -> str:
    """The text cut at every edge of a mark; a piece carries the names of all fields that were read from it.

    Args:
        text: the article's text.
        marks: spans of it; they may overlap.
        key: id of the article on the page; a field is then named ``key-event-field``.

    Returns:
        HTML. Cost grows with text and marks, not with their product.
    """
    edges: dict[int, tuple[list[int], list[int]]] = {}
    for number, mark in enumerate(marks):
        if mark.evidence.end > len(text) or mark.evidence.start == mark.evidence.end:
            continue
        edges.setdefault(mark.evidence.start, ([], []))[0].append(number)
        edges.setdefault(mark.evidence.end, ([], []))[1].append(number)
    pieces: list[str] = []
    open_marks: dict[int, None] = {}
    before = 0
    for at in (*sorted(edges), len(text)):
        pieces.append(_piece(text[before:at], [marks[number] for number in open_marks], key))
        before = at
        starts, ends = edges.get(at, ((), ()))
        for number in ends:
            open_marks.pop(number, None)
        for number in starts:
            open_marks[number] = None
    return "".join(pieces)


def _piece(text: str, marks: Iterable[Mark], key: str) -> str:
    names = list(dict.fromkeys(f"{key}-{mark.event}-{mark.field}" for mark in marks))
    if not text:
        return ""
    if not names:
        return clean(text)
    fields = ", ".join(dict.fromkeys(mark.field.replace("_", " ") for mark in marks))
    return f'<mark data-fields="{escape(" ".join(names))}" title="{escape(fields)}">{clean(text)}</mark>'
