"""Dask: a data frame of articles to a data frame of events, partition by partition. Extra ``dask``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from conflict_events.arrow import code_batch, schema

if TYPE_CHECKING:
    import dask.dataframe as dd
    import pandas as pd
    import pyarrow as pa

__all__ = ["code"]


def code(
    articles: dd.DataFrame, policy: str = "acled", *, scope: str = "conflict", plain: bool = False
) -> dd.DataFrame:
    """Code the articles of a Dask data frame; nothing is computed yet.

    Args:
        articles: columns as for ``arrow.code_batch``. Made by ``read_parquet``, only paths travel to the workers.
        policy: how casualty claims become figures.
        scope: ``conflict``, or ``all`` for ordinary crime too.
        plain: leave out the column with the whole event.
    """
    import pyarrow as pa

    meta = _frame(pa.RecordBatch.from_pylist([], schema=schema(plain=plain)))
    frame: Any = articles  # Dask is typed in part only
    coded: dd.DataFrame = frame.map_partitions(_partition, policy, scope, plain, meta=meta)
    return coded


def _partition(articles: pd.DataFrame, policy: str, scope: str, plain: bool) -> pd.DataFrame:  # noqa: FBT001 - Dask passes by place
    import pyarrow as pa

    return _frame(
        code_batch(pa.RecordBatch.from_pandas(articles, preserve_index=False), policy, scope=scope, plain=plain)
    )


def _frame(batch: pa.RecordBatch) -> Any:
    import pandas as pd

    return batch.to_pandas(types_mapper=pd.ArrowDtype)  # whole numbers stay whole where some are null
