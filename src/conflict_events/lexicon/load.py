"""The door to the compiled lexicon: opened once a process, nothing parsed, nothing built.

``python -m conflict_events.build`` makes ``_built/lexicon.bin`` from the TOML files beside this module (a wheel is
built with it inside). In a source checkout a changed TOML file is noticed and the lexicon is compiled again.
"""

from __future__ import annotations

import hashlib
import marshal
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from conflict_events.model.errors import LexiconError

__all__ = ["BUILT", "LEXICON", "fingerprint", "section", "toml_files"]

LEXICON = Path(__file__).parent
BUILT = LEXICON.parent / "_built"
_CHECKOUT = LEXICON.parent.parent.parent / "pyproject.toml"


def toml_files() -> tuple[Path, ...]:
    """All lexicon files, sorted by path."""
    return tuple(sorted(LEXICON.rglob("*.toml")))


def fingerprint() -> str:
    """Hash over the names and bytes of all lexicon files, and of the code that compiles them and reads them.

    Compilers take bits and word classes from the readers, so a reader that changes makes the compiled form stale too.
    """
    digest = hashlib.blake2b(digest_size=16)
    code = (path for folder in ("build", "lexicon", "mentions") for path in (LEXICON.parent / folder).rglob("*.py"))
    for path in (*toml_files(), *sorted(code)):
        digest.update(path.relative_to(LEXICON.parent).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


@cache
def _all() -> Mapping[str, Any]:
    path = BUILT / "lexicon.bin"
    if path.exists():
        stored: dict[str, Any] = marshal.loads(path.read_bytes())  # noqa: S302 - our own package data, not input
        if not _CHECKOUT.exists() or stored["fingerprint"] == fingerprint():
            return stored
    if _CHECKOUT.exists():
        from conflict_events.build import build_lexicon

        return build_lexicon()
    raise LexiconError(
        "the compiled lexicon is missing",
        where=str(path),
        expected="a file made by python -m conflict_events.build",
        got=None,
    )


@cache
def section(name: str) -> Any:
    """One section of the lexicon: plain dicts, tuples, numbers and text, never changed by readers.

    Raises:
        LexiconError: if there is no such section, or no compiled lexicon.
    """
    try:
        return _all()[name]
    except KeyError:
        known = ", ".join(sorted(_all()))
        raise LexiconError("no such section", where="lexicon", expected=known, got=name) from None
