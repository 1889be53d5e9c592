"""How many: every claim about people hurt with its bounds, event by event, each voice by itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from conflict_events.model.casualty import CasualtyReport, Outcome, VictimRole
from conflict_events.model.event import Event
from conflict_events.plot.canvas import EDGE, LOOKS, axes, finish, taken, words
from conflict_events.report.values import bounds, title_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["casualties"]


def casualties(
    events: Iterable[Event],
    *,
    outcome: Outcome | str = Outcome.KILLED,
    ax: Axes | None = None,
    title: str | None = None,
    most: int = 20,
) -> Axes:
    """Draw the claims about one outcome: a row a claim, from its lowest to its highest figure, under its event.

    A dot is one figure, a line a range, an arrow an open end. "No one was killed" is a dot at zero; an event of which
    nothing is said has no row and is counted under the picture. A hollow dot is part of another claim ("two of them
    children"). No figures are added up: that is what policies do.

    Args:
        events: any events.
        outcome: ``killed``, ``injured``, ``missing``, ``abducted``, ``displaced`` or ``arrested``.
        ax: axes to draw into; None makes a figure as high as it takes.
        title: above the picture; None names the outcome.
        most: events drawn at most, those with the highest figures; the others are counted under the picture.

    Returns:
        The axes: x counts people, y rows from above. For figures of very different size use ``ax.set_xscale("symlog")``.

    Raises:
        BadInputError: for what is no event, or without matplotlib.
        ValueError: for an outcome that is none.

    >>> import conflict_events as ce
    >>> text = "Rebels shelled Goma, killing at least eight people, doctors said."
    >>> ax = casualties(ce.code(ce.Article(text)).events)
    >>> [tick.get_text() for tick in ax.get_yticklabels()]
    ['Shelling/artillery/missile attack, Goma, day not named', 'doctors']
    """
    outcome = Outcome(outcome)
    events = taken(events)
    told = [(number, e, claims) for number, e in enumerate(events) if (claims := _claims(e, outcome))]
    left_out: Counter[str] = Counter()
    if len(told) < len(events):
        left_out[f"of which nothing is said about people {outcome.value}"] = len(events) - len(told)
    shown = [
        (e, claims) for _, e, claims in sorted(sorted(told, key=lambda one: -_size(one[2]))[:most], key=itemgetter(0))
    ]
    if len(shown) < len(told):
        left_out["with lower figures"] = len(told) - len(shown)
    rows = sum(1 + len(claims) for _, claims in shown)
    ax = axes(ax, 9, 1.4 + 0.27 * max(3, rows))
    title = f"People {outcome.value}, as claimed" if title is None else title
    finish(ax, title, f"people {outcome.value}", left_out, of=len(events))
    if not shown:
        ax.text(0.5, 0.5, "No event has such a claim", transform=ax.transAxes, ha="center", color=EDGE)
        ax.set_yticks([])
        return ax
    _draw(ax, shown)
    return ax


def _claims(event: Event, outcome: Outcome) -> list[CasualtyReport]:
    return [claim for claim in event.casualties if claim.outcome is outcome]


def _size(claims: Sequence[CasualtyReport]) -> int:
    return max(max(claim.low or 0, claim.high or 0) for claim in claims)


def _draw(ax: Axes, shown: Sequence[tuple[Event, Sequence[CasualtyReport]]]) -> None:
    from matplotlib.ticker import MaxNLocator

    top = max(1, *(_size(claims) for _, claims in shown))
    ends: list[tuple[float, str, bool]] = []
    y = 0
    for event, claims in shown:
        ends.append((y, words(title_of(event), 56), True))
        if y:
            ax.axhline(y - 0.5, color="#d7dae0", linewidth=0.8)
        for claim in claims:
            y += 1
            ends.append((y, _voice(claim), False))
            _bar(ax, claim, y, top, LOOKS[event.event_type].colour)
        y += 1
    ax.set_xlim(-0.04 * top, 1.35 * top)
    ax.set_ylim(y - 0.3, -0.7)
    ax.xaxis.set_major_locator(MaxNLocator(nbins=8, integer=True))
    ax.grid(axis="x", color="#d7dae0", linewidth=0.6)
    ax.set_axisbelow(True)
    ax.set_yticks([at for at, *_ in ends], [text for _, text, _ in ends], parse_math=False)
    for tick, (*_, heading) in zip(ax.yaxis.get_major_ticks(), ends, strict=True):
        tick.tick1line.set_visible(False)
        if heading:
            tick.label1.set_fontweight("bold")


def _voice(claim: CasualtyReport) -> str:
    """Who says it, and of whom, where the claim is of some people only."""
    says = words(claim.source or "the article", 28)
    if claim.role is not VictimRole.UNKNOWN:
        return f"{says}: {words(claim.victim or claim.role.value, 24)}"
    return says if claim.subset_of is None else f"{says}: {words(claim.victim or 'some of them', 24)}"


def _bar(ax: Axes, claim: CasualtyReport, y: int, top: int, colour: str) -> None:
    """One claim: dot, line, arrow; its bounds in words beside it."""
    reach = 0.12 * top
    low, high = claim.low, claim.high
    text = bounds(claim) if low is not None or high is not None else "no number is given"
    first = low if low is not None else 0
    last = high if high is not None else first
    face = "white" if claim.subset_of is not None else colour
    if last > first:
        ax.plot([first, last], [y, y], color=colour, linewidth=3, solid_capstyle="butt", label="_range")
    if high is None:
        ax.annotate("", (first + reach, y), (first, y), arrowprops=_arrow(colour))
    for x in dict.fromkeys(x for x in (low, high) if x is not None):
        ax.plot(
            [x],
            [y],
            marker="o",
            markersize=7,
            markerfacecolor=face,
            markeredgecolor=EDGE,
            linestyle="",
            label="_bound",
            zorder=3,
        )
    ax.annotate(
        text, (last + (reach if high is None else 0), y), (6, 0), textcoords="offset points", va="center", fontsize=8,
        color=EDGE, parse_math=False,
    )  # fmt: skip


def _arrow(colour: str) -> dict[str, Any]:
    return {"arrowstyle": "-|>", "color": colour, "linewidth": 2, "shrinkA": 0, "shrinkB": 0}
