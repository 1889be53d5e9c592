"""The perturbation test itself: swaps are whole words and turn together; and that our own coding flips nowhere."""

import pytest

import conflict_events as ce
from conflict_events.model.coded import CodedArticle
from conflict_events.testing import fairness

BASES = tuple(fairness.bases())


def test_a_country_turns_with_its_adjective_and_its_town():
    assert dict(fairness.swaps("Israeli troops left Haifa in Israel."))["home"] == "Iraqi troops left Kirkuk in Iraq."


def test_words_inside_words_stay():
    assert dict(fairness.swaps("The manager saw men.")) == {"gender": "The manager saw women."}


def test_a_leader_turns_with_the_group():
    swapped = dict(fairness.swaps("Hezbollah leader Hassan Nasrallah died. Nasrallah was old."))
    assert swapped["group"] == "Hamas leader Yahya Sinwar died. Sinwar was old."


def test_a_coder_that_looks_at_names_is_found_out():
    def biased(article):
        kind = ce.SubEventType.ATTACK if "Israeli" in article.text else ce.SubEventType.ARMED_CLASH
        return CodedArticle(article, (ce.Event(kind),))

    report = fairness.check([ce.Article("Israeli troops fired.")], read=biased)

    assert {flip.swap for flip in report.flips} == {"home"}
    assert report.flips[0].text == "Iraqi troops fired."
    assert report.rate == len(report.flips) / report.tried


def test_a_coder_that_sees_nothing_flips_nothing():
    report = fairness.check([ce.Article("A man fled Israel.")], read=CodedArticle)

    assert report.tried == 2 + len(fairness.voices()) + sum(len(forms) for *_, forms in BASES)
    assert report.rate == 0.0


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, text, _ in BASES], ids=lambda one: str(one)[10:60])
def test_the_built_in_sentences_are_coded_as_a_person_would(kind, text):
    (event,) = ce.code(ce.Article(text, published=fairness.DAY)).events
    assert event.sub_event_type is kind


def test_the_built_in_sentences_are_of_all_kinds_of_events_and_of_all_regions():
    assert {kind.event_type for kind, *_ in BASES} == set(ce.EventType)
    homes = {word for *_, forms in BASES for name, text in forms if name == "home" for word in text.split()}
    assert {"Kenyan", "Indian", "Peruvian", "Haitian", "Canadian", "Australian", "Japanese"} <= homes


def test_no_code_depends_on_a_name():
    report = fairness.check()

    assert report.tried > 1400
    assert [(flip.swap, flip.text) for flip in report.flips] == []
