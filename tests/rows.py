"""One invented ACLED row in which nothing is wrong, and files of rows that differ from it in some cells."""

import csv
import io

from conflict_events import formats
from conflict_events.formats import acled

WRITTEN = tuple(name for name in formats.BUILT_IN if formats.get(name).dump is not None)
"""Names of the formats that are written."""

CELLS = {
    "event_id_cnty": "KEN901",
    "event_date": "2024-03-07",
    "year": "2024",
    "time_precision": "1",
    "disorder_type": "Political violence",
    "event_type": "Violence against civilians",
    "sub_event_type": "Attack",
    "actor1": "Unidentified Armed Group (Kenya)",
    "inter1": "Political militia",
    "actor2": "Civilians (Kenya)",
    "assoc_actor_2": "Farmers (Kenya); Women (Kenya)",
    "inter2": "Civilians",
    "interaction": "Political militia-Civilians",
    "civilian_targeting": "Civilian targeting",
    "iso": "404",
    "region": "Eastern Africa",
    "country": "Kenya",
    "admin1": "Turkana",
    "location": "Losiko",
    "latitude": "3.12",
    "longitude": "35.6",
    "geo_precision": "1",
    "source": "Radio Losiko",
    "source_scale": "Subnational",
    "notes": "On 7 March 2024, armed men shot two farmers, then left.",
    "fatalities": "2",
    "timestamp": "1710000000",
}


def text_of(*rows, columns=acled.COLUMNS):
    """The text of a CSV file: the row once for each dict, with the cells that it names."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([{**CELLS, **row}.get(column, "") for column in columns] for row in rows)
    return out.getvalue()
