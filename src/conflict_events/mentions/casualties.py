"""Finder of casualties."""

from __future__ import annotations

from conflict_events.model.mention import CasualtyMention
from conflict_events.text.sentences import Document

__all__ = ["find"]


def find(document: Document) -> tuple[CasualtyMention, ...]:
    """Mentions in the order of the text."""
    return ()
