"""ACLED files of every era are read, changed in single cells, migrated, and otherwise kept to the byte."""

import contextlib
import csv
import io
import json
import tracemalloc

import pytest
from attrs import evolve
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from conflict_events import ActorKind, ConflictEventsError, Event, Grain, Status, SubEventType
from conflict_events.formats import acled
from conflict_events.model.errors import FormatError
from conflict_events.testing import acled_file, any_event, any_text
from rows import CELLS, text_of

HEADER = ",".join(acled.COLUMNS)


def load(text, **options):
    return acled.load(io.BytesIO(text if isinstance(text, bytes) else text.encode()), **options)


def back(table, **options):
    out = io.BytesIO()
    acled.dump(table, out, **options)
    return out.getvalue()


def test_a_row_becomes_an_event():
    (event,) = load(text_of({}))
    assert event.sub_event_type is SubEventType.ATTACK
    assert (event.id, event.when.timex, event.where.name) == ("KEN901", "2024-03-07", "Losiko")
    assert (event.where.latitude, event.where.country.alpha_3) == (3.12, "KEN")
    assert event.actor1.kind is ActorKind.POLITICAL_MILITIA
    assert [actor.name for actor in event.assoc_actor_2] == ["Farmers (Kenya)", "Women (Kenya)"]
    assert event.fatalities.value == event.casualties[0].stated == 2
    assert event.casualties[0].high is None
    assert event.extras == (("timestamp", "1710000000"),)
    assert event.basis("assoc_actor_2").status is Status.INFERRED


def test_zero_deaths_are_no_claim():
    (event,) = load(text_of({"fatalities": "0"}))
    assert (event.casualties, event.fatalities.value) == ((), 0)


def test_a_blank_figure_is_not_zero():
    (event,) = load(text_of({"fatalities": ""}))
    assert acled.to_rows([event])[0]["fatalities"] is None


@pytest.mark.parametrize(("precision", "timex", "days"), [("2", "2024-03-04/2024-03-10", 7), ("3", "2024-03", 31)])
def test_a_vague_date_becomes_its_span_and_keeps_its_day(precision, timex, days):
    (event,) = load(text_of({"time_precision": precision}))
    assert (event.when.timex, event.when.days, str(event.when.anchor)) == (timex, days, "2024-03-07")
    assert acled.to_rows([event])[0]["event_date"] == "2024-03-07"
    assert event.basis("when").status is Status.INFERRED


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("name", acled.DIALECTS)
def test_every_era_is_recognised_and_written_back_to_the_byte(name, newline):
    data = acled_file(40, dialect=name, newline=newline).encode()
    table = load(data)
    assert table.dialect == name
    assert table.reasons
    assert len(table) == 40
    assert table.problems == ()
    assert back(table) == data


@pytest.mark.parametrize("name", acled.DIALECTS)
def test_events_alone_write_the_same_rows(name):
    """Without the table, from the model alone: what the reader takes in is what the writer puts out."""
    data = acled_file(60, dialect=name)
    assert acled.dumps(tuple(load(data)), dialect=name) == data.replace("\r\n", "\n")


@pytest.mark.parametrize("target", acled.DIALECTS)
@pytest.mark.parametrize("name", acled.DIALECTS)
def test_every_era_migrates_to_every_other(name, target):
    table = load(acled_file(15, dialect=name))
    moved = load(back(table, dialect=target))
    assert moved.dialect == target
    assert moved.problems == ()
    assert [event.id for event in moved] == [event.id for event in table]
    assert [event.when for event in moved] == [event.when for event in table]
    assert [event.actor2 for event in moved] == [event.actor2 for event in table]
    assert [event.event_type for event in moved] == [event.event_type for event in table]


def test_the_loss_report_of_a_migration_names_the_columns_that_go():
    report = acled.dump(load(acled_file(5, dialect="2019")), io.BytesIO(), dialect="current")
    assert report.by_field == {"data_id": 5, "event_id_no_cnty": 5, "iso3": 5}


def test_riots_and_protests_of_old_are_told_apart_by_the_actor():
    columns = acled.DIALECTS["africa"].columns
    old = {"event_type": "Riots/Protests", "ally_actor_1": "", "event_date": "25/12/2001"}
    riot, protest, neither = load(
        text_of({**old, "inter1": "5"}, {**old, "inter1": "6"}, {"event_type": "Remote violence"}, columns=columns)
    )
    assert (riot.event_type.value, protest.event_type.value) == ("Riots", "Protests")
    assert neither.basis("sub_event_type").status is Status.ABSENT
    assert acled.to_rows([neither])[0]["sub_event_type"] == ""


def _slashed(*days, **options):
    columns = acled.DIALECTS["africa"].columns
    rows = [{"event_date": day, "event_type": "Battles", "year": ""} for day in days]
    return load(text_of(*rows, columns=columns), **options)


def test_days_that_can_be_read_in_two_orders_are_an_error_that_says_how_to_tell():
    with pytest.raises(FormatError, match=r"--day-first or --month-first.*'3/4/2001'"):
        _slashed("4/4/2001", "3/4/2001")
    assert [str(event.when.start) for event in _slashed("4/4/2001", "5/5/2001")] == ["2001-04-04", "2001-05-05"]


@pytest.mark.parametrize(("day_first", "meant"), [(True, "2001-04-03"), (False, "2001-03-04")])
def test_the_order_of_day_and_month_can_be_told(day_first, meant):
    table = _slashed("3/4/2001", day_first=day_first)
    assert [str(event.when.start) for event in table] == [meant]


def test_where_rows_disagree_about_the_order_only_sure_days_are_read():
    first, second, unsure = _slashed("25/12/2001", "12/25/2001", "3/4/2001")
    assert [str(event.when.start) for event in (first, second)] == ["2001-12-25", "2001-12-25"]
    assert unsure.basis("when").status is Status.BROKEN
    assert unsure.basis("when").raw == "3/4/2001 1"


@pytest.mark.parametrize(("sure", "meant"), [("25/12/2001", "2001-04-03"), ("12/25/2001", "2001-03-04")])
def test_other_rows_may_show_the_order_of_day_and_month(sure, meant):
    table = _slashed("3/4/2001", sure)
    assert [str(event.when.start) for event in table] == [meant, "2001-12-25"]
    assert table[0].basis("when").status is Status.INFERRED
    assert any("as some rows show" in reason for reason in table.reasons)


def test_a_sea_is_kept_and_no_country_is_made_up():
    table = load(text_of({"country": "Red Sea", "iso": "0", "region": "Middle East"}))
    assert table[0].where.country is None
    row = acled.to_rows(table)[0]
    assert (row["country"], row["region"], row["iso"]) == ("Red Sea", "Middle East", "0")


def test_population_and_unknown_columns_stay():
    columns = (*acled.COLUMNS, "population_best", "my note")
    data = text_of({"population_best": "120", "my note": "check; again"}, columns=columns)
    table = load(data)
    assert table[0].extras[-2:] == (("population_best", "120"), ("my note", "check; again"))
    assert back(table).decode() == data
    moved = back(table, dialect="2019").decode().splitlines()
    assert moved[0].endswith(",iso3,population_best,my note")
    assert moved[1].endswith(",KEN,120,check; again")


def test_monadic_files_say_so():
    table = load(text_of({}, {}, columns=[name for name in acled.COLUMNS if name not in ("actor2", "inter2")]))
    assert any("monadic" in reason for reason in table.reasons)
    assert len(table) == 2


ODD = (
    "\ufeff"
    + HEADER.replace(",notes,", ",Notes,")
    + ',extra\r\n"KEN1",07 March 2024,2024,1, Political violence ,"Riots",'
    'Mob violence,"Rioters (Kenya)",,Rioters,,,,Rioters only,,404,Eastern Africa,Kenya,,,,"Losiko ""B""",3.1200,35.60,1,'
    '"A;B",National,"Two\nlines",0,,1,x\n\n'
    "short,row\r\n"
    ',,,,,,Nonsense,"A"b,\n'
)


def test_quotes_blanks_broken_rows_and_mixed_line_ends_stay_to_the_byte():
    data = ODD.encode()
    table = load(data)
    assert back(table) == data
    assert len(table) == 1
    assert [(problem.row, problem.rule) for problem in table.problems] == [(5, "acled.cells"), (6, "acled.csv")]


def test_an_edit_changes_its_own_cells_and_nothing_else():
    table = load(ODD)
    event = evolve(table[0], notes="New, note", casualties=())
    after = back(table.with_events([event])).decode()
    assert after == ODD.replace('"Two\nlines"', '"New, note"')


@pytest.mark.parametrize(
    ("change", "old", "new"),
    [
        ({"notes": 'He said "no"'}, "On 7 March 2024, armed men shot two farmers, then left.", 'He said ""no""'),
        ({"actor1": None}, "Unidentified Armed Group (Kenya)", ""),
        ({"tags": ("sexual violence",)}, ",2,,1710000000", ",2,sexual violence,1710000000"),
        ({"extras": (("timestamp", "9"),)}, "1710000000", "9"),
    ],
)
def test_single_edits(change, old, new):
    data = text_of({}, {"event_id_cnty": "KEN902"})
    table = load(data)
    after = back(table.with_events([evolve(table[0], **change), table[1]])).decode()
    rows, before = list(csv.reader(io.StringIO(after))), list(csv.reader(io.StringIO(data)))
    assert rows[0] == before[0]
    assert rows[2] == before[2]
    changed = {name for name, a, b in zip(acled.COLUMNS, before[1], rows[1], strict=True) if a != b}
    expected = {"actor1": {"actor1", "inter1", "interaction"}, "extras": {"timestamp"}}
    assert changed == expected.get(next(iter(change)), set(change))
    assert after.splitlines()[1] == data.splitlines()[1].replace(old, new) or "actor1" in change


def test_rows_are_left_out_and_added():
    table = load(text_of({}, {"event_id_cnty": "KEN902"}).rstrip("\n"))
    new = Event(SubEventType.GRENADE, record_id="KEN903")
    after = load(back(table.with_events([table[1], new])))
    assert [event.id for event in after] == ["KEN902", "KEN903"]
    assert after.problems == ()


@given(st.lists(any_event(), max_size=4))
@settings(max_examples=60)
def test_what_the_writer_writes_the_reader_keeps_to_the_byte(events):
    for kind in ("csv", "json"):
        data = acled.dumps(events, kind=kind).encode("utf-8", "surrogateescape")
        if kind == "json" and not events:
            continue
        table = load(data)
        assert back(table) == data
        assert len(table.rows) == len(events)


@given(any_event())
@settings(max_examples=60)
def test_row_and_event_agree_both_ways(event):
    """Reading a written row and writing it again gives the same row."""
    (row,) = acled.to_rows([event])
    # A side whose name is nothing but blanks has a kind and no name in the row, and no side in what is read.
    assume(all(row[name] for name in ("actor1", "actor2") if getattr(event, name) is not None))
    read = load(acled.dumps([event]))
    if len(read) == 1 and not read.problems:
        (again,) = acled.to_rows(read)
        texts = {key: acled.cell_text(value).strip() for key, value in row.items()}
        assert {key: acled.cell_text(value) for key, value in again.items()} == {
            **texts,
            "event_id_cnty": again["event_id_cnty"],
        }


def json_text(*rows, **envelope):
    return json.dumps(
        {
            "status": 200,
            **envelope,
            "data": [{**dict.fromkeys(acled.COLUMNS, ""), **CELLS, **row} for row in rows],
            "count": 1,
        },
        indent=1,
    )


@pytest.mark.parametrize(
    "rows", [[{}], [{"year": 2024, "fatalities": 2, "latitude": 3.12, "actor2": None}], [{}, {"fatalities": 2.0}]]
)
def test_json_of_texts_numbers_and_nulls(rows):
    text = json_text(*rows)
    table = load(text)
    assert len(table) == len(rows)
    assert table[0].fatalities.value == 2
    assert back(table).decode() == text


def test_json_is_edited_in_place_in_its_own_types():
    text = json_text({"fatalities": 2, "actor2": None})
    table = load(text)
    after = back(table.with_events([evolve(table[0], casualties=(), notes="None.")])).decode()
    assert json.loads(after)["data"][0]["fatalities"] == 0
    assert after == text.replace('"fatalities": 2', '"fatalities": 0').replace(CELLS["notes"], "None.")
    removed = json.loads(back(table.with_events([])))
    assert removed["data"] == []
    added = json.loads(back(table.with_events([*table, Event(SubEventType.OTHER, record_id="KEN5")])))
    assert [row["event_id_cnty"] for row in added["data"]] == ["KEN901", "KEN5"]


def test_a_restricted_answer_says_so():
    limits = {"date_recency": {"quantity": 12, "unit": "Months", "date": "2025-11-23"}}
    table = load(json.dumps({"success": True, "data": [], "data_query_restrictions": limits}))
    assert len(table) == 0
    assert "restricted" in table.notices[0]


def test_a_json_key_that_comes_late_in_place_of_another_is_kept():
    rows = list(csv.DictReader(io.StringIO(acled_file(600))))
    del rows[-1]["tags"]
    rows[-1]["reviewed_by"] = "somebody"
    table = load(json.dumps(rows))
    assert dict(table[599].extras)["reviewed_by"] == "somebody"


def test_json_values_that_are_no_cells_break_their_row_only():
    table = load(json_text({"notes": {"a": 1}}, {}))
    assert len(table) == 1
    assert (table.problems[0].row, table.problems[0].column) == (1, "notes")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n\n",
        b"a,b,c\n1,2,3\n",
        b'event_date,"x\n',
        b"event_date,event_type,actor1,actor1\n",
        b"\xff\xfee\x00v\x00",
        b",".join([b"event_date", b"event_type", b"actor1"] + [b"x"] * 400_000) + b"\n",
        b"a" * 2_000_000,
        b"\0" * 100,
        b"{",
        b"[",
        b'{"data": [{"event_date": "2024',
        b'{"data": 5}',
        b'{"success": false, "error": "no"}',
        b"[" * 100_000,
        b'{"data": [' + b'{"a":' * 100_000,
        b"[1, 2",
        b"[] x",
    ],
    ids=str,
)
def test_what_is_no_acled_file_is_one_clear_error(data):
    with pytest.raises(FormatError):
        load(data)


def test_a_row_of_a_million_cells_breaks_only_itself():
    data = text_of({}).encode() + b"," * 1_000_000 + b"\n" + text_of({}).encode().split(b"\n", 1)[1]
    table = load(data)
    assert len(table) == 2
    assert back(table) == data


def test_an_open_quote_does_not_swallow_the_rest():
    data = text_of({}, {}).encode()
    data = data[:-1] + b'\n"open, and never closed\n' + data.split(b"\n", 1)[1] * 2000
    table = load(data)
    assert len(table) == 4002
    assert len(table.problems) == 1
    assert back(table) == data


@pytest.mark.parametrize("encoding", [None, "latin-1"])
def test_another_encoding_is_found_or_named(encoding):
    data = text_of({"notes": "Fusillade à Gao"}).encode("latin-1")
    table = load(data, encoding=encoding)
    assert (table[0].notes, table.problems) == ("Fusillade à Gao", ())
    assert back(table) == data
    assert encoding or "cp1252" in table.notices[0]


def test_a_row_in_another_encoding_than_the_rest_is_broken_and_kept():
    rows = [text_of({"notes": f"Fusillade à Gao {number}"}).split("\n", 1)[1] for number in range(2)]
    data = (HEADER + "\n" + rows[0]).encode() + rows[1].encode("latin-1")
    table = load(data)
    assert (len(table), [problem.rule for problem in table.problems]) == (1, ["acled.encoding"])
    assert back(table) == data


@given(st.binary(max_size=300), st.booleans())
@settings(max_examples=150)
def test_any_bytes_after_the_header_are_kept(data, quoted):
    data = HEADER.encode() + b"\n" + (b'"' if quoted else b"") + data
    assert back(load(data)) == data


@given(st.lists(st.lists(any_text(), min_size=29, max_size=33), max_size=3))
@settings(max_examples=80)
def test_any_cells_are_kept(rows):
    out = io.StringIO()
    csv.writer(out).writerows([acled.COLUMNS, *rows])
    data = out.getvalue().encode()
    assert back(load(data)) == data


@given(st.binary(max_size=200))
def test_any_bytes_are_a_file_or_a_clear_error(data):
    with contextlib.suppress(ConflictEventsError):
        assert back(load(data)) == data


def test_rewriting_streams_in_bounded_memory(tmp_path):
    source, target = tmp_path / "in.csv", tmp_path / "out.csv"
    text = acled_file(200)
    rows = text.split("\n", 1)[1]
    source.write_text(text + rows * 99)
    tracemalloc.start()
    report = acled.rewrite(source, target)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert report.events == 20_000
    assert target.read_bytes() == source.read_bytes()
    assert peak < 5_000_000


def test_rewriting_edits_drops_and_may_write_over_its_source(tmp_path):
    path = tmp_path / "events.csv"
    path.write_text(text_of({}, {"event_id_cnty": "KEN902"}))

    def edit(event):
        return None if event.id == "KEN902" else evolve(event, tags=("checked",))

    acled.rewrite(path, path, edit)
    table = acled.load(path)
    assert [(event.id, event.tags) for event in table] == [("KEN901", ("checked",))]


def test_broken_rows_survive_a_migration():
    data = text_of({}, {"sub_event_type": "Nonsense", "event_id_cnty": "KEN7"}) + "short,row\n"
    out = io.BytesIO()
    report = acled.dump(load(data), out, dialect="2019")
    moved = load(out.getvalue())
    assert [row.cells[2] for row in moved.rows] == ["KEN901", "KEN7"]
    assert {loss.event for loss in report} >= {"row 3", "row 4"}


def test_what_contradicts_itself_keeps_its_own_word():
    table = load(text_of({"event_type": "Battles", "country": "Kenya", "iso": "800"}))
    (row,) = load(back(table, dialect="2019")).rows
    assert row.cells[7] == "Battles"
    assert row.cells[1] == "800"


def test_week_grain_stays():
    (event,) = load(text_of({"time_precision": "2"}))
    assert event.when.grain is Grain.DAY
    assert event.when.mod == "APPROX"


def test_half_a_surrogate_pair_is_written_as_its_escape():
    for data in (text_of({}), json_text({"country": "Côte"})):
        table = load(data)
        after = load(back(table.with_events([evolve(table[0], notes="x\ud800")])))
        assert after[0].notes in ("x\\ud800", "x\ud800")


def test_an_edit_that_the_encoding_lacks_is_written_as_its_escape():
    table = load(text_of({"notes": "à"}).encode("latin-1"), encoding="latin-1")
    after = load(back(table.with_events([evolve(table[0], notes="à 漢")])), encoding="latin-1")
    assert after[0].notes == "à \\u6f22"


def test_an_id_is_edited_in_its_own_row():
    data = text_of({}, {"event_id_cnty": "KEN902"}, {"event_id_cnty": "KEN903"})
    table = load(data)
    after = back(table.with_events([table[0], evolve(table[1], record_id="KEN777"), table[2]])).decode()
    assert after == data.replace("KEN902", "KEN777")
