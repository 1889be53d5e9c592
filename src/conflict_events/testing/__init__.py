"""What tests need, ours and those of packages that add a format: strategies for the model, and invented files."""

from __future__ import annotations

import importlib
from typing import Any

__all__ = [
    "acled_file",
    "any_actor",
    "any_article",
    "any_basis",
    "any_casualty_report",
    "any_coded",
    "any_country",
    "any_event",
    "any_evidence",
    "any_mention",
    "any_place",
    "any_text",
    "any_when",
]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home = "acled_files" if name == "acled_file" else "strategies"  # strategies need hypothesis
    return getattr(importlib.import_module(f"{__name__}.{home}"), name)
