"""First-level divisions by ISO 3166-2 code; the names are those of ISO, of the gazetteer and of ACLED."""

from __future__ import annotations

from functools import lru_cache

__all__ = ["division_key", "is_subdivision", "subdivision_of"]


def division_key(name: str) -> str:
    """A division's name as the table holds it: small ASCII letters and digits, nothing between them.

    >>> division_key("Al Anbār"), division_key("N'Djamena")
    ('alanbar', 'ndjamena')
    """
    if not name.isascii():
        from anyascii import anyascii

        name = anyascii(name)
    return "".join([c for c in name.casefold() if c.isalnum()])


@lru_cache(maxsize=512)
def _of_country(alpha_2: str) -> dict[str, str]:
    from conflict_events.model.subdivision_table import NAMES

    pairs = [pair.split() for pair in NAMES.get(alpha_2, "").split("|") if pair]
    return {key: f"{alpha_2}-{code}" for key, code in pairs}


@lru_cache(maxsize=512)
def _codes(alpha_2: str) -> frozenset[str]:
    return frozenset(_of_country(alpha_2).values())


@lru_cache(maxsize=4096)
def subdivision_of(alpha_2: str, name: str) -> str | None:
    """The ISO 3166-2 code of a first-level division; None where ISO has none, or two of that name.

    >>> subdivision_of("NG", "Borno"), subdivision_of("IQ", "Al Anbār"), subdivision_of("RU", "Moscow")
    ('NG-BO', 'IQ-AN', None)
    """
    return _of_country(alpha_2).get(division_key(name))


def is_subdivision(code: str) -> bool:
    """Whether ISO 3166-2 has a code, of any level; pycountry is asked for one that the table lacks.

    >>> is_subdivision("NG-BO"), is_subdivision("NG-XX")
    (True, False)
    """
    if code in _codes(code[:2]):
        return True
    import pycountry

    return pycountry.subdivisions.get(code=code) is not None
