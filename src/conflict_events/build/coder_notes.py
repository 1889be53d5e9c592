"""Compiler of the lexicon's section ``coder_notes``: what the notes of event coders look like."""

from __future__ import annotations

from typing import Any

from conflict_events.build.grammar import load_toml
from conflict_events.lexicon.load import LEXICON
from conflict_events.model.errors import LexiconError
from conflict_events.model.taxonomy import SubEventType
from conflict_events.text.fold import fold_phrase

__all__ = ["compile_section"]


_CAPITAL = frozenset({"lga", "oblast", "raion", "governorate", "region", "district", "province"})
"""Of the kinds of place, those that are written with a capital too and are no part of the name."""


def compile_section() -> dict[str, Any]:
    """Openers, marks and labels as folded words.

    Raises:
        LexiconError: a label with an unknown sub-event type.
    """
    data = load_toml(LEXICON / "en" / "coder_notes.toml")
    known = {kind.value for kind in SubEventType} | {""}
    wrong = sorted(set(data["label"].values()) - known)
    if wrong:
        raise LexiconError("no such type", where="en/coder_notes.toml", expected=sorted(known).__repr__(), got=wrong)
    return {
        "openers": frozenset(data["openers"].split()),
        "laid": frozenset(data["laid"].split()),
        "affiliated": frozenset(data["affiliated"].split()),
        "alone": frozenset(data["alone"].split()),
        "decreeing": frozenset(data["decreeing"].split()),
        "off_duty": frozenset(data["off_duty"].split()),
        "kinds": frozenset(data["kinds"].split()),
        "Kinds": frozenset(
            form for kind in data["kinds"].split() if kind in _CAPITAL for form in (kind.capitalize(), kind.upper())
        ),
        "against": frozenset(data["against"].split()),
        "marks": frozenset(fold_phrase(mark) for mark in data["marks"]),
        "label": {fold_phrase(label): kind for label, kind in data["label"].items()},
    }
