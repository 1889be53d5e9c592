"""``frozen`` for the values that readers make by the thousand and hand to one another, never to a caller.

The type checker, which sees every line that touches them, holds them frozen. At run time they are plain slotted
classes, because a class that also refuses assignment while it runs takes twice the time to make.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import define

__all__ = ["frozen"]

if TYPE_CHECKING:
    from attrs import frozen
else:

    def frozen(*, eq: bool = True, **options: Any) -> Any:
        """As ``attrs.frozen``, but frozen for the type checker only.

        >>> @frozen(slots=True)
        ... class Pair:
        ...     one: int
        ...     other: int
        >>> Pair(1, 2) == Pair(1, 2), hash(Pair(1, 2)) == hash(Pair(1, 2))
        (True, True)
        """
        return define(eq=eq, unsafe_hash=True if eq else None, **options)
