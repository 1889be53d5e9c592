"""The note of an event in the codebook's manner, made from its coded fields, never from the article's sentences."""

from __future__ import annotations

import datetime as dt

from conflict_events.events.draft import Draft
from conflict_events.lexicon.load import section
from conflict_events.model.casualty import CasualtyReport, Outcome, VictimRole
from conflict_events.model.place import Place
from conflict_events.model.policy import Figure
from conflict_events.model.when import Grain, When

__all__ = ["write_note"]

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def _day(day: dt.date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _date(when: When | None) -> str:
    """The opening: the day, or around it with the unit that was named."""
    if when is None:
        return "On a day that is not named, "
    if when.days == 1:
        return f"On {_day(when.start)}, "
    if when.precision is None:
        return f"At some time in {when.timex}, "
    unit = {Grain.WEEK: "week of", Grain.MONTH: "month of"}.get(when.grain)
    middle = when.anchor or when.start + (when.end - when.start) / 2
    return f"Around {_day(middle)} ({unit or f'between {_day(when.start)} and {_day(when.end)}'}), "


def _place(place: Place | None) -> str:
    if place is None:
        return "at a place that is not named"
    if place.is_country:
        return f"in {place.name} (town not named)"
    chain = dict.fromkeys(
        part
        for part in (place.admin3, place.admin2, place.admin1, None if place.country is None else place.country.name)
        if part is not None
    )
    where = f"{'near' if place.precision == 2 else 'in'} {place.name}"
    return f"{where} ({', '.join(chain)})" if chain else where


UNITS = {
    Outcome.KILLED: ("fatality", "fatalities"),
    Outcome.INJURED: ("person injured", "people injured"),
    Outcome.MISSING: ("person missing", "people missing"),
    Outcome.ABDUCTED: ("person abducted", "people abducted"),
    Outcome.DISPLACED: ("person displaced", "people displaced"),
    Outcome.ARRESTED: ("person arrested", "people arrested"),
}
"""What one claim counts, of one and of many."""


def _claim(report: CasualtyReport) -> str:
    """How many of whom and who says so, from the coded fields."""
    one, many = UNITS[report.outcome]
    if report.stated is not None:
        figure_ = f"{report.qualifier} {report.stated}" if report.qualifier else str(report.stated)
        counted = f"{figure_} {one if report.stated == 1 else many}"
    elif report.low == 0 == report.high:
        counted = f"no {many}"
    elif report.low == 1 == report.high:
        counted = f"1 {one}"
    elif report.qualifier:
        counted = f"{many}, put at '{report.qualifier}'"
    else:
        counted = f"an unstated number of {many}"
    details = [
        *([report.role.value] if report.role is not VictimRole.UNKNOWN else []),
        *([f"source: {report.source}"] if report.source is not None else []),
    ]
    return f"{counted} ({'; '.join(details)})" if details else counted


def _losses(claims: tuple[CasualtyReport, ...]) -> str:
    told = [_claim(report) for report in claims]
    if not told:
        return " Fatalities unknown."
    return f" Reported: {'; '.join(dict.fromkeys(told))}."


def write_note(draft: Draft, counted: Figure) -> str:
    """One ASCII paragraph: label, date, sides, place, claims, and in brackets how the figure was reached.

    Args:
        draft: with all its fields settled.
        counted: its deaths by its policy.

    Source: ACLED codebook, notes; observed patterns of openings.
    """
    label, pair, alone = section("notes")[draft.sub_event_type]
    sentence = (alone if draft.actor2 is None else pair).format(
        one="an unnamed side" if draft.actor1 is None else draft.actor1.name,
        two="" if draft.actor2 is None else draft.actor2.name,
        where=_place(draft.where),
    )
    head = f"{label}: " if label else ""
    remark = ""
    if any(report.outcome is Outcome.KILLED for report in draft.casualties) and counted.value is not None:
        remark = f" [fatalities coded as {counted.value} by policy {counted.policy}: {counted.reason}]"
    note = f"{head}{_date(draft.when)}{sentence}.{_losses(draft.casualties)}{remark}"
    return " ".join(_ascii(note).replace('"', "'").split())


def _ascii(text: str) -> str:
    if text.isascii():
        return text
    from anyascii import anyascii

    return str(anyascii(text))
