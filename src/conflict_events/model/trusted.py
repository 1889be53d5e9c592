"""The parser's own way to the model's classes: values made of parts that were checked before, without checking again.

A caller makes ``Event(...)`` and is told of nonsense. Within an article, where thousands of values are made of one
another, the same checks would cost a tenth of the time and could only find what the type checker finds.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

from attrs import NOTHING, fields

__all__ = ["evolve", "maker"]

Made = TypeVar("Made")
Given = ParamSpec("Given")


@functools.cache
def _parts(kind: Any) -> tuple[tuple[str, Callable[[Any], Any], Callable[[Any, Any], None]], ...]:
    """Name, reader and writer of each field; a slot is written where a frozen class refuses assignment."""
    slots = [(attribute.name, getattr(kind, attribute.name)) for attribute in fields(kind)]
    return tuple((name, slot.__get__, slot.__set__) for name, slot in slots)


def evolve(value: Made, **changes: Any) -> Made:
    """A value with some fields changed, as ``attrs.evolve``.

    >>> from conflict_events.model.evidence import Evidence
    >>> evolve(Evidence(0, 3, "two", "a"), rule="b")
    Evidence(start=0, end=3, quote='two', rule='b')
    """
    kind: Any = type(value)
    made: Made = object.__new__(kind)
    for name, read, write in _parts(kind):
        write(made, changes[name] if name in changes else read(value))
    return made


def maker(kind: Callable[Given, Made]) -> Callable[Given, Made]:
    """A function that makes values of a class and is called as the class itself.

    It is written out field by field and compiled, as attrs does with ``__init__``: a loop would take longer than checks.

    >>> from conflict_events.model.evidence import Evidence
    >>> maker(Evidence)(0, 3, "two", rule="a") == Evidence(0, 3, "two", "a")
    True
    """
    cls: Any = kind
    names: dict[str, Any] = {"new": object.__new__, "kind": cls}
    head, body = [], []
    for attribute in fields(cls):
        name = attribute.name
        names[f"write_{name}"] = getattr(cls, name).__set__
        names[f"default_{name}"] = attribute.default
        head.append(name if attribute.default is NOTHING else f"{name}=default_{name}")
        body.append(f"    write_{name}(made, {name})\n")
    exec(f"def make({', '.join(head)}):\n    made = new(kind)\n{''.join(body)}    return made", names)  # noqa: S102
    return names["make"]  # type: ignore[no-any-return]
