"""Where something happened: a named place, its administrative chain, its point, and how exact that is."""

from __future__ import annotations

from attrs import Attribute, field, frozen

from conflict_events.model.check import Validator, a, a_or_none, number, refuse, whole, within
from conflict_events.model.country import Country, a_country, country_of
from conflict_events.model.errors import BadInputError
from conflict_events.model.region import Region
from conflict_events.model.subdivision import is_subdivision, subdivision_of

__all__ = ["Place", "place_of"]


def _degrees(limit: int) -> Validator:
    """The field holds decimal degrees within the limit, or None."""

    def check(instance: object, attribute: Attribute[float | None], value: object) -> None:
        if value is None:
            return
        if type(value) is not float or not -limit <= value <= limit:
            expected = f"a number, -{limit} to {limit}, or None"
            refuse(f"{attribute.name} out of range", instance, attribute, expected, value)

    return check


@frozen(slots=True)
class Place:
    """One place.

    Args:
        name: as ACLED would write it: plain ASCII, ``City - District`` in big cities, ``Coast of X``. For a
            country alone it is the country's name.
        country: the country as ACLED files it, None for the high seas or where it is not known.
        admin1, admin2, admin3: names of first to third order divisions, None where not known.
        subdivision: ISO 3166-2 code of the first-level division ("NG-BO"); found by its name where it is not given.
        latitude, longitude: decimal degrees, WGS 84; both or none.
        precision: ACLED geo precision: 1 the named town, 2 near it or a small area around it, 3 a larger region;
            None for a whole country, which ACLED does not code.
        ucdp_precision: UCDP where_prec 1 to 7.
        feature: GeoNames feature class and code, e.g. ``P.PPLC``, ``A.ADM1``, ``A.PCLI``, ``H.SEA``.
        geonameid: GeoNames id, None for places from elsewhere.

    A country may be given by name or code.

    Raises:
        BadInputError: coordinates out of range, or one without the other; a precision out of its scale.
        UnknownNameError: for a country that is none.

    Source: ACLED codebook, geo precision; UCDP GED codebook, where_prec; GeoNames feature codes.

    >>> Place("Haifa", country=Country.of("ISR"), latitude=32.8184, longitude=34.9885, precision=1).region.value
    'Middle East'
    >>> Place("Goma", country="DRC").country.alpha_3
    'COD'
    >>> Place("Maiduguri", country="Nigeria", admin1="Borno").subdivision
    'NG-BO'
    """

    name: str = field(validator=a(str))
    country: Country | None = field(default=None, converter=country_of, validator=a_country, kw_only=True)
    admin1: str | None = field(default=None, validator=a_or_none(str), kw_only=True)
    admin2: str | None = field(default=None, validator=a_or_none(str), kw_only=True)
    admin3: str | None = field(default=None, validator=a_or_none(str), kw_only=True)
    subdivision: str | None = field(default=None, validator=a_or_none(str), kw_only=True)
    latitude: float | None = field(default=None, converter=number, validator=_degrees(90), kw_only=True)
    longitude: float | None = field(default=None, converter=number, validator=_degrees(180), kw_only=True)
    precision: int | None = field(default=None, converter=whole, validator=within(1, 3), kw_only=True)
    ucdp_precision: int | None = field(default=None, converter=whole, validator=within(1, 7), kw_only=True)
    feature: str | None = field(default=None, validator=a_or_none(str), kw_only=True)
    geonameid: int | None = field(default=None, converter=whole, validator=within(0), kw_only=True)

    def __attrs_post_init__(self) -> None:
        if self.country is not None and self.admin1 is not None:
            known = subdivision_of(self.country.alpha_2, self.admin1)
            if self.subdivision is None:
                object.__setattr__(self, "subdivision", known)
            elif known not in (None, self.subdivision):
                where, got = "Place.subdivision", f"{self.subdivision} for {self.admin1}"
                raise BadInputError("another division", where=where, expected=f"{known}, or None", got=got)
        if self.subdivision is not None:
            self._check_subdivision(self.subdivision)
        if (self.latitude is None) != (self.longitude is None):
            raise BadInputError(
                "half a point",
                where="Place",
                expected="latitude and longitude, or neither",
                got=(self.latitude, self.longitude),
            )

    def _check_subdivision(self, code: str) -> None:
        """A code that ISO 3166-2 has, of the place's country."""
        country = self.country
        if not is_subdivision(code) or (country is not None and not code.startswith(f"{country.alpha_2}-")):
            of = "" if country is None else f" of {country.name}"
            raise BadInputError(
                "no such division", where="Place.subdivision", expected=f"a code of ISO 3166-2{of}, or None", got=code
            )

    @property
    def region(self) -> Region | None:
        """ACLED's region of the country."""
        return None if self.country is None else self.country.region

    @property
    def is_country(self) -> bool:
        """Whether the place is a whole country, which is no place of an event in ACLED."""
        return self.feature is not None and self.feature.startswith("A.PCL")


def place_of(value: Place | str | None) -> Place | None:
    """A place, also one of which no more than the name is known; what is none comes back as it is."""
    return Place(value) if isinstance(value, str) else value
