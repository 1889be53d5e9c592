"""The releases of UCDP GED: what a version covers, and whether it is final or will be revised.

Source: https://ucdp.uu.se/downloads/ and https://ucdp.uu.se/apidocs/, as told by those who use them.
"""

from __future__ import annotations

import datetime as dt
import re
from enum import StrEnum

from attrs import frozen

from conflict_events.sources.errors import SourceError

__all__ = ["LATEST", "Release", "ReleaseKind"]

LATEST = "26.1"
"""The newest final release that we know of, with events of 1989 to 2025; newer ones are read, too."""

_FORM = re.compile(
    r"(?P<year>\d{1,2})\.(?:(?P<final>[1-9])|0\.(?P<month>\d{1,2})|01\.(?P<again>\d{2})\.(?P<last>\d{2}))", re.ASCII
)
_FIRST = 1989
"""The year in which GED begins."""


class ReleaseKind(StrEnum):
    """How far the coders are."""

    FINAL = "final"
    """A yearly release, checked."""
    CANDIDATE = "candidate"
    """Of one month, some weeks later: dyads, deaths and places may change, events may go."""
    CONSOLIDATED = "consolidated candidate"
    """Of the months of a year so far: revised once, and not final."""


@frozen(slots=True)
class Release:
    """One release.

    Args:
        version: by which the API calls it.
        kind: final or not.
        start: first day that it covers.
        end: last day that it covers.
    """

    version: str
    kind: ReleaseKind
    start: dt.date
    end: dt.date

    @property
    def provisional(self) -> bool:
        """Whether its rows will be revised."""
        return self.kind is not ReleaseKind.FINAL

    @classmethod
    def of(cls, version: str) -> Release:
        """What a version stands for.

        Args:
            version: ``26.1`` for a final release (of the year before), ``26.0.8`` for the candidate events of August
                2026, ``26.01.26.06`` for those of January to June 2026 in one.

        Raises:
            SourceError: if it is none of these.

        >>> Release.of("26.1").kind.value, Release.of("26.1").end.isoformat()
        ('final', '2025-12-31')
        >>> release = Release.of("26.01.26.06")
        >>> release.provisional, release.start.isoformat(), release.end.isoformat()
        (True, '2026-01-01', '2026-06-30')
        """
        found = _FORM.fullmatch(version)
        year = 2000 + int(found["year"]) if found else 0
        month = int((found["month"] or found["last"] or 12) if found else 0)
        if not found or not 1 <= month <= 12 or (found["again"] or found["year"]) != found["year"]:
            expected = f"a version as {LATEST} (final), 26.0.8 (a month) or 26.01.26.06 (months in one)"
            raise SourceError("no version of GED", where="version", expected=expected, got=version)
        if found["final"]:
            return cls(version, ReleaseKind.FINAL, dt.date(_FIRST, 1, 1), dt.date(year - 1, 12, 31))
        start = dt.date(year, month if found["month"] else 1, 1)
        end = dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)
        return cls(version, ReleaseKind.CANDIDATE if found["month"] else ReleaseKind.CONSOLIDATED, start, end)
