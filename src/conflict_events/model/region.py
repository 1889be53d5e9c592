"""Where in the world, by ACLED's 17 regions."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

__all__ = ["Region"]


class Region(StrEnum):
    """ACLED's regions, each with its API code.

    >>> Region("Middle East").code
    11
    """

    code: int

    def __new__(cls, value: str, *facts: Any) -> Region:
        """Hang the API code on each member."""
        member = str.__new__(cls, value)
        member._value_ = value
        (member.code,) = facts
        return member

    WESTERN_AFRICA = "Western Africa", 1
    MIDDLE_AFRICA = "Middle Africa", 2
    EASTERN_AFRICA = "Eastern Africa", 3
    SOUTHERN_AFRICA = "Southern Africa", 4
    NORTHERN_AFRICA = "Northern Africa", 5
    SOUTH_ASIA = "South Asia", 7
    SOUTHEAST_ASIA = "Southeast Asia", 9
    MIDDLE_EAST = "Middle East", 11
    EUROPE = "Europe", 12
    CAUCASUS_AND_CENTRAL_ASIA = "Caucasus and Central Asia", 13
    CENTRAL_AMERICA = "Central America", 14
    SOUTH_AMERICA = "South America", 15
    CARIBBEAN = "Caribbean", 16
    EAST_ASIA = "East Asia", 17
    NORTH_AMERICA = "North America", 18
    OCEANIA = "Oceania", 19
    ANTARCTICA = "Antarctica", 20
