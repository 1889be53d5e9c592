"""Small hand-made event mentions: the stage is tested without the finders before it."""

import datetime as dt

import pytest

from conflict_events.events.settle import resolve
from conflict_events.extraction.event_mention import EventMention
from conflict_events.model.actor import Actor
from conflict_events.model.article import Article
from conflict_events.model.casualty import CasualtyReport, Outcome
from conflict_events.model.country import Country
from conflict_events.model.kind import ActorKind
from conflict_events.model.mention import ActorMention, CasualtyMention, DateMention, PlaceMention, TriggerMention
from conflict_events.model.place import Place
from conflict_events.model.taxonomy import SubEventType
from conflict_events.model.when import When
from conflict_events.text.sentences import read


class Story:
    """A text on which mentions are put by their words."""

    def __init__(self, text):
        self.text = text
        self.document = read(text)
        self.places = []
        self.dates = []
        self.event_mentions = []

    def _span(self, words, nth=0):
        start = -1
        for _ in range(nth + 1):
            start = self.text.index(words, start + 1)
        return start, start + len(words), words

    def place(self, words, nth=0, *, country="COD", metonym=False, feature="P.PPL"):
        start, end, text = self._span(words, nth)
        place = Place(words, country=Country.of(country), latitude=1.0, longitude=2.0, precision=1, feature=feature)
        mention = PlaceMention(start, end, text, "place.name", place=place, metonym=metonym)
        self.places.append(mention)
        return mention

    def wide(self, words):
        start, end, text = self._span(words)
        place = Place(words, latitude=15.0, longitude=2.0, precision=3, feature="L.RGN")
        self.places.append(PlaceMention(start, end, text, "place.name", place=place))
        return self.places[-1]

    def unsettled(self, words):
        start, end, text = self._span(words)
        readings = ((Place(words, country=Country.of("COD")), 0.5), (Place(words, country=Country.of("NGA")), 0.5))
        mention = PlaceMention(start, end, text, "place.name", candidates=readings)
        self.places.append(mention)
        return mention

    def date(self, words, iso, nth=0, rule="date.weekday"):
        start, end, text = self._span(words, nth)
        when = None if iso is None else When.day(dt.date.fromisoformat(iso))
        mention = DateMention(start, end, text, rule, when=when)
        self.dates.append(mention)
        return mention

    def week(self, words, monday):
        start, end, text = self._span(words)
        first = dt.date.fromisoformat(monday)
        mention = DateMention(start, end, text, "date.week", when=When(first, first + dt.timedelta(days=6)))
        self.dates.append(mention)
        return mention

    def actor(self, words, name, kind=ActorKind.REBEL_GROUP, country=None, nth=0):
        start, end, text = self._span(words, nth)
        home = None if country is None else Country.of(country)
        return ActorMention(start, end, text, "actor.name", actor=Actor(name, kind, country=home))

    def killed(self, words, number, **more):
        start, end, text = self._span(words)
        mention = CasualtyMention(start, end, text, "casualty.killed")
        claim = CasualtyReport(
            Outcome.KILLED, stated=number, low=number, high=number, evidence=(mention.evidence,), **more
        )
        return CasualtyMention(start, end, text, "casualty.killed", claim=claim)

    def event_mention(self, words, kind=SubEventType.SHELLING, nth=0, *, noun=False, **more):
        start, end, text = self._span(words, nth)
        trigger = TriggerMention(start, end, text, "trigger.test", sub_event_type=kind, noun=noun)
        sentence = next(i for i, s in enumerate(self.document.sentences) if s.start <= start < s.end)
        event_mention = EventMention(kind, trigger, sentence, **more)
        self.event_mentions.append(event_mention)
        return event_mention

    def events(self, policy="acled", published="2024-10-23"):
        article = Article(self.text, published=published, source="Example Post")
        return self.resolved(policy, article).events

    def resolved(self, policy="acled", article=None):
        article = Article(self.text, published="2024-10-23") if article is None else article
        return resolve(self.document, self.event_mentions, self.places, self.dates, article, policy)


@pytest.fixture
def story():
    return Story
