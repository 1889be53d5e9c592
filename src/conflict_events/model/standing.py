"""How an act stands in the article that tells it."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["Standing"]


class Standing(StrEnum):
    """News of this article, or an act that it recalls."""

    NEWS = "news"
    """What the article reports."""
    OLDER = "older"
    """Recalled from before, and told concretely: with its day or month, its place or sides, and its loss."""
    BACKGROUND = "background"
    """Recalled from before, and told in passing."""
