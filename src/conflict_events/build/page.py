"""Compiler of the lexicon's section ``page``: what stands beside an article on its page."""

from __future__ import annotations

import tomllib
from typing import Any

from conflict_events.lexicon.load import LEXICON
from conflict_events.model.errors import LexiconError
from conflict_events.text.fold import fold_phrase
from conflict_events.text.page import Kind
from conflict_events.text.phrases import phrase_table

__all__ = ["compile_section"]

_FORMS = ("whole", "label", "start")
_FILE = "en/page.toml"


def compile_section() -> dict[str, Any]:
    """The table of lines by their first words, the table of credits, and sets of words for stamps and by-lines.

    Raises:
        LexiconError: for an unknown kind or key, or words that stand in two entries.
    """
    with (LEXICON / _FILE).open("rb") as stream:
        source = tomllib.load(stream)
    seen: dict[tuple[str, tuple[str, ...]], str] = {}
    rows: list[tuple[str, Any]] = []
    for entry in source["line"]:
        _check(entry)
    for form in _FORMS:  # of one phrase, that for whole lines is asked first
        for entry in source["line"]:
            for phrase in entry.get(form, ()):
                twin = seen.setdefault((form, fold_phrase(phrase)), entry["id"])
                if twin != entry["id"]:
                    raise LexiconError("words stand in two entries", where=_FILE, expected=twin, got=phrase)
                rows.append((phrase, (form, Kind(entry["kind"]).value, f"page.{entry['id']}", entry["what"])))
    credit = source["credit"]
    credits_ = [(phrase, False) for phrase in credit["phrases"]] + [(phrase, True) for phrase in credit["labels"]]
    sets = {name: frozenset(fold_phrase(word)[0] for word in words) for name, words in source["words"].items()}
    return {"table": phrase_table(rows), "credits": phrase_table(credits_), **sets}


def _check(entry: dict[str, Any]) -> None:
    known = {"id", "kind", "what", "example", "counterexample", *_FORMS}
    if not entry.keys() <= known or entry.get("kind") not in set(Kind) or not entry.get("example"):
        raise LexiconError("no entry", where=_FILE, expected=", ".join(sorted(known)), got=str(entry)[:80])
