"""The codebook's tie-breaks: from the deeds told, the sides and the words around to one sub-event type.

Each rule is a function ``(scene) -> SubEventType | None``; the first in ``RULES`` that answers decides, and its name is
kept with the frame.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from conflict_events.mentions.cues import bit
from conflict_events.model.quick import frozen
from conflict_events.model.taxonomy import SubEventType as Kind

__all__ = ["RULES", "Scene", "classify"]


@frozen(slots=True)
class Scene:
    """What a tie-break looks at.

    Args:
        acts: the deeds that the frame's triggers tell; ``circumstances`` those that only surround it.
        agent_words: classes of the words that name the agents.
        places: a place stands in its sentence.
        agents, patients: kinds of the sides ("state", "armed", "crowd", "mob", "civilian").
        here: classes of cue words in the frame's part of the sentence, ``whole`` in all of it; ``target`` those
            behind the trigger.
        around: classes of the sentences beside it, ``nearby_acts`` the deeds told there.
        default: the type that the main trigger tells by itself.
        lone: one person alone acts.
        abroad: the only forces that act are those of a country other than that of the place.
    """

    acts: frozenset[str]
    circumstances: frozenset[str]
    agents: frozenset[str]
    patients: frozenset[str]
    here: int
    whole: int
    target: int
    around: int
    nearby_acts: frozenset[str]
    default: Kind
    abroad: bool = False
    agent_words: int = 0
    places: bool = False
    lone: bool = False

    def has(self, *names: str) -> bool:
        """Whether a cue class stands in the frame's part of the sentence."""
        return bool(self.here & _mask(names))

    def whole_has(self, *names: str) -> bool:
        """Whether a cue class stands anywhere in the sentence."""
        return bool(self.whole & _mask(names))

    def near(self, *names: str) -> bool:
        """Whether a cue class stands there or in the sentences beside."""
        return bool((self.whole | self.around) & _mask(names))

    def aims_at(self, *names: str) -> bool:
        """Whether a cue class stands among what the trigger aims at."""
        return bool(self.target & _mask(names))


@cache
def _mask(names: tuple[str, ...]) -> int:
    return bit(*names)


_FORCE = frozenset({"disperse", "shoot", "kill", "die", "injure", "beat", "assault", "arrest"})
_CROWDS = ("crowd", "mob", "rioter", "protest_word", "riot_word")
_HARM = frozenset({"kill", "die", "injure"})
_ARMED = frozenset({"armed", "state"})
_EXPLOSIVE = frozenset({"chemical", "suicide_bomb", "air_strike", "shelling", "bomb", "grenade"})


def sexual_violence(scene: Scene) -> Kind | None:
    """Harm of a sexual nature beats every other attack on civilians."""
    return Kind.SEXUAL_VIOLENCE if "rape" in scene.acts else None


def power_seized(scene: Scene) -> Kind | None:
    """A coup is what happened, whoever was arrested in it."""
    if scene.acts & {"arrest", "abduct"} and scene.has("coup_word") and scene.aims_at("ruler"):
        return Kind.OTHER
    return Kind.OTHER if "other_strong" in scene.acts and "arrest" in scene.acts else None


def weapon_stopped(scene: Scene) -> Kind | None:
    """A weapon found, seized, defused or intercepted; not where it also went off and hurt others."""
    if "misfire" in scene.acts:
        return Kind.DISRUPTED_WEAPONS_USE
    if scene.agents and scene.agents <= {"crowd", "mob"}:
        return None  # a crowd that takes the weapons of policemen
    if "disrupt" in scene.acts and not (scene.acts & _EXPLOSIVE and scene.acts & _HARM):
        return Kind.DISRUPTED_WEAPONS_USE
    return None


def ground_without_fight(scene: Scene) -> Kind | None:
    """Control changes hands and the words say that nobody fought, or that the other side had left."""
    if "transfer" in scene.acts and "capture" not in scene.acts:
        return Kind.NON_VIOLENT_TRANSFER if scene.near("no_fight", "leaving") else None
    taken = scene.acts & {"capture", "change"} or (scene.acts & {"agreement"} and scene.whole_has("territory"))
    if not taken or not scene.near("no_fight"):
        return None
    if "change" in scene.acts or "agreement" in scene.acts:
        given = scene.nearby_acts & {"capture", "transfer"}
        return Kind.NON_VIOLENT_TRANSFER if given and scene.near("no_fight") else None
    return None if scene.has("fight") and not scene.has("no_fight") else Kind.NON_VIOLENT_TRANSFER


def ground_by_fight(scene: Scene) -> Kind | None:
    """Control changes hands by fighting: to the government, or to an armed group or foreign army."""
    if "capture" not in scene.acts:
        return None
    if scene.abroad and not scene.has("armed") and "armed" not in scene.patients:
        return Kind.NON_STATE_OVERTAKES_TERRITORY
    if ("capture" in scene.acts and "state" in scene.agents) or (not scene.agents and not scene.has("armed")):
        return Kind.GOVERNMENT_REGAINS_TERRITORY
    if scene.agents & {"armed", "mob"}:
        return Kind.NON_STATE_OVERTAKES_TERRITORY
    return Kind.GOVERNMENT_REGAINS_TERRITORY if scene.has("state") else Kind.NON_STATE_OVERTAKES_TERRITORY


def mob(scene: Scene) -> Kind | None:
    """A crowd that attacks outside of a demonstration, or neighbours who do."""
    if (
        "riot" in scene.acts
        and scene.agents
        and scene.agents <= _ARMED
        and not scene.has(*_CROWDS)
        and "protest" not in scene.acts
    ):
        return Kind.LOOTING  # soldiers who set fire to houses
    unarmed = not scene.has("crowd", "protest_word", "armed", "state")
    if scene.acts == {"loot"} and scene.agent_words & bit("looter"):
        return Kind.LOOTING
    if "crowd" in scene.agents and unarmed and not scene.lone and scene.acts & {"assault", "loot", "kill", "beat"}:
        return Kind.MOB_VIOLENCE
    if scene.agents == {"civilian"} and unarmed and scene.has("communal") and scene.acts & {"beat", "clash"}:
        return Kind.MOB_VIOLENCE
    neighbours = scene.agents == {"civilian"} and scene.agent_words & bit("communal") and not scene.lone
    if neighbours and unarmed and scene.acts & {"assault", "kill", "injure"}:
        return Kind.MOB_VIOLENCE
    if neighbours and unarmed and "loot" in scene.acts and not scene.agent_words & bit("settler"):
        return Kind.MOB_VIOLENCE
    if not (
        scene.acts & {"mob", "riot"}
        or ("mob" in scene.agents | scene.patients and scene.acts & ((_FORCE | {"loot", "bomb"}) - {"arrest"}))
    ):
        return None
    if scene.near("crowd", "protest_word", "rioter"):
        return Kind.VIOLENT_DEMONSTRATION
    if scene.has("mob") or "mob" in scene.acts or scene.near("riot_word"):
        return Kind.MOB_VIOLENCE
    return Kind.VIOLENT_DEMONSTRATION


def violent_demonstration(scene: Scene) -> Kind | None:
    """Demonstrators who fight, destroy or block: one riot, whoever began."""
    if not (scene.has("crowd", "protest_word") or scene.acts & {"protest"}):
        return None
    if scene.acts & _EXPLOSIVE:
        return None
    if scene.acts & {"kill", "die", "shoot"} and "crowd" in scene.patients and not scene.acts & {"riot", "clash"}:
        return None
    if scene.acts & {"riot", "clash", "mob"} or (scene.has("violent") and not scene.has("peaceful")):
        return Kind.VIOLENT_DEMONSTRATION
    if "crowd" in scene.agents and scene.acts & {"assault", "shoot", "beat", "loot", "kill"}:
        return Kind.VIOLENT_DEMONSTRATION
    return None


def force_on_protest(scene: Scene) -> Kind | None:
    """Force used on a crowd: excessive where it kills, hurts gravely or may; else an intervention."""
    crowd = scene.has("crowd", "protest_word") or "protest" in scene.acts or "crowd" in scene.patients
    if not crowd and "disperse" in scene.acts:
        crowd = scene.near("crowd", "protest_word") or "protest" in scene.nearby_acts
    if not crowd and scene.agents == {"state"} and scene.patients <= {"civilian"} and not scene.places:
        shot = scene.acts & {"shoot", "beat"} or scene.has("live_fire")
        crowd = bool(shot) and "protest" in scene.nearby_acts  # told in the sentence before
    if not crowd or not scene.acts & (_FORCE | _EXPLOSIVE):
        return None
    if "suicide_bomb" in scene.acts and not ("crowd" in scene.patients or "protest" in scene.acts):
        return None  # a rally of an election
    if not ("crowd" in scene.patients or scene.agents & _ARMED or scene.acts & {"disperse", "shoot", "arrest", "beat"}):
        return None
    if scene.acts & {"arrest"} and not scene.acts & (_FORCE - {"arrest"}):
        at_it = (
            "crowd" in scene.patients
            or "protest" in scene.circumstances
            or (scene.has("protest_word") and "protest" in scene.acts)
        )
        return Kind.PROTEST_WITH_INTERVENTION if at_it else None
    if "crowd" in scene.agents and not scene.patients & {"crowd"} and "disperse" not in scene.acts:
        return None
    if scene.agents == {"armed"} and "crowd" not in scene.patients and not scene.aims_at(*_CROWDS):
        return None  # "shot dead by assailants as he left a rally"
    hurt = scene.acts & (_HARM | {"beat"}) and ("crowd" in scene.patients or not scene.patients)
    if scene.acts & {"kill", "die"} and ("crowd" in scene.patients or scene.has("crowd")):
        return Kind.EXCESSIVE_FORCE
    if hurt or scene.has("live_fire") or "shoot" in scene.acts or scene.acts & _EXPLOSIVE:
        return Kind.EXCESSIVE_FORCE
    return Kind.PROTEST_WITH_INTERVENTION


def crowd_dispersed(scene: Scene) -> Kind | None:
    """Tear gas, batons or dispersal where no demonstration is named."""
    if "disperse" not in scene.acts:
        return None
    if scene.near("mob", "violent", "riot_word"):
        return Kind.VIOLENT_DEMONSTRATION
    return Kind.PROTEST_WITH_INTERVENTION


def battle(scene: Scene) -> Kind | None:
    """Two armed sides: a clash told as such, or one armed side going at another or at its positions."""
    if scene.acts & {"chemical"} or ("suicide_bomb" in scene.acts and "clash" not in scene.acts):
        return None
    if "clash" in scene.circumstances and scene.acts <= _HARM:
        return Kind.ARMED_CLASH  # "during the firefight two soldiers were hurt"
    if "clash" in scene.acts and not scene.acts & {"suicide_bomb"}:
        if scene.agents and scene.agents <= {"civilian", "mob", "crowd"} and not scene.has("armed"):
            return Kind.VIOLENT_DEMONSTRATION if scene.has("crowd", "rioter") else Kind.MOB_VIOLENCE
        return Kind.ARMED_CLASH
    if scene.acts & _EXPLOSIVE:
        return None
    fight = scene.acts & {"assault", "shoot", "kill", "injure", "die"}
    if not fight:
        return None
    if scene.agents & _ARMED and scene.patients & _ARMED:
        if "state" not in scene.agents | scene.patients and scene.aims_at("civil_place") and "assault" in scene.acts:
            return None  # attackers who died at a place of civilians
        return Kind.ARMED_CLASH
    if "armed" in scene.agents and scene.aims_at("base") and "civilian" not in scene.patients:
        return Kind.ARMED_CLASH
    if not scene.agents and scene.aims_at("base") and "assault" in scene.acts:
        return Kind.ARMED_CLASH
    if not scene.agents and "armed" in scene.patients and "civilian" not in scene.patients:
        return Kind.ARMED_CLASH
    return None


def by_weapon(scene: Scene) -> Kind | None:
    """The means decide, in the codebook's order: chemical, air, suicide bomb, shelling, planted bomb, grenade."""
    for act, kind in _BY_WEAPON:
        if act in scene.acts:
            return kind
    return None


_BY_WEAPON = (
    ("chemical", Kind.CHEMICAL_WEAPON),
    ("air_strike", Kind.AIR_DRONE_STRIKE),
    ("suicide_bomb", Kind.SUICIDE_BOMB),
    ("grenade", Kind.GRENADE),
    ("shelling", Kind.SHELLING),
    ("bomb", Kind.REMOTE_EXPLOSIVE),
)


def abduction_or_arrest(scene: Scene) -> Kind | None:
    """Who takes people decides: a state arrests, others abduct."""
    if "captive" in scene.acts and scene.acts & _HARM:
        return None  # taken in a fight
    if "abduct" in scene.acts and not scene.acts & {"kill", "shoot"}:
        return Kind.ABDUCTION
    if scene.acts & {"arrest", "captive"}:
        if "armed" in scene.agents and "state" not in scene.agents:
            return Kind.ABDUCTION
        return Kind.ARRESTS
    return None


def plunder(scene: Scene) -> Kind | None:
    """A raid in which only goods were taken or burnt."""
    goods = scene.acts in ({"assault", "loot"}, {"loot"}) and "civilian" not in scene.patients
    return Kind.LOOTING if goods and "assault" in scene.acts and not scene.aims_at("base") else None


def attack(scene: Scene) -> Kind | None:
    """An armed side kills, hurts or goes at people who are not armed."""
    if scene.acts & {"assault", "shoot", "kill", "injure", "beat"} and (scene.agents & _ARMED or scene.has("armed")):
        return Kind.ATTACK
    if scene.acts >= {"kill", "loot"} and scene.default is Kind.LOOTING and not scene.has("state"):
        return Kind.ATTACK  # "they killed five villagers and looted shops"
    return None


def by_default(scene: Scene) -> Kind | None:
    """What the main trigger tells by itself."""
    return scene.default


RULES: tuple[Callable[[Scene], Kind | None], ...] = (
    sexual_violence,
    power_seized,
    weapon_stopped,
    ground_without_fight,
    ground_by_fight,
    mob,
    violent_demonstration,
    force_on_protest,
    crowd_dispersed,
    battle,
    by_weapon,
    abduction_or_arrest,
    plunder,
    attack,
    by_default,
)


def classify(scene: Scene) -> tuple[Kind, str]:
    """The sub-event type and the name of the rule that decided."""
    for rule in RULES:
        kind = rule(scene)
        if kind is not None:
            return kind, rule.__name__
    return scene.default, "by_default"
