"""Two downloads: what is new, gone, changed, and what it does to the toll."""

import csv
import io
import json

from attrs import evolve

from conflict_events import CasualtyReport, Outcome
from conflict_events.checks import diff
from conflict_events.formats import acled
from conflict_events.testing import acled_file


def load(text):
    return acled.load(io.BytesIO(text.encode()))


def files(**options):
    return io.BytesIO(acled_file(30, **options).encode())


def test_the_same_file_has_no_changes():
    assert diff(files(), files()).changes == ()


def test_added_deleted_and_changed_are_told_apart():
    old = list(load(acled_file(30)))
    claim = CasualtyReport(Outcome.KILLED, stated=40, low=40)
    changed = evolve(old[3], casualties=[claim], notes="New count.")
    new = [*old[:3], changed, *old[5:], evolve(old[0], record_id="KEN777")]
    found = diff(old, new)
    assert [(change.kind, change.event) for change in found.changes] == [
        ("deleted", old[4].id),
        ("changed", old[3].id),
        ("added", "KEN777"),
    ]
    assert {one.column for one in found.changes[1].fields} == {"notes", "fatalities"}
    assert found.toll == {
        "added": old[0].fatalities.value,
        "deleted": -old[4].fatalities.value,
        "changed": 40 - old[3].fatalities.value,
        "net": sum(event.fatalities.value for event in new) - sum(event.fatalities.value for event in old),
    }
    assert found.fields == {"fatalities": 1, "notes": 1}


def test_another_layout_is_no_change():
    for name in acled.DIALECTS:
        out = io.BytesIO()
        acled.dump(load(acled_file(30, dialect=name)), out, dialect="current")
        found = diff(files(dialect=name), io.BytesIO(out.getvalue()))
        assert found.changes == (), (name, found.text())
        assert found.dialects == (name, "current")


def test_a_new_timestamp_alone_is_counted_apart():
    new = acled_file(3).replace(",1700000002\n", ",1800000000\n")
    found = diff(io.BytesIO(acled_file(3).encode()), io.BytesIO(new.encode()))
    assert (found.changes, found.touched) == ((), 1)


def test_rows_of_one_id_are_compared_in_order():
    columns = [name for name in acled.COLUMNS if name not in ("actor2", "inter2")]
    row = dict.fromkeys(columns, "") | {"event_id_cnty": "KEN1", "sub_event_type": "Attack", "event_date": "2024-01-01"}
    rows = [",".join({**row, "actor1": actor}.values()) for actor in "AB"]
    text = "\n".join([",".join(columns), *rows])
    found = diff(io.BytesIO(text.encode()), io.BytesIO(text.replace(",B,", ",C,").encode()))
    assert [(change.event, change.fields[0].column) for change in found.changes] == [("KEN1#2", "actor1")]


def test_all_three_tellings_say_the_same():
    old = list(load(acled_file(10)))
    found = diff(old, [evolve(old[0], notes="Other."), *old[1:]])
    assert json.loads(found.json())["changes"][0]["fields"] == [
        {"column": "notes", "old": old[0].notes, "new": "Other."}
    ]
    header, row = csv.reader(io.StringIO(found.table()))
    assert dict(zip(header, row, strict=True))["new"] == "Other."
    assert "-> 'Other.'" in found.text()


def test_a_table_is_made_safe_for_spreadsheets_when_asked():
    old = list(load(acled_file(2)))
    found = diff(old, [evolve(old[0], notes="=1+1"), old[1]])
    assert ",=1+1," in found.table()
    assert ",'=1+1," in found.table(spreadsheet_safe=True)
