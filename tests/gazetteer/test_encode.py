from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from conflict_events.gazetteer.draft import Draft
from conflict_events.gazetteer.encode import write_index
from conflict_events.gazetteer.keys import name_key
from conflict_events.gazetteer.layer import Layer
from conflict_events.gazetteer.rows import NameKind

NAMES = st.text(min_size=1, max_size=40)
PLACES = st.lists(
    st.tuples(
        NAMES, st.floats(-90, 90), st.floats(-180, 180), st.integers(0, 2**40), st.sampled_from(["SD", "PS", None])
    ),
    max_size=5,
)


def drafts(places):
    for name, latitude, longitude, population, country in places:
        yield Draft(name, latitude, longitude, "P.PPL", country, population=population, names={name: NameKind.MAIN})


@given(PLACES)
def test_what_is_written_is_found(places):
    with TemporaryDirectory() as folder:
        path = Path(folder) / "x.idx"
        write_index(path, (draft.entry() for draft in drafts(places)), {})
        layer = Layer(path)
        assert len(layer) == len(places)
        for number, (name, latitude, longitude, _, country) in enumerate(places):
            row = layer.row(number)
            assert row.name == name.replace("\0", " ")
            assert row.country == country
            assert abs(row.latitude - latitude) < 1e-5
            assert abs(row.longitude - longitude) < 1e-5
            key = name_key(name)
            if key and "\0" not in key and not key.startswith("~"):
                assert number in [found.row for found in layer.rows(key)]
                words = tuple(key.split(" "))
                assert layer.longest(words, 0) == len(words)


def test_the_same_input_gives_the_same_bytes(tmp_path):
    places = [
        ("Goma", -1.7, 29.2, 5, "CD"),
        ("Khān Yūnis", 31.3, 34.3, 7, "PS"),
        ("Deir el-Balah", 31.4, 34.3, 7, "PS"),
    ]
    for name in ("a.idx", "b.idx"):
        write_index(tmp_path / name, (draft.entry() for draft in drafts(places)), {"source": "test"}, {1: 0})
    assert (tmp_path / "a.idx").read_bytes() == (tmp_path / "b.idx").read_bytes()


def test_an_empty_index_is_an_index(tmp_path):
    write_index(tmp_path / "empty.idx", (), {})
    layer = Layer(tmp_path / "empty.idx")
    assert layer.rows("goma") == ()
    assert layer.longest(("goma",), 0) == 0


def test_an_index_that_is_open_survives_its_replacement(tmp_path):
    path = tmp_path / "x.idx"
    write_index(path, (draft.entry() for draft in drafts([("Goma", 1, 2, 3, None)])), {})
    layer = Layer(path)
    write_index(path, (draft.entry() for draft in drafts([("Beni", 1, 2, 3, None)])), {})
    assert layer.rows("goma")[0].name == "Goma"
    assert Layer(path).rows("beni")[0].name == "Beni"
    assert [found.name for found in tmp_path.iterdir()] == ["x.idx"]
