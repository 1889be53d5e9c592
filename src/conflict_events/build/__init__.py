"""From lexicon sources to package data: run at package build, or ``python -m conflict_events.build``.

Each section of the lexicon has its compiler, a function ``() -> plain data``, in a module of its own here.
Nothing of this package is imported when articles are read.
"""

from __future__ import annotations

import importlib
import marshal
from pathlib import Path
from typing import Any

from conflict_events.whole import whole

__all__ = ["SECTIONS", "build_lexicon", "write_atomically"]

SECTIONS: dict[str, str] = {
    "grammar": "conflict_events.build.grammar",
    "cues": "conflict_events.build.cues",
    "triggers": "conflict_events.build.triggers",
    "actors": "conflict_events.build.actors",
    "casualties": "conflict_events.build.casualties",
    "numbers": "conflict_events.build.numbers",
    "attribution": "conflict_events.build.attribution",
    "blame": "conflict_events.build.blame",
    "dates": "conflict_events.build.dates",
    "places": "conflict_events.build.places",
    "fairness": "conflict_events.build.fairness",
    "notes": "conflict_events.build.notes",
    "pronouns": "conflict_events.build.pronouns",
    "page": "conflict_events.build.page",
    "coder_notes": "conflict_events.build.coder_notes",
    "resolve": "conflict_events.build.resolve",
    "discourse": "conflict_events.build.discourse",
    "languages": "conflict_events.build.languages",
    "outlets": "conflict_events.build.outlets",
}
"""Section name -> module with ``compile_section() -> plain data``."""


def write_atomically(path: Path, data: bytes) -> None:
    """Write a whole file or none of it; readers and other writers never see a part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with whole(path) as stream:
        stream.write(data)


def build_lexicon() -> dict[str, Any]:
    """Compile every section, write ``_built/lexicon.bin``, and return what was written."""
    from conflict_events.lexicon.load import BUILT, fingerprint

    compiled: dict[str, Any] = {"fingerprint": fingerprint()}
    for name, module in SECTIONS.items():
        compiled[name] = importlib.import_module(module).compile_section()
    write_atomically(BUILT / "lexicon.bin", marshal.dumps(compiled, 4))
    return compiled
