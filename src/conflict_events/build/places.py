"""Compiler of the lexicon's section ``places``: one number a word, a bit for each cue it belongs to, and phrases."""

from __future__ import annotations

import tomllib
from typing import Any

from conflict_events.mentions.places.cue import Cue
from conflict_events.text.fold import fold, fold_phrase
from conflict_events.text.phrases import phrase_table

__all__ = ["compile_section"]


def _marks(cues: list[dict[str, Any]], lists: tuple[tuple[str, Cue], ...]) -> dict[str, int]:
    """Folded word -> bits of all cues it belongs to."""
    marks: dict[str, int] = {}
    for words, bit in (*((cue["words"], Cue[cue["id"].upper()]) for cue in cues), *lists):
        for word in words.split():
            folded = fold(word)
            marks[folded] = marks.get(folded, 0) | int(bit)
    return marks


def _shorts(table: dict[str, dict[str, str]]) -> list[tuple[str, tuple[str, str, bool, bool]]]:
    """Short form -> (key of the gazetteer, country, whether it stands alone, whether it is written in capitals)."""
    rows = []
    for country, forms in table.items():
        for style, line in forms.items():
            for form in line.split(", "):
                short, _, name = form.partition("=")
                payload = (
                    " ".join(fold_phrase(name)),
                    country,
                    style == "dotted",
                    short.isupper() and "." not in short,
                )
                rows.append((short, payload))
    return rows


def compile_section() -> dict[str, Any]:
    """Plain data for ``mentions/places``.

    Returns:
        ``marks``: folded word -> cue bits; ``not_places``: phrase table; ``shorts``: phrase table of
            short forms; ``means``: key -> key.
    """
    from conflict_events.lexicon.load import LEXICON

    def words(path: str, key: str) -> str:
        return str(tomllib.loads((LEXICON / path).read_text(encoding="utf-8"))[key])

    read = tomllib.loads((LEXICON / "en" / "places.toml").read_text(encoding="utf-8"))
    lists = (
        (words("people/given_names.toml", "names"), Cue.GIVEN),
        (words("people/surnames.toml", "names"), Cue.SURNAME),
        (words("en/common_names.toml", "words"), Cue.COMMON),
    )
    return {
        "marks": _marks(read["cue"], lists),
        "not_places": phrase_table([(phrase, None) for phrase in read["phrases"]["not_places"]]),
        "means": read["means"],
        "shorts": phrase_table(_shorts(read["short"])),
    }
