"""Compiler of the lexicon's section ``resolve``: the words that the last stage looks at."""

from __future__ import annotations

import tomllib
from typing import Any

from conflict_events.lexicon.load import LEXICON

__all__ = ["compile_section"]


def compile_section() -> dict[str, Any]:
    """Plain sets for ``events/words.py``."""
    with (LEXICON / "en" / "resolve.toml").open("rb") as stream:
        words = tomllib.load(stream)
    return {
        name: frozenset(words[name])
        for name in (
            "offices",
            "others",
            "participants",
            "plain_people",
            "pointers",
            "property",
            "telling",
            "ways",
            "within",
        )
    }
