"""The seeds: articles of our own whose events a person has written down, field by field, by the codebook."""

import functools
import json
import tomllib

import pytest

import conflict_events as ce
import project
from conflict_events.model.policy import figure

ASPECTS = {
    "what": ("sub_event_type",),
    "when": ("date", "time_precision"),
    "where": ("location", "country", "geo_precision"),
    "who": ("actor1", "kind1", "assoc_actor_1", "actor2", "kind2", "assoc_actor_2", "civilian_targeting"),
    "killed": ("killed", "fatalities", "injured"),
}
"""Aspect -> fields of expected.json that belong to it. A field that an expected event leaves out was not judged."""

ABOUT_KEYS = {"published", "source", "origin", "why", "xfail"}


@functools.cache
def about(seed):
    return tomllib.loads((seed / "about.toml").read_text(encoding="utf-8"))


@functools.cache
def expected(seed):
    return json.loads((seed / "expected.json").read_text(encoding="utf-8"))


@functools.cache
def coded(seed):
    text = (seed / "article.txt").read_text(encoding="utf-8")
    facts = about(seed)
    return ce.code(
        ce.Article(text, published=facts.get("published"), source=facts["source"], language=seed.parent.name)
    )


def bounds(event, outcome):
    """Null where nothing is said of it, else [low, high] over all claims."""
    claims = [claim for claim in event.casualties if claim.outcome == outcome]
    if not claims:
        return None
    found = figure(event.casualties, "range", ce.Outcome(outcome))
    return [found.low, found.high]


def summary(event):
    """An event in the form of expected.json."""
    where = event.where
    return {
        "sub_event_type": event.sub_event_type.value,
        "date": None if event.when is None else event.when.timex,
        "time_precision": None if event.when is None else event.when.precision,
        "location": None if where is None else where.name,
        "country": None if where is None or where.country is None else where.country.name,
        "geo_precision": None if where is None else where.precision,
        "actor1": None if event.actor1 is None else event.actor1.name,
        "kind1": None if event.actor1 is None else event.actor1.kind.value,
        "assoc_actor_1": sorted(actor.name for actor in event.assoc_actor_1),
        "actor2": None if event.actor2 is None else event.actor2.name,
        "kind2": None if event.actor2 is None else event.actor2.kind.value,
        "assoc_actor_2": sorted(actor.name for actor in event.assoc_actor_2),
        "civilian_targeting": event.civilian_targeting,
        "killed": bounds(event, "killed"),
        "injured": bounds(event, "injured"),
        "fatalities": event.fatalities.value,
    }


def likeness(want, got):
    """How many judged fields agree; the type counts for two."""
    return sum(want[key] == got[key] for key in want) + (want.get("sub_event_type") == got["sub_event_type"])


@functools.cache
def pairs(seed):
    """Each expected event with the coded event that is most like it, best pairs first; None where none is left."""
    wanted = expected(seed)["events"]
    found = [summary(event) for event in coded(seed).events]
    ranked = sorted(
        ((likeness(want, got), -i, -j) for i, want in enumerate(wanted) for j, got in enumerate(found)), reverse=True
    )
    partner, taken = {}, set()
    for score, i, j in ranked:
        if score > 1 and -i not in partner and -j not in taken:
            partner[-i] = found[-j]
            taken.add(-j)
    return [(want, partner.get(i)) for i, want in enumerate(wanted)]


def cases():
    """One case a seed and aspect; what about.toml says to fail must fail."""
    for seed in project.SEEDS:
        known = about(seed).get("xfail", {})
        for aspect in ("count", *ASPECTS, "silence"):
            marks = [pytest.mark.xfail(reason=known[aspect], strict=True)] if aspect in known else []
            yield pytest.param(seed, aspect, marks=marks, id=f"{project.name(seed)}-{aspect}")


def check(seed, aspect):
    """Compare one aspect of a seed's events; AssertionError where it is read wrongly."""
    if aspect == "count":
        assert len(coded(seed).events) == len(expected(seed)["events"])
    elif aspect == "silence":
        text = coded(seed).article.text
        for words in expected(seed).get("not_events", []):
            start = text.index(words)
            end = start + len(words)
            for event in coded(seed).events:
                for evidence in event.basis("sub_event_type").evidence:
                    assert evidence.end <= start or end <= evidence.start, f"{words!r} was coded as an event"
    else:
        keys = ASPECTS[aspect]
        want = [{key: event[key] for key in keys if key in event} for event, _ in pairs(seed)]
        got = [
            None if found is None else {key: found[key] for key in keys if key in event} for event, found in pairs(seed)
        ]
        assert got == want


@pytest.mark.parametrize(("seed", "aspect"), list(cases()))
def test_events_are_coded_as_a_person_would(seed, aspect):
    check(seed, aspect)


@pytest.mark.parametrize("seed", project.SEEDS, ids=project.name)
def test_every_value_shows_its_words(seed):
    result = coded(seed)
    text = result.article.text
    for event in result.events:
        for name in ("sub_event_type", "when", "where", "actor1", "actor2", "casualties"):
            basis = event.basis(name)
            value = getattr(event, name)
            absent = value is None or value == ()
            assert basis.status in (
                (ce.Status.ABSENT, ce.Status.BROKEN) if absent else (ce.Status.KNOWN, ce.Status.INFERRED)
            )
            assert absent or basis.evidence, f"{name} without words: {value}"
            for evidence in basis.evidence:
                assert text[evidence.start : evidence.end] == evidence.quote
                assert evidence.rule


@pytest.mark.parametrize("seed", project.SEEDS, ids=project.name)
def test_a_seed_is_whole(seed):
    facts = about(seed)
    assert facts.keys() <= ABOUT_KEYS
    assert {"source", "origin", "why"} <= facts.keys()
    words = (seed / "article.txt").read_text(encoding="utf-8").split()
    assert 120 <= len(words) <= 400
    known = {key for keys in ASPECTS.values() for key in keys}
    for event in expected(seed)["events"]:
        assert event.keys() <= known


def test_seeds_cover_the_world_and_every_event_type():
    events = [event for seed in project.SEEDS for event in expected(seed)["events"]]
    types = {ce.SubEventType(event["sub_event_type"]).event_type for event in events if "sub_event_type" in event}
    regions = {ce.Country.of(event["country"]).region for event in events if event.get("country")}
    assert len(project.SEEDS) >= 12
    assert types == set(ce.EventType)
    assert regions == set(ce.Region) - {ce.Region.ANTARCTICA}
