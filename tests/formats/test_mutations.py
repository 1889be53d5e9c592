"""Files of every format with some bytes changed: read with problems, or refused in one clear error, and never more."""

import io

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from conflict_events import ConflictEventsError, checks, formats
from conflict_events.formats import acled, native
from conflict_events.testing import acled_file

pytest.importorskip("pyarrow")

TABLE = acled.load(io.BytesIO(acled_file(6).encode()))
BITS = [
    *(bit.encode() for bit in '" , ; : { } [ ] # - \\ null NaN inf 1e999 \\ud800 2024-02-30 é'.split()),
    *(b"\n", b"\r", b"\t", b"\0", b" ", b"\xff", b"\xf0\x9f", b"\xef\xbb\xbf", b"9" * 5000),
]


def written(name):
    out = io.BytesIO()
    formats.get(name).dump(TABLE, out)
    return out.getvalue()


WHOLE = {name: written(name) for name in formats.BUILT_IN}
EDITS = st.lists(
    st.tuples(st.floats(0, 1), st.sampled_from([0, 0, 1, 2, 10, 100]), st.sampled_from([b"", *BITS])),
    min_size=1,
    max_size=6,
)


def mutated(data, edits):
    """The bytes with stretches replaced: where (as a share of the length), how many, and by what."""
    for share, length, new in edits:
        start = int(share * len(data))
        data = data[:start] + new + data[start + length :]
    return data


@pytest.mark.parametrize("name", formats.BUILT_IN)
@given(edits=EDITS)
@settings(max_examples=40)
def test_a_changed_file_is_read_or_refused(name, edits):
    try:
        loaded = formats.get(name).load(io.BytesIO(mutated(WHOLE[name], edits)))
    except ConflictEventsError:
        return
    events = tuple(loaded)
    assert native.loads(native.dumps(events)) == events
    for other in ("geojson", "ucdp-ged", "plover", "gdelt", "hxl"):
        formats.get(other).dump(events, io.BytesIO())


@given(dialect=st.sampled_from(sorted(acled.DIALECTS)), edits=EDITS)
@settings(max_examples=80)
def test_a_changed_acled_file_is_kept_checked_moved_edited_and_compared(dialect, edits):
    data = mutated(acled_file(5, dialect=dialect).encode(), edits)
    try:
        table = acled.load(io.BytesIO(data))
    except ConflictEventsError:
        return
    acled.dump(table, out := io.BytesIO())
    assert out.getvalue() == data
    checks.lint(table)
    checks.fix_file(io.BytesIO(data), io.BytesIO())
    checks.diff(io.BytesIO(data), TABLE)
    for target in ("current", "africa"):
        acled.dump(table, io.BytesIO(), dialect=target)
    acled.dump(table.with_events([evolve(event, notes="x") for event in table]), io.BytesIO())
