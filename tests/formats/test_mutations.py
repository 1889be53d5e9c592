"""Files of every format with some bytes changed: read with problems, or refused in one clear error, and never more."""

import contextlib
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conflict_events import ConflictEventsError, checks, formats
from conflict_events.formats import acled
from conflict_events.testing import acled_file
from fuzz import targets
from rows import WRITTEN

pytest.importorskip("pyarrow")

TABLE = acled.load(io.BytesIO(acled_file(6).encode()))


def written(name):
    out = io.BytesIO()
    formats.get(name).dump(TABLE, out)
    return out.getvalue()


WHOLE = {name: written(name) for name in WRITTEN}
EDITS = st.lists(
    st.tuples(st.floats(0, 1), st.sampled_from([0, 0, 1, 2, 10, 100]), st.sampled_from([b"", *targets.TOKENS])),
    min_size=1,
    max_size=6,
)


def mutated(data, edits):
    """The bytes with stretches replaced: where (as a share of the length), how many, and by what."""
    for share, length, new in edits:
        start = int(share * len(data))
        data = data[:start] + new + data[start + length :]
    return data


@pytest.mark.parametrize("name", WRITTEN)
@given(edits=EDITS)
@settings(max_examples=40)
def test_a_changed_file_is_read_or_refused(name, edits):
    targets.reads(name)(mutated(WHOLE[name], edits))


@given(dialect=st.sampled_from(sorted(acled.DIALECTS)), edits=EDITS)
@settings(max_examples=80)
def test_a_changed_acled_file_is_kept_checked_moved_edited_and_compared(dialect, edits):
    data = mutated(acled_file(5, dialect=dialect).encode(), edits)
    targets.acled_table(data)
    targets.lint(data)
    with contextlib.suppress(ConflictEventsError):
        checks.diff(io.BytesIO(data), TABLE)
