"""What an event derives from its fields, and how it says what it knows."""

import datetime as dt
import os
import subprocess
import sys

import attrs
import pytest
from hypothesis import given

import conflict_events as ce
import project
from conflict_events.testing import strategies

ISRAEL, LEBANON = ce.Country.of("ISR"), ce.Country.of("LBN")
ARMY = ce.Actor("Military Forces of Israel (2022-)", ce.ActorKind.STATE_FORCES, country=ISRAEL)
CROWD = ce.Actor("Protesters (Israel)", ce.ActorKind.PROTESTERS, country=ISRAEL)
PEOPLE = ce.Actor("Civilians (Lebanon)", ce.ActorKind.CIVILIANS, country=LEBANON)
TUESDAY = ce.When.day(dt.date(2024, 10, 22))
TYRE = ce.Place("Tyre", country=LEBANON, latitude=33.2704, longitude=35.2038, precision=1)
STRIKE = ce.Event(ce.SubEventType.AIR_DRONE_STRIKE, when=TUESDAY, where=TYRE, actor1=ARMY.acting_in(LEBANON))


def killed(figure, **more):
    return ce.CasualtyReport(ce.Outcome.KILLED, stated=figure, low=figure, high=figure, **more)


def test_an_army_abroad_is_external_and_at_home_the_state():
    assert ARMY.acting_in(LEBANON).kind is ce.ActorKind.EXTERNAL_OTHER
    assert ARMY.acting_in(ISRAEL) is ARMY
    assert ARMY.acting_in(None) is ARMY
    assert CROWD.acting_in(LEBANON) is CROWD


@pytest.mark.parametrize(
    ("sub", "actor1", "actor2", "targeted"),
    [
        (ce.SubEventType.ATTACK, ARMY, None, True),
        (ce.SubEventType.EXCESSIVE_FORCE, CROWD, ARMY, True),
        (ce.SubEventType.AIR_DRONE_STRIKE, ARMY, PEOPLE, True),
        (ce.SubEventType.AIR_DRONE_STRIKE, ARMY, None, False),
        (ce.SubEventType.ARMED_CLASH, ARMY, PEOPLE, False),
        (ce.SubEventType.PEACEFUL_PROTEST, CROWD, None, False),
        (ce.SubEventType.MOB_VIOLENCE, CROWD, PEOPLE, True),
        (ce.SubEventType.LOOTING, ARMY, PEOPLE, False),
    ],
)
def test_civilian_targeting_follows_type_and_sides(sub, actor1, actor2, targeted):
    assert ce.Event(sub, actor1=actor1, actor2=actor2).civilian_targeting is targeted


def test_interaction_is_of_the_two_main_actors_and_unknown_without_the_first():
    assert STRIKE.interaction.code == 80
    assert attrs.evolve(STRIKE, actor2=PEOPLE).interaction.text == "External/Other forces-Civilians"
    assert ce.Event(ce.SubEventType.ATTACK, actor2=PEOPLE).interaction is None


def test_zero_killed_is_not_nothing_said():
    nothing, zero = STRIKE, attrs.evolve(STRIKE, casualties=(killed(0),))
    assert (nothing.fatalities.value, zero.fatalities.value) == (0, 0)
    assert nothing.fatalities.reason != zero.fatalities.reason
    assert (nothing.fatalities.low, zero.fatalities.low) == (None, 0)
    assert attrs.evolve(nothing, policy="ucdp").fatalities.value is None
    assert attrs.evolve(zero, policy="ucdp").fatalities.value == 0


def test_claims_stand_side_by_side_and_the_policy_is_named():
    claims = (killed(8, source="police"), killed(14, source="residents"), killed(2, source="police", subset_of=0))
    event = attrs.evolve(STRIKE, casualties=claims)
    figures = {name: attrs.evolve(event, policy=name).fatalities for name in ("acled", "ucdp", "range")}
    assert {name: found.value for name, found in figures.items()} == {"acled": 8, "ucdp": 8, "range": None}
    assert all(found.policy == name and found.reason for name, found in figures.items())
    assert (event.fatalities.low, event.fatalities.high) == (8, 14)


def test_an_unknown_policy_is_an_error():
    with pytest.raises(LookupError, match="guess"):
        _ = attrs.evolve(STRIKE, policy="guess").fatalities


def test_a_value_without_basis_is_given_and_no_value_is_absent():
    assert STRIKE.basis("where").status is ce.Status.KNOWN
    assert STRIKE.basis("actor2").status is ce.Status.ABSENT
    assert STRIKE.basis("civilian_targeting").status is ce.Status.KNOWN
    with pytest.raises(LookupError, match="colour"):
        STRIKE.basis("colour")


def test_one_event_told_twice_has_one_id_and_its_claims_play_no_part():
    again = attrs.evolve(STRIKE, casualties=(killed(3),), notes="other words")
    assert again.id == STRIKE.id
    assert len({attrs.evolve(STRIKE, sources=sources).id for sources in ((), ("A",), ("B",), ("A", "B"))}) == 4
    assert attrs.evolve(STRIKE, actor2=PEOPLE).id != STRIKE.id
    assert attrs.evolve(STRIKE, when=ce.When.day(dt.date(2024, 10, 23))).id != STRIKE.id
    assert attrs.evolve(STRIKE, record_id="LBN123").id == "LBN123"


def test_two_vague_events_do_not_share_an_id():
    def vague(start):
        evidence = ce.Evidence(start, start + 4, "hit " if start else "shot", "trigger.x")
        return ce.Event(
            ce.SubEventType.ATTACK, bases={"sub_event_type": ce.Basis(ce.Status.KNOWN, evidence=[evidence])}
        )

    assert vague(0).id != vague(9).id


def test_ids_are_the_same_in_every_process():
    code = (
        "import datetime as dt, conflict_events as ce;"
        "print(ce.Event(ce.SubEventType.GRENADE, when=ce.When.day(dt.date(2024, 1, 2)), where=ce.Place('Goma')).id)"
    )
    environment = {**os.environ, "PYTHONPATH": str(project.SOURCE)}
    ids = {
        subprocess.run(
            [sys.executable, "-c", code], env={**environment, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("0", "1")
    }
    assert len(ids) == 1


@given(strategies.any_event())
def test_whatever_an_event_holds_its_derived_values_exist(event):
    assert event.event_type is event.sub_event_type.event_type
    assert event.disorder_type is event.sub_event_type.disorder_type
    assert event.interaction is None or 10 <= event.interaction.code <= 88
    assert isinstance(event.civilian_targeting, bool)
    assert event.fatalities.value is None or event.fatalities.value >= 0
    assert event.id == attrs.evolve(event).id
    for name in ("sub_event_type", "when", "where", "actor1", "actor2", "casualties", "sources", "notes"):
        basis = event.basis(name)
        assert basis.status is ce.Status.KNOWN or basis.reason
