"""An invented file of every ACLED era: read, checked, moved to today's layout, compared, and written back to the byte."""

import csv
import io
import json

import pytest

from conflict_events import checks
from conflict_events.formats import acled
from conflict_events.testing import acled_file

ROWS = 40
SECOND = ("actor2", "assoc_actor_2", "inter2", "interaction")


def rows_of(dialect="current", seed=3):
    return list(csv.DictReader(io.StringIO(acled_file(ROWS, dialect=dialect, seed=seed))))


def csv_of(rows):
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def monadic():
    """One row for each actor, and no column for a second one."""
    for row in rows_of():
        rest = {name: cell for name, cell in row.items() if name not in SECOND}
        yield rest
        if row["actor2"]:
            yield rest | {"actor1": row["actor2"], "assoc_actor_1": row["assoc_actor_2"], "inter1": row["inter2"]}


def maritime():
    sea = {"country": "Red Sea", "iso": "0", "region": "Middle East", "location": "Red Sea", "admin1": "", "admin2": ""}
    for number, row in enumerate(rows_of()):
        point = {"latitude": f"{15 + number / 100:g}", "longitude": "41.5", "geo_precision": "3", "admin3": ""}
        yield row | sea | point if number % 4 == 0 else row


def populated():
    for number, row in enumerate(rows_of()):
        yield row | {f"population_{circle}": str(100 * number) for circle in ("1km", "2km", "5km", "best")}


def old_api(dialect):
    """Every value a text, degrees with four decimals, slashes escaped, the count before the records."""
    degrees = ("latitude", "longitude")
    records = [
        {name: f"{float(cell):.4f}" if name in degrees else cell for name, cell in row.items()}
        for row in rows_of(dialect)
    ]
    envelope = {"status": 200, "success": True, "last_update": 12, "count": ROWS, "messages": [], "data": records}
    return json.dumps({**envelope, "filename": ""}, separators=(",", ":")).replace("/", r"\/").encode()


def new_api():
    """Numbers, texts and nulls side by side, as those who use the API have seen them; nobody has told the rule."""
    whole = ("year", "iso", "fatalities", "timestamp")
    records = [{name: int(cell) if name in whole else cell or None for name, cell in row.items()} for row in rows_of()]
    envelope = {"status": 200, "success": True, "last_update": 3, "count": ROWS, "messages": [], "data": records}
    return json.dumps({**envelope, "data_query_restrictions": {}}, indent=1).encode()


CSV_FILES = {
    **{name: (name, acled_file(ROWS, dialect=name, seed=3).encode()) for name in acled.DIALECTS},
    "monadic": ("current", csv_of(list(monadic()))),
    "maritime": ("current", csv_of(list(maritime()))),
    "population": ("current", csv_of(list(populated()))),
}
JSON_FILES = {
    "old API 2019 to 2023": ("2019", old_api("2019")),
    "old API, digits": ("2023", old_api("2023")),
    "old API, text": ("current", old_api("current")),
    "new API": ("current", new_api()),
}
FILES = {**CSV_FILES, **JSON_FILES}


def load(data):
    return acled.load(io.BytesIO(data))


def written(events, **options):
    report = acled.dump(events, out := io.BytesIO(), **options)
    return out.getvalue(), report


@pytest.mark.parametrize("era", FILES)
def test_it_is_read_whole_and_written_back_to_the_byte(era):
    dialect, data = FILES[era]
    table = load(data)
    assert (table.dialect, table.problems) == (dialect, ())
    assert len(table) == len(table.rows) >= ROWS
    assert written(table)[0] == data


@pytest.mark.parametrize("era", FILES)
def test_nothing_in_it_breaks_the_codebook(era):
    _, data = FILES[era]
    found = [finding.rule for finding in checks.lint(io.BytesIO(data))]
    assert set(found) == ({"country.known"} if era == "maritime" else set())


@pytest.mark.parametrize("keep_columns", [False, True])
@pytest.mark.parametrize("era", FILES)
def test_moved_to_the_layout_of_today_it_has_the_same_events(era, keep_columns):
    _, data = FILES[era]
    now, report = written(load(data), kind="csv", dialect="current", keep_columns=keep_columns)
    moved = load(now)
    assert (moved.dialect, moved.problems) == ("current", ())
    found = checks.diff(io.BytesIO(data), io.BytesIO(now))
    assert found.changes == (), found.text()
    assert found.touched == 0
    gone = {"data_id", "event_id_no_cnty", "iso3", "gwno"} & set(load(data).layout.columns)
    assert set(report.by_field) == (set() if keep_columns else gone)
    assert written(load(data), kind="csv", dialect="current")[0].startswith(b"event_id_cnty,event_date,year,")


@pytest.mark.parametrize("era", CSV_FILES)
def test_moved_back_it_has_the_same_bytes(era):
    dialect, data = CSV_FILES[era]
    now, _ = written(load(data), dialect="current", keep_columns=True)
    assert written(load(now), dialect=dialect)[0] == data


@pytest.mark.parametrize("era", JSON_FILES)
def test_json_goes_through_csv_of_today_and_back(era):
    """The envelope is the sender's own; the records are the same again, those of the old API to the byte."""
    dialect, data = JSON_FILES[era]
    now, _ = written(load(data), kind="csv", dialect="current", keep_columns=True)
    back, _ = written(load(now), kind="json", dialect=dialect, old_api="old" in era)
    if "old" in era:
        assert [row.raw for row in load(back).rows] == [row.raw for row in load(data).rows]
    assert tuple(load(back)) == tuple(load(data))


def test_what_comes_from_one_actor_a_row_makes_up_no_second_one():
    _, data = FILES["monadic"]
    now, _ = written(load(data), dialect="current")
    header = now.splitlines()[0].decode().split(",")
    assert not set(SECOND) & set(header)
    assert any("monadic" in reason for reason in load(now).reasons)
