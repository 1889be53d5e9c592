"""What the pictures share: axes without pyplot, one look for each event type, words that fit, and the line of what is not drawn."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from attrs import frozen

from conflict_events.model.errors import BadInputError
from conflict_events.model.event import Event
from conflict_events.model.taxonomy import EventType

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["EDGE", "LOOKS", "Look", "Spot", "axes", "finish", "labels", "legend", "taken", "words"]

EDGE = "#22242a"
"""Ink of edges and words."""


@frozen(slots=True)
class Look:
    """How one event type is drawn: colour and shape both tell it, so that neither has to alone."""

    colour: str
    marker: str


@frozen(slots=True)
class Spot:
    """Where a mark stands, in data coordinates, and the words that belong to it."""

    left: float
    right: float
    y: float
    text: str


LOOKS = MappingProxyType(
    {
        EventType.BATTLES: Look("#D55E00", "o"),
        EventType.PROTESTS: Look("#009E73", "^"),
        EventType.RIOTS: Look("#E69F00", "v"),
        EventType.EXPLOSIONS: Look("#CC79A7", "X"),
        EventType.VIOLENCE_AGAINST_CIVILIANS: Look("#0072B2", "s"),
        EventType.STRATEGIC_DEVELOPMENTS: Look("#56B4E9", "D"),
    }
)
"""Source: Okabe and Ito, Color Universal Design (2008): told apart by colour-blind people, too."""


def taken(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events as a tuple.

    Raises:
        BadInputError: for anything that is no event, such as a coded article, whose ``events`` are meant.
    """
    found = tuple(events)
    for one in found:
        if not isinstance(one, Event):
            raise BadInputError("no event", where="plot", expected="events", got=type(one).__name__)
    return found


def axes(ax: Axes | None, width: float, height: float) -> Axes:
    """The axes given, or new ones in a figure of their own, unknown to pyplot.

    Args:
        ax: the user's axes.
        width: inches of a new figure.
        height: likewise.

    Raises:
        BadInputError: if matplotlib is not installed.
    """
    if ax is not None:
        return ax
    try:
        from matplotlib.figure import Figure
    except ImportError:
        raise BadInputError(
            "matplotlib is not installed", where="plot", expected="pip install 'conflict-events[plot]'", got=None
        ) from None
    return Figure(figsize=(width, height), layout="constrained").subplots()


def words(text: str, most: int = 40) -> str:
    r"""A text of an article as one short line that any font can draw.

    >>> words("Town\nCouncil"), words("a" * 50, 5)
    ('Town Council', 'aaaa…')
    """
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    line = line.encode("utf-8", "replace").decode("utf-8")
    return line if len(line) <= most else line[: most - 1] + "…"


def finish(ax: Axes, title: str, label: str, left_out: Counter[str], *, of: int) -> None:
    """Title, label of the horizontal axis, and under it how many events are not drawn, and why.

    Args:
        ax: where.
        title: of the picture.
        label: what the horizontal axis counts; may be empty.
        left_out: reason -> events that are not drawn for it.
        of: number of all events.
    """
    ax.set_title(title, loc="left", fontsize=12, color=EDGE, parse_math=False)
    lines = [label] if label else []
    if left_out:
        reasons = ", ".join(f"{number} {reason}" for reason, number in left_out.items())
        lines += textwrap.wrap(f"Not drawn, of {of} events: {reasons}", 64)
    ax.set_xlabel("\n".join(lines), fontsize=9, color=EDGE, parse_math=False)
    ax.tick_params(labelsize=9, colors=EDGE)
    for side in ("top", "right"):
        ax.spines[side].set_visible(False)


def legend(ax: Axes, kinds: Iterable[EventType], *more: Any) -> None:
    """Shapes and colours of the event types that are drawn, in the codebook's order, and what else is to be told."""
    from matplotlib.lines import Line2D

    drawn = set(kinds)
    handles = [
        Line2D([], [], linestyle="", marker=look.marker, color=look.colour, markeredgecolor=EDGE, label=kind.value)
        for kind, look in LOOKS.items()
        if kind in drawn
    ]
    handles += more
    if handles:
        ax.legend(handles=handles, fontsize=8, frameon=False, loc="upper left", bbox_to_anchor=(1.0, 1.0))


def labels(ax: Axes, spots: Sequence[Spot], most: int = 30, room: float = 6.0) -> list[Any]:
    """Words beside marks, right, left, above or below, wherever they touch no other; words without room are left out.

    Args:
        ax: with its limits, title and legend set, since these decide how large it is.
        spots: the marks, the most important first.
        most: of which so many get their words at most.
        room: points between a mark and its words.

    Returns:
        The artists drawn.
    """
    _figure(ax).draw_without_rendering()  # lays the figure out, so that pixels are what they will be
    inside = ax.get_window_extent()
    boxes = [_box(ax, spot, room) for spot in spots]
    drawn: list[Any] = []
    for spot in spots[:most]:
        middle = (spot.left + spot.right) / 2
        for x, dx, dy, across, along in (
            (spot.right, room, 0, "left", "center"),
            (spot.left, -room, 0, "right", "center"),
            (middle, 0, room, "center", "bottom"),
            (middle, 0, -room, "center", "top"),
        ):
            artist = ax.annotate(
                spot.text, (x, spot.y), (dx, dy), textcoords="offset points", ha=across, va=along, fontsize=8,
                color=EDGE, parse_math=False, zorder=5, in_layout=False,
            )  # fmt: skip
            box = artist.get_window_extent()
            fits = inside.x0 <= box.x0 and box.x1 <= inside.x1 and inside.y0 <= box.y0 and box.y1 <= inside.y1
            if fits and not any(box.overlaps(other) for other in boxes):
                drawn.append(artist)
                boxes.append(box)
                break
            artist.remove()
    return drawn


def _figure(ax: Axes) -> Any:
    """The figure that holds the axes, or the figure's own figure."""
    return ax.get_figure(root=True)


def _box(ax: Axes, spot: Spot, room: float) -> Any:
    """The pixels that a mark takes."""
    from matplotlib.transforms import Bbox

    (x0, y0), (x1, y1) = ax.transData.transform([(spot.left, spot.y), (spot.right, spot.y)])
    half = 0.6 * room * _figure(ax).dpi / 72
    return Bbox.from_extents(x0 - half, y0 - half, x1 + half, y1 + half)
