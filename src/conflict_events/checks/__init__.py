"""Checks of event data: ``lint`` against the codebook, ``diff`` between two downloads."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from conflict_events.checks.compare import Comparison, diff
    from conflict_events.checks.findings import Finding, Report
    from conflict_events.checks.linter import fix_file, lint
    from conflict_events.checks.rules import RULES, Rule

__all__ = ["RULES", "Comparison", "Finding", "Report", "Rule", "diff", "fix_file", "lint"]

_HOMES = {
    "Comparison": "compare",
    "Finding": "findings",
    "RULES": "rules",
    "Report": "findings",
    "Rule": "rules",
    "diff": "compare",
    "fix_file": "linter",
    "lint": "linter",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
