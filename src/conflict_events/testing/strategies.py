"""Hypothesis strategies for every model class, for our tests and for those of packages that add a format.

Needs the package ``hypothesis``. ``any_event()`` draws every field, the odd ones too: no day, half-open bounds,
letters of all scripts, broken values, columns from elsewhere.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import strategies as st

from conflict_events.model.actor import Actor
from conflict_events.model.article import Article
from conflict_events.model.casualty import CasualtyReport, Outcome, VictimRole
from conflict_events.model.coded import CodedArticle, Problem, Rejection
from conflict_events.model.country import Country, countries
from conflict_events.model.event import Event
from conflict_events.model.evidence import Basis, Evidence, Status
from conflict_events.model.kind import ActorKind
from conflict_events.model.mention import (
    ActorMention,
    CasualtyMention,
    DateMention,
    Mention,
    PlaceMention,
    TriggerMention,
)
from conflict_events.model.place import Place
from conflict_events.model.policy import POLICIES
from conflict_events.model.scale import SourceScale
from conflict_events.model.taxonomy import SubEventType
from conflict_events.model.when import Grain, When

__all__ = [
    "any_actor",
    "any_article",
    "any_basis",
    "any_casualty_report",
    "any_coded",
    "any_country",
    "any_event",
    "any_evidence",
    "any_mention",
    "any_place",
    "any_text",
    "any_when",
]


def any_text(min_size: int = 0) -> st.SearchStrategy[str]:
    """Texts of all scripts, with what breaks CSV and JSON: quotes, separators, line ends, formulas, controls."""
    odd = st.sampled_from(
        [*"\"',;|\t\n\r\\=+-@/[]{}<>&\0\x1f\x7f\x85\u2028\ufeffé中ا🕊", "NA", "None", "null", "0", "; ", " ", "''"]
    )
    plain = st.text(st.characters(codec="utf-8"), max_size=12)
    return (
        st.lists(st.one_of(plain, odd), min_size=min_size, max_size=4)
        .map("".join)
        .filter(lambda text: len(text) >= min_size)
    )


def _name() -> st.SearchStrategy[str]:
    return st.one_of(
        st.sampled_from(
            [
                "Military Forces of Mali (2021-)",
                "Military Forces of Sudan (2011-2019, Omar al-Bashir)",
                "Civilians (Kenya)",
                "ABC: Front of the Hills",
                "Unidentified Armed Group (Peru)",
            ]
        ),
        any_text(1),
    )


def _optional(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(st.none(), strategy)


def any_country() -> st.SearchStrategy[Country]:
    """Any country that the library knows."""
    return st.sampled_from(countries())


@st.composite
def any_evidence(draw: st.DrawFn) -> Evidence:
    """A span and its words."""
    quote = draw(any_text())
    start = draw(st.integers(0, 10_000))
    return Evidence(start, start + len(quote), quote, draw(st.sampled_from(["place.name", "trigger.shelling.fire"])))


@st.composite
def any_basis(draw: st.DrawFn) -> Basis:
    """Of each status; a broken one keeps its raw text."""
    status = draw(st.sampled_from(Status))
    return Basis(
        status,
        reason=draw(any_text(0 if status is Status.KNOWN else 1)),
        evidence=draw(st.lists(any_evidence(), max_size=2)),
        raw=draw(any_text()) if status is Status.BROKEN else draw(_optional(any_text())),
    )


@st.composite
def any_when(draw: st.DrawFn) -> When:
    """Days, ranges, weeks, months, years and coarser, with and without modifier, anchor and label."""
    start = draw(st.dates(dt.date(1800, 1, 1), dt.date(2200, 1, 1)))
    grain = draw(st.sampled_from(Grain))
    days = draw(st.sampled_from([0, 0, 1, 3, 6, 27, 29, 30, 31, 89, 364, 365, 3652]))
    end = start + dt.timedelta(days=days)
    inside = st.dates(start, end)
    return When(
        start,
        end,
        grain,
        mod=draw(st.sampled_from([None, None, "START", "MID", "END", "APPROX"])),
        anchor=draw(_optional(inside)),
        label=draw(st.sampled_from([None, None, "2024-W42-WE", "2024-SU"])),
    )


@st.composite
def any_place(draw: st.DrawFn) -> Place:
    """Towns, regions and countries, with and without a point."""
    point = draw(st.booleans())
    return Place(
        draw(_name()),
        country=draw(_optional(any_country())),
        admin1=draw(_optional(any_text(1))),
        admin2=draw(_optional(any_text(1))),
        admin3=draw(_optional(any_text(1))),
        latitude=draw(st.floats(-90, 90)) if point else None,
        longitude=draw(st.floats(-180, 180)) if point else None,
        precision=draw(_optional(st.integers(1, 3))),
        ucdp_precision=draw(_optional(st.integers(1, 7))),
        feature=draw(st.sampled_from([None, "P.PPL", "P.PPLC", "A.ADM1", "A.PCLI", "H.SEA"])),
        geonameid=draw(_optional(st.integers(0, 10**8))),
    )


@st.composite
def any_actor(draw: st.DrawFn) -> Actor:
    """Any side of any kind."""
    since = draw(_optional(st.integers(1900, 2030)))
    return Actor(
        draw(_name()),
        draw(st.sampled_from(ActorKind)),
        country=draw(_optional(any_country())),
        active_from=since,
        active_to=draw(_optional(st.integers(since or 1900, 2030))),
        aliases=draw(st.lists(any_text(1), max_size=2)),
        mentions=draw(st.lists(any_text(1), max_size=2)),
        id=draw(st.sampled_from([None, "mli.army"])),
    )


@st.composite
def any_casualty_report(draw: st.DrawFn) -> CasualtyReport:
    """Claims with all kinds of bounds."""
    figure = st.integers(0, 5000)
    low = draw(_optional(figure))
    high = draw(_optional(st.integers(low or 0, 9000)))
    return CasualtyReport(
        draw(st.sampled_from(Outcome)),
        stated=draw(_optional(figure)),
        low=low,
        high=high,
        qualifier=draw(_optional(any_text(1))),
        victim=draw(_optional(any_text(1))),
        role=draw(st.sampled_from(VictimRole)),
        side=draw(st.sampled_from([None, 1, 2])),
        source=draw(_optional(any_text(1))),
        cumulative=draw(st.sampled_from([None, True, False])),
        subset_of=draw(_optional(st.integers(0, 3))),
        evidence=draw(st.lists(any_evidence(), max_size=1)),
    )


@st.composite
def any_event(draw: st.DrawFn) -> Event:
    """Any event that the model can hold."""
    fields = st.sampled_from(["when", "where", "actor1", "actor2", "casualties", "sub_event_type", "fatalities"])
    return Event(
        draw(st.sampled_from(SubEventType)),
        when=draw(_optional(any_when())),
        where=draw(_optional(any_place())),
        actor1=draw(_optional(any_actor())),
        assoc_actor_1=draw(st.lists(any_actor(), max_size=2)),
        actor2=draw(_optional(any_actor())),
        assoc_actor_2=draw(st.lists(any_actor(), max_size=2)),
        casualties=draw(st.lists(any_casualty_report(), max_size=3)),
        policy=draw(st.sampled_from(sorted(POLICIES))),
        sources=draw(st.lists(any_text(1), max_size=3)),
        source_scale=draw(st.one_of(st.none(), st.sampled_from(SourceScale), st.just("Other-National"), any_text(1))),
        notes=draw(_optional(any_text())),
        tags=draw(st.lists(any_text(1), max_size=2)),
        record_id=draw(st.one_of(st.none(), st.from_regex(r"[A-Z]{3}[1-9][0-9]{0,6}", fullmatch=True))),
        bases=draw(st.dictionaries(fields, any_basis(), max_size=3)),
        extras=draw(st.dictionaries(any_text(1), any_text(), max_size=2)).items(),
    )


@st.composite
def any_article(draw: st.DrawFn) -> Article:
    """Any text, with or without a day of publication."""
    return Article(
        draw(any_text()),
        published=draw(_optional(st.dates())),
        title=draw(_optional(any_text())),
        source=draw(_optional(any_text())),
        url=draw(_optional(any_text())),
        countries=draw(st.lists(any_country(), max_size=2)),
    )


@st.composite
def any_mention(draw: st.DrawFn) -> Mention:
    """A span that names a day, a place, a side, a toll or an act."""
    text = draw(any_text())
    start = draw(st.integers(0, 10_000))
    span = (start, start + len(text), text, "rule.name")
    match draw(st.integers(0, 4)):
        case 0:
            return DateMention(*span, when=draw(_optional(any_when())), reason=draw(any_text()))
        case 1:
            candidates = st.lists(st.tuples(any_place(), st.floats(0, 1)), max_size=2)
            return PlaceMention(
                *span,
                place=draw(_optional(any_place())),
                candidates=draw(candidates),
                metonym=draw(st.booleans()),
                reason=draw(any_text()),
            )
        case 2:
            return ActorMention(
                *span,
                actor=draw(_optional(any_actor())),
                plural=draw(st.booleans()),
                definite=draw(st.booleans()),
            )
        case 3:
            return CasualtyMention(
                *span,
                claim=draw(_optional(any_casualty_report())),
                historic=draw(st.booleans()),
                part_of=draw(_optional(st.tuples(st.integers(0, 9), st.integers(10, 99)))),
            )
        case _:
            sub = draw(_optional(st.sampled_from(SubEventType)))
            return TriggerMention(*span, sub_event_type=sub, entry=draw(st.sampled_from(["", "attack.kill"])))


@st.composite
def any_coded(draw: st.DrawFn) -> CodedArticle:
    """Any article with what might have been read in it; the two need not fit."""
    return CodedArticle(
        draw(any_article()),
        events=draw(st.lists(any_event(), max_size=2)),
        mentions=draw(st.lists(any_mention(), max_size=3)),
        problems=draw(st.lists(st.builds(Problem, any_text(), _optional(any_evidence())), max_size=2)),
        rejections=draw(st.lists(st.builds(Rejection, any_evidence(), any_text()), max_size=2)),
        policy=draw(st.sampled_from(sorted(POLICIES))),
    )
