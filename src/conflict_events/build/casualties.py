"""Compiler of the lexicon's section ``casualties``."""

from __future__ import annotations

from typing import Any

__all__ = ["compile_section"]


def compile_section() -> dict[str, Any]:
    """Plain data for ``mentions/casualties.py``."""
    return {}
