"""Spark: a data frame of articles to a data frame of events, through ``mapInArrow``. Extra ``spark``; needs Java."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from conflict_events.arrow import code_batch, schema

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame

__all__ = ["code"]


def code(articles: DataFrame, policy: str = "acled", *, scope: str = "conflict", plain: bool = False) -> DataFrame:
    """Code the articles of a Spark data frame; nothing is computed yet. The package must be installed on the workers.

    Args:
        articles: columns as for ``arrow.code_batch``.
        policy: how casualty claims become figures.
        scope: ``conflict``, or ``all`` for ordinary crime too.
        plain: leave out the column with the whole event.
    """
    from pyspark.sql.pandas.types import from_arrow_schema

    return articles.mapInArrow(
        partial(_batches, policy=policy, scope=scope, plain=plain), from_arrow_schema(schema(plain=plain))
    )


def _batches(batches: Iterable[pa.RecordBatch], policy: str, *, scope: str, plain: bool) -> Iterator[pa.RecordBatch]:
    return (code_batch(batch, policy, scope=scope, plain=plain) for batch in batches)
