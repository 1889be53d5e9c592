"""The library's own JSON, which loses nothing: every event with every basis, claim and span, both ways.

A document is ``{"format": "conflict-events", "version": 1, "events": [...]}``, one event to a line; the JSON Schema
is ``docs/reference/event.schema.json``. Choices:

- Fields that have their default value are left out; ``null`` is never written.
- Days are ``YYYY-MM-DD``. Enumerations stand by their ACLED spelling.
- A country is its ISO 3166 alpha-3 code (``XKX`` for Kosovo); one that the library does not know stands in full.
  (``conflict_events.converters`` has the hooks, for converters of one's own.)
- Derived values (event type, interaction, figures) are not written, so that they cannot contradict their sources.
- Reading is strict: an unknown key, a number where a text belongs, or a day that does not exist is an error that
  names the event and the field. Nothing is converted silently.

Losses: none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import IO, Any

from conflict_events.converters import shared, structured, to_dict
from conflict_events.formats.base import Format
from conflict_events.formats.jsonio import Records, Scanner, json_text, strict
from conflict_events.formats.loaded import Found, opener
from conflict_events.formats.loss import LossLog, LossReport
from conflict_events.formats.streams import Source, Target, text_reader, writing
from conflict_events.model.errors import FormatError
from conflict_events.model.event import Event

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


def to_text(event: Event) -> str:
    """One event as one line of JSON, without the way through a dict.

    >>> from conflict_events.model.taxonomy import SubEventType
    >>> to_text(Event(SubEventType.GRENADE))
    '{"sub_event_type": "Grenade"}'
    """
    return json_text(shared().unstructure(event))


def from_dict(record: Any, where: str = "native") -> Event:
    """The event that ``to_dict`` or a line of a native document describes.

    Raises:
        FormatError: naming the field, what was expected, and what stood there.

    >>> from_dict({"sub_event_type": "Grenade"}).event_type.value
    'Explosions/Remote violence'
    """
    return structured(record, Event, where)


def _lines(events: Iterable[Event], log: LossLog) -> Iterator[str]:
    converter = shared()
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
