"""One event: what happened, when, where, between whom, and with which loss, each field with its basis."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from attrs import Attribute, field, fields, frozen

from conflict_events.model.actor import Actor
from conflict_events.model.casualty import CasualtyReport
from conflict_events.model.check import Validator, a, a_or_none, each, many, member, refuse
from conflict_events.model.errors import UnknownNameError
from conflict_events.model.evidence import Basis, Status
from conflict_events.model.kind import ActorKind, Interaction
from conflict_events.model.place import Place, place_of
from conflict_events.model.policy import Figure, a_policy, figure
from conflict_events.model.scale import SourceScale
from conflict_events.model.scope import Scope
from conflict_events.model.standing import Standing
from conflict_events.model.taxonomy import DisorderType, EventType, SubEventType
from conflict_events.model.telling import line_of, order_of
from conflict_events.model.when import When, a_when, when_of

__all__ = ["Event"]


def _sub_event_type(value: SubEventType | str) -> SubEventType:
    return value if type(value) is SubEventType else member(SubEventType, value)


def _standing(value: Standing | str) -> Standing:
    return value if type(value) is Standing else member(Standing, value)


def _scope(value: Scope | str) -> Scope:
    return value if type(value) is Scope else member(Scope, value)


def _scale(value: SourceScale | str | None) -> SourceScale | str | None:
    """A scale spelled as ACLED spells it; what else stands there is kept as it stands."""
    return value if value is None else next((scale for scale in SourceScale if scale == value), value)


def _a_scale(instance: object, attribute: Attribute[Any], value: object) -> None:
    if value is not None and not isinstance(value, str):
        refuse("source scale is text", instance, attribute, "a SourceScale, two joined by a hyphen, or None", value)


def _pairs(value: Mapping[str, Any] | Iterable[tuple[str, Any]]) -> tuple[tuple[str, Any], ...]:
    return tuple(value.items()) if isinstance(value, Mapping) else many(value)


def _pairs_of(kind: type) -> Validator:
    """The field holds pairs of a name and one of this class."""

    def check(instance: object, attribute: Attribute[Any], value: object) -> None:
        expected = f"a dict, or pairs of a str and a {kind.__name__}"
        if type(value) is not tuple:
            refuse("no pairs", instance, attribute, expected, value)
        for pair in value:
            if type(pair) is not tuple or len(pair) != len(("name", "value")) or not isinstance(pair[0], str):
                refuse("no pair", instance, attribute, expected, pair)
            if not isinstance(pair[1], kind):
                refuse(f"{pair[0]} is no {kind.__name__}", instance, attribute, expected, pair[1])

    return check


@frozen(slots=True)
class Event:
    """One event.

    Plain attributes hold plain values, None where absent; how a value is known is asked for by name with
    ``basis``. Event type, disorder type, interaction, civilian targeting, fatalities and id are derived and
    cannot contradict the fields they come from.

    A type may be given by name, days as a date or a written date ("2024-05-01", "May 2024"), a place by its name alone.
    Events sort by day, country, place, type and id, and ``str`` tells one in a line. To change a field, make another
    event: ``attrs.evolve(event, when="2024-05-02")``.

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
        bases: field name -> Basis, for the fields whose basis is known; and column -> Basis for broken cells of columns
            that have no field here.
        extras: column or key -> raw text of what came in and has no field here; written back unchanged.

    >>> event = Event(SubEventType.SHELLING)
    >>> event.event_type.value, event.where, event.basis("where").status.value
    ('Explosions/Remote violence', None, 'absent')
    >>> Event("Attack", when="2024-05-01", where=Place("Goma", country="DRC")).where.country.alpha_3
    'COD'

    Raises:
        BadInputError: for a value that its field cannot hold, with the field, what was expected, and what came.
        UnknownNameError: for a policy, a country or a field that is none.
    """

    sub_event_type: SubEventType = field(converter=_sub_event_type, validator=a(SubEventType))
    when: When | None = field(default=None, converter=when_of, validator=a_when, kw_only=True)
    where: Place | None = field(default=None, converter=place_of, validator=a_or_none(Place), kw_only=True)
    actor1: Actor | None = field(default=None, validator=a_or_none(Actor), kw_only=True)
    assoc_actor_1: tuple[Actor, ...] = field(default=(), converter=many, validator=each(Actor), kw_only=True)
    actor2: Actor | None = field(default=None, validator=a_or_none(Actor), kw_only=True)
    assoc_actor_2: tuple[Actor, ...] = field(default=(), converter=many, validator=each(Actor), kw_only=True)
    casualties: tuple[CasualtyReport, ...] = field(
        default=(), converter=many, validator=each(CasualtyReport), kw_only=True
    )
    policy: str = field(default="acled", validator=a_policy, kw_only=True)
    sources: tuple[str, ...] = field(default=(), converter=many, validator=each(str), kw_only=True)
    source_scale: SourceScale | str | None = field(default=None, converter=_scale, validator=_a_scale, kw_only=True)
    notes: str | None = field(default=None, validator=a_or_none(str), kw_only=True)
    tags: tuple[str, ...] = field(default=(), converter=many, validator=each(str), kw_only=True)
    standing: Standing = field(default=Standing.NEWS, converter=_standing, validator=a(Standing), kw_only=True)
    scope: Scope = field(default=Scope.CONFLICT, converter=_scope, validator=a(Scope), kw_only=True)
    record_id: str | None = field(default=None, validator=a_or_none(str), kw_only=True)
    bases: tuple[tuple[str, Basis], ...] = field(
        default=(), converter=_pairs, validator=_pairs_of(Basis), kw_only=True, repr=False
    )
    extras: tuple[tuple[str, str], ...] = field(
        default=(), converter=_pairs, validator=_pairs_of(str), kw_only=True, repr=False
    )

    def __attrs_post_init__(self) -> None:
        for name, basis in self.bases:
            if name not in _KNOWN and basis.status is not Status.BROKEN:  # a broken cell of a column without a field
                raise UnknownNameError("no such field", where="Event.bases", expected=", ".join(_FIELDS), got=name)

    def __lt__(self, other: object) -> bool:
        """Events sort by day, country, place, type and id; what is not known comes last."""
        return order_of(self) < order_of(other) if isinstance(other, Event) else NotImplemented

    def __str__(self) -> str:
        """One line that a person understands.

        >>> print(Event("Attack", when="2024-05-01", casualties=[CasualtyReport("killed", stated=3)]))
        2024-05-01, place not known: Attack, 3 killed
        """
        return line_of(self)

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
        if name not in _KNOWN:
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

        Two tellings of one event (same type, days, place and actors) by the same sources have one id; what another
        outlet tells is a record of its own. Where day, place or actors are not known, the words of the evidence take
        part, so that two vague events do not collide.
        """
        if self.record_id is not None:
            return self.record_id
        parts = [
            self.sub_event_type.value,
            "" if self.when is None else f"{self.when.start}/{self.when.end}",
            "" if self.where is None else f"{self.where.name}|{self.where.latitude}|{self.where.longitude}",
            *("" if actor is None else actor.name for actor in (self.actor1, self.actor2)),
        ]
        parts += self.sources
        if "" in parts[:4]:
            parts += [evidence.quote for _, basis in self.bases for evidence in basis.evidence]
        return "ce-" + hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]

    def _repr_html_(self) -> str:
        """What a notebook shows: fields, status, reasons and quotes."""
        from conflict_events.report.notebook import event_html

        return event_html(self)


_FIELDS = tuple(attribute.name for attribute in fields(Event) if attribute.name not in ("bases", "extras"))

_KNOWN = {*_FIELDS, *(name for name, value in vars(Event).items() if isinstance(value, property))}
"""What a basis can be of: the fields and what is derived from them."""
