"""Countries: exact codes, names of all kinds, ACLED's regions. Which country a text means is read by ``find_places``."""

from __future__ import annotations

from functools import cache

from attrs import Attribute, field, frozen

from conflict_events.model.check import a, nearest, refuse
from conflict_events.model.country_table import ALSO, ROWS
from conflict_events.model.errors import UnknownNameError
from conflict_events.model.region import Region

__all__ = ["Country", "a_country", "countries", "country_named", "country_of"]


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
        """The country with this code, number or name, in any case.

        Codes are those of ISO 3166-1 and the withdrawn ones of ISO 3166-3 that one country took over. Names are ACLED's,
        ISO's, those of the press, former ones, and names in other languages, by pycountry's translations. Nothing is
        matched by likeness: a name that is none, or means two countries, is an error that tells the nearest.

        Raises:
            UnknownNameError: if there is none.

        >>> Country.of(288).name, Country.of("024").name, Country.of("ZAR").alpha_3, Country.of("Allemagne").alpha_3
        ('Ghana', 'Angola', 'COD', 'DEU')
        >>> Country.of("Nigeri")
        Traceback (most recent call last):
        ...
        conflict_events.model.errors.UnknownNameError: no such country: in Country.of, expected a name or an ISO 3166-1 code such as 'Nigeria' or 'Niger' or 'Liberia', got 'Nigeri'
        """
        found = country_named(key)
        if found is None and isinstance(key, str):
            from conflict_events.written.countries import translated

            code = translated(key.strip())
            found = None if code is None else _by_key()[code.casefold()]
        if found is None:
            raise _unknown(key, "Country.of")
        return found


def country_named(key: object) -> Country | None:
    """The country of a code, a number or an English name, None for any other; nothing is loaded to look it up.

    >>> country_named("Zaire").alpha_3, country_named("Alemania")
    ('COD', None)
    """
    if isinstance(key, str):
        text = " ".join(key.split()).casefold()
        return _by_key().get(int(text) if text.isdecimal() and len(text) <= len("999") else text)
    return _by_key().get(key) if isinstance(key, int) and not isinstance(key, bool) else None


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
