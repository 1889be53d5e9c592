"""Single cells of ACLED rows as values: every spelling that files of all eras use, and nothing that is a guess."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache

from conflict_events.formats.acled.cells import OLD_EVENT_TYPES
from conflict_events.formats.tables.numbers import whole_of
from conflict_events.model.actor import Actor
from conflict_events.model.country import Country, countries
from conflict_events.model.kind import ActorKind
from conflict_events.model.taxonomy import EventType, SubEventType
from conflict_events.model.when import Grain, When

__all__ = [
    "actor_of",
    "kind_of",
    "old_type_of",
    "split",
    "sub_of",
    "when_of",
]


def when_of(day: dt.date, precision: int) -> When:
    """The span of days for which an ACLED date stands.

    Precision 2 is the week around the day, 3 its month. The day itself is kept as the anchor.

    >>> when_of(dt.date(2024, 10, 17), 2).start.isoformat()
    '2024-10-14'
    """
    if precision == 1:
        return When(day, day)
    if precision == 2:
        first = max(day.toordinal() - 3, 1)
        last = min(day.toordinal() + 3, dt.date.max.toordinal())
        return When(dt.date.fromordinal(first), dt.date.fromordinal(last), mod="APPROX", anchor=day)
    following = day.replace(day=28) + dt.timedelta(days=4) if (day.year, day.month) != (9999, 12) else None
    end = dt.date.max if following is None else following - dt.timedelta(days=following.day)
    return When(day.replace(day=1), end, Grain.MONTH, anchor=day)


def _folded(text: str) -> str:
    """For comparing: no case, no plural, one kind of dash."""
    text = text.casefold().replace("–", "-").replace("protestor", "protester").strip()
    return re.sub(r"s\b", "", re.sub(r"\s*([-/])\s*", r"\1", text))


_KINDS = {_folded(kind.value): kind for kind in ActorKind} | {
    _folded(text): kind
    for kind, texts in (
        (ActorKind.STATE_FORCES, ("Military", "State")),
        (ActorKind.REBEL_GROUP, ("Rebel Forces", "Rebels", "Rebel")),
        (ActorKind.POLITICAL_MILITIA, ("Militia Groups", "Militia")),
        (ActorKind.IDENTITY_MILITIA, ("Communal / Identity Groups", "Communal Militia", "Ethnic Militia")),
        (ActorKind.EXTERNAL_OTHER, ("Foreign / Others", "Other", "External Forces", "External/Other")),
    )
    for text in texts
}


def kind_of(text: str) -> ActorKind | None:
    """The kind that an inter cell names, as digit or text in any of its spellings.

    >>> kind_of("Rebel Groups").code, kind_of("8").code, kind_of("1.0").code, kind_of("0"), kind_of("aliens")
    (2, 8, 1, None, None)
    """
    code = whole_of(text)
    if code is not None:
        return ActorKind.of_code(code) if 1 <= code <= 8 else None
    return _KINDS.get(_folded(text))


_SUBS = {_folded(sub.value): sub for sub in SubEventType}


def sub_of(text: str) -> SubEventType | None:
    """The sub-event type that a cell names, whatever its case and plural.

    >>> sub_of("Excessive force against protestors").value
    'Excessive force against protesters'
    """
    return _SUBS.get(_folded(text))


_OLD = {_folded(text): sub for sub, text in OLD_EVENT_TYPES.items() if isinstance(sub, SubEventType)}
_STAND_INS = {
    EventType.BATTLES: SubEventType.ARMED_CLASH,
    EventType.PROTESTS: SubEventType.PEACEFUL_PROTEST,
    EventType.RIOTS: SubEventType.VIOLENT_DEMONSTRATION,
    EventType.EXPLOSIONS: SubEventType.REMOTE_EXPLOSIVE,
    EventType.VIOLENCE_AGAINST_CIVILIANS: SubEventType.ATTACK,
    EventType.STRATEGIC_DEVELOPMENTS: SubEventType.OTHER,
}
_TYPES = {_folded(kind.value): kind for kind in EventType} | {
    _folded("Remote violence"): EventType.EXPLOSIONS,
    _folded("Strategic development"): EventType.STRATEGIC_DEVELOPMENTS,
}


def old_type_of(text: str, kind: ActorKind | None) -> tuple[SubEventType | None, bool]:
    """The sub-event type of a row that names only an event type, and whether the event type decides it.

    Riots/Protests are told apart by the actor: rioters or protesters. Where the event type does not decide, the
    sub-event type only stands in for it and is never written out.

    >>> old_type_of("Battle-No change of territory", None)
    (<SubEventType.ARMED_CLASH: 'Armed clash'>, True)
    >>> old_type_of("Remote violence", None)
    (<SubEventType.REMOTE_EXPLOSIVE: 'Remote explosive/landmine/IED'>, False)
    """
    folded = _folded(text)
    if folded in _OLD:
        return _OLD[folded], True
    if folded == _folded("Riots/Protests"):
        rioting = {ActorKind.RIOTERS: EventType.RIOTS, ActorKind.PROTESTERS: EventType.PROTESTS}.get(kind)  # type: ignore[arg-type]
        return (None if rioting is None else _STAND_INS[rioting]), False
    event_type = _TYPES.get(folded)
    return (None if event_type is None else _STAND_INS[event_type]), False


def split(text: str) -> tuple[str, ...]:
    """The values of a list cell.

    >>> split("Women (Kenya); Students (Kenya)")
    ('Women (Kenya)', 'Students (Kenya)')
    """
    return tuple(part for piece in text.split(";") if (part := piece.strip())) if text else ()


_YEARS = re.compile(r"\((\d{4})-(\d{4})?[^)]*\)", re.ASCII)
_BY_NAME = (
    (ActorKind.CIVILIANS, ("Civilians (",)),
    (ActorKind.PROTESTERS, ("Protesters (",)),
    (ActorKind.RIOTERS, ("Rioters (",)),
    (ActorKind.STATE_FORCES, ("Military Forces of ", "Police Forces of ", "Government of ", "Mutiny of ")),
    (ActorKind.POLITICAL_MILITIA, ("Unidentified Armed Group", "Unidentified Gang")),
)


@cache
def _by_name() -> dict[str, Country]:
    return {country.name: country for country in countries()}


def _bracketed(name: str) -> Iterator[str]:
    """What may be the country in an actor's name: the last bracket, or what follows "Forces of"."""
    if name.endswith(")"):
        yield name[name.rfind("(") + 1 : -1]
    _, _, after = name.partition(" of ")
    yield after.partition(" (")[0]


def actor_of(name: str, kind: ActorKind | None, beside: ActorKind | None = None) -> Actor | None:
    """The actor of this name, with the country and the years that the name itself tells.

    Args:
        name: as in the cell.
        kind: from the inter cell; None for associated actors, which have none.
        beside: kind of the main actor, taken for associated actors whose name does not tell.

    Returns:
        None where neither cell nor name tells the kind.

    >>> actor = actor_of("Military Forces of Mali (2021-)", ActorKind.EXTERNAL_OTHER)
    >>> actor.country.name, actor.active_from, actor.kind.value
    ('Mali', 2021, 'External/Other forces')
    """
    for by_name, starts in _BY_NAME:
        if kind is None and name.startswith(starts):
            kind = by_name
    if kind is None and re.search(r"(?:Ethnic|Communal|Clan|Tribal|Caste) (?:Militia|Group) \(", name):
        kind = ActorKind.IDENTITY_MILITIA
    kind = kind or beside
    if kind is None:
        return None
    country = next((found for part in _bracketed(name) if (found := _by_name().get(part)) is not None), None)
    years = _YEARS.search(name)
    first, last = (None if year is None else int(year) for year in ((years[1], years[2]) if years else (None, None)))
    if first is not None and last is not None and last < first:
        first = last = None  # a slip of the pen; the name keeps it
    return Actor(name, kind, country=country, active_from=first, active_to=last)
