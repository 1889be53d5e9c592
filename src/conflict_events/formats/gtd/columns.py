"""The columns of the Global Terrorism Database, and its codes beside ACLED's types and kinds."""

from __future__ import annotations

from conflict_events.formats.tables.cells import Columns
from conflict_events.model.kind import ActorKind
from conflict_events.model.taxonomy import SubEventType

__all__ = ["ATTACKS", "BOMBS", "COLUMNS", "FORCES", "GTD", "PRECISION", "TAKEN"]

_THREE = "targtype{0} targtype{0}_txt targsubtype{0} targsubtype{0}_txt corp{0} target{0} natlty{0} natlty{0}_txt"
_WEAPON = "weaptype{0} weaptype{0}_txt weapsubtype{0} weapsubtype{0}_txt"

COLUMNS = tuple(
    f"""eventid iyear imonth iday approxdate extended resolution country country_txt region region_txt provstate city
    latitude longitude specificity vicinity location summary crit1 crit2 crit3 doubtterr alternative alternative_txt
    multiple success suicide attacktype1 attacktype1_txt attacktype2 attacktype2_txt attacktype3 attacktype3_txt
    {" ".join(_THREE.format(number) for number in (1, 2, 3))}
    gname gsubname gname2 gsubname2 gname3 gsubname3 motive guncertain1 guncertain2 guncertain3 individual nperps
    nperpcap claimed claimmode claimmode_txt claim2 claimmode2 claimmode2_txt claim3 claimmode3 claimmode3_txt compclaim
    {" ".join(_WEAPON.format(number) for number in (1, 2, 3, 4))} weapdetail
    nkill nkillus nkillter nwound nwoundus nwoundte property propextent propextent_txt propvalue propcomment
    ishostkid nhostkid nhostkidus nhours ndays divert kidhijcountry ransom ransomamt ransomamtus ransompaid
    ransompaidus ransomnote hostkidoutcome hostkidoutcome_txt nreleased addnotes scite1 scite2 scite3 dbsource
    INT_LOG INT_IDEO INT_MISC INT_ANY related""".split()
)
"""The 135 columns of the files since 2012."""

_NUMBERS = frozenset(
    """eventid iyear imonth iday extended country region latitude longitude specificity vicinity crit1 crit2 crit3
    doubtterr alternative multiple success suicide attacktype1 attacktype2 attacktype3 nkill nkillus nkillter nwound
    nwoundus nwoundte nperps nperpcap nhostkid nhostkidus nhours ndays nreleased resolution""".split()
)
GTD = Columns(
    rule="gtd",
    names=COLUMNS,
    needed=("eventid", "iyear", "gname"),
    free=frozenset(COLUMNS) - _NUMBERS,
    dates=("resolution",),
)

TAKEN = frozenset(
    """eventid iyear imonth iday provstate city latitude longitude summary gname gname2 gname3 nkill nkillter nwound
    nwoundte nhostkid scite1 scite2 scite3""".split()
)
"""Columns that become fields as they are; all others are kept in the extras."""

PRECISION = {1: 1, 2: 2, 3: 2, 4: 3}
"""GTD's specificity -> ACLED's geo precision; 5 (no place known) has none."""

ATTACKS = {
    5: SubEventType.ABDUCTION,
    6: SubEventType.ABDUCTION,
    7: SubEventType.LOOTING,
}
"""Attack types that decide the sub-event type; bombs and fights do not by themselves."""

BOMBS = {
    7: SubEventType.GRENADE,
    8: SubEventType.REMOTE_EXPLOSIVE,
    9: SubEventType.REMOTE_EXPLOSIVE,
    10: SubEventType.REMOTE_EXPLOSIVE,
    11: SubEventType.SHELLING,
    12: SubEventType.REMOTE_EXPLOSIVE,
    13: SubEventType.SUICIDE_BOMB,
    14: SubEventType.REMOTE_EXPLOSIVE,
    15: SubEventType.REMOTE_EXPLOSIVE,
    29: SubEventType.REMOTE_EXPLOSIVE,
    31: SubEventType.REMOTE_EXPLOSIVE,
}
"""Weapon subtypes of explosives -> sub-event type."""

FORCES = {
    3: ("Police Forces of {}", ActorKind.STATE_FORCES),
    4: ("Military Forces of {}", ActorKind.STATE_FORCES),
    17: ("", ActorKind.POLITICAL_MILITIA),
}
"""Target types that are armed -> name of the side by its nationality, and kind."""
