"""A side that stands nearer to the verb, inside of what describes another, does not act."""

import pytest

import conflict_events as ce

ARMED, ARMY, POLICE = "Unidentified Armed Group", "Military Forces", "Police Forces"


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("The militia that soldiers had trained near Goma killed four villagers.", ARMED),
        ("Rebels the army had cornered near Goma shot two farmers.", ARMED),
        ("Two soldiers guarding farmers near Goma shot a trader.", ARMY),
        ("A convoy of soldiers escorting aid workers near Goma killed two traders.", ARMY),
        ("Rebels hiding among villagers shot two soldiers in Goma.", ARMED),
        ("The gunmen, disguised as soldiers, shot a farmer in Goma.", ARMED),
        ("Rebels, whom soldiers had chased for days, killed four villagers in Goma.", ARMED),
    ],
)
def test_whoever_is_described_acts(text, side):
    event = ce.code(ce.Article(text)).events[0]
    assert event.actor1.name.startswith(side)


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Rebels that soldiers had attacked fled Goma.", ARMY),
        ("Rebels fled, and in Goma police shot two farmers.", POLICE),
        ("Soldiers came to Goma, where police shot two farmers.", POLICE),
        ("In the old town of Goma police had to open fire on villagers.", POLICE),
    ],
)
def test_whoever_has_the_verb_to_himself_acts(text, side):
    event = ce.code(ce.Article(text)).events[0]
    assert event.actor1.name.startswith(side)
