"""Who acted or was hurt: a named side, its kind and its home."""

from __future__ import annotations

from attrs import evolve, field, frozen

from conflict_events.model.country import Country
from conflict_events.model.kind import ActorKind
from conflict_events.model.many import many

__all__ = ["Actor"]


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

    Source: ACLED codebook, actors; inter codes.

    >>> army = Actor("Military Forces of Israel (2022-)", ActorKind.STATE_FORCES, country=Country.of("ISR"))
    >>> army.acting_in(Country.of("LBN")).kind.value
    'External/Other forces'
    """

    name: str
    kind: ActorKind
    country: Country | None = field(default=None, kw_only=True)
    active_from: int | None = field(default=None, kw_only=True)
    active_to: int | None = field(default=None, kw_only=True)
    aliases: tuple[str, ...] = field(default=(), converter=many, kw_only=True)
    mentions: tuple[str, ...] = field(default=(), converter=many, kw_only=True)
    id: str | None = field(default=None, kw_only=True)

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
