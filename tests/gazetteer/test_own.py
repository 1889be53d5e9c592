import json

import pytest

from conflict_events.gazetteer import index
from conflict_events.gazetteer.index import gazetteer, open_gazetteer, using
from conflict_events.model.errors import LexiconError


def write(path, text):
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def villages(tmp_path):
    return write(
        tmp_path / "villages.csv",
        "name,lat,lon,names,country,admin1\nUmm Shalaya,12.5,23.1,Um Shalaia|Oum Chalaya,SDN,Central Darfur\n",
    )


def test_a_village_of_a_csv_is_found_by_all_its_names(villages):
    places = open_gazetteer(villages)
    for key in ("umm shalaya", "um shalaia", "oum chalaya"):
        row = places.rows(key)[0]
        assert (row.latitude, row.longitude, row.country, row.admin1) == (12.5, 23.1, "SD", "Central Darfur")
        assert row.layer == 1
    assert places.longest(("near", "umm", "shalaya", "market"), 1) == 2


def test_own_places_come_before_the_built_in(tmp_path):
    paris = write(tmp_path / "mine.csv", "name,latitude,longitude,country\nParis,10,20,TCD\n")
    rows = open_gazetteer(paris).rows("paris")
    assert (rows[0].country, rows[0].layer) == ("TD", 1)
    assert rows[1].country == "FR"


def test_points_and_areas_of_geojson(tmp_path):
    area = [[[20, 10], [22, 10], [22, 14], [20, 14], [20, 10]]]
    path = write(
        tmp_path / "mine.geojson",
        json.dumps(
            {
                "type": "FeatureCollection",
                "features": [
                    {
                        "type": "Feature",
                        "geometry": {"type": "Point", "coordinates": [29.5, -1.5]},
                        "properties": {"name": "Kibumbaville", "names": ["Kibumba-Ville"], "country": "CD"},
                    },
                    {
                        "type": "Feature",
                        "geometry": {"type": "Polygon", "coordinates": area},
                        "properties": {"name": "Zone Rouge"},
                    },
                ],
            }
        ),
    )
    places = open_gazetteer(path)
    row = places.rows("kibumba ville")[0]
    assert (row.latitude, row.longitude, row.country) == (-1.5, 29.5, "CD")
    row = places.rows("zone rouge")[0]
    assert (row.latitude, row.longitude, row.feature) == (12.0, 21.0, "L.AREA")


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("name,lat,lon\nA,1,2\nB,north,2\n", r"mine\.csv:3"),
        ("name,lat,lon\nA,91,2\n", r"mine\.csv:2"),
        ("name,lat,lon\n,1,2\n", r"mine\.csv:2"),
        ("name,lat,lon,country\nA,1,2,Atlantis\n", r"mine\.csv:2"),
        ("name,place\nA,B\n", r"mine\.csv:2"),
    ],
)
def test_a_row_that_cannot_be_read_is_named(tmp_path, text, where):
    with pytest.raises(LexiconError, match=where):
        open_gazetteer(write(tmp_path / "mine.csv", text))


@pytest.mark.parametrize("text", ["{}", "[", '{"type": "FeatureCollection", "features": [{}]}', "[1]"])
def test_what_is_no_geojson_is_refused(tmp_path, text):
    with pytest.raises(LexiconError, match=r"mine\.json"):
        open_gazetteer(write(tmp_path / "mine.json", text))


def test_zero_is_a_coordinate(tmp_path):
    path = write(tmp_path / "mine.csv", "name,lat,lon\nNullville,0,0\n")
    row = open_gazetteer(path).rows("nullville")[0]
    assert (row.latitude, row.longitude) == (0, 0)


def test_using_holds_within_its_block_only(villages):
    with using(villages):
        assert gazetteer().rows("umm shalaya")
    assert not gazetteer().rows("umm shalaya")


def test_the_environment_names_gazetteers(villages, tmp_path, monkeypatch):
    other = write(tmp_path / "other.tsv", "name\tlat\tlon\nUmm Shalaya\t1\t2\n")
    monkeypatch.setenv(index.VARIABLE, f"{other}:{villages}")
    assert [(row.layer, row.latitude) for row in gazetteer().rows("umm shalaya")] == [(2, 1.0), (1, 12.5)]


def test_a_missing_gazetteer_is_an_error_that_names_it(tmp_path):
    with pytest.raises(LexiconError, match=r"gone\.idx"):
        open_gazetteer(tmp_path / "gone.idx")


@pytest.mark.parametrize("data", [b"", b"x", b"CEGAZ\0" + bytes(200), b"\xff" * 500])
def test_what_is_no_index_is_refused(tmp_path, data):
    path = tmp_path / "bad.idx"
    path.write_bytes(data)
    with pytest.raises(LexiconError, match=r"bad\.idx"):
        open_gazetteer(path)
