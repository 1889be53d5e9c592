"""One written date: what its examples say, what is refused, and nothing that a text does not hold."""

import datetime as dt
import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conflict_events.model.errors import BadInputError
from conflict_events.written.dates import day_of, span_of

LEXICON = tomllib.loads(files("conflict_events.written").joinpath("dates.toml").read_text(encoding="utf-8"))
MONTHS = "January February March April May June July August September October November December".split()


@pytest.mark.parametrize("example", LEXICON["example"], ids=lambda example: example["text"])
def test_examples_name_their_days(example):
    when = span_of(example["text"], day_first=example.get("day_first"))
    assert when.timex == example.get("span", str(example.get("day")))
    if "day" in example:
        assert day_of(example["text"], day_first=example.get("day_first")) == example["day"]


@pytest.mark.parametrize("example", LEXICON["refused"], ids=lambda example: example["text"])
def test_what_is_open_is_refused_with_the_reason(example):
    with pytest.raises(BadInputError) as caught:
        day_of(example["text"], where="a cell")
    assert example["reason"] in caught.value.what
    assert (caught.value.where, caught.value.got) == ("a cell", example["text"])
    assert "such as" in caught.value.expected or "YYYY" in caught.value.expected


@given(st.dates(dt.date(1970, 1, 1), dt.date(2068, 12, 31)), st.sampled_from(range(9)))
def test_each_common_spelling_of_a_day_is_that_day(day, form):
    month = MONTHS[day.month - 1]
    texts = [
        (day.isoformat(), None),
        (f"{day.day}/{day.month}/{day.year}", True),
        (f"{day.month}/{day.day}/{day.year}", False),
        (f"{day.day:02}.{day.month:02}.{day.year} 08:30", True),
        (f"{day.year}/{day.month}/{day.day}", None),
        (f"{day.day} {month} {day.year}", None),
        (f"{month} {day.day}, {day.year}", None),
        (f"{day.day:02}-{month[:3]}-{day.year % 100:02}", None),
        (day.strftime("%a, %d %b %Y 23:59:59 -0900"), None),
    ]
    text, day_first = texts[form]
    assert day_of(text, day_first=day_first) == day


@given(st.text(alphabet="0123456789/-. :,TZabcdefjmnoprsuvy'年月日", max_size=24))
def test_what_is_read_stands_in_the_text(text):
    try:
        day = day_of(text)
    except BadInputError:
        return
    digits = "".join(filter(str.isdigit, text))
    assert f"{day.year % 100:02}" in digits or "W" in text
    assert str(day.day) in digits.replace("0", "") + digits


@pytest.mark.parametrize("zone", ["UTC", "Asia/Tokyo", "America/Los_Angeles"])
def test_the_machines_zone_changes_nothing(zone, monkeypatch):
    monkeypatch.setenv("TZ", zone)
    assert day_of("22 Oct 2024 23:30 EST") == dt.date(2024, 10, 22)
    assert day_of("22 Oct 2024 00:30 +0900") == dt.date(2024, 10, 22)
