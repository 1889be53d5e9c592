"""UCDP's client: releases, provisional rows, pages, and records as they should not be."""

import datetime as dt
import io

import pytest

from conflict_events.formats import ucdp_ged
from conflict_events.sources.errors import SourceError
from conflict_events.sources.ucdp import UcdpClient
from conflict_events.sources.ucdp_release import LATEST, Release, ReleaseKind
from loopback import TOKEN, answer

pytest.importorskip("httpx")
pytestmark = pytest.mark.enable_socket


@pytest.fixture
def ucdp(server):
    return UcdpClient(TOKEN, base=server.base)


@pytest.mark.parametrize(
    ("version", "kind", "start", "end"),
    [
        ("17.1", ReleaseKind.FINAL, "1989-01-01", "2016-12-31"),
        ("26.1", ReleaseKind.FINAL, "1989-01-01", "2025-12-31"),
        ("26.0.1", ReleaseKind.CANDIDATE, "2026-01-01", "2026-01-31"),
        ("24.0.2", ReleaseKind.CANDIDATE, "2024-02-01", "2024-02-29"),
        ("26.0.12", ReleaseKind.CANDIDATE, "2026-12-01", "2026-12-31"),
        ("26.01.26.06", ReleaseKind.CONSOLIDATED, "2026-01-01", "2026-06-30"),
        ("25.01.25.12", ReleaseKind.CONSOLIDATED, "2025-01-01", "2025-12-31"),
    ],
)
def test_a_version_says_what_it_covers(version, kind, start, end):
    release = Release.of(version)
    assert (release.kind, release.start, release.end) == (
        kind,
        dt.date.fromisoformat(start),
        dt.date.fromisoformat(end),
    )
    assert release.provisional is (kind is not ReleaseKind.FINAL)


@pytest.mark.parametrize(
    "version", ["", "26", "26.", "26.0", "26.0.13", "26.0.0", "26.01.25.06", "26.01.26.13", "2026.1", "26.1/..", "²6.1"]
)
def test_what_is_no_version_is_not_asked_for(ucdp, server, version):
    with pytest.raises(SourceError, match="no version of GED"):
        list(ucdp.pages(version))
    assert server.seen == []


def test_the_latest_release_is_final():
    assert not Release.of(LATEST).provisional


@pytest.mark.parametrize("version", ["26.0.8", "26.01.26.06"])
def test_candidate_events_are_marked_and_final_ones_are_not(ucdp, version):
    (page,) = ucdp.pages(version)
    assert {dict(event.extras)["release"] for event in page} == {version}
    assert all("candidate" in dict(event.extras)["provisional"] for event in page)
    assert version in " ".join(page.notices)
    (page,) = ucdp.pages("26.1")
    assert {dict(event.extras)["release"] for event in page} == {"26.1"}
    assert not [event for event in page if "provisional" in dict(event.extras)]
    assert page.notices == ()


def test_the_events_are_those_of_the_file(ucdp, server):
    events = [event for page in ucdp.pages("26.1", size=4) for event in page]
    rows = server.ged_rows()
    assert [event.record_id for event in events] == [row["id"] or None for row in rows]
    text = ucdp_ged.dumps(events)
    again = ucdp_ged.load(io.BytesIO(text.encode()))
    assert [event.fatalities.value for event in again] == [event.fatalities.value for event in events]


@pytest.mark.parametrize("base", [0, 1])
def test_pages_are_followed_from_whichever_number_they_are_counted(ucdp, server, base):
    """The address of the next page decides, where there is one."""
    rows = [{"id": number, "type_of_violence": 1, "best": 1} for number in range(5)]

    def serve(handler):
        page = max(int(server.seen[-1][1]["page"]) - base, 0)
        more = f"https://elsewhere.example/api?pagesize=2&page={page + base + 1}" if page < 2 else ""
        handler.reply(200, {"TotalPages": 3, "NextPageUrl": more, "Result": rows[page * 2 : page * 2 + 2]})

    server.always = serve
    assert [event.record_id for page in ucdp.pages("26.1", size=2) for event in page] == ["0", "1", "2", "3", "4"]


@pytest.mark.parametrize("told", [7, ["x"], "/api", "/api?page=0", "/api?page=²", "http://[x", {"page": 1}, True])
def test_an_odd_address_of_the_next_page_is_one_clear_error(ucdp, server, told):
    server.always = answer(200, {"NextPageUrl": told, "Result": [{"id": 1}]})
    with pytest.raises(SourceError, match=r"page 0.*NextPageUrl"):
        list(ucdp.pages("26.1"))


@pytest.mark.parametrize("told", [None, "many", [], -1, 1.5])
def test_an_odd_number_of_pages_is_one_clear_error(ucdp, server, told):
    server.always = answer(200, {"TotalPages": told, "Result": [{"id": 1}]})
    with pytest.raises(SourceError, match=r"page 0.*TotalPages"):
        list(ucdp.pages("26.1"))


def test_records_that_are_none_are_listed_and_the_others_read(ucdp, server):
    good = {"id": 1, "type_of_violence": 1, "best": 2, "unknown_before": {"a": [1]}}
    server.always = answer(200, {"TotalPages": 1, "Result": [5, good, None, {}, ["x"], {"id": 2}]})
    (page,) = ucdp.pages("26.1")
    assert [(event.record_id, event.fatalities.value) for event in page] == [("1", 2)]
    assert dict(page[0].extras)["unknown_before"] == '{"a": [1]}'
    assert [problem.got for problem in page.problems if problem.rule == "ucdp.record"] == ["5", "", '["x"]']
    assert len([problem for problem in page.problems if problem.column == "type_of_violence"]) == 2


def test_an_empty_release_is_an_empty_page(ucdp, server):
    server.always = answer(200, {"TotalPages": 0, "Result": []})
    (page,) = ucdp.pages("26.1")
    assert len(page) == 0


@pytest.mark.parametrize("size", [0, 1001])
def test_a_size_that_the_server_does_not_give_is_refused(ucdp, server, size):
    with pytest.raises(SourceError, match="size of a page"):
        list(ucdp.pages("26.1", size=size))
    assert server.seen == []
