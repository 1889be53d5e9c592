"""Finder of dates."""

from __future__ import annotations

import datetime as dt

from conflict_events.model.mention import DateMention
from conflict_events.text.sentences import Document

__all__ = ["find"]


def find(document: Document, published: dt.date | None = None) -> tuple[DateMention, ...]:
    """Mentions in the order of the text."""
    return ()
