"""Many articles come back in order, bounded, and one bad one spares the rest."""

import pytest

import conflict_events as ce
from conflict_events import batch
from conflict_events.model.errors import BadInputError, UnknownNameError

ARTICLES = [ce.Article(f"Rebels shelled Goma on {day} October 2024.", published="2024-10-30") for day in range(1, 25)]


@pytest.mark.parametrize(("workers", "chunk"), [(1, 1), (1, 7), (2, 3), (2, 100)])
def test_results_come_in_the_order_of_the_articles(workers, chunk):
    alone = [ce.code(article) for article in ARTICLES]

    assert list(batch.code_many(ARTICLES, workers=workers, chunk=chunk)) == alone


def test_articles_are_read_only_as_far_as_needed():
    taken = []

    def endless():
        while True:
            taken.append(1)
            yield ARTICLES[0]

    results = batch.code_many(endless(), workers=2, chunk=2)
    next(results)
    results.close()

    assert len(taken) <= 2 * batch.AHEAD * 2 + 2


def test_one_bad_article_is_told_and_the_rest_go_on():
    def fails_on_second(article, policy, **more):
        if article is ARTICLES[1]:
            raise RuntimeError("boom")
        return ce.code(article, policy, **more)

    first, second, third = batch._code_chunk(ARTICLES[:3], "acled", read=fails_on_second)

    assert (len(first.events), len(second.events), len(third.events)) == (1, 0, 1)
    assert second.problems[0].what == "this article could not be coded: RuntimeError: boom"


@pytest.mark.parametrize("wrong", [{"workers": 0}, {"chunk": 0}])
def test_fewer_than_one_is_refused_at_once(wrong):
    with pytest.raises(BadInputError, match="expected 1 or more, got 0"):
        batch.code_many([], **wrong)


def test_unknown_policy_is_refused_at_once():
    with pytest.raises(UnknownNameError, match="no such policy"):
        batch.code_many([], policy="median")
