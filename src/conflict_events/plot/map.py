"""Where it happened: events on the outlines of countries."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from attrs import frozen

from conflict_events.atlas.outlines import rings
from conflict_events.model.country import countries
from conflict_events.model.event import Event
from conflict_events.model.place import Place
from conflict_events.model.taxonomy import EventType
from conflict_events.plot.canvas import EDGE, LOOKS, Spot, axes, finish, labels, legend, taken, words

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["map"]

_ROOM = 1.5
"""Degrees of latitude shown at least on either side of the middle."""
_SHAPE = 1.3
"""Width of a map by its height."""


@frozen(slots=True)
class _Mark:
    """Events of one type at one point."""

    kind: EventType
    longitude: float
    latitude: float
    region: bool
    """Whether the point stands for a larger region (geo precision 3)."""


def map(events: Iterable[Event], *, ax: Axes | None = None, title: str = "Where") -> Axes:  # noqa: A001 - read as plot.map
    """Draw events at their points, on Natural Earth's outlines.

    A mark is one event type at one point, larger for more events; a hollow mark stands for a region (geo precision 3),
    of which the point is only the middle. Events without a place, without a point, or with no more than a country are
    counted under the map.

    Args:
        events: any events: of ``code``, of a file, of your own.
        ax: axes to draw into; None makes a figure.
        title: above the map.

    Returns:
        The axes: x is longitude, y latitude, in decimal degrees; marks are one collection for each type and kind of point.

    Raises:
        BadInputError: for what is no event, or without matplotlib.

    >>> import conflict_events as ce
    >>> ax = map(ce.code(ce.Article("Rebels shelled Goma on 3 May 2024.")).events)
    >>> [text.get_text() for text in ax.texts]
    ['Goma']
    """
    events = taken(events)
    left_out: Counter[str] = Counter()
    marks: dict[_Mark, list[Event]] = {}
    for event in events:
        reason = _why_not(event.where)
        if reason is not None:
            left_out[reason] += 1
        elif event.where is not None and event.where.longitude is not None and event.where.latitude is not None:
            region = event.where.precision == 3
            mark = _Mark(event.event_type, event.where.longitude, event.where.latitude, region)
            marks.setdefault(mark, []).append(event)
    ax = axes(ax, 9, 6)
    _frame(ax, list(marks))
    _land(ax)
    _marks(ax, marks)
    finish(ax, title, "", left_out, of=len(events))
    ax.xaxis.set_major_formatter(lambda x, _: _degrees(x, "E", "W"))
    ax.yaxis.set_major_formatter(lambda y, _: _degrees(y, "N", "S"))
    if not marks:
        ax.text(0.5, 0.5, "No event has a point", transform=ax.transAxes, ha="center", color=EDGE)
        return ax
    legend(ax, {mark.kind for mark in marks}, *_hollow(marks))
    labels(ax, _names(marks))
    return ax


def _why_not(where: Place | None) -> str | None:
    """Why an event has no mark; None where it has one."""
    if where is None:
        return "without a place"
    if where.latitude is None:
        return "without a point"
    return "with a country only" if where.is_country else None


def _degrees(value: float, above: str, below: str) -> str:
    value = (value + 180) % 360 - 180 if above == "E" else value
    return f"{abs(value):g}°{above if value > 0 else below if value < 0 else ''}"


def _frame(ax: Axes, marks: Sequence[_Mark]) -> None:
    """Limits with room around all points, true in the middle: a degree of longitude shrinks towards the poles."""
    xs = [mark.longitude for mark in marks] or [-180, 180]
    ys = [mark.latitude for mark in marks] or [-60, 80]
    x, y = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
    stretch = 1 / max(0.2, math.cos(math.radians(y)))
    high = max(_ROOM, (max(ys) - min(ys)) * 0.6, (max(xs) - min(xs)) * 0.6 / stretch / _SHAPE)
    wide = high * stretch * _SHAPE
    ax.set_aspect(stretch)
    ax.set_xlim(x - wide, x + wide)
    ax.set_ylim(max(-90, y - high), min(90, y + high))
    ax.set_facecolor("#eef2f6")


def _land(ax: Axes) -> None:
    """Outlines of the countries that reach into the frame."""
    from matplotlib.collections import PolyCollection

    (west, east), (south, north) = ax.get_xlim(), ax.get_ylim()
    shapes = []
    for country in countries():
        for ring in rings(country):
            xs, ys = [x for x, _ in ring], [y for _, y in ring]
            if max(xs) >= west and min(xs) <= east and max(ys) >= south and min(ys) <= north:
                shapes.append(ring)
    ax.add_collection(
        PolyCollection(shapes, facecolors="#ffffff", edgecolors="#9aa0ab", linewidths=0.7, zorder=1, label="_land"),
        autolim=False,
    )


def _marks(ax: Axes, marks: dict[_Mark, list[Event]]) -> None:
    """A collection for each type and kind of point; many events below few, so that none is hidden."""
    groups: dict[tuple[EventType, bool], list[tuple[_Mark, int]]] = {}
    for mark, found in marks.items():
        groups.setdefault((mark.kind, mark.region), []).append((mark, len(found)))
    for (kind, region), group in groups.items():
        look = LOOKS[kind]
        ax.scatter(
            [mark.longitude for mark, _ in group],
            [mark.latitude for mark, _ in group],
            s=[36 * min(number, 25) ** 0.7 for _, number in group],
            marker=look.marker,
            facecolors="none" if region else look.colour,
            edgecolors=look.colour if region else EDGE,
            linewidths=1.6 if region else 0.7,
            alpha=0.9,
            zorder=3 + 1 / max(number for _, number in group),
            label=f"{kind.value}, region" if region else kind.value,
        )


def _names(marks: dict[_Mark, list[Event]]) -> list[Spot]:
    """Name of each point, with the number of its events where it has several, the busiest first."""
    points: dict[tuple[float, float], list[Event]] = {}
    for mark, found in marks.items():
        points.setdefault((mark.longitude, mark.latitude), []).extend(found)
    named = []
    for (x, y), found in sorted(points.items(), key=lambda item: -len(item[1])):
        name = words("" if found[0].where is None else found[0].where.name, 32)
        named.append(Spot(x, x, y, name if len(found) == 1 else f"{name} ({len(found)})"))
    return named


def _hollow(marks: Iterable[_Mark]) -> list[object]:
    """The line of the legend that explains hollow marks, where there are any."""
    from matplotlib.lines import Line2D

    if not any(mark.region for mark in marks):
        return []
    return [Line2D([], [], linestyle="", marker="o", color="none", markeredgecolor=EDGE, label="hollow: a region")]
