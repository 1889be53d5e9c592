"""Any valid object of every model class, for tests that must hold for all of them.

Text is any text that UTF-8 can hold: no lone surrogates, everything else, line breaks and quotes included.
"""

import datetime as dt

from hypothesis import strategies as st

import conflict_events as ce
from conflict_events.model.coded import CodedArticle, Problem, Rejection
from conflict_events.model.country import countries
from conflict_events.model.mention import ActorMention, CasualtyMention, DateMention, PlaceMention, TriggerMention
from conflict_events.model.policy import POLICIES

texts = st.text(max_size=40)
names = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=40
).filter(lambda name: name.strip() == name)
"""One line that starts and ends with a visible sign, as names do."""
days = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))
figures = st.integers(0, 2_000_000)


def maybe(strategy):
    return st.none() | strategy


def some(strategy, most=3):
    return st.lists(strategy, max_size=most).map(tuple)


@st.composite
def any_evidence(draw):
    quote = draw(texts)
    start = draw(st.integers(0, 10_000))
    return ce.Evidence(start, start + len(quote), quote, draw(st.sampled_from(("date.day", "trigger.attack.kill"))))


@st.composite
def any_basis(draw):
    status = draw(st.sampled_from(ce.Status))
    return ce.Basis(
        status,
        reason="" if status is ce.Status.KNOWN else draw(names),
        evidence=draw(some(any_evidence())),
        raw=draw(texts) if status is ce.Status.BROKEN else None,
    )


@st.composite
def any_when(draw):
    first = draw(days)
    grain = draw(st.sampled_from(ce.Grain))
    end = {
        ce.Grain.WEEK: first + dt.timedelta(6),
        ce.Grain.MONTH: (first.replace(day=1) + dt.timedelta(32)).replace(day=1) - dt.timedelta(1),
        ce.Grain.YEAR: first.replace(month=12, day=31),
    }.get(grain)
    if grain is ce.Grain.MONTH:
        first = first.replace(day=1)
    if grain is ce.Grain.YEAR:
        first = first.replace(month=1, day=1)
    if end is None:
        end = first + dt.timedelta(draw(st.integers(0, 40)))
    return ce.When(first, end, grain, mod=draw(maybe(st.sampled_from(("START", "MID", "END", "APPROX")))))


any_country = st.sampled_from(countries())


@st.composite
def any_place(draw):
    point = draw(maybe(st.tuples(st.floats(-90, 90), st.floats(-180, 180))))
    latitude, longitude = (None, None) if point is None else (round(point[0], 4), round(point[1], 4))
    return ce.Place(
        draw(names),
        country=draw(maybe(any_country)),
        admin1=draw(maybe(names)),
        admin2=draw(maybe(names)),
        admin3=draw(maybe(names)),
        latitude=latitude,
        longitude=longitude,
        precision=draw(maybe(st.integers(1, 3))),
        ucdp_precision=draw(maybe(st.integers(1, 7))),
        feature=draw(maybe(st.sampled_from(("P.PPL", "P.PPLC", "A.ADM1", "A.PCLI", "H.SEA")))),
        geonameid=draw(maybe(figures)),
    )


@st.composite
def any_actor(draw):
    return ce.Actor(
        draw(names),
        draw(st.sampled_from(ce.ActorKind)),
        country=draw(maybe(any_country)),
        active_from=draw(maybe(st.integers(1945, 2030))),
        active_to=draw(maybe(st.integers(1945, 2030))),
        aliases=draw(some(names)),
        mentions=draw(some(names)),
        id=draw(maybe(st.sampled_from(("lbn.hezbollah", "cod.m23")))),
    )


@st.composite
def any_claim(draw):
    low, high = draw(maybe(figures)), draw(maybe(figures))
    if low is not None and high is not None:
        low, high = sorted((low, high))
    return ce.CasualtyReport(
        draw(st.sampled_from(ce.Outcome)),
        stated=draw(maybe(figures)),
        low=low,
        high=high,
        qualifier=draw(maybe(names)),
        victim=draw(maybe(names)),
        role=draw(st.sampled_from(ce.VictimRole)),
        side=draw(st.sampled_from((None, 1, 2))),
        source=draw(maybe(names)),
        cumulative=draw(maybe(st.booleans())),
        subset_of=draw(maybe(st.integers(0, 3))),
        evidence=draw(some(any_evidence())),
    )


FIELDS = ("sub_event_type", "when", "where", "actor1", "actor2", "casualties", "sources", "notes")


@st.composite
def any_event(draw):
    """Any valid event; actors and places need not make sense together."""
    return ce.Event(
        draw(st.sampled_from(ce.SubEventType)),
        when=draw(maybe(any_when())),
        where=draw(maybe(any_place())),
        actor1=draw(maybe(any_actor())),
        assoc_actor_1=draw(some(any_actor(), 2)),
        actor2=draw(maybe(any_actor())),
        assoc_actor_2=draw(some(any_actor(), 2)),
        casualties=draw(some(any_claim())),
        policy=draw(st.sampled_from(sorted(POLICIES))),
        sources=draw(some(names)),
        source_scale=draw(maybe(st.sampled_from(ce.SourceScale))),
        notes=draw(maybe(texts)),
        tags=draw(some(names)),
        record_id=draw(maybe(names)),
        bases=draw(st.dictionaries(st.sampled_from(FIELDS), any_basis(), max_size=4)),
        extras=draw(some(st.tuples(names, texts), 2)),
    )


@st.composite
def any_article(draw):
    return ce.Article(
        draw(texts),
        published=draw(maybe(days)),
        title=draw(maybe(texts)),
        source=draw(maybe(names)),
        url=draw(maybe(names)),
        language=draw(st.sampled_from(("en", "fr", "ar"))),
    )


@st.composite
def any_mention(draw):
    text = draw(texts)
    start = draw(st.integers(0, 10_000))
    span = (start, start + len(text), text, "rule.name")
    return draw(
        st.one_of(
            st.builds(DateMention, *map(st.just, span), when=maybe(any_when()), reason=texts),
            st.builds(
                PlaceMention,
                *map(st.just, span),
                place=maybe(any_place()),
                candidates=some(st.tuples(any_place(), st.floats(0, 1)), 2),
                metonym=st.booleans(),
                reason=texts,
            ),
            st.builds(
                ActorMention,
                *map(st.just, span),
                actor=maybe(any_actor()),
                plural=st.booleans(),
                definite=st.booleans(),
            ),
            st.builds(
                CasualtyMention,
                *map(st.just, span),
                claim=maybe(any_claim()),
                historic=st.booleans(),
                part_of=maybe(st.tuples(st.integers(0, 9), st.integers(10, 99))),
            ),
            st.builds(
                TriggerMention,
                *map(st.just, span),
                sub_event_type=maybe(st.sampled_from(ce.SubEventType)),
                entry=st.sampled_from(("", "attack.kill")),
            ),
        )
    )


@st.composite
def any_coded(draw):
    return CodedArticle(
        draw(any_article()),
        events=draw(some(any_event(), 2)),
        mentions=draw(some(any_mention())),
        problems=draw(some(st.builds(Problem, texts, maybe(any_evidence())), 2)),
        rejections=draw(some(st.builds(Rejection, any_evidence(), texts), 2)),
        policy=draw(st.sampled_from(sorted(POLICIES))),
    )
