"""A country's name in any language, by pycountry's translations; loaded when an English name was not found."""

from __future__ import annotations

import functools
import gettext
from collections import Counter
from pathlib import Path

__all__ = ["translated"]

_DOMAIN = "iso3166-1"
_SLIP = 3
"""So many translators of one mind overrule one who is of another."""


@functools.lru_cache(maxsize=1024)
def translated(name: str) -> str | None:
    """The alpha-3 code of the one country that bears a name in some language; None for none and for two.

    A catalogue is read only if it holds the name's letters. Where one language calls by the name another country than
    three or more languages do, its translator slipped.

    >>> translated("Alemania"), translated("Ägypten"), translated("Nigeri"), translated("Atlantis")
    ('DEU', 'EGY', None, None)
    """
    if not name:
        return None
    import pycountry

    spellings = {form.encode() for form in (name, name.title(), name.capitalize(), name.lower(), name.upper())}
    folded = name.casefold()
    votes: Counter[str] = Counter()
    for path in sorted(Path(pycountry.LOCALES_DIR).glob(f"*/LC_MESSAGES/{_DOMAIN}.mo")):
        data = path.read_bytes()
        if any(spelling in data for spelling in spellings):
            with path.open("rb") as stream:
                catalogue = gettext.GNUTranslations(stream)
            votes.update(_bearers(catalogue, folded))
    (first, most), *others = votes.most_common() or [("", 0)]
    if not most or any(count * _SLIP > most for _, count in others):
        return None
    return first


def _bearers(catalogue: gettext.GNUTranslations, folded: str) -> set[str]:
    """The countries of which a language calls one of the names so."""
    import pycountry

    return {
        country.alpha_3
        for country in pycountry.countries
        for field in ("name", "official_name", "common_name")
        if (english := getattr(country, field, None)) and catalogue.gettext(english).casefold() == folded
    }
