"""The converter of fields that hold many: any iterable becomes a tuple, one text is no iterable."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from conflict_events.model.errors import BadInputError

__all__ = ["many"]


def many(values: Iterable[Any]) -> tuple[Any, ...]:
    """A tuple of the values (untyped, because mypy cannot pass a type variable through a converter).

    Raises:
        BadInputError: for a single text, which would fall apart into letters.

    >>> many(["a", "b"])
    ('a', 'b')
    """
    if type(values) is tuple:
        return values
    if isinstance(values, str):
        raise BadInputError("one text where many values belong", where="model", expected="a tuple", got=values)
    return tuple(values)
