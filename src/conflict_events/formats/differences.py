"""What of an event does not come back when its record is read again: so a loss report forgets no field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

import attrs

from conflict_events.formats.loss import LossKind
from conflict_events.model.event import Event

__all__ = ["Note", "differences", "with_differences"]

Note: TypeAlias = tuple[str, LossKind, str]
"""Field, kind of loss, reason."""

_NOTHING: tuple[Any, ...] = (None, (), "")
_FIELDS = tuple(one.name for one in attrs.fields(Event) if one.name != "extras")


def differences(event: Event, again: Event) -> Iterator[tuple[str, LossKind]]:
    """The fields in which an event says something that the event read back says not, or otherwise.

    >>> from conflict_events.model.place import Place
    >>> from conflict_events.model.taxonomy import SubEventType
    >>> one = Event(SubEventType.ATTACK, where=Place("X", admin1="Y"), tags=("a",))
    >>> [(name, kind.value) for name, kind in differences(one, Event(SubEventType.OTHER, where=Place("X")))]
    [('sub_event_type', 'changed'), ('where.admin1', 'lost'), ('tags', 'lost')]
    """
    for name in _FIELDS:
        if name == "policy" and not event.casualties:
            continue  # it counts nothing
        yield from _differs(name, getattr(event, name), getattr(again, name))
    kept = dict(again.extras)
    for key, raw in event.extras:
        if raw and kept.get(key) != raw:
            yield f"extras.{key}", LossKind.CHANGED if key in kept else LossKind.LOST


def _differs(name: str, one: Any, other: Any) -> Iterator[tuple[str, LossKind]]:
    if one == other or one in _NOTHING:
        return
    if other in _NOTHING:
        yield name, LossKind.LOST
    elif attrs.has(type(one)) and type(one) is type(other):
        for part in attrs.fields(type(one)):
            yield from _differs(f"{name}.{part.name}", getattr(one, part.name), getattr(other, part.name))
    elif isinstance(one, tuple) and name != "bases" and len(one) == len(other) and all(map(attrs.has, map(type, one))):
        pairs = zip(one, other, strict=True)
        yield from dict.fromkeys(found for left, right in pairs for found in _differs(name, left, right))
    else:
        yield name, LossKind.CHANGED


def with_differences(notes: Iterable[Note], event: Event, again: Event | None, format_name: str) -> Iterator[Note]:
    """The notes of a writer, and one for each further field that does not come back.

    Args:
        notes: what the writer tells by itself, with the reason; a note about a field covers its parts.
        event: as it was written.
        again: as the reader of the format takes it; None where it does not.
        format_name: for the reasons.
    """
    told = list(notes)
    yield from told
    named = {name for name, _, _ in told}
    if again is None:
        return
    for name, kind in differences(event, again):
        if not {name, name.partition(".")[0]} & named:
            lost = kind is LossKind.LOST
            yield (
                name,
                kind,
                f"{format_name} has no place for it" if lost else f"{format_name} gives another value back",
            )
