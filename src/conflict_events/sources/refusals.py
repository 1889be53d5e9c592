"""Why a server refuses, told apart by status and words: the table is refusals.toml."""

from __future__ import annotations

import functools
import tomllib
from importlib.resources import files
from typing import Any

from attrs import field, frozen

from conflict_events.sources.errors import Refusal, RefusedError
from conflict_events.sources.reply import Reply

__all__ = ["Reason", "granted", "reasons", "refused"]


@frozen(slots=True, kw_only=True)
class Reason:
    """One line of the table; its comments say what each field is."""

    service: str
    status: int
    refusal: Refusal = field(converter=Refusal)
    means: str
    do: str
    example: str
    at: str = ""
    says: str = ""

    def fits(self, service: str, answer: Reply) -> bool:
        """Whether it explains this answer."""
        if (service, answer.status) != (self.service, self.status):
            return False
        return self.at in answer.where and self.says in answer.text.casefold()


@functools.cache
def reasons() -> tuple[Reason, ...]:
    """The table.

    >>> {reason.service for reason in reasons()} == {"acled", "ucdp"}
    True
    """
    text = files("conflict_events.sources").joinpath("refusals.toml").read_text(encoding="utf-8")
    return tuple(Reason(**entry) for entry in tomllib.loads(text)["refusal"])


def refused(service: str, answer: Reply) -> RefusedError:
    """The error for an answer that is none.

    Args:
        service: whose it is, ``acled`` or ``ucdp``.
        answer: with another status than 200.

    >>> refused("acled", Reply(403, "GET https://example.org", b"Consent acceptance required")).refusal
    <Refusal.CONSENT: 'consent'>
    """
    found = next((reason for reason in reasons() if reason.fits(service, answer)), None)
    got = f"status {answer.status}: {answer.shown}"
    if found is None:
        return RefusedError("the server refuses", where=answer.where, expected="status 200", got=got)
    return RefusedError(found.means, where=answer.where, expected=found.do, got=got, refusal=found.refusal)


def granted(service: str, answer: Reply) -> dict[str, Any]:
    """The JSON object of an answer.

    Raises:
        RefusedError: if the server refuses, by another status than 200 or by a web page.
        SourceError: if it is no JSON object.
    """
    if answer.status != 200:
        raise refused(service, answer)
    return answer.object()
