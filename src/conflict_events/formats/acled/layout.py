"""Which of ACLED's layouts a table has, and by which signs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from attrs import field, frozen

from conflict_events.formats.acled.dialects import DIALECTS, Dialect
from conflict_events.formats.tables.blanks import blank, spelled
from conflict_events.formats.tables.counts import counted
from conflict_events.formats.tables.days import Days, order_of
from conflict_events.formats.tables.names import NO_NAME, compact, named, spellings
from conflict_events.formats.tables.numbers import whole_of
from conflict_events.model.errors import FormatError

__all__ = ["ALIASES", "NEEDED", "TYPED", "Layout", "column_named", "column_of", "columns_of", "knows", "recognise"]

ALIASES = {"ally_actor_1": "assoc_actor_1", "ally_actor_2": "assoc_actor_2"}
"""Older names of columns -> the current name."""

TYPED = frozenset(
    """event_id_cnty event_date year time_precision disorder_type event_type sub_event_type inter1 inter2 interaction
    civilian_targeting iso region latitude longitude geo_precision source_scale fatalities timestamp data_id
    event_id_no_cnty iso3 gwno""".split()
)
"""Columns in which no name stands, so that NA can only mean nothing."""

NEEDED = ("event_date", "event_type", "actor1")


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
        days: how its days are read.
        blanks: spellings of nothing in columns of names; in others all are.
        lines: of JSON: whether each record stands on a line of its own, and nothing around them.
        exact: whether the rows hold the text of the file, so that it can be written back to the byte.
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
    days: Days = field(factory=Days)
    blanks: frozenset[str] = frozenset()
    lines: bool = False
    exact: bool = True

    own: tuple[str, ...] = field(init=False)
    """Columns that are ACLED's."""
    unknown: tuple[str, ...] = field(init=False)
    """Columns that are not."""

    def __attrs_post_init__(self) -> None:
        named_ = [name for name in self.columns if name != NO_NAME]
        object.__setattr__(self, "own", tuple(name for name in named_ if name in _KNOWN))
        object.__setattr__(self, "unknown", tuple(name for name in named_ if name not in _KNOWN))


_COLUMNS = {name for dialect in DIALECTS.values() for name in dialect.columns}
_KNOWN = frozenset(ALIASES.get(name, name) for name in _COLUMNS)
_SHORT = Counter(name[:10] for name in _COLUMNS)
_SPELLINGS = spellings(
    sorted(_COLUMNS),
    {
        **{name[:10]: name for name in _COLUMNS if _SHORT[name[:10]] == 1},  # as a shapefile cuts them
        "lat": "latitude",
        "lon": "longitude",
        "long": "longitude",
        "lng": "longitude",
    },
)


def knows(names: Sequence[str]) -> bool:
    """Whether a row of names is a header of ACLED's.

    >>> knows(["Event Date", "EVENT.TYPE", "actor1"]), knows(["event_date", "events"])
    (True, False)
    """
    return {_SPELLINGS.get(compact(name)) for name in names}.issuperset(NEEDED)


def column_named(name: str) -> str:
    """ACLED's current column of a name in any spelling; empty where it is none.

    >>> column_named("Event.Date"), column_named("ALLY_ACTOR_1"), column_named("12")
    ('event_date', 'assoc_actor_1', '')
    """
    found = _SPELLINGS.get(compact(name), "")
    return ALIASES.get(found, found)


def column_of(rows: Iterable[Sequence[str]], columns: Sequence[str], name: str) -> Iterable[str]:
    """The cells of one column, none where there is no such column."""
    index = columns.index(name) if name in columns else len(columns)
    return (row[index] for row in rows if len(row) > index)


def _first(rows: Sequence[Sequence[str]], columns: tuple[str, ...], name: str) -> str:
    """The first cell of a column that is not blank."""
    cells = (cell.strip() for cell in column_of(rows, columns, name))
    return next((cell for cell in cells if not blank(cell)), "")


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


def columns_of(header: Sequence[str], where: str, index: int | None = None) -> tuple[str, ...]:
    """The columns of a header by ACLED's current names; they must be different and ACLED's.

    Args:
        header: names as they stand.
        where: what errors call the table.
        index: number of the column of row numbers.

    Raises:
        FormatError: if the columns are not ACLED's.
    """
    columns = tuple(ALIASES.get(name, name) for name in named(header, _SPELLINGS, index=index))
    repeated = sorted(name for name, times in Counter(columns).items() if times > 1)
    if repeated:
        raise FormatError("columns stand twice", where=where, expected="different names", got=", ".join(repeated))
    missing = [name for name in NEEDED if name not in columns]
    if missing:
        if kind := counted(header):
            expected = "a table with one row for each event"
            raise FormatError("no events", where=where, expected=expected, got=f"{kind}: {', '.join(header)[:200]}")
        expected = f"ACLED's columns, {', '.join(missing)} among them"
        raise FormatError("not an ACLED file", where=where, expected=expected, got=", ".join(header)[:200])
    return columns


def recognise(
    header: Sequence[str],
    sample: Sequence[Sequence[str]],
    where: str,
    *,
    days: Days | None = None,
    index: int | None = None,
) -> Layout:
    """The layout of a header and some rows, with the dialect and the reasons.

    Args:
        header: names as they stand.
        sample: cells of some rows.
        where: what errors call the table.
        days: how its days are read; None goes by the sample.
        index: number of the column of row numbers.

    Raises:
        FormatError: if the columns are not ACLED's.

    >>> layout = recognise(DIALECTS["africa"].header, [], "x.csv")
    >>> layout.dialect.name, layout.reasons[0]
    ('africa', 'gwno: a layout of before 2018')
    """
    columns = columns_of(header, where, index)
    if days is None:
        order = order_of(column_of(sample, columns, "event_date"))
        days = Days("" if order == "both" else order)
    dialect, reasons = _dialect(header, columns, sample, days)
    typed = {number for number, name in enumerate(columns) if name in TYPED}
    blanks = spelled(sample, typed, len(columns))
    return Layout(dialect, reasons, tuple(header), columns, days=days, blanks=blanks)


def _dialect(
    header: Sequence[str], columns: tuple[str, ...], sample: Sequence[Sequence[str]], days: Days
) -> tuple[Dialect, tuple[str, ...]]:
    era, sign = _era({_SPELLINGS.get(compact(name), "") for name in header})
    reasons = [sign]
    base = DIALECTS[era]
    inter, day = _first(sample, columns, "inter1"), _first(sample, columns, "event_date")
    digits = whole_of(inter) is not None if inter else base.digits
    order = days.order
    dates = (Days(order or "dmy").read(day)[1] or base.dates) if day else base.dates
    if inter:
        reasons.append(f"inter1 {inter!r}: {'digits, until 2024' if digits else 'text, since late 2024'}")
    if day:
        reasons.append(f"event_date {day!r}: {dates} dates")
    if order:
        reasons.append(f"days of three numbers: {'day first' if order == 'dmy' else 'month first'}, as some rows show")
    upper = bool(header) and all(name.isupper() for name in header if name)
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
    return found, tuple(reasons)
