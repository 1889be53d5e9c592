"""Whatever a server answers, the error is ours and says what came from where."""

import json

import pytest

from conflict_events.model.errors import ConflictEventsError
from conflict_events.sources.acled import AcledClient
from conflict_events.sources.credentials import Credentials
from conflict_events.sources.errors import SourceError
from conflict_events.sources.http import Http
from conflict_events.sources.ucdp import UcdpClient
from loopback import ANN, SECRET, TOKEN, answer, asked

pytest.importorskip("httpx")
pytestmark = pytest.mark.enable_socket

DEEP = b"[" * 100_000

ODD_DELETIONS = {
    "no key": ({"event_id_cnty": "KEN1"}, "deleted_timestamp"),
    "no id": ({"deleted_timestamp": 1}, "event_id_cnty"),
    "id of null": ({"event_id_cnty": None, "deleted_timestamp": 1}, "event_id_cnty"),
    "blank id": ({"event_id_cnty": " ", "deleted_timestamp": 1}, "event_id_cnty"),
    "time of null": ({"event_id_cnty": "KEN1", "deleted_timestamp": None}, "deleted_timestamp"),
    "time in words": ({"event_id_cnty": "KEN1", "deleted_timestamp": "today"}, "deleted_timestamp"),
    "time of true": ({"event_id_cnty": "KEN1", "deleted_timestamp": True}, "deleted_timestamp"),
    "time in a list": ({"event_id_cnty": "KEN1", "deleted_timestamp": [1]}, "deleted_timestamp"),
    "text": ("KEN1", "an object"),
    "null": (None, "an object"),
    "list": (["KEN1", 1], "an object"),
}


@pytest.mark.parametrize("name", ODD_DELETIONS)
def test_an_odd_deletion_names_the_key_the_page_and_what_came(client, server, name):
    row, key = ODD_DELETIONS[name]
    server.faults = [answer(200, {"data": [{"event_id_cnty": "KEN0", "deleted_timestamp": "7.0"}, row]})]
    server.tokens = {"known"}
    client._token = "known"
    deleted = client.deleted()
    assert next(deleted) == ("KEN0", 7)
    with pytest.raises(SourceError, match=r"/api/deleted/read, page 1, row 2") as caught:
        next(deleted)
    assert key in str(caught.value)
    assert json.dumps(row).strip('"') in str(caught.value)


BODIES = {
    "empty": b"",
    "text": b"soon",
    "list": b"[]",
    "number": b"7",
    "null": b"null",
    "no data": b"{}",
    "data of null": b'{"data": null}',
    "data of text": b'{"data": "soon"}',
    "data as an object": b'{"data": {"event_id_cnty": "KEN1"}}',
    "cut off": b'{"data": [{"event_id',
    "failure": b'{"success": false, "error": "out of order", "data": []}',
    "failure in words": b'{"success": "false", "messages": ["out of order"], "data": []}',
    "error": b'{"error": "out of order", "data": []}',
    "deep": DEEP,
    "deep data": b'{"data": ' + DEEP,
    "deep record": b'{"data": [{"event_id_cnty": ' + b"[" * 900 + b"]" * 900 + b"}]}",
    "deep restriction": b'{"data": [], "data_query_restrictions": ' + b"[" * 900 + b"]" * 900 + b"}",
    "deep error": b'{"error": ' + b"[" * 900 + b"]" * 900 + b"}",
    "long number": b'{"data": [' + b"9" * 5000 + b"]}",
    "other columns": b'{"data": [{"a": 1}]}',
    "columns twice": b'{"data": [{"event_date": 1, "EVENT_DATE": 2, "event_type": 1, "actor1": 1}]}',
    "no UTF-8": b"\xff\xfe\x00",
    "odd status": b'{"status": "soon", "data": []}',
    "long status": b'{"status": ' + b"9" * 4000 + b', "data": []}',
    "odd cursor": b'{"data": [{"event_id_cnty": "KEN1"}], "next_cursor": [1]}',
}

SOME = ["data of null", "data of text", "text", "deep", "list", "cut off"]
ASKED = [
    *((name, "events") for name in BODIES),
    *((name, ask) for name in SOME for ask in ("deleted", "download", "login")),
]


@pytest.mark.parametrize(("name", "ask"), ASKED)
def test_a_body_that_is_no_answer_is_an_error_that_names_the_page(server, tmp_path, name, ask):
    client = AcledClient(ANN, base=server.base)
    served = answer(200, BODIES[name])
    if ask == "login":
        server.login_faults = [served]
    else:
        server.faults = [served]
    with pytest.raises(SourceError) as caught:
        asked(client, ask, tmp_path)
    assert ("/oauth/token" if ask == "login" else ", page 1") in str(caught.value)
    assert len(str(caught.value)) < 700


@pytest.mark.parametrize("name", SOME)
def test_ucdp_likewise(server, name):
    server.faults = [answer(200, BODIES[name].replace(b'"data"', b'"Result"'))]
    with pytest.raises(SourceError, match=r"/api/gedevents/26.1, page 0"):
        list(UcdpClient(TOKEN, base=server.base).pages("26.1"))


@pytest.mark.parametrize(
    ("packing", "body"),
    [
        ("gzip", b"no gzip"),
        ("gzip", b"\x1f\x8b\x08\x00"),
        ("gzip", b""),
        ("br", b"x"),
        ("zstd", b"x"),
        ("gzip, gzip", b"x"),
    ],
)
def test_bad_compression_is_one_clear_error(client, server, packing, body):
    server.faults = [answer(200, body, Content_Encoding=packing)]
    client._token = "known"
    with pytest.raises(SourceError, match="page 1"):
        list(client.events())


@pytest.mark.parametrize("told", ["²", "soon", "-5", "9" * 400, "Tue, 99 Oct 2024 08:00:00 GMT", ""])
def test_an_odd_time_to_wait_is_no_matter(client, server, waits, told):
    server.faults = [answer(503, b"", Retry_After=told)]
    assert len(list(client.events())) == 23
    assert waits in ([1.0], [60.0])


def test_a_time_to_wait_may_be_a_date(client, server, waits):
    server.faults = [answer(503, b"", Retry_After="Tue, 22 Oct 2024 08:00:00 GMT")]
    assert len(list(client.events())) == 23
    assert waits == [0.0]


@pytest.mark.parametrize("token", ["tökén", "to\nken", "to\x00ken", "\udcff"])
def test_a_token_that_no_header_can_carry_is_one_clear_error(client, server, token):
    with pytest.raises(SourceError, match="ASCII") as caught:
        list(UcdpClient(token, base=server.base).pages("26.1"))
    assert token not in str(caught.value)
    server.login_faults = [answer(200, {"access_token": token})]
    with pytest.raises(SourceError, match="ASCII") as caught:
        list(client.events())
    assert token not in str(caught.value)
    assert server.seen == []


def test_a_line_end_behind_a_token_is_no_part_of_it(server):
    assert list(UcdpClient(f"{TOKEN}\n", base=server.base).pages("26.1"))


@pytest.mark.parametrize("token", [None, 7, ["x"], ""])
def test_a_login_without_a_token_is_one_clear_error(client, server, token):
    server.login_faults = [answer(200, {"access_token": token})]
    with pytest.raises(SourceError, match="no token"):
        list(client.events())


def test_name_and_password_may_have_any_letters(server):
    with pytest.raises(SourceError, match="not known"):
        list(AcledClient(Credentials("änn", "pässwörd"), base=server.base).events())
    with pytest.raises(SourceError, match="cannot be sent") as caught:
        list(AcledClient(Credentials("ann", f"{SECRET}\udcff"), base=server.base).events())
    assert SECRET not in str(caught.value)


def test_a_filter_that_cannot_be_sent_is_one_clear_error(client):
    with pytest.raises(SourceError, match="cannot be sent"):
        list(client.events(country="\ud800"))


@pytest.mark.parametrize("size", [0, -1, 5001])
def test_a_size_that_the_server_does_not_give_is_refused(client, server, size):
    with pytest.raises(SourceError, match="size of a page"):
        list(client.events(size=size))
    assert server.seen == []


@pytest.mark.parametrize(
    "line", [b"\r\n\r\n", b"HTTP/1.1 abc\r\n\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n"]
)
def test_what_is_no_http_is_one_clear_error(server, waits, line):
    def serve(handler):
        handler.wfile.write(line)
        handler.close_connection = True

    server.always = serve
    http = Http(server.base, tries=2, sleep=waits.append)
    with pytest.raises(ConflictEventsError, match="no answer after 2 tries"):
        list(UcdpClient(TOKEN, http=http).pages("26.1"))
