"""Compiler of the lexicon's section ``cues``."""

from __future__ import annotations

from conflict_events.build.grammar import compile_cues as compile_section

__all__ = ["compile_section"]
