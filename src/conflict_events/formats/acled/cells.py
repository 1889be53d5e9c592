"""One event as the cells of one ACLED row. All rules of the codebook that only the row knows stand here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable

from attrs import frozen

from conflict_events.formats.acled.dialects import DIALECTS, Dialect
from conflict_events.formats.tables.days import MONTHS
from conflict_events.model.actor import Actor
from conflict_events.model.event import Event
from conflict_events.model.evidence import Status
from conflict_events.model.policy import Figure
from conflict_events.model.taxonomy import EventType, SubEventType
from conflict_events.model.when import Grain, When

__all__ = [
    "MONTHS",
    "OLD_EVENT_TYPES",
    "Cell",
    "Manner",
    "ascii_text",
    "cell_text",
    "event_day",
    "remarked_notes",
    "row_of",
]

Cell = str | int | float | None

OLD_EVENT_TYPES = {
    SubEventType.GOVERNMENT_REGAINS_TERRITORY: "Battle-Government regains territory",
    SubEventType.NON_STATE_OVERTAKES_TERRITORY: "Battle-Non-state actor overtakes territory",
    SubEventType.ARMED_CLASH: "Battle-No change of territory",
    SubEventType.HEADQUARTERS_ESTABLISHED: "Headquarters or base established",
    SubEventType.NON_VIOLENT_TRANSFER: "Non-violent transfer of territory",
    EventType.BATTLES: "Battle-No change of territory",
    EventType.PROTESTS: "Riots/Protests",
    EventType.RIOTS: "Riots/Protests",
    EventType.EXPLOSIONS: "Remote violence",
    EventType.VIOLENCE_AGAINST_CIVILIANS: "Violence against civilians",
    EventType.STRATEGIC_DEVELOPMENTS: "Strategic development",
}
"""The nine event types of the files before 2018, by sub-event type where that decides and by event type else."""


@frozen(slots=True)
class Manner:
    """How the cells are to be written.

    Args:
        dialect: the layout.
        timestamp: Unix seconds for rows that do not bring their own; None leaves the cell blank.
        ascii: whether diacritics are stripped, as in ACLED's data.
    """

    dialect: Dialect = DIALECTS["current"]
    timestamp: int | None = None
    ascii: bool = True

    def text(self, text: str | None) -> str:
        """A text cell: one line, plain letters."""
        if not text:
            return ""
        if self.ascii:
            text = ascii_text(text)  # letters may vanish, and leave two spaces
        if not text.isprintable():
            text = " ".join(text.split())
        return text.strip()

    def joined(self, values: Iterable[str]) -> str:
        """A list cell. A semicolon inside a value would split it, so it becomes a comma."""
        return "; ".join(text for value in values if (text := self.text(value).replace(";", ",")))

    def day(self, day: dt.date | None) -> str:
        """A day as this dialect writes it."""
        if day is None:
            return ""
        match self.dialect.dates:
            case "long":
                return f"{day.day:02d} {MONTHS[day.month - 1]} {day.year:04d}"
            case "slashed":
                return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"
            case _:
                return day.isoformat()


def cell_text(value: Cell) -> str:
    """A cell as CSV text: degrees without trailing zeros, nothing for None.

    >>> cell_text(2.44), cell_text(51.0), cell_text(None), cell_text(0)
    ('2.44', '51', '', '0')
    """
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.4f}".rstrip("0").rstrip(".")
    return str(value)


def ascii_text(text: str) -> str:
    """The text in plain ASCII, as ACLED writes names and notes.

    A sign at the beginning that would become one of a formula stays what it is.

    >>> ascii_text("Bogotá – Suba"), ascii_text("＝1+1")
    ('Bogota - Suba', '＝1+1')
    """
    if text.isascii():
        return text
    from anyascii import anyascii

    plain = str(anyascii(text))
    if not text[0].isascii() and plain.startswith(_FORMULA) and text[0] not in _DASHES:
        return text[0] + str(anyascii(text[1:]))
    return plain


_FORMULA = ("=", "+", "-", "@")
_DASHES = "‐‑‒–—―"
"""What begins a list or a remark, and may become a hyphen."""


def event_day(when: When | None) -> dt.date | None:
    """The one day by which ACLED files an event: the day itself, or the middle of a week or month.

    "Early May" is filed under its first day and "late May" under its last. A span longer than a month has no day.

    Source: ACLED codebook, time precision.

    >>> event_day(When(dt.date(2024, 10, 14), dt.date(2024, 10, 20), Grain.WEEK)).isoformat()
    '2024-10-17'
    >>> event_day(When(dt.date(2024, 10, 1), dt.date(2024, 10, 31), Grain.MONTH)).isoformat()
    '2024-10-15'
    >>> event_day(When(dt.date(2024, 1, 1), dt.date(2024, 12, 31), Grain.YEAR)) is None
    True
    """
    if when is None or when.precision is None:
        return None
    if when.anchor is not None:
        return when.anchor
    if when.mod == "START" and when.grain is Grain.MONTH:
        return when.start
    if when.mod == "END" and when.grain is Grain.MONTH:
        return when.end
    if when.grain is Grain.MONTH and when.start.day == 1 and when.days >= 28:
        return when.start.replace(day=15)
    return when.start + dt.timedelta(days=(when.days - 1) // 2)


def remarked_notes(event: Event, figure: Figure) -> str | None:
    """The notes, with a remark in square brackets where the fatalities are more than the plain figure of the text.

    >>> from conflict_events.model.casualty import CasualtyReport, Outcome
    >>> event = Event(SubEventType.ATTACK, casualties=[CasualtyReport(Outcome.KILLED, low=1)], notes="Deadly raid.")
    >>> remarked_notes(event, event.fatalities)
    'Deadly raid. [fatalities coded as 3 by policy acled: deaths without a number count as 3]'
    """
    plain = figure.policy == "acled" and figure.reason in _PLAIN
    if plain or figure.value is None or not event.casualties:
        return event.notes
    told = f"fatalities coded as {figure.value} by policy {figure.policy}"
    remark = f"[{told}: {figure.reason}]"
    if not event.notes:
        return remark
    return event.notes if told in event.notes else f"{event.notes} {remark}"


_PLAIN = ("the lowest figure stated", "no deaths are mentioned; ACLED writes 0")


def _inter(actor: Actor | None, manner: Manner) -> Cell:
    if manner.dialect.digits:
        return 0 if actor is None else actor.kind.code
    return "" if actor is None else actor.kind.value


def _interaction(event: Event, manner: Manner) -> Cell:
    found = event.interaction
    if found is None:
        return None if manner.dialect.digits else ""
    return found.code if manner.dialect.digits else found.text


def _sub_told(event: Event) -> bool:
    """Files before 2018 name no sub-event type; what stands in for it is not written."""
    return all(basis.status in _TOLD for name, basis in event.bases if name == "sub_event_type")


_TOLD = (Status.KNOWN, Status.INFERRED)


def _fatalities(event: Event, _manner: Manner) -> int | None:
    """The figure of the policy; blank where a record from elsewhere has a blank or unreadable cell, which is not 0."""
    if not event.casualties and any(name == "fatalities" and basis.status not in _TOLD for name, basis in event.bases):
        return None
    return event.fatalities.value


def _event_type(event: Event, manner: Manner) -> str:
    if "sub_event_type" in manner.dialect.columns:
        return event.event_type.value
    sub = OLD_EVENT_TYPES.get(event.sub_event_type) if _sub_told(event) else None
    return sub or OLD_EVENT_TYPES[event.event_type]


def _year(event: Event) -> int | None:
    """The year of the day; of a longer span, the year in which it lies whole."""
    day = event_day(event.when)
    if day is not None:
        return day.year
    when = event.when
    return when.start.year if when is not None and when.start.year == when.end.year else None


def _only_country(event: Event) -> bool:
    """A country alone is no location: its middle or its capital must not pass for the place of the event."""
    return event.where is None or event.where.is_country


def _coordinate(event: Event, name: str) -> float | None:
    value: float | None = None if event.where is None or _only_country(event) else getattr(event.where, name)
    return None if value is None else round(value, 4) + 0.0  # + 0.0 makes -0.0 plain


def _number_of_id(event: Event) -> Cell:
    digits = event.id.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= 15 else None


def _gwno(event: Event) -> Cell:
    from conflict_events.model.country_table import GW

    country = None if event.where is None else event.where.country
    return None if country is None else GW.get(country.alpha_3)


def _of_country(name: str, blank: Cell) -> Callable[[Event, Manner], Cell]:
    def cell(event: Event, _manner: Manner) -> Cell:
        country = None if event.where is None else event.where.country
        if country is None:
            return blank
        value: Cell = getattr(country, name)
        return value.value if name == "region" else value  # type: ignore[union-attr]

    return cell


def _of_place(name: str) -> Callable[[Event, Manner], Cell]:
    return lambda event, manner: manner.text(None if event.where is None else getattr(event.where, name))


def _names(actors: tuple[Actor, ...]) -> list[str]:
    return [actor.name for actor in actors]


_VALUES: dict[str, Callable[[Event, Manner], Cell]] = {
    "event_id_cnty": lambda event, _: event.id,
    "event_id_no_cnty": lambda event, _: _number_of_id(event),
    "event_date": lambda event, manner: manner.day(event_day(event.when)),
    "year": lambda event, _: _year(event),
    "time_precision": lambda event, _: None if event.when is None else event.when.precision,
    "disorder_type": lambda event, _: event.disorder_type.value if _sub_told(event) else "",
    "event_type": _event_type,
    "sub_event_type": lambda event, _: event.sub_event_type.value if _sub_told(event) else "",
    "actor1": lambda event, manner: manner.text(None if event.actor1 is None else event.actor1.name),
    "assoc_actor_1": lambda event, manner: manner.joined(_names(event.assoc_actor_1)),
    "inter1": lambda event, manner: _inter(event.actor1, manner),
    "actor2": lambda event, manner: manner.text(None if event.actor2 is None else event.actor2.name),
    "assoc_actor_2": lambda event, manner: manner.joined(_names(event.assoc_actor_2)),
    "inter2": lambda event, manner: _inter(event.actor2, manner),
    "interaction": _interaction,
    "civilian_targeting": lambda event, _: "Civilian targeting" if event.civilian_targeting else "",
    "iso": _of_country("numeric", None),
    "iso3": _of_country("alpha_3", ""),
    "gwno": lambda event, _: _gwno(event),
    "region": _of_country("region", ""),
    "country": _of_country("name", ""),
    "admin1": _of_place("admin1"),
    "admin2": _of_place("admin2"),
    "admin3": _of_place("admin3"),
    "location": lambda event, manner: "" if _only_country(event) else _of_place("name")(event, manner),
    "latitude": lambda event, _: _coordinate(event, "latitude"),
    "longitude": lambda event, _: _coordinate(event, "longitude"),
    "geo_precision": lambda event, _: None if event.where is None else event.where.precision,
    "source": lambda event, manner: manner.joined(event.sources),
    "source_scale": lambda event, manner: manner.text(event.source_scale),
    "notes": lambda event, manner: manner.text(remarked_notes(event, event.fatalities)),
    "fatalities": _fatalities,
    "tags": lambda event, manner: manner.joined(event.tags),
    "timestamp": lambda _, manner: manner.timestamp,
    "data_id": lambda *_: None,
}
_VALUES["ally_actor_1"] = _VALUES["assoc_actor_1"]
_VALUES["ally_actor_2"] = _VALUES["assoc_actor_2"]


def row_of(event: Event, manner: Manner = Manner()) -> dict[str, Cell]:
    """One event as column -> cell: texts (blank is ``""``), whole numbers and degrees (blank is None).

    What a record from elsewhere brought in ``extras`` fills the columns that the event itself leaves blank.
    """
    row = {column: _VALUES[column](event, manner) for column in manner.dialect.columns}
    for key, raw in event.extras:
        if key in row and row[key] in ("", None):
            row[key] = raw
    return row
