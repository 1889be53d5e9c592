"""Which sides: agent and patient of the act, put into the columns as the codebook wants them for its type."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from conflict_events.events.draft import Settled
from conflict_events.events.participants import Cast, at_work, referent, sides
from conflict_events.extraction.event_mention import EventMention
from conflict_events.lexicon.sides import local_militia, side, side_id
from conflict_events.model.actor import Actor
from conflict_events.model.casualty import CasualtyReport, Outcome, VictimRole
from conflict_events.model.country import Country
from conflict_events.model.evidence import Basis, Status
from conflict_events.model.kind import ActorKind
from conflict_events.model.mention import ActorMention
from conflict_events.model.quick import frozen
from conflict_events.model.taxonomy import EventType, SubEventType
from conflict_events.model.trusted import evolve

__all__ = ["settle_sides"]

PRONOUN = "actor.pronoun"
"""Rule of mentions that stand for another."""

CROWD = {
    EventType.PROTESTS: (ActorKind.PROTESTERS, "protesters"),
    EventType.RIOTS: (ActorKind.RIOTERS, "rioters"),
}
"""Who acts first in these types, whatever else they are (codebook, actors)."""

POLICING = frozenset(
    {
        SubEventType.ARRESTS, SubEventType.EXCESSIVE_FORCE, SubEventType.PEACEFUL_PROTEST,
        SubEventType.PROTEST_WITH_INTERVENTION, SubEventType.VIOLENT_DEMONSTRATION, SubEventType.MOB_VIOLENCE,
    }
)  # fmt: skip
"""Acts in which "security forces" are police."""

FORCED = frozenset({SubEventType.EXCESSIVE_FORCE, SubEventType.PROTEST_WITH_INTERVENTION})
"""Protests that somebody met with force: their second side is never blank (codebook, protests)."""

NEEDS_ATTACKER = frozenset({EventType.BATTLES, EventType.EXPLOSIONS, EventType.VIOLENCE_AGAINST_CIVILIANS})
"""Types in which someone did it, known or not."""

BY_THE_ARMED = frozenset({EventType.BATTLES, EventType.VIOLENCE_AGAINST_CIVILIANS})
"""Types in which unarmed people cannot act: who does is a rioter (codebook, actors)."""

FINDS = frozenset({"disrupted.seize", "disrupted.safe"})
"""Triggers of arms found, seized or made safe, which police do unless somebody else is named."""

NEVER_CIVILIANS = BY_THE_ARMED | {EventType.EXPLOSIONS}
"""Types in which whoever does it is armed: people of whom no more is said are an unidentified armed group."""

ANYBODY = frozenset({"actor.role.anybody", "actor.nation.anybody"})
"""Rules of words that say nothing of who it is ("three men")."""

SUSPECTS = frozenset({"gang", "unidentified"})
"""Whom a mob beats as a thief or a kidnapper is a civilian (codebook, mob violence)."""

ORGANS = frozenset({"military", "police", "security", "government"})
"""Organs of one state, which are one side."""

METONYMS = frozenset({"actor.metonym.country", "actor.metonym.capital"})
"""A country that signs is its government; one that strikes is its army."""

COMMUNAL = frozenset({"communal", "tribal", "clan", "ethnic"})
"""Open sides that fight their like: communal violence has the same side twice (codebook, actors)."""

_NO_SIDE = Basis(Status.ABSENT, reason="the words name no such side")

CIVIL_ROLES = frozenset(
    {
        VictimRole.CIVILIAN, VictimRole.CHILD, VictimRole.WOMAN, VictimRole.MEDIC,
        VictimRole.JOURNALIST, VictimRole.AID_WORKER,
    }
)  # fmt: skip


@frozen(slots=True)
class Setting:
    """What names an open side: country and day of the event, and who else the article tells of."""

    country: Country | None
    day: dt.date | None
    policing: bool
    cast: Cast
    signing: bool = False

    def open(self, side_id: str) -> Actor:
        """An open side of that country, e.g. ``Protesters (X)``; the bare words where it is not known."""
        return side(side_id, self.country, self.day)

    def placed(self, mention: ActorMention | None, against: Actor | None = None) -> tuple[Actor | None, Basis]:
        """The actor of a mention as it counts in the country of the event, and how it is known.

        Whom it stands for is not the side ``against``: soldiers killed in an attack of another army are not its own.
        """
        if mention is None or mention.actor is None:
            return None, _known(mention)
        if mention.refers_to is not None:
            return self._stood_for(mention, mention.refers_to)
        found = referent(mention, self.cast)
        if found is not None and _same_side(found.mention, against):
            found = None
        meant = None if found is None else found.mention
        actor = mention.actor if meant is None or meant.actor is None else meant.actor
        phrases = tuple(dict.fromkeys((*actor.mentions, mention.text)))
        if self.signing and mention.rule in METONYMS and actor.country is not None:
            actor = evolve(side("government", actor.country, self.day), mentions=actor.mentions)
        actor = at_work(actor, self.country, self.day, policing=self.policing)
        basis = _known(mention) if found is None else _inferred(found.reason, meant, mention)
        return actor if actor.mentions == phrases else evolve(actor, mentions=phrases), basis

    def _stood_for(self, mention: ActorMention, named: ActorMention) -> tuple[Actor | None, Basis]:
        """The actor of a pronoun, or of what "its" owns: both phrases show it."""
        if mention.rule == PRONOUN:
            actor, basis = self.placed(named)
        else:
            actor, basis = self.placed(evolve(mention, refers_to=None, reason=""))
        if actor is None:
            return None, basis
        reason = "; ".join(part for part in (mention.reason, basis.reason) if part)
        evidence = dict.fromkeys((*basis.evidence, named.evidence, mention.evidence))
        phrases = dict.fromkeys((*actor.mentions, mention.text))
        ordered = sorted(evidence, key=lambda one: one.start)
        return evolve(actor, mentions=tuple(phrases)), Basis(Status.INFERRED, reason=reason, evidence=tuple(ordered))

    def others(self, mentions: Sequence[ActorMention]) -> tuple[Actor, ...]:
        """The actors of further mentions, each once."""
        actors = [self.placed(mention)[0] for mention in mentions]
        return tuple(dict.fromkeys(actor for actor in actors if actor is not None))


def _same_side(mention: ActorMention | None, against: Actor | None) -> bool:
    """Whether a mention names the side across."""
    if against is None or mention is None or mention.actor is None:
        return False
    one, other = mention.actor, against
    if one.id is not None and one.id == other.id:
        return True
    return (
        one.country is not None and one.country == other.country and side_id(one) in ORGANS and side_id(other) in ORGANS
    )


def _known(mention: ActorMention | None, reason: str = "") -> Basis:
    evidence = () if mention is None else (mention.evidence,)
    return Basis(Status.KNOWN, reason=reason, evidence=evidence)


def _inferred(reason: str, *mentions: ActorMention | None) -> Basis:
    evidence = tuple(mention.evidence for mention in mentions if mention is not None)
    return Basis(Status.INFERRED, reason=reason, evidence=evidence)


def _civil_claim(claims: tuple[CasualtyReport, ...]) -> CasualtyReport | None:
    """The first claim that says that civilians were killed or hurt."""
    for claim in claims:
        if claim.role in CIVIL_ROLES and claim.outcome in (Outcome.KILLED, Outcome.INJURED):
            return claim
    return None


def settle_sides(
    event_mention: EventMention,
    claims: tuple[CasualtyReport, ...],
    country: Country | None,
    day: dt.date | None,
    cast: Cast,
    division: str | None = None,
) -> dict[str, Settled]:
    """Both sides of an act, and how they are known: fields of an event, those beside the main pair only if any are.

    Args:
        event_mention: the act.
        claims: its claims, which may say that civilians were hurt.
        country: where it happened, or the best guess at it; open roles ("the police") get their country from it.
        day: when it happened, or when it was published; decides between regimes.
        cast: the article's named actors, which definite phrases point back to.
        division: first-order division of the place, by which some militias are named.
    """
    event_mention = _not_its_victims(event_mention)
    kind = event_mention.sub_event_type
    setting = Setting(country, day, kind in POLICING, cast, signing=kind is SubEventType.AGREEMENT)
    agent, first, first_basis = _acting(event_mention, setting)
    second, second_basis, more2 = _acted_on(event_mention, claims, setting, first)
    more1 = setting.others(event_mention.more_agents)
    if kind.event_type in CROWD:
        first, first_basis, more1 = _crowd(kind.event_type, first, first_basis, more1, setting)
    if first is not None and agent is not None:
        first = _named_here(first, kind, agent.text, division, country)
    if kind is SubEventType.ARRESTS and first is None:
        first = setting.open("police")
        first_basis = _inferred("people were arrested, and nobody is named who did it")
    if kind is SubEventType.DISRUPTED_WEAPONS_USE and first is None and event_mention.trigger.entry in FINDS:
        first = setting.open("police")
        first_basis = _inferred("arms were found or seized, and nobody is named who did it")
    if kind is SubEventType.LOOTING and second is None and first is not None:
        second = setting.open("civilians")
        second_basis = _inferred("property was taken or destroyed, and nobody is named whose it was")
    if kind.event_type is EventType.BATTLES and second is None and first is not None:
        second, second_basis = _enemy(first, setting)
    if first is None and kind.event_type in NEEDS_ATTACKER:
        first = setting.open("unidentified")
        first_basis = _inferred(f"somebody did it, and {_who_is_left_open(event_mention)}", event_mention.unclear)

    if kind.event_type not in CROWD:
        crowd = ActorKind.RIOTERS if kind.event_type in BY_THE_ARMED else None
        first, more1 = _grouped(first, more1, crowd, country)
    second, more2 = _grouped(second, more2, None, country)
    more1, more2 = _besides(first, more1), _besides(second, more2)
    settled: dict[str, Settled] = {
        "actor1": (first, _nobody(event_mention) if first is None else _shown(first_basis, event_mention)),
        "actor2": (second, _NO_SIDE if second is None else _shown(second_basis, event_mention)),
    }
    if more1:
        words = tuple(mention.evidence for mention in (agent, *event_mention.more_agents) if mention is not None)
        settled["assoc_actor_1"] = more1, Basis(Status.KNOWN, "named with the first side", words)
    if more2:
        words = tuple(
            mention.evidence for mention in (event_mention.patient, *event_mention.more_patients) if mention is not None
        )
        settled["assoc_actor_2"] = more2, Basis(Status.KNOWN, "named with the second side", words)
    return settled


def _acting(event_mention: EventMention, setting: Setting) -> tuple[ActorMention | None, Actor | None, Basis]:
    """Who acts: the agent, or who answers for the act; with the actor and how it is known."""
    answer = event_mention.answer if event_mention.agent is None else None
    agent = event_mention.agent if answer is None else answer.side
    first, basis = setting.placed(agent)
    if answer is not None:
        why = "claims the act" if answer.claims else "is blamed for the act"
        said = (answer.side.evidence, answer.words)
        basis = Basis(Status.INFERRED, f"{answer.side.text!r} {why}", said)
    armed = event_mention.sub_event_type.event_type in NEVER_CIVILIANS
    if armed and first is not None and agent is not None and _is_anybody(first, agent):
        first = evolve(setting.open("unidentified"), mentions=first.mentions)  # neither a crowd nor civilians
    return agent, first, basis


def _acted_on(
    event_mention: EventMention, claims: tuple[CasualtyReport, ...], setting: Setting, first: Actor | None
) -> tuple[Actor | None, Basis, tuple[Actor, ...]]:
    """The second side with how it is known and who stands beside it, as the codebook wants it for this type."""
    kind = event_mention.sub_event_type
    second, basis = setting.placed(event_mention.patient, first)
    more = setting.others(event_mention.more_patients)
    if kind.event_type is EventType.VIOLENCE_AGAINST_CIVILIANS:
        return _civilians(second, basis, more, setting)
    if kind is SubEventType.MOB_VIOLENCE and second is not None and side_id(second) in SUSPECTS:
        second = evolve(setting.open("civilians"), mentions=second.mentions)
    elif kind in FORCED and second is None:
        second = setting.open("police")
        basis = _inferred("force was used on protesters, and nobody is named who used it")
    elif kind.event_type is EventType.EXPLOSIONS and second is None:
        hurt = _civil_claim(claims)
        if hurt is not None:
            second = setting.open("civilians")
            basis = Basis(Status.INFERRED, reason=f"civilians were hurt: {hurt.victim!r}", evidence=hurt.evidence)
    return second, basis, more


def _not_its_victims(event_mention: EventMention) -> EventMention:
    """An explosion without the unarmed people that seem to have done it: it happened to them."""
    agent = event_mention.agent
    if event_mention.sub_event_type.event_type is not EventType.EXPLOSIONS or agent is None or agent.actor is None:
        return event_mention
    if agent.actor.kind is not ActorKind.CIVILIANS or _is_anybody(agent.actor, agent):
        return event_mention
    return evolve(event_mention, agent=None, patient=event_mention.patient or agent)


def _is_anybody(first: Actor, agent: ActorMention) -> bool:
    """Whether one person without a name or a group acts ("a woman"), or people of whom no more is said ("five men")."""
    named = agent if agent.refers_to is None else agent.refers_to
    no_more = not agent.plural or named.rule in ANYBODY
    return no_more and first.kind is ActorKind.CIVILIANS and side_id(first) is not None


def _who_is_left_open(event_mention: EventMention) -> str:
    """Why nobody is the first side: no word names it, or a pronoun does that may be several or nobody."""
    return "the words do not say who" if event_mention.unclear is None else event_mention.unclear.reason


def _nobody(event_mention: EventMention) -> Basis:
    """The basis of a first side that is absent."""
    if event_mention.unclear is None:
        return _NO_SIDE
    return Basis(Status.ABSENT, reason=event_mention.unclear.reason, evidence=(event_mention.unclear.evidence,))


def _named_here(first: Actor, kind: SubEventType, words: str, division: str | None, country: Country | None) -> Actor:
    """A first side as it is named in this kind of act and this division."""
    if kind.event_type is EventType.STRATEGIC_DEVELOPMENTS:
        if side_id(first) in _RULING:
            return evolve(first, kind=ActorKind.STATE_FORCES)  # a government decrees, though its officials are unarmed
        if side_id(first) == "settlers":
            return evolve(first, kind=ActorKind.POLITICAL_MILITIA)
    return first if division is None else local_militia(first, words, division, country)


_RULING = frozenset({"government", "officials"})


def _shown(basis: Basis, event_mention: EventMention) -> Basis:
    """A side that follows from the kind of act rests on the words that tell the act."""
    return basis if basis.evidence else evolve(basis, evidence=(event_mention.trigger.evidence,))


def _enemy(first: Actor, setting: Setting) -> tuple[Actor, Basis]:
    """The other side of a battle where only one is named: the like of communal fighters, else nobody knows who."""
    if side_id(first) in COMMUNAL or (
        side_id(first) == "gang" and any(said.endswith("gangs") for said in first.mentions)
    ):
        return first, _inferred("a battle has two sides, and the other is of the same kind")
    return setting.open("unidentified"), _inferred("a battle has two sides, and the other is not named")


def _grouped(
    actor: Actor | None, more: tuple[Actor, ...], crowd: ActorKind | None, country: Country | None
) -> tuple[Actor | None, tuple[Actor, ...]]:
    """A social group stands beside its main side: Civilians, or Rioters where only an armed side could act."""
    if actor is None or actor.kind is not ActorKind.CIVILIANS:
        return actor, more
    main, beside = sides(actor, crowd, country)
    return main, (*beside, *more)


def _besides(main: Actor | None, more: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Those beside the main actor, each name once."""
    if not more:
        return ()
    named = {actor.name: actor for actor in reversed(more) if main is None or actor.name != main.name}
    return tuple(reversed(named.values()))


def _crowd(
    event_type: EventType, first: Actor | None, basis: Basis, more: tuple[Actor, ...], setting: Setting
) -> tuple[Actor, Basis, tuple[Actor, ...]]:
    """The crowd as first side; who they are (students, a party) goes with it."""
    kind, word = CROWD[event_type]
    if first is None:
        return setting.open(word), _inferred(f"{event_type.value.lower()} are acts of a crowd"), more
    if side_id(first) == word:
        return evolve(first, kind=kind), basis, more
    crowd, beside = sides(first, kind, setting.country)
    return crowd, basis, (*beside, *more)


def _civilians(
    second: Actor | None, basis: Basis, more: tuple[Actor, ...], setting: Setting
) -> tuple[Actor, Basis, tuple[Actor, ...]]:
    """Civilians as second side, always (codebook); who they are (journalists, a clan) goes with it."""
    if second is None:
        reason = "violence against civilians has civilians as its second side"
        return setting.open("civilians"), _inferred(reason), more
    main, beside = sides(second, country=setting.country)
    if main.kind is not ActorKind.CIVILIANS:
        main, beside = evolve(setting.open("civilians"), mentions=second.mentions), (second,)
    return main, basis, (*beside, *more)
