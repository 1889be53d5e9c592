"""Compilers of the lexicon's sections ``grammar`` and ``cues``: closed classes of words, and words that colour an act."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from conflict_events.build.inflect import noun_forms
from conflict_events.lexicon.load import LEXICON
from conflict_events.text.phrases import phrase_table

__all__ = ["compile_cues", "compile_section", "load_toml"]


def load_toml(path: Path) -> dict[str, Any]:
    """One TOML file as plain data."""
    with path.open("rb") as stream:
        return tomllib.load(stream)


def compile_section() -> dict[str, frozenset[str]]:
    """Sets of folded words, and the sets that end a clause, an object or a noun group."""
    sets = {
        name: frozenset(words.split("|") if name == "never" else words.split())
        for name, words in load_toml(LEXICON / "en" / "grammar.toml").items()
    }
    unions = {
        "edges": ("subordinators", "relatives", "marks", "be", "modals", "coordinators"),
        "auxiliaries": ("be", "have", "adverbs", "modals"),
        "object_edges": ("stops", "subordinators", "relatives"),
        "group_edges": ("prepositions", "marks", "be", "coordinators", "undergo"),
    }
    for name, parts in unions.items():
        sets[name] = frozenset().union(*(sets[part] for part in parts))
    sets["auxiliaries"] |= {"to"}
    sets["clause_edges"] = (sets["stops"] | sets["subordinators"]) - {"that"}
    sets["no_object"] = (sets["prepositions"] - {"at"}) | sets["marks"] | sets["ends"]
    return sets


def compile_cues() -> dict[str, Any]:
    """Phrase table with a bit mask a phrase, and the bit of each class."""
    classes = load_toml(LEXICON / "en" / "cues.toml")
    bits = {name: 1 << index for index, name in enumerate(classes)}
    masks: dict[str, int] = {}
    for name, entry in classes.items():
        forms = {form for noun in entry.get("nouns", ()) for tagged in noun_forms(noun).values() for form in tagged}
        for phrase in (*forms, *entry.get("words", ())):
            masks[phrase] = masks.get(phrase, 0) | bits[name]
    marked = {
        mark: sum(bits[name] for name, entry in classes.items() if entry.get(mark)) for mark in ("side", "weapon")
    }
    why = tuple((bits[name], entry["why"]) for name, entry in classes.items() if "why" in entry)
    return {"table": phrase_table(sorted(masks.items())), "bits": bits, "sides": marked["side"], **marked, "why": why}
