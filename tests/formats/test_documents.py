"""Records in JSON and GeoJSON as others write them: answers of APIs, lines, features with properties by ACLED's names."""

import csv
import io
import json

import pytest

from conflict_events import formats
from conflict_events.formats import acled, cameo, geojson, ucdp_ged
from conflict_events.model.errors import FormatError
from conflict_events.testing import acled_file
from rows import CELLS


def stream(value):
    return io.BytesIO((value if isinstance(value, str) else json.dumps(value)).encode())


def features(*rows, **more):
    """Features without our own member; the point stands in the geometry alone."""
    found = []
    for row in rows:
        properties = {name: cell for name, cell in row.items() if name not in ("latitude", "longitude")}
        point = {"type": "Point", "coordinates": [float(row["longitude"]), float(row["latitude"]), 0]}
        found.append({"type": "Feature", "geometry": point, "properties": properties})
    return {"type": "FeatureCollection", "name": "events", **more, "features": found}


def plain(*rows):
    return acled.load(stream(list(rows)))


@pytest.mark.parametrize(
    "renamed",
    [
        lambda name: name,
        lambda name: name.replace("_", " ").title(),
        str.upper,
        lambda name: name[:10] if not name.startswith("assoc") else name,
    ],
    ids=["as it is", "titles", "capitals", "as a shapefile cuts them"],
)
def test_features_of_others_are_rows(renamed):
    row = {name: cell for name, cell in CELLS.items() if not name.startswith("assoc")}
    document = features(row)
    properties = document["features"][0]["properties"]
    document["features"][0]["properties"] = {renamed(name): cell for name, cell in properties.items()}
    loaded = geojson.load(stream(document))
    assert loaded.problems == ()
    assert [event.where for event in loaded] == [event.where for event in plain(row)]
    assert acled.to_rows(loaded) == acled.to_rows(plain(row))


def test_days_of_features_are_read_in_one_order():
    rows = [{**CELLS, "event_date": "3/4/2024", "year": ""}, {**CELLS, "event_date": "25/4/2024", "year": ""}]
    assert [str(event.when.start) for event in geojson.load(stream(features(*rows)))] == ["2024-04-03", "2024-04-25"]
    with pytest.raises(FormatError, match="--day-first"):
        geojson.load(stream(features(rows[0])))
    assert str(geojson.load(stream(features(rows[0])), day_first=False)[0].when.start) == "2024-03-04"


def test_milliseconds_since_1970_are_days():
    document = features({**CELLS, "event_date": 1709769600000, "timestamp": None, "checked": True})
    (event,) = geojson.load(stream(document))
    assert str(event.when.start) == "2024-03-07"
    assert event.extras == (("checked", "true"),)


def test_a_feature_without_a_point_and_a_late_property_are_kept():
    document = features(CELLS, CELLS)
    document["features"][1]["geometry"] = None
    document["features"] += [{"type": "Feature", "geometry": None, "properties": {**CELLS, "note": "x"}}]
    loaded = geojson.load(stream(document))
    assert [event.where.latitude for event in loaded] == [3.12, None, 3.12]
    assert ("note", "x") in loaded[2].extras


def test_features_of_counts_are_no_events():
    counts = {
        "type": "Feature",
        "geometry": None,
        "properties": {"country": "Kenya", "month": 3, "year": 2024, "events": 4},
    }
    with pytest.raises(FormatError, match="counts by area"):
        geojson.load(stream({"type": "FeatureCollection", "features": [counts]}))


@pytest.mark.parametrize("shape", ["list", "lines", "answer"])
def test_days_in_json_are_read_in_one_order_too(shape):
    rows = [{**CELLS, "event_date": day, "year": None} for day in ("3/4/2024", "3/25/2024")]
    text = {
        "list": json.dumps(rows),
        "lines": "\n".join(map(json.dumps, rows)),
        "answer": json.dumps({"count": 2, "data": rows}),
    }[shape]
    assert [str(event.when.start) for event in acled.load(stream(text))] == ["2024-03-04", "2024-03-25"]
    with pytest.raises(FormatError, match="--day-first"):
        acled.load(stream(text.replace("3/25", "3/5")))


def test_lines_are_edited_added_and_written_back():
    text = "".join(json.dumps({**CELLS, "event_id_cnty": name}) + "\n" for name in ("KEN1", "KEN2")) + "no record\n\n"
    table = acled.load(stream(text))
    assert (len(table), table.problems[0].row) == (2, 3)
    acled.dump(table, out := io.BytesIO())
    assert out.getvalue().decode() == text
    acled.dump(table.with_events([table[0]]), out := io.BytesIO())
    assert out.getvalue().decode() == "".join(text.splitlines(keepends=True)[::2]) + "\n"


def test_nan_in_a_document_read_whole_is_nothing():
    text = json.dumps({"columns": list(CELLS), "data": [list(CELLS.values())]}).replace('"2"', "NaN")
    (event,) = acled.load(stream(text))
    assert event.casualties == ()
    acled.dump(acled.load(stream(text)), out := io.BytesIO())
    assert len(acled.load(io.BytesIO(out.getvalue()))) == 1


def ged_rows():
    text = ucdp_ged.dumps(acled.load(stream(acled_file(60))))
    return text, list(csv.DictReader(io.StringIO(text)))


def test_ucdps_answers_are_read(tmp_path):
    text, rows = ged_rows()
    records = [{name: cell or None for name, cell in row.items()} for row in rows]
    for record in records:
        record |= {name: int(record[name]) for name in ("best", "low", "high", "year") if record[name]}
    answer = {"TotalCount": 900, "TotalPages": 9, "PreviousPageUrl": "", "NextPageUrl": "next", "Result": records}
    path = tmp_path / "x.json"
    path.write_text(json.dumps(answer))
    name, found = formats.read(path)
    assert name == "ucdp-ged"
    assert tuple(found) == tuple(ucdp_ged.load(stream(text)))
    assert "one page of 9" in found.notices[-1]


@pytest.mark.parametrize("delimiter", ["\t", ","])
@pytest.mark.parametrize("day", ["Day", "SQLDATE"])
def test_gdelt_with_a_header_is_read(delimiter, day, tmp_path):
    rows = cameo.to_rows(acled.load(stream(acled_file(8))))
    names = ["GLOBALEVENTID", day, *cameo.COLUMNS[2:]]
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    writer.writerows([names, *(row.values() for row in rows)])
    path = tmp_path / "x.csv"
    path.write_text(out.getvalue())
    name, found = formats.read(path)
    own = cameo.load(stream("\n".join("\t".join(row.values()) for row in rows)))
    assert (name, tuple(found), found.problems) == ("gdelt", tuple(own), ())


def test_a_code_of_gdelt_that_lost_its_zero_is_read():
    names = ("GlobalEventID", "SQLDATE", "EventCode", "EventRootCode", "ActionGeo_FullName")
    loaded = cameo.load(
        stream(",".join(names) + "\n1,20240307,57,5,Goma\n2,20240307.0,42,4,Goma\n3,soon,190,19,Goma\n")
    )
    assert [str(event.when.start) if event.when else None for event in loaded] == ["2024-03-07", None]
    assert loaded.problems[0].rule == "gdelt.date"
    assert "root 04, 1 times" in loaded.notices[-1]
