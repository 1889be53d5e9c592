"""Where something happened: a named place, its administrative chain, its point, and how exact that is."""

from __future__ import annotations

from attrs import field, frozen

from conflict_events.model.country import Country
from conflict_events.model.errors import BadInputError
from conflict_events.model.region import Region

__all__ = ["Place"]


def _in_range(limit: int, name: str, value: float | None) -> None:
    if value is not None and not -limit <= value <= limit:
        raise BadInputError(f"{name} out of range", where=f"Place.{name}", expected=f"-{limit} to {limit}", got=value)


@frozen(slots=True)
class Place:
    """One place.

    Args:
        name: as ACLED would write it: plain ASCII, ``City - District`` in big cities, ``Coast of X``. For a
            country alone it is the country's name.
        country: the country as ACLED files it, None for the high seas or where it is not known.
        admin1, admin2, admin3: names of first to third order divisions, None where not known.
        latitude, longitude: decimal degrees, WGS 84; both or none.
        precision: ACLED geo precision: 1 the named town, 2 near it or a small area around it, 3 a larger region;
            None for a whole country, which ACLED does not code.
        ucdp_precision: UCDP where_prec 1 to 7.
        feature: GeoNames feature class and code, e.g. ``P.PPLC``, ``A.ADM1``, ``A.PCLI``, ``H.SEA``.
        geonameid: GeoNames id, None for places from elsewhere.

    Raises:
        BadInputError: coordinates out of range, or one without the other; a precision out of its scale.

    Source: ACLED codebook, geo precision; UCDP GED codebook, where_prec; GeoNames feature codes.

    >>> Place("Haifa", country=Country.of("ISR"), latitude=32.8184, longitude=34.9885, precision=1).region.value
    'Middle East'
    """

    name: str
    country: Country | None = field(default=None, kw_only=True)
    admin1: str | None = field(default=None, kw_only=True)
    admin2: str | None = field(default=None, kw_only=True)
    admin3: str | None = field(default=None, kw_only=True)
    latitude: float | None = field(default=None, kw_only=True)
    longitude: float | None = field(default=None, kw_only=True)
    precision: int | None = field(default=None, kw_only=True)
    ucdp_precision: int | None = field(default=None, kw_only=True)
    feature: str | None = field(default=None, kw_only=True)
    geonameid: int | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        _in_range(90, "latitude", self.latitude)
        _in_range(180, "longitude", self.longitude)
        if (self.latitude is None) != (self.longitude is None):
            raise BadInputError(
                "half a point",
                where="Place",
                expected="latitude and longitude, or neither",
                got=(self.latitude, self.longitude),
            )
        for name, value, top in (("precision", self.precision, 3), ("ucdp_precision", self.ucdp_precision, 7)):
            if value is not None and not 1 <= value <= top:
                raise BadInputError("precision out of scale", where=f"Place.{name}", expected=f"1 to {top}", got=value)

    @property
    def region(self) -> Region | None:
        """ACLED's region of the country."""
        return None if self.country is None else self.country.region

    @property
    def is_country(self) -> bool:
        """Whether the place is a whole country, which is no place of an event in ACLED."""
        return self.feature is not None and self.feature.startswith("A.PCL")
