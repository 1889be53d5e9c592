"""The judge of whole articles: its texts are in form, and it counts as it says."""

import json
import runpy

import pytest

import conflict_events as ce
import project

FOLDER = project.ROOT / "tests" / "whole"
TOOL = runpy.run_path(str(project.ROOT / "tools" / "whole_articles.py"))
ARTICLES = sorted(FOLDER.glob("articles.*.jsonl"))


def items(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_each_event_of_the_gold_stands_in_its_text_and_has_a_type(path):
    seen = set()
    for item in items(path):
        assert item["id"] not in seen
        seen.add(item["id"])
        for event in item["gold"]["events"]:
            assert item["text"].count(event["quote"]) == 1
            assert all(ce.SubEventType(kind) for kind in (event["sub_event_type"], *event.get("also_ok", ())))


GOLD = {
    "quote": "shelled Goma",
    "sub_event_type": "Shelling/artillery/missile attack",
    "event_date": "2024-10-21",
    "location": "Goma",
    "country": "Democratic Republic of Congo",
    "lat": -1.68,
    "lon": 29.22,
    "geo_precision": 1,
    "actor1": "M23: March 23 Movement",
    "actor1_key": "M23",
    "actor2": None,
    "fatalities": 0,
}
ARTICLE = {"id": "1", "text": "M23 rebels shelled Goma on Monday.", "published": "2024-10-22"}


def figures(**changes):
    return TOOL["judge"]([{**ARTICLE, "gold": {"events": [{**GOLD, **changes}]}}], lambda _: None)


def test_a_row_that_is_right_in_every_field_counts_as_whole():
    found = figures()

    assert found["events F1"] == found["whole rows F1"] == 1.0


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"event_date": "2024-10-20"}, "day"),
        ({"location": "Beni", "lat": 0.49, "lon": 29.47}, "place"),
        ({"fatalities": 3}, "fatalities"),
        ({"actor1": "ADF: Allied Democratic Forces", "actor1_key": None}, "actor1"),
    ],
)
def test_a_wrong_field_is_told_and_the_row_is_not_whole(changes, field):
    found = figures(**changes)

    assert (found["events F1"], found[f"{field} of matched"], found["whole rows F1"]) == (1.0, 0.0, 0.0)


def test_what_is_not_judged_costs_nothing():
    assert figures(fatalities=3, untold=["fatalities"])["whole rows F1"] == 1.0


def test_an_event_that_nobody_wants_lowers_precision():
    found = TOOL["judge"]([{**ARTICLE, "gold": {"events": []}}], lambda _: None)

    assert (found["events precision"], found["events recall"]) == (0.0, 0.0)
