"""Rules about dates, deaths, ids, tags and sources."""

from __future__ import annotations

import re
from collections.abc import Iterator

from conflict_events.checks.line import Line, Seen
from conflict_events.formats.tables.days import Days
from conflict_events.formats.tables.numbers import whole_of
from conflict_events.model.scale import SourceScale
from conflict_events.model.taxonomy import CROWDS, SubEventType

__all__ = ["crowd_size", "date", "deaths", "identity", "opening", "prefix", "scale", "year"]


def year(line: Line) -> Iterator[Seen]:
    """The year is that of the date."""
    day = line.day
    if day is not None and line.get("year") and whole_of(line.get("year")) != day.year:
        yield Seen("year", f"the date is of {day.year}", str(day.year))


def date(line: Line) -> Iterator[Seen]:
    """Date and time precision are given."""
    if "event_date" in line.cells and not line.get("event_date"):
        yield Seen("event_date", "every event has a date")
    if "time_precision" in line.cells and whole_of(line.get("time_precision")) not in (1, 2, 3):
        yield Seen("time_precision", f"{line.get('time_precision')!r} is not 1, 2 or 3")


_ON = re.compile(r"\b(On|Around) (\d{1,2}) ([A-Z][a-z]+) (\d{4})")


def opening(line: Line) -> Iterator[Seen]:
    """The notes open with the date, and with 'On' only for exact days."""
    found = _ON.search(line.get("notes")[:200])
    day = line.day
    if found is None or day is None:
        return
    told, _ = Days().read(f"{found[2]} {found[3]} {found[4]}")
    if told is not None and told != day:
        yield Seen("event_date", f"the notes say {found[0]}", told.isoformat())
    elif (found[1] == "On") != (whole_of(line.get("time_precision")) == 1):
        yield Seen(
            "time_precision", f"the notes say {found[1]!r}, which is for {'1' if found[1] == 'On' else '2 and 3'}"
        )


def deaths(line: Line) -> Iterator[Seen]:
    """Fatalities are a whole number that fits the claims and the type."""
    text = line.get("fatalities")
    if "fatalities" in line.cells and whole_of(text) is None:
        yield Seen("fatalities", f"{text!r} is no whole number of 0 or more")
    if line.sub is SubEventType.PEACEFUL_PROTEST and whole_of(text):
        yield Seen("fatalities", "nobody dies in a peaceful protest; look at the sub-event type")
    value = whole_of(text)
    if line.event is not None and value is not None:
        figure = line.event.fatalities
        # "More than 20" is bound to 21 and more, and still stated as 20: the codebook takes the lowest figure stated.
        stated = [claim.stated for claim in line.event.casualties if claim.stated is not None]
        low = None if figure.low is None else min([figure.low, *stated])
        if (low is not None and value < low) or (figure.high is not None and value > figure.high):
            high = "open" if figure.high is None else figure.high
            yield Seen("fatalities", f"the claims leave {low or 0} to {high}")


_ID = re.compile(r"([A-Z]{3})\d+", re.ASCII)
_OURS = re.compile(r"ce-[0-9a-f]{16}")
"""Ids that this library derives for events without one."""


def identity(line: Line) -> Iterator[Seen]:
    """The id is three capitals and digits."""
    text = line.get("event_id_cnty")
    found = _ID.fullmatch(text)
    if _OURS.fullmatch(text):
        return
    if "event_id_cnty" in line.cells and found is None:
        yield Seen("event_id_cnty", f"{text!r} is not three capitals and digits")
    elif (
        found is not None
        and line.get("event_id_no_cnty")
        and whole_of(text[3:]) != whole_of(line.get("event_id_no_cnty"))
    ):
        yield Seen("event_id_no_cnty", f"the digits of {text} are others", text[3:])


def prefix(line: Line) -> Iterator[Seen]:
    """The id begins with the letters of the country."""
    found = _ID.fullmatch(line.get("event_id_cnty"))
    country = line.country
    if found is not None and country is not None and found[1] not in (country.prefix, country.alpha_3):
        yield Seen("event_id_cnty", f"ids of {country.name} begin with {country.prefix}")


def crowd_size(line: Line) -> Iterator[Seen]:
    """Protests and riots carry a crowd size."""
    if "tags" not in line.cells or line.sub is None or line.sub.event_type not in CROWDS:
        return
    if "crowd size=" not in line.get("tags"):
        yield Seen("tags", "protests and riots carry a tag crowd size=...", None)


_SCALES = {scale.value for scale in SourceScale}


def scale(line: Line) -> Iterator[Seen]:
    """The source scale is one or two of the known ones, in their order."""
    text = line.get("source_scale")
    parts = text.split("-") if text else []
    if text and (len(parts) > 2 or any(part not in _SCALES for part in parts)):
        yield Seen("source_scale", f"{text!r} is not one or two of ACLED's source scales")
    elif len(parts) == 2 and list(SourceScale).index(SourceScale(parts[0])) > list(SourceScale).index(
        SourceScale(parts[1])
    ):
        yield Seen("source_scale", "the two scales stand in the other order", f"{parts[1]}-{parts[0]}")
