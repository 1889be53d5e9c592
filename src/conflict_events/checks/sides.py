"""Rules about types, kinds and actors. Each takes a row and yields what breaks the rule."""

from __future__ import annotations

import re
from collections.abc import Iterator

from conflict_events.checks.line import Line, Seen, countries_by_name
from conflict_events.formats.acled.values import kind_of
from conflict_events.formats.tables.numbers import whole_of
from conflict_events.model.kind import ActorKind, Interaction
from conflict_events.model.taxonomy import EventType, SubEventType

__all__ = [
    "civilians_hit",
    "crowd_first",
    "disorder_type",
    "event_type",
    "forces_abroad",
    "interaction",
    "intervention",
    "kind_of_name",
    "no_kind",
    "one_actor",
    "targeting",
    "two_sides",
]


def event_type(line: Line) -> Iterator[Seen]:
    """The event type is the parent of the sub-event type."""
    if line.sub is not None and "event_type" in line.cells and line.get("event_type") != line.sub.event_type.value:
        right = line.sub.event_type.value
        yield Seen("event_type", f"{line.sub.value} is one of the {right}, not of {line.get('event_type')!r}", right)


def disorder_type(line: Line) -> Iterator[Seen]:
    """The disorder type is the grandparent of the sub-event type."""
    if line.sub is not None and "disorder_type" in line.cells:
        right = line.sub.disorder_type.value
        if line.get("disorder_type") != right:
            yield Seen("disorder_type", f"{line.sub.value} is {right}", right)


def interaction(line: Line) -> Iterator[Seen]:
    """The interaction is made of the two inter codes."""
    one, two = kind_of(line.get("inter1")), kind_of(line.get("inter2"))
    given = line.get("interaction")
    if one is None or not given:
        return
    right = Interaction.of(one, two)
    if whole_of(given) == right.code or _folded(given) in (_folded(right.text), _folded(_plain(one, two))):
        return
    fix = str(right.code) if line.digits else right.text
    yield Seen("interaction", f"{line.get('inter1')} and {line.get('inter2') or 'nobody'} make {right.text}", fix)


def _plain(one: ActorKind, two: ActorKind | None) -> str:
    """The text in ascending order, without the exception of 78; both orders are seen."""
    if two is None:
        return f"{one.value} only"
    low, high = sorted((one, two), key=lambda kind: kind.code)
    return f"{low.value}-{high.value}"


def _folded(text: str) -> str:
    return re.sub(r"s\b", "", re.sub(r"\s*[-–]\s*", "-", text.casefold()))


_CROWDS = (
    ("Civilians (", ActorKind.CIVILIANS),
    ("Protesters (", ActorKind.PROTESTERS),
    ("Rioters (", ActorKind.RIOTERS),
)


def kind_of_name(line: Line) -> Iterator[Seen]:
    """Civilians, protesters and rioters have their own kind."""
    for number in ("1", "2"):
        name, given = line.get(f"actor{number}"), kind_of(line.get(f"inter{number}"))
        for start, kind in _CROWDS:
            if name.startswith(start) and given is not None and given is not kind:
                fix = str(kind.code) if line.digits else kind.value
                yield Seen(f"inter{number}", f"{name} are {kind.value}, not {given.value}", fix)


_FORCES = re.compile(r"(?:Military|Police) Forces of (.+?) \(")


def forces_abroad(line: Line) -> Iterator[Seen]:
    """A state's forces are State forces at home and External/Other forces abroad."""
    for number in ("1", "2"):
        found = _FORCES.match(line.get(f"actor{number}"))
        given = kind_of(line.get(f"inter{number}"))
        home = None if found is None else countries_by_name().get(found[1])
        if home is None or line.country is None or given is None:
            continue
        kind = ActorKind.STATE_FORCES if home == line.country else ActorKind.EXTERNAL_OTHER
        if given is not kind and given in (ActorKind.STATE_FORCES, ActorKind.EXTERNAL_OTHER):
            fix = str(kind.code) if line.digits else kind.value
            why = f"forces of {home.name} in {line.country.name} are {kind.value}"
            yield Seen(f"inter{number}", why, fix)


def no_kind(line: Line) -> Iterator[Seen]:
    """Actor and inter code come together."""
    for number in ("1", "2"):
        name, inter = line.get(f"actor{number}"), line.get(f"inter{number}")
        if f"inter{number}" not in line.cells:
            continue
        if name and kind_of(inter) is None:
            yield Seen(f"inter{number}", f"{name} has no readable kind ({inter!r})")
        if not name and kind_of(inter) is not None:
            yield Seen(f"actor{number}", f"there is a kind ({inter}) and no actor")


def civilians_hit(line: Line) -> Iterator[Seen]:
    """Violence against civilians has civilians as actor2."""
    sub = line.sub
    if sub is None or sub.event_type is not EventType.VIOLENCE_AGAINST_CIVILIANS or "actor2" not in line.cells:
        return
    if kind_of(line.get("inter2")) is not ActorKind.CIVILIANS:
        country = line.get("country")
        yield Seen("actor2", f"{sub.value} has civilians as actor2", f"Civilians ({country})" if country else None)


def two_sides(line: Line) -> Iterator[Seen]:
    """A battle has two armed sides."""
    if line.sub is None or line.sub.event_type is not EventType.BATTLES or "actor2" not in line.cells:
        return
    for column in ("actor1", "actor2"):
        if not line.get(column):
            yield Seen(column, "a battle has two armed sides")
    for number in ("1", "2"):
        kind = kind_of(line.get(f"inter{number}"))
        if kind in (ActorKind.CIVILIANS, ActorKind.PROTESTERS, ActorKind.RIOTERS):
            yield Seen(f"inter{number}", f"{kind.value} are no side of a battle")


def crowd_first(line: Line) -> Iterator[Seen]:
    """Protests and riots have the crowd as actor1."""
    wanted = {EventType.PROTESTS: ActorKind.PROTESTERS, EventType.RIOTS: ActorKind.RIOTERS}
    if "actor2" not in line.cells:  # one row for each actor: the other one stands in another row
        return
    kind = None if line.sub is None else wanted.get(line.sub.event_type)
    given = kind_of(line.get("inter1"))
    if kind is not None and given is not None and given is not kind:
        yield Seen("inter1", f"{line.sub.event_type.value if line.sub else ''} have {kind.value} as actor1")


def intervention(line: Line) -> Iterator[Seen]:
    """An intervention names who intervened."""
    subs = (SubEventType.PROTEST_WITH_INTERVENTION, SubEventType.EXCESSIVE_FORCE)
    if line.sub in subs and "actor2" in line.cells and not line.get("actor2"):
        yield Seen("actor2", f"{line.get('sub_event_type')} names who intervened")


def targeting(line: Line) -> Iterator[Seen]:
    """Civilian targeting is set where the sub-event type says so."""
    if "civilian_targeting" not in line.cells or line.sub is None:
        return
    sub, given = line.sub, line.get("civilian_targeting")
    always = sub.event_type is EventType.VIOLENCE_AGAINST_CIVILIANS or sub is SubEventType.EXCESSIVE_FORCE
    if always and not given:
        yield Seen("civilian_targeting", f"{sub.value} always targets civilians", "Civilian targeting")
    if given and given.casefold() not in ("civilian targeting", "civilians targeted"):
        yield Seen("civilian_targeting", f"{given!r} is neither blank nor Civilian targeting")
    if given and sub.event_type in (EventType.BATTLES, EventType.STRATEGIC_DEVELOPMENTS):
        yield Seen("civilian_targeting", f"{sub.event_type.value} never target civilians", "")


def one_actor(line: Line) -> Iterator[Seen]:
    """Actor1 and actor2 hold one actor each."""
    for column in ("actor1", "actor2"):
        if ";" in line.get(column):
            yield Seen(column, "one actor stands here; others belong to the associated actors")
