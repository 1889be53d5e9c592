"""No text makes the library raise, and no text makes it slower than its length."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import conflict_events as ce
from conflict_events.explain import explain
from fuzz import targets
from hostile import KINDS, ODD, PARTS, hostile
from work import steps

SHORT, FACTOR = 5_000, 4
WORDS = st.sampled_from([part.strip() or part for part in PARTS.values()])


def read(text):
    return ce.code(ce.Article(text, published="2024-10-22"))


@pytest.mark.parametrize("name", KINDS)
def test_cost_grows_with_the_length_and_no_faster(name):
    short, long = hostile(name, SHORT), hostile(name, SHORT * FACTOR)
    read(short), read(long)  # what is cached is work done once
    assert steps(read, long) < FACTOR * 1.3 * steps(read, short)


def megabyte(text):
    """A text said over and over, to a million characters."""
    return (text * (1_000_000 // len(text) + 1))[:1_000_000]


ANYTHING = st.lists(WORDS | st.text(max_size=20), min_size=1, max_size=30).map(" ".join).filter(bool)


@settings(max_examples=5)
@given(ANYTHING.map(megabyte))
def test_a_megabyte_of_anything_is_read_to_its_end(text):
    targets.spans_fit(read(text))


@given(st.text() | st.lists(WORDS | st.text(max_size=5), max_size=40).map(" ".join))
def test_no_text_makes_it_raise_and_every_span_is_of_the_text(text):
    coded = ce.code(ce.Article(text, published="2024-10-22"))
    targets.spans_fit(coded)
    assert explain(coded)
    assert ce.formats.acled.dumps(coded.events)


@given(st.lists(WORDS | st.sampled_from(ODD) | st.sampled_from([" ", "\n"]), max_size=40).map("".join))
def test_no_mangled_text_makes_it_raise(text):
    targets.holds_for_text(text)
    targets.holds_for_text(text, None)


@pytest.mark.parametrize("mark", [mark for mark in ODD if "\n" not in mark])
def test_a_line_of_one_odd_sign_changes_nothing_that_the_text_says(mark):
    (event,) = read(f"Gunmen killed two farmers in Goma.\n{mark}").events
    assert (event.where.name, event.fatalities.value) == ("Goma", 2)


@given(st.text(max_size=80), st.text(max_size=80))
def test_the_finders_alone_take_any_text(one, other):
    text = f"{one} on Tuesday near Goma soldiers killed 8 {other}"
    for found in (
        *ce.find_dates(text, published="2024-10-22"),
        *ce.find_places(text),
        *ce.find_actors(text),
        *ce.find_casualties(text),
    ):
        assert text[found.start : found.end] == found.text
