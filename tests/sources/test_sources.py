"""The clients against a real HTTP server on loopback that behaves as the services do, faults included."""

import json
import os
import re
import signal
import subprocess
import sys
import time
import types

import pytest

import project
from conflict_events.formats import acled
from conflict_events.model.errors import FormatError
from conflict_events.sources.acled import AcledClient
from conflict_events.sources.credentials import Credentials
from conflict_events.sources.download import Download
from conflict_events.sources.errors import Refusal, RefusedError, RestrictedError, SourceError
from conflict_events.sources.http import Http
from conflict_events.sources.ucdp import UcdpClient
from conflict_events.sources.update import update
from conflict_events.testing import acled_file
from loopback import ANN, SECRET, TOKEN

pytest.importorskip("httpx")
pytestmark = pytest.mark.enable_socket


def test_all_pages_come_in_order(client, server):
    events = list(client.events(size=10))
    assert [event.id for event in events] == [record["event_id_cnty"] for record in server.records]
    assert [query["page"] for _, query in server.seen] == ["1", "2", "3"]
    assert server.logins == ["password"]


def test_a_full_last_page_is_followed_by_an_empty_one(client, server):
    server.records = server.records[:20]
    assert len(list(client.events(size=10))) == 20


def test_cursors_are_followed_where_the_server_gives_them(client, server):
    server.cursors = True
    assert len(list(client.events(size=10))) == 23
    assert [query.get("cursor") for _, query in server.seen] == [None, "10", "20"]


def test_filters_reach_the_server(client, server):
    import datetime as dt

    found = list(
        client.events(country="Kenya", start=dt.date(2021, 1, 1), end=dt.date(2022, 12, 31), fields=("notes",))
    )
    assert {event.where.country.name for event in found} == {"Kenya"}
    query = server.seen[0][1]
    assert (query["event_date"], query["event_date_where"], query["fields"]) == (
        "2021-01-01|2022-12-31",
        "BETWEEN",
        "notes",
    )


@pytest.mark.parametrize("fault", [429, 500, 503])
def test_a_busy_server_is_asked_again_after_the_time_it_names(client, server, waits, fault):
    server.faults = [fault, fault]
    assert len(list(client.events())) == 23
    assert waits == [3.0, 3.0]


def test_a_dropped_connection_is_tried_again_with_growing_waits(client, server, waits):
    server.faults = ["drop", "drop", "drop"]
    assert len(list(client.events())) == 23
    assert waits == [1.0, 2.0, 4.0]


def test_patience_ends_and_the_error_names_no_query_and_no_secret(server, waits):
    server.faults = [503] * 99
    client = AcledClient(ANN, base=server.base, http=Http(server.base, tries=3, sleep=waits.append))
    with pytest.raises(SourceError, match="no answer after 3 tries") as caught:
        list(client.events(country="Kenya"))
    assert len(waits) == 2
    assert "Kenya" not in str(caught.value)


@pytest.mark.parametrize("fault", [400, 403, 404])
def test_a_refusal_is_not_tried_again(client, server, waits, fault):
    server.faults = [fault]
    with pytest.raises(SourceError, match=f"status {fault}"):
        list(client.events())
    assert waits == []


def test_a_cut_answer_is_an_error(client, server):
    server.faults = ["cut"]
    with pytest.raises(SourceError, match="no JSON"):
        list(client.events())


def test_a_token_that_ran_out_is_refreshed(client, server):
    assert len(list(client.events())) == 23
    server.tokens = set()
    assert len(list(client.events())) == 23
    assert server.logins == ["password", "refresh_token"]


def test_a_wrong_password_is_one_clear_error_without_the_password(server):
    client = AcledClient(Credentials("ann@example.org", "wr0ng"), base=server.base)
    with pytest.raises(RefusedError, match="not known") as caught:
        list(client.events())
    assert caught.value.refusal is Refusal.LOGIN
    assert "wr0ng" not in str(caught.value)


def test_secrets_are_never_shown(client, caplog):
    caplog.set_level(0)
    list(client.events())
    shown = f"{client!r} {ANN!r} {caplog.text}"
    assert SECRET not in shown
    assert "token1" not in shown


def test_credentials_come_from_the_environment(monkeypatch):
    monkeypatch.setenv("ACLED_USERNAME", "ann")
    monkeypatch.setenv("ACLED_PASSWORD", SECRET)
    assert Credentials.find() == Credentials("ann", SECRET)
    monkeypatch.delenv("ACLED_PASSWORD")
    monkeypatch.delenv("ACLED_USERNAME")
    with pytest.raises(SourceError, match="ACLED_USERNAME"):
        Credentials.find()


def test_a_password_may_come_from_the_keyring(monkeypatch):
    keyring = types.ModuleType("keyring")
    keyring.get_password = lambda service, name: SECRET if (service, name) == ("conflict-events/acled", "ann") else None
    monkeypatch.setitem(sys.modules, "keyring", keyring)
    monkeypatch.delenv("ACLED_PASSWORD", raising=False)
    monkeypatch.setenv("ACLED_USERNAME", "ann")
    assert Credentials.find() == Credentials("ann", SECRET)
    monkeypatch.setenv("ACLED_USERNAME", "bob")
    with pytest.raises(SourceError, match="keyring"):
        Credentials.find()


def test_secrets_are_in_no_file(server, tmp_path):
    def stop(*_):
        raise KeyboardInterrupt

    client = AcledClient(ANN, base=server.base, progress=stop)
    with pytest.raises(KeyboardInterrupt):
        client.download(tmp_path / "events.csv", size=10)
    files = [path.read_bytes() for path in tmp_path.iterdir()]
    assert len(b"".join(files)) > 1000
    assert not [data for data in files if SECRET.encode() in data or b"token1" in data or b"ann@" in data]


def test_a_restricted_account_is_not_an_empty_result(client, server):
    server.restrictions = {"date_recency": {"quantity": 12, "unit": "Months", "date": "2025-11-23"}}
    with pytest.raises(RestrictedError, match="2025-11-23"):
        list(client.events())


def test_no_row_without_restriction_is_an_empty_result(client):
    assert list(client.events(country="Iceland")) == []


def test_deleted_events_are_listed(client, server):
    server.deleted = [{"event_id_cnty": f"KEN{n}", "deleted_timestamp": str(n)} for n in range(12)]
    assert list(client.deleted(since=8)) == [("KEN9", 9), ("KEN10", 10), ("KEN11", 11)]
    assert len(list(client.deleted(size=5))) == 12


def test_progress_is_told(server):
    told = []
    client = AcledClient(ANN, base=server.base, progress=lambda pages, rows: told.append((pages, rows)))
    list(client.events(size=10))
    assert told == [(1, 10), (2, 20), (3, 23)]


def test_a_download_is_the_same_file(client, tmp_path):
    path = tmp_path / "events.csv"
    assert client.download(path, size=10) == Download(rows=23)
    assert path.read_text() == acled_file(23)
    assert [found.name for found in tmp_path.iterdir()] == ["events.csv"]


def test_a_download_goes_on_where_it_was_stopped(client, server, tmp_path):
    path = tmp_path / "events.csv"

    def stop(pages, _rows):
        if pages == 2:  # after the second page is on disk
            raise KeyboardInterrupt

    stopping = AcledClient(ANN, base=server.base, progress=stop)
    with pytest.raises(KeyboardInterrupt):
        stopping.download(path, size=10)
    assert not path.exists()
    server.seen.clear()
    assert client.download(path, size=10) == Download(rows=23)
    assert [query["page"] for _, query in server.seen] == ["2", "3"]  # the last row that is there is looked up
    assert path.read_text() == acled_file(23)


def test_another_query_begins_anew(client, tmp_path):
    path = tmp_path / "events.csv"
    (tmp_path / "events.csv.part").write_text("rubbish")
    done = client.download(path, country="Kenya")
    assert done.rows == len(acled.load(path))
    assert "begun anew" in done.notices[0]
    assert {event.where.country.name for event in acled.load(path)} == {"Kenya"}


@pytest.mark.parametrize("dialect", ["current", "2019"])
def test_an_update_changes_adds_and_deletes_and_keeps_the_rest(client, server, tmp_path, dialect):
    path = tmp_path / "events.csv"
    path.write_text(acled_file(20, dialect=dialect))
    before = path.read_text().splitlines()
    ids = [record["event_id_cnty"] for record in server.records]
    server.records[4] |= {"notes": "New, and longer.", "fatalities": "7", "timestamp": "1800000000"}
    server.deleted = [{"event_id_cnty": ids[2], "deleted_timestamp": "1800000001"}]
    done = update(path, client)
    assert (done.added, done.changed, done.deleted) == (3, 1, 1)
    table = acled.load(path)
    assert [event.id for event in table] == [*ids[:2], *ids[3:]]
    assert (table[3].notes, table[3].fatalities.value) == ("New, and longer.", 7)
    after = path.read_text().splitlines()
    assert after[1:3] + after[5:20] == before[1:3] + before[6:21]
    assert table.dialect == dialect


def test_an_update_that_fails_leaves_the_file_as_it_was(server, tmp_path):
    path = tmp_path / "events.csv"
    path.write_text(acled_file(20))
    server.faults = [503] * 99
    with pytest.raises(SourceError):
        update(path, AcledClient(ANN, base=server.base, http=Http(server.base, tries=2, sleep=lambda _: None)))
    assert path.read_text() == acled_file(20)
    assert [found.name for found in tmp_path.iterdir()] == ["events.csv"]


UPDATE = """
import sys
from conflict_events.sources.acled import AcledClient
from conflict_events.sources.credentials import Credentials
from conflict_events.sources.update import update
path, base, password = sys.argv[1:]
update(path, AcledClient(Credentials("ann@example.org", password), base=base), since=1)
"""


def test_an_update_that_is_killed_half_way_leaves_the_old_file_whole(server, tmp_path):
    """A real process, really killed, several times while it writes; then one is let through."""
    rows = 6000
    path = tmp_path / "events.csv"
    path.write_text(acled_file(rows))
    old = path.read_bytes()
    server.records = [{**record, "notes": "New.", "timestamp": "1800000000"} for record in server.records]
    words = [sys.executable, "-c", UPDATE, str(path), server.base, SECRET]
    env = {**os.environ, "PYTHONPATH": str(project.SOURCE)}
    killed = 0
    for least in (0, 1, 200_000, 1_000_000):
        child = subprocess.Popen(words, env=env)
        while child.poll() is None:
            sizes = [part.stat().st_size for part in tmp_path.glob(".*.part")]
            if sizes and max(sizes) >= least:
                child.kill()
                child.wait()
                killed += child.returncode == -signal.SIGKILL
                break
            time.sleep(0.0005)
        if path.read_bytes() != old:  # on a machine that stalled this test, it may have come to its end
            break
        for part in tmp_path.glob(".*.part"):
            part.unlink()
    assert killed
    subprocess.run(words, env=env, check=True)
    table = acled.load(path)
    assert [event.id for event in table][:23] == [record["event_id_cnty"] for record in server.records]
    assert (len(table), {event.notes for event in table[:23]}, table[23].notes == "New.") == (rows, {"New."}, False)


def test_a_file_without_timestamps_wants_to_be_told_its_age(client, tmp_path):
    path = tmp_path / "events.csv"
    path.write_text(acled_file(5, dialect="africa"))
    with pytest.raises(FormatError, match="since="):
        update(path, client)


@pytest.mark.parametrize("gone", ["event_id_cnty", "actor2"])
def test_a_file_in_which_no_row_is_found_by_its_event_is_refused(client, server, tmp_path, gone):
    path = tmp_path / "events.csv"
    path.write_text(acled_file(5).replace(gone, "other", 1))
    with pytest.raises(FormatError, match=gone):
        update(path, client)
    assert server.seen == []


def test_json_and_single_columns_are_refused(client, server, tmp_path):
    path = tmp_path / "events.json"
    path.write_text(json.dumps({"data": server.records}))
    with pytest.raises(FormatError, match="only CSV"):
        update(path, client)
    path.write_text(acled_file(5))
    with pytest.raises(SourceError, match="all columns"):
        update(path, client, fields=("notes",))
    assert path.read_text() == acled_file(5)


def test_columns_that_the_file_does_not_have_are_told(client, server, tmp_path):
    path = tmp_path / "events.csv"
    path.write_text(acled_file(23))
    server.records[0] |= {"population_best": "7", "timestamp": "1800000000"}
    assert "population_best" in update(path, client).notices[0]


def test_rows_that_name_no_event_are_told_and_change_nothing(client, server, tmp_path):
    path = tmp_path / "events.csv"
    path.write_text(acled_file(23))
    late = {"timestamp": "1800000000"}
    server.records += [
        server.records[0] | late | {"event_id_cnty": ""},
        server.records[1] | late | {"event_id_cnty": None},
    ]
    done = update(path, client)
    assert (done.added, done.changed) == (0, 0)
    assert "2 rows that name no event" in done.notices[0]
    assert path.read_text() == acled_file(23)


def test_ucdp_pages_become_events(server):
    client = UcdpClient(TOKEN, base=server.base)
    pages = list(client.pages("25.1", size=5))
    assert len(pages) > 1
    assert all(page.problems == () for page in pages)
    assert TOKEN not in repr(client)


def test_ucdp_is_asked_for_what_is_wanted_and_a_refusal_is_one_clear_error(server):
    client = UcdpClient(TOKEN, base=server.base)
    assert len(list(client.pages("25.1", Country="432", size=1000))) == 1
    assert server.seen[-1] == ("/api/gedevents/25.1", {"pagesize": "1000", "page": "0", "Country": "432"})
    server.faults = [403]
    with pytest.raises(SourceError, match="status 403") as caught:
        list(client.pages("25.1"))
    assert TOKEN not in str(caught.value)


def test_nothing_is_fetched_without_a_token(monkeypatch):
    monkeypatch.delenv("UCDP_TOKEN", raising=False)
    with pytest.raises(SourceError, match="UCDP_TOKEN"):
        UcdpClient()


def test_what_the_page_shows_runs_against_the_server(server, tmp_path, monkeypatch, capsys):
    page = (project.ROOT / "docs/how-to/get-data.md").read_text(encoding="utf-8")
    for client in (AcledClient, UcdpClient):
        monkeypatch.setitem(client.__init__.__kwdefaults__, "base", server.base)
    for name, value in {"ACLED_USERNAME": "ann", "ACLED_PASSWORD": SECRET, "UCDP_TOKEN": TOKEN}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    blocks = re.findall(r"^```py\n(.*?)^```", page, re.DOTALL | re.MULTILINE)
    for code in blocks:
        exec(compile(code, "get-data.md", "exec"), {})
    assert len(blocks) == 2
    assert "Update(added=0, changed=0, deleted=0" in capsys.readouterr().out
    assert len(acled.load("kenya.csv")) > 0
