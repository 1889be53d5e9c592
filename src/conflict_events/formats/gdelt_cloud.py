"""GDELT Cloud's answers in JSON: conflict events of version 1, events of version 2. Read only.

Choices of the reader:

- Version 1 has ACLED's types. Version 2 has them as ``category`` and ``subcategory``; an event of another category is
  no conflict event, is left out, and ``notices`` counts it.
- Version 1 names both kinds of an interaction and not whose they are: a name that tells its kind decides, else they are
  taken in their order, as inferred. Version 2 names no kinds: they are read from the names, or follow from the type.
- Roles of version 2 decide the side where they tell one; else the actors stand in their order.
- A country is a name, an ISO 3166 alpha-3 or a FIPS 10-4 code, which differs between endpoints; a code of two letters
  is taken for FIPS. What is none of them is kept in ``extras``.
- ``fatalities`` above 0 are one claim with the figure as lower bound; 0 is no claim, because it is written for none and
  for unknown. Articles are ``sources``.
- Both versions have one place and no precision. All that has no field (scores, clusters, stories) is kept in
  ``extras``, nested values as JSON.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import IO, Any

from conflict_events.formats.acled.values import actor_of, kind_of, old_type_of, sub_of
from conflict_events.formats.base import Format
from conflict_events.formats.loaded import Found, Loaded, opener
from conflict_events.formats.problem import RowProblem
from conflict_events.formats.streams import Source
from conflict_events.formats.tables.cells import Cells, Columns, Manner
from conflict_events.formats.tables.documents import Twice, cell_of, document_of
from conflict_events.formats.tables.letters import letters_of, rewindable, text_of, undecoded
from conflict_events.model.actor import Actor
from conflict_events.model.casualty import CasualtyReport, Outcome
from conflict_events.model.country import Country
from conflict_events.model.country_table import FIPS
from conflict_events.model.errors import FormatError, UnknownNameError
from conflict_events.model.event import Event
from conflict_events.model.evidence import Basis, Status
from conflict_events.model.kind import ActorKind
from conflict_events.model.place import Place
from conflict_events.model.taxonomy import EventType, SubEventType
from conflict_events.model.when import When

__all__ = ["FORMAT", "load", "open_events"]

_V1 = tuple(
    """id cluster_id event_date disorder_type event_type sub_event_type actor1 actor2 interaction civilian_targeting
    country admin1 location latitude longitude fatalities notes tags confidence source_urls""".split()
)
_V2 = tuple(
    """id family title summary event_date category subcategory geo actors metrics has_fatalities fatalities story_refs
    top_articles""".split()
)
_NEEDED = (frozenset(("event_date", "sub_event_type", "cluster_id")), frozenset(("event_date", "category", "family")))
_FREE = frozenset("actor1 actor2 country admin1 location notes title summary".split())
_MANNER = Manner(Columns(rule="gdelt-cloud", names=tuple(dict.fromkeys(_V1 + _V2)), needed=(), free=_FREE))
_TAKEN = frozenset(
    """id event_date sub_event_type actor1 actor2 admin1 location latitude longitude fatalities notes summary tags
    subcategory""".split()
)

_BROAD = Basis(Status.ABSENT, reason="only the broad type is named; the sub-event type stands in for it, unwritten")
_ORDER = Basis(Status.INFERRED, reason="the interaction names both kinds and not whose they are; taken in its order")
_NAMED = Basis(Status.INFERRED, reason="the kind is read from the name and the interaction")
_BY_TYPE = Basis(Status.INFERRED, reason="no kind is told; it is read from the name, or follows from the type")

_BY_FIPS = {fips: alpha for alpha, fips in FIPS.items()}
_SIDES = {
    "actor1": 1,
    "source": 1,
    "perpetrator": 1,
    "initiator": 1,
    "attacker": 1,
    "aggressor": 1,
    "actor2": 2,
    "target": 2,
    "victim": 2,
    "recipient": 2,
}
"""Roles of version 2 that tell a side."""
_CROWDS = {EventType.PROTESTS: ActorKind.PROTESTERS, EventType.RIOTS: ActorKind.RIOTERS}


def _knows(names: Sequence[str]) -> bool:
    return any(needed <= set(names) for needed in _NEEDED)


def _country(told: str) -> Country | None:
    try:
        return Country.of(_BY_FIPS[told] if len(told) == 2 else told) if told else None
    except (KeyError, UnknownNameError):
        return None


def _place(row: Cells, name: str, admin1: str, told: str) -> Place | None:
    north, east = row.point("latitude", "longitude")
    country = _country(told)
    alone = "" if name or admin1 or north is not None else (told if country is None else country.name)
    if not (name or admin1 or alone) and north is None:
        return None
    return Place(
        name or admin1 or alone,
        country=country,
        admin1=admin1 or None,
        latitude=north,
        longitude=east,
        feature="A.PCLI" if alone and country is not None else None,
    )


def _kinds(interaction: str, names: tuple[str, str]) -> tuple[tuple[ActorKind | None, ActorKind | None], Basis]:
    """The kinds of two sides by an interaction such as "State forces-Rebel groups" or "Rioters only"."""
    told = [kind_of(part.removesuffix(" only")) for part in _parted(interaction)]
    own = [None if (actor := actor_of(name, None)) is None else actor.kind for name in names]
    if len(told) < 2 or None in told:
        found = [kind or (told[0] if told else None) for kind in own]
        unsure = any(name and kind is None for name, kind in zip(names, found, strict=True))
        return (found[0], found[1]), _BY_TYPE if unsure else _NAMED
    if told[0] is told[1]:
        return (told[0], told[1]), _NAMED
    for mine, other in ((0, 1), (1, 0)):
        if own[mine] in told:
            kinds = [own[mine], told[1 - told.index(own[mine])]]
            return (kinds[mine], kinds[other]), _NAMED
    return (told[0], told[1]), _ORDER


def _parted(interaction: str) -> list[str]:
    """The kinds of an interaction; External/Other and the like have no dash of their own."""
    return [part.strip() for part in interaction.split("-") if part.strip()]


def _claims(row: Cells) -> tuple[CasualtyReport, ...]:
    number = row.whole("fatalities", field_="casualties")
    return (CasualtyReport(Outcome.KILLED, stated=number, low=number),) if number else ()


def _when(row: Cells) -> When | None:
    day = row.day("event_date")
    return None if day is None else When.day(day)


def _texts(value: Any) -> tuple[str, ...]:
    """The texts of a list, or of the URLs in it."""
    found = value if isinstance(value, list) else [] if value in (None, "") else [value]
    return tuple(text for one in found if (text := cell_of(one.get("url") if isinstance(one, Mapping) else one)))


def _first(record: Mapping[str, Any], row: Cells) -> Event | None:
    """An event of version 1."""
    sub = sub_of(row.text("sub_event_type"))
    basis = Basis(Status.KNOWN)
    if sub is None:
        sub, _ = old_type_of(row.text("event_type"), None)
        basis = _BROAD
    if sub is None:
        row.trouble("sub_event_type", "type", "one of the 25 sub-event types", row.text("sub_event_type"))
        return None
    names = (row.text("actor1"), row.text("actor2"))
    kinds, how = _kinds(row.text("interaction"), names)
    crowd = _CROWDS.get(sub.event_type, ActorKind.POLITICAL_MILITIA)
    one, two = (
        actor_of(name, kind, other) if name else None
        for name, kind, other in zip(names, kinds, (crowd, ActorKind.CIVILIANS), strict=True)
    )
    told = row.text("country")
    where = _place(row, row.text("location"), row.text("admin1"), told)
    known = where is not None and where.country is not None and where.country.name == told
    return Event(
        sub,
        when=_when(row),
        where=where,
        actor1=one,
        actor2=two,
        casualties=_claims(row),
        sources=_texts(record.get("source_urls")),
        notes=row.text("notes") or None,
        tags=_texts(record.get("tags")),
        record_id=row.text("id") or None,
        bases=_bases(basis, row, one, two, how),
        extras=row.rest(_TAKEN | {"event_type", "disorder_type", "source_urls", *(("country",) if known else ())}),
    )


def _bases(basis: Basis, row: Cells, one: Actor | None, two: Actor | None, how: Basis) -> list[tuple[str, Basis]]:
    sub = [("sub_event_type", basis)] if basis.status is not Status.KNOWN else []
    sides = [(name, how) for name, actor in (("actor1", one), ("actor2", two)) if actor is not None]
    return [*sub, *row.bases, *sides]


def _second(record: Mapping[str, Any], row: Cells) -> Event | None:
    """An event of version 2."""
    sub = sub_of(row.text("subcategory"))
    basis = Basis(Status.KNOWN)
    if sub is None:
        sub, _ = old_type_of(row.text("category"), None)
        basis = _BROAD
    if sub is None:
        row.outside = f"category {row.text('category') or row.text('family')}"
        return None
    sides = _sides(record.get("actors"), sub)
    geo = record.get("geo")
    place = geo if isinstance(geo, Mapping) else {}
    named = [cell_of(place.get(key)) for key in ("location", "admin1", "country")]
    where = _place(row, named[0] or cell_of(place.get("name")), named[1], named[2])
    one, two = (side[0] if side else None for side in sides)
    return Event(
        sub,
        when=_when(row),
        where=where,
        actor1=one,
        assoc_actor_1=sides[0][1:],
        actor2=two,
        assoc_actor_2=sides[1][1:],
        casualties=_claims(row),
        sources=_texts(record.get("top_articles")),
        notes=row.text("summary") or None,
        record_id=row.text("id") or None,
        bases=_bases(basis, row, one, two, _BY_TYPE),
        extras=row.rest(_TAKEN),
    )


def _sides(actors: Any, sub: SubEventType) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    """The actors of both sides, by role or by order: the first one, and then all others."""
    found: tuple[list[Actor], list[Actor]] = ([], [])
    for told in actors if isinstance(actors, list) else []:
        if not isinstance(told, Mapping) or not cell_of(told.get("name")).strip():
            continue
        by_role = _SIDES.get(cell_of(told.get("role")).casefold(), 0)
        side = by_role or (2 if found[0] and not found[1] else 1 if not found[0] else 2)
        default = _CROWDS.get(sub.event_type, ActorKind.POLITICAL_MILITIA) if side == 1 else ActorKind.CIVILIANS
        actor = actor_of(cell_of(told["name"]).strip(), None, default)
        assert actor is not None
        country = _country(cell_of(told.get("country")))
        found[side - 1].append(
            actor if country is None else Actor(actor.name, actor.kind, country=actor.country or country)
        )
    return tuple(found[0]), tuple(found[1])


def _point(record: Mapping[str, Any]) -> dict[str, Any]:
    """The degrees of version 2, which stand one level down."""
    geo = record.get("geo")
    if not isinstance(geo, Mapping):
        return {}
    return {key: geo.get(key, geo.get(key[:3])) for key in ("latitude", "longitude")}


def _read(stream: IO[bytes], where: str, notices: list[str]) -> Iterator[Found]:
    outside: Counter[str] = Counter()
    with rewindable(stream) as source, text_of(source, letters_of(source).encoding, where) as text:
        document = document_of(text.read, where, _knows)
        first = list(itertools.islice(document.pieces, 1))
        if not first or not isinstance(first[0][3], dict) or not _knows(tuple(first[0][3])):
            expected = f"records with {', '.join(sorted(_NEEDED[0]))}, or {', '.join(sorted(_NEEDED[1]))}"
            got = "" if not first else first[0][2][:200]
            raise FormatError("no answer of GDELT Cloud", where=where, expected=expected, got=got)
        for number, _, raw, record in itertools.chain(first, document.pieces):
            if type(record) is not dict:
                expected = "different keys" if isinstance(record, Twice) else "an object"
                yield None, (RowProblem(number, "", "gdelt-cloud.record", expected, raw[:200]),)
                continue
            if odd := undecoded(raw):
                yield None, (RowProblem(number, "", "gdelt-cloud.encoding", "text of one encoding", odd),)
                continue
            row = Cells({name: cell_of(value) for name, value in (_point(record) | record).items()}, _MANNER)
            event = (_second if "category" in record else _first)(record, row)
            if row.outside:
                outside[row.outside] += 1
            yield event, row.problems(number)
    notices += [
        f"left out, because it is no conflict event: {kind}, {count} times" for kind, count in outside.most_common()
    ]


open_events = opener(_read)


def load(source: Source) -> Loaded:
    """Read an answer of GDELT Cloud, or the records in it.

    Args:
        source: a path, ``-``, or an open stream.

    Raises:
        FormatError: if the records are those of neither version.
    """
    with open_events(source) as stream:
        return stream.load()


FORMAT = Format(
    name="gdelt-cloud",
    title="GDELT Cloud, JSON",
    suffixes=(".json",),
    load=load,
    open=open_events,
    why_one_way="scores, clusters and stories are GDELT Cloud's own",
)
