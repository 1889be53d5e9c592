"""Compiler of the lexicon's section ``notes``: one pair of sentences for each sub-event type, none missing."""

from __future__ import annotations

import tomllib
from typing import Any

from conflict_events.lexicon.load import LEXICON
from conflict_events.model.errors import LexiconError
from conflict_events.model.taxonomy import SubEventType

__all__ = ["compile_section"]


def compile_section() -> dict[str, Any]:
    """Sub-event type -> (label or "", sentence for two sides, sentence for one).

    Raises:
        LexiconError: if a type is missing or an entry is none.
    """
    with (LEXICON / "en" / "notes.toml").open("rb") as stream:
        entries = tomllib.load(stream)
    known = {kind.value for kind in SubEventType}
    if entries.keys() != known:
        raise LexiconError(
            "notes do not cover the sub-event types", where="en/notes.toml", expected=sorted(known).__repr__(),
            got=sorted(known ^ entries.keys()),
        )  # fmt: skip
    return {name: (entry.get("label", ""), entry["pair"], entry["alone"]) for name, entry in entries.items()}
