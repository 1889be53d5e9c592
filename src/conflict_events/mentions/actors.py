"""Finder of actors."""

from __future__ import annotations

import datetime as dt

from conflict_events.model.mention import ActorMention
from conflict_events.text.sentences import Document

__all__ = ["find"]


def find(document: Document, published: dt.date | None = None) -> tuple[ActorMention, ...]:
    """Mentions in the order of the text."""
    return ()
