"""News about conflict, turned into data that shows its evidence.

Everything public is here; each name is loaded when it is first used, so that importing costs next to nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from conflict_events import formats
    from conflict_events.api import find_actors, find_casualties, find_dates, find_places
    from conflict_events.batch import code_many
    from conflict_events.converters import from_dict, to_dict
    from conflict_events.model.actor import Actor
    from conflict_events.model.article import Article
    from conflict_events.model.casualty import CasualtyReport, Outcome, VictimRole
    from conflict_events.model.coded import CodedArticle, Problem, Rejection
    from conflict_events.model.country import Country
    from conflict_events.model.errors import ConflictEventsError
    from conflict_events.model.event import Event
    from conflict_events.model.evidence import Basis, Evidence, Status
    from conflict_events.model.kind import ActorKind, Interaction
    from conflict_events.model.place import Place
    from conflict_events.model.region import Region
    from conflict_events.model.scale import SourceScale
    from conflict_events.model.scope import Scope
    from conflict_events.model.standing import Standing
    from conflict_events.model.taxonomy import DisorderType, EventType, SubEventType
    from conflict_events.model.when import Grain, When
    from conflict_events.pipeline import code

__version__ = "0.1.0"

_HOMES = {
    "Actor": "model.actor",
    "ActorKind": "model.kind",
    "Article": "model.article",
    "Basis": "model.evidence",
    "CasualtyReport": "model.casualty",
    "CodedArticle": "model.coded",
    "ConflictEventsError": "model.errors",
    "Country": "model.country",
    "DisorderType": "model.taxonomy",
    "Event": "model.event",
    "EventType": "model.taxonomy",
    "Evidence": "model.evidence",
    "Grain": "model.when",
    "Interaction": "model.kind",
    "Outcome": "model.casualty",
    "Place": "model.place",
    "Problem": "model.coded",
    "Region": "model.region",
    "Rejection": "model.coded",
    "Scope": "model.scope",
    "SourceScale": "model.scale",
    "Standing": "model.standing",
    "Status": "model.evidence",
    "SubEventType": "model.taxonomy",
    "VictimRole": "model.casualty",
    "When": "model.when",
    "code": "pipeline",
    "code_many": "batch",
    "find_actors": "api",
    "find_casualties": "api",
    "find_dates": "api",
    "find_places": "api",
    "from_dict": "converters",
    "to_dict": "converters",
}
"""Public name -> the module that holds it."""

__all__ = [
    "Actor",
    "ActorKind",
    "Article",
    "Basis",
    "CasualtyReport",
    "CodedArticle",
    "ConflictEventsError",
    "Country",
    "DisorderType",
    "Event",
    "EventType",
    "Evidence",
    "Grain",
    "Interaction",
    "Outcome",
    "Place",
    "Problem",
    "Region",
    "Rejection",
    "Scope",
    "SourceScale",
    "Standing",
    "Status",
    "SubEventType",
    "VictimRole",
    "When",
    "code",
    "code_many",
    "find_actors",
    "find_casualties",
    "find_dates",
    "find_places",
    "formats",
    "from_dict",
    "to_dict",
]


def __getattr__(name: str) -> Any:
    if name == "formats":
        return importlib.import_module("conflict_events.formats")
    if name in _HOMES:
        value = getattr(importlib.import_module(f"conflict_events.{_HOMES[name]}"), name)
        globals()[name] = value
        return value
    raise AttributeError(f"module 'conflict_events' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
