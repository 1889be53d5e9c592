"""GeoJSON, HXL, Arrow and data frames: what goes in comes out, or the report says what does not."""

import csv
import io
import json
import os
import subprocess
import sys

import pytest
from attrs import evolve
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import project
from conflict_events import Country, Event, Place, SubEventType
from conflict_events.formats import acled, by_ending, geojson, hxl, read
from conflict_events.model.errors import FormatError, UnknownNameError
from conflict_events.testing import acled_file, any_event

pytest.importorskip("pyarrow")
from conflict_events.formats import arrow, frames

HAIFA = Place("Haifa", country=Country.of("ISR"), latitude=32.81841, longitude=34.9885, precision=1)


def table(**options):
    return acled.load(io.BytesIO(acled_file(40, **options).encode()))


def stream(text):
    return io.BytesIO(text.encode("utf-8", "backslashreplace"))


@given(st.lists(any_event(), max_size=3))
@settings(max_examples=50)
def test_geojson_and_arrow_carry_whole_events(events):
    assert tuple(geojson.load(stream(geojson.dumps(events)))) == tuple(events)
    assert tuple(arrow.from_table(arrow.to_table(events))) == tuple(events)


@given(st.lists(any_event(), max_size=3))
@settings(max_examples=30)
def test_what_carries_whole_events_reports_no_contradiction(events):
    assert geojson.load(stream(geojson.dumps(events))).problems == ()
    assert arrow.from_table(arrow.to_table(events)).problems == ()


def test_a_point_is_longitude_first():
    feature = geojson.to_feature(Event(SubEventType.ATTACK, where=HAIFA))
    assert feature["geometry"] == {"type": "Point", "coordinates": [34.9885, 32.81841]}
    assert "latitude" not in feature["properties"]


def test_a_country_alone_has_no_point():
    israel = Place("Israel", country=Country.of("ISR"), latitude=31.5, longitude=34.8, feature="A.PCLI")
    assert geojson.to_feature(Event(SubEventType.ATTACK, where=israel))["geometry"] is None


def test_a_point_that_somebody_moved_is_told():
    document = json.loads(geojson.dumps([Event(SubEventType.ATTACK, where=HAIFA)]))
    document["features"][0]["geometry"]["coordinates"] = [35, 33]
    document["features"][0]["properties"]["fatalities"] = 7
    loaded = geojson.load(stream(json.dumps(document)))
    assert [problem.column for problem in loaded.problems] == ["geometry", "fatalities"]
    assert loaded[0].where == HAIFA


def test_plain_geojson_is_read_as_acled_columns():
    events = table()
    assert tuple(geojson.load(stream(geojson.dumps(events, plain=True)))) == tuple(events)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"type": "Feature"}', '{"type": "FeatureCollection"}', "[" * 100_000])
def test_what_is_no_geojson_is_one_clear_error(text):
    with pytest.raises(FormatError):
        geojson.load(stream(text))


def test_broken_features_are_listed_and_the_rest_is_read():
    document = json.loads(geojson.dumps([Event(SubEventType.ATTACK)]))
    document["features"] += [5, {"type": "Feature", "properties": {}}, {"properties": {}, "conflict_events": {}}]
    loaded = geojson.load(stream(json.dumps(document)))
    assert len(loaded) == 1
    assert [problem.row for problem in loaded.problems] == [2, 3, 4]


def test_hxl_goes_by_tags_in_any_order():
    events = table()
    text = hxl.dumps(events)
    assert tuple(hxl.load(stream(text))) == tuple(events)
    rows = [line.split(",", 2) for line in text.splitlines()]
    swapped = "\n".join(["A title,,", *(f"{b},{a},{c}" for a, b, c in rows)])
    assert tuple(hxl.load(stream(swapped))) == tuple(events)


def test_hxl_attributes_have_no_order_and_other_columns_are_kept():
    text = "what,where,mine\n#event+sub+type,#loc +name,#x_mine\nGrenade,Tamvik,7\n"
    (event,) = hxl.load(stream(text))
    assert (event.sub_event_type, event.where.name) == (SubEventType.GRENADE, "Tamvik")
    assert event.extras == (("#x_mine", "7"),)


def test_what_has_no_tags_is_no_hxl():
    with pytest.raises(FormatError, match="hashtags"):
        hxl.load(stream(acled_file(30)))


def test_hxl_is_made_safe_for_spreadsheets_when_asked():
    event = Event(SubEventType.ATTACK, notes="=1+1")
    assert ",'=1+1," in hxl.dumps([event], spreadsheet_safe=True)
    assert ",=1+1," in hxl.dumps([event])


@pytest.mark.parametrize("name", ["events.parquet", "events.arrow"])
def test_arrow_files_are_typed_and_lossless(tmp_path, name):
    events = table()
    report = arrow.dump(events, tmp_path / name)
    assert (report.events, report.total) == (40, 0)
    assert tuple(arrow.load(tmp_path / name)) == tuple(events)


def test_arrow_columns_have_types_and_meanings():
    import pyarrow as pa

    schema = arrow.to_table(table()).schema
    assert schema.field("event_date").type == pa.date32()
    assert schema.field("fatalities").type == pa.int32()
    assert pa.types.is_dictionary(schema.field("country").type)
    assert b"north" in schema.field("latitude").metadata[b"description"]


def test_arrow_tells_what_was_changed_beside_the_event():
    import pyarrow as pa

    made = arrow.to_table(table())
    index = made.schema.get_field_index("fatalities")
    other = made.set_column(index, made.schema.field(index), pa.array([99] * 40, pa.int32()))
    assert {problem.column for problem in arrow.from_table(other).problems} == {"fatalities"}


def test_what_is_no_parquet_is_one_clear_error():
    for data in (b"", b"PAR1", b"PAR1 and more PAR1", b"event_id_cnty\n", b"ARROW1\0\0"):
        with pytest.raises(FormatError):
            arrow.load(io.BytesIO(data))


@pytest.mark.parametrize("dialect", ["current", "web"])
def test_columns_are_read_without_events(tmp_path, dialect):
    path = tmp_path / "events.csv"
    path.write_text(acled_file(40, dialect=dialect))
    columns = arrow.read_columns(path)
    assert tuple(arrow.from_table(columns)) == tuple(acled.load(path))
    path.write_text(acled_file(40).replace(",1700000003", ",soon"))
    with pytest.raises(FormatError, match="soon"):
        arrow.read_columns(path)


def test_line_breaks_in_cells_are_read_as_columns_wherever_the_reader_cuts(tmp_path):
    path = tmp_path / "events.csv"
    text = (
        acled_file(4000)
        .replace(" people were killed.", "\r\npeople\n\nwere killed.")
        .replace(", and no group", ',\n""\nno group')
    )
    path.write_bytes(text.encode())
    assert len(text) > 1 << 20  # pyarrow cuts files into blocks of 1 MB
    notes = arrow.read_columns(path).column("notes").to_pylist()
    with path.open(newline="") as stream:
        assert notes == [row["notes"] for row in csv.DictReader(stream)]
    assert sum("\n" in note for note in notes) > 3000


@pytest.mark.parametrize("library", ["pandas", "polars", "geopandas"])
def test_frames_come_back_as_events(library):
    pytest.importorskip(library)
    events = table()
    assert tuple(frames.from_frame(frames.to_frame(events, library))) == tuple(events)
    whole = frames.from_frame(frames.to_frame(events, library, whole=True))
    assert (tuple(whole), whole.problems) == (tuple(events), ())


@pytest.mark.parametrize("library", ["pandas", "polars", "geopandas"])
def test_a_library_that_is_not_installed_is_one_clear_error(library, monkeypatch):
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(UnknownNameError, match=f"pip install {library}"):
        frames.to_frame([], library)


def test_data_frames_are_loaded_only_when_they_are_called():
    code = "import sys; from conflict_events.formats import frames; print(sorted(sys.modules))"
    env = {**os.environ, "PYTHONPATH": str(project.SOURCE)}
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True)
    assert not {"'pandas'", "'polars'", "'geopandas'", "'pyarrow'"} & set(done.stdout.strip("[]\n").split(", "))


@pytest.mark.parametrize("library", ["pandas", "polars", "geopandas"])
def test_the_code_of_namibia_stays_a_word(library):
    pytest.importorskip(library)
    event = Event(SubEventType.ATTACK, where=Place("NA", country=Country.of("NA"), admin1="NA"))
    (back,) = frames.from_frame(frames.to_frame([event], library))
    assert (back.where.name, back.where.admin1, back.where.country.name) == ("NA", "NA", "Namibia")


def test_pandas_types_are_right_and_na_is_a_word():
    pandas = pytest.importorskip("pandas")
    events = [Event(SubEventType.ATTACK, where=Place("NA", country=Country.of("NA"), admin1="NA")), *table()]
    frame = frames.to_frame(events)
    assert str(frame["fatalities"].dtype) == "Int32"
    assert str(frame["country"].dtype) == "category"
    assert frame["event_date"].dtype.kind == "M"
    assert frame["latitude"].isna()[0]
    assert frame["event_date"][0] is pandas.NaT
    back = frames.from_frame(frame)
    assert (back[0].where.name, back[0].where.admin1, back[0].where.country.name) == ("NA", "NA", "Namibia")


def test_edits_in_a_frame_are_read():
    frame = frames.to_frame(table())
    frame.loc[0, "fatalities"] = 99
    frame["mine"] = "x"
    back = frames.from_frame(frame.sort_index(axis=1))
    assert back[0].fatalities.value == 99
    assert ("mine", "x") in back[0].extras


def test_geopandas_has_points():
    geopandas = pytest.importorskip("geopandas")
    frame = frames.to_frame([Event(SubEventType.ATTACK, where=HAIFA), Event(SubEventType.ATTACK)], "geopandas")
    assert isinstance(frame, geopandas.GeoDataFrame)
    assert frame.crs.to_epsg() == 4326
    assert (frame.geometry[0].x, frame.geometry[1]) == (34.9885, None)


def test_other_libraries_are_refused():
    with pytest.raises(UnknownNameError, match="pandas"):
        frames.to_frame([], "excel")
    with pytest.raises(FormatError):
        frames.from_frame([1])


@pytest.mark.parametrize("name", ["acled-csv", "native", "geojson", "hxl", "ucdp-ged", "acled-json"])
def test_the_format_of_a_file_is_found_by_its_contents(name, tmp_path):
    from conflict_events import formats

    path = tmp_path / "data.bin"
    formats.get(name).dump(table(), path)
    found, events = read(path)
    assert found == name.replace("acled-json", "acled-csv")
    assert len(events) > 5


def test_endings():
    assert by_ending("x.parquet") == "arrow"
    assert by_ending("x.json") == "native"
    with pytest.raises(FormatError):
        read(io.BytesIO(b"hello\n"))


@given(any_event())
@settings(max_examples=40)
def test_any_event_survives_frames_as_its_row(event):
    row = acled.to_rows([event])[0]
    assume(all(row[name] for name in ("actor1", "actor2") if getattr(event, name) is not None))
    loaded = frames.from_frame(frames.to_frame([evolve(event, extras=())]))
    if len(loaded) and not loaded.problems:
        again = acled.to_rows(loaded)[0]
        skipped = ("event_id_cnty", "timestamp")
        assert [again[key] for key in row if key not in skipped] == [
            row[key] for key in row if key not in skipped
        ] or event.extras


def test_hxl_needs_the_sub_event_type_alone():
    (event,) = hxl.load(stream("a\n#event+type+sub\nGrenade\n"))
    assert event.sub_event_type is SubEventType.GRENADE


def test_an_id_of_thousands_of_digits_is_only_a_text():
    (row,) = acled.to_rows([Event(SubEventType.ATTACK, record_id="KEN" + "9" * 5000)], dialect="2019")
    assert row["event_id_no_cnty"] is None
