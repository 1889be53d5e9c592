"""What goes wrong with a server: it is out of reach, it refuses and says why, or the account may not see the data."""

from __future__ import annotations

from enum import StrEnum

from conflict_events.model.errors import ConflictEventsError

__all__ = ["Refusal", "RefusedError", "RestrictedError", "SourceError"]


class SourceError(ConflictEventsError):
    """A server does not give what was asked for; ``where`` is the address without its query."""


class Refusal(StrEnum):
    """Why a server refuses, since each reason wants another remedy."""

    LOGIN = "login"
    """It does not know this name and password."""
    TOKEN = "token"  # noqa: S105 - the name of a reason
    """The token is missing, has run out or is not accepted."""
    CONSENT = "consent"
    """The owner of the account has to accept terms first."""
    PROFILE = "profile"
    """The account lacks fields that have to be filled in."""
    ACCESS = "access"
    """The account may not read this."""
    ADDRESS = "address"
    """There is nothing under this address, or no such version."""
    PACE = "pace"
    """It was asked too fast, or too often."""
    PAGE = "page"
    """It answers with a web page for people in place of data."""
    OTHER = "other"
    """For a reason that we do not know; the error shows its words."""


class RefusedError(SourceError):
    """The server refuses: this says nothing about whether there are events.

    >>> error = RefusedError("refused", where="GET https://example.org", expected="a token", got="status 401")
    >>> error.refusal
    <Refusal.OTHER: 'other'>
    """

    def __init__(self, what: str, *, where: str, expected: str, got: object, refusal: Refusal = Refusal.OTHER) -> None:
        super().__init__(what, where=where, expected=expected, got=got)
        self.refusal = refusal

    def __reduce__(self) -> tuple[object, ...]:
        """The reason crosses process borders, too."""
        return (_rebuild, (self.what, self.where, self.expected, self.got, self.refusal))


def _rebuild(what: str, where: str, expected: str, got: object, refusal: Refusal) -> RefusedError:
    return RefusedError(what, where=where, expected=expected, got=got, refusal=refusal)


class RestrictedError(SourceError):
    """The account may not read what was asked for: the answer is empty because of that, not because nothing happened."""
