"""Compiler of the lexicon's section ``triggers``."""

from __future__ import annotations

from typing import Any

__all__ = ["compile_section"]


def compile_section() -> dict[str, Any]:
    """Plain data for ``mentions/triggers.py``."""
    return {}
