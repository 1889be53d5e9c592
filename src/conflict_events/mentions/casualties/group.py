"""A noun group: how many of whom."""

from __future__ import annotations

from typing import TypeAlias

from conflict_events.model.quick import frozen
from conflict_events.text.numbers import Number

Figures: TypeAlias = tuple[int | None, int | None, int | None, str | None]

__all__ = ["Figures", "Group", "figures"]


@frozen(slots=True)
class Group:
    """Tokens ``first`` up to, not including, ``last`` with one head.

    ``count`` is "one", "many" or "" as far as the head tells; ``person`` says that the head is a known word for
    people, ``thing`` that it is a known word for something else, ``name`` that it is written like a name. What only
    says who they are ends before ``tail``, and ``named`` says where their names stand in it.
    """

    first: int
    last: int
    number: Number | None = None
    role: str = "unknown"
    count: str = ""
    person: bool = False
    thing: bool = False
    name: bool = False
    pronoun: bool = False
    more: bool = False
    tail: int = 0
    named: tuple[int, int] | None = None

    @property
    def end(self) -> int:
        """The token behind the group and all that only says who its people are."""
        return max(self.last, self.tail)


def figures(group: Group | None) -> Figures:
    """(stated, low, high, qualifier) of a group."""
    if group is None:
        return None, 1, None, None
    number = group.number
    if number is not None:
        return number.stated, number.low, number.high, number.qualifier
    if group.count == "one" or (group.count == "" and not group.person):
        return None, 1, 1, None
    return None, (2 if group.count == "many" else 1), None, None
