"""Compiler of the lexicon's section ``blame``: the words by which an act is laid at a side's door."""

from __future__ import annotations

import tomllib
from typing import Any

from conflict_events.lexicon.load import LEXICON

__all__ = ["compile_section"]


def compile_section() -> dict[str, Any]:
    """Plain sets for ``frames/blame.py``."""
    with (LEXICON / "en" / "blame.toml").open("rb") as stream:
        words = tomllib.load(stream)
    sets = {name: frozenset(text.split()) for name, text in words.items() if isinstance(text, str)}
    opening = ("accuse", "responsible", "pointing", "doing", "work")
    return {**sets, "any": frozenset().union(*(sets[name] for name in opening))}
