"""A server without end is left, with a clear error, and what had come is kept."""

import contextlib
import gzip
import itertools
import json
import time

import pytest

from conflict_events.sources.acled import AcledClient
from conflict_events.sources.errors import SourceError
from conflict_events.sources.http import Http
from conflict_events.sources.limits import Limits
from conflict_events.sources.ucdp import UcdpClient
from conflict_events.testing import acled_file
from loopback import ANN, TOKEN, answer

httpx = pytest.importorskip("httpx")
pytestmark = pytest.mark.enable_socket


def with_limits(server, **limits):
    return AcledClient(ANN, base=server.base, http=Http(server.base, sleep=lambda _: None, limits=Limits(**limits)))


def until_left(handler, *pieces):
    """Send the pieces, the last one again and again, until the client hangs up."""
    with contextlib.suppress(OSError):
        for piece in itertools.chain(pieces, itertools.repeat(pieces[-1])):
            handler.wfile.write(piece)
            handler.wfile.flush()
            time.sleep(0.02)


def trickling_body(handler):
    handler.send_response(200)
    handler.end_headers()
    until_left(handler, b" ")


def trickling_headers(handler):
    until_left(handler, b"HTTP/1.1 200 OK\r\nX-Long: ", b"x")


def trickling_pack(handler):
    handler.send_response(200)
    handler.send_header("Content-Encoding", "gzip")
    handler.end_headers()
    until_left(handler, gzip.compress(b""))


@pytest.mark.parametrize("serve", [trickling_body, trickling_headers, trickling_pack])
def test_a_byte_now_and_then_ends_at_the_time_that_was_set(server, serve):
    server.faults = [serve]
    with pytest.raises(SourceError, match=r"takes too long.*at most 0.3 seconds \(Limits.answer_seconds\)"):
        list(with_limits(server, answer_seconds=0.3).events())
    assert len(server.seen) == 1


def test_a_login_without_end_ends_likewise(server):
    server.login_faults = [trickling_body]
    with pytest.raises(SourceError, match="takes too long"):
        list(with_limits(server, answer_seconds=0.3).events())


@pytest.mark.parametrize(
    ("limits", "told"),
    [({}, "unpacks to too much"), ({"ratio": 10_000, "answer_bytes": 1 << 22}, r"too long.*4194304 bytes")],
)
def test_an_answer_that_unpacks_to_much_more_is_left(server, limits, told):
    bomb = gzip.compress(b"[" * 30_000_000, 9)
    server.faults = [answer(200, bomb, Content_Encoding="gzip")]
    with pytest.raises(SourceError, match=told):
        list(with_limits(server, **limits).events())


def test_memory_does_not_grow_with_what_a_bomb_holds(server):
    import tracemalloc

    bomb = gzip.compress(b"[" * 100_000_000, 9)
    server.faults = [answer(200, bomb, Content_Encoding="gzip")]
    client = with_limits(server)
    tracemalloc.start()
    try:
        with pytest.raises(SourceError):
            list(client.events())
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()


def test_many_empty_packs_are_counted_as_they_come():
    packs = itertools.repeat(gzip.compress(b"") * 1000)
    http = Http(
        "https://data.example",
        transport=httpx.MockTransport(
            lambda _: httpx.Response(200, headers={"Content-Encoding": "gzip"}, content=(pack for pack in packs))
        ),
        limits=Limits(answer_bytes=1 << 20),
    )
    with pytest.raises(SourceError, match="too long"):
        list(UcdpClient(TOKEN, http=http).pages("25.1"))


def test_a_body_without_end_is_left(server):
    def serve(handler):
        handler.send_response(200)
        handler.end_headers()
        with contextlib.suppress(OSError):
            while True:
                handler.wfile.write(b" " * 65536)

    server.faults = [serve]
    with pytest.raises(SourceError, match="too long"):
        list(with_limits(server, answer_bytes=1 << 20).events())


def test_a_packed_answer_is_read(client, server):
    server.records = server.records[:5]
    body = json.dumps({"data": server.records}).encode()
    server.faults = [answer(200, gzip.compress(body[:100]) + gzip.compress(body[100:]), Content_Encoding="gzip")]
    assert len(list(client.events())) == 5


def test_the_same_page_again_is_told(client, server):
    server.always = answer(200, {"data": server.records[:10]})
    with pytest.raises(SourceError, match=r"the same page comes again: in .*page 2"):
        list(client.events(size=10))
    assert len(server.seen) == 2


def test_pages_that_go_round_are_told(client, server):
    def serve(handler):
        page = int(server.seen[-1][1]["page"]) % 2
        handler.reply(200, {"data": server.records[page * 10 : page * 10 + 10]})

    server.always = serve
    with pytest.raises(SourceError, match="the same page comes again"):
        list(client.events(size=10))


def test_the_same_cursor_again_is_told(client, server):
    pages = itertools.count()

    def serve(handler):
        page = next(pages)
        handler.reply(200, {"data": server.records[page : page + 1], "next_cursor": "X"})

    server.always = serve
    with pytest.raises(SourceError, match="the pages go round"):
        list(client.events(size=10))
    assert len(server.seen) == 2


def without_end(server):
    """Always another row, and always another page."""
    numbers = itertools.count()

    def serve(handler):
        number = next(numbers)
        handler.reply(200, {"data": [server.records[0] | {"event_id_cnty": f"KEN{number}"}], "next_cursor": number})

    return serve


@pytest.mark.parametrize(("name", "most"), [("pages", 3), ("run_bytes", 1000), ("run_seconds", 1e-9)])
def test_a_run_is_bounded(server, name, most):
    server.always = without_end(server)
    with pytest.raises(SourceError, match=rf"no end in sight.*\(Limits.{name}\)"):
        list(with_limits(server, **{name: most}).events())


def test_deletions_are_bounded_likewise(server):
    rows = itertools.count()

    def serve(handler):
        handler.reply(
            200, {"data": [{"event_id_cnty": f"X{next(rows)}", "deleted_timestamp": 1}], "next_cursor": next(rows)}
        )

    server.always = serve
    with pytest.raises(SourceError, match="no end in sight"):
        list(with_limits(server, pages=4).deleted())


def test_ucdp_is_bounded_likewise(server):
    rows = itertools.count()

    def serve(handler):
        number = next(rows)
        handler.reply(200, {"TotalPages": 1, "NextPageUrl": f"/x?page={number + 1}", "Result": [{"id": number}]})

    server.always = serve
    http = Http(server.base, limits=Limits(pages=4))
    with pytest.raises(SourceError, match="no end in sight"):
        list(UcdpClient(TOKEN, http=http).pages("25.1"))
    server.always = answer(200, {"TotalPages": 99, "Result": [{"id": 1}]})
    with pytest.raises(SourceError, match="the same page comes again"):
        list(UcdpClient(TOKEN, http=http).pages("25.1"))


def test_what_had_come_is_kept_and_the_next_run_goes_on(server, tmp_path):
    path = tmp_path / "events.csv"
    with pytest.raises(SourceError, match=r"Limits.pages"):
        with_limits(server, pages=2).download(path, size=8)
    assert not path.exists()
    assert with_limits(server).download(path, size=8).rows == 23
    assert path.read_text() == acled_file(23)


def test_what_had_come_has_been_given(server):
    events = with_limits(server, pages=2).events(size=8)
    given = [next(events).id for _ in range(16)]
    assert given == [record["event_id_cnty"] for record in server.records[:16]]
    with pytest.raises(SourceError, match=r"Limits.pages"):
        next(events)


@pytest.mark.parametrize("name", ["answer_seconds", "answer_bytes", "ratio", "run_seconds", "run_bytes", "pages"])
def test_a_limit_of_nothing_is_refused(name):
    with pytest.raises(ValueError, match=name):
        Limits(**{name: 0})
