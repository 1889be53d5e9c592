"""The columns of UCDP GED, and its scales beside ACLED's."""

from __future__ import annotations

from conflict_events.formats.tables.cells import Columns

__all__ = ["ACLED_TO_WHERE", "COLUMNS", "GED", "KEPT", "REGIONS", "WHERE_TO_ACLED"]

COLUMNS = tuple(
    """id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name
    dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b
    number_of_sources source_article source_office source_date source_headline source_original
    where_prec where_coordinates where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid
    country country_id region event_clarity date_prec date_start date_end
    deaths_a deaths_b deaths_civilians deaths_unknown best high low gwnoa gwnob""".split()
)
"""The 49 columns since version 23.1."""

KEPT = tuple(
    """relid active_year code_status conflict_dset_id conflict_new_id conflict_name dyad_dset_id dyad_new_id
    side_a_dset_id side_a_new_id side_b_dset_id side_b_new_id number_of_sources source_office source_date
    source_headline source_original where_description event_clarity""".split()
)
"""Columns that only UCDP can fill; a record's own go to the extras and come back from there."""

GED = Columns(
    rule="ucdp",
    names=COLUMNS,
    needed=("type_of_violence", "side_a", "date_start"),
    free=frozenset(
        """conflict_name dyad_name side_a side_b source_article source_office source_headline source_original
        where_coordinates where_description adm_1 adm_2 country""".split()
    ),
    dates=("date_start", "date_end"),
)

ACLED_TO_WHERE = {1: 1, 2: 2, 3: 4}
"""ACLED geo precision -> UCDP where_prec."""

WHERE_TO_ACLED = {1: 1, 2: 2, 3: 3, 4: 3, 5: 3}
"""UCDP where_prec -> ACLED geo precision; 6 (a country) and 7 (international waters) have none."""

REGIONS = {
    "Africa": "Western Africa|Middle Africa|Eastern Africa|Southern Africa|Northern Africa",
    "Americas": "Central America|South America|Caribbean|North America",
    "Asia": "South Asia|Southeast Asia|East Asia|Oceania",
    "Europe": "Europe",
    "Middle East": "Middle East",
}
"""UCDP's region -> ACLED's regions. The Caucasus is Europe to UCDP, Egypt the Middle East, Central Asia Asia."""
