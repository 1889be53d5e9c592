"""Checked by mypy, never run: the types that a caller of the public names sees."""

import datetime as dt
from typing import Any, assert_type

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

by_hand = ce.Event(
    "Attack",
    when="2024-05-01",
    where=ce.Place("Goma", country="DRC"),
    actor1=ce.Actor("M23", "Rebel group", country="COD"),
    casualties=[ce.CasualtyReport("killed", stated=3)],
)
assert_type(by_hand.when, ce.When | None)
assert_type(ce.to_dict(by_hand)["sub_event_type"], Any)
assert_type(ce.from_dict({}), ce.Event)
assert_type(ce.from_dict({}, ce.Place), ce.Place)
assert_type(ce.code("Shells hit Goma.", published=dt.date(2024, 10, 22)), ce.CodedArticle)
assert_type(list(ce.code_many(["Shells hit Goma."], published="2024-10-22")), list[ce.CodedArticle])
