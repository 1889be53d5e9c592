"""What is claimed about people hurt: one claim each, with its bounds, its victims and who says so."""

from __future__ import annotations

from enum import StrEnum

from attrs import field, frozen

from conflict_events.model.check import a, a_or_none, each, many, member, whole, within
from conflict_events.model.errors import BadInputError
from conflict_events.model.evidence import Evidence

__all__ = ["CasualtyReport", "Outcome", "VictimRole"]


class Outcome(StrEnum):
    """What happened to people."""

    KILLED = "killed"
    INJURED = "injured"
    MISSING = "missing"
    ABDUCTED = "abducted"
    DISPLACED = "displaced"
    ARRESTED = "arrested"


class VictimRole(StrEnum):
    """Who was hurt, as far as the phrase says."""

    CIVILIAN = "civilian"
    COMBATANT = "combatant"
    STATE_FORCES = "state forces"
    """Soldiers, police or other forces of a government."""
    NON_STATE = "non-state"
    """Members of an armed group."""
    CHILD = "child"
    WOMAN = "woman"
    MEDIC = "medic"
    JOURNALIST = "journalist"
    AID_WORKER = "aid worker"
    PROTESTER = "protester"
    ATTACKER = "attacker"
    """The one who attacked: a suicide bomber, a gunman shot at the scene."""
    LEADER = "leader"
    """A named or titled person of one side."""
    UNKNOWN = "unknown"


def _outcome(value: Outcome | str) -> Outcome:
    return value if type(value) is Outcome else member(Outcome, value)


def _role(value: VictimRole | str) -> VictimRole:
    return value if type(value) is VictimRole else member(VictimRole, value)


@frozen(slots=True)
class CasualtyReport:
    """One claim about one outcome. Claims of other sources about the same event stand beside it.

    ``low`` and ``high`` are the bounds that the words leave open, ``None`` is open: "more than 20" is low 21,
    "up to 8" is low None and high 8, "deadly" is low 1, "no one was killed" is low 0 and high 0. A report that
    does not exist says nothing; zero says zero.

    A figure that stands alone, with no bound and no qualifier, bounds itself. ``outcome`` and ``role`` may be given by name.

    Args:
        outcome: what happened to them.
        stated: the figure as written ("more than 20" states 20); None where no figure stands.
        low, high: people, inclusive bounds; None is open.
        qualifier: the words that bound the figure ("more than", "at least", "dozens").
        victim: the phrase for those hurt ("two paramedics").
        role: what that phrase makes them.
        side: 1 or 2 where they belong to actor1 or actor2.
        source: who says so ("Gaza health officials"); None is the article itself.
        cumulative: True for a toll to date, False for new deaths, None where not said.
        subset_of: index, in the same tuple, of the claim that contains this one ("including two children").
        evidence: the words read.

    Raises:
        BadInputError: a negative or fractional figure, low above high, or a side that is not 1 or 2.

    >>> report = CasualtyReport(Outcome.KILLED, stated=20, low=21, qualifier="more than")
    >>> report.low, report.high
    (21, None)
    >>> CasualtyReport("killed", stated=3).high
    3
    """

    outcome: Outcome = field(converter=_outcome, validator=a(Outcome))
    stated: int | None = field(default=None, converter=whole, validator=within(0), kw_only=True)
    low: int | None = field(default=None, converter=whole, validator=within(0), kw_only=True)
    high: int | None = field(default=None, converter=whole, validator=within(0), kw_only=True)
    qualifier: str | None = field(default=None, validator=a_or_none(str), kw_only=True)
    victim: str | None = field(default=None, validator=a_or_none(str), kw_only=True)
    role: VictimRole = field(default=VictimRole.UNKNOWN, converter=_role, validator=a(VictimRole), kw_only=True)
    side: int | None = field(default=None, converter=whole, validator=within(1, 2), kw_only=True)
    source: str | None = field(default=None, validator=a_or_none(str), kw_only=True)
    cumulative: bool | None = field(default=None, validator=a_or_none(bool), kw_only=True)
    subset_of: int | None = field(default=None, converter=whole, validator=within(0), kw_only=True)
    evidence: tuple[Evidence, ...] = field(default=(), converter=many, validator=each(Evidence), kw_only=True)

    def __attrs_post_init__(self) -> None:
        if self.low is None and self.high is None and self.qualifier is None and self.stated is not None:
            for name in ("low", "high"):  # a plain figure leaves nothing open
                object.__setattr__(self, name, self.stated)
        if self.low is not None and self.high is not None and self.low > self.high:
            raise BadInputError(
                "bounds are swapped", where="CasualtyReport", expected="low <= high", got=(self.low, self.high)
            )
