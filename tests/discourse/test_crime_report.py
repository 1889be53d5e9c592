"""An article that reports ordinary crime throughout makes its acts crime; one word of a conflict, or a gang, does not."""

import tomllib

import conflict_events as ce
from conflict_events.discourse.crime_report import crime_report
from conflict_events.lexicon.load import LEXICON
from conflict_events.text.sentences import read

WORDS = tomllib.loads((LEXICON / "en" / "discourse.toml").read_text(encoding="utf-8"))["crime_report"]

REPORT = (
    "A man shot dead a clerk in Dayton, Ohio, on Monday. Detectives found shell casings at the crime scene. "
    "The suspect, a former co-worker, is held without bail and was arraigned on Tuesday, the sheriff said."
)


def test_the_lexicon_s_example_is_one_and_its_counterexample_is_not():
    assert crime_report(read(WORDS["example"]))
    assert crime_report(read(WORDS["counterexample"])) == ""


def test_its_acts_are_kept_apart_with_the_words_that_say_so():
    coded = ce.code(REPORT, published="2024-10-23")

    assert coded.events == ()
    assert [event.where.name for event in coded.crime] == ["Dayton"]
    assert "'suspect'" in coded.crime[0].basis("scope").reason


def test_they_are_events_for_those_who_count_all_violence():
    assert len(ce.code(REPORT, published="2024-10-23", scope="all").events) == 1


def test_two_words_of_a_police_report_are_no_report_of_crime():
    text = "Gunmen shot dead a teacher in Maroua, Cameroon, on Monday. Detectives are looking for a suspect."

    assert len(ce.code(text, published="2024-10-23").events) == 1
