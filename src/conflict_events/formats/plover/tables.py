"""PLOVER's acts and sectors beside ACLED's types and kinds, and POLECAT's columns."""

from __future__ import annotations

from conflict_events.model.actor import Actor
from conflict_events.model.kind import ActorKind
from conflict_events.model.taxonomy import SubEventType

__all__ = ["ACTS", "DECIDED", "POLECAT", "QUADS", "SCORES", "SECTORS", "code_of", "sector_of"]

ACTS: dict[SubEventType, tuple[str, str]] = {
    SubEventType.GOVERNMENT_REGAINS_TERRITORY: ("ASSAULT", "firearms"),
    SubEventType.NON_STATE_OVERTAKES_TERRITORY: ("ASSAULT", "firearms"),
    SubEventType.ARMED_CLASH: ("ASSAULT", "firearms"),
    SubEventType.EXCESSIVE_FORCE: ("PROTEST", "demo"),
    SubEventType.PROTEST_WITH_INTERVENTION: ("PROTEST", "demo"),
    SubEventType.PEACEFUL_PROTEST: ("PROTEST", "demo"),
    SubEventType.VIOLENT_DEMONSTRATION: ("PROTEST", "riot"),
    SubEventType.MOB_VIOLENCE: ("PROTEST", "riot"),
    SubEventType.CHEMICAL_WEAPON: ("ASSAULT", "unconventional"),
    SubEventType.AIR_DRONE_STRIKE: ("ASSAULT", "aerial"),
    SubEventType.SUICIDE_BOMB: ("ASSAULT", "suicide-attack"),
    SubEventType.SHELLING: ("ASSAULT", "heavy-weapons"),
    SubEventType.REMOTE_EXPLOSIVE: ("ASSAULT", "explosives"),
    SubEventType.GRENADE: ("ASSAULT", "explosives"),
    SubEventType.SEXUAL_VIOLENCE: ("ASSAULT", "sexual"),
    SubEventType.ATTACK: ("ASSAULT", ""),
    SubEventType.ABDUCTION: ("ASSAULT", "abduct"),
    SubEventType.AGREEMENT: ("AGREE", ""),
    SubEventType.ARRESTS: ("COERCE", "arrest"),
    SubEventType.CHANGE_TO_GROUP: ("MOBILIZE", ""),
    SubEventType.DISRUPTED_WEAPONS_USE: ("MOBILIZE", "weapons"),
    SubEventType.HEADQUARTERS_ESTABLISHED: ("MOBILIZE", "troops"),
    SubEventType.LOOTING: ("COERCE", "seize"),
    SubEventType.NON_VIOLENT_TRANSFER: ("RETREAT", "withdraw"),
    SubEventType.OTHER: ("MOBILIZE", ""),
}
"""Sub-event type -> act and mode."""

DECIDED: dict[tuple[str, str], SubEventType] = {
    ("ASSAULT", "unconventional"): SubEventType.CHEMICAL_WEAPON,
    ("ASSAULT", "aerial"): SubEventType.AIR_DRONE_STRIKE,
    ("ASSAULT", "drone"): SubEventType.AIR_DRONE_STRIKE,
    ("ASSAULT", "suicide-attack"): SubEventType.SUICIDE_BOMB,
    ("ASSAULT", "heavy-weapons"): SubEventType.SHELLING,
    ("ASSAULT", "explosives"): SubEventType.REMOTE_EXPLOSIVE,
    ("ASSAULT", "sexual"): SubEventType.SEXUAL_VIOLENCE,
    ("ASSAULT", "abduct"): SubEventType.ABDUCTION,
    ("ASSAULT", "torture"): SubEventType.ATTACK,
    ("ASSAULT", "beat"): SubEventType.ATTACK,
    ("ASSAULT", "targeted"): SubEventType.ATTACK,
    ("ASSAULT", "destroy"): SubEventType.LOOTING,
    ("ASSAULT", "crowd-control"): SubEventType.PROTEST_WITH_INTERVENTION,
    ("PROTEST", "riot"): SubEventType.VIOLENT_DEMONSTRATION,
    ("COERCE", "arrest"): SubEventType.ARRESTS,
    ("COERCE", "seize"): SubEventType.LOOTING,
    ("RETREAT", "ceasefire"): SubEventType.AGREEMENT,
    ("RETREAT", "withdraw"): SubEventType.NON_VIOLENT_TRANSFER,
}
"""Act and mode -> sub-event type, where the two come near to deciding it."""

SCORES = {"AGREE": 2.5, "RETREAT": 6.5, "PROTEST": -5.0, "MOBILIZE": -5.5, "COERCE": -7.0, "ASSAULT": -9.0}
"""Act -> its score in the manual."""

QUADS = {"AGREE": 1, "RETREAT": 2, "PROTEST": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4}
"""Act -> quad code."""

POLECAT = tuple(
    """Event ID,Event Date,Event Type,Event Mode,Event Intensity,Quad Code,Contexts,Actor Name,Actor Country,Actor COW,
    Primary Actor Sector,Actor Sectors,Actor Title,Actor Name Raw,Wikipedia Actor ID,Recipient Name,Recipient Country,
    Recipient COW,Primary Recipient Sector,Recipient Sectors,Recipient Title,Recipient Name Raw,Wikipedia Recipient ID,
    Placename,City,District,Province,Country,Latitude,Longitude,GeoNames ID,Raw Placename,Feature Type,Source,
    Publication Date,Story People,Story Organizations,Story Locations,Language,Version""".replace("\n    ", "").split(
        ","
    )
)
"""The 40 columns."""

SECTORS = {
    "MIL": ActorKind.STATE_FORCES,
    "COP": ActorKind.STATE_FORCES,
    "GOV": ActorKind.STATE_FORCES,
    "SPY": ActorKind.STATE_FORCES,
    "REB": ActorKind.REBEL_GROUP,
    "PRM": ActorKind.POLITICAL_MILITIA,
    "UAF": ActorKind.POLITICAL_MILITIA,
    "CRM": ActorKind.POLITICAL_MILITIA,
    "IGO": ActorKind.EXTERNAL_OTHER,
    "ISM": ActorKind.REBEL_GROUP,
}
"""Sector -> kind; all others are civilians, or the crowd of a protest or riot."""


def sector_of(actor: Actor) -> str:
    """The sector of a side."""
    match actor.kind:
        case ActorKind.STATE_FORCES:
            return "COP" if actor.name.startswith("Police") else "MIL"
        case ActorKind.REBEL_GROUP:
            return "REB"
        case ActorKind.POLITICAL_MILITIA | ActorKind.IDENTITY_MILITIA:
            return "UAF" if actor.unidentified else "PRM"
        case ActorKind.EXTERNAL_OTHER:
            return "MIL" if actor.country is not None else "PRM"
        case _:
            return "CVL"


def code_of(alpha_3: str) -> str:
    """PLOVER's country code; Kosovo has its own."""
    return "KOS" if alpha_3 == "XKX" else alpha_3
