"""Which of ACLED's layouts a file has, and by which signs."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import field, frozen

from conflict_events.formats.acled.dialects import DIALECTS, Dialect
from conflict_events.formats.acled.values import day_of, slash_order, whole_of
from conflict_events.model.errors import FormatError

__all__ = ["ALIASES", "Layout", "order_of", "recognise"]

ALIASES = {"ally_actor_1": "assoc_actor_1", "ally_actor_2": "assoc_actor_2"}
"""Older names of columns -> the current name."""


@frozen(slots=True)
class Layout:
    """The layout of one file.

    Args:
        dialect: the nearest of ACLED's dialects; its name says the era.
        reasons: by which signs it was recognised, one line each.
        header: names as they stand in the file.
        columns: the same in lower case, older names replaced by the current ones.
        kind: ``csv`` or ``json``.
        delimiter: of CSV.
        encoding: of the text.
        head: everything before the first record, as it stands in the file.
        newline: line end of the header, for rows that are added.
        order: of day and month in days with slashes, ``dmy`` or ``mdy``; empty where no row shows it.
    """

    dialect: Dialect
    reasons: tuple[str, ...]
    header: tuple[str, ...]
    columns: tuple[str, ...]
    kind: str = "csv"
    delimiter: str = ","
    encoding: str = "utf-8"
    head: str = ""
    newline: str = "\n"
    order: str = ""

    unknown: tuple[str, ...] = field(init=False)
    """Columns that are not ACLED's."""

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "unknown", tuple(name for name in self.columns if name not in _KNOWN))


_KNOWN = frozenset(ALIASES.get(name, name) for dialect in DIALECTS.values() for name in dialect.columns)


def order_of(sample: Sequence[Sequence[str]], columns: tuple[str, ...]) -> str:
    """The order of day and month that some rows show."""
    index = columns.index("event_date")
    return slash_order(row[index] for row in sample if len(row) > index)


def _first(rows: Sequence[Sequence[str]], columns: tuple[str, ...], name: str) -> str:
    """The first cell of a column that is not blank."""
    if name not in columns:
        return ""
    index = columns.index(name)
    return next((row[index].strip() for row in rows if len(row) > index and row[index].strip()), "")


def _era(columns: set[str]) -> tuple[str, str]:
    """The era, and its sign; the newest sign decides, because older columns may have been carried along."""
    if "sub_event_type" not in columns or "ally_actor_1" in columns:
        sign = next((name for name in ("gwno", "ally_actor_1") if name in columns), "no sub_event_type")
        return "africa", f"{sign}: a layout of before 2018"
    if "disorder_type" in columns:
        return "current", "disorder_type: since 20 March 2023"
    if {"data_id", "iso3"} & columns:
        return "2019", f"{', '.join(sorted({'data_id', 'iso3'} & columns))}: 2019 to 19 March 2023"
    return "2019-file", "sub_event_type without disorder_type, data_id and iso3: files of 2018 to 2022"


def _columns(header: Sequence[str], where: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names in lower case, and by their current names; they must be different and ACLED's."""
    lower = tuple(name.strip().lower() for name in header)
    columns = tuple(ALIASES.get(name, name) for name in lower)
    repeated = sorted({name for name in columns if columns.count(name) > 1}) if len(columns) < 1000 else ["..."]
    if repeated:
        raise FormatError("columns stand twice", where=where, expected="different names", got=", ".join(repeated))
    missing = [name for name in ("event_date", "event_type", "actor1") if name not in columns]
    if missing:
        expected = f"ACLED's columns, {', '.join(missing)} among them"
        raise FormatError("not an ACLED file", where=where, expected=expected, got=", ".join(header)[:200])
    return lower, columns


def recognise(
    header: Sequence[str], sample: Sequence[Sequence[str]], where: str
) -> tuple[Dialect, tuple[str, ...], tuple[str, ...]]:
    """The dialect of a header and some rows, with the reasons, and the columns by their current names.

    Raises:
        FormatError: if the columns are not ACLED's.

    >>> dialect, reasons, _ = recognise(DIALECTS["africa"].header, [], "x.csv")
    >>> dialect.name, reasons[0]
    ('africa', 'gwno: a layout of before 2018')
    """
    lower, columns = _columns(header, where)
    era, sign = _era(set(lower))
    reasons = [sign]
    base = DIALECTS[era]
    inter, day = _first(sample, columns, "inter1"), _first(sample, columns, "event_date")
    digits = whole_of(inter) is not None if inter else base.digits
    order = order_of(sample, columns)
    dates = (day_of(day, order or "dmy")[1] or base.dates) if day else base.dates
    if inter:
        reasons.append(f"inter1 {inter!r}: {'digits, until 2024' if digits else 'text, since late 2024'}")
    if day:
        reasons.append(f"event_date {day!r}: {dates} dates")
    if order:
        reasons.append(f"days with slashes: {'day first' if order == 'dmy' else 'month first'}, as some rows show")
    upper = bool(header) and all(name.isupper() for name in header)
    if upper:
        reasons.append("header in capitals: a file, not the API")
    if "actor2" not in columns:
        reasons.append("no actor2: monadic, one row for each actor, so an event can have several rows")
    population = [name for name in columns if name.startswith("population_")]
    if population:
        reasons.append(f"{', '.join(population)}: asked of the API")
    name = {("current", True): "2023", ("current", False): "current"}.get((era, digits), era)
    if name in ("current", "2023") and dates == "long":
        name = {"current": "web", "2023": "2023-web"}[name]
    found = DIALECTS[name]
    if (found.upper, found.digits, found.dates) != (upper, digits, dates):
        found = Dialect(name=name, title=found.title, columns=found.columns, upper=upper, digits=digits, dates=dates)
    return found, tuple(reasons), columns
