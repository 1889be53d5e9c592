"""The model's values: frozen, hashable, picklable, and refused where they make no sense."""

import copy
import datetime as dt
import pickle

import attrs
import pytest
from hypothesis import given

import conflict_events as ce
from conflict_events.testing import strategies

EVERY = [
    strategies.any_article(),
    strategies.any_when(),
    strategies.any_place(),
    strategies.any_actor(),
    strategies.any_casualty_report(),
    strategies.any_basis(),
    strategies.any_evidence(),
    strategies.any_mention(),
    strategies.any_event(),
    strategies.any_coded(),
    strategies.any_country(),
]


@pytest.mark.parametrize("strategy", EVERY, ids=lambda strategy: repr(strategy)[:30])
def test_values_survive_pickle_and_copy_and_are_their_own_keys(strategy):
    @given(strategy)
    def holds(value):
        assert pickle.loads(pickle.dumps(value)) == value
        assert copy.deepcopy(value) == value
        assert hash(copy.copy(value)) == hash(value)

    holds()


@pytest.mark.parametrize("strategy", EVERY, ids=lambda strategy: repr(strategy)[:30])
def test_values_are_frozen(strategy):
    @given(strategy)
    def holds(value):
        name = attrs.fields(type(value))[0].name
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(value, name, None)

    holds()


@pytest.mark.parametrize(
    ("make", "where"),
    [
        (lambda: ce.Article(b"bytes"), "Article.text"),
        (lambda: ce.Article("x", published="soon"), "Article.published"),
        (lambda: ce.Article("x", published="2024-10-22 or so"), "Article.published"),
        (lambda: ce.Article("x", published=20241022), "Article.published"),
        (lambda: ce.When(dt.date(2024, 10, 22), dt.date(2024, 10, 21)), "When"),
        (lambda: ce.Place("x", latitude=90.1, longitude=0), "Place.latitude"),
        (lambda: ce.Place("x", latitude=0, longitude=-180.1), "Place.longitude"),
        (lambda: ce.Place("x", latitude=1.0), "Place"),
        (lambda: ce.Place("x", precision=0), "Place.precision"),
        (lambda: ce.Place("x", precision=4), "Place.precision"),
        (lambda: ce.Place("x", ucdp_precision=8), "Place.ucdp_precision"),
        (lambda: ce.CasualtyReport(ce.Outcome.KILLED, stated=-1), "CasualtyReport.stated"),
        (lambda: ce.CasualtyReport(ce.Outcome.KILLED, low=1.5), "CasualtyReport.low"),
        (lambda: ce.CasualtyReport(ce.Outcome.KILLED, high=True), "CasualtyReport.high"),
        (lambda: ce.CasualtyReport(ce.Outcome.KILLED, low=3, high=2), "CasualtyReport"),
        (lambda: ce.CasualtyReport(ce.Outcome.KILLED, side=3), "CasualtyReport.side"),
        (lambda: ce.Evidence(3, 2, "", "r"), "Evidence"),
        (lambda: ce.Evidence(-1, 2, "abc", "r"), "Evidence.start"),
        (lambda: ce.Evidence(0, 2, "abc", "r"), "Evidence"),
        (lambda: ce.Basis(ce.Status.ABSENT), "Basis.reason"),
        (lambda: ce.Basis(ce.Status.BROKEN, reason="unreadable"), "Basis.raw"),
        (lambda: ce.Event(ce.SubEventType.ATTACK, tags="one text"), "Event.tags"),
    ],
)
def test_values_that_make_no_sense_are_refused_with_what_where_expected_and_got(make, where):
    with pytest.raises(ce.ConflictEventsError) as caught:
        make()
    error = caught.value
    assert error.where == where
    assert error.what
    assert error.expected
    assert "\n" not in str(error)
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), str(again), again.got) == (type(error), str(error), error.got)


def test_a_long_value_is_shortened_in_the_message_and_kept_whole_in_the_error():
    with pytest.raises(ce.ConflictEventsError) as caught:
        ce.Article("x", published="soon" * 1000)
    assert len(str(caught.value)) < 300
    assert caught.value.got == "soon" * 1000


@pytest.mark.parametrize(
    "published",
    [
        dt.date(2024, 10, 22),
        dt.datetime(2024, 10, 22, 23, 59, tzinfo=dt.UTC),
        "2024-10-22",
        "2024-10-22T23:59:00+02:00",
    ],
)
def test_publication_days_are_taken_in_every_common_form(published):
    assert ce.Article("x", published=published).published == dt.date(2024, 10, 22)
