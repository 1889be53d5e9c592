"""One act told twice is one event unless something speaks against it; here is what does, and what does not."""

import pytest

import conflict_events as ce

FIRST = "Gunmen killed nine villagers in Dansadau, Nigeria, on Monday. Schools in the district were closed. "


def count(more):
    return len(ce.code(ce.Article(FIRST + more, published="2024-08-14")).events)


@pytest.mark.parametrize(
    "more",
    [
        "The attackers came on motorcycles and shot at everything that moved.",
        "The assault lasted an hour.",
        "They shot the nine victims at close range, a witness said.",
        "Nine people were killed, the police said.",
    ],
)
def test_a_retelling_is_the_same_event(more):
    assert count(more) == 1


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ("On Tuesday gunmen killed two herders in Dansadau.", "another day"),
        ("Gunmen killed two herders in Gusau on Monday.", "another place"),
        ("A bomb exploded in Dansadau on Monday and wounded two traders.", "other means"),
        ("In a separate attack, gunmen shot dead two herders near Dansadau.", "a word that says so"),
        ("On Monday soldiers shot dead a lorry driver at a checkpoint in Dansadau.", "other sides and victims"),
        ("Gunmen kidnapped six traders in Dansadau on Monday.", "another kind of act"),
    ],
)
def test_what_speaks_against_it_makes_two(more, why):
    assert count(more) == 2, why


def test_a_leader_killed_last_week_is_none_of_the_twenty_killed_now_nor_a_strike_elsewhere():
    text = (
        "Israel killed the Hamas leader last week. Israeli air strikes pounded the southern suburbs of Beirut on Tuesday. "
        "Envoys arrived. More than 20 people were killed by Israeli forces in Gaza on Tuesday, doctors said."
    )
    events = ce.code(ce.Article(text, published="2024-10-22")).events

    assert sorted(event.fatalities.value for event in events) == [0, 1, 20]
    assert {event.where and event.where.country.name for event in events} == {None, "Lebanon", "Palestine"}
