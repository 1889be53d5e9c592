"""The rules of the linter as data: each with its id, what it wants, what it rests on, and the function that looks.

A rule sees one row as a ``Line``: its cells by ACLED's column names, and its event. It looks only at columns that the
file has.
"""

from __future__ import annotations

from attrs import frozen

from conflict_events.checks import cells, places, sides
from conflict_events.checks.line import Look

__all__ = ["RULES", "Rule"]


@frozen(slots=True, kw_only=True)
class Rule:
    """One rule.

    Args:
        id: by which it is named and left out.
        title: what it wants, one line.
        why: what the rule rests on.
        severity: ``error`` or ``warning``.
        safe: whether its fix follows from other columns of the row, so that ``--fix`` may write it.
        look: the function.
    """

    id: str
    title: str
    why: str
    severity: str
    safe: bool
    look: Look


def _rule(id: str, look: Look, title: str, why: str, severity: str = "error", *, safe: bool = False) -> Rule:  # noqa: A002
    return Rule(id=id, title=title, why=why, severity=severity, safe=safe, look=look)


RULES = (
    _rule(
        "type.event",
        sides.event_type,
        "The event type is the parent of the sub-event type.",
        "Codebook, event types.",
        safe=True,
    ),
    _rule(
        "type.disorder",
        sides.disorder_type,
        "The disorder type is the grandparent of the sub-event type.",
        "Codebook, disorder types; both at once only for excessive force.",
        safe=True,
    ),
    _rule(
        "kind.interaction",
        sides.interaction,
        "The interaction is made of the two inter codes.",
        "Codebook, interaction; 78 is written reversed, both orders are taken.",
        safe=True,
    ),
    _rule(
        "kind.crowd",
        sides.kind_of_name,
        "Civilians, protesters and rioters have their own kind.",
        "Codebook, actor names.",
        safe=True,
    ),
    _rule(
        "kind.abroad",
        sides.forces_abroad,
        "A state's forces are State forces at home and External/Other forces abroad.",
        "Codebook, actor types; rival and de facto governments are exceptions.",
        "warning",
    ),
    _rule("kind.missing", sides.no_kind, "Actor and inter code come together.", "Codebook, inter codes."),
    _rule(
        "actor.civilians",
        sides.civilians_hit,
        "Violence against civilians has civilians as actor2.",
        "Codebook, violence against civilians.",
    ),
    _rule("actor.battle", sides.two_sides, "A battle has two armed sides.", "Codebook, battles."),
    _rule(
        "actor.crowd",
        sides.crowd_first,
        "Protests and riots have the crowd as actor1.",
        "Codebook, protests and riots.",
        "warning",
    ),
    _rule(
        "actor.intervention",
        sides.intervention,
        "An intervention names who intervened.",
        "Codebook, protests.",
        "warning",
    ),
    _rule(
        "actor.single",
        sides.one_actor,
        "Actor1 and actor2 hold one actor each.",
        "The list separator stands only in list columns.",
    ),
    _rule(
        "civilians.targeting",
        sides.targeting,
        "Civilian targeting is set where the sub-event type says so.",
        "Codebook, civilian targeting.",
        safe=True,
    ),
    _rule(
        "place.depth",
        places.depth,
        "The geo precision fits what is known of the place.",
        "Codebook, geo precision.",
        "warning",
    ),
    _rule("place.degrees", places.coordinates, "Coordinates are decimal degrees.", "WGS 84."),
    _rule(
        "place.country",
        places.inside,
        "The point lies in the stated country, or at most 25 km off.",
        "Natural Earth outlines, 1:50 million.",
        "warning",
    ),
    _rule(
        "country.codes",
        places.country,
        "Region and ISO codes are those of the country.",
        "ACLED's country list; Kosovo is 0.",
        safe=True,
    ),
    _rule(
        "country.known",
        places.known,
        "The country is one of ACLED's.",
        "ACLED's country list; since May 2026 it may also be a sea, which nobody has a list of.",
        "warning",
    ),
    _rule("date.year", cells.year, "The year is that of the date.", "Codebook.", safe=True),
    _rule("date.given", cells.date, "Date and time precision are given.", "Codebook, time precision."),
    _rule(
        "date.notes",
        cells.opening,
        "The notes open with the date, and with 'On' only for exact days.",
        "Codebook, notes.",
        "warning",
    ),
    _rule(
        "deaths.figure",
        cells.deaths,
        "Fatalities are a whole number that fits the claims and the type.",
        "Codebook, reported fatalities.",
    ),
    _rule(
        "id.pattern",
        cells.identity,
        "The id is three capitals and digits, or one that this library derived.",
        "Ids in ACLED's data.",
    ),
    _rule(
        "id.prefix",
        cells.prefix,
        "The id begins with the letters of the country.",
        "Ids in ACLED's data; some prefixes are not verified.",
        "warning",
    ),
    _rule("tags.crowd", cells.crowd_size, "Protests and riots carry a crowd size.", "Codebook, tags.", "warning"),
    _rule(
        "source.scale",
        cells.scale,
        "The source scale is one or two of the known ones, in their order.",
        "Values in ACLED's data.",
        "warning",
    ),
)
"""Rules that look at one row; those that compare rows are in ``rows``."""
