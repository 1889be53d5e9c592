"""Words of an article that name a date, a place, an actor, a casualty figure or an act; nothing decided yet."""

from __future__ import annotations

from attrs import field, frozen

from conflict_events.model.actor import Actor
from conflict_events.model.casualty import CasualtyReport
from conflict_events.model.evidence import Evidence
from conflict_events.model.many import many
from conflict_events.model.place import Place
from conflict_events.model.taxonomy import SubEventType
from conflict_events.model.when import When

__all__ = ["ActorMention", "CasualtyMention", "DateMention", "Mention", "PlaceMention", "TriggerMention"]


@frozen(slots=True)
class Mention:
    """A span of the article: ``article.text[start:end] == text``, half-open, in code points.

    >>> Mention(0, 5, "Haifa", "place.name").evidence.quote
    'Haifa'
    """

    start: int
    end: int
    text: str
    rule: str
    """Dotted name of the rule that read it."""

    @property
    def evidence(self) -> Evidence:
        """The span as evidence."""
        return Evidence(self.start, self.end, self.text, self.rule)


@frozen(slots=True)
class DateMention(Mention):
    """Words that name a time."""

    when: When | None = None
    """The days meant; None where the words need a publication date that is not there."""
    reason: str = ""
    """Why ``when`` is None, or what was assumed."""

    @property
    def timex(self) -> str | None:
        """TIMEX3 value."""
        return None if self.when is None else self.when.timex


@frozen(slots=True)
class PlaceMention(Mention):
    """Words that name a place."""

    place: Place | None = None
    """The best reading; None where the name cannot be settled."""
    candidates: tuple[tuple[Place, float], ...] = field(default=(), converter=many)
    """Readings with scores, best first."""
    metonym: bool = False
    """True where the name stands for a government or people ("Moscow said"), so for no place of an event."""
    reason: str = ""


@frozen(slots=True)
class ActorMention(Mention):
    """Words that name a side."""

    actor: Actor | None = None
    plural: bool = True
    definite: bool = False
    """"The group", "the army": points back to one named before."""
    refers_to: ActorMention | None = None
    """Whom a pronoun stands for, or who owns the side ("its troops")."""
    reason: str = ""
    """Why ``actor`` is None, or what was assumed."""
    may_be: tuple[str, ...] = field(default=(), converter=many)
    """Names of the sides that a pronoun may stand for, where it is several."""


@frozen(slots=True)
class CasualtyMention(Mention):
    """Words that claim how many were hurt."""

    claim: CasualtyReport | None = None
    historic: bool = False
    """True where the words tell of another, earlier event."""
    part_of: tuple[int, int] | None = None
    """``start, end`` of the claim of the same outcome that contains this one ("including two children")."""


@frozen(slots=True)
class TriggerMention(Mention):
    """Words that tell an act."""

    sub_event_type: SubEventType | None = None
    entry: str = ""
    """Id of the lexicon entry."""
    noun: bool = False
    """True for a noun ("the killing of ..."), False for a verb form ("killed")."""
