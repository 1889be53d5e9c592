"""The errors that this library raises: one root, and every error says what, where, expected and got."""

from conflict_events.model.shown import LONGEST, shown

__all__ = [
    "AnalyserError",
    "BadInputError",
    "ConflictEventsError",
    "FormatError",
    "LexiconError",
    "UnknownNameError",
    "WrongTypeError",
]


class ConflictEventsError(Exception):
    """Root of all errors raised on purpose by this library.

    Args:
        what: what went wrong, as a short sentence without a full stop.
        where: the file, row, field or function in which it happened.
        expected: what would have been right.
        got: the value found, shown shortened in the message and kept whole in the attribute.

    >>> from conflict_events.model.errors import BadInputError
    >>> raise BadInputError("day is no date", where="Article.published", expected="YYYY-MM-DD", got="soon")
    Traceback (most recent call last):
    ...
    conflict_events.model.errors.BadInputError: day is no date: in Article.published, expected YYYY-MM-DD, got 'soon'
    """

    def __init__(self, what: str, *, where: str, expected: str, got: object) -> None:
        super().__init__(what, where, expected, got)
        self.what = what
        self.where = where
        self.expected = expected
        self.got = got

    def __str__(self) -> str:
        """One line that a person can act on, whatever is in the file that it speaks of."""
        what, where, expected = (shown(text, LONGEST) for text in (self.what, self.where, self.expected))
        return f"{what}: in {where}, expected {expected}, got {_got(self.got)}"

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle keeps the keyword-only fields, so that errors cross process borders whole."""
        return (_rebuild, (type(self), self.what, self.where, self.expected, self.got))


def _got(value: object) -> str:
    """A value as Python writes it, cut, with its length; a long text is cut before it is written out."""
    size = len(value) if isinstance(value, (str, bytes)) else 0
    written = repr(value[:120]) if isinstance(value, (str, bytes)) else repr(value)
    if max(size, len(written)) <= 120:
        return shown(written)
    return f"{shown(written[:100])}... ({max(size, len(written))} characters)"


def _rebuild(kind: type[ConflictEventsError], what: str, where: str, expected: str, got: object) -> ConflictEventsError:
    return kind(what, where=where, expected=expected, got=got)


class BadInputError(ConflictEventsError, ValueError):
    """A caller gave a value that the model cannot hold."""


class WrongTypeError(ConflictEventsError, TypeError):
    """A caller gave something of another kind than the function takes."""


class UnknownNameError(ConflictEventsError, LookupError):
    """A name (of a format, a policy, a country ...) that this library does not know."""


class LexiconError(ConflictEventsError):
    """A lexicon file breaks its own schema; ``where`` names file and entry."""


class AnalyserError(ConflictEventsError, ValueError):
    """A parser that was plugged in failed, or says what cannot be true of the text."""


class FormatError(ConflictEventsError, ValueError):
    """A file or record cannot be read as the format it is said to be."""
