"""Cells that a spreadsheet would take for a formula; changed only when asked for."""

from __future__ import annotations

__all__ = ["defuse"]

_STARTS = ("=", "+", "-", "@", "\t", "\r")


def defuse(text: str) -> str:
    """The cell with an apostrophe before it, if a spreadsheet would run it. Numbers stay as they are.

    >>> defuse("=1+1"), defuse("-3.5"), defuse("-cmd")
    ("'=1+1", '-3.5', "'-cmd")
    """
    if not text.startswith(_STARTS):
        return text
    if text[0] in "+-":
        try:
            float(text)
        except ValueError:
            pass
        else:
            return text
    return f"'{text}"
