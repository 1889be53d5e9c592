"""Map, time line and bars as inline SVG: no network, no tiles, readable in light and dark."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence

from conflict_events.atlas.outlines import rings
from conflict_events.model.country import countries
from conflict_events.model.event import Event
from conflict_events.model.taxonomy import EventType
from conflict_events.report.highlight import clean
from conflict_events.report.values import title_of

__all__ = ["bars_by_week", "map_of", "time_line", "toll_bars"]

WIDTH, HEIGHT = 720, 400
ROOM = 3.0
"""Degrees of latitude shown at least on either side of the middle."""
SLUGS = {kind: f"k{index}" for index, kind in enumerate(EventType)}
"""Event type -> CSS class of its colour."""


def _frame(events: Sequence[Event]) -> tuple[float, float, float, float]:
    """West, south, east and north of the map: all events with room around, in the shape of the picture."""
    points = [(e.where.longitude, e.where.latitude) for e in events if e.where is not None]
    lons = [lon for lon, _ in points if lon is not None]
    lats = [lat for _, lat in points if lat is not None]
    x, y = (max(lons) + min(lons)) / 2, (max(lats) + min(lats)) / 2
    high = max(ROOM, (max(lats) - min(lats)) * 0.65, (max(lons) - min(lons)) * 0.65 * HEIGHT / WIDTH)
    wide = high * WIDTH / HEIGHT
    return x - wide, y - high, x + wide, y + high


def _pinned(event: Event) -> bool:
    """Whether an event has a spot: the middle of a whole country is none."""
    where = event.where
    return where is not None and where.latitude is not None and not where.is_country


def map_of(events: Sequence[Event], ids: Sequence[str]) -> str:
    """A map of the events that have a point, on country outlines; empty text where none has.

    Args:
        events: what to draw.
        ids: the page's id of each event, for links.
    """
    placed = [(e, i) for e, i in zip(events, ids, strict=True) if _pinned(e)]
    if not placed:
        return ""
    west, south, east, north = _frame([event for event, _ in placed])
    scale = WIDTH / (east - west)
    lines = "".join(_outline(west, south, east, north, scale))
    dots = "".join(_dot(event, key, west, north, scale) for event, key in placed)
    label = f"Map of {len(placed)} events with a known spot; all events are listed below"
    return (
        f'<svg class="map" viewBox="0 0 {WIDTH} {HEIGHT}" role="group" aria-label="{label}">'
        f'<g class="land" aria-hidden="true">{lines}</g>{dots}</svg>'
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


def _dot(event: Event, key: str, west: float, north: float, scale: float) -> str:
    where = event.where
    if where is None or where.latitude is None or where.longitude is None:
        return ""
    x, y = (where.longitude - west) * scale, (north - where.latitude) * scale
    name = clean(title_of(event))
    return (
        f'<a href="#{key}" aria-label="{name}"><circle class="{SLUGS[event.event_type]}" cx="{x:.1f}" cy="{y:.1f}" '
        f'r="7"><title>{name}</title></circle></a>'
    )


def time_line(events: Sequence[Event], ids: Sequence[str]) -> str:
    """The events along the days they fell on, spans as bars; empty text where no event has a day."""
    dated = [(e.when, e, i) for e, i in zip(events, ids, strict=True) if e.when is not None]
    if not dated:
        return ""
    first = min(when.start for when, _, _ in dated)
    last = max(when.end for when, _, _ in dated)
    days = max(1, (last - first).days)
    scale = (WIDTH - 40) / days
    marks = []
    for row, (when, event, key) in enumerate(sorted(dated, key=lambda item: (item[0].start, item[2]))):
        x = 20 + (when.start - first).days * scale
        width = max(8.0, (when.days - 1) * scale)
        name = clean(title_of(event))
        marks.append(
            f'<a href="#{key}" aria-label="{name}"><rect class="{SLUGS[event.event_type]}" x="{min(x, WIDTH - 28):.1f}" '
            f'y="{8 + (row % 12) * 12}" width="{width:.1f}" height="8" rx="3"><title>{name}</title></rect></a>'
        )
    height = 40 + 12 * min(12, len(dated))
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="Time line"><svg class="line" viewBox="0 0 {WIDTH} {height}" role="group" aria-label="Time line of {len(dated)} events">'
        f'{"".join(marks)}<text x="20" y="{height - 8}">{first}</text>'
        f'<text x="{WIDTH - 20}" y="{height - 8}" text-anchor="end">{last}</text></svg></div>'
    )


def bars_by_week(events: Sequence[Event]) -> str:
    """Events per week, stacked by event type; empty text where fewer than two weeks have any."""
    counts: Counter[tuple[dt.date, EventType]] = Counter()
    for event in events:
        if event.when is not None and event.when.days <= 7:
            monday = event.when.start - dt.timedelta(days=event.when.start.weekday())
            counts[monday, event.event_type] += 1
    weeks = sorted({week for week, _ in counts})
    if len(weeks) < 2:
        return ""
    tallest = max(sum(counts[week, kind] for kind in EventType) for week in weeks)
    width = (WIDTH - 40) / len(weeks)
    bars = []
    for column, week in enumerate(weeks):
        top = 120.0
        for kind in EventType:
            number = counts[week, kind]
            if number:
                size = 100 * number / tallest
                top -= size
                bars.append(
                    f'<rect class="{SLUGS[kind]}" x="{20 + column * width:.1f}" y="{top:.1f}" '
                    f'width="{max(2.0, width - 3):.1f}" height="{size:.1f}">'
                    f"<title>week of {week}: {number} {kind.value}</title></rect>"
                )
    return (
        f'<svg class="bars" viewBox="0 0 {WIDTH} 150" role="img" aria-label="Events per week by type">{"".join(bars)}'
        f'<text x="20" y="142">{weeks[0]}</text><text x="{WIDTH - 20}" y="142" text-anchor="end">{weeks[-1]}</text></svg>'
    )


def toll_bars(events: Sequence[Event], ids: Sequence[str]) -> str:
    """Deaths from low to high, a bar an event; an open end fades; empty text where nobody is said to have died."""
    told = [(e, i) for e, i in zip(events, ids, strict=True) if e.fatalities.low is not None or e.fatalities.high]
    if not told:
        return ""
    told = told[:40]
    top = max(max(e.fatalities.low or 0, e.fatalities.high or 0) for e, _ in told) or 1
    scale = (WIDTH - 400) / (top * 1.1)
    rows = []
    for row, (event, key) in enumerate(told):
        counted = event.fatalities
        low = counted.low or 0
        high = counted.high if counted.high is not None else max(low + top * 0.1, low)
        y = 6 + row * 20
        shown = f"{low}" if counted.high == low else f"{low} to {'open' if counted.high is None else counted.high}"
        title = clean(title_of(event))
        rows.append(
            f'<a href="#{key}"><text x="4" y="{y + 11}">{title[:44]}</text>'
            f'<rect class="{SLUGS[event.event_type]}{" open" if counted.high is None else ""}" x="{280 + low * scale:.1f}" '
            f'y="{y}" width="{max(3.0, (high - low) * scale):.1f}" height="14"><title>{title}: {shown}</title></rect></a>'
            f'<text x="{WIDTH - 4}" y="{y + 11}" text-anchor="end">{shown}</text>'
        )
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="Deaths"><svg class="toll" viewBox="0 0 {WIDTH} {12 + 20 * len(told)}" role="group" '
        f'aria-label="Deaths from low to high">{"".join(rows)}</svg></div>'
    )
