"""Data frames of pandas, polars and geopandas: events as rows with right types, and back.

Choices:

- Columns are those of ACLED's current export, and ``subdivision``, the ISO 3166-2 code of the first-level division. Whole numbers are nullable integers, dates dates, columns with few
  values categories, missing values the library's own NA. Nothing goes through text, so "NA" (Namibia) stays "NA".
- ``whole=True`` adds the column ``conflict_events`` with the whole event in the native form; ``from_frame`` then reads
  that and loses nothing, and lists as a problem what was changed beside it.
- Rows come back by column name, in any order; columns that are not ACLED's come back as extras.
- geopandas adds ``geometry``: points in WGS 84 (EPSG:4326), empty where no point is known.

The packages are needed only when called. Losses: those of an ACLED row; none with ``whole=True``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from conflict_events.formats import native
from conflict_events.formats.acled.cells import Manner, row_of
from conflict_events.formats.acled.dialects import COLUMNS
from conflict_events.formats.acled.subdivision import SUBDIVISION, subdivision_cell
from conflict_events.formats.arrow import TYPES, typed
from conflict_events.formats.loaded import Loaded
from conflict_events.formats.records import MEMBER, from_records
from conflict_events.model.errors import FormatError, UnknownNameError
from conflict_events.model.event import Event

__all__ = ["from_frame", "to_frame"]


def _columns(events: Iterable[Event], *, whole: bool) -> dict[str, list[Any]]:
    columns: dict[str, list[Any]] = {name: [] for name in (*COLUMNS, SUBDIVISION, *([MEMBER] if whole else ()))}
    for event in events:
        for name, cell in row_of(event, Manner()).items():
            columns[name].append(typed(name, cell))
        columns[SUBDIVISION].append(subdivision_cell(event) or None)
        if whole:
            columns[MEMBER].append(native.to_text(event))
    return columns


def to_frame(events: Iterable[Event], library: str = "pandas", *, whole: bool = False) -> Any:
    """Events as a data frame.

    Args:
        events: any events.
        library: ``pandas``, ``polars`` or ``geopandas``.
        whole: add a column with the whole event.

    Raises:
        UnknownNameError: for another library, or one that is not installed.
    """
    makers = {"pandas": _pandas, "polars": _polars, "geopandas": _geopandas}
    if library not in makers:
        raise UnknownNameError("no such library", where="to_frame", expected=", ".join(makers), got=library)
    columns = _columns(events, whole=whole)
    try:
        return makers[library](columns)
    except ModuleNotFoundError as error:
        raise UnknownNameError(
            f"{error.name} is not installed", where="to_frame", expected=f"pip install {error.name}", got=library
        ) from None


def _pandas(columns: dict[str, list[Any]]) -> Any:
    import pandas as pd

    kinds = {
        "date": "datetime64[s]",
        "int8": "Int8",
        "int16": "Int16",
        "int32": "Int32",
        "int64": "Int64",
        "float64": "Float64",
        "dictionary": "category",
    }
    return pd.DataFrame(
        {name: pd.Series(values, dtype=kinds.get(TYPES.get(name, ""), "string")) for name, values in columns.items()}
    )


def _polars(columns: dict[str, list[Any]]) -> Any:
    import polars as pl

    kinds = {
        "date": pl.Date,
        "int8": pl.Int8,
        "int16": pl.Int16,
        "int32": pl.Int32,
        "int64": pl.Int64,
        "float64": pl.Float64,
        "dictionary": pl.Categorical,
    }
    return pl.DataFrame(columns, schema={name: kinds.get(TYPES.get(name, ""), pl.String) for name in columns})


def _geopandas(columns: dict[str, list[Any]]) -> Any:
    import geopandas
    from shapely import Point

    pairs = zip(columns["longitude"], columns["latitude"], strict=True)
    points = [None if east is None or north is None else Point(east, north) for east, north in pairs]
    return geopandas.GeoDataFrame(_pandas(columns), geometry=points, crs="EPSG:4326")


def from_frame(frame: Any) -> Loaded:
    """Events of a data frame with ACLED's columns.

    Args:
        frame: of pandas, polars or geopandas.

    Returns:
        The events, and what could not be read.

    Raises:
        FormatError: if it is no data frame, or the columns are not ACLED's.
    """
    if hasattr(frame, "iter_rows"):
        return from_records(list(frame.columns), frame.iter_rows(), "frame")
    if not hasattr(frame, "itertuples"):
        raise FormatError("no data frame", where="from_frame", expected="pandas, polars, geopandas", got=type(frame))
    names = [str(name) for name in frame.columns if name != "geometry"]
    return from_records(names, frame[names].itertuples(index=False, name=None), "frame")
