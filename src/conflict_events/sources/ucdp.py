"""UCDP's API for GED: pages of events in JSON, read as rows of GED."""

from __future__ import annotations

import csv
import io
import json
import os
import urllib.parse
from collections.abc import Iterator, Mapping
from typing import Any

from attrs import evolve

from conflict_events.formats.loaded import Loaded
from conflict_events.formats.problem import RowProblem
from conflict_events.formats.streams import encoded
from conflict_events.formats.tables.numbers import whole_of
from conflict_events.formats.ucdp_ged import COLUMNS
from conflict_events.formats.ucdp_ged import load as load_ged
from conflict_events.sources.errors import SourceError
from conflict_events.sources.http import BUSY, Http, Patience
from conflict_events.sources.limits import Limits, Run
from conflict_events.sources.paging import Repeats
from conflict_events.sources.refusals import granted
from conflict_events.sources.reply import Reply
from conflict_events.sources.ucdp_release import Release

__all__ = ["UcdpClient"]

BASE = "https://ucdpapi.pcr.uu.se"
PAGE = 1000
"""Events of a page, at most."""
TOO_FAST = Patience(frozenset({400}), wait=30.0, tries=4, answers=True)
"""UCDP says 400 to who asks some 40 times in a row, and lets him again about a minute later."""


class UcdpClient:
    """A client of UCDP's API.

    Args:
        token: the access token, which UCDP wants since February 2026; None takes ``UCDP_TOKEN`` from the environment.
        base: address of the server.
        http: a connection of one's own.
        limits: of time, size and pages, where no connection is given.
    """

    def __init__(
        self, token: str | None = None, *, base: str = BASE, http: Http | None = None, limits: Limits | None = None
    ) -> None:
        self._token = (token or os.environ.get("UCDP_TOKEN", "")).strip()
        expected = "UCDP_TOKEN; a token is given on request, see https://ucdp.uu.se/apidocs/"
        if not self._token:
            raise SourceError("no token", where="environment", expected=expected, got=None)
        if not (self._token.isascii() and self._token.isprintable()):
            raise SourceError("no token", where="UCDP_TOKEN", expected="plain ASCII letters", got="others among them")
        self._http = http or Http(base, limits=limits)

    def __repr__(self) -> str:
        """Without the token."""
        return "UcdpClient()"

    def pages(self, version: str, *, first: int = 0, size: int = PAGE, **filters: Any) -> Iterator[Loaded]:
        """The events of one version, page by page.

        Every event has the release from which it came in its extras (``release``), and those of candidate releases,
        which UCDP revises later, a mark (``provisional``); a notice says so, too.

        Args:
            version: of GED or Candidate, e.g. ``26.1`` or ``26.0.8``; see ``Release.of``.
            first: page to begin with, from 0.
            size: events of a page, 1000 at most.
            filters: those of the API, e.g. ``Country="432"``, ``StartDate="2024-01-01"``.

        Raises:
            RefusedError: if the server refuses; ``refusal`` tells why.
            SourceError: if it does not answer, answers something else, or finds no end.
        """
        release = Release.of(version)
        if not 1 <= size <= PAGE:
            raise SourceError("no such size of a page", where="size", expected=f"1 to {PAGE} events", got=size)
        run, seen = Run(self._http.limits), Repeats("id")
        number: int | None = first
        while number is not None:
            params = {
                "pagesize": str(size),
                "page": str(number),
                **{name: str(value) for name, value in filters.items()},
            }
            path, note = f"/api/gedevents/{version}", f", page {number}"
            run.asks(f"GET {self._http.base}{path}{note}")
            answer = self._http.send(
                "GET",
                path,
                params=params,
                headers={"x-ucdp-access-token": self._token},
                secrets=(self._token,),
                patience=(BUSY, TOO_FAST),
                note=note,
            )
            run.came(len(answer.body))
            body = granted("ucdp", answer)
            result = body.get("Result")
            if not isinstance(result, list):
                got = ", ".join(sorted(body))
                raise SourceError("no events", where=answer.where, expected="a list under Result", got=f"keys {got}")
            seen.page(result, answer.where)
            yield _page(result, release)
            number = _next(body, number, answer) if result else None


def _next(body: Mapping[str, Any], number: int, answer: Reply) -> int | None:
    """The page behind this one, by the address that the server gives, else by the number of pages; None at the end."""
    if "NextPageUrl" in body:
        told = body["NextPageUrl"]
        if told in (None, ""):
            return None
        found = urllib.parse.parse_qs(urllib.parse.urlsplit(told).query).get("page", []) if _is_address(told) else []
        page = whole_of(found[0]) if found else None
        if page is None or page <= number:
            expected = f"nothing, or an address with a page behind {number}, under NextPageUrl"
            raise SourceError("the pages go round", where=answer.where, expected=expected, got=answer.safe(told))
        return page
    total = whole_of(str(body.get("TotalPages")))
    if total is None:
        got = answer.safe(body.get("TotalPages"))
        raise SourceError("no end", where=answer.where, expected="a number under TotalPages, or NextPageUrl", got=got)
    return number + 1 if number + 1 < total else None


def _is_address(told: object) -> bool:
    try:
        return isinstance(told, str) and bool(urllib.parse.urlsplit(told))
    except ValueError:  # a bracket in the host
        return False


def _page(result: list[Any], release: Release) -> Loaded:
    """Records as a GED file, which the reader of GED then reads; what UCDP itself says of the release goes first."""
    marks = {"release": release.version, **({"provisional": release.kind.value} if release.provisional else {})}
    records = [{**marks, **record} for record in result if isinstance(record, dict)]
    out = io.StringIO()
    known = [*COLUMNS, *sorted({name for record in records for name in record} - set(COLUMNS))]
    writer = csv.DictWriter(out, known, restval="", lineterminator="\n")
    writer.writeheader()
    for record in records:
        writer.writerow({name: _cell(value) for name, value in record.items()})
    loaded = load_ged(io.BytesIO(encoded(out.getvalue())), encoding="utf-8")
    odd = tuple(
        RowProblem(place, "", "ucdp.record", "an object", _cell(record)[:200])
        for place, record in enumerate(result, 1)
        if not isinstance(record, dict)
    )
    notices = loaded.notices
    if release.provisional:
        notices += (f"provisional: UCDP {release.kind.value} {release.version}, which later releases revise",)
    return evolve(loaded, problems=loaded.problems + odd, notices=notices)


def _cell(value: Any) -> str:
    """A value of JSON as the text of a cell."""
    if value is None:
        return ""
    try:
        return value if isinstance(value, str) else json.dumps(value)
    except RecursionError:
        return "(nested too deep)"
