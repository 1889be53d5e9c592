"""The codebook's tie-breaks, each by a sentence, and that its name is kept with the event mention."""

from __future__ import annotations

import pytest

from conflict_events.extraction.event_mention import EventMention
from conflict_events.extraction.rules.classification import RULES
from conflict_events.extraction.rules.extractor import build
from conflict_events.mentions import actors, casualties, dates, places, triggers
from conflict_events.model.taxonomy import SubEventType
from conflict_events.text.sentences import read


def frames_of(text: str) -> tuple[EventMention, ...]:
    document = read(text)
    found = triggers.find(document)
    others = actors.find(document, None), places.find(document), dates.find(document, None), casualties.find(document)
    return build(document, found, *others)[0]


def main(text: str) -> EventMention:
    return max(frames_of(text), key=lambda event_mention: event_mention.salience)


CASES = [
    ("Militiamen raped and beat two women near the well.", SubEventType.SEXUAL_VIOLENCE, "sexual_violence"),
    ("Sappers defused a roadside bomb outside the school.", SubEventType.DISRUPTED_WEAPONS_USE, "weapon_stopped"),
    (
        "Rebels took control of the town without a fight after the garrison left.",
        SubEventType.NON_VIOLENT_TRANSFER,
        "ground_without_fight",
    ),
    (
        "The army recaptured the town from the rebels after heavy fighting.",
        SubEventType.GOVERNMENT_REGAINS_TERRITORY,
        "ground_by_fight",
    ),
    (
        "Rebels captured the town from the army after heavy fighting.",
        SubEventType.NON_STATE_OVERTAKES_TERRITORY,
        "ground_by_fight",
    ),
    ("An angry mob beat a suspected thief to death in the market.", SubEventType.MOB_VIOLENCE, "mob"),
    ("Demonstrators clashed with police outside the parliament.", SubEventType.VIOLENT_DEMONSTRATION, None),
    ("Soldiers shot dead two protesters during a march.", SubEventType.EXCESSIVE_FORCE, "force_on_protest"),
    (
        "Police used tear gas to disperse protesters in the square.",
        SubEventType.PROTEST_WITH_INTERVENTION,
        "force_on_protest",
    ),
    ("Rebels shelled the base and clashed with the army for hours.", SubEventType.ARMED_CLASH, "battle"),
    ("Insurgents attacked an army base at dawn.", SubEventType.ARMED_CLASH, "battle"),
    ("Warplanes bombed the camp while artillery shelled it.", SubEventType.AIR_DRONE_STRIKE, "by_weapon"),
    ("A suicide bomber detonated a car bomb at the gate.", SubEventType.SUICIDE_BOMB, "by_weapon"),
    ("Aircraft dropped chlorine bombs on the district.", SubEventType.CHEMICAL_WEAPON, "by_weapon"),
    ("Police arrested forty opposition activists.", SubEventType.ARRESTS, "abduction_or_arrest"),
    ("Rebels detained three teachers in the village.", SubEventType.ABDUCTION, "abduction_or_arrest"),
    ("Gunmen killed four farmers in their field.", SubEventType.ATTACK, "attack"),
]


@pytest.mark.parametrize(("text", "kind", "rule"), CASES, ids=[case[0][:40] for case in CASES])
def test_a_tie_is_broken_as_the_codebook_says(text, kind, rule):
    event_mention = main(text)

    assert event_mention.sub_event_type is kind
    if rule is not None:
        assert event_mention.rule == f"tiebreak.{rule}"


def test_every_rule_says_what_it_decides():
    assert all(rule.__doc__ for rule in RULES)
    assert len({rule.__name__ for rule in RULES}) == len(RULES)


@pytest.mark.parametrize(
    ("active", "passive"),
    [
        ("Gunmen attacked an army base near Goma.", "An army base was attacked by gunmen near Goma."),
        ("Soldiers killed three rebels in Goma.", "Three rebels were killed by soldiers in Goma."),
        ("Police arrested forty activists.", "Forty activists were arrested by police."),
    ],
)
def test_voice_changes_nothing(active, passive):
    assert main(active).sub_event_type is main(passive).sub_event_type
