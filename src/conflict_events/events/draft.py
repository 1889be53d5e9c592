"""An event in the making: one event mention, what was settled of it so far, and why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import field

from conflict_events.discourse.standing import Cue
from conflict_events.extraction.event_mention import EventMention
from conflict_events.model.actor import Actor
from conflict_events.model.casualty import CasualtyReport
from conflict_events.model.evidence import Basis, Status
from conflict_events.model.place import Place
from conflict_events.model.quick import frozen
from conflict_events.model.scope import Scope
from conflict_events.model.standing import Standing
from conflict_events.model.taxonomy import SubEventType
from conflict_events.model.trusted import evolve
from conflict_events.model.when import When

__all__ = ["Draft", "Settled"]

Settled = tuple[Any, Basis]
"""The value of one field, and how it is known."""

_SURE = {Status.KNOWN: 0, Status.INFERRED: 1, Status.BROKEN: 2, Status.ABSENT: 3}


@frozen(slots=True, eq=False)
class Draft:
    """One event before it is written down; every step returns a new one.

    ``event mention`` is the first telling, ``retold`` are later ones. ``bases`` says of each settled field how it is known.
    """

    event_mention: EventMention
    sub_event_type: SubEventType
    retold: tuple[EventMention, ...] = ()
    when: When | None = None
    where: Place | None = None
    actor1: Actor | None = None
    actor2: Actor | None = None
    assoc_actor_1: tuple[Actor, ...] = ()
    assoc_actor_2: tuple[Actor, ...] = ()
    casualties: tuple[CasualtyReport, ...] = ()
    bases: Mapping[str, Basis] = field(factory=dict)
    standing: Standing = Standing.NEWS

    @property
    def event_mentions(self) -> tuple[EventMention, ...]:
        """All tellings, in the order of the text."""
        return (self.event_mention, *self.retold)

    @property
    def fresh(self) -> bool:
        """Whether any telling reports it as news."""
        return any(event_mention.standing is Standing.NEWS for event_mention in self.event_mentions)

    @property
    def cue(self) -> Cue | None:
        """The words that say that it is no news, where every telling has some."""
        cues = [told.cue for told in self.event_mentions]
        return cues[0] if all(cue is not None for cue in cues) else None

    @property
    def scope(self) -> Scope:
        """Ordinary crime only where every telling is."""
        crime = all(event_mention.scope is Scope.CRIME for event_mention in self.event_mentions)
        return Scope.CRIME if crime else Scope.CONFLICT

    @classmethod
    def of(cls, event_mention: EventMention, told: Basis, settled: Mapping[str, Settled]) -> Draft:
        """The draft of one telling: its type with its basis, and every other field that was settled with its own."""
        bases = {"sub_event_type": told, **{name: basis for name, (_, basis) in settled.items()}}
        values: dict[str, Any] = {name: value for name, (value, _) in settled.items()}
        return cls(event_mention, event_mention.sub_event_type, bases=bases, **values)

    def settle(self, name: str, value: Any, basis: Basis) -> Draft:
        """This draft with one more field settled."""
        changed: dict[str, Any] = {name: value, "bases": {**self.bases, name: basis}}
        return evolve(self, **changed)

    def surer(self, name: str, other: Draft) -> bool:
        """Whether the other draft knows a field better: it has it and this has not, or known against inferred."""
        mine, theirs = self.bases.get(name), other.bases.get(name)
        if theirs is None:
            return False
        return mine is None or _SURE[theirs.status] < _SURE[mine.status]
