"""CAMEO codes and roles beside ACLED's types and kinds, and GDELT's columns."""

from __future__ import annotations

from conflict_events.formats.tables.cells import Columns
from conflict_events.model.kind import ActorKind
from conflict_events.model.taxonomy import SubEventType

__all__ = ["CODES", "COLUMNS", "DECIDED", "GDELT", "KINDS", "SWAPPED", "quad_of"]

_ACTOR = "Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code"
_GEO = "Type FullName CountryCode ADM1Code ADM2Code Lat Long FeatureID"

COLUMNS = (
    *"GlobalEventID Day MonthYear Year FractionDate".split(),
    *(f"Actor{number}{part}" for number in (1, 2) for part in _ACTOR.split()),
    *"IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale".split(),
    *"NumMentions NumSources NumArticles AvgTone".split(),
    *(f"{whose}Geo_{part}" for whose in ("Actor1", "Actor2", "Action") for part in _GEO.split()),
    *"DATEADDED SOURCEURL".split(),
)
"""The 61 columns of GDELT 2.0 Events."""

GDELT = Columns(
    rule="gdelt",
    names=COLUMNS,
    needed=("GlobalEventID", "EventCode", "ActionGeo_FullName"),
    free=frozenset(
        ("Actor1Name", "Actor2Name", "Actor1Geo_FullName", "Actor2Geo_FullName", "ActionGeo_FullName", "SOURCEURL")
    ),
    dates=("Day",),
    others={"SQLDATE": "Day"},
)

CODES: dict[SubEventType, str] = {
    SubEventType.GOVERNMENT_REGAINS_TERRITORY: "192",
    SubEventType.NON_STATE_OVERTAKES_TERRITORY: "192",
    SubEventType.ARMED_CLASH: "190",
    SubEventType.EXCESSIVE_FORCE: "175",
    SubEventType.PROTEST_WITH_INTERVENTION: "175",
    SubEventType.PEACEFUL_PROTEST: "141",
    SubEventType.VIOLENT_DEMONSTRATION: "145",
    SubEventType.MOB_VIOLENCE: "145",
    SubEventType.CHEMICAL_WEAPON: "2041",
    SubEventType.AIR_DRONE_STRIKE: "195",
    SubEventType.SUICIDE_BOMB: "1831",
    SubEventType.SHELLING: "194",
    SubEventType.REMOTE_EXPLOSIVE: "183",
    SubEventType.GRENADE: "183",
    SubEventType.SEXUAL_VIOLENCE: "1821",
    SubEventType.ATTACK: "180",
    SubEventType.ABDUCTION: "181",
    SubEventType.AGREEMENT: "057",
    SubEventType.ARRESTS: "173",
    SubEventType.CHANGE_TO_GROUP: "154",
    SubEventType.DISRUPTED_WEAPONS_USE: "150",
    SubEventType.HEADQUARTERS_ESTABLISHED: "150",
    SubEventType.LOOTING: "171",
    SubEventType.NON_VIOLENT_TRANSFER: "192",
    SubEventType.OTHER: "150",
}
"""Sub-event type -> CAMEO code. Codes are texts with leading zeros."""

DECIDED: dict[str, SubEventType] = {
    "2041": SubEventType.CHEMICAL_WEAPON,
    "195": SubEventType.AIR_DRONE_STRIKE,
    "1831": SubEventType.SUICIDE_BOMB,
    "1832": SubEventType.REMOTE_EXPLOSIVE,
    "1833": SubEventType.REMOTE_EXPLOSIVE,
    "183": SubEventType.REMOTE_EXPLOSIVE,
    "194": SubEventType.SHELLING,
    "193": SubEventType.ARMED_CLASH,
    "1821": SubEventType.SEXUAL_VIOLENCE,
    "1822": SubEventType.ATTACK,
    "1823": SubEventType.ATTACK,
    "182": SubEventType.ATTACK,
    "185": SubEventType.ATTACK,
    "186": SubEventType.ATTACK,
    "181": SubEventType.ABDUCTION,
    "145": SubEventType.VIOLENT_DEMONSTRATION,
    "173": SubEventType.ARRESTS,
    "175": SubEventType.PROTEST_WITH_INTERVENTION,
    "1711": SubEventType.LOOTING,
    "1712": SubEventType.LOOTING,
    "171": SubEventType.LOOTING,
    "057": SubEventType.AGREEMENT,
    "0871": SubEventType.AGREEMENT,
}
"""CAMEO code -> sub-event type, where the code comes near to deciding it."""

KINDS = {
    "GOV": ActorKind.STATE_FORCES,
    "MIL": ActorKind.STATE_FORCES,
    "COP": ActorKind.STATE_FORCES,
    "SPY": ActorKind.STATE_FORCES,
    "REB": ActorKind.REBEL_GROUP,
    "INS": ActorKind.REBEL_GROUP,
    "SEP": ActorKind.REBEL_GROUP,
    "UAF": ActorKind.POLITICAL_MILITIA,
    "CRM": ActorKind.POLITICAL_MILITIA,
    "IGO": ActorKind.EXTERNAL_OTHER,
    "CVL": ActorKind.CIVILIANS,
}
"""CAMEO role -> kind."""


SWAPPED = (SubEventType.EXCESSIVE_FORCE, SubEventType.PROTEST_WITH_INTERVENTION)
"""Acts of those who are ACLED's second side: in CAMEO they act first."""


def quad_of(code: str) -> int:
    """GDELT's quad class of a CAMEO code: 1, 2 cooperation, 3, 4 conflict, each verbal and then material.

    >>> quad_of("057"), quad_of("0871"), quad_of("190")
    (1, 2, 4)
    """
    root = int(code[:2])
    return 1 if root <= 5 else 2 if root <= 8 else 3 if root <= 13 else 4
