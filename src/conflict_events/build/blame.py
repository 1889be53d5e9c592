"""Compiler of the lexicon's section ``blame``: the words by which a side answers for an act."""

from __future__ import annotations

import tomllib
from typing import Any

from conflict_events.lexicon.load import LEXICON

__all__ = ["compile_section"]

SETS = ("acts", "be", "claiming", "deny", "denying", "nobody")
"""Names of the plain sets of words."""


def compile_section() -> dict[str, Any]:
    """Plain data for ``extraction/rules/responsibility.py``.

    Returns:
        ``by_word``: word -> the cues that it opens; ``SETS``: sets of words.
    """
    with (LEXICON / "en" / "blame.toml").open("rb") as stream:
        read = tomllib.load(stream)
    by_word: dict[str, tuple[dict[str, Any], ...]] = {}
    for entry in read["cue"]:
        cue = {
            "id": entry["id"],
            "side": entry["side"],
            "reach": entry["reach"],
            "turns": entry.get("turns", False),
            "claims": entry.get("claims", False),
            **{name: frozenset(entry.get(name, "").split()) for name in ("links", "before", "behind")},
        }
        for word in entry["words"].split():
            by_word[word] = (*by_word.get(word, ()), cue)
    return {"by_word": by_word, **{name: frozenset(read[name].split()) for name in SETS}}
