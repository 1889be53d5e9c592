"""Every reason to refuse is told apart from the others, and none of them is "no events"."""

import pickle

import pytest

from conflict_events.sources.errors import Refusal, RefusedError, RestrictedError, SourceError
from conflict_events.sources.http import Http
from conflict_events.sources.refusals import reasons
from conflict_events.sources.ucdp import UcdpClient
from loopback import SECRET, TOKEN, answer, asked

pytest.importorskip("httpx")
pytestmark = pytest.mark.enable_socket

PAGE = "<!DOCTYPE html>\n<html><head><title>Unauthorized</title></head><body>Unauthorized</body></html>"


@pytest.mark.parametrize("reason", reasons(), ids=lambda reason: f"{reason.service}-{reason.status}-{reason.refusal}")
def test_the_example_of_each_reason_is_told_as_that_reason(client, server, waits, reason):
    refusing = answer(reason.status, {"error": reason.example})
    if reason.service == "ucdp":
        ask = lambda: list(UcdpClient(TOKEN, http=Http(server.base, sleep=waits.append)).pages("26.1"))  # noqa: E731
        server.always = refusing
    elif reason.at:
        ask = lambda: list(client.events())  # noqa: E731
        server.login_faults = [refusing]
    else:
        ask = lambda: list(client.events())  # noqa: E731
        server.always = refusing
    with pytest.raises(RefusedError, match=reason.example) as caught:
        ask()
    error = caught.value
    assert (error.refusal, error.what, error.expected) == (reason.refusal, reason.means, reason.do)
    assert f"status {reason.status}" in str(error)
    assert pickle.loads(pickle.dumps(error)).refusal is error.refusal


def test_400_401_and_403_are_different_reasons(client, server):
    told = set()
    for status in (400, 401, 403):
        server.login_faults = [answer(status, "")] if status == 400 else []
        server.always = answer(status, "")
        with pytest.raises(RefusedError) as caught:
            list(client.events())
        told.add(caught.value.refusal)
    assert told == {Refusal.LOGIN, Refusal.TOKEN, Refusal.ACCESS}


@pytest.mark.parametrize("ask", ["events", "deleted", "login", "download"])
def test_a_web_page_with_status_200_is_a_refusal(client, server, tmp_path, ask):
    server.always = answer(200, PAGE.encode(), Content_Type="text/html; charset=UTF-8")
    if ask == "login":
        server.login_faults = [server.always]
    with pytest.raises(RefusedError, match="a web page in place of data") as caught:
        asked(client, ask, tmp_path)
    assert caught.value.refusal is Refusal.PAGE
    assert list(tmp_path.iterdir()) == []


def test_a_status_within_the_answer_counts_too(client, server):
    server.always = answer(200, {"status": 403, "data": [], "messages": ["Consent acceptance required"]})
    with pytest.raises(RefusedError) as caught:
        list(client.events())
    assert caught.value.refusal is Refusal.CONSENT


@pytest.mark.parametrize("status", [204, 206, 405, 418, 451])
def test_a_refusal_that_nobody_knows_shows_its_words(client, server, status):
    server.always = answer(status, b"" if status == 204 else b"Not today.")
    with pytest.raises(RefusedError, match=f"status {status}") as caught:
        list(client.events())
    assert caught.value.refusal is Refusal.OTHER


def test_restricted_refused_and_empty_are_three_things(client, server):
    assert list(client.events(country="Iceland")) == []
    server.restrictions = {"date_recency": {"quantity": 12, "unit": "Months", "date": "2025-11-23"}}
    with pytest.raises(RestrictedError) as caught:
        list(client.events())
    assert not isinstance(caught.value, RefusedError)


def test_a_refresh_token_that_is_refused_leads_to_the_password(client, server):
    assert len(list(client.events())) == 23
    server.tokens = set()
    server.login_faults = [answer(401, {"error": "invalid_request"})]
    assert len(list(client.events())) == 23
    assert server.logins == ["password", "refresh_token", "password"]


def test_what_the_server_repeats_of_a_secret_is_not_shown(client, server):
    server.login_faults = [answer(400, f"no account ann@example.org with {SECRET}".encode())]
    with pytest.raises(RefusedError, match="no account") as caught:
        list(client.events())
    assert SECRET not in str(caught.value)
    assert "ann@" not in str(caught.value)
    server.always = answer(403, b"token token2 has no access")
    with pytest.raises(RefusedError, match="has no access") as caught:
        list(client.events())
    assert "token2" not in str(caught.value)
    server.always = answer(401, f"unknown {TOKEN}".encode())
    with pytest.raises(RefusedError, match="unknown") as caught:
        list(UcdpClient(TOKEN, base=server.base).pages("26.1"))
    assert TOKEN not in str(caught.value)


def test_a_login_that_is_cut_off_shows_no_token(client, server):
    server.login_faults = [answer(200, b'{"access_token": "t0p-s3cret", "refresh')]
    with pytest.raises(SourceError, match="no JSON") as caught:
        list(client.events())
    assert "t0p" not in str(caught.value)


def test_ucdp_asked_too_fast_waits_and_goes_on(server, waits):
    server.faults = [answer(400, b"Bad request"), answer(400, b"Bad request")]
    pages = list(UcdpClient(TOKEN, http=Http(server.base, sleep=waits.append)).pages("26.1", size=5))
    assert len(pages) > 1
    assert waits == [30.0, 60.0]


def test_ucdp_that_goes_on_refusing_is_left_after_some_tries(server, waits):
    server.always = answer(400, b"No such filter")
    with pytest.raises(RefusedError, match="No such filter") as caught:
        list(UcdpClient(TOKEN, http=Http(server.base, sleep=waits.append)).pages("26.1", Cuontry="432"))
    assert caught.value.refusal is Refusal.PACE
    assert waits == [30.0, 60.0, 60.0]
