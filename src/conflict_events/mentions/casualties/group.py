"""A noun group: how many of whom."""

from __future__ import annotations

from conflict_events.model.quick import frozen
from conflict_events.text.numbers import Number

__all__ = ["Group"]


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
