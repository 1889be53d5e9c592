"""Pictures of events with matplotlib: a map, a time line, casualty claims with their bounds. Extra ``plot``.

Each function takes any events and gives matplotlib's ``Axes``; ``ax=`` draws into axes of your own. Without it a figure
is made that pyplot knows nothing of, so that no window opens and no figure stays behind. What has no day, no spot or no
claim is not drawn, and a line under the picture counts it.
"""

from __future__ import annotations

from conflict_events.plot.casualties import casualties
from conflict_events.plot.map import map  # noqa: A004 - read as plot.map
from conflict_events.plot.timeline import timeline

__all__ = ["casualties", "map", "timeline"]
