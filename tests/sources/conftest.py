"""A server on loopback, and a client of it that does not really wait."""

import pytest

from conflict_events.sources.acled import AcledClient
from conflict_events.sources.http import Http
from loopback import ANN, serving


@pytest.fixture
def server():
    with serving() as made:
        yield made


@pytest.fixture
def waits():
    return []


@pytest.fixture
def client(server, waits):
    with AcledClient(ANN, base=server.base, http=Http(server.base, sleep=waits.append)) as made:
        yield made
