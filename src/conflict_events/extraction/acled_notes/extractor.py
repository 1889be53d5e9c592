"""Notes as coders of events write them ("On 4 March 2021, ... 2 fatalities."): all sentences tell one event.

What each sentence tells by itself stays as the event mentions have it; here one event mention is made of them. News is left alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from attrs import evolve, frozen

from conflict_events.extraction.acled_notes.kind import main_of
from conflict_events.extraction.acled_notes.place import scene_of_note
from conflict_events.extraction.acled_notes.sides import with_sides
from conflict_events.extraction.event_mention import EventMention
from conflict_events.lexicon.load import section
from conflict_events.mentions.cues import bit, scan
from conflict_events.model.casualty import CasualtyReport, Outcome, VictimRole
from conflict_events.model.kind import ActorKind
from conflict_events.model.mention import ActorMention, CasualtyMention, DateMention, PlaceMention, TriggerMention
from conflict_events.model.taxonomy import CROWDS, EventType, SubEventType
from conflict_events.text.sentences import Document

__all__ = ["Note", "as_note", "note_of"]

LONGEST = 400
"""Tokens; longer texts are articles."""
LABEL = 8
"""Tokens within which the colon of a label stands."""
MONTH = 31
"""Days that the day of a note may span: "in March 2021" at most."""
WANTED = 8
"""Tokens before an act within which "to oppose" or "to demand" makes it what is opposed or demanded."""
_UNHURT = frozenset({SubEventType.PEACEFUL_PROTEST, SubEventType.PROTEST_WITH_INTERVENTION})
"""Protests at which nobody is killed; deaths that such a note tells are what the crowd protests against."""
OPENING = 5
"""Tokens between the first word of a note and its day."""


@frozen(slots=True)
class Note:
    """A text that is a note; ``kind`` is what its label says, None for notes without one."""

    kind: SubEventType | None


def note_of(document: Document, dates: Sequence[DateMention]) -> Note | None:
    """The note that a text is, or None where it is an article.

    Args:
        document: the text.
        dates: as found in it; a note names its day, with the year, at its beginning.
    """
    tokens = document.tokens
    if not dates or len(tokens) > LONGEST:
        return None
    words = section("coder_notes")
    label, first = None, 0
    colon = next((i for i in range(1, min(LABEL, len(tokens))) if tokens.folded[i] == ":"), None)
    if colon is not None and tokens.folded[:colon] in words["label"]:
        label, first = words["label"][tokens.folded[:colon]], colon + 1
    if first >= len(tokens) or tokens.folded[first] not in words["openers"]:
        return None
    day = min(dates, key=lambda date: date.start)
    if day.when is None or day.when.days > MONTH:
        return None
    year = any(word.isdecimal() and len(word) == 4 for word in day.text.replace(",", " ").split())
    if not year or bisect_left(tokens.starts, day.start) - first > OPENING:
        return None
    return Note(SubEventType(label) if label else None)


def as_note(
    document: Document,
    note: Note,
    event_mentions: Sequence[EventMention],
    actors: Sequence[ActorMention],
    places: Sequence[PlaceMention],
    losses: Sequence[CasualtyMention],
    dates: Sequence[DateMention],
    *,
    protest: bool,
) -> tuple[EventMention, ...]:
    """The one event mention of a note.

    Args:
        document: the text.
        note: as ``note_of`` read it.
        event_mentions: its acts, in the order of the text.
        actors: found in it, less those of what crowds want; the same for the rest.
        places: found in it.
        losses: found in it.
        dates: found in it.
        protest: whether its words speak of a protest that is no aim of one.
    """
    actors = [actor for actor in actors if not _in_brackets(document, actor)]
    main = main_of(note.kind, event_mentions, protest=protest or _demanded_first(document, event_mentions))
    if main is not None and note.kind is None and _wanted(document, main):
        main = _gathering(document, places, protest=protest)
    if _sized(document) is not None and note.kind is None:
        main = _as_crowd(main)
    main = main or _untold(document, note, places, protest=protest)
    if main is None:
        return ()
    main = _off_duty(document, _abroad(main))
    others = [
        event_mention
        for event_mention in event_mentions
        if event_mention is not main and event_mention.trigger.start != main.trigger.start
    ]
    seen = {main.trigger.start}
    words = []
    for trigger in (*main.also, *(t for event_mention in others for t in (event_mention.trigger, *event_mention.also))):
        if trigger.start not in seen:
            seen.add(trigger.start)
            words.append(trigger)
    if main.sub_event_type in _UNHURT:
        losses = [loss for loss in losses if loss.claim is None or loss.claim.outcome is not Outcome.KILLED]
    merged = evolve(
        main,
        also=tuple(words),
        places=scene_of_note(document, main.places, places, actors),
        split_places=False,
        dates=tuple(sorted(dates, key=lambda date: date.start)[:1]),
        casualties=_losses(document, losses, min((date.end for date in dates), default=0)),
    )
    return (with_sides(document, merged, event_mentions, actors),)


def _abroad(main: EventMention) -> EventMention:
    """Forces in another country than their own abduct, where at home they would arrest (codebook, arrests)."""
    agent, place = main.agent, next((one.place for one in main.places if one.place is not None), None)
    if main.sub_event_type is not SubEventType.ARRESTS or agent is None or agent.actor is None or place is None:
        return main
    home, here = agent.actor.country, place.country
    rules = here is not None and home is not None and here.alpha_3 in _RULED.get(home.alpha_3, ())
    if agent.actor.kind is not ActorKind.STATE_FORCES or None in (home, here) or home == here or rules:
        return main
    return evolve(main, sub_event_type=SubEventType.ABDUCTION, rule="note.arrests_abroad")


def _in_brackets(document: Document, actor: ActorMention) -> bool:
    """Whether a country stands in the brackets of a place: "Nanterre (Ile-de-France)" names no army."""
    first = bisect_left(document.tokens.starts, actor.start)
    sentence = document.sentences[document.sentence_of[min(first, len(document.tokens) - 1)]]
    before = document.tokens.texts[sentence.first : first]
    return before.count("(") > before.count(")")


def _demanded_first(document: Document, event_mentions: Sequence[EventMention]) -> bool:
    """Whether the first sentence tells what people want, and arrests follow in a later one."""
    later = bool(event_mentions) and all(event_mention.sentence > 0 for event_mention in event_mentions)
    words = document.tokens.folded[: document.sentences[0].last]
    return later and not section("grammar")["aims"].isdisjoint(words)


def _wanted(document: Document, main: EventMention) -> bool:
    """Whether an act is only what somebody without arms wants or opposes: "trooped to the office to oppose evictions"."""
    if main.sub_event_type.event_type is not EventType.STRATEGIC_DEVELOPMENTS:
        return False
    if main.agent is not None and main.agent.actor is not None and main.agent.actor.kind is not ActorKind.CIVILIANS:
        return False
    at = bisect_left(document.tokens.starts, main.trigger.start)
    before = document.tokens.folded[max(0, at - WANTED) : at]
    return any(before[i] == "to" and before[i + 1] in section("grammar")["aims"] for i in range(len(before) - 1))


def _off_duty(document: Document, main: EventMention) -> EventMention:
    """Who bears arms no more, or not now, is a civilian: "a former fighter was shot" (codebook, civilians)."""
    patient = main.patient
    if main.sub_event_type is not SubEventType.ARMED_CLASH or patient is None:
        return main
    first = bisect_left(document.tokens.starts, patient.start)
    last = bisect_left(document.tokens.starts, patient.end)
    off = section("coder_notes")["off_duty"]
    if off.isdisjoint(document.tokens.folded[max(0, first - 3) : last]):
        return main
    return evolve(main, sub_event_type=SubEventType.ATTACK, rule="note.off_duty", patient=None)


_RULED = {"ISR": ("PSE",), "FRA": ("GLP", "MTQ", "GUF", "MYT", "REU", "NCL", "PYF"), "USA": ("PRI", "GUM")}
"""Countries whose police works in others as at home."""


def _untold(document: Document, note: Note, places: Sequence[PlaceMention], *, protest: bool) -> EventMention | None:
    """What a note tells by its label only, or a protest by its aim: a note tells always of something."""
    tokens = document.tokens
    if note.kind is not None:
        colon = tokens.folded.index(":")
        start, end = tokens.starts[0], tokens.ends[colon - 1]
        trigger = TriggerMention(
            start, end, tokens.text[start:end], "trigger.note.label", sub_event_type=note.kind, entry="note.label"
        )
        return EventMention(note.kind, trigger, 0, rule="note.label")
    return _gathering(document, places, protest=protest)


def _sized(document: Document) -> int | None:
    """Token of "size" in "[size=about 40]", which stands in notes of demonstrations only."""
    texts = document.tokens.texts
    return next((i for i in range(1, len(texts)) if texts[i] == "size" and texts[i - 1] == "["), None)


def _as_crowd(main: EventMention | None) -> EventMention | None:
    """The act of a note with the size of a crowd, which is the crowd's; None where it tells none."""
    if main is None or main.sub_event_type.event_type in CROWDS:
        return main
    if main.sub_event_type is SubEventType.ARRESTS:
        return evolve(main, sub_event_type=SubEventType.PROTEST_WITH_INTERVENTION, rule="note.arrests_at_protest")
    return None


def _gathering(document: Document, places: Sequence[PlaceMention], *, protest: bool) -> EventMention | None:
    """A protest told by its aim only: "residents of X against the dam"."""
    aims = section("grammar")["aims"]
    folded, tokens = document.tokens.folded, document.tokens
    at = next((i for i in range(len(folded)) if folded[i] in aims), None)
    at = _sized(document) if at is None else at
    if at is None and not protest:
        at = next((i for i in range(len(folded)) if folded[i] in {"strike", "strikes", "picket"}), None)
    elif at is None:
        words = bit("protest_word")
        at = next((i for i, found in enumerate(scan(document).tokens) if found & words), None)
    if at is None:
        return None
    start, end = tokens.starts[at], tokens.ends[at]
    trigger = TriggerMention(
        start, end, tokens.text[start:end], "trigger.note.aim",
        sub_event_type=SubEventType.PEACEFUL_PROTEST, entry="note.aim",
    )  # fmt: skip
    spots = tuple([place for place in places if not place.metonym][:1])
    return EventMention(SubEventType.PEACEFUL_PROTEST, trigger, document.sentence_of[at], places=spots, rule="note.aim")


def _losses(document: Document, losses: Sequence[CasualtyMention], dated: int) -> tuple[CasualtyMention, ...]:
    """All claims of a note; "3 fatalities" and "coded as 10" are the coder's total, which stands for all."""
    told: list[CasualtyMention] = []
    bomber_in = _bomber_counted(document)
    for loss in losses:
        if loss.claim is None or loss.historic or _again(loss, told) or loss.start < dated:
            continue  # what seems to begin in the date counts no people
        if not (bomber_in and loss.claim.role is VictimRole.ATTACKER):
            told.append(loss)
    total = _coded(document) or next((loss for loss in reversed(told) if _totals(loss)), None)
    if total is None or total.claim is None:
        return tuple(told)
    rest = [loss for loss in told if loss.claim is not None and loss.claim.outcome is not Outcome.KILLED]
    return (*rest, total)


def _bomber_counted(document: Document) -> bool:
    """Whether a toll says that it counts the attacker: "five people died, including the bomber"."""
    folded = document.tokens.folded
    at = [i for i in range(len(folded) - 2) if folded[i] == "including" and folded[i + 1] in {"the", "an"}]
    return any(bool(_ATTACKERS & set(folded[i + 2 : i + 4])) for i in at)


_ATTACKERS = frozenset({"bomber", "bombers", "attacker", "attackers", "assailant", "perpetrator"})


def _again(loss: CasualtyMention, told: Sequence[CasualtyMention]) -> bool:
    """Whether "the man died" tells again of somebody named before."""
    claim = loss.claim
    if claim is None or claim.low != claim.high or claim.low is None or not (claim.victim or "").startswith(_THE):
        return False
    return any(
        one.claim is not None and one.claim.outcome is claim.outcome and (one.claim.low or 0) >= claim.low
        for one in told
    )


_THE = ("the ", "The ")


def _totals(loss: CasualtyMention) -> bool:
    words = loss.text.casefold()
    killed = loss.claim is not None and loss.claim.outcome is Outcome.KILLED and loss.claim.low is not None
    return killed and ("fatalit" in words or "total" in words)


def _coded(document: Document) -> CasualtyMention | None:
    """The figure of "coded as 10"."""
    folded, starts, ends = document.tokens.folded, document.tokens.starts, document.tokens.ends
    for i in range(len(folded) - 2):
        if folded[i] not in {"coded", "split"} or folded[i + 1] not in {"as", "to", "at"}:
            continue
        if folded[i + 2].isdecimal() and len(folded[i + 2]) < 5:
            number = int(folded[i + 2])
            start, end = starts[i], ends[i + 2]
            text = document.text[start:end]
            claim = CasualtyReport(Outcome.KILLED, stated=number, low=number, high=number)
            mention = CasualtyMention(start, end, text, "casualty.coded", claim=claim)
            return evolve(mention, claim=evolve(claim, evidence=(mention.evidence,)))
    return None
