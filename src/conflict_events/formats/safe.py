"""Cells that a spreadsheet would take for a formula: changed where that is asked for, else counted."""

from __future__ import annotations

from collections.abc import Iterable

from conflict_events.formats.loss import LossLog

__all__ = ["defuse", "guarded"]

_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""Source: OWASP, CSV injection; wide signs count where spreadsheets are set to East Asian input."""


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


def guarded(cells: Iterable[str], log: LossLog, *, safe: bool) -> list[str]:
    """The cells of a row: harmless, or as they are and counted in the log.

    >>> log = LossLog("acled-csv")
    >>> guarded(["=1+1", "Goma"], log, safe=False), log.formulas
    (['=1+1', 'Goma'], 1)
    """
    plain = list(cells)
    harmless = [defuse(cell) for cell in plain]
    if safe:
        return harmless
    log.formulas += sum(one is not other for one, other in zip(plain, harmless, strict=True))
    return plain
