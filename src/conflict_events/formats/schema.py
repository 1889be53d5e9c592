"""JSON Schema (2020-12) of the native form, made from the model's own types, so that it cannot fall behind them."""

from __future__ import annotations

import datetime as dt
import re
import types
import typing
from enum import Enum
from typing import Any

import attrs

from conflict_events.formats.native import VERSION
from conflict_events.model.country import Country
from conflict_events.model.event import Event

__all__ = ["document_schema"]

URI = "https://json-schema.org/draft/2020-12/schema"


def document_schema() -> dict[str, Any]:
    """The schema of a native document; its ``$defs`` hold one schema for each model class.

    >>> document_schema()["$defs"]["Event"]["required"]
    ['sub_event_type']
    """
    definitions: dict[str, Any] = {}
    event = _of(Event, definitions)
    return {
        "$schema": URI,
        "title": "conflict-events, native form",
        "description": "Events with their evidence. Fields that have their default value may be left out.",
        "type": "object",
        "properties": {
            "format": {"const": "conflict-events"},
            "version": {"const": VERSION},
            "events": {"type": "array", "items": event},
        },
        "required": ["format", "version", "events"],
        "additionalProperties": False,
        "$defs": dict(sorted(definitions.items())),
    }


_SIMPLE = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    dt.date: {"type": "string", "format": "date", "pattern": r"^\d{4}-\d\d-\d\d$"},
    type(None): {"type": "null"},
}


def _of(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """The schema of one type; classes go into the definitions and are referred to."""
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if kind in _SIMPLE:
        return dict(_SIMPLE[kind])
    if origin in (typing.Union, types.UnionType):
        choices = [_of(one, definitions) for one in inner]
        return choices[0] if len(choices) == 1 else {"anyOf": choices}
    if origin is tuple:
        if inner[-1] is ...:
            return {"type": "array", "items": _of(inner[0], definitions)}
        items = [_of(one, definitions) for one in inner]
        return {"type": "array", "prefixItems": items, "items": False, "minItems": len(items)}
    name = kind.__name__
    if name not in definitions:
        definitions[name] = {}
        definitions[name] = _enum(kind) if issubclass(kind, Enum) else _class(kind, definitions)
        if kind is Country:
            code = {"type": "string", "pattern": "^[A-Z]{3}$", "description": "ISO 3166 alpha-3; XKX is Kosovo."}
            definitions[name] = {"anyOf": [code, definitions[name]]}
    return {"$ref": f"#/$defs/{name}"}


def _enum(kind: Any) -> dict[str, Any]:
    return {"type": "string", "description": _summary(kind), "enum": [member.value for member in kind]}


def _class(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    hints = typing.get_type_hints(kind)
    told = _told(kind)
    properties = {}
    for attribute in attrs.fields(kind):
        properties[attribute.name] = _of(hints[attribute.name], definitions)
        if attribute.name in told:
            properties[attribute.name]["description"] = told[attribute.name]
    needed = [attribute.name for attribute in attrs.fields(kind) if attribute.default is attrs.NOTHING]
    return {
        "type": "object",
        "description": _summary(kind),
        "properties": properties,
        "required": needed,
        "additionalProperties": False,
    }


def _summary(kind: Any) -> str:
    return str((kind.__doc__ or "").strip().split("\n", maxsplit=1)[0])


def _told(kind: Any) -> dict[str, str]:
    """What the class's docstring says of its fields, under ``Args:``."""
    body = (kind.__doc__ or "").partition("Args:\n")[2]
    body = re.split(r"\n\s*\n", body, maxsplit=1)[0]
    found: dict[str, str] = {}
    names: list[str] = []
    for line in body.splitlines():
        if match := re.match(r"\s+([a-z_0-9, ]+): (.*)", line):
            names = match[1].split(", ")
            found |= dict.fromkeys(names, match[2].strip())
        else:
            found |= {name: f"{found[name]} {line.strip()}" for name in names if line.strip()}
    return found
