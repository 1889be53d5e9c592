"""Three hundred sentences of our own, from all regions, and the sub-event type that each must come out as."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import conflict_events as ce

KINDS = tomllib.loads(Path(__file__).with_name("kinds.toml").read_text(encoding="utf-8"))["kind"]
READ = [(kind["name"], sentence) for kind in KINDS for sentence in kind.get("sentences", ())]
OPEN = [(kind["name"], sentence) for kind in KINDS for sentence in kind.get("open", ())]


def main(sentence):
    events = ce.code(ce.Article(sentence, published="2024-05-01")).events
    return events[0].sub_event_type.value if events else ""


def test_every_sub_event_type_has_sentences():
    assert {name for name, _ in READ} == {"", *(kind.value for kind in ce.SubEventType)}


@pytest.mark.parametrize(("name", "sentence"), READ, ids=[sentence[:50] for _, sentence in READ])
def test_a_sentence_is_its_kind(name, sentence):
    assert main(sentence) == name


@pytest.mark.xfail(reason="not read yet", strict=True)
@pytest.mark.parametrize(("name", "sentence"), OPEN, ids=[sentence[:50] for _, sentence in OPEN])
def test_an_open_sentence_is_its_kind(name, sentence):
    assert main(sentence) == name
