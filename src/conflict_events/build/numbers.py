"""Compiler of the lexicon's section ``numbers``."""

from __future__ import annotations

import tomllib
from typing import Any

from conflict_events.lexicon.load import LEXICON
from conflict_events.text.phrases import phrase_table

__all__ = ["compile_section"]


def compile_section() -> dict[str, Any]:
    """Plain data for ``text/numbers.py``."""
    source = tomllib.loads((LEXICON / "en" / "numbers.toml").read_text("utf-8"))
    vague = phrase_table((p, (e.get("low"), e.get("high"))) for e in source["vague"] for p in e["phrases"])
    bounds = phrase_table((p, e["bound"]) for e in source["bound"] for p in e["phrases"])
    words = (*source["cardinals"], *source["scales"], *vague, *bounds, *"a an half between from".split())
    return {
        "starts": dict.fromkeys(words, True),
        "cardinals": source["cardinals"],
        "scales": source["scales"],
        "vague": vague,
        "bounds": bounds,
        "bounds_after": phrase_table((p, e["bound"]) for e in source["bound_after"] for p in e["phrases"]),
        "ages": dict.fromkeys(source["not_people"]["ages"].split(), True),
        "behind": dict.fromkeys(source["not_people"]["behind"].split(), True),
        "before": dict.fromkeys(source["not_people"]["before"].split(), True),
    }
