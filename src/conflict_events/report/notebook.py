"""What a notebook shows of a coded article or an event: the report's own parts, styled to stand inside a page."""

from __future__ import annotations

from pathlib import Path

from conflict_events.model.coded import CodedArticle
from conflict_events.model.event import Event
from conflict_events.report.page import article_part, event_part

__all__ = ["article_html", "event_html"]


def _framed(part: str) -> str:
    """A part in a frame of its own, so that its style touches nothing else of the notebook; no script runs in it."""
    from html import escape

    style = (Path(__file__).parent / "page.css").read_text(encoding="utf-8")
    document = f"<!doctype html><meta charset='utf-8'><style>{style}</style><main>{part}</main>"
    return (
        f'<iframe sandbox title="conflict-events" style="width:100%;height:32rem;border:0" '
        f'srcdoc="{escape(document, quote=True)}"></iframe>'
    )


def article_html(coded: CodedArticle) -> str:
    """A coded article with its evidence marked in the text and its events beside it.

    >>> from conflict_events.model.article import Article
    >>> "<iframe sandbox" in article_html(CodedArticle(Article("Nothing happened.")))
    True
    """
    return _framed(article_part(coded, 0))


def event_html(event: Event) -> str:
    """One event with its fields, their status, reasons and quotes."""
    return _framed(event_part(event, 0, 0))
