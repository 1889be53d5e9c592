"""Readers take a file piece by piece: the same events, wherever the pieces are cut, in memory that does not grow."""

import gc
import io
import json

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from conflict_events import Event, formats
from conflict_events.formats import acled, jsonio, native
from conflict_events.formats.jsonio import Records, Scanner
from conflict_events.model.errors import FormatError
from conflict_events.testing import acled_file
from rows import WRITTEN

pytest.importorskip("pyarrow")

TABLE = acled.load(io.BytesIO(acled_file(30).encode()))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def written(name, events=TABLE):
    formats.get(name).dump(events, out := io.BytesIO())
    return out.getvalue()


class Dripping(io.RawIOBase):
    """A source that gives few bytes at a time and is read once, like a pipe."""

    def __init__(self, data, size):
        self._data, self._size = io.BytesIO(data), size

    def readable(self):
        return True

    def readinto(self, buffer):
        got = self._data.read(min(self._size, len(buffer)))
        buffer[: len(got)] = got
        return len(got)


@pytest.mark.parametrize("name", WRITTEN)
@pytest.mark.parametrize("size", [1000, 7])
def test_events_come_one_by_one_as_they_come_together(name, size):
    data = written(name)
    together = formats.get(name).load(io.BytesIO(data))
    with formats.open_events(io.BufferedReader(Dripping(data, size)), name) as (found, stream):
        assert (found, tuple(stream)) == (name, tuple(together))


@pytest.mark.parametrize("name", WRITTEN)
def test_every_format_opens_what_it_loads(name):
    loaded = formats.get(name).load(io.BytesIO(written(name)))
    with formats.get(name).open(io.BytesIO(written(name))) as stream:
        again = stream.load()
    assert tuple(again) == tuple(loaded)
    assert (again.problems, again.notices) == (tuple(loaded.problems), tuple(getattr(loaded, "notices", ())))


@given(
    st.lists(VALUES, max_size=5),
    st.dictionaries(st.text(), VALUES, max_size=3),
    st.integers(1, 9),
    st.sampled_from([None, 1]),
)
def test_records_are_the_same_wherever_the_window_ends(values, others, size, indent):
    others.pop("data", None)
    text = json.dumps({**others, "data": values, "last": 1}, indent=indent)
    rest = [text[at : at + size] for at in range(0, len(text), size)]
    found = Records(Scanner(lambda _: rest.pop(0) if rest else "", "x"), "data")
    read = list(found)
    assert [value for *_, value in read] == values
    assert found.others == {**others, "last": 1}
    assert found.head + "".join(before + raw for before, raw, _ in read) + found.tail == text


@pytest.mark.parametrize("cut", range(1, 40))
def test_a_cut_off_document_is_an_error_wherever_it_is_cut(cut):
    data = written("acled-json")
    with pytest.raises(FormatError):
        acled.load(io.BytesIO(data[: len(data) * cut // 40]))


def big(name, path, rows=4000):
    from conflict_events.testing.acled_files import write_acled_file

    small = path.with_suffix(".csv")
    write_acled_file(small, rows)
    with acled.open_events(small) as stream:
        formats.get(name).dump(stream, path)


@pytest.mark.parametrize("name", sorted(set(WRITTEN) - {"arrow", "acled-xlsx"}))
def test_a_file_is_read_on_as_its_events_are_taken(name, tmp_path):
    path = tmp_path / "big"
    big(name, path)
    with path.open("rb") as source, formats.open_events(source, name) as (_, stream):
        events = iter(stream)
        next(events)
        assert source.tell() < path.stat().st_size / 2
        for number, _ in enumerate(events):
            if number % 1000 == 0:
                assert sum(type(thing) is Event for thing in gc.get_objects()) < 600 + len(TABLE)


def test_parquet_is_read_by_groups_of_rows(tmp_path, monkeypatch):
    import pyarrow as pa
    import pyarrow.parquet

    path = tmp_path / "big.parquet"
    monkeypatch.setattr(formats.arrow, "_BATCH", 300)
    big("arrow", path)
    before = pa.total_allocated_bytes()
    with formats.open_events(path, "arrow") as (_, stream):
        peaks = [pa.total_allocated_bytes() - before for number, _ in enumerate(stream) if number % 100 == 0]
    assert max(peaks) < pyarrow.parquet.read_table(path).nbytes / 2


def test_a_feather_file_of_others_is_read(tmp_path):
    feather = pytest.importorskip("pyarrow.feather")
    path = tmp_path / "x.feather"
    feather.write_feather(formats.arrow.to_table(TABLE), path)
    assert tuple(formats.arrow.load(path)) == tuple(TABLE)


def test_a_record_longer_than_can_be_read_is_one_clear_error(monkeypatch):
    monkeypatch.setattr(jsonio, "LONGEST", 100_000)
    with pytest.raises(FormatError, match="longer than can be read"):
        native.load(io.BytesIO(b'[{"notes": "' + b"x" * 500_000 + b'"}]'))


def test_marks_of_the_native_form_may_stand_behind_the_events():
    document = json.loads(native.dumps(TABLE))
    assert native.loads(json.dumps({"events": document["events"], "format": "conflict-events", "version": 1})) == tuple(
        TABLE
    )
    with pytest.raises(FormatError, match="another format"):
        native.loads(json.dumps({"events": [], "format": "conflict-events", "version": 2}))


def test_edits_that_the_file_cannot_hold_are_told():
    table = acled.load(io.BytesIO(acled_file(3, dialect="2019").encode()))
    edited = table.with_events([evolve(table[0], tags=("crowd size=no report",)), *table[1:]])
    assert acled.dump(edited, io.BytesIO()).by_field == {"tags": 2}
    assert acled.dump(table.with_events([evolve(table[0], notes="x"), *table[1:]]), io.BytesIO()).by_field == {}
