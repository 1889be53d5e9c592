"""Map, time line and bars as SVG and HTML: no network, no tiles, readable on a phone, in light and dark."""

from __future__ import annotations

import datetime as dt
import heapq
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from conflict_events.atlas.outlines import rings
from conflict_events.model.country import countries
from conflict_events.model.event import Event
from conflict_events.model.taxonomy import EventType
from conflict_events.report.highlight import clean
from conflict_events.report.values import title_of

__all__ = ["SLUGS", "bars_by_time", "map_of", "rows_of", "time_line", "toll_bars"]

WIDTH, HEIGHT = 720, 400
ROOM = 3.0
"""Degrees of latitude shown at least on either side of the middle."""
SLUGS = {kind: f"k{index}" for index, kind in enumerate(EventType)}
"""Event type -> CSS class of its colour."""
NAMED = 8
"""Points whose names are written on the map at most."""
ROWS = 40
"""Rows of a time line; events beyond stand in the same rows again."""
TOLD = 40
"""Events whose deaths are drawn."""
COLUMNS = 60
"""Columns of bars; a longer time is counted by larger units."""


def _figure(caption: str, inside: str, kind: str) -> str:
    return f'<figure class="{kind}"><figcaption>{caption}</figcaption>{inside}</figure>'


# Map


def _frame(points: Sequence[tuple[float, float]]) -> tuple[float, float, float, float]:
    """West, south, east and north of the map: all points with room around, in the shape of the picture."""
    lons, lats = [lon for lon, _ in points], [lat for _, lat in points]
    x, y = (max(lons) + min(lons)) / 2, (max(lats) + min(lats)) / 2
    high = max(ROOM, (max(lats) - min(lats)) * 0.65, (max(lons) - min(lons)) * 0.65 * HEIGHT / WIDTH)
    wide = high * WIDTH / HEIGHT
    return x - wide, y - high, x + wide, y + high


def _point(event: Event) -> tuple[float, float] | None:
    """Where an event is drawn: the middle of a whole country is no spot."""
    where = event.where
    if where is None or where.latitude is None or where.longitude is None or where.is_country:
        return None
    return where.longitude, where.latitude


def map_of(events: Sequence[Event], ids: Sequence[str]) -> str:
    """A map of the events that have a point, on country outlines; empty text where none has.

    Args:
        events: what to draw; those of one point stand side by side.
        ids: the page's id of each event, for links.
    """
    placed = [(point, e, i) for e, i in zip(events, ids, strict=True) if (point := _point(e)) is not None]
    if not placed:
        return ""
    west, south, east, north = _frame([point for point, _, _ in placed])
    scale = WIDTH / (east - west)
    lines = "".join(_outline(west, south, east, north, scale))
    at: Counter[tuple[float, float]] = Counter()
    dots: list[str] = []
    for point, event, key in placed:
        x, y = (point[0] - west) * scale, (north - point[1]) * scale
        dots.append(_dot(event, key, x + 11 * (at[point] % 5), y + 11 * (at[point] // 5)))
        at[point] += 1
    names = _names(placed, at, west, north, scale)
    label = f"Map of {len(placed)} events with a known spot; all events are listed below"
    missing = len(events) - len(placed)
    caption = "Where" + (f" (not drawn: {missing} without a spot)" if missing else "")
    return _figure(
        caption,
        f'<svg class="map" viewBox="0 0 {WIDTH} {HEIGHT}" role="group" aria-label="{label}">'
        f'<g class="land" aria-hidden="true">{lines}</g><g aria-hidden="true">{names}</g>{"".join(dots)}</svg>',
        "where",
    )


def _outline(west: float, south: float, east: float, north: float, scale: float) -> list[str]:
    """Paths of the countries that reach into the frame, thinned to what can be seen."""
    paths: list[str] = []
    step = 0.8 / scale
    for country in countries():
        drawn: list[str] = []
        for ring in rings(country):
            xs, ys = [p[0] for p in ring], [p[1] for p in ring]
            if max(xs) < west or min(xs) > east or max(ys) < south or min(ys) > north:
                continue
            thin: list[tuple[float, float]] = []
            for x, y in ring:
                if not thin or abs(x - thin[-1][0]) + abs(y - thin[-1][1]) > step:
                    thin.append((x, y))
            if len(thin) > 2:
                points = " ".join(f"{(x - west) * scale:.1f},{(north - y) * scale:.1f}" for x, y in thin)
                drawn.append(f"M{points}Z")
        if drawn:
            paths.append(f'<path d="{"".join(drawn)}"/>')
    return paths


def _dot(event: Event, key: str, x: float, y: float) -> str:
    name = clean(title_of(event))
    return (
        f'<a href="#{key}" aria-label="{name}"><circle class="{SLUGS[event.event_type]}" cx="{x:.1f}" cy="{y:.1f}" '
        f'r="7"><title>{name}</title></circle></a>'
    )


def _names(
    placed: Iterable[tuple[tuple[float, float], Event, str]],
    at: Counter[tuple[float, float]],
    west: float,
    north: float,
    scale: float,
) -> str:
    """Names of the points, as far as they stand clear of one another."""
    written: list[tuple[float, float]] = []
    parts: list[str] = []
    for (lon, lat), event in {point: event for point, event, _ in reversed(list(placed))}.items():
        x, y = (lon - west) * scale, (north - lat) * scale
        if event.where is None or any(abs(x - other) < 220 and abs(y - level) < 26 for other, level in written):
            continue
        written.append((x, y))
        anchor, shift = ("end", -12) if x > WIDTH * 0.6 else ("start", 1 + 11 * min(5, at[lon, lat]))
        parts.append(
            f'<text x="{x + shift:.1f}" y="{y + 5:.1f}" text-anchor="{anchor}">{clean(event.where.name)}</text>'
        )
        if len(parts) == NAMED:
            break
    return "".join(parts)


# Time


def rows_of(spans: Iterable[tuple[int, int]], gap: int) -> list[int]:
    """For each span of days, by their start, the first row that is free by then.

    Args:
        spans: first and last day, as ordinals, sorted.
        gap: days that must lie between two spans of a row.

    >>> rows_of([(1, 5), (3, 3), (6, 6), (7, 7)], 1)
    [0, 1, 1, 0]
    """
    free: list[tuple[int, int]] = []
    found: list[int] = []
    for first, last in spans:
        row = heapq.heappop(free)[1] if free and free[0][0] <= first else len(free)
        heapq.heappush(free, (last + gap, row))
        found.append(row)
    return found


def time_line(events: Sequence[Event], ids: Sequence[str]) -> str:
    """The events along the days they fell on, spans as bars; empty text where no event has a day."""
    dated = [(e.when, e, i) for e, i in zip(events, ids, strict=True) if e.when is not None]
    if not dated:
        return ""
    dated.sort(key=lambda item: (item[0].start, item[0].end, item[2]))
    first = min(when.start for when, _, _ in dated)
    last = max(when.end for when, _, _ in dated)
    days = (last - first).days + 1
    spans = [(when.start.toordinal(), when.end.toordinal()) for when, _, _ in dated]
    rows = [row % ROWS for row in rows_of(spans, max(1, days // 20))]
    marks = []
    for row, (when, event, key) in zip(rows, dated, strict=True):
        left, width = 100 * (when.start - first).days / days, 100 * when.days / days
        name = clean(title_of(event))
        marks.append(
            f'<a href="#{key}" class="{SLUGS[event.event_type]}" aria-label="{name}" title="{name}" '
            f'style="left:min({left:.2f}%,100% - .9rem);width:{width:.2f}%;top:{row}rem"></a>'
        )
    missing = len(events) - len(dated)
    caption = "When" + (f" (not drawn: {missing} without a day)" if missing else "")
    ends = f"<span>{first}</span>" + (f"<span>{last}</span>" if last > first else "")
    return _figure(
        caption,
        f'<div class="line" role="group" aria-label="Time line of {len(dated)} events" style="height:{max(rows) + 1}rem">'
        f'{"".join(marks)}</div><p class="ends">{ends}</p>',
        "when",
    )


def _monday(day: dt.date) -> dt.date:
    return day - dt.timedelta(days=day.weekday())


_UNITS: tuple[tuple[str, int, Callable[[dt.date], dt.date]], ...] = (
    ("week", 7, _monday),
    ("month", 31, lambda day: day.replace(day=1)),
    ("year", 366, lambda day: day.replace(month=1, day=1)),
)
"""Unit, the longest span of days that is counted in it, and the first day of the one in which a day falls."""


def bars_by_time(events: Sequence[Event]) -> str:
    """Events per week, month or year, stacked by event type, with empty ones left empty; none for less than two."""
    dated = [(event.when, event.event_type) for event in events if event.when is not None]
    if not dated:
        return ""
    first, last = min(when.start for when, _ in dated), max(when.start for when, _ in dated)
    unit, longest, floor = next((one for one in _UNITS if (last - first).days <= one[1] * COLUMNS), _UNITS[-1])
    counts = Counter((floor(when.start), kind) for when, kind in dated if when.days <= longest)
    shown = sorted({start for start, _ in counts})
    if len(shown) < 2:
        return ""
    starts = [shown[0]]
    while starts[-1] < shown[-1]:
        starts.append(floor(starts[-1] + dt.timedelta(days=longest)))
    tallest = max(sum(counts[start, kind] for kind in EventType) for start in shown)
    columns = "".join(_column(start, unit, counts, tallest) for start in starts)
    missing = len(events) - counts.total()
    caption = f"Events per {unit}, {tallest} at most" + (f" (not counted: {missing} without one)" if missing else "")
    return _figure(
        caption,
        f'<div class="bars" role="img" aria-label="Events per {unit} by type, from {starts[0]} to {starts[-1]}">'
        f'{columns}</div><p class="ends"><span>{starts[0]}</span><span>{starts[-1]}</span></p>',
        "often",
    )


def _column(start: dt.date, unit: str, counts: Counter[tuple[dt.date, EventType]], tallest: int) -> str:
    parts = "".join(
        f'<i class="{slug}" style="height:{100 * counts[start, kind] / tallest:.1f}%" '
        f'title="{unit} of {start}: {counts[start, kind]} {kind.value}"></i>'
        for kind, slug in SLUGS.items()
        if counts[start, kind]
    )
    return f"<span>{parts}</span>"


# Deaths


def toll_bars(events: Sequence[Event], ids: Sequence[str]) -> str:
    """Deaths from low to high, a bar an event; an open end fades; empty text where nobody is said to have died."""
    told = [(e, i) for e, i in zip(events, ids, strict=True) if e.fatalities.low is not None or e.fatalities.high]
    if not told:
        return ""
    silent, more = len(events) - len(told), max(0, len(told) - TOLD)
    told = told[:TOLD]
    top = 1.12 * (max(max(e.fatalities.low or 0, e.fatalities.high or 0) for e, _ in told) or 1)
    rows = "".join(_toll(event, key, top) for event, key in told)
    left_out = [f"{silent} of which nothing is said"] * (silent > 0) + [f"{more} more"] * (more > 0)
    caption = "Deaths, from the lowest claim to the highest" + (
        f" (not drawn: {', '.join(left_out)})" if left_out else ""
    )
    return _figure(caption, f'<ul class="toll">{rows}</ul>', "deaths")


def _toll(event: Event, key: str, top: float) -> str:
    counted = event.fatalities
    low = counted.low or 0
    high = counted.high if counted.high is not None else low + top * 0.1
    shown = f"{low}" if counted.high == low else f"{low} to {'open' if counted.high is None else counted.high}"
    faded = " open" if counted.high is None else ""
    return (
        f'<li><a href="#{key}">{clean(title_of(event))}</a><span class="track"><i class="{SLUGS[event.event_type]}{faded}" '
        f'style="left:{100 * low / top:.1f}%;width:max(4px,{100 * (high - low) / top:.1f}%)"></i></span><strong>{shown}</strong></li>'
    )
