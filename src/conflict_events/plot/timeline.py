"""When it happened: events along the days, a lane for each event type."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from attrs import frozen

from conflict_events.model.event import Event
from conflict_events.model.taxonomy import EventType
from conflict_events.plot.canvas import EDGE, LOOKS, Spot, axes, finish, labels, legend, taken, words
from conflict_events.report.draw import rows_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["timeline"]

_GAP = 50
"""Two marks in one row stand at least a fiftieth of the picture apart."""


@frozen(slots=True)
class _Mark:
    """Events of one type on the same days, and the row of its lane in which they stand."""

    start: dt.date
    end: dt.date
    events: tuple[Event, ...]
    row: int

    @property
    def one_day(self) -> bool:
        return self.start == self.end


def timeline(events: Iterable[Event], *, ax: Axes | None = None, title: str = "When") -> Axes:
    """Draw events along their days: a mark is a day, a bar the days within which something happened.

    Each event type has a lane. Events of a type on the same days are one mark, larger for more of them; marks that
    would cover each other stand in rows. Events without a day are counted under the picture.

    Args:
        events: any events.
        ax: axes to draw into; None makes a figure.
        title: above the picture.

    Returns:
        The axes: x counts days as matplotlib dates, a bar ends with its last day; y counts rows from above, which the
        names of the event types label.

    Raises:
        BadInputError: for what is no event, or without matplotlib.

    >>> import conflict_events as ce
    >>> ax = timeline(ce.code(ce.Article("Rebels shelled Goma on 3 May 2024.")).events)
    >>> [tick.get_text() for tick in ax.get_yticklabels()]
    ['Explosions/Remote violence']
    """
    events = taken(events)
    dated = [event for event in events if event.when is not None]
    left_out = Counter({"without a day": len(events) - len(dated)} if len(dated) < len(events) else {})
    lanes = _lanes(dated)
    height = sum(_rows(marks) for marks in lanes.values())
    ax = axes(ax, 9, 1.6 + 0.3 * min(40, max(3, height)))
    finish(ax, title, "", left_out, of=len(events))
    if not lanes:
        ax.text(0.5, 0.5, "No event has a day", transform=ax.transAxes, ha="center", color=EDGE)
        ax.set_xticks([])
        ax.set_yticks([])
        return ax
    marks = [mark for lane in lanes.values() for mark in lane]
    _limits(ax, min(mark.start for mark in marks), max(mark.end for mark in marks), height)
    spots = _draw(ax, lanes)
    if not all(mark.one_day for mark in marks):
        legend(ax, (), *_bar())
    labels(ax, spots)
    return ax


def _rows(marks: Sequence[_Mark]) -> int:
    return 1 + max(mark.row for mark in marks)


def _lanes(dated: Sequence[Event]) -> dict[EventType, list[_Mark]]:
    """Event type -> its marks by the order of their days, each in the first row that is free by then."""
    found: dict[EventType, dict[tuple[dt.date, dt.date], list[Event]]] = {}
    for event in dated:
        if event.when is not None:
            same = found.setdefault(event.event_type, {})
            same.setdefault((event.when.start, event.when.end), []).append(event)
    if not found:
        return {}
    days = [day for same in found.values() for span in same for day in span]
    gap = max(1, (max(days) - min(days)).days // _GAP)
    lanes: dict[EventType, list[_Mark]] = {}
    for kind in EventType:
        spans = found.get(kind)
        if spans is None:
            continue
        order = sorted(spans)
        rows = rows_of([(start.toordinal(), end.toordinal()) for start, end in order], gap)
        lanes[kind] = [_Mark(*span, tuple(spans[span]), row) for span, row in zip(order, rows, strict=True)]
    return lanes


def _limits(ax: Axes, start: dt.date, end: dt.date, height: int) -> None:
    from matplotlib.dates import AutoDateLocator, ConciseDateFormatter, date2num

    first, last = date2num(start), date2num(end)
    room = max(1.0, (last - first) * 0.08)
    ax.set_xlim(first - room, last + 2 * room)
    ax.set_ylim(height - 0.3, -0.7)
    locator = AutoDateLocator(minticks=3, maxticks=8)
    locator.intervald[4] = [24]  # no event has an hour
    ax.xaxis.set_major_locator(locator)
    ax.xaxis.set_major_formatter(ConciseDateFormatter(locator))
    ax.grid(axis="x", color="#d7dae0", linewidth=0.6)
    ax.set_axisbelow(True)


def _draw(ax: Axes, lanes: Mapping[EventType, Sequence[_Mark]]) -> list[Spot]:
    """Marks, bars and the labels of the lanes; gives the spots of names, those of most events first."""
    from matplotlib.dates import date2num

    named: list[tuple[int, Spot]] = []
    ticks: list[float] = []
    top = 0
    for kind, marks in lanes.items():
        look = LOOKS[kind]
        ticks.append(top + (_rows(marks) - 1) / 2)
        if top:
            ax.axhline(top - 0.5, color="#d7dae0", linewidth=0.8)
        for mark in marks:
            y, left, right = top + mark.row, date2num(mark.start), date2num(mark.end) + (not mark.one_day)
            if not mark.one_day:
                ax.barh(
                    y, right - left, left=left, height=0.36, color=look.colour, edgecolor=EDGE, linewidth=0.7, alpha=0.6
                )
            named.append((len(mark.events), Spot(left, right, y, _names(mark.events))))
        days = [mark for mark in marks if mark.one_day]
        ax.scatter(
            [date2num(mark.start) for mark in days],
            [top + mark.row for mark in days],
            s=[46 * min(len(mark.events), 25) ** 0.6 for mark in days],
            marker=look.marker, color=look.colour, edgecolors=EDGE, linewidths=0.7, zorder=3, label=kind.value,
        )  # fmt: skip
        top += _rows(marks)
    ax.set_yticks(ticks, [kind.value.replace(" against ", "\nagainst ") for kind in lanes], parse_math=False)
    return [spot for _, spot in sorted(named, key=lambda pair: -pair[0])]


def _names(events: Sequence[Event]) -> str:
    """The places of a mark, with the number of its events where there are several."""
    places = dict.fromkeys("place not named" if event.where is None else event.where.name for event in events)
    text = words(", ".join(places), 32)
    return text if len(events) == 1 else f"{len(events)}: {text}"


def _bar() -> list[object]:
    from matplotlib.patches import Patch

    return [Patch(facecolor="#9aa0ab", edgecolor=EDGE, alpha=0.6, label="bar: on some day within")]
