"""The perturbation test itself: swaps are whole words and turn together, flips are counted."""

import conflict_events as ce
from conflict_events.model.coded import CodedArticle
from conflict_events.testing import fairness


def test_nation_and_adjective_turn_together():
    assert dict(fairness.swaps("Israeli troops left Israel."))["nation"] == "Russian troops left Russia."


def test_words_inside_words_stay():
    assert dict(fairness.swaps("The manager saw men.")) == {"men": "The manager saw women."}


def test_a_coder_that_looks_at_names_is_found_out():
    def biased(article):
        kind = ce.SubEventType.ATTACK if "Israeli" in article.text else ce.SubEventType.ARMED_CLASH
        return CodedArticle(article, (ce.Event(kind),))

    report = fairness.check([ce.Article("Israeli troops fired.")], read=biased)

    assert [flip.swap for flip in report.flips] == ["nation"]
    assert report.rate == 1 / report.tried


def test_a_coder_that_sees_nothing_flips_nothing():
    report = fairness.check([ce.Article("A man fled Israel.")], read=CodedArticle)

    assert report.tried == 2 + len(fairness.voices())
    assert report.rate == 0.0
