"""Who can act: the eight actor kinds (ACLED's inter codes) and the 44 interactions between them."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from attrs import frozen

from conflict_events.model.errors import BadInputError

__all__ = ["ARMED", "FORCES", "GROUPS", "INTERACTIONS", "ActorKind", "Interaction"]


class ActorKind(StrEnum):
    """The eight kinds of actor, spelled as in current ACLED data.

    >>> ActorKind("Rebel group").code
    2
    """

    code: int
    definition: str

    def __new__(cls, value: str, *facts: Any) -> ActorKind:
        """Hang code and definition on each member."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.code, member.definition = facts
        return member

    STATE_FORCES = "State forces", 1, "Army, police or other organs of a government, in their own country."
    REBEL_GROUP = "Rebel group", 2, "A named group that fights for national power, or for secession."
    POLITICAL_MILITIA = (
        "Political militia",
        3,
        "An armed group with political aims short of power: party arms, gangs, unknown gunmen.",
    )
    IDENTITY_MILITIA = "Identity militia", 4, "An armed group built on ethnicity, clan, faith, village or caste."
    RIOTERS = "Rioters", 5, "A violent crowd without lasting organisation."
    PROTESTERS = "Protesters", 6, "A peaceful crowd."
    CIVILIANS = "Civilians", 7, "People who are unarmed at the moment of the event."
    EXTERNAL_OTHER = ("External/Other forces", 8, "Armies abroad, peace missions, private security and mercenaries.")

    @classmethod
    def of_code(cls, code: int) -> ActorKind:
        """The kind with this inter code, 1 to 8.

        Raises:
            BadInputError: for any other number.
        """
        for kind in cls:
            if kind.code == code:
                return kind
        raise BadInputError("no such inter code", where="ActorKind.of_code", expected="1 to 8", got=code)


@frozen(slots=True)
class Interaction:
    """Which kinds met: a two-digit code and its text.

    >>> Interaction.of(ActorKind.CIVILIANS, ActorKind.EXTERNAL_OTHER)
    Interaction(code=78, text='External/Other forces-Civilians')
    >>> Interaction.of(ActorKind.PROTESTERS, None)
    Interaction(code=60, text='Protesters only')
    """

    code: int
    text: str

    @classmethod
    def of(cls, kind1: ActorKind, kind2: ActorKind | None) -> Interaction:
        """The interaction of two kinds, in either order, or of one alone.

        The text joins both kinds in ascending code order, except 78, which the codebook writes reversed.
        """
        if kind2 is None:
            return cls(kind1.code * 10, f"{kind1.value} only")
        low, high = sorted((kind1, kind2), key=lambda kind: kind.code)
        code = low.code * 10 + high.code
        pair = (high, low) if code == 78 else (low, high)
        return cls(code, f"{pair[0].value}-{pair[1].value}")


FORCES = frozenset({ActorKind.STATE_FORCES, ActorKind.EXTERNAL_OTHER})
"""Kinds of states' forces, at home and abroad."""
GROUPS = frozenset({ActorKind.REBEL_GROUP, ActorKind.POLITICAL_MILITIA, ActorKind.IDENTITY_MILITIA})
"""Kinds of armed groups that are no state's."""
ARMED = FORCES | GROUPS
"""Kinds of sides that bear arms."""

INTERACTIONS: tuple[Interaction, ...] = tuple(
    sorted(
        {Interaction.of(kind1, kind2) for kind1 in ActorKind for kind2 in (None, *ActorKind)},
        key=lambda interaction: interaction.code,
    )
)
"""All 44, in the order of their codes."""
