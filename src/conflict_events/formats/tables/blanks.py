"""What stands for nothing in a table: R's NA, pandas' nan, a database's NULL, a spreadsheet's #N/A, a person's dash.

In a column of numbers, days or fixed terms each spelling means that there is nothing. In a column of names one of them
may be a name (``NA``, the town of None), so it needs a sign: the file writes it where only nothing can be meant, or it
leaves no cell empty. A spelling with a capital and small letters (``Na``) is always a name.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

__all__ = ["blank", "spelled"]

_NO_NAMES = frozenset("n/a #n/a <na> n.a. - -- – — (null) \\n #null! <null>".split())
"""Spellings, in small letters, that are nobody's name."""
_PERHAPS = frozenset("NA NAN nan NaN na None none NONE null NULL nil NIL NaT".split())
"""Spellings that may be names."""
_TYPED = _NO_NAMES | {word.casefold() for word in _PERHAPS} | {".", "?"}
_LONGEST = max(map(len, _TYPED))


def blank(text: str, spellings: Collection[str] | None = None) -> bool:
    """Whether a cell without blanks around it says nothing.

    Args:
        text: of the cell.
        spellings: for a column of names: those that the file uses; None for a column in which nothing is a name.

    >>> blank("NA"), blank("NA", ()), blank("NA", {"NA"}), blank("Na", {"NA"}), blank("N/A", ())
    (True, False, True, False, True)
    """
    if len(text) > _LONGEST:
        return False
    if not text:
        return True
    folded = text.casefold()
    return folded in _TYPED if spellings is None else text in spellings or folded in _NO_NAMES


def spelled(rows: Iterable[Sequence[str]], typed: Collection[int], width: int) -> frozenset[str]:
    """The spellings that stand for nothing in the columns of names, too.

    Args:
        rows: some rows of the table.
        typed: numbers of the columns in which nothing is a name.
        width: number of columns; rows with more or fewer cells say nothing.

    >>> spelled([["a", "NA"], ["NA", "3"]], {1}, 2), spelled([["NA", "3"], ["", "3"]], {1}, 2)
    (frozenset({'NA'}), frozenset())
    """
    seen: set[str] = set()
    sure: set[str] = set()
    empty = False
    for row in rows:
        if len(row) != width:
            continue
        for number, cell in enumerate(row):
            text = cell.strip()
            if not text:
                empty = True
            elif len(text) <= _LONGEST and text in _PERHAPS:
                (sure if number in typed else seen).add(text)
    return frozenset(sure if empty else sure | seen)
