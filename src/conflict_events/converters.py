"""cattrs converters that take the model apart into plain JSON values and put it together again, strictly both ways.

    from conflict_events.converters import make_converter, configure_converter

``make_converter`` gives one; ``configure_converter`` teaches the model to a converter of one's own, which then takes
``Event``, ``CodedArticle`` and all their parts wherever they stand in one's own classes. The native format is built on
the same hooks. cattrs is loaded when a converter is made.

- Days are ``YYYY-MM-DD``. Enumerations stand by their exact spelling.
- A country is its ISO 3166 alpha-3 code (``XKX`` for Kosovo); one that the library does not know stands in full.
- A mention names its class under ``mention``: date, place, actor, casualty, trigger, or nothing of these.
- Nothing is converted silently: True is no number, a number is no text, a text is no list.
"""

from __future__ import annotations

import datetime as dt
import functools
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin, overload

from attrs import has

from conflict_events.model.casualty import Outcome, VictimRole
from conflict_events.model.country import Country
from conflict_events.model.errors import BadInputError, ConflictEventsError, FormatError, UnknownNameError
from conflict_events.model.event import Event
from conflict_events.model.evidence import Status
from conflict_events.model.kind import ActorKind
from conflict_events.model.mention import (
    ActorMention,
    CasualtyMention,
    DateMention,
    Mention,
    PlaceMention,
    TriggerMention,
)
from conflict_events.model.region import Region
from conflict_events.model.scale import SourceScale
from conflict_events.model.scope import Scope
from conflict_events.model.standing import Standing
from conflict_events.model.taxonomy import SubEventType
from conflict_events.model.when import Grain

if TYPE_CHECKING:
    from collections.abc import Callable

    from cattrs import Converter

__all__ = ["configure_converter", "from_dict", "make_converter", "shared", "structured", "to_dict"]

Kind = TypeVar("Kind")


def make_converter() -> Converter:
    """A cattrs converter for the model and for whatever one adds to it.

    >>> converter = make_converter()
    >>> converter.unstructure(Event("Grenade", when="2024-05-01"))
    {'sub_event_type': 'Grenade', 'when': {'start': '2024-05-01', 'end': '2024-05-01'}}
    >>> converter.structure({"sub_event_type": "Grenade"}, Event).event_type.value
    'Explosions/Remote violence'
    """
    from cattrs import Converter

    converter = Converter(forbid_extra_keys=True, omit_if_default=True, unstruct_collection_overrides={tuple: list})
    for kind, allowed in ((str, (str,)), (int, (int,)), (float, (float, int)), (bool, (bool,))):
        converter.register_structure_hook(kind, _exactly(*allowed))
    converter.register_structure_hook_func(_is_tuple, functools.partial(_items, converter))
    converter.register_structure_hook(dt.date, _day)
    converter.register_unstructure_hook(dt.date, lambda day: f"{day.year:04d}-{day.month:02d}-{day.day:02d}")
    converter.register_structure_hook(SourceScale | str | None, _scale)
    converter.register_unstructure_hook(SourceScale | str | None, lambda scale: None if scale is None else str(scale))
    converter.register_structure_hook(Country, _country_in)
    converter.register_unstructure_hook(Country, _country_out)
    for enumeration in (ActorKind, Grain, Outcome, Scope, SourceScale, Standing, Status, SubEventType, VictimRole):
        converter.register_unstructure_hook(enumeration, lambda member: member.value)
    converter.register_structure_hook_factory(_is_mention, functools.partial(_mention_in, converter))
    converter.register_unstructure_hook_factory(_is_mention, functools.partial(_mention_out, converter))
    return converter


def configure_converter(converter: Converter) -> None:
    """Teach the model to a converter of one's own; what it does with all other classes stays as it is.

    Args:
        converter: any cattrs converter, those of ``cattrs.preconf`` included.

    >>> from attrs import frozen
    >>> from cattrs import Converter
    >>> @frozen
    ... class Reviewed:
    ...     event: Event
    ...     by: str
    >>> converter = Converter()
    >>> configure_converter(converter)
    >>> plain = converter.unstructure(Reviewed(Event("Grenade"), "me"))
    >>> plain
    {'event': {'sub_event_type': 'Grenade'}, 'by': 'me'}
    >>> converter.structure(plain, Reviewed).event.sub_event_type.name
    'GRENADE'
    """
    ours = shared()
    converter.register_structure_hook_func(_is_model, ours.structure)
    converter.register_unstructure_hook_func(_is_model, ours.unstructure)


@functools.cache
def shared() -> Converter:
    """The converter of the native format; it is not to be changed."""
    return make_converter()


def to_dict(value: Any) -> dict[str, Any]:
    """An event, or any other value of the model, as plain JSON values; fields with their default are left out.

    >>> to_dict(Event("Grenade"))
    {'sub_event_type': 'Grenade'}
    """
    plain: dict[str, Any] = shared().unstructure(value)
    return plain


@overload
def from_dict(record: Any) -> Event: ...
@overload
def from_dict(record: Any, kind: type[Kind]) -> Kind: ...
def from_dict(record: Any, kind: Any = Event) -> Any:
    """What ``to_dict`` took apart.

    Args:
        record: plain JSON values.
        kind: the class to make: ``Event``, ``CodedArticle``, or any part of them.

    Raises:
        FormatError: naming the field, what was expected, and what stood there.

    >>> from_dict({"sub_event_type": "Grenade"}).event_type.value
    'Explosions/Remote violence'
    """
    return structured(record, kind, "from_dict")


def structured(record: Any, kind: type[Kind], where: str) -> Kind:
    """As ``from_dict``, with errors that say where.

    Raises:
        FormatError: for what breaks the schema.
    """
    if not isinstance(record, dict):
        name = "event" if kind is Event else kind.__name__
        raise FormatError(f"no {name}", where=where, expected="an object", got=record)
    try:
        return shared().structure(record, kind)
    except RecursionError:
        raise FormatError("nested too deep", where=where, expected="an event", got=str(record)[:200]) from None
    except Exception as error:
        from cattrs import transform_error

        raise _explained(error, where, transform_error) from error


def _explained(error: Exception, where: str, transform: Any) -> FormatError:
    """One error that names the first field that is wrong; cattrs groups all of them."""

    def message(inner: Exception, _kind: Any) -> str:
        if isinstance(inner, ConflictEventsError):
            return f"{inner.what}: expected {inner.expected}, got {str(inner.got)[:80]!r}"
        if isinstance(inner, KeyError):
            return f"required field {inner} is missing"
        return str(inner) or type(inner).__name__

    if isinstance(error, ConflictEventsError):
        return FormatError(error.what, where=f"{where}, {error.where}", expected=error.expected, got=error.got)
    told = transform(error, format_exception=message)
    return FormatError("not an event", where=where, expected="the native schema", got="; ".join(told[:5]))


def _is_model(kind: Any) -> bool:
    """Whether this is a class of the model that is taken apart; its enumerations are texts to any converter."""
    return isinstance(kind, type) and kind.__module__.startswith("conflict_events.model.") and has(kind)


def _is_mention(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Mention)


def _mention_in(converter: Converter, kind: type[Mention]) -> Callable[[Any, Any], Mention]:
    from cattrs.gen import make_dict_structure_fn

    made = {tag: make_dict_structure_fn(one, converter) for tag, one in _MENTIONS.items() if issubclass(one, kind)}

    def hook(value: Any, _kind: Any) -> Mention:
        tag = value.get(_TAG, "") if isinstance(value, dict) else value
        if not isinstance(value, dict) or tag not in made:
            kinds = ", ".join(filter(None, made))
            raise BadInputError("no mention", where=_TAG, expected=f"an object with {_TAG} one of {kinds}", got=tag)
        found: Mention = made[tag]({key: part for key, part in value.items() if key != _TAG}, _MENTIONS[tag])
        return found

    return hook


def _mention_out(converter: Converter, _kind: type[Mention]) -> Callable[[Mention], dict[str, Any]]:
    from cattrs.gen import make_dict_unstructure_fn

    made = {one: make_dict_unstructure_fn(one, converter, _cattrs_omit_if_default=True) for one in _MENTIONS.values()}

    def hook(mention: Mention) -> dict[str, Any]:
        tag = {_TAG: _NAMES[type(mention)]} if type(mention) is not Mention else {}
        return {**tag, **made[type(mention)](mention)}

    return hook


_TAG = "mention"
_MENTIONS: dict[str, type[Mention]] = {
    "": Mention,
    "date": DateMention,
    "place": PlaceMention,
    "actor": ActorMention,
    "casualty": CasualtyMention,
    "trigger": TriggerMention,
}
_NAMES = {kind: tag for tag, kind in _MENTIONS.items()}


def _exactly(*kinds: type) -> Any:
    """A hook that takes values of these very types and nothing that could be made into one."""
    expected = " or ".join(kind.__name__ for kind in kinds)

    def hook(value: Any, kind: Any) -> Any:
        if issubclass(kind, Enum):  # our enumerations are texts too, so the hook for str also gets them
            return _member(value, kind)
        if type(value) not in kinds:
            raise BadInputError("wrong type", where="value", expected=expected, got=value)
        return value

    return hook


def _day(value: Any, _kind: Any) -> dt.date:
    day = dt.date.fromisoformat(value) if isinstance(value, str) else None
    if day is None or day.isoformat() != value:
        raise BadInputError("no day", where="value", expected="YYYY-MM-DD", got=value)
    return day


def _member(value: Any, kind: Any) -> Any:
    """A member of an enumeration, by its exact spelling."""
    if not isinstance(value, str):
        raise BadInputError("wrong type", where="value", expected=f"a {kind.__name__}", got=value)
    return kind(value)


def _is_tuple(kind: Any) -> bool:
    origin: Any = get_origin(kind)
    return origin is tuple


def _items(converter: Converter, value: Any, kind: Any) -> tuple[Any, ...]:
    """A tuple from a list and from nothing else; a text would fall apart into letters."""
    from cattrs import IterableValidationError
    from cattrs.errors import IterableValidationNote

    if not isinstance(value, list):
        raise BadInputError("wrong type", where="value", expected="a list", got=value)
    kinds = get_args(kind)
    kinds = kinds[:1] * len(value) if kinds[-1] is Ellipsis else kinds
    if len(kinds) != len(value):
        raise BadInputError("wrong length", where="value", expected=f"{len(kinds)} items", got=value)
    found, errors = [], []
    for index, (item, item_kind) in enumerate(zip(value, kinds, strict=True)):
        try:
            found.append(converter.structure(item, item_kind))
        except Exception as error:  # noqa: BLE001 - cattrs groups whatever a field raises
            error.add_note(IterableValidationNote(f"item {index}", index, item_kind))
            errors.append(error)
    if errors:
        raise IterableValidationError("list", errors, kind)
    return tuple(found)


def _scale(value: Any, _kind: Any) -> SourceScale | str | None:
    if value is not None and not isinstance(value, str):
        raise BadInputError("wrong type", where="source_scale", expected="text", got=value)
    return SourceScale(value) if value in list(SourceScale) else value


def _country_in(value: Any, _kind: Any) -> Country:
    if isinstance(value, str):
        found = Country.of(value)
        if found.alpha_3 != value:
            raise BadInputError("no country", where="country", expected=f"alpha-3 code, {found.alpha_3}", got=value)
        return found
    if not isinstance(value, dict) or set(value) != {"name", "alpha_2", "alpha_3", "numeric", "region", "prefix"}:
        raise BadInputError("no country", where="country", expected="alpha-3 code or all six fields", got=value)
    texts = [value[name] for name in ("name", "alpha_2", "alpha_3", "prefix")]
    if not all(isinstance(text, str) for text in texts) or type(value["numeric"]) is not int:
        raise BadInputError("wrong type", where="country", expected="texts, and a number as numeric", got=value)
    return Country(**{**value, "region": Region(value["region"])})


def _country_out(country: Country) -> Any:
    try:
        if Country.of(country.alpha_3) == country:
            return country.alpha_3
    except UnknownNameError:
        pass
    return {
        "name": country.name,
        "alpha_2": country.alpha_2,
        "alpha_3": country.alpha_3,
        "numeric": country.numeric,
        "region": country.region.value,
        "prefix": country.prefix,
    }
