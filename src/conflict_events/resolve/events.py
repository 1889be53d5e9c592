"""Frames to events."""

from __future__ import annotations

from conflict_events.frames.frame import EventFrame
from conflict_events.model.article import Article
from conflict_events.model.event import Event
from conflict_events.text.sentences import Document

__all__ = ["resolve"]


def resolve(document: Document, frames: tuple[EventFrame, ...], article: Article, policy: str) -> tuple[Event, ...]:
    """Events, the main one first."""
    return ()
