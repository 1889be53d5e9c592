"""Compiler of the lexicon's section ``pronouns``."""

from __future__ import annotations

from conflict_events.build.grammar import load_toml
from conflict_events.lexicon.load import LEXICON

__all__ = ["compile_section"]


def compile_section() -> dict[str, frozenset[str] | dict[str, str]]:
    """Sets of folded words; ``number`` says of each word that stands for a side: several, one, one woman, or a body."""
    entries = load_toml(LEXICON / "en" / "pronouns.toml")
    sets: dict[str, frozenset[str] | dict[str, str]] = {
        name: frozenset(words.split()) for name, words in entries.items() if isinstance(words, str)
    }
    numbers = (("several", "several"), ("one", "one"), ("women", "woman"), ("body", "body"))
    number = {word: meant for name, meant in numbers for word in sets.pop(name)}
    return {**sets, "number": number}
