"""Which side: open roles get the country and the regime of the event, "the group" gets its name, groups stand beside sides.

Mentions and actors come in, actors go out. Nothing is guessed: a role without a country stays open.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from attrs import evolve

from conflict_events.lexicon.sides import (
    at_home,
    branch,
    home_of,
    id_of_name,
    in_its_day,
    is_open,
    side,
    side_id,
    unit_of,
    was_group,
)
from conflict_events.model.actor import Actor
from conflict_events.model.country import Country
from conflict_events.model.kind import GROUPS, ActorKind
from conflict_events.model.mention import ActorMention
from conflict_events.model.quick import frozen
from conflict_events.model.when import When
from conflict_events.text.sentences import Document

__all__ = ["Cast", "Referent", "antecedents", "at_work", "localise", "referent", "sides"]

_STATE = frozenset(("military", "police", "security", "government", "border_guards", "prison_guards", "coast_guard"))


def localise(
    actor: Actor, country: Country | None, when: When | dt.date | None = None, *, policing: bool = False
) -> Actor:
    """An actor as it is named and as it counts in the country and on the day of the event.

    Args:
        actor: as mentioned; an open role ("the police") takes the country of the event.
        country: where the event was; None leaves open roles open and kinds as they are.
        when: the day or days of the event, which decide the regime; None keeps the years that the actor has.
        policing: whether the act is the police's (arrests, crowds); decides what "security forces" are.

    Returns:
        The named actor, its mentions kept; a state's organs abroad are External/Other forces.

    >>> from conflict_events.model.country import Country
    >>> police = side("police")
    >>> localise(police, Country.of("IND"), dt.date(2024, 7, 1)).name
    'Police Forces of India (2014-)'
    >>> army = side("military", Country.of("ISR"), dt.date(2024, 7, 1))
    >>> localise(army, Country.of("LBN"), dt.date(2024, 7, 1)).kind.value
    'External/Other forces'
    """
    day = when.start if isinstance(when, When) else when
    named = at_work(actor, country, day, policing=policing)
    return named if named.mentions == actor.mentions else evolve(named, mentions=actor.mentions)


def at_work(actor: Actor, country: Country | None, day: dt.date | None, *, policing: bool) -> Actor:
    """As ``localise``, for a caller that gives the actor its mentions itself: these may have none."""
    if day is not None:
        actor = in_its_day(actor, day)
    key = side_id(actor)
    if key is None and actor.id is None and actor.country is None:
        key = id_of_name(actor.name)
    if key is None:
        return actor if country is None else branch(actor, country).acting_in(country)
    home = actor.country
    if home is None and country is not None:
        home = home_of(key, country)
    if key == "security" and home is not None:
        key = "police" if policing else "military"
    if home is None:
        return actor
    if day is None:
        day = _kept_day(actor)
    unit = unit_of(actor)
    if unit is None and not is_open(actor) and key not in _STATE and actor.country is not None:
        return actor.acting_in(country)
    named = side(key, home, day, unit)
    own_id = None if actor.id is None or actor.id.startswith(("open.", "state.")) else actor.id
    if actor.aliases or own_id is not None:
        named = evolve(named, aliases=actor.aliases, id=named.id if own_id is None else own_id)
    return named.acting_in(country)


def _kept_day(actor: Actor) -> dt.date | None:
    """A day of the regime that the actor is already named for."""
    return None if actor.active_from is None else dt.date(actor.active_from, 12, 31)


@frozen(slots=True)
class Cast:
    """The named actors of an article, by what a role can stand for: a group, or one organ of a state."""

    ends: Mapping[str, Sequence[int]]
    mentions: Mapping[str, Sequence[ActorMention]]
    only: Mapping[str, ActorMention]
    """Of the kinds that have just one actor in the article: its first mention."""
    sentences: Sequence[int]
    """Where each sentence starts."""

    @classmethod
    def of(cls, mentions: Iterable[ActorMention], document: Document) -> Cast:
        """Sort the mentions of an article, which come in the order of the text.

        >>> from conflict_events.mentions.actors import find
        >>> from conflict_events.text.sentences import read
        >>> document = read("Hamas and Kenyan soldiers came.")
        >>> {key: mention.actor.name for key, mention in Cast.of(find(document), document).only.items()}
        {'group': 'Hamas Movement', 'military': 'Military Forces of Kenya'}
        """
        sorted_out: dict[str, list[ActorMention]] = {}
        for mention in mentions:
            for key in _parts(mention):
                sorted_out.setdefault(key, []).append(mention)
        ends = {key: [mention.end for mention in found] for key, found in sorted_out.items()}
        names = {key: {m.actor.name for m in found if m.actor} for key, found in sorted_out.items()}
        only = {key: found[0] for key, found in sorted_out.items() if len(names[key]) == 1 and key != _NAMELESS}
        return cls(ends, sorted_out, only, [sentence.start for sentence in document.sentences])

    def near(self, key: str, start: int, country: Country | None = None) -> list[ActorMention]:
        """Mentions of this kind in the nearest sentence that names any before an offset, the last first.

        Args:
            key: the kind.
            start: the offset.
            country: where the actors must be at home; None for anywhere.
        """
        found: list[ActorMention] = []
        here = bisect_right(self.sentences, start)
        nearest = 0
        at = bisect_right(self.ends.get(key, ()), start) - 1
        for index in range(at, max(-1, at - _FAR), -1):
            mention = self.mentions[key][index]
            if mention.actor is None or (country is not None and not at_home(mention.actor, country)):
                continue
            sentence = bisect_right(self.sentences, mention.start)
            if here - sentence > _WINDOW or (found and sentence != nearest):
                break
            nearest = sentence
            found.append(mention)
        return found


_NAMELESS = "nameless"
"""Gunmen without a name, to whom "the attackers" point back."""


def _parts(mention: ActorMention) -> tuple[str, ...]:
    """For which kinds of role a mention may stand; a bare country is too unsure for any."""
    actor = mention.actor
    if actor is None or mention.rule.startswith("actor.metonym"):
        return ()
    key = side_id(actor)
    if mention.rule == _GUNMEN and not mention.definite:
        return (_NAMELESS,)
    found = ("group",) if _is_group(actor) else ()
    return (key, *found) if key in _STATE and actor.country is not None else found


def _part(actor: Actor) -> str:
    """The kind of actor that an open role can stand for; empty for people and crowds."""
    key = side_id(actor) or ""
    if key in _STATE:
        return key
    return "group" if key in ("unidentified", "gang", "communal") else ""


def antecedents(mention: ActorMention, cast: Cast) -> tuple[ActorMention, ...]:
    """The sides named before that a definite phrase may point back to: "the group", "the army", "its fighters".

    Args:
        mention: the phrase.
        cast: the article's named actors.

    Returns:
        One mention each, the nearest first, of the nearest sentence that names any that fit; else the only one that
        the article names at all, if it does so before. Gunmen without a name are one of those that "the attackers" may be.
    """
    actor = mention.actor
    if actor is None or not mention.definite:
        return ()
    key = _part(actor)
    if not is_open(actor) and key != "group":
        return ()
    found = cast.near(key, mention.start, actor.country)
    nameless = cast.near(_NAMELESS, mention.start) if mention.rule == _GUNMEN else []
    if nameless and (not found or nameless[0].start > found[0].start):
        return ()
    if not found and actor.country is None and key in cast.only and cast.only[key].end <= mention.start:
        found = [cast.only[key]]
    names = {one.actor.name: one for one in reversed(found) if one.actor is not None}
    return tuple(reversed(names.values()))


def referent(mention: ActorMention, cast: Cast) -> Referent | None:
    """The named actor that an open role stands for, and why.

    A definite phrase points back to the one actor that fits, of the nearest sentence that names any. "Guerrillas" or
    "soldiers" without "the" stand for the one group or the one army that the article names, if it names exactly one;
    police and gunmen never do.

    Args:
        mention: the role.
        cast: the article's named actors.

    Returns:
        None where the phrase stands for itself; without an actor where it may be several.
    """
    actor = mention.actor
    if actor is None:
        return None
    told = antecedents(mention, cast)
    if len(told) > 1:
        return Referent(None, f"{mention.text!r} may be {' or '.join(repr(one.text) for one in told[:_SHOWN])}")
    if told:
        return Referent(told[0], f"{mention.text!r} points back to {told[0].text!r}")
    only = cast.only.get(_part(actor)) if is_open(actor) and mention.plural and mention.rule in _ALONE else None
    if only is None:
        return None
    return Referent(only, f"{only.text!r} is the only one the article names that {mention.text!r} can be")


@frozen(slots=True)
class Referent:
    """Whom a role stands for: the mention that names it, or None where it may be several; and why."""

    mention: ActorMention | None
    reason: str


_WINDOW = 3
"""Sentences before a definite phrase within which whom it points back to is named, unless nobody else is."""

_SHOWN = 4
"""Sides that a reason names."""

_GUNMEN = "actor.role.gunmen"

_FAR = 20
"""How many named actors back a phrase with a nationality may point."""

_ALONE = frozenset(("actor.role.militants", "actor.role.army", "actor.role.soldiers", "actor.unit"))
"""Rules of roles that stand for the one named actor of their kind even without "the"."""


def _is_group(actor: Actor) -> bool:
    """Whether it is a group with a name of its own, not a role and not a plain army or police."""
    if actor.id is not None and actor.id.startswith(("open.", "state.")):
        return False
    return actor.kind in GROUPS or was_group(actor)


def sides(
    actor: Actor, crowd: ActorKind | None = None, country: Country | None = None
) -> tuple[Actor, tuple[Actor, ...]]:
    """The main actor and those beside it: "Students (Chile)" march as Protesters (Chile), are shot as Civilians (Chile).

    Args:
        actor: after ``localise``.
        crowd: ``PROTESTERS`` or ``RIOTERS`` where the actor is a crowd in this event.
        country: of the event, for actors that have none of their own.

    >>> from conflict_events.model.country import Country
    >>> main, beside = sides(side("students", Country.of("CHL")), ActorKind.PROTESTERS)
    >>> main.name, beside[0].name
    ('Protesters (Chile)', 'Students (Chile)')
    """
    key = side_id(actor)
    if crowd is ActorKind.PROTESTERS:
        main_key = "protesters"
    elif crowd is ActorKind.RIOTERS:
        main_key = "rioters"
    elif actor.kind is ActorKind.CIVILIANS:
        main_key = "civilians"
    else:
        return actor, ()
    if key == main_key:
        return actor, ()
    home = (
        country
        if actor.country is None or (crowd is not None and key is None and country is not None)
        else actor.country
    )
    main = evolve(side(main_key, home), mentions=actor.mentions)
    plain = key in ("civilians", "protesters", "rioters")
    return main, () if plain else (actor,)
