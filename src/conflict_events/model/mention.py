"""Words of an article that name a date, a place, an actor, a casualty figure or an act; nothing decided yet."""

from __future__ import annotations

from typing import Any

from attrs import Attribute, field, frozen

from conflict_events.model.actor import Actor
from conflict_events.model.casualty import CasualtyReport
from conflict_events.model.check import a, a_or_none, each, many, whole, within
from conflict_events.model.evidence import Evidence
from conflict_events.model.place import Place
from conflict_events.model.taxonomy import SubEventType
from conflict_events.model.trusted import maker
from conflict_events.model.when import When, a_when, when_of

__all__ = ["ActorMention", "CasualtyMention", "DateMention", "Mention", "PlaceMention", "TriggerMention"]

_evidence = maker(Evidence)


@frozen(slots=True)
class Mention:
    """A span of the article: ``article.text[start:end] == text``, half-open, in code points.

    >>> Mention(0, 5, "Haifa", "place.name").evidence.quote
    'Haifa'
    """

    start: int = field(converter=whole, validator=within(0))
    end: int = field(converter=whole, validator=within(0))
    text: str = field(validator=a(str))
    rule: str = field(validator=a(str))
    """Dotted name of the rule that read it."""

    @property
    def evidence(self) -> Evidence:
        """The span as evidence."""
        return _evidence(self.start, self.end, self.text, self.rule)


@frozen(slots=True)
class DateMention(Mention):
    """Words that name a time."""

    when: When | None = field(default=None, converter=when_of, validator=a_when)
    """The days meant; None where the words need a publication date that is not there."""
    reason: str = field(default="", validator=a(str))
    """Why ``when`` is None, or what was assumed."""

    @property
    def timex(self) -> str | None:
        """TIMEX3 value."""
        return None if self.when is None else self.when.timex


@frozen(slots=True)
class PlaceMention(Mention):
    """Words that name a place."""

    place: Place | None = field(default=None, validator=a_or_none(Place))
    """The best reading; None where the name cannot be settled."""
    candidates: tuple[tuple[Place, float], ...] = field(default=(), converter=many, validator=each(tuple))
    """Readings with scores, best first."""
    metonym: bool = field(default=False, validator=a(bool))
    """True where the name stands for a government or people ("Moscow said"), so for no place of an event."""
    reason: str = field(default="", validator=a(str))


def _a_mention_or_none(instance: object, attribute: Attribute[Any], value: object) -> None:
    a_or_none(ActorMention)(instance, attribute, value)


@frozen(slots=True)
class ActorMention(Mention):
    """Words that name a side."""

    actor: Actor | None = field(default=None, validator=a_or_none(Actor))
    plural: bool = field(default=True, validator=a(bool))
    definite: bool = field(default=False, validator=a(bool))
    """"The group", "the army": points back to one named before."""
    refers_to: ActorMention | None = field(default=None, validator=_a_mention_or_none)
    """Whom a pronoun stands for, or who owns the side ("its troops")."""
    reason: str = field(default="", validator=a(str))
    """Why ``actor`` is None, or what was assumed."""
    may_be: tuple[str, ...] = field(default=(), converter=many, validator=each(str))
    """Names of the sides that a pronoun may stand for, where it is several."""


@frozen(slots=True)
class CasualtyMention(Mention):
    """Words that claim how many were hurt."""

    claim: CasualtyReport | None = field(default=None, validator=a_or_none(CasualtyReport))
    historic: bool = field(default=False, validator=a(bool))
    """True where the words tell of another, earlier event."""
    part_of: tuple[int, int] | None = field(default=None, validator=a_or_none(tuple))
    """``start, end`` of the claim of the same outcome that contains this one ("including two children")."""


@frozen(slots=True)
class TriggerMention(Mention):
    """Words that tell an act."""

    sub_event_type: SubEventType | None = field(default=None, validator=a_or_none(SubEventType))
    entry: str = field(default="", validator=a(str))
    """Id of the lexicon entry."""
    noun: bool = field(default=False, validator=a(bool))
    """True for a noun ("the killing of ..."), False for a verb form ("killed")."""
