"""Compiler of the lexicon's section ``attribution``."""

from __future__ import annotations

import tomllib
from typing import Any

from conflict_events.build.inflect import verb_forms
from conflict_events.lexicon.load import LEXICON
from conflict_events.text.phrases import phrase_table

__all__ = ["compile_section"]

_FINITE = ("VBZ", "VBD")


def compile_section() -> dict[str, Any]:
    """Plain data for ``text/attribution.py``."""
    source = tomllib.loads((LEXICON / "en" / "attribution.toml").read_text("utf-8"))
    verbs = {
        form: bool(e.get("clause"))
        for e in source["verb"]
        for lemma in e["lemmas"]
        for tag in _FINITE
        for form in verb_forms(lemma)[tag]
    }
    verbs["say"] = False
    verbs |= dict.fromkeys(source["nouns_too"]["words"].split(), True)
    phrases = phrase_table((p, e["id"]) for e in source["phrase"] for p in e["phrases"])
    return {
        "verbs": verbs,  # form -> whether it speaks only with a clause behind it
        "phrases": phrases,
        "heads": dict.fromkeys([*verbs, *phrases, *source["participle"]["words"].split()], True),
        "participles": dict.fromkeys(source["participle"]["words"].split(), True),
        "doing": dict.fromkeys(source["doing"]["words"].split(), True),
        "between": dict.fromkeys(source["between"]["words"].split(), True),
        "nouns_too": dict.fromkeys(source["nouns_too"]["words"].split(), True),
        "noun_before": dict.fromkeys(source["noun_before"]["words"].split(), True),
        "prepositions": dict.fromkeys(source["prepositions"]["words"].split(), True),
        "tell": dict.fromkeys(source["tell"]["words"].split(), True),
        "no_source": dict.fromkeys(source["no_source"]["words"].split(), True),
        "not_verbs": dict.fromkeys(source["not_verbs"]["phrases"], True),
        "clause": dict.fromkeys(source["clause"]["words"].split(), True),
        "passive": dict.fromkeys(source["passive"]["words"].split(), True),
        "pronouns": dict.fromkeys(source["pronouns"]["words"].split(), True),
    }
