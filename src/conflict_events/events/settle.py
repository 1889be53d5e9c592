"""Frames to events, read from top to bottom: type, day, place, claims, sides; then one act once; then the record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import partial

from conflict_events.discourse.text_kind import speaks_for_itself
from conflict_events.events.actor_columns import settle_sides
from conflict_events.events.captions import captions_last, outside_captions, told_in_text
from conflict_events.events.carried_sides import carry_sides
from conflict_events.events.casualties import claims_of, split_over
from conflict_events.events.draft import Draft
from conflict_events.events.filing import LEAD, file
from conflict_events.events.home import Home, home_of
from conflict_events.events.merge import merge
from conflict_events.events.notes import write_note
from conflict_events.events.participants import Cast
from conflict_events.events.parts import bring_home
from conflict_events.events.tolls import placed_once
from conflict_events.events.when import StoryDays, settle_when, story_days
from conflict_events.events.where import narrowest, settle_where, story_places
from conflict_events.events.words import token_at
from conflict_events.extraction.event_mention import EventMention
from conflict_events.model.article import Article
from conflict_events.model.casualty import Outcome
from conflict_events.model.coded import Rejection
from conflict_events.model.event import Event
from conflict_events.model.evidence import Basis, Status
from conflict_events.model.mention import ActorMention, DateMention, PlaceMention
from conflict_events.model.policy import Figure, figure
from conflict_events.model.quick import frozen
from conflict_events.model.scope import Scope
from conflict_events.model.standing import Standing
from conflict_events.model.taxonomy import VIOLENT, SubEventType
from conflict_events.model.when import When
from conflict_events.text.sentences import Document

__all__ = ["Resolved", "resolve"]

_HURT = frozenset({Outcome.KILLED, Outcome.INJURED})
_NO_CLAIMS = Basis(Status.ABSENT, reason="nothing is said of people hurt")
_WRITTEN = Basis(Status.INFERRED, reason="written from the coded fields")
_GIVEN = Basis(Status.KNOWN, reason="given with the article")
_NO_SOURCE = Basis(Status.ABSENT, reason="no source was given")
_NO_SCALE = Basis(Status.ABSENT, reason="the scale of a source is not read from text")
_CONFLICT = Basis(Status.INFERRED, reason="nothing makes it ordinary crime")
_NO_TAGS = Basis(Status.ABSENT, reason="no tag applies")


@frozen(slots=True)
class Resolved:
    """What became of the event mentions of one article."""

    events: tuple[Event, ...]
    """Those that were asked for and make rows, the main one first."""
    background: tuple[Event, ...]
    """Acts of before that are told in passing."""
    crime: tuple[Event, ...]
    """Ordinary crime, where it was not asked for."""
    rejections: tuple[Rejection, ...]
    """The words of those told too loosely, with the reason."""


def resolve(
    document: Document,
    event_mentions: Sequence[EventMention],
    places: Sequence[PlaceMention],
    dates: Sequence[DateMention],
    article: Article,
    policy: str,
    *,
    actors: Sequence[ActorMention] = (),
    scopes: AbstractSet[Scope] = frozenset(Scope),
) -> Resolved:
    """Events of one article, the main one first.

    Args:
        document: the text.
        event_mentions: its acts, in the order of the text.
        places: all place mentions; those of no act still say where the story stands.
        dates: all date mentions; those of no act still say when the story stands.
        article: for source and publication day.
        policy: how claims become figures.
        scopes: what counts as an event; the rest is kept apart.
        actors: all actor mentions; "the group" and "the army" point back to those of no act too.
    """
    figure((), policy)  # an unknown policy is an error even where nothing happened
    days = story_days(document, outside_captions(document, dates), event_mentions)
    story = story_places(document, outside_captions(document, places), event_mentions)
    home = home_of(places, actors, article.countries)
    cast = Cast.of(actors, document)

    drafts = [
        _settle(event_mention, place, document, days, story, home, cast, article.published)
        for event_mention in captions_last(document, event_mentions)
        for place in _scenes(event_mention)
    ]
    drafts = told_in_text(document, bring_home(merge(drafts, document)))
    drafts = placed_once(carry_sides(drafts, cast, document))
    filed, loose = file(
        drafts,
        article.published,
        brief=len(document.sentences) <= LEAD + 1,
        spoken=speaks_for_itself(document),
    )
    asked = [draft for draft in filed if draft.scope in scopes]
    return Resolved(
        _in_order((draft for draft in asked if draft.standing is not Standing.BACKGROUND), article, policy),
        tuple([_record(draft, article, policy) for draft in asked if draft.standing is Standing.BACKGROUND]),
        _in_order((draft for draft in filed if draft.scope not in scopes), article, policy),
        tuple(loose),
    )


def _in_order(drafts: Iterable[Draft], article: Article, policy: str) -> tuple[Event, ...]:
    """The events of drafts: the main one, news, what is recalled."""
    found = list(drafts)
    bloody = [draft for draft in found if _bloody(draft)]
    main = max(found, key=_weight, default=None)
    if main is not None and main.sub_event_type is SubEventType.ARRESTS and main.scope is Scope.CRIME and bloody:
        main = max(bloody, key=_weight)  # of ordinary crime an arrest is only the aftermath
    found.sort(key=lambda draft: (draft is not main, draft.standing is not Standing.NEWS))
    return tuple([_record(draft, article, policy) for draft in found])


def _bloody(draft: Draft) -> bool:
    """Whether an act of violence told as news tells of dead or wounded."""
    killed = any(claim.outcome in _HURT and claim.high != 0 for claim in draft.casualties)
    told = draft.standing is Standing.NEWS and draft.fresh and draft.cue is None
    return killed and told and draft.sub_event_type.event_type in VIOLENT


def _weight(draft: Draft) -> tuple[float, bool]:
    """How likely a draft is the main event: its most salient telling; of equals, fresh news."""
    return max(event_mention.salience for event_mention in draft.event_mentions), draft.fresh


def _scenes(event_mention: EventMention) -> tuple[PlaceMention | None, ...]:
    """The places at which a event mention's act makes an event each."""
    if not event_mention.places:
        return (None,)
    return event_mention.places if event_mention.split_places else (narrowest(event_mention.places),)


def _settle(
    event_mention: EventMention,
    place: PlaceMention | None,
    document: Document,
    days: StoryDays,
    story: Sequence[PlaceMention | None],
    home: Home | None,
    cast: Cast,
    published: dt.date | None,
) -> Draft:
    """One draft with every field settled or said to be absent."""
    kind = Basis(
        Status.KNOWN,
        reason=event_mention.rule,
        evidence=tuple(t.evidence for t in (event_mention.trigger, *event_mention.also)),
    )
    when, dated = settle_when(event_mention, document, days)
    holds = partial(_named_for, when, document, days) if when is not None and dated.status is Status.KNOWN else None
    where, placed = settle_where(event_mention, place, document, story, holds, home)

    claims, reason = claims_of(event_mention), ""
    if event_mention.split_places and place is not None:
        claims, reason = split_over(claims, event_mention.places, place)
    country = (None if home is None else home.country) if where is None else where.country
    day = published if when is None else when.start
    division = None if where is None else where.admin1
    sides = settle_sides(event_mention, claims, country, day, cast, division)
    settled = {
        "when": (when, dated),
        "where": (where, placed),
        "casualties": (claims, _claims_basis(event_mention, reason)),
    }
    return Draft.of(event_mention, kind, {**settled, **sides})


def _named_for(when: When, document: Document, days: StoryDays, place: PlaceMention) -> bool:
    """Whether a place was named while the story stood on the same days, or on none yet."""
    index = document.sentence_of[min(token_at(document, place.start), len(document.tokens) - 1)]
    story = days.at(index)
    if story is None or story.when is None:
        return True
    if when.days > story.when.days:
        return False  # "last week" may be any day of it, not the one on which the story stands
    return story.when.start <= when.end and when.start <= story.when.end


def _claims_basis(event_mention: EventMention, reason: str) -> Basis:
    told = [mention.evidence for mention in event_mention.casualties if mention.claim is not None]
    if not told:
        return _NO_CLAIMS
    if reason:
        return Basis(Status.INFERRED, reason=reason, evidence=told)
    return Basis(Status.KNOWN, evidence=told)


def _record(draft: Draft, article: Article, policy: str) -> Event:
    """The event as it is handed out, with its note."""
    counted = figure(draft.casualties, policy)
    return Event(
        draft.sub_event_type,
        when=draft.when,
        where=draft.where,
        actor1=draft.actor1,
        assoc_actor_1=draft.assoc_actor_1,
        actor2=draft.actor2,
        assoc_actor_2=draft.assoc_actor_2,
        casualties=draft.casualties,
        policy=policy,
        sources=() if article.source is None else (article.source,),
        notes=write_note(draft, counted),
        standing=draft.standing,
        scope=draft.scope,
        bases={**draft.bases, **_derived_bases(draft, article, counted)},
    )


def _scoped(draft: Draft) -> Basis:
    """Why an event is ordinary crime."""
    if draft.scope is Scope.CONFLICT:
        return _CONFLICT
    words = [event_mention.trigger.evidence for event_mention in draft.event_mentions]
    reasons = dict.fromkeys([event_mention.scoped for event_mention in draft.event_mentions])
    return Basis(Status.INFERRED, reason="; ".join(reasons), evidence=words)


def _told_by(draft: Draft, article: Article) -> Basis:
    """The outlet is given or not; whom the article has say so, the words show."""
    basis = _NO_SOURCE if article.source is None else _GIVEN
    voices = tuple(
        dict.fromkeys(
            [event_mention.source for event_mention in draft.event_mentions if event_mention.source is not None]
        )
    )
    if not voices:
        return basis
    told = ", ".join(repr(voice.quote) for voice in voices)
    return Basis(basis.status, reason=f"{basis.reason}; told by {told}", evidence=voices)


def _derived_bases(draft: Draft, article: Article, counted: Figure) -> dict[str, Basis]:
    """The basis of what follows from other fields."""
    told = tuple([evidence for report in draft.casualties for evidence in report.evidence])
    status = Status.ABSENT if counted.value is None else Status.INFERRED
    return {
        "fatalities": Basis(status, reason=f"policy {counted.policy}: {counted.reason}", evidence=told),
        "notes": _WRITTEN,
        "sources": _told_by(draft, article),
        "source_scale": _NO_SCALE,
        "scope": _scoped(draft),
        "tags": _NO_TAGS,
    }
