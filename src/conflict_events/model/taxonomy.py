"""What can happen: ACLED's disorder, event and sub-event types, each member carrying its facts.

Spelled as in current ACLED data. Definitions are our own words for the codebook's; the codes are the rank of a
sub-event type in the codebook's hierarchy (1 wins over 2 where tactics co-occur in one context).
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from conflict_events.model.check import nearest

__all__ = ["CROWDS", "VIOLENT", "DisorderType", "EventType", "SubEventType"]


class DisorderType(StrEnum):
    """The codebook's broadest class of an event."""

    POLITICAL_VIOLENCE = "Political violence"
    DEMONSTRATIONS = "Demonstrations"
    STRATEGIC_DEVELOPMENTS = "Strategic developments"
    POLITICAL_VIOLENCE_DEMONSTRATIONS = "Political violence; Demonstrations"
    """Only for excessive force against protesters, which is both."""


class EventType(StrEnum):
    """The six event types, in the codebook's order of precedence."""

    BATTLES = "Battles"
    PROTESTS = "Protests"
    RIOTS = "Riots"
    EXPLOSIONS = "Explosions/Remote violence"
    VIOLENCE_AGAINST_CIVILIANS = "Violence against civilians"
    STRATEGIC_DEVELOPMENTS = "Strategic developments"


CROWDS = frozenset({EventType.PROTESTS, EventType.RIOTS})
"""Types of what crowds do."""
VIOLENT = frozenset({EventType.BATTLES, EventType.EXPLOSIONS, EventType.VIOLENCE_AGAINST_CIVILIANS})
"""Types in which somebody does violence to others, and no crowd."""


class SubEventType(StrEnum):
    """The 25 sub-event types.

    >>> SubEventType("Suicide bomb").event_type
    <EventType.EXPLOSIONS: 'Explosions/Remote violence'>
    >>> SubEventType.EXCESSIVE_FORCE.disorder_type.value
    'Political violence; Demonstrations'
    >>> SubEventType.ARMED_CLASH.rank < SubEventType.ATTACK.rank
    True
    """

    event_type: EventType
    disorder_type: DisorderType
    rank: int
    definition: str

    def __new__(cls, value: str, *facts: Any) -> SubEventType:
        """Hang the facts of the table below on each member."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.event_type, member.disorder_type, member.rank, member.definition = facts
        return member

    @classmethod
    def nearest(cls, name: str) -> list[str]:
        """The sub-event types that a name most likely means: those spelled much like it, or those of its event type.

        >>> SubEventType.nearest("Battle")
        ['Government regains territory', 'Non-state actor overtakes territory', 'Armed clash']
        """
        spelled = nearest(name, (one.value for one in cls))
        of_type = nearest(name, (kind.value for kind in EventType))
        return spelled or [one.value for one in cls if one.event_type.value in of_type]

    GOVERNMENT_REGAINS_TERRITORY = (
        "Government regains territory",
        EventType.BATTLES,
        DisorderType.POLITICAL_VIOLENCE,
        1,
        "A government or its ally takes back control of a place by fighting, and holds it.",
    )
    NON_STATE_OVERTAKES_TERRITORY = (
        "Non-state actor overtakes territory",
        EventType.BATTLES,
        DisorderType.POLITICAL_VIOLENCE,
        2,
        "An armed group or a foreign army wins control of a place by fighting, and holds it.",
    )
    ARMED_CLASH = (
        "Armed clash",
        EventType.BATTLES,
        DisorderType.POLITICAL_VIOLENCE,
        3,
        "Two armed, organised sides fight and no lasting control changes hands.",
    )
    EXCESSIVE_FORCE = (
        "Excessive force against protesters",
        EventType.PROTESTS,
        DisorderType.POLITICAL_VIOLENCE_DEMONSTRATIONS,
        4,
        "A peaceful crowd is met with force that kills, or that may kill or badly injure.",
    )
    PROTEST_WITH_INTERVENTION = (
        "Protest with intervention",
        EventType.PROTESTS,
        DisorderType.DEMONSTRATIONS,
        5,
        "A peaceful protest is dispersed, blocked or met with arrests, without grave injuries.",
    )
    PEACEFUL_PROTEST = (
        "Peaceful protest",
        EventType.PROTESTS,
        DisorderType.DEMONSTRATIONS,
        6,
        "Three or more people demonstrate in person, without violence by them or against them.",
    )
    VIOLENT_DEMONSTRATION = (
        "Violent demonstration",
        EventType.RIOTS,
        DisorderType.DEMONSTRATIONS,
        7,
        "Demonstrators fight, destroy property, or block roads with barricades or fire.",
    )
    MOB_VIOLENCE = (
        "Mob violence",
        EventType.RIOTS,
        DisorderType.POLITICAL_VIOLENCE,
        8,
        "A crowd outside of a demonstration attacks people or property, or fights another crowd or the police.",
    )
    CHEMICAL_WEAPON = (
        "Chemical weapon",
        EventType.EXPLOSIONS,
        DisorderType.POLITICAL_VIOLENCE,
        9,
        "A banned toxic agent is used; tear gas, white phosphorus and napalm are not among them.",
    )
    AIR_DRONE_STRIKE = (
        "Air/drone strike",
        EventType.EXPLOSIONS,
        DisorderType.POLITICAL_VIOLENCE,
        10,
        "Aircraft, crewed or not, strike targets on the ground.",
    )
    SUICIDE_BOMB = (
        "Suicide bomb",
        EventType.EXPLOSIONS,
        DisorderType.POLITICAL_VIOLENCE,
        11,
        "An attacker sets off explosives on the body or in a vehicle and dies by them.",
    )
    SHELLING = (
        "Shelling/artillery/missile attack",
        EventType.EXPLOSIONS,
        DisorderType.POLITICAL_VIOLENCE,
        12,
        "Artillery, mortars, rockets, missiles or other long-range weapons are fired from the ground or sea.",
    )
    REMOTE_EXPLOSIVE = (
        "Remote explosive/landmine/IED",
        EventType.EXPLOSIONS,
        DisorderType.POLITICAL_VIOLENCE,
        13,
        "A mine, a planted bomb or other remotely or victim-triggered explosive goes off.",
    )
    GRENADE = (
        "Grenade",
        EventType.EXPLOSIONS,
        DisorderType.POLITICAL_VIOLENCE,
        14,
        "A hand-thrown grenade or other hand-thrown explosive is used.",
    )
    SEXUAL_VIOLENCE = (
        "Sexual violence",
        EventType.VIOLENCE_AGAINST_CIVILIANS,
        DisorderType.POLITICAL_VIOLENCE,
        15,
        "An armed actor does harm of a sexual nature to civilians.",
    )
    ATTACK = (
        "Attack",
        EventType.VIOLENCE_AGAINST_CIVILIANS,
        DisorderType.POLITICAL_VIOLENCE,
        16,
        "An armed actor kills, hurts or tries to hurt unarmed people.",
    )
    ABDUCTION = (
        "Abduction/forced disappearance",
        EventType.VIOLENCE_AGAINST_CIVILIANS,
        DisorderType.POLITICAL_VIOLENCE,
        17,
        "Civilians are kidnapped or disappear, with no further violence reported.",
    )
    AGREEMENT = (
        "Agreement",
        EventType.STRATEGIC_DEVELOPMENTS,
        DisorderType.STRATEGIC_DEVELOPMENTS,
        18,
        "Parties settle something: talks, a ceasefire, a swap of prisoners, a surrender, a return.",
    )
    ARRESTS = (
        "Arrests",
        EventType.STRATEGIC_DEVELOPMENTS,
        DisorderType.STRATEGIC_DEVELOPMENTS,
        19,
        "A state, or a group that runs courts, arrests a notable person or many people at once.",
    )
    CHANGE_TO_GROUP = (
        "Change to group/activity",
        EventType.STRATEGIC_DEVELOPMENTS,
        DisorderType.STRATEGIC_DEVELOPMENTS,
        20,
        "A group is formed, merges, splits, recruits, moves, or changes what it does.",
    )
    DISRUPTED_WEAPONS_USE = (
        "Disrupted weapons use",
        EventType.STRATEGIC_DEVELOPMENTS,
        DisorderType.STRATEGIC_DEVELOPMENTS,
        21,
        "A weapon is intercepted, defused, seized, or goes off against its own user only.",
    )
    HEADQUARTERS_ESTABLISHED = (
        "Headquarters or base established",
        EventType.STRATEGIC_DEVELOPMENTS,
        DisorderType.STRATEGIC_DEVELOPMENTS,
        22,
        "A group sets up a lasting base or headquarters.",
    )
    LOOTING = (
        "Looting/property destruction",
        EventType.STRATEGIC_DEVELOPMENTS,
        DisorderType.STRATEGIC_DEVELOPMENTS,
        23,
        "Goods or property are seized, burnt or destroyed without violence against people.",
    )
    NON_VIOLENT_TRANSFER = (
        "Non-violent transfer of territory",
        EventType.STRATEGIC_DEVELOPMENTS,
        DisorderType.STRATEGIC_DEVELOPMENTS,
        24,
        "Control of a place changes hands without a fight.",
    )
    OTHER = (
        "Other",
        EventType.STRATEGIC_DEVELOPMENTS,
        DisorderType.STRATEGIC_DEVELOPMENTS,
        25,
        "Something that matters to the conflict and fits no other type: a coup, displacement, a mass grave.",
    )
