"""Whether an act belongs to a conflict or is ordinary crime, and which of the two a reader asks for."""

from __future__ import annotations

from enum import StrEnum

from conflict_events.model.errors import UnknownNameError

__all__ = ["ALL", "CHOICES", "Scope", "wanted"]

ALL = "all"
"""Asks for conflict and crime together."""


class Scope(StrEnum):
    """On which side of the line an act falls that ACLED's codebook draws at criminal violence."""

    CONFLICT = "conflict"
    """Political, or done by or to somebody who makes it so: forces, armed groups, gangs, crowds, groups of identity."""
    CRIME = "crime"
    """Between private people: a robbery, a quarrel, a murder at home."""


CHOICES = (Scope.CONFLICT.value, ALL)
"""What one may ask for."""


def wanted(scope: str) -> frozenset[Scope]:
    """The scopes that somebody asks for by name.

    Args:
        scope: ``conflict``, or ``all``.

    Raises:
        UnknownNameError: for any other name.

    >>> sorted(wanted("all")) == sorted(Scope), wanted("conflict") == {Scope.CONFLICT}
    (True, True)
    """
    if scope == ALL:
        return frozenset(Scope)
    if scope == Scope.CONFLICT:
        return frozenset({Scope.CONFLICT})
    raise UnknownNameError("no such scope", where="scope", expected=", ".join(CHOICES), got=scope)
