"""The ISO 3166-2 code of the first-level division: found by name, written where a format has room, read back."""

import io

import pytest

import conflict_events as ce
from conflict_events.formats import frames, geojson, hxl, native

MAIDUGURI = ce.Place("Maiduguri", country="Nigeria", admin1="Borno", latitude=11.85, longitude=13.16, precision=1)
EVENT = ce.Event("Attack", when="2024-05-01", where=MAIDUGURI)


@pytest.mark.parametrize(
    ("country", "admin1", "code"),
    [
        ("NGA", "Borno", "NG-BO"),
        ("IRQ", "Ninewa", "IQ-NI"),
        ("IRQ", "Al Anbār", "IQ-AN"),
        ("SYR", "Rural Damascus", "SY-RD"),
        ("UKR", "Kyiv City", "UA-30"),
        ("UKR", "Kyiv", "UA-32"),
        ("COD", "Nord-Kivu", "CD-NK"),
        ("RUS", "Moscow", None),
        ("XKX", "Prizren", None),
        ("NGA", "Atlantis", None),
        (None, "Borno", None),
        ("NGA", None, None),
    ],
)
def test_a_name_finds_its_code_and_one_of_two_divisions_finds_none(country, admin1, code):
    assert ce.Place("x", country=country, admin1=admin1).subdivision == code


@pytest.mark.parametrize(
    "fields",
    [
        {"country": "NGA", "subdivision": "NE-1"},
        {"country": "NGA", "subdivision": "NG-XX"},
        {"country": "NGA", "subdivision": "Borno"},
        {"country": "NGA", "admin1": "Borno", "subdivision": "NG-AD"},
        {"subdivision": 7},
    ],
)
def test_a_code_of_no_division_or_of_another_is_refused(fields):
    with pytest.raises(ce.ConflictEventsError, match="subdivision"):
        ce.Place("x", **fields)


def test_a_code_stands_where_no_name_is_known():
    assert ce.Place("x", country="NGA", subdivision="NG-BO").admin1 is None


def test_it_is_in_the_native_form():
    assert '"subdivision": "NG-BO"' in native.to_text(EVENT)
    assert native.loads(native.dumps([EVENT])) == (EVENT,)


def test_it_is_in_hxl_and_comes_back_without_the_name_of_the_division():
    text = hxl.dumps([EVENT])
    names, tags, cells = (line.split(",") for line in text.splitlines())
    at = tags.index("#adm1+code")
    assert (names[at], cells[at]) == ("subdivision", "NG-BO")
    assert hxl.load(io.BytesIO(text.encode()))[0].where.subdivision == "NG-BO"
    bare = hxl.load(io.BytesIO(text.replace(",Borno,", ",,").encode()))[0]
    assert (bare.where.admin1, bare.where.subdivision, bare.extras) == (None, "NG-BO", ())


def test_a_code_of_another_scheme_is_kept_as_it_came():
    text = hxl.dumps([EVENT]).replace("NG-BO", "NG008")
    event = hxl.load(io.BytesIO(text.encode()))[0]
    assert event.where.subdivision == "NG-BO"
    assert event.extras == (("#adm1+code", "NG008"),)


def test_it_is_in_geojson_and_a_change_of_it_is_told():
    feature = geojson.to_feature(EVENT)
    assert feature["properties"]["subdivision"] == "NG-BO"
    plain = geojson.dumps([EVENT], plain=True)
    assert geojson.load(io.BytesIO(plain.encode()))[0].where == ce.from_dict(ce.to_dict(MAIDUGURI), ce.Place)
    changed = geojson.dumps([EVENT]).replace('"properties": {', '"properties": {', 1).replace('"NG-BO"', '"NG-AD"', 1)
    assert [problem.column for problem in geojson.load(io.BytesIO(changed.encode())).problems] == ["subdivision"]


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_it_is_in_data_frames(library):
    frame = frames.to_frame([EVENT, ce.Event("Attack")], library)
    assert next(iter(frame["subdivision"])) == "NG-BO"
    loaded = frames.from_frame(frame)
    assert (loaded[0].where.subdivision, loaded[0].extras, loaded[1].extras) == ("NG-BO", (), ())
