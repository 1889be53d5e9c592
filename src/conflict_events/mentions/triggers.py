"""Finder of triggers."""

from __future__ import annotations

from conflict_events.model.mention import TriggerMention
from conflict_events.text.sentences import Document

__all__ = ["find"]


def find(document: Document) -> tuple[TriggerMention, ...]:
    """Mentions in the order of the text."""
    return ()
