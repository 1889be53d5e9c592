"""History that cannot be filed, words that only go back to an act, and what is remembered, rehearsed or private."""

from __future__ import annotations

import datetime as dt

import pytest

import conflict_events as ce

PUBLISHED = dt.date(2024, 6, 20)


def kinds(text):
    coded = ce.code(ce.Article(text, published=PUBLISHED))
    return [event.sub_event_type.value for event in coded.events]


def test_a_year_alone_is_too_coarse_beside_news():
    news = "Gunmen killed two farmers near Jos on Monday."
    assert kinds(f"{news} In 2016 a trader was killed in Kano.") == ["Attack"]


def test_a_year_is_kept_where_the_article_tells_nothing_else():
    assert kinds("In 2016 gunmen killed a trader in Kano.") == ["Attack"]


def test_a_toll_of_years_is_no_act():
    news = "Soldiers burned down forty houses in Depayin on Monday."
    assert kinds(f"{news} More than 3,000 people have been killed by the army since the coup.") == [
        "Looting/property destruction"
    ]


@pytest.mark.parametrize(
    "echo",
    [
        "The attack shocked the village.",
        "The dead were buried on Tuesday.",
        "Residents spoke of loud explosions.",
        "Nine wounded were brought to the hospital in Kaduna.",
        "No one has been arrested so far.",
        "A minister condemned the killing.",
    ],
)
def test_a_sentence_that_adds_no_act_adds_no_event(echo):
    assert len(kinds(f"Gunmen attacked a village near Jos on Monday and killed eleven people. {echo}")) == 1


def test_losses_told_later_join_their_act():
    text = (
        "Gunmen attacked a village near Jos on Monday. Eleven people died. Nine wounded were brought to the hospital."
    )
    (event,) = ce.code(ce.Article(text, published=PUBLISHED)).events
    assert event.fatalities.value == 11
    assert [claim.low for claim in event.casualties if claim.outcome is ce.Outcome.INJURED] == [9]


@pytest.mark.parametrize(
    "text",
    [
        "Hundreds lit candles in Kigali in memory of those who were slaughtered in 1994.",
        "Firemen in Haifa practised for a missile strike on the port.",
        "A court handed death sentences to five men who killed a blogger.",
        "A drunk man beat his wife in their flat in Omsk.",
        "The hosts attacked from the first minute and won 41-7 in Dunedin.",
        "Envoys of both sides will sign a truce in May.",
    ],
)
def test_remembered_rehearsed_judged_private_or_future_is_no_event(text):
    assert kinds(text) == []
