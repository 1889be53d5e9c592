"""Compiler of the lexicon's section ``languages``: by which words a language is told, and what English calls it."""

from __future__ import annotations

from typing import Any

from conflict_events.build.grammar import load_toml
from conflict_events.lexicon.load import LEXICON
from conflict_events.text.fold import fold_phrase

__all__ = ["compile_section"]


def compile_section() -> dict[str, Any]:
    """Folded word -> the codes of the languages that it speaks for; code -> English name."""
    speaks: dict[str, tuple[str, ...]] = {}
    names: dict[str, str] = {}
    for code, entry in load_toml(LEXICON / "languages.toml").items():
        names[code] = entry["name"]
        for word in dict.fromkeys(part for written in entry["words"] for part in fold_phrase(written)):
            speaks[word] = (*speaks.get(word, ()), code)
    return {"words": speaks, "names": names}
