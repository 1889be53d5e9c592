"""Policies: how claims become one figure, rule by rule."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conflict_events.model.casualty import CasualtyReport, Outcome, VictimRole
from conflict_events.model.errors import UnknownNameError
from conflict_events.model.evidence import Evidence
from conflict_events.model.policy import POLICIES, figure
from conflict_events.testing import any_casualty_report


def killed(stated=None, low=None, high=None, **more):
    return CasualtyReport(Outcome.KILLED, stated=stated, low=low, high=high, **more)


def exact(n, **more):
    return killed(n, n, n, **more)


SINGLE = [
    pytest.param(exact(5), 5, 5, 5, 5, id="5"),
    pytest.param(killed(20, 21, qualifier="more than"), 20, 20, 21, None, id="more than 20"),
    pytest.param(killed(5, 5, qualifier="at least"), 5, 5, 5, None, id="at least 5"),
    pytest.param(killed(30, 27, 29, qualifier="nearly"), 30, 30, 27, 29, id="nearly 30"),
    pytest.param(killed(low=8, high=14, qualifier="8-14"), 8, 8, 8, 14, id="8-14"),
    pytest.param(killed(8, high=8, qualifier="up to"), 3, 8, 0, 8, id="up to 8"),
    pytest.param(killed(40, 1, 40, qualifier="as many as"), 3, 40, 1, 40, id="as many as 40"),
    pytest.param(killed(2, high=2, qualifier="up to"), 2, 2, 0, 2, id="up to 2"),
    pytest.param(killed(low=10, high=99, qualifier="tens"), 10, 10, 10, 99, id="tens"),
    pytest.param(killed(low=12, high=99, qualifier="dozens"), 12, 12, 12, 99, id="dozens"),
    pytest.param(killed(low=100, high=999, qualifier="hundreds"), 100, 100, 100, 999, id="hundreds"),
    pytest.param(killed(low=3, high=9, qualifier="several"), 3, 3, 3, 9, id="several"),
    pytest.param(killed(low=2, high=3, qualifier="a couple"), 2, 2, 2, 3, id="a couple"),
    pytest.param(killed(low=2), 3, None, 2, None, id="militants were killed"),
    pytest.param(killed(low=1), 3, None, 1, None, id="deadly"),
    pytest.param(killed(low=1, high=1), 1, 1, 1, 1, id="the governor was shot dead"),
    pytest.param(killed(low=1, high=98), 3, 1, 1, 98, id="killing and wounding dozens"),
    pytest.param(killed(low=0, high=12), 0, 0, 0, 12, id="12 casualties"),
    pytest.param(killed(low=0, high=0), 0, 0, 0, 0, id="no one was killed"),
]


@pytest.mark.parametrize(("claim", "acled", "ucdp", "low", "high"), SINGLE)
def test_one_claim(claim, acled, ucdp, low, high):
    assert figure([claim]).value == acled
    assert figure([claim], "ucdp").value == ucdp
    found = figure([claim], "range")
    assert (found.low, found.high) == (low, high)
    assert found.value == (low if low == high else None)


def test_zero_killed_is_not_nothing_said():
    nothing, zero = figure(()), figure([killed(low=0, high=0)])
    assert (nothing.value, nothing.low, nothing.high) == (0, None, None)
    assert (zero.value, zero.low, zero.high) == (0, 0, 0)
    assert nothing.reason != zero.reason
    assert figure((), "ucdp").value is None


def test_conflicting_voices_give_the_lowest_and_say_so():
    found = figure([exact(14, source="residents"), exact(8, source="police")])
    assert found.value == 8
    assert found.reason == "the lowest of the conflicting figures 8, 14"
    assert (found.low, found.high) == (8, 14)
    assert figure([exact(14, source="residents"), exact(8, source="police")], "ucdp").value == 14


def test_voices_that_count_different_people_do_not_conflict():
    soldiers = exact(2, role=VictimRole.STATE_FORCES, source="the army")
    villagers = exact(5, role=VictimRole.CIVILIAN, source="residents")
    assert figure([soldiers, villagers]).value == 7


def test_voices_that_count_the_same_kind_conflict():
    claims = [exact(n, role=VictimRole.NON_STATE, source=who) for n, who in ((40, "the army"), (3, "the rebels"))]
    assert figure(claims).value == 3


def test_a_list_adds_up():
    roles = (VictimRole.STATE_FORCES, VictimRole.STATE_FORCES, VictimRole.CHILD)
    assert figure([exact(n, role=role) for n, role in zip((3, 2, 1), roles, strict=True)]).value == 6


def test_a_count_of_people_contains_those_told_of_apart():
    claims = [exact(6), exact(1, role=VictimRole.MEDIC), exact(2, role=VictimRole.CHILD)]
    assert figure(claims).value == 6


def test_a_subset_adds_nothing():
    assert figure([exact(12), exact(4, role=VictimRole.CHILD, subset_of=0)]).value == 12


def test_attackers_and_further_victims_add_to_the_count():
    assert figure([exact(5), exact(1, role=VictimRole.ATTACKER), exact(3, cumulative=False)]).value == 9


def test_a_toll_to_date_stands_for_what_was_said_before():
    claims = [exact(24), exact(3, cumulative=False), exact(27, cumulative=True)]
    assert figure(claims).value == 27
    assert figure([*claims, exact(1, cumulative=False), exact(2, role=VictimRole.CHILD)]).value == 28


def test_two_counts_of_one_passage_add_up_and_two_far_apart_are_tellings_of_the_same():
    def at(start, n):
        return exact(n, evidence=(Evidence(start, start + 10, "ten charac", "casualty.test"),))

    assert figure([at(0, 2), at(40, 3)]).value == 5
    assert figure([at(0, 12), at(900, 10)]).value == 10
    found = figure([at(0, 12), at(900, 10)], "range")
    assert (found.low, found.high) == (10, 12)


def test_a_numbered_count_takes_in_a_deadly_attack():
    assert figure([killed(low=1), exact(2)]).value == 2


def test_outcomes_are_counted_apart():
    hurt = CasualtyReport(Outcome.INJURED, stated=9, low=9, high=9)
    assert figure([exact(2), hurt]).value == 2
    assert figure([exact(2), hurt], outcome=Outcome.INJURED).value == 9


def test_an_unknown_policy_is_refused():
    with pytest.raises(UnknownNameError):
        figure((), "guess")


@given(st.lists(any_casualty_report(), max_size=6), st.sampled_from(sorted(POLICIES)))
def test_any_claims_give_sane_bounds(claims, policy):
    found = figure(claims, policy)
    assert found.policy == policy
    assert found.reason
    assert found.value is None or found.value >= 0
    if found.low is not None and found.high is not None:
        assert found.low <= found.high
    assert policy != "acled" or found.value is not None
