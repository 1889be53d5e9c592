"""Compiler of the lexicon's section ``fairness``: words that may stand for one another, and sentences to try them on."""

from __future__ import annotations

import tomllib
from typing import Any

from conflict_events.lexicon.load import LEXICON
from conflict_events.model.errors import LexiconError
from conflict_events.model.taxonomy import SubEventType

__all__ = ["compile_section"]

FILE = "en/fairness.toml"


def compile_section() -> dict[str, Any]:
    """``swaps``: name -> rings that turn together; ``bases``: (kind, text with slots); ``voice``: (active, passive).

    Raises:
        LexiconError: if rings that turn together differ in length, or a ring has fewer than two words.
    """
    with (LEXICON / "en" / "fairness.toml").open("rb") as stream:
        entries = tomllib.load(stream)
    rings: dict[str, tuple[str, ...]] = {name: tuple(words) for name, words in entries["rings"].items()}
    together: dict[str, list[str]] = entries["together"]
    joined = {name for names in together.values() for name in names}
    swaps = {
        "home": tuple(zip(*entries["home"], strict=True)),
        "gender": tuple(tuple(pair) for pair in entries["gender"]["pairs"]),
        **{name: tuple(rings[one] for one in names) for name, names in together.items()},
        **{name: (words,) for name, words in rings.items() if name not in joined},
    }
    for name, group in swaps.items():
        sizes = sorted({len(ring) for ring in group})
        if len(sizes) > 1 or sizes[0] < 2:
            raise LexiconError("rings do not pair up", where=f"{FILE}:{name}", expected="2 words or more, all alike", got=sizes)  # fmt: skip
    slots = {"nation": "home", "adjective": "home", "town": "home", **dict.fromkeys(rings, "")}
    slots |= {one: name for name, names in together.items() for one in names}
    return {
        "swaps": swaps,
        "slots": {slot: (name or slot, _ring_of(slot, name, together)) for slot, name in slots.items()},
        "bases": tuple((SubEventType(base["kind"]).value, text) for base in entries["base"] for text in base["texts"]),
        "voice": tuple((pair["active"], pair["passive"]) for pair in entries["voice"]),
    }


def _ring_of(slot: str, name: str, together: dict[str, list[str]]) -> int:
    """Which of the rings that turn together fills a slot."""
    if name == "home":
        return ("nation", "adjective", "town").index(slot)
    return together[name].index(slot) if name else 0
