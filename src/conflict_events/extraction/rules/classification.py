"""The codebook's tie-breaks: from the predicates told, the sides and the words around to one sub-event type.

Each rule is a function ``(features) -> SubEventType | None``; the first in ``RULES`` that answers decides, and its name is
kept with the event mention.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from conflict_events.mentions.cues import bit
from conflict_events.model.quick import frozen
from conflict_events.model.taxonomy import SubEventType as Kind

__all__ = ["RULES", "Features", "classify"]


@frozen(slots=True)
class Features:
    """What a tie-break looks at.

    Args:
        acts: the predicates that the event mention's triggers tell; ``circumstances`` those that only surround it.
        agent_words: classes of the words that name the agents.
        places: a place stands in its sentence.
        agents, patients: kinds of the sides ("state", "armed", "crowd", "mob", "civilian").
        here: classes of cue words in the event mention's part of the sentence, ``whole`` in all of it; ``target`` those
            behind the trigger.
        around: classes of the sentences beside it, ``nearby_acts`` the predicates told there.
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
        """Whether a cue class stands in the event mention's part of the sentence."""
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


def sexual_violence(features: Features) -> Kind | None:
    """Harm of a sexual nature beats every other attack on civilians."""
    return Kind.SEXUAL_VIOLENCE if "rape" in features.acts else None


def power_seized(features: Features) -> Kind | None:
    """A coup is what happened, whoever was arrested in it."""
    if features.acts & {"arrest", "abduct"} and features.has("coup_word") and features.aims_at("ruler"):
        return Kind.OTHER
    return Kind.OTHER if "other_strong" in features.acts and "arrest" in features.acts else None


def weapon_stopped(features: Features) -> Kind | None:
    """A weapon found, seized, defused or intercepted; not where it also went off and hurt others."""
    if "misfire" in features.acts:
        return Kind.DISRUPTED_WEAPONS_USE
    if features.agents and features.agents <= {"crowd", "mob"}:
        return None  # a crowd that takes the weapons of policemen
    if "disrupt" in features.acts and not (features.acts & _EXPLOSIVE and features.acts & _HARM):
        return Kind.DISRUPTED_WEAPONS_USE
    return None


def ground_without_fight(features: Features) -> Kind | None:
    """Control changes hands and the words say that nobody fought, or that the other side had left."""
    if "transfer" in features.acts and "capture" not in features.acts:
        return Kind.NON_VIOLENT_TRANSFER if features.near("no_fight", "leaving") else None
    taken = features.acts & {"capture", "change"} or (features.acts & {"agreement"} and features.whole_has("territory"))
    if not taken or not features.near("no_fight"):
        return None
    if "change" in features.acts or "agreement" in features.acts:
        given = features.nearby_acts & {"capture", "transfer"}
        return Kind.NON_VIOLENT_TRANSFER if given and features.near("no_fight") else None
    return None if features.has("fight") and not features.has("no_fight") else Kind.NON_VIOLENT_TRANSFER


def ground_by_fight(features: Features) -> Kind | None:
    """Control changes hands by fighting: to the government, or to an armed group or foreign army."""
    if "capture" not in features.acts:
        return None
    if features.abroad and not features.has("armed") and "armed" not in features.patients:
        return Kind.NON_STATE_OVERTAKES_TERRITORY
    if ("capture" in features.acts and "state" in features.agents) or (
        not features.agents and not features.has("armed")
    ):
        return Kind.GOVERNMENT_REGAINS_TERRITORY
    if features.agents & {"armed", "mob"}:
        return Kind.NON_STATE_OVERTAKES_TERRITORY
    return Kind.GOVERNMENT_REGAINS_TERRITORY if features.has("state") else Kind.NON_STATE_OVERTAKES_TERRITORY


def mob(features: Features) -> Kind | None:
    """A crowd that attacks outside of a demonstration, or neighbours who do."""
    if (
        "riot" in features.acts
        and features.agents
        and features.agents <= _ARMED
        and not features.has(*_CROWDS)
        and "protest" not in features.acts
    ):
        return Kind.LOOTING  # soldiers who set fire to houses
    unarmed = not features.has("crowd", "protest_word", "armed", "state")
    if features.acts == {"loot"} and features.agent_words & bit("looter"):
        return Kind.LOOTING
    if (
        "crowd" in features.agents
        and unarmed
        and not features.lone
        and features.acts & {"assault", "loot", "kill", "beat"}
    ):
        return Kind.MOB_VIOLENCE
    if features.agents == {"civilian"} and unarmed and features.has("communal") and features.acts & {"beat", "clash"}:
        return Kind.MOB_VIOLENCE
    neighbours = features.agents == {"civilian"} and features.agent_words & bit("communal") and not features.lone
    if neighbours and unarmed and features.acts & {"assault", "kill", "injure"}:
        return Kind.MOB_VIOLENCE
    if neighbours and unarmed and "loot" in features.acts and not features.agent_words & bit("settler"):
        return Kind.MOB_VIOLENCE
    if not (
        features.acts & {"mob", "riot"}
        or ("mob" in features.agents | features.patients and features.acts & ((_FORCE | {"loot", "bomb"}) - {"arrest"}))
    ):
        return None
    if features.near("crowd", "protest_word", "rioter"):
        return Kind.VIOLENT_DEMONSTRATION
    if features.has("mob") or "mob" in features.acts or features.near("riot_word"):
        return Kind.MOB_VIOLENCE
    return Kind.VIOLENT_DEMONSTRATION


def violent_demonstration(features: Features) -> Kind | None:
    """Demonstrators who fight, destroy or block: one riot, whoever began."""
    if not (features.has("crowd", "protest_word") or features.acts & {"protest"}):
        return None
    if features.acts & _EXPLOSIVE:
        return None
    if (
        features.acts & {"kill", "die", "shoot"}
        and "crowd" in features.patients
        and not features.acts & {"riot", "clash"}
    ):
        return None
    if features.acts & {"riot", "clash", "mob"} or (features.has("violent") and not features.has("peaceful")):
        return Kind.VIOLENT_DEMONSTRATION
    if "crowd" in features.agents and features.acts & {"assault", "shoot", "beat", "loot", "kill"}:
        return Kind.VIOLENT_DEMONSTRATION
    return None


def force_on_protest(features: Features) -> Kind | None:
    """Force used on a crowd: excessive where it kills, hurts gravely or may; else an intervention."""
    crowd = features.has("crowd", "protest_word") or "protest" in features.acts or "crowd" in features.patients
    if not crowd and "disperse" in features.acts:
        crowd = features.near("crowd", "protest_word") or "protest" in features.nearby_acts
    if not crowd and features.agents == {"state"} and features.patients <= {"civilian"} and not features.places:
        shot = features.acts & {"shoot", "beat"} or features.has("live_fire")
        crowd = bool(shot) and "protest" in features.nearby_acts  # told in the sentence before
    if not crowd or not features.acts & (_FORCE | _EXPLOSIVE):
        return None
    if "suicide_bomb" in features.acts and not ("crowd" in features.patients or "protest" in features.acts):
        return None  # a rally of an election
    if not (
        "crowd" in features.patients
        or features.agents & _ARMED
        or features.acts & {"disperse", "shoot", "arrest", "beat"}
    ):
        return None
    if features.acts & {"arrest"} and not features.acts & (_FORCE - {"arrest"}):
        at_it = (
            "crowd" in features.patients
            or "protest" in features.circumstances
            or (features.has("protest_word") and "protest" in features.acts)
        )
        return Kind.PROTEST_WITH_INTERVENTION if at_it else None
    if "crowd" in features.agents and not features.patients & {"crowd"} and "disperse" not in features.acts:
        return None
    if features.agents == {"armed"} and "crowd" not in features.patients and not features.aims_at(*_CROWDS):
        return None  # "shot dead by assailants as he left a rally"
    hurt = features.acts & (_HARM | {"beat"}) and ("crowd" in features.patients or not features.patients)
    if features.acts & {"kill", "die"} and ("crowd" in features.patients or features.has("crowd")):
        return Kind.EXCESSIVE_FORCE
    if hurt or features.has("live_fire") or "shoot" in features.acts or features.acts & _EXPLOSIVE:
        return Kind.EXCESSIVE_FORCE
    return Kind.PROTEST_WITH_INTERVENTION


def crowd_dispersed(features: Features) -> Kind | None:
    """Tear gas, batons or dispersal where no demonstration is named."""
    if "disperse" not in features.acts:
        return None
    if features.near("mob", "violent", "riot_word"):
        return Kind.VIOLENT_DEMONSTRATION
    return Kind.PROTEST_WITH_INTERVENTION


def battle(features: Features) -> Kind | None:
    """Two armed sides: a clash told as such, or one armed side going at another or at its positions."""
    if features.acts & {"chemical"} or ("suicide_bomb" in features.acts and "clash" not in features.acts):
        return None
    if "clash" in features.circumstances and features.acts <= _HARM:
        return Kind.ARMED_CLASH  # "during the firefight two soldiers were hurt"
    if "clash" in features.acts and not features.acts & {"suicide_bomb"}:
        if features.agents and features.agents <= {"civilian", "mob", "crowd"} and not features.has("armed"):
            return Kind.VIOLENT_DEMONSTRATION if features.has("crowd", "rioter") else Kind.MOB_VIOLENCE
        return Kind.ARMED_CLASH
    if features.acts & _EXPLOSIVE:
        return None
    fight = features.acts & {"assault", "shoot", "kill", "injure", "die"}
    if not fight:
        return None
    if features.agents & _ARMED and features.patients & _ARMED:
        if (
            "state" not in features.agents | features.patients
            and features.aims_at("civil_place")
            and "assault" in features.acts
        ):
            return None  # attackers who died at a place of civilians
        return Kind.ARMED_CLASH
    if "armed" in features.agents and features.aims_at("base") and "civilian" not in features.patients:
        return Kind.ARMED_CLASH
    if not features.agents and features.aims_at("base") and "assault" in features.acts:
        return Kind.ARMED_CLASH
    if not features.agents and "armed" in features.patients and "civilian" not in features.patients:
        return Kind.ARMED_CLASH
    return None


def by_weapon(features: Features) -> Kind | None:
    """The means decide, in the codebook's order: chemical, air, suicide bomb, shelling, planted bomb, grenade."""
    for act, kind in _BY_WEAPON:
        if act in features.acts:
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


def abduction_or_arrest(features: Features) -> Kind | None:
    """Who takes people decides: a state arrests, others abduct."""
    if "captive" in features.acts and features.acts & _HARM:
        return None  # taken in a fight
    if "abduct" in features.acts and not features.acts & {"kill", "shoot"}:
        return Kind.ABDUCTION
    if features.acts & {"arrest", "captive"}:
        if "armed" in features.agents and "state" not in features.agents:
            return Kind.ABDUCTION
        return Kind.ARRESTS
    return None


def plunder(features: Features) -> Kind | None:
    """A raid in which only goods were taken or burnt."""
    goods = features.acts in ({"assault", "loot"}, {"loot"}) and "civilian" not in features.patients
    return Kind.LOOTING if goods and "assault" in features.acts and not features.aims_at("base") else None


def attack(features: Features) -> Kind | None:
    """An armed side kills, hurts or goes at people who are not armed."""
    if features.acts & {"assault", "shoot", "kill", "injure", "beat"} and (
        features.agents & _ARMED or features.has("armed")
    ):
        return Kind.ATTACK
    if features.acts >= {"kill", "loot"} and features.default is Kind.LOOTING and not features.has("state"):
        return Kind.ATTACK  # "they killed five villagers and looted shops"
    return None


def by_default(features: Features) -> Kind | None:
    """What the main trigger tells by itself."""
    return features.default


RULES: tuple[Callable[[Features], Kind | None], ...] = (
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


def classify(features: Features) -> tuple[Kind, str]:
    """The sub-event type and the name of the rule that decided."""
    for rule in RULES:
        kind = rule(features)
        if kind is not None:
            return kind, rule.__name__
    return features.default, "by_default"
