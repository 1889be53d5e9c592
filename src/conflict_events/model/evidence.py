"""Where a value comes from: the words read, the rule that read them, and how sure that makes the value."""

from __future__ import annotations

from enum import StrEnum

from attrs import field, frozen

from conflict_events.model.check import a, a_or_none, each, many, member, whole, within
from conflict_events.model.errors import BadInputError

__all__ = ["Basis", "Evidence", "Status"]


class Status(StrEnum):
    """How a value is known."""

    KNOWN = "known"
    """The words say it."""
    INFERRED = "inferred"
    """It follows from other words by a rule that is named in the reason."""
    ABSENT = "absent"
    """Not found; the reason says what was looked for."""
    BROKEN = "broken"
    """Something stands there that could not be read; the raw text is kept."""


def _status(value: Status | str) -> Status:
    return value if type(value) is Status else member(Status, value)


@frozen(slots=True)
class Evidence:
    """The words of an article that carry a value.

    Offsets are half-open and count code points of ``Article.text``: ``text[start:end] == quote``.

    >>> Evidence(start=0, end=7, quote="Gunmen ", rule="actor.role").quote
    'Gunmen '
    """

    start: int = field(converter=whole, validator=within(0))
    """First code point."""
    end: int = field(converter=whole, validator=within(0))
    """One past the last code point."""
    quote: str = field(validator=a(str))
    """The words themselves."""
    rule: str = field(validator=a(str))
    """Dotted name of the rule that read them, e.g. ``trigger.air_strike.airstrike``."""

    def __attrs_post_init__(self) -> None:
        if self.end - self.start != len(self.quote):
            raise BadInputError(
                "evidence span does not fit its quote",
                where="Evidence",
                expected="0 <= start <= end and end - start == len(quote)",
                got=(self.start, self.end, self.quote),
            )


@frozen(slots=True)
class Basis:
    """Why a field of an event has its value, or has none.

    >>> Basis(Status.ABSENT, reason="no day, week or month is named for this event").status
    <Status.ABSENT: 'absent'>
    >>> Basis(Status.INFERRED)
    Traceback (most recent call last):
    ...
    conflict_events.model.errors.BadInputError: a value that is not known must say why: in Basis.reason, expected a reason, got ''
    """

    status: Status = field(converter=_status, validator=a(Status))
    """Known, inferred, absent or broken."""
    reason: str = field(default="", validator=a(str))
    """Why; required for all but known values."""
    evidence: tuple[Evidence, ...] = field(default=(), converter=many, validator=each(Evidence))
    """The words read, in the order of the article."""
    raw: str | None = field(default=None, validator=a_or_none(str))
    """The unreadable text of a broken value."""

    def __attrs_post_init__(self) -> None:
        if not self.reason and self.status is not Status.KNOWN:
            raise BadInputError(
                "a value that is not known must say why",
                where="Basis.reason",
                expected="a reason",
                got=self.reason,
            )
        if self.raw is None and self.status is Status.BROKEN:
            raise BadInputError("a broken value must keep its raw text", where="Basis.raw", expected="text", got=None)
