"""A sentence with all that was found in it; overlong sentences are read in pieces, so that work stays linear."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from operator import attrgetter
from typing import TypeVar

from conflict_events.extraction.rules.participants import Participant, sides_of
from conflict_events.extraction.rules.protest_demands import Aims
from conflict_events.mentions.cues import Cues
from conflict_events.mentions.triggers import Found
from conflict_events.model.mention import ActorMention, CasualtyMention, DateMention, Mention, PlaceMention
from conflict_events.model.quick import frozen
from conflict_events.text.sentences import Document, Sentence

__all__ = ["Segment", "segments"]

LONGEST = 300
"""Tokens; a longer sentence is a list or a text without full stops."""

BEFORE = 2
"""Sentences before one whose actors its pronouns may stand for."""

M = TypeVar("M", bound=Mention)


@frozen(slots=True, eq=False)
class Segment:
    """One sentence, or a piece of an overlong one, with its triggers, sides and mentions.

    ``index`` is the sentence it belongs to.
    """

    index: int
    sentence: Sentence
    founds: tuple[Found, ...]
    sides: tuple[Participant, ...]
    actors: tuple[ActorMention, ...]
    places: tuple[PlaceMention, ...]
    dates: tuple[DateMention, ...]
    casualties: tuple[CasualtyMention, ...]
    named: tuple[ActorMention, ...] = ()
    """The actors of this and of the sentences shortly before, where a pronoun may stand for one of them."""


def _pieces(sentence: Sentence, document: Document) -> Iterator[Sentence]:
    """The sentence, cut where it is overlong."""
    if sentence.last - sentence.first <= LONGEST:
        yield sentence
        return
    tokens = document.tokens
    for first in range(sentence.first, sentence.last, LONGEST):
        last = min(first + LONGEST, sentence.last)
        yield Sentence(first, last, tokens.starts[first], tokens.ends[last - 1], sentence.paragraph)


def _cutter(mentions: Sequence[M]) -> Callable[[int, int], tuple[M, ...]]:
    """A function that cuts out the mentions of a span without looking at all of them."""
    ordered = sorted(mentions, key=attrgetter("start"))
    starts = [mention.start for mention in ordered]
    return lambda start, end: tuple(ordered[bisect_left(starts, start) : bisect_left(starts, end)])


def segments(
    document: Document,
    founds: Sequence[Found],
    cues: Cues,
    aims: Aims,
    actors: Sequence[ActorMention],
    places: Sequence[PlaceMention],
    dates: Sequence[DateMention],
    casualties: Sequence[CasualtyMention],
) -> Iterator[Segment]:
    """The segments that hold a trigger, in the order of the text.

    Args:
        document: the text.
        founds: its triggers.
        cues: the scan of its cue words.
        aims: what its crowds want: losses told there are none of its acts, nor are places, if there are others.
        actors: found in it, like the rest.
        places: found in it.
        dates: found in it.
        casualties: found in it.
    """
    firsts = [found.first for found in founds]
    actors_in, places_in, dates_in, losses_in = _cutter(actors), _cutter(places), _cutter(dates), _cutter(casualties)
    hits = [hit.first for hit in cues.sides]
    for index in dict.fromkeys(document.sentence_of[first] for first in firsts):
        for piece in _pieces(document.sentences[index], document):
            here = tuple(founds[bisect_left(firsts, piece.first) : bisect_left(firsts, piece.last)])
            if not here:
                continue
            named = actors_in(piece.start, piece.end)
            roles = cues.sides[bisect_left(hits, piece.first) : bisect_right(hits, piece.last - 1)]
            sides = sides_of(document, piece, cues, roles, named)
            since = document.sentences[max(0, index - BEFORE)].start
            losses = losses_in(piece.start, piece.end)
            spots = places_in(piece.start, piece.end)
            if aims.firsts:
                starts = document.tokens.starts
                losses = tuple(loss for loss in losses if not aims.holds(bisect_left(starts, loss.start)))
                spots = tuple(spot for spot in spots if not aims.holds(bisect_left(starts, spot.start))) or spots
            yield Segment(
                index,
                piece,
                here,
                sides,
                named,
                spots,
                dates_in(piece.start, piece.end),
                losses,
                actors_in(since, piece.end) if any(side.pronoun for side in sides) else (),
            )
