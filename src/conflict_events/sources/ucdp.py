"""UCDP's API for GED: pages of events in JSON, read as rows of GED."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterator
from typing import Any

from conflict_events.formats.loaded import Loaded
from conflict_events.formats.ucdp_ged import COLUMNS
from conflict_events.formats.ucdp_ged import load as load_ged
from conflict_events.sources.http import Http, SourceError

__all__ = ["UcdpClient"]

BASE = "https://ucdpapi.pcr.uu.se"


class UcdpClient:
    """A client of UCDP's API.

    Args:
        token: the access token; None takes ``UCDP_TOKEN`` from the environment.
        base: address of the server.
        http: a connection of one's own.
    """

    def __init__(self, token: str | None = None, *, base: str = BASE, http: Http | None = None) -> None:
        self._token = token or os.environ.get("UCDP_TOKEN", "")
        self._http = http or Http(base)
        if not self._token:
            raise SourceError("no token", where="environment", expected="UCDP_TOKEN", got=None)

    def __repr__(self) -> str:
        """Without the token."""
        return "UcdpClient()"

    def pages(self, version: str, *, first: int = 0, size: int = 1000, **filters: Any) -> Iterator[Loaded]:
        """The events of one version, page by page.

        Args:
            version: of GED or Candidate, e.g. ``25.1``.
            first: page to begin with, from 0.
            size: events of a page.
            filters: those of the API, e.g. ``Country="432"``, ``StartDate="2024-01-01"``.

        Raises:
            SourceError: if the server does not answer or refuses.
        """
        number = first
        while True:
            params = {
                "pagesize": str(size),
                "page": str(number),
                **{name: str(value) for name, value in filters.items()},
            }
            path = f"/api/gedevents/{version}"
            answer = self._http.send("GET", path, params=params, headers={"x-ucdp-access-token": self._token})
            body = self._http.json(answer)
            result = body.get("Result")
            if not isinstance(result, list):
                raise SourceError("no events", where=f"GET {path}", expected="a list Result", got=sorted(body))
            yield _page(result)
            number += 1
            if number >= int(body.get("TotalPages") or 0):
                return


def _page(result: list[dict[str, Any]]) -> Loaded:
    """Records as a GED file, which the reader of GED then reads."""
    out = io.StringIO()
    known = [*COLUMNS, *sorted({name for record in result for name in record} - set(COLUMNS))]
    writer = csv.DictWriter(out, known, restval="", lineterminator="\n")
    writer.writeheader()
    for record in result:
        writer.writerow({name: "" if value is None else value for name, value in record.items()})
    return load_ged(io.BytesIO(out.getvalue().encode("utf-8", "surrogatepass")))
