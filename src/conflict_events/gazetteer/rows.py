"""One place of the gazetteer, and the table of all places as fixed-width records in a memory-mapped file."""

from __future__ import annotations

import struct
import unicodedata
from enum import IntEnum

from attrs import field, frozen

__all__ = ["RECORD", "NameKind", "Row", "plain"]

RECORD = struct.Struct("<IiiIIIIHH")
"""geonameid, latitude and longitude in 1e-5 degrees, population, offsets of name, admin1 and admin2 in the string
pool, index of country and of feature."""

_LETTERS = str.maketrans(
    {
        "’": "'", "‘": "'", "ʼ": "'", "`": "'", "ʻ": "'", "ʿ": "", "ʾ": "", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D",
        "ð": "d", "Ð": "D", "ł": "l", "Ł": "L", "ħ": "h", "Ħ": "H", "ı": "i", "æ": "ae", "Æ": "Ae", "œ": "oe",
        "Œ": "Oe", "ß": "ss", "þ": "th", "Þ": "Th", "ə": "a", "Ə": "A", "ǝ": "a", "Ǝ": "A", "–": "-", "—": "-",
    }
)  # fmt: skip


def plain(name: str) -> str:
    """A name in plain ASCII, as ACLED writes names; letters without a Latin form are left out.

    >>> plain("Khān Yūnis"), plain("Şa‘dah"), plain("Chocó")
    ('Khan Yunis', "Sa'dah", 'Choco')
    """
    if name.isascii():
        return name
    return unicodedata.normalize("NFKD", name.translate(_LETTERS)).encode("ascii", "ignore").decode().strip()


class NameKind(IntEnum):
    """What a name is to its place, the surest first."""

    MAIN = 0
    """The name by which the gazetteer calls the place."""
    ALIAS = 1
    """Another name or spelling in use."""
    VARIANT = 2
    """A form made by rule: St. for Saint, a division's name without its "Province"."""
    FORMER = 3
    """A name of former times: Burma, Zaire."""
    ABBREVIATION = 4
    """Short form in capitals: UAE, DRC; ``us`` and ``car`` are words, so the reader looks at the case."""
    DEMONYM = 5
    """People and adjective, no name of the place: Iranian."""
    SPELLING = 6
    """Found by the looser key only."""


@frozen(slots=True)
class Row:
    """One place as the gazetteer knows it, under one of its names.

    ``row`` numbers it within its layer; layer 0 is the built-in index, higher layers are the user's own. Equal
    places from different look-ups are equal in (layer, row).
    """

    row: int
    layer: int
    geonameid: int | None
    name: str
    """As the source writes it, with diacritics."""
    latitude: float
    longitude: float
    feature: str
    """GeoNames class and code: P.PPLC, A.ADM1, A.PCLI, H.SEA, L.RGN ..."""
    country: str | None
    """ISO 3166-1 alpha-2, XK for Kosovo, None at sea."""
    admin1: str | None
    """Name of the first-level division as ACLED writes it."""
    admin2: str | None
    population: int
    kind: NameKind = field(eq=False)
    """What the name that was looked up is to this place."""

    @property
    def asciiname(self) -> str:
        """The name in plain ASCII."""
        return plain(self.name)

    @property
    def is_preferred_name(self) -> bool:
        """Whether the place was looked up by its main name."""
        return self.kind is NameKind.MAIN

    @property
    def is_country(self) -> bool:
        """Whether this is a whole country or territory."""
        return self.feature.startswith("A.PCL")
