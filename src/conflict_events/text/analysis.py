"""What a parser of somebody else's may say of a text in our place: sentences, and of each verb who does what to whom.

All offsets are half-open code points of the text. Whatever a parser leaves out is read by our own analysis.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Protocol

from attrs import field, frozen

from conflict_events.model.check import many
from conflict_events.model.errors import AnalyserError

__all__ = ["Analyser", "Analysis", "Clause", "NounGroup", "analysis_of"]

Span = tuple[int, int]


@frozen(slots=True)
class NounGroup:
    """Characters ``start:end`` name somebody or something.

    Args:
        start: first code point, without what is coordinated with it and without relative clauses.
        end: one past the last code point.
        head: first code point of the noun that all else in it belongs to.
        governor: the preposition before it ("by", "against"), folded; "" for none.
    """

    start: int
    end: int
    head: int
    governor: str = ""


@frozen(slots=True)
class Clause:
    """One verb and its clause; groups that "and" joins stand one by one, the nearest to the verb's subject first.

    Args:
        verb: span of the verb itself, without its auxiliaries.
        subjects: its grammatical subjects, also those that it shares with another verb or that "who" stands for.
        objects: its direct objects.
        obliques: groups that a preposition ties to it, each with its ``governor``.
        passive: "were killed", "men killed by".
        negated: "did not kill".
    """

    verb: Span
    subjects: tuple[NounGroup, ...] = field(default=(), converter=many)
    objects: tuple[NounGroup, ...] = field(default=(), converter=many)
    obliques: tuple[NounGroup, ...] = field(default=(), converter=many)
    passive: bool = False
    negated: bool = False

    @property
    def groups(self) -> tuple[NounGroup, ...]:
        """All its groups."""
        return (*self.subjects, *self.objects, *self.obliques)


@frozen(slots=True)
class Analysis:
    """What a parser says of one text.

    Args:
        sentences: spans in the order of the text, without overlap; none leaves sentences to our own analysis.
        clauses: in any order; a verb without one is read by our own analysis.
    """

    sentences: tuple[Span, ...] = field(default=(), converter=many)
    clauses: tuple[Clause, ...] = field(default=(), converter=many)


class Analyser(Protocol):
    """Anything that can be called with a text and gives its analysis.

    >>> def nothing(text: str) -> Analysis:
    ...     return Analysis()
    >>> analyser: Analyser = nothing
    """

    def __call__(self, text: str, /) -> Analysis:
        """The analysis of one text."""


def analysis_of(analyser: Analyser, text: str) -> Analysis:
    """Call an analyser and look whether what it says fits the text.

    Args:
        analyser: the one plugged in.
        text: of the article.

    Raises:
        AnalyserError: if it raises, gives something else than an ``Analysis``, or spans outside of the text.

    >>> analysis_of(lambda text: Analysis(sentences=[(0, 99)]), "Shells hit Goma.")
    Traceback (most recent call last):
    ...
    conflict_events.model.errors.AnalyserError: the analyser gives a span that does not fit the text: in sentence 0 of function, expected 0 <= start < end <= 16, got (0, 99)
    """
    name = type(analyser).__name__
    try:
        analysis = analyser(text)
    except AnalyserError:
        raise
    except Exception as error:
        shown = f"{type(error).__name__}: {error}"
        raise AnalyserError("the analyser failed", where=name, expected="an Analysis", got=shown) from error
    if not isinstance(analysis, Analysis):
        raise AnalyserError("the analyser gives no analysis", where=name, expected="an Analysis", got=analysis)
    _check(analysis, len(text), name)
    return analysis


def _check(analysis: Analysis, size: int, name: str) -> None:
    for i, span in enumerate(analysis.sentences):
        _span(span, size, f"sentence {i} of {name}")
    for i, ((_, end), (start, _)) in enumerate(pairwise(analysis.sentences)):
        if start < end:
            where = f"sentence {i + 1} of {name}"
            raise AnalyserError("sentences overlap", where=where, expected=f"a start of {end} or more", got=start)
    for i, clause in enumerate(analysis.clauses):
        where = f"clause {i} of {name}"
        if not isinstance(clause, Clause):
            raise AnalyserError("no clause", where=where, expected="a Clause", got=clause)
        _span(clause.verb, size, where)
        for group in clause.groups:
            _span((group.start, group.end), size, where)
            if not group.start <= group.head < group.end:
                expected = f"{group.start} <= head < {group.end}"
                raise AnalyserError("a head outside of its noun group", where=where, expected=expected, got=group.head)


def _span(span: object, size: int, where: str) -> None:
    match span:
        case (int(start), int(end)) if 0 <= start < end <= size:
            return
    what = "the analyser gives a span that does not fit the text"
    raise AnalyserError(what, where=where, expected=f"0 <= start < end <= {size}", got=span)
