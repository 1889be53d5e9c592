"""A side carried through the story: gunmen without a name are the one armed group that acts or claims elsewhere in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from conflict_events.discourse.stories import stories_of
from conflict_events.events.actor_columns import NEEDS_ATTACKER
from conflict_events.events.compatibility import days_agree
from conflict_events.events.draft import Draft
from conflict_events.events.participants import Cast, at_work
from conflict_events.lexicon.load import section
from conflict_events.lexicon.sides import at_home, side_id
from conflict_events.model.actor import Actor
from conflict_events.model.evidence import Basis, Evidence, Status
from conflict_events.model.kind import GROUPS, ActorKind
from conflict_events.model.mention import ActorMention
from conflict_events.model.taxonomy import EventType
from conflict_events.text.sentences import Document

__all__ = ["carry_sides"]

NEAR = 7
"""Tokens from "no" on within which the claim stands that nobody made."""
DENIES = 3
"""Tokens behind a group within which the word stands by which it denies an act."""
_NAMELESS = frozenset({"unidentified", "gang"})
_ACROSS = {"actor1": ("actor2", "assoc_actor_2"), "actor2": ("actor1", "assoc_actor_1")}
"""Each side -> the fields of those across."""
ASKED = 60
"""Acts of a story among which the group must do one, so that work stays linear in the length of the text."""


def carry_sides(drafts: Sequence[Draft], cast: Cast, document: Document) -> list[Draft]:
    """The drafts, each side without a name filled by the one armed group of its story, by inference.

    Args:
        drafts: the acts of an article, each once.
        cast: its named actors.
        document: the text.

    Returns:
        The drafts in their order. A side is carried only where the story names one armed group, at home in the country
        of the act, that does not stand across, and that does or claims another act of the story, on no other day;
        never where new gunmen are brought in behind it, or the words say that nobody claimed it, or that the group
        denies it.
    """
    groups = cast.mentions.get("group", ())
    if not groups:
        return list(drafts)
    open_sides = [_open_side(draft) for draft in drafts]
    if not any(open_sides):
        return list(drafts)
    stories = stories_of(document)
    named = _by_story(groups, cast, stories)
    told: dict[int, list[Draft]] = {}
    for draft in drafts:
        told.setdefault(stories[draft.event_mention.sentence], []).append(draft)
    denied = {
        story: _denied(document, meant, stories, story) for story, meant in named.items() if len(_names(meant)) == 1
    }
    carried = []
    for draft, name in zip(drafts, open_sides, strict=True):
        story = stories[draft.event_mention.sentence]
        alone = name is not None and not denied.get(story, True)
        carried.append(_carried(draft, name, named[story], told[story][:ASKED]) if alone and name else draft)
    return carried


def _open_side(draft: Draft) -> str | None:
    """Which side of an act of violence has no name: who did it, or whom a state's forces fought; None for neither."""
    if draft.sub_event_type.event_type not in NEEDS_ATTACKER:
        return None
    if _nameless(draft.actor1):
        return "actor1"
    forces = draft.actor1 is not None and draft.actor1.kind in (ActorKind.STATE_FORCES, ActorKind.EXTERNAL_OTHER)
    battle = draft.sub_event_type.event_type is EventType.BATTLES
    return "actor2" if battle and forces and _nameless(draft.actor2) else None


def _nameless(actor: Actor | None) -> bool:
    return actor is not None and side_id(actor) in _NAMELESS


def _by_story(groups: Sequence[ActorMention], cast: Cast, stories: Sequence[int]) -> dict[int, list[ActorMention]]:
    """The mentions of named groups, by the story in which they stand."""
    found: dict[int, list[ActorMention]] = {}
    for group in groups:
        found.setdefault(stories[bisect_right(cast.sentences, group.start) - 1], []).append(group)
    return found


def _names(groups: Sequence[ActorMention]) -> set[str]:
    return {group.actor.name for group in groups if group.actor is not None}


def _carried(draft: Draft, name: str, groups: Sequence[ActorMention], drafts: Sequence[Draft]) -> Draft:
    """The draft with the one group of its story on its open side, where that is sure enough."""
    meant = next(group for group in groups if group.actor is not None)
    country = None if draft.where is None else draft.where.country
    if meant.actor is None or (country is not None and not at_home(meant.actor, country)):
        return draft
    if any(told.unclear is not None for told in draft.event_mentions):
        return draft  # a pronoun that may stand for several sides is nobody's by being near
    main, beside = _ACROSS[name]
    across = getattr(draft, main), *getattr(draft, beside)
    if any(actor is not None and meant.actor.name in (actor.name, *actor.aliases) for actor in across):
        return draft
    acting = any(_does(other, meant) and days_agree(draft, other) for other in drafts)
    if not acting or _new(draft, meant):
        return draft
    day = None if draft.when is None else draft.when.start
    actor = at_work(meant.actor, country, day, policing=False)
    reason = f"{meant.text!r} is the only armed group that the story names, and acts in it"
    told = (meant.evidence, *draft.bases[name].evidence)
    ordered: tuple[Evidence, ...] = tuple(sorted(dict.fromkeys(told), key=lambda one: one.start))
    return draft.settle(name, actor, Basis(Status.INFERRED, reason, ordered))


def _new(draft: Draft, meant: ActorMention) -> bool:
    """Whether the words bring in somebody new behind the group: "later gunmen kidnapped a doctor", not "the gunmen"."""
    agent = draft.event_mention.agent
    return agent is not None and not agent.definite and meant.start < agent.start


def _denied(document: Document, groups: Sequence[ActorMention], stories: Sequence[int], story: int) -> bool:
    """Whether the story says that nobody claimed it ("no group has claimed"), or that the group denies it."""
    cues, folded = section("blame"), document.tokens.folded
    for index, sentence in enumerate(document.sentences):
        words = folded[sentence.first : sentence.last]
        if stories[index] != story or cues["claiming"].isdisjoint(words):
            continue
        if any(
            word in cues["nobody"] and not cues["claiming"].isdisjoint(words[at : at + NEAR])
            for at, word in enumerate(words)
        ):
            return True
    starts = document.tokens.starts
    return any(
        not cues["denying"].isdisjoint(folded[(at := bisect_left(starts, group.end)) : at + DENIES]) for group in groups
    )


def _does(draft: Draft, group: ActorMention) -> bool:
    """Whether a group does an act of violence."""
    if group.actor is None or draft.sub_event_type.event_type not in NEEDS_ATTACKER:
        return False
    doer = draft.actor1
    return doer is not None and doer.kind in GROUPS and doer.id is not None and doer.id == group.actor.id
