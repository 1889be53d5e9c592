"""Every rule that reads dates has examples and counterexamples in the lexicon; they run here."""

import datetime as dt
import tomllib
from pathlib import Path

import pytest

from conflict_events.lexicon.load import LEXICON, section
from conflict_events.mentions import dates
from conflict_events.text.sentences import read

with (LEXICON / "en" / "dates_rules.toml").open("rb") as stream:
    RULES = tomllib.load(stream)["rule"]

LANGUAGES = sorted(path for path in LEXICON.glob("*/dates.toml") if path.parent.name != "en")


def _day(entry):
    return dt.date.fromisoformat(entry["published"]) if "published" in entry else None


def _cases(kind):
    return [
        pytest.param(rule["id"], entry, id=f"{rule['id']}.{kind}[{number}]")
        for rule in RULES
        for number, entry in enumerate(rule[kind])
    ]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["id"])
def test_a_rule_says_what_it_reads_and_what_it_leaves(rule):
    assert set(rule) == {"id", "about", "example", "counterexample"}
    assert rule["example"]
    assert rule["counterexample"]


@pytest.mark.parametrize(("rule", "entry"), _cases("example"))
def test_an_example_is_found_by_its_rule_with_its_value(rule, entry):
    assert set(entry) <= {"text", "published", "hit", "timex"}
    found = dates.find(read(entry["text"]), _day(entry))
    by_words = {mention.text: mention for mention in found}
    assert entry["hit"] in by_words, [(mention.text, mention.timex) for mention in found]
    mention = by_words[entry["hit"]]
    assert mention.timex == entry.get("timex")
    assert mention.rule == rule
    assert mention.when is not None or mention.reason


@pytest.mark.parametrize(("rule", "entry"), _cases("counterexample"))
def test_a_counterexample_is_left_alone_by_the_rule(rule, entry):
    assert set(entry) == {"text", "why"}
    found = dates.find(read(entry["text"]), dt.date(2024, 10, 22))
    assert [mention.text for mention in found if mention.rule == rule] == []


@pytest.mark.parametrize("path", LANGUAGES, ids=lambda path: path.parent.name)
def test_another_language_has_twelve_months_and_an_example(path):
    with path.open("rb") as stream:
        months = tomllib.load(stream)["month"]
    assert [month["number"] for month in months] == list(range(1, 13))
    examples = [example for month in months for example in month.get("example", ())]
    assert examples
    for example in examples:
        found = {mention.text: mention.timex for mention in dates.find(read(example["text"]))}
        assert found[example["hit"]] == example["timex"]


@pytest.mark.parametrize("path", LANGUAGES, ids=lambda path: path.parent.name)
def test_every_month_of_another_language_is_read_beside_a_day(path):
    with path.open("rb") as stream:
        months = tomllib.load(stream)["month"]
    for month in months:
        for name in month["names"]:
            text = f"… 7 {name} 2023."
            assert [mention.timex for mention in dates.find(read(text))] == [f"2023-{month['number']:02d}-07"], text


with (LEXICON / "en" / "dates.toml").open("rb") as stream:
    WORDS = tomllib.load(stream)

SOURCE = "".join(path.read_text(encoding="utf-8") for path in Path(dates.__file__).parent.glob("*.py"))
FEASTS = [(feast["key"], name) for feast in WORDS["feast"] for name in feast["names"]]


@pytest.mark.parametrize(("key", "name"), FEASTS, ids=lambda value: value)
def test_every_name_of_a_feast_is_read_as_one(key, name):
    (mention,) = dates.find(read(f"The raid began on {name} near the river."), dt.date(2024, 10, 22))
    assert (mention.text, mention.rule) == (name, "date.feast")
    assert mention.when is not None or key == "national"


def test_names_of_known_days_are_read_and_names_that_hold_calendar_words_are_not():
    for entry in WORDS["named_day"]:
        for name in entry["names"]:
            assert [m.timex for m in dates.find(read(f"Since the {name} he fled."), dt.date(2024, 10, 22))] == [
                entry["iso"]
            ]
    for entry in WORDS["not_date"]:
        assert entry["why"]
        for name in entry["names"]:
            assert dates.find(read(f"They saw {name} there."), dt.date(2024, 10, 22)) == (), name


def test_every_word_list_says_what_it_is_for_and_is_used():
    for entry in WORDS["words"]:
        assert entry["about"]
        assert f'"{entry["id"]}"' in SOURCE, entry["id"]
        assert len(set(entry["list"])) == len(entry["list"]), entry["id"]


def test_moving_feasts_are_those_of_the_calendar_libraries():
    pytest.importorskip("hijridate")
    pytest.importorskip("dateutil")
    from dateutil.easter import easter
    from hijridate import Hijri

    moving = section("dates")["moving"]
    assert moving["easter"][1] == tuple(easter(year).isoformat() for year in range(1950, 2077))
    ramadans = {dt.date(*Hijri(year, 9, 1).to_gregorian().datetuple()).isoformat() for year in range(1400, 1470)}
    assert ramadans <= set(moving["ramadan"][1])
