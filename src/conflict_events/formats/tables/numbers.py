"""Numbers as cells have them: with a point or a comma, and nothing that could be two numbers."""

from __future__ import annotations

import math

__all__ = ["degrees_of", "whole_of"]


def whole_of(text: str) -> int | None:
    """A whole number of 0 or more: ``2``, ``2.0``, ``2,0``, `` 2``; None for anything else.

    ``2,000`` is none: with a decimal comma it is 2, with one between thousands 2000.

    >>> whole_of("12"), whole_of("12.0"), whole_of("12,0"), whole_of("2,000"), whole_of("-1"), whole_of("٣")
    (12, 12, 12, None, None, None)
    """
    text = text.strip()
    digits, _, zeros = text.partition("," if "," in (text[-2:-1], text[-3:-2]) else ".")
    if digits.isascii() and digits.isdigit() and not zeros.strip("0") and len(digits) <= 15:
        return int(digits)
    return None


def degrees_of(text: str, limit: int) -> float | None:
    """Decimal degrees within the limit, with a point or a comma; None for anything else.

    >>> degrees_of("51.8450", 90), degrees_of("51,845", 90), degrees_of("91", 90), degrees_of("nan", 90)
    (51.845, 51.845, None, None)
    """
    if "_" in text or not text.isascii():
        return None
    if "," in text and "." not in text:
        text = text.replace(",", ".", 1)
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) and -limit <= value <= limit else None
