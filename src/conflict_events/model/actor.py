"""Who acted or was hurt: a named side, its kind and its home."""

from __future__ import annotations

from attrs import evolve, field, frozen

from conflict_events.model.check import a, a_or_none, each, many, member, whole, within
from conflict_events.model.country import Country, a_country, country_of
from conflict_events.model.errors import BadInputError
from conflict_events.model.kind import ActorKind

__all__ = ["Actor"]


def _kind(value: ActorKind | str) -> ActorKind:
    return value if type(value) is ActorKind else member(ActorKind, value)


@frozen(slots=True)
class Actor:
    """One side, named as ACLED names it.

    Args:
        name: canonical name by ACLED's patterns: ``Military Forces of X (YYYY-)``, ``Civilians (X)``,
            ``ACRONYM: Full Name``, ``Unidentified Armed Group (X)``.
        kind: one of the eight kinds, as it acts in its home country.
        country: home country; None for groups of many countries and for unknown ones.
        active_from, active_to: first and last year known; None is open.
        aliases: other names and spellings.
        mentions: the phrases by which the article named it, in order of appearance.
        id: registry id, e.g. ``lbn.hezbollah``; None for actors that are not in the registry.

    ``kind`` and ``country`` may be given by name, a country also by code.

    Raises:
        BadInputError: for a kind that is none, or years that end before they start.
        UnknownNameError: for a country that is none.

    Source: ACLED codebook, actors; inter codes.

    >>> army = Actor("Military Forces of Israel (2022-)", ActorKind.STATE_FORCES, country=Country.of("ISR"))
    >>> army.acting_in(Country.of("LBN")).kind.value
    'External/Other forces'
    """

    name: str = field(validator=a(str))
    kind: ActorKind = field(converter=_kind, validator=a(ActorKind))
    country: Country | None = field(default=None, converter=country_of, validator=a_country, kw_only=True)
    active_from: int | None = field(default=None, converter=whole, validator=within(0), kw_only=True)
    active_to: int | None = field(default=None, converter=whole, validator=within(0), kw_only=True)
    aliases: tuple[str, ...] = field(default=(), converter=many, validator=each(str), kw_only=True)
    mentions: tuple[str, ...] = field(default=(), converter=many, validator=each(str), kw_only=True)
    id: str | None = field(default=None, validator=a_or_none(str), kw_only=True)

    def __attrs_post_init__(self) -> None:
        if self.active_from is not None and self.active_to is not None and self.active_to < self.active_from:
            got = (self.active_from, self.active_to)
            raise BadInputError("years are swapped", where="Actor", expected="active_from <= active_to", got=got)

    @property
    def unidentified(self) -> bool:
        """Whether this is somebody whom nobody could name, e.g. ``Unidentified Armed Group (X)``."""
        return self.name.startswith("Unidentified")

    def acting_in(self, country: Country | None) -> Actor:
        """This actor as it counts in another country: a state's forces abroad are External/Other forces.

        Args:
            country: where it acts; None (not known) leaves the kind as it is.
        """
        if self.kind is ActorKind.STATE_FORCES and None not in (country, self.country) and country != self.country:
            return evolve(self, kind=ActorKind.EXTERNAL_OTHER)
        return self
