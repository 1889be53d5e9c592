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
    return {
        "starts": _starts(source, vague, bounds),
        "cardinals": source["cardinals"],
        "scales": source["scales"],
        "vague": vague,
        "bounds": bounds,
        "bounds_after": phrase_table((p, e["bound"]) for e in source["bound_after"] for p in e["phrases"]),
        "ages": dict.fromkeys(source["not_people"]["ages"].split(), True),
        "behind": dict.fromkeys(source["not_people"]["behind"].split(), True),
        "before": dict.fromkeys(source["not_people"]["before"].split(), True),
    }


def _starts(source: dict[str, Any], vague: dict[str, Any], bounds: dict[str, Any]) -> dict[str, Any]:
    """Word -> True where it is a count by itself, else the words of which one must follow ("" is: a figure)."""
    starts: dict[str, Any] = {}
    for table, figure in ((vague, False), (bounds, True)):
        for first, rows in table.items():
            for words, _ in rows:
                follows = words[1] if len(words) > 1 else "" if figure else None
                starts.setdefault(first, {})[follows] = True
    for article in ("a", "an", "half"):
        starts.setdefault(article, {}).update(dict.fromkeys((*source["scales"], "a", "an"), True))
    for word in ("between", "from"):
        starts.setdefault(word, {})[""] = True
    whole = {word: True for word, follows in starts.items() if None in follows}
    return {**starts, **whole, **dict.fromkeys((*source["cardinals"], *source["scales"]), True)}
