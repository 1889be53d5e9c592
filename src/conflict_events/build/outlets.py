"""Compiler of the lexicon's section ``outlets``: names and sites of the press, each with its country."""

from __future__ import annotations

import tomllib
from typing import Any

from conflict_events.text.fold import fold_phrase

__all__ = ["compile_section"]


def compile_section() -> dict[str, Any]:
    """Plain data for ``mentions/places/told.py``.

    Returns:
        ``names``: folded name -> alpha-2 code; ``sites``: host -> alpha-2 code; ``open``: endings of hosts that tell
            no country.

    Raises:
        ValueError: for a name or a site that stands in two countries.
    """
    from conflict_events.lexicon.load import LEXICON

    read = tomllib.loads((LEXICON / "outlets" / "countries.toml").read_text(encoding="utf-8"))
    tables: dict[str, dict[str, str]] = {"names": {}, "sites": {}}
    for code, press in read.items():
        if len(code) != 2:
            continue
        for kind, table in tables.items():
            for written in press[kind]:
                key = " ".join(fold_phrase(written)) if kind == "names" else written
                if table.setdefault(key, code) != code:
                    raise ValueError(f"outlets/countries.toml: {written!r} stands in {table[key]} and {code}")
    return {**tables, "open": frozenset(read["open"]["endings"])}
