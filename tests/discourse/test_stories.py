"""A roundup is cut where its next story begins; a report of one story is not cut at all."""

import pytest

import conflict_events as ce
from conflict_events.discourse.stories import stories_of
from conflict_events.lexicon.load import LEXICON, section
from conflict_events.lexicon.load import toml_files as files
from conflict_events.text.sentences import read


def stories(text):
    return stories_of(read(text, page=section("page")))


def test_the_lexicon_s_example_is_cut_and_its_counterexample_is_not():
    import tomllib

    path = LEXICON / "en" / "discourse.toml"
    assert path in files()
    words = tomllib.loads(path.read_text(encoding="utf-8"))["stories"]
    assert max(stories(words["example"])) == 1
    assert max(stories(words["counterexample"])) == 0


BULLETS = """Incidents of the week

* Goma. Rebels shelled the market on Monday and killed three traders.
* Beni. Gunmen abducted a nurse on Tuesday.

The province has asked for aid. The governor spoke."""


def test_bullets_are_stories_and_the_text_behind_them_is_another():
    numbers = stories(BULLETS)

    assert len(set(numbers)) == 4


def test_a_lone_dash_cuts_nothing():
    assert set(stories("Rebels shelled Goma.\n- They fled.\n\nThe army came.")) == {0}


def test_numbered_items_keep_their_paragraphs():
    text = "Our week:\n\n1. On Monday rebels shelled Goma.\n\nThree died.\n\n2. On Tuesday a mine killed two in Sake."
    numbers = stories(text)

    assert numbers[-1] == 2
    assert sorted(set(numbers)) == [0, 1, 2]


@pytest.mark.parametrize(
    ("second", "count"),
    [
        ("* Sake. Gunmen killed two men.", 2),
        ("* Goma. The number of the dead rose to five, a doctor said.", 1),
    ],
)
def test_items_are_one_event_only_where_their_places_say_so(second, count):
    text = f"* Goma. Gunmen killed three men on Monday.\n{second}"

    assert len(ce.code(ce.Article(text, published="2024-10-22")).events) == count
