"""How near a source is to what it reports, by ACLED's source scale."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["SourceScale"]


class SourceScale(StrEnum):
    """ACLED's source scales, in the order in which two of them are joined by a hyphen.

    >>> SourceScale.combine([SourceScale.NATIONAL, SourceScale.OTHER])
    'Other-National'
    """

    LOCAL_PARTNER = "Local partner"
    OTHER = "Other"
    NEW_MEDIA = "New media"
    SUBNATIONAL = "Subnational"
    NATIONAL = "National"
    REGIONAL = "Regional"
    INTERNATIONAL = "International"

    @classmethod
    def combine(cls, scales: list[SourceScale]) -> str:
        """One or two scales as the source_scale column writes them; of more, the first two by rank."""
        rank = list(cls)
        return "-".join(sorted(set(scales), key=rank.index)[:2])
