"""What fields of the model hold: validators that refuse with what, where, expected and got, each with its field's name.

A converter makes the common spellings of a value into the value and passes on what it does not know; the validator
behind it, which knows the field, then says what was expected. So a class says of each field what it is, once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum
from operator import index
from typing import TYPE_CHECKING, Any, NoReturn, SupportsFloat, SupportsIndex, TypeVar

from conflict_events.model.errors import BadInputError

if TYPE_CHECKING:
    from attrs import Attribute

__all__ = ["a", "a_or_none", "each", "many", "member", "nearest", "number", "one_of", "refuse", "whole", "within"]

Member = TypeVar("Member", bound=Enum)
_SHORT = 15
"""Members that an error can list."""
Validator = Callable[[Any, "Attribute[Any]", Any], None]


def refuse(what: str, instance: object, attribute: Attribute[Any], expected: str, got: object) -> NoReturn:
    """Raise the error of one field.

    Raises:
        BadInputError: always.
    """
    raise BadInputError(what, where=f"{type(instance).__name__}.{attribute.name}", expected=expected, got=got)


def member(kind: type[Member], value: Any) -> Any:
    """The member of an enumeration that a text spells, in any case; what spells none comes back as it is.

    >>> from conflict_events.model.taxonomy import SubEventType
    >>> member(SubEventType, "armed clash"), member(SubEventType, "Battle")
    (<SubEventType.ARMED_CLASH: 'Armed clash'>, 'Battle')
    """
    if type(value) is kind or not isinstance(value, str):
        return value
    folded = value.strip().casefold()
    return next((one for one in kind if one.value.casefold() == folded), value)


def many(values: Iterable[Any]) -> tuple[Any, ...]:
    """A tuple of any iterable (untyped, because mypy cannot pass a type variable through a converter).

    One text, which would fall apart into letters, and what is no iterable come back as they are.

    >>> many(["a", "b"]), many("ab")
    (('a', 'b'), 'ab')
    """
    if type(values) is tuple:
        return values
    if isinstance(values, (str, bytes)) or not hasattr(values, "__iter__"):
        return values  # type: ignore[return-value]
    return tuple(values)


def whole(value: SupportsIndex | None) -> int | None:
    """A plain int of whatever counts as one, numpy's too; True, fractions and texts come back as they are.

    >>> whole(3), whole(True)
    (3, True)
    """
    if type(value) is int or value is None or isinstance(value, bool) or not hasattr(value, "__index__"):
        return value  # type: ignore[return-value]
    return index(value)


def number(value: SupportsFloat | None) -> float | None:
    """A plain float of any real number, numpy's too; True and texts come back as they are.

    >>> number(1), number("1.5")
    (1.0, '1.5')
    """
    if type(value) is float or value is None or isinstance(value, (bool, str, bytes)):
        return value
    try:
        return float(value)
    except (TypeError, ValueError, OverflowError):
        return value  # type: ignore[return-value]


def a(kind: type) -> Validator:
    """The field holds one of this class."""

    def check(instance: object, attribute: Attribute[Any], value: object) -> None:
        if type(value) is not kind and not isinstance(value, kind):
            refuse(f"{attribute.name} is {_article(kind)}", instance, attribute, _expected(kind, value), value)

    return check


def a_or_none(kind: type) -> Validator:
    """The field holds one of this class, or None."""

    def check(instance: object, attribute: Attribute[Any], value: object) -> None:
        if value is not None and type(value) is not kind and not isinstance(value, kind):
            expected = f"{_expected(kind, value)}, or None"
            refuse(f"{attribute.name} is {_article(kind)} or None", instance, attribute, expected, value)

    return check


def each(kind: type) -> Validator:
    """The field holds a tuple in which each is one of this class."""

    def check(instance: object, attribute: Attribute[Any], value: object) -> None:
        if type(value) is not tuple:
            refuse("one value where many belong", instance, attribute, f"a tuple, each {_article(kind)}", value)
        for item in value:
            if type(item) is not kind and not isinstance(item, kind):
                expected = f"a tuple, each {_expected(kind, item)}"
                refuse(f"not each of {attribute.name} is {_article(kind)}", instance, attribute, expected, item)

    return check


def within(low: int, high: int | None = None) -> Validator:
    """The field holds a whole number from ``low`` to ``high`` or open above, or None; True is no number."""
    expected = f"a whole number, {low} or more" if high is None else f"a whole number, {low} to {high}"

    def check(instance: object, attribute: Attribute[Any], value: object) -> None:
        if value is None:
            return
        if type(value) is not int or value < low or (high is not None and value > high):
            refuse(f"{attribute.name} is a number", instance, attribute, f"{expected}, or None", value)

    return check


def one_of(*texts: str) -> Validator:
    """The field holds one of these texts, or None."""

    def check(instance: object, attribute: Attribute[Any], value: object) -> None:
        if value is not None and value not in texts:
            refuse(f"no such {attribute.name}", instance, attribute, f"one of {', '.join(texts)}, or None", value)

    return check


def nearest(name: str, names: Iterable[str]) -> list[str]:
    """The three of some names that a slip of the pen or a part of a name most likely means, if any.

    >>> nearest("Shelling", ["Attack", "Shelling/artillery"]), nearest("Atack", ["Attack"]), nearest("x", ["Attack"])
    (['Shelling/artillery'], ['Attack'], [])
    """
    from difflib import get_close_matches

    by_folded = {one.casefold(): one for one in names}
    folded = name.strip().casefold()
    held = [one for one in by_folded if folded and (folded in one or one in folded)]
    close = get_close_matches(folded, by_folded, n=3, cutoff=0.6)
    return [by_folded[one] for one in dict.fromkeys([*close, *held])][:3]


def _article(kind: type) -> str:
    return f"{'an' if kind.__name__[0] in 'AEIO' else 'a'} {kind.__name__}"


def _expected(kind: type, value: object) -> str:
    """What would have been right: of an enumeration the members nearest to a slip of the pen, else all of a short one."""
    if not issubclass(kind, Enum):
        return _article(kind)
    every = [str(one.value) for one in kind]
    near: Callable[[str], list[str]] = getattr(kind, "nearest", lambda name: nearest(name, every))
    names = near(value) if isinstance(value, str) else []
    if not names and len(every) <= _SHORT:
        return f"{_article(kind)}: {', '.join(every)}"
    return f"{_article(kind)} such as {' or '.join(map(repr, names or every[:1]))}"
