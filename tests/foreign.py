"""Invented records in the forms of others: ICEWS, GTD and both versions of GDELT Cloud."""

import csv
import io

CLASH = {
    "Event ID": "31445500",
    "Event Date": "2018-03-07",
    "Source Name": "Army of the Hills",
    "Source Sectors": "Rebel,Dissident",
    "Source Country": "Mali",
    "Event Text": "Use conventional military force",
    "CAMEO Code": "190",
    "Intensity": "-10.0",
    "Target Name": "Military (Mali)",
    "Target Sectors": "Government,Military",
    "Target Country": "Mali",
    "Story ID": "4400",
    "Sentence Number": "2",
    "Publisher": "Radio Tamvik",
    "City": "Tessara",
    "District": "Tessara Cercle",
    "Province": "Gao",
    "Country": "Mali",
    "Latitude": "16.25",
    "Longitude": "-0.05",
}
BOMB = {
    "eventid": "201803070001",
    "iyear": "2018",
    "imonth": "3",
    "iday": "7",
    "extended": "0",
    "country": "123",
    "country_txt": "Mali",
    "region_txt": "Sub-Saharan Africa",
    "provstate": "Gao",
    "city": "Tessara",
    "latitude": "16.25",
    "longitude": "-0.05",
    "specificity": "1",
    "summary": "03/07/2018: A mine went off below an army lorry.",
    "success": "1",
    "suicide": "0",
    "attacktype1": "3",
    "attacktype1_txt": "Bombing/Explosion",
    "targtype1": "4",
    "targtype1_txt": "Military",
    "target1": "Lorry",
    "natlty1_txt": "Mali",
    "gname": "Army of the Hills",
    "gname2": "Unknown",
    "weaptype1": "6",
    "weapsubtype1": "8",
    "nkill": "5",
    "nkillter": "1",
    "nwound": "-99",
    "nhostkid": "",
    "scite1": '"Mine kills five," Radio Tamvik, March 8, 2018.',
    "INT_LOG": "-9",
}

FIRST = {
    "id": "ce-1",
    "cluster_id": "c-9",
    "event_date": "2026-03-07",
    "disorder_type": "Political violence",
    "event_type": "Battles",
    "sub_event_type": "Armed clash",
    "actor1": "Army of the Hills",
    "actor2": "Military Forces of Mali (2021-)",
    "interaction": "State forces-Rebel group",
    "civilian_targeting": False,
    "country": "Mali",
    "admin1": "Gao",
    "location": "Tessara",
    "latitude": 16.25,
    "longitude": -0.05,
    "fatalities": 4,
    "notes": "Fighters and soldiers clashed.",
    "tags": ["road"],
    "confidence": 0.8,
    "source_urls": ["https://example.org/a", "https://example.org/b"],
}
SECOND = {
    "id": "e-2",
    "family": "conflict",
    "title": "March in Tessara",
    "summary": "People marched for water.",
    "event_date": "2026-03-08",
    "category": "Protests",
    "subcategory": "Peaceful protest",
    "geo": {"name": "Tessara", "admin1": "Gao", "country": "MLI", "lat": 16.25, "lon": -0.05},
    "actors": [{"name": "Water Committee", "country": "MLI", "role": "actor1"}],
    "metrics": {"significance": 0.4},
    "has_fatalities": False,
    "fatalities": 0,
    "story_refs": ["s-1"],
    "top_articles": [{"url": "https://example.org/c", "title": "March"}],
}


def table(*rows, columns, delimiter=","):
    """Rows as CSV."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([row.get(name, "") for name in columns] for row in rows)
    return out.getvalue()
