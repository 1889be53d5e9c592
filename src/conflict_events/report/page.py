"""Coded articles to one HTML page: no network, no script but its own, safe against any text."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from pathlib import Path

from conflict_events.model.casualty import CasualtyReport
from conflict_events.model.coded import CodedArticle
from conflict_events.model.event import Event
from conflict_events.model.evidence import Basis, Evidence, Status
from conflict_events.model.taxonomy import EventType
from conflict_events.report.draw import SLUGS, bars_by_time, map_of, time_line, toll_bars
from conflict_events.report.highlight import clean, highlighted, marks_of
from conflict_events.report.values import bounds, fields_of, title_of

__all__ = ["article_part", "event_part", "render"]

_HERE = Path(__file__).parent
UNFOLDED = 5
"""Articles that are all shown at once; of more the page is an index, whose entries unfold."""


def render(coded: Sequence[CodedArticle], title: str = "Coded conflict events") -> str:
    """One self-contained page.

    Args:
        coded: articles with their events, as ``code`` gives them.
        title: heading of the page.

    Returns:
        A whole HTML document. Its content security policy lets no script run but the page's own, named by hash, and
        nothing be loaded from anywhere; every text of an article is escaped.

    >>> from conflict_events.model.article import Article
    >>> page = render([CodedArticle(Article("<script>alert(1)</script>"))])
    >>> "<script>alert(1)" in page
    False
    """
    style = (_HERE / "page.css").read_text(encoding="utf-8")
    script = (_HERE / "page.js").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'; base-uri 'none'"
    events = [event for article in coded for event in article.events]
    ids = [f"e{i}-{j}" for i, article in enumerate(coded) for j, _ in enumerate(article.events)]
    many = len(coded) > 1
    pictures = [
        map_of(events, ids),
        time_line(events, ids),
        bars_by_time(events) if many else "",
        toll_bars(events, ids),
    ]
    folds = (len(coded) <= UNFOLDED) if many else None
    body = "".join(article_part(article, number, folds) for number, article in enumerate(coded))
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="generator" content="conflict-events">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{clean(title)}</title><style>{style}</style></head><body>"
        '<a class="skip" href="#main">Skip to the articles</a>'
        f"<header><h1>{clean(title)}</h1><p>{_count(len(coded), 'article')}, {_count(len(events), 'event')}.</p>"
        f"{_filters(events) if len(events) > 1 else ''}</header>"
        f'<main id="main">{_legend(events) if events else ""}<div class="pictures">{"".join(pictures)}</div>{body}</main>'
        "<footer><p>Outlines: Natural Earth. Place data: GeoNames, CC BY 4.0.</p></footer>"
        f"<script>{script}</script></body></html>\n"
    )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _filters(events: Sequence[Event]) -> str:
    kinds = [kind.value for kind in EventType if any(event.event_type is kind for event in events)]
    named = sorted({name for event in events if (name := _country(event))})
    lands = _choice("Country", "country", named) if len(named) > 1 else ""
    return (
        f'<form>{_choice("Event type", "kind", kinds)}{lands}<label>Words<input name="words" type="search"></label>'
        '<p id="count" role="status"></p></form>'
    )


def _choice(label: str, name: str, values: Sequence[str]) -> str:
    options = "".join(f"<option>{clean(value)}</option>" for value in values)
    return f'<label>{label}<select name="{name}"><option value="">all</option>{options}</select></label>'


def _country(event: Event) -> str:
    return "" if event.where is None or event.where.country is None else event.where.country.name


def _legend(events: Sequence[Event]) -> str:
    items = "".join(
        f'<li><i class="{slug}"></i>{kind.value}</li>'
        for kind, slug in SLUGS.items()
        if any(event.event_type is kind for event in events)
    )
    return f'<ul class="legend">{items}</ul>'


def _heading(coded: CodedArticle, number: int) -> str:
    article = coded.article
    first = " ".join(article.text.split()[:10])
    return article.title or (f"{first} ..." if first else f"Article {number + 1}")


def article_part(coded: CodedArticle, number: int, unfolded: bool | None = None) -> str:  # noqa: FBT001 - a tri-state
    """One article: its text with the evidence marked, its events, and what was left out.

    Args:
        coded: the article.
        number: of it on the page.
        unfolded: None for an article that does not fold; else whether it is unfolded at first.
    """
    article = coded.article
    about = ", ".join(
        clean(str(part))
        for part in (
            article.source,
            article.published or "no publication day given",
            article.url,
            _count(len(coded.events), "event"),
        )
        if part is not None
    )
    text = highlighted(article.text, marks_of(coded), f"e{number}")
    events = "".join(event_part(event, number, index) for index, event in enumerate(coded.events))
    head = f'<h2>{clean(_heading(coded, number))}</h2><p class="about">{about}</p>'
    body = (
        f'<div class="pair"><div class="text" id="t{number}" tabindex="0" role="region" '
        f'aria-label="Text of article {number + 1}">{text}</div>'
        f"<div>{events or '<p>No event was read from this article.</p>'}{_left_out(coded)}</div></div>"
    )
    if unfolded is not None:
        head, body = f"<details{' open' if unfolded else ''}><summary>{head}</summary>", f"{body}</details>"
    return f'<article id="a{number}">{head}{body}</article>'


def event_part(event: Event, number: int, index: int) -> str:
    """One event: its fields with status, reason and quotes, its claims, its note."""
    rows = "".join(_row(event, name, value, number, index) for name, value in fields_of(event))
    note = f'<p class="note">{clean(event.notes)}</p>' if event.notes else ""
    return (
        f'<section class="event" id="e{number}-{index}" data-kind="{event.event_type.value}" '
        f'data-country="{clean(_country(event))}">'
        f"<h3>{clean(title_of(event))}</h3><dl>{rows}</dl>{_claims(event.casualties, f'article {number + 1}, event {index + 1}')}{note}</section>"
    )


def _row(event: Event, name: str, value: str, number: int, index: int) -> str:
    basis = event.basis(name)
    shown = clean(value) or ("" if basis.status is Status.ABSENT else "<em>absent</em>")
    return (
        f'<div data-fields="e{number}-{index}-{name}"><dt>{name.replace("_", " ")}</dt><dd>{shown} '
        f'<span class="status {basis.status.value}">{basis.status.value}</span>{_why(basis)}'
        f"{_quotes(basis.evidence, f'e{number}-{index}-{name}', number)}</dd></div>"
    )


def _why(basis: Basis) -> str:
    raw = f" Raw: {clean(basis.raw)}" if basis.raw is not None else ""
    return f'<span class="why">{clean(basis.reason)}{raw}</span>' if basis.reason or raw else ""


def _quotes(evidence: Sequence[Evidence], names: str, number: int) -> str:
    return "".join(
        f'<button type="button" class="quote" data-fields="{names}" data-article="t{number}" '
        f'title="{clean(item.rule)}">{clean(" ".join(item.quote.split()))}</button>'
        for item in dict.fromkeys(evidence)
    )


def _claims(claims: Sequence[CasualtyReport], name: str) -> str:
    """All claims about casualties, side by side."""
    if not claims:
        return ""
    rows = "".join(
        f"<tr><td>{claim.outcome.value} <strong>{bounds(claim)}</strong>{_told(claim)}</td>"
        f"<td>{clean(claim.victim or claim.role.value)}</td><td>{clean(claim.source or 'the article')}</td></tr>"
        for claim in claims
    )
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="Casualty claims of {name}">'
        "<table><caption>Casualty claims, side by side</caption>"
        '<thead><tr><th scope="col">Claim</th><th scope="col">Who</th><th scope="col">Says</th></tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _told(claim: CasualtyReport) -> str:
    """The figure as it was stated, and what kind of toll it is, where that is said."""
    stated = f"{clean(claim.qualifier or '')} {'' if claim.stated is None else claim.stated}".strip()
    parts = [f"stated: {stated}"] if stated else []
    if claim.subset_of is not None:
        parts.append(f"part of claim {claim.subset_of + 1}")
    elif claim.cumulative is not None:
        parts.append("to date" if claim.cumulative else "new")
    return f'<span class="why">{", ".join(parts)}</span>' if parts else ""


def _left_out(coded: CodedArticle) -> str:
    """What was not coded, and what a person should know."""
    items = [
        f"<li>{clean(title_of(event))}: {clean(event.basis('scope').reason)} (--scope all brings it)</li>"
        for event in coded.crime
    ]
    items += [
        f"<li><q>{clean(' '.join(item.evidence.quote.split()))}</q>: {clean(item.reason)}</li>"
        for item in coded.rejections
    ]
    items += [f"<li>{clean(problem.what)}</li>" for problem in coded.problems]
    if not items:
        return ""
    return f"<details><summary>{_count(len(items), 'thing')} not coded, and why</summary><ul>{''.join(items)}</ul></details>"
