"""Every trigger is tried on the examples and counterexamples that stand beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from conflict_events.build.triggers import trigger_files
from conflict_events.extraction.event_mention import EventMention
from conflict_events.extraction.rules.extractor import build
from conflict_events.mentions import actors, casualties, dates, places, triggers
from conflict_events.text.sentences import read


def frames_of(text: str) -> tuple[EventMention, ...]:
    document = read(text)
    event_mentions, _ = build(
        document,
        triggers.find(document),
        actors.find(document, None),
        places.find(document),
        dates.find(document, None),
        casualties.find(document),
    )
    return event_mentions


def cases(key: str) -> list[Any]:
    return [
        pytest.param(entry["id"], case, id=f"{name}:{entry['id']}[{number}]")
        for name, entries in trigger_files()
        for entry in entries
        for number, case in enumerate(entry[key])
    ]


EXAMPLES, COUNTEREXAMPLES = cases("example"), cases("counterexample")


def test_there_are_examples_of_every_entry() -> None:
    entries = [entry["id"] for _, found in trigger_files() for entry in found]

    assert len(EXAMPLES) >= len(entries) > 40
    assert len(COUNTEREXAMPLES) >= len(entries)
    assert len(set(entries)) == len(entries)


@pytest.mark.parametrize(("entry", "case"), EXAMPLES)
def test_an_example_is_read_as_wanted(entry: str, case: Mapping[str, str]) -> None:
    assert case["hit"] in case["text"], "the words hit must stand in the text"
    event_mentions = frames_of(case["text"])

    assert event_mentions, "nothing found"
    told = {
        mention.text: mention.entry
        for event_mention in event_mentions
        for mention in (event_mention.trigger, *event_mention.also)
    }
    assert case["hit"] in told, f"other words found: {told}"
    assert told[case["hit"]] == entry, f"another entry fired: {told}"
    assert case["want"] in {event_mention.sub_event_type.value for event_mention in event_mentions}


@pytest.mark.parametrize(("entry", "case"), COUNTEREXAMPLES)
def test_a_counterexample_tells_no_event(entry: str, case: Mapping[str, str]) -> None:
    assert case["why"]
    found = [
        (mention.text, mention.entry)
        for event_mention in frames_of(case["text"])
        for mention in (event_mention.trigger, *event_mention.also)
        if mention.entry == entry
    ]

    assert not found
