"""One event: what happened, when, where, between whom, and with which loss, each field with its basis."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from attrs import field, fields, frozen

from conflict_events.model.actor import Actor
from conflict_events.model.casualty import CasualtyReport
from conflict_events.model.errors import UnknownNameError
from conflict_events.model.evidence import Basis, Status
from conflict_events.model.kind import ActorKind, Interaction
from conflict_events.model.many import many
from conflict_events.model.place import Place
from conflict_events.model.policy import Figure, figure
from conflict_events.model.scale import SourceScale
from conflict_events.model.scope import Scope
from conflict_events.model.standing import Standing
from conflict_events.model.taxonomy import DisorderType, EventType, SubEventType
from conflict_events.model.when import When

__all__ = ["Event"]


def _pairs(value: Mapping[str, Basis] | Iterable[tuple[str, Basis]]) -> tuple[tuple[str, Basis], ...]:
    return tuple(value.items()) if isinstance(value, Mapping) else tuple(value)


@frozen(slots=True)
class Event:
    """One event.

    Plain attributes hold plain values, None where absent; how a value is known is asked for by name with
    ``basis``. Event type, disorder type, interaction, civilian targeting, fatalities and id are derived and
    cannot contradict the fields they come from.

    Args:
        sub_event_type: one of the 25.
        when: the days within which it happened.
        where: the place.
        actor1, actor2: the main pair; actor2 is None for one-sided events.
        assoc_actor_1, assoc_actor_2: other actors on either side.
        casualties: all claims, side by side.
        policy: by which the claims become figures: ``acled``, ``ucdp`` or ``range``.
        sources: outlets, as they stand in the source column.
        source_scale: None where not known.
        notes: one paragraph in the codebook's manner.
        tags: in the order given.
        standing: news of its article, or an older act that the article recalls.
        scope: conflict, or ordinary crime, which ``code`` leaves out unless it is asked for all.
        record_id: the id that a record from elsewhere came with; None for events read from text.
        bases: field name -> Basis, for the fields whose basis is known.
        extras: column or key -> raw text of what came in and has no field here; written back unchanged.

    >>> event = Event(SubEventType.SHELLING)
    >>> event.event_type.value, event.where, event.basis("where").status.value
    ('Explosions/Remote violence', None, 'absent')
    """

    sub_event_type: SubEventType
    when: When | None = field(default=None, kw_only=True)
    where: Place | None = field(default=None, kw_only=True)
    actor1: Actor | None = field(default=None, kw_only=True)
    assoc_actor_1: tuple[Actor, ...] = field(default=(), converter=many, kw_only=True)
    actor2: Actor | None = field(default=None, kw_only=True)
    assoc_actor_2: tuple[Actor, ...] = field(default=(), converter=many, kw_only=True)
    casualties: tuple[CasualtyReport, ...] = field(default=(), converter=many, kw_only=True)
    policy: str = field(default="acled", kw_only=True)
    sources: tuple[str, ...] = field(default=(), converter=many, kw_only=True)
    source_scale: SourceScale | str | None = field(default=None, kw_only=True)
    notes: str | None = field(default=None, kw_only=True)
    tags: tuple[str, ...] = field(default=(), converter=many, kw_only=True)
    standing: Standing = field(default=Standing.NEWS, kw_only=True)
    scope: Scope = field(default=Scope.CONFLICT, kw_only=True)
    record_id: str | None = field(default=None, kw_only=True)
    bases: tuple[tuple[str, Basis], ...] = field(default=(), converter=_pairs, kw_only=True, repr=False)
    extras: tuple[tuple[str, str], ...] = field(default=(), converter=many, kw_only=True, repr=False)

    def basis(self, name: str) -> Basis:
        """How a field is known: status, reason and evidence.

        Args:
            name: a field, e.g. ``where``, or a derived one: ``fatalities``, ``civilian_targeting``.

        Returns:
            The basis kept with the event; for a value without one, known as given by the caller; for no value,
            absent.

        Raises:
            UnknownNameError: if the event has no such field.
        """
        for key, kept in self.bases:
            if key == name:
                return kept
        if name not in _FIELDS and not isinstance(getattr(type(self), name, None), property):
            raise UnknownNameError("no such field", where="Event.basis", expected=", ".join(_FIELDS), got=name)
        value = getattr(self, name)
        if value is None or value == ():
            return Basis(Status.ABSENT, reason="not given")
        return Basis(Status.KNOWN, reason="given by the caller")

    @property
    def event_type(self) -> EventType:
        """Parent of the sub-event type."""
        return self.sub_event_type.event_type

    @property
    def disorder_type(self) -> DisorderType:
        """Grandparent of the sub-event type."""
        return self.sub_event_type.disorder_type

    @property
    def interaction(self) -> Interaction | None:
        """Which kinds of actor met; None while actor1 is not known."""
        if self.actor1 is None:
            return None
        return Interaction.of(self.actor1.kind, None if self.actor2 is None else self.actor2.kind)

    @property
    def civilian_targeting(self) -> bool:
        """Whether civilians were the main or only target.

        All violence against civilians and all excessive force; explosions and riots in which one main actor is
        civilian. Incidental harm does not count (ACLED codebook, civilian targeting).
        """
        if self.event_type is EventType.VIOLENCE_AGAINST_CIVILIANS:
            return True
        if self.sub_event_type is SubEventType.EXCESSIVE_FORCE:
            return True
        if self.event_type not in (EventType.EXPLOSIONS, EventType.RIOTS):
            return False
        return any(actor is not None and actor.kind is ActorKind.CIVILIANS for actor in (self.actor1, self.actor2))

    @property
    def fatalities(self) -> Figure:
        """The deaths as the event's policy counts them."""
        return figure(self.casualties, self.policy)

    @property
    def id(self) -> str:
        """Id of the record it came from, or ``ce-`` and 16 hex digits over the fields that identify it.

        Two tellings of one event (same type, days, place and actors) have one id. Where day, place or actors are
        not known, the words of the evidence take part, so that two vague events do not collide.
        """
        if self.record_id is not None:
            return self.record_id
        parts = [
            self.sub_event_type.value,
            "" if self.when is None else f"{self.when.start}/{self.when.end}",
            "" if self.where is None else f"{self.where.name}|{self.where.latitude}|{self.where.longitude}",
            *("" if actor is None else actor.name for actor in (self.actor1, self.actor2)),
        ]
        if "" in parts[:4]:
            parts += [evidence.quote for _, basis in self.bases for evidence in basis.evidence]
        return "ce-" + hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]

    def _repr_html_(self) -> str:
        """What a notebook shows: fields, status, reasons and quotes."""
        from conflict_events.report.notebook import event_html

        return event_html(self)


_FIELDS = tuple(attribute.name for attribute in fields(Event) if attribute.name not in ("bases", "extras"))
