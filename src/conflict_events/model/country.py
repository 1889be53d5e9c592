"""Countries: exact codes, ACLED's names and regions. Names as the press writes them live in the lexicon."""

from __future__ import annotations

from functools import cache

from attrs import Attribute, field, frozen

from conflict_events.model.check import a, nearest, refuse
from conflict_events.model.country_table import ALSO, ROWS
from conflict_events.model.errors import UnknownNameError
from conflict_events.model.region import Region

__all__ = ["Country", "a_country", "countries", "country_of"]


@frozen(slots=True, cache_hash=True)
class Country:
    """One country or territory as ACLED files it.

    Kosovo, which ISO 3166 does not know, is ``XK``, ``XKX`` and numeric 0 (as ACLED writes it).

    >>> Country.of("Ivory Coast").alpha_3
    'CIV'
    >>> Country.of("XKX").numeric, Country.of("PS").name
    (0, 'Palestine')
    >>> Country.of("Burma").name, Country.of("DR Congo").name
    ('Myanmar', 'Democratic Republic of Congo')
    """

    name: str = field(validator=a(str))
    """ACLED's name: plain ASCII, e.g. ``Democratic Republic of Congo``."""
    alpha_2: str = field(validator=a(str))
    """ISO 3166-1 alpha-2."""
    alpha_3: str = field(validator=a(str))
    """ISO 3166-1 alpha-3."""
    numeric: int = field(validator=a(int))
    """ISO 3166-1 numeric, without leading zeros; 0 is Kosovo."""
    region: Region = field(validator=a(Region))
    """ACLED's region."""
    prefix: str = field(validator=a(str))
    """Letters with which ACLED's event ids of this country start; never read a country from it."""

    @classmethod
    def of(cls, key: str | int) -> Country:
        """The country with this alpha-2, alpha-3 or numeric code, or this name in any case.

        Names are ACLED's, ISO's, and some that ISO does not know (Burma, DR Congo, Kosovo); what else the press
        writes is read by ``find_places``.

        Raises:
            UnknownNameError: if there is none.
        """
        known = type(key) is not bool and isinstance(key, (str, int))
        found = _by_key().get(key.strip().casefold() if isinstance(key, str) else key) if known else None
        if found is None:
            raise _unknown(key, "Country.of")
        return found


def _unknown(key: object, where: str) -> UnknownNameError:
    """The error for a name or code of no country, with the names that come nearest."""
    names = [country.name for country in countries()]
    near = nearest(key, [*names, *ALSO]) if isinstance(key, str) else []
    expected = f"a name or an ISO 3166-1 code{' such as ' if near else ''}{' or '.join(map(repr, near))}"
    return UnknownNameError("no such country", where=where, expected=expected, got=key)


@cache
def countries() -> tuple[Country, ...]:
    """All countries and territories, sorted by name."""
    return tuple(Country(name, a2, a3, number, Region(region), prefix) for name, a2, a3, number, region, prefix in ROWS)


@cache
def _by_key() -> dict[str | int, Country]:
    keys: dict[str | int, Country] = {}
    by_code = {country.alpha_3: country for country in countries()}
    for name, code in ALSO.items():
        keys[name] = by_code[code]
    for country in countries():
        for key in (country.name, country.alpha_2, country.alpha_3):
            keys[key.casefold()] = country
        keys[country.numeric] = country
    return keys


def country_of(value: Country | str | int | None) -> Country | None:
    """The country that a name or a code means; what means none comes back as it is."""
    if value is None or type(value) is Country or isinstance(value, bool) or not isinstance(value, (str, int)):
        return value  # type: ignore[return-value]
    try:
        return Country.of(value)
    except UnknownNameError:
        return value  # type: ignore[return-value]


def a_country(instance: object, attribute: Attribute[Country | None], value: object) -> None:
    """The validator of a field that holds a country or None.

    Raises:
        UnknownNameError: for a name or code that means none; it tells the nearest.
        BadInputError: for anything else.
    """
    if value is None or type(value) is Country:
        return
    if isinstance(value, (str, int)) and not isinstance(value, bool):
        raise _unknown(value, f"{type(instance).__name__}.{attribute.name}")
    refuse(f"{attribute.name} is a Country", instance, attribute, "a Country, its name or its code, or None", value)
