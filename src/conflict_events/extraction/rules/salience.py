"""Which event mention is the article's main act: by place in the text, standing, how plainly it is told, and the codebook."""

from __future__ import annotations

from attrs import evolve

from conflict_events.extraction.event_mention import EventMention
from conflict_events.extraction.rules.grouping import Act
from conflict_events.model.standing import Standing
from conflict_events.model.taxonomy import SubEventType as Kind

__all__ = ["prominence", "weigh"]

_PER_SENTENCE = 1.2
"""What each sentence further down costs, up to the fifth."""
_PER_ACT = 0.5
"""What each act further behind in one sentence loses."""
_LESSER = 3
"""What a lesser telling of the same act loses."""
_ESCALATES = (
    ({Kind.PEACEFUL_PROTEST}, {Kind.VIOLENT_DEMONSTRATION, Kind.EXCESSIVE_FORCE, Kind.PROTEST_WITH_INTERVENTION}),
    ({Kind.PROTEST_WITH_INTERVENTION, Kind.ARRESTS}, {Kind.VIOLENT_DEMONSTRATION}),
    ({Kind.REMOTE_EXPLOSIVE, Kind.ATTACK}, {Kind.SUICIDE_BOMB}),
    ({Kind.SHELLING, Kind.AIR_DRONE_STRIKE, Kind.ATTACK}, {Kind.CHEMICAL_WEAPON}),
)
"""A protest that turns violent is one riot: where the greater stands beside the lesser, it is what the text is about."""


def prominence(kind: Kind, rule: str, act: Act, sentence: int, *, past: bool) -> float:
    """The salience of an act before its neighbours are looked at.

    Args:
        kind: what happened, after the tie-breaks.
        rule: the tie-break that decided.
        act: its predicates.
        sentence: index of its sentence.
        past: it is told as history.
    """
    main = act.main
    strength = main.found.entry.strength
    if rule != "by_default":
        strength = max(strength, 2)  # a tie-break decided: more is known than the word
    score = 2.0 * strength - _PER_SENTENCE * min(sentence, 4) + 0.3 * (len(act.predicates) - 1)
    return score - 4 * past - 3 * bool(main.passing) - kind.rank / 50


def weigh(event_mentions: list[EventMention]) -> tuple[EventMention, ...]:
    """The event mentions with their salience, less what greater or earlier tellings beside them take."""
    live: dict[int, set[Kind]] = {}
    for event_mention in event_mentions:
        if event_mention.standing is Standing.NEWS and not event_mention.passing:
            live.setdefault(event_mention.sentence, set()).add(event_mention.sub_event_type)
    weighed = []
    seen: dict[int, int] = {}
    for event_mention in event_mentions:
        order = seen[event_mention.sentence] = seen.get(event_mention.sentence, -1) + 1
        beside = {
            kind
            for index in range(event_mention.sentence - 1, event_mention.sentence + 2)
            for kind in live.get(index, ())
        }
        lesser = sum(
            event_mention.sub_event_type in less and not beside.isdisjoint(greater) for less, greater in _ESCALATES
        )
        loss = _LESSER * lesser + _PER_ACT * min(order, 4)
        weighed.append(evolve(event_mention, salience=event_mention.salience - loss) if loss else event_mention)
    return tuple(weighed)
