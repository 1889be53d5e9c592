"""Compiler of the lexicon's section ``fairness``: rings of words that may stand for one another."""

from __future__ import annotations

import tomllib
from typing import Any

from conflict_events.lexicon.load import LEXICON
from conflict_events.model.errors import LexiconError

__all__ = ["compile_section"]


def compile_section() -> dict[str, Any]:
    """``rings``: name -> words; ``voice``: (active, passive) sentences.

    Raises:
        LexiconError: if names and adjectives of nations do not pair up, or a ring has fewer than two words.
    """
    with (LEXICON / "en" / "fairness.toml").open("rb") as stream:
        entries = tomllib.load(stream)
    rings: dict[str, tuple[str, ...]] = {name: tuple(words) for name, words in entries["rings"].items()}
    for name, words in rings.items():
        if len(words) < 2:
            raise LexiconError("a ring is too short", where=f"en/fairness.toml:{name}", expected="2 words", got=words)
    if len(rings["nation"]) != len(rings["nation_adjective"]):
        raise LexiconError(
            "nations do not pair up", where="en/fairness.toml:nation", expected=len(rings["nation"]).__str__(),
            got=len(rings["nation_adjective"]),
        )  # fmt: skip
    return {"rings": rings, "voice": tuple((pair["active"], pair["passive"]) for pair in entries["voice"])}
