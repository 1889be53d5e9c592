"""Checked by mypy, never run: the types that a caller of the public names sees."""

import datetime as dt
from typing import assert_type

import conflict_events as ce

article = ce.Article("Shells hit Goma.", published="2024-10-22", source="Seed Wire")
assert_type(article.published, dt.date | None)

coded = ce.code(article, policy="range")
assert_type(coded, ce.CodedArticle)
for event in coded.events:
    assert_type(event, ce.Event)
    assert_type(event.sub_event_type, ce.SubEventType)
    assert_type(event.event_type, ce.EventType)
    assert_type(event.when, ce.When | None)
    assert_type(event.where, ce.Place | None)
    assert_type(event.actor1, ce.Actor | None)
    assert_type(event.casualties, tuple[ce.CasualtyReport, ...])
    assert_type(event.basis("where"), ce.Basis)
    assert_type(event.fatalities.value, int | None)
    assert_type(event.id, str)

for date_mention in ce.find_dates("on Tuesday", published=dt.date(2024, 10, 22)):
    assert_type(date_mention.when, ce.When | None)
    assert_type(date_mention.timex, str | None)
for place_mention in ce.find_places("near Goma"):
    assert_type(place_mention.place, ce.Place | None)
for actor_mention in ce.find_actors("the army"):
    assert_type(actor_mention.actor, ce.Actor | None)
for casualty_mention in ce.find_casualties("two dead"):
    assert_type(casualty_mention.claim, ce.CasualtyReport | None)
