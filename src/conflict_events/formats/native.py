"""The library's own JSON, which loses nothing: every event with every basis, claim and span, both ways.

A document is ``{"format": "conflict-events", "version": 1, "events": [...]}``, one event to a line; the JSON Schema
is ``docs/reference/event.schema.json``. Choices:

- Fields that have their default value are left out; ``null`` is never written.
- Days are ``YYYY-MM-DD``. Enumerations stand by their ACLED spelling.
- A country is its ISO 3166 alpha-3 code (``XKX`` for Kosovo); one that the library does not know stands in full.
- Derived values (event type, interaction, figures) are not written, so that they cannot contradict their sources.
- Reading is strict: an unknown key, a number where a text belongs, or a day that does not exist is an error that
  names the event and the field. Nothing is converted silently.

Losses: none.
"""

from __future__ import annotations

import datetime as dt
import functools
import json
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import IO, TYPE_CHECKING, Any, get_args, get_origin

from conflict_events.formats.base import Format
from conflict_events.formats.jsonio import Records, Scanner, json_text, strict
from conflict_events.formats.loaded import Found, opener
from conflict_events.formats.loss import LossLog, LossReport
from conflict_events.formats.streams import Source, Target, text_reader, writing
from conflict_events.model.country import Country
from conflict_events.model.errors import BadInputError, ConflictEventsError, FormatError, UnknownNameError
from conflict_events.model.event import Event
from conflict_events.model.region import Region
from conflict_events.model.scale import SourceScale

if TYPE_CHECKING:
    from cattrs import Converter

__all__ = [
    "FORMAT",
    "VERSION",
    "Events",
    "dump",
    "dumps",
    "from_dict",
    "json_text",
    "load",
    "loads",
    "open_events",
    "parsed",
    "to_dict",
    "to_text",
]

VERSION = 1
"""Version of the native form; rises when a document of before would no longer be read."""


class Events(tuple[Event, ...]):
    """The events of one document. ``problems`` is always empty: what breaks the schema is an error."""

    __slots__ = ()
    problems: tuple[()] = ()


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
        return Country.of(value)
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


@functools.cache
def _converter() -> Converter:
    """Built at first use, because cattrs takes a tenth of a second to load."""
    from cattrs import Converter

    converter = Converter(forbid_extra_keys=True, omit_if_default=True)
    for kind, allowed in ((str, (str,)), (int, (int,)), (float, (float, int)), (bool, (bool,))):
        converter.register_structure_hook(kind, _exactly(*allowed))
    converter.register_structure_hook_func(_is_tuple, functools.partial(_items, converter))
    converter.register_structure_hook(dt.date, _day)
    converter.register_unstructure_hook(dt.date, lambda day: f"{day.year:04d}-{day.month:02d}-{day.day:02d}")
    converter.register_structure_hook(SourceScale | str | None, _scale)
    converter.register_unstructure_hook(SourceScale | str | None, lambda scale: None if scale is None else str(scale))
    converter.register_structure_hook(Country, _country_in)
    converter.register_unstructure_hook(Country, _country_out)
    converter.register_unstructure_hook(Enum, lambda member: member.value)
    return converter


def to_dict(event: Event) -> dict[str, Any]:
    """One event as plain JSON values.

    >>> from conflict_events.model.taxonomy import SubEventType
    >>> to_dict(Event(SubEventType.GRENADE))
    {'sub_event_type': 'Grenade'}
    """
    # Lists, not tuples, so that the dict equals what JSON gives back.
    plain: dict[str, Any] = json.loads(to_text(event))
    return plain


def to_text(event: Event) -> str:
    """One event as one line of JSON, without the way through a dict.

    >>> from conflict_events.model.taxonomy import SubEventType
    >>> to_text(Event(SubEventType.GRENADE))
    '{"sub_event_type": "Grenade"}'
    """
    return json_text(_converter().unstructure(event))


def from_dict(record: Any, where: str = "native") -> Event:
    """The event that ``to_dict`` or a line of a native document describes.

    Raises:
        FormatError: naming the field, what was expected, and what stood there.

    >>> from_dict({"sub_event_type": "Grenade"}).event_type.value
    'Explosions/Remote violence'
    """
    if not isinstance(record, dict):
        raise FormatError("no event", where=where, expected="an object", got=record)
    try:
        return _converter().structure(record, Event)
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


def _lines(events: Iterable[Event], log: LossLog) -> Iterator[str]:
    converter = _converter()
    yield f'{{"format": "conflict-events", "version": {VERSION}, "events": ['
    for number, event in enumerate(events):
        log.wrote()
        yield f"{',' if number else ''}\n{json_text(converter.unstructure(event))}"
    yield "\n]}\n"


def dump(events: Iterable[Event], target: Target) -> LossReport:
    """Write events as one native document, as they come.

    Args:
        events: any events.
        target: a path, ``-``, or an open stream. A file appears whole or not at all.

    Returns:
        An empty loss report.
    """
    log = LossLog("native")
    with writing(target) as stream:
        for text in _lines(events, log):
            stream.write(text.encode("utf-8"))
    return log.report()


def dumps(events: Iterable[Event]) -> str:
    """Events as the text of a native document.

    >>> from conflict_events.model.taxonomy import SubEventType
    >>> loads(dumps([Event(SubEventType.GRENADE)])) == (Event(SubEventType.GRENADE),)
    True
    """
    return "".join(_lines(events, LossLog("native")))


def loads(text: str, where: str = "native") -> Events:
    """The events of a native document.

    Args:
        text: the document, or a bare list of events.
        where: what errors call it.

    Raises:
        FormatError: not JSON, another format or version, or an event that breaks the schema.
    """
    return Events(_events(Scanner.of(text, where, strict()), where))


_MARKS = {"format": "conflict-events", "version": VERSION}


def _events(scan: Scanner, where: str) -> Iterator[Event]:
    document = Records(scan, "events", frozenset(_MARKS))
    for number, (_, _, record) in enumerate(document, 1):
        if number == 1:
            _check(document.others, where)
        yield from_dict(record, f"{where}, event {number}")
    if document.head.lstrip().startswith("{"):  # else it is a bare list
        _check({**dict.fromkeys(_MARKS), **document.others}, where)


def _check(marks: dict[str, Any], where: str) -> None:
    """The marks of the format; they may also stand behind the events, where somebody has sorted the keys."""
    if any(marks[name] != _MARKS[name] for name in marks):
        expected = f"conflict-events version {VERSION}"
        raise FormatError("another format", where=where, expected=expected, got=marks)


def parsed(text: str, where: str) -> Any:
    """The value of a JSON text, in which no key stands twice and no number is NaN.

    Raises:
        FormatError: not JSON, nested too deep, a key that stands twice, NaN or an infinity.
    """
    scan = Scanner.of(text, where, strict())
    value = scan.value()
    scan.end()
    return value


def _read(stream: IO[bytes], where: str, _notices: list[str]) -> Iterator[Found]:
    scan = Scanner(text_reader(stream, "a native document", where), where, strict())
    return ((event, ()) for event in _events(scan, where))


open_events = opener(_read)


def load(source: Source) -> Events:
    """Read a native document.

    Args:
        source: a path, ``-``, or an open stream.

    Raises:
        FormatError: not UTF-8, not JSON, or not this format.
    """
    with open_events(source) as stream:
        return Events(stream)


FORMAT = Format(
    name="native",
    title="conflict-events JSON, lossless",
    suffixes=(".json",),
    dump=dump,
    dumps=dumps,
    load=load,
    open=open_events,
)
