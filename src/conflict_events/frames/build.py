"""Mentions to frames."""

from __future__ import annotations

from conflict_events.frames.frame import EventFrame
from conflict_events.model.coded import Rejection
from conflict_events.model.mention import ActorMention, CasualtyMention, DateMention, PlaceMention, TriggerMention
from conflict_events.text.sentences import Document

__all__ = ["build"]


def build(
    document: Document,
    triggers: tuple[TriggerMention, ...],
    actors: tuple[ActorMention, ...],
    places: tuple[PlaceMention, ...],
    dates: tuple[DateMention, ...],
    casualties: tuple[CasualtyMention, ...],
) -> tuple[tuple[EventFrame, ...], tuple[Rejection, ...]]:
    """Frames in the order of the text, and the triggers that tell no event, each with its reason."""
    return (), ()
