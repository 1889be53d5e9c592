"""Finder of places."""

from __future__ import annotations

from conflict_events.model.mention import PlaceMention
from conflict_events.text.sentences import Document

__all__ = ["find"]


def find(document: Document) -> tuple[PlaceMention, ...]:
    """Mentions in the order of the text."""
    return ()
