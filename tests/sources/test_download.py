"""A download has each row once, whatever stopped it, however the pages were cut, and loses nothing that came."""

import csv
import datetime as dt
import io
import json
import os
import sqlite3
import subprocess
import sys
import time

import pytest

import project
from conflict_events.formats import acled
from conflict_events.sources.acled import AcledClient
from conflict_events.sources.download import Download
from conflict_events.sources.errors import SourceError
from conflict_events.sources.http import Http
from conflict_events.sources.limits import Limits
from conflict_events.testing import acled_file
from loopback import ANN, SECRET, answer

pytest.importorskip("httpx")
pytestmark = pytest.mark.enable_socket


def stopping(server, pages):
    """A client that gives up after so many pages."""
    return AcledClient(ANN, base=server.base, http=Http(server.base, limits=Limits(pages=pages)))


def stopped(server, path, pages, size, **query):
    with pytest.raises(SourceError, match=r"Limits\.pages"):
        stopping(server, pages).download(path, size=size, **query)


def rows_of(path):
    return [*csv.DictReader(io.StringIO(path.read_bytes().decode(), newline=""))]


def ids(path):
    return [row["event_id_cnty"] for row in rows_of(path)]


@pytest.mark.parametrize("cursors", [False, True])
@pytest.mark.parametrize(("before", "after"), [(7, 10), (10, 7), (1, 23), (11, 1), (4, 5000), (10, 10), (11, 22)])
def test_another_size_of_the_pages_loses_and_doubles_nothing(client, server, tmp_path, before, after, cursors):
    path = tmp_path / "events.csv"
    server.cursors = cursors
    stopped(server, path, 2, before)
    assert client.download(path, size=after) == Download(rows=23)
    assert path.read_text() == acled_file(23)


def test_a_server_that_sends_other_rows_by_now_is_begun_anew(client, server, tmp_path):
    path = tmp_path / "events.csv"
    stopped(server, path, 2, 5)
    server.records = server.records[3:]
    done = client.download(path, size=7)
    assert ids(path) == [record["event_id_cnty"] for record in server.records]
    assert (done.rows, done.repeated) == (20, 0)
    assert "no longer fits" in done.notices[0]


def test_rows_of_another_day_are_told(client, server, tmp_path):
    path = tmp_path / "events.csv"
    stopped(server, path, 2, 5)
    then = dt.datetime(2024, 10, 22, 12, tzinfo=dt.UTC).timestamp()
    os.utime(f"{path}.part", (then, then))
    assert client.download(path).notices == ("the first 10 rows were fetched by 2024-10-22",)
    assert path.read_text() == acled_file(23)


DOWNLOAD = """
import sys
from conflict_events.sources.acled import AcledClient
from conflict_events.sources.credentials import Credentials
path, base, password = sys.argv[1:]
AcledClient(Credentials("ann@example.org", password), base=base).download(path, size=1)
"""


def test_a_download_that_is_killed_goes_on(client, server, tmp_path):
    """A real process, really killed while it keeps its pages."""
    path = tmp_path / "events.csv"
    words = [sys.executable, "-c", DOWNLOAD, str(path), server.base, SECRET]
    for pages in (3, 9, 15):
        child = subprocess.Popen(words, env={**os.environ, "PYTHONPATH": str(project.SOURCE)})
        while child.poll() is None and len(server.seen) < pages:
            time.sleep(0.001)
        child.kill()
        child.wait()
    assert client.download(path, size=4).rows == 23
    assert path.read_text() == acled_file(23)
    assert [found.name for found in tmp_path.iterdir()] == ["events.csv"]


def test_rows_that_move_to_the_next_page_stand_once(client, server, tmp_path):
    path = tmp_path / "events.csv"
    rows = server.records

    def serve(handler):
        page = int(server.seen[-1][1]["page"])
        handler.reply(200, {"data": [rows[:10], rows[8:18], rows[16:]][page - 1]})

    server.always = serve
    assert client.download(path, size=10) == Download(rows=23, repeated=4)
    assert path.read_text() == acled_file(23)
    server.seen.clear()
    pages = list(client.pages(size=10))
    assert [event.id for page in pages for event in page.table] == [row["event_id_cnty"] for row in rows]
    assert ["2 rows" in " ".join(page.notices) for page in pages] == [False, True, True]


def test_a_row_that_changes_on_the_way_stands_as_it_came_last(client, server, tmp_path):
    path = tmp_path / "events.csv"
    first, second = server.records[:10], [server.records[9] | {"notes": "Corrected."}, *server.records[10:15]]
    server.faults = [answer(200, {"data": first}), answer(200, {"data": second})]
    client._token = "known"
    assert client.download(path, size=10) == Download(rows=15, repeated=1, changed=1)
    rows = rows_of(path)
    assert [row["event_id_cnty"] for row in rows] == [row["event_id_cnty"] for row in server.records[:15]]
    assert rows[9]["notes"] == "Corrected."


def test_columns_that_nobody_knows_are_kept_wherever_they_come_first(client, server, tmp_path):
    path = tmp_path / "events.csv"
    rows = [*server.records[:12]]
    rows[0] |= {"population_best": 1200}
    rows[3] |= {"iso3": "KEN", "verified": True, "links": ["a", {"b": None}]}
    rows[11] = {**rows[11], "Ünknown": 'with, "marks"\nand lines'}
    server.records = rows
    stopped(server, path, 1, 5)
    assert client.download(path, size=5).rows == 12
    table = rows_of(path)
    assert (table[0]["population_best"], table[1]["population_best"]) == ("1200", "")
    assert (table[3]["iso3"], table[3]["verified"]) == ("KEN", "true")
    assert json.loads(table[3]["links"]) == ["a", {"b": None}]
    assert table[11]["Ünknown"] == 'with, "marks"\nand lines'
    assert [*table[0]][: len(acled.COLUMNS)] == [*acled.COLUMNS]
    assert dict(acled.load(path)[0].extras)["population_best"] == "1200"


def test_a_record_with_other_keys_than_the_first_one_loses_none(client, server, tmp_path):
    path = tmp_path / "events.csv"
    first, second = server.records[:2]
    second = {name: value for name, value in second.items() if name != "tags"} | {"population_1km": "5"}
    server.records = [first, second]
    client.download(path)
    assert rows_of(path)[1]["population_1km"] == "5"


def test_what_is_no_row_is_kept_beside(client, server, tmp_path):
    path = tmp_path / "events.csv"
    body = (
        '{"data": [' + json.dumps(server.records[0]) + ', 5, "x", null, [1,\n2], {"event_date": 1,\n "event_date": 2}]}'
    )
    server.faults = [answer(200, body.encode())]
    client._token = "known"
    done = client.download(path)
    assert (done.rows, done.unread) == (1, 5)
    kept = (tmp_path / "events.csv.unread.jsonl").read_text().splitlines()
    assert kept == ["5", '"x"', "null", "[1, 2]", '{"event_date": 1,  "event_date": 2}']


def test_a_row_that_is_no_event_is_in_the_file(client, server, tmp_path):
    path = tmp_path / "events.csv"
    server.records[2] |= {"event_type": "Tea party", "sub_event_type": "Tea"}
    assert client.download(path).rows == 23
    assert rows_of(path)[2]["event_type"] == "Tea party"


def test_bytes_that_are_no_text_come_through(client, server, tmp_path):
    path = tmp_path / "events.csv"
    body = json.dumps({"data": [server.records[0] | {"notes": "caf\\udce9 and \ud800 and @"}]})
    server.faults = [answer(200, body.encode().replace(b"@", b"\xe9"))]
    client._token = "known"
    assert client.download(path).rows == 1
    assert b" and \xe9" in path.read_bytes()


def test_rows_without_ids_are_different_rows(client, server, tmp_path):
    path = tmp_path / "events.csv"
    plain = {"event_date": "2024-10-22", "event_type": "Riots", "actor1": "Rioters (Kenya)"}
    server.records = [plain] * 23
    stopped(server, path, 2, 7, fields=("event_date", "event_type", "actor1"))
    assert client.download(path, size=10, fields=("event_date", "event_type", "actor1")).rows == 23


def test_both_rows_of_an_event_stand_in_a_monadic_file(client, server, tmp_path):
    path = tmp_path / "events.csv"
    one, two = server.records[0], server.records[0] | {"actor1": "Rioters (Kenya)"}
    server.records = [one, two, one]
    assert client.download(path, export_type="monadic") == Download(rows=2, repeated=1)


def test_a_restricted_account_with_rows_is_told(client, server, tmp_path):
    restricted = {"data": server.records, "data_query_restrictions": {"date_recency": {"date": "2025-11-23"}}}
    server.always = answer(200, restricted)
    assert "2025-11-23" in client.download(tmp_path / "events.csv").notices[0]


def test_two_processes_do_not_write_one_part(client, server, tmp_path):
    path = tmp_path / "events.csv"
    stopped(server, path, 1, 5)
    other = sqlite3.connect(f"{path}.part", isolation_level=None)
    other.execute("begin exclusive")
    with pytest.raises(SourceError, match="no other process"):
        client.download(path)
    other.execute("rollback")
    other.close()
    assert client.download(path) == Download(rows=23)


def test_a_part_that_is_cut_off_is_begun_anew(client, server, tmp_path):
    path = tmp_path / "events.csv"
    stopped(server, path, 1, 5)
    part = tmp_path / "events.csv.part"
    part.write_bytes(part.read_bytes()[:5000])
    done = client.download(path)
    assert (done.rows, path.read_text()) == (23, acled_file(23))
    assert "begun anew" in done.notices[0]


def test_a_folder_that_cannot_be_written_is_one_clear_error(client, tmp_path):
    with pytest.raises(SourceError, match="cannot be kept"):
        client.download(tmp_path / "nowhere" / "events.csv")
