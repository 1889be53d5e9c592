"""No secret and no question leaves for another host than the one that was asked."""

import pytest

from conflict_events.sources.errors import SourceError
from conflict_events.sources.http import Http
from conflict_events.sources.ucdp import UcdpClient
from loopback import SECRET, TOKEN, answer, serving

httpx = pytest.importorskip("httpx")
pytestmark = pytest.mark.enable_socket


@pytest.fixture
def other():
    with serving() as made:
        yield made


def to(address, status=302):
    return answer(status, b"", Location=address)


def assert_names_both(caught, server, other):
    assert server.base in str(caught.value)
    assert other.base in str(caught.value)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_name_and_password_are_not_sent_on(client, server, other, waits, status):
    server.login_faults = [to(f"{other.base}/oauth/token", status)]
    with pytest.raises(SourceError, match="another host") as caught:
        list(client.events())
    assert_names_both(caught, server, other)
    assert other.logins == other.seen == waits == []
    assert SECRET not in str(caught.value)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_the_token_of_ucdp_is_not_sent_on(server, other, status):
    server.faults = [to(f"{other.base}/api/gedevents/25.1", status)]
    with pytest.raises(SourceError, match="another host") as caught:
        list(UcdpClient(TOKEN, base=server.base).pages("25.1"))
    assert_names_both(caught, server, other)
    assert other.seen == []


@pytest.mark.parametrize("ask", [lambda client: list(client.events()), lambda client: list(client.deleted())])
def test_data_of_another_host_is_no_empty_result(client, server, other, ask):
    server.faults = [to(f"{other.base}/api/acled/read")]
    with pytest.raises(SourceError, match="another host") as caught:
        ask(client)
    assert_names_both(caught, server, other)
    assert other.seen == []


def test_another_port_and_another_name_of_the_machine_are_other_hosts(client, server):
    server.faults = [to(f"http://localhost:{server.server_port}/api/acled/read")]
    with pytest.raises(SourceError, match="another host"):
        list(client.events())


def test_nothing_goes_from_https_to_http():
    asked = []

    def serve(request):
        asked.append(str(request.url.copy_with(query=None)))
        return httpx.Response(308, headers={"Location": str(request.url.copy_with(scheme="http"))})

    http = Http("https://data.example", transport=httpx.MockTransport(serve))
    with pytest.raises(SourceError, match=r"https://data.example:443.*http://data.example:80"):
        list(UcdpClient(TOKEN, http=http).pages("25.1"))
    assert asked == ["https://data.example/api/gedevents/25.1"]


def test_a_way_within_the_host_is_followed_with_the_token(client, server):
    server.faults = [to("/api/acled/read?_format=json&limit=5000&page=1", 307)]
    assert len(list(client.events())) == 23
    assert {headers["Authorization"] for headers in server.headers} == {"Bearer token1"}


def test_a_way_that_goes_round_is_one_clear_error(client, server, waits):
    server.always = to("/api/acled/read")
    with pytest.raises(SourceError, match="too many redirects"):
        list(client.events())
    assert (len(server.seen), waits) == (6, [])


def test_a_way_to_nowhere_is_one_clear_error(client, server):
    server.always = to("http://[broken")
    with pytest.raises(SourceError):
        list(client.events())


def test_a_base_that_is_no_address_is_one_clear_error():
    for base in ("https://a:b", "gopher://127.0.0.1", "acleddata.com", ""):
        with pytest.raises(SourceError, match="address"):
            Http(base)
