"""Notes as coders of events write them ("On 4 March 2021, ... 2 fatalities."): all sentences tell one event.

What each sentence tells by itself stays as the frames have it; here one frame is made of them. News is left alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from attrs import evolve, frozen

from conflict_events.frames.coder_kinds import main_of
from conflict_events.frames.coder_sides import with_sides
from conflict_events.frames.frame import EventFrame
from conflict_events.lexicon.load import section
from conflict_events.model.casualty import CasualtyReport, Outcome
from conflict_events.model.mention import ActorMention, CasualtyMention, DateMention, PlaceMention, TriggerMention
from conflict_events.model.taxonomy import SubEventType
from conflict_events.text.sentences import Document

__all__ = ["Note", "as_note", "note_of"]

LONGEST = 400
"""Tokens; longer texts are articles."""
LABEL = 8
"""Tokens within which the colon of a label stands."""
MONTH = 31
"""Days that the day of a note may span: "in March 2021" at most."""
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
    frames: Sequence[EventFrame],
    actors: Sequence[ActorMention],
    places: Sequence[PlaceMention],
    losses: Sequence[CasualtyMention],
    dates: Sequence[DateMention],
) -> tuple[EventFrame, ...]:
    """The one frame of a note.

    Args:
        document: the text.
        note: as ``note_of`` read it.
        frames: its acts, in the order of the text.
        actors: found in it, less those of what crowds want; the same for the rest.
        places: found in it.
        losses: found in it.
        dates: found in it.
    """
    main = main_of(note.kind, frames) or _gathering(document, note, places)
    if main is None:
        return ()
    others = [frame for frame in frames if frame is not main and frame.trigger.start != main.trigger.start]
    seen = {main.trigger.start}
    words = []
    for trigger in (*main.also, *(t for frame in others for t in (frame.trigger, *frame.also))):
        if trigger.start not in seen:
            seen.add(trigger.start)
            words.append(trigger)
    merged = evolve(
        main,
        also=tuple(words),
        places=_scene(main, places),
        split_places=False,
        dates=tuple(sorted(dates, key=lambda date: date.start)[:1]),
        casualties=_losses(document, losses),
    )
    return (with_sides(document, merged, frames, actors),)


def _gathering(document: Document, note: Note, places: Sequence[PlaceMention]) -> EventFrame | None:
    """A protest told by its aim only: "residents of X against the dam"; a note tells always of something."""
    aims = section("grammar")["aims"]
    folded, tokens = document.tokens.folded, document.tokens
    at = next((i for i in range(len(folded)) if folded[i] in aims), None)
    if at is None or note.kind is not None:
        return None
    start, end = tokens.starts[at], tokens.ends[at]
    trigger = TriggerMention(
        start, end, tokens.text[start:end], "trigger.note.aim",
        sub_event_type=SubEventType.PEACEFUL_PROTEST, entry="note.aim",
    )  # fmt: skip
    spots = tuple([place for place in places if not place.metonym][:1])
    return EventFrame(SubEventType.PEACEFUL_PROTEST, trigger, document.sentence_of[at], places=spots, rule="note.aim")


def _losses(document: Document, losses: Sequence[CasualtyMention]) -> tuple[CasualtyMention, ...]:
    """All claims of a note; "3 fatalities" and "coded as 10" are the coder's total, which stands for all."""
    told: list[CasualtyMention] = []
    for loss in losses:
        if loss.claim is not None and not loss.historic and not _again(loss, told):
            told.append(loss)
    total = _coded(document) or next((loss for loss in reversed(told) if _totals(loss)), None)
    if total is None or total.claim is None:
        return tuple(told)
    rest = [loss for loss in told if loss.claim is not None and loss.claim.outcome is not Outcome.KILLED]
    return (*rest, total)


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


def _scene(main: EventFrame, places: Sequence[PlaceMention]) -> tuple[PlaceMention, ...]:
    """The places of the note's act, named as the note names them: the coder writes the name that is coded."""
    chosen = list(main.places) or [place for place in places if not place.metonym]
    return tuple([_as_named(place) for place in chosen])


PARTICLE = 3
"""Letters of a small word within a name, at most."""
_KEEP = frozenset({"place.quarter", "place.coast", "place.border", "place.between", "place.suburb"})


def _particle(words: Sequence[str], i: int) -> bool:
    """Whether a small word stands within a name: "Rio de Janeiro"."""
    return len(words[i]) <= PARTICLE and i > 0 and words[i - 1][:1].isupper()


def _as_named(mention: PlaceMention) -> PlaceMention:
    """A place under the name that the note gives it, less "town", "district" and the like."""
    place = mention.place
    if place is None or mention.rule in _KEEP or place.is_country or " - " in place.name:
        return mention
    words = mention.text.split()
    while words and words[-1][:1].islower():
        words.pop()
    at = len(words)
    while at and (not words[at - 1][:1].islower() or _particle(words, at - 1)):
        at -= 1
    name = " ".join(words[at:])
    if not name or not name.isascii():
        return mention
    return evolve(mention, place=evolve(place, name=name))
