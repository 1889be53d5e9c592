"""Ray Data: a dataset of articles to a dataset of events. Extra ``ray``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from conflict_events.arrow import code_batch, schema

if TYPE_CHECKING:
    import pyarrow as pa
    from ray.data import Dataset

__all__ = ["code"]


def code(articles: Dataset, policy: str = "acled", *, scope: str = "conflict", plain: bool = False) -> Dataset:
    """Code the articles of a Ray dataset; nothing is computed yet. The package must be installed on the workers.

    Args:
        articles: columns as for ``arrow.code_batch``. Its order is kept, which Ray does only when asked, as it is here.
        policy: how casualty claims become figures.
        scope: ``conflict``, or ``all`` for ordinary crime too.
        plain: leave out the column with the whole event.
    """
    articles.context.execution_options.preserve_order = True
    rows: Any = articles  # Ray types a function of one argument only, and passes more
    coded: Dataset = rows.map_batches(
        _table, fn_args=(policy, scope, plain), batch_format="pyarrow", zero_copy_batch=True
    )
    return coded


def _table(articles: pa.Table, policy: str, scope: str, plain: bool) -> pa.Table:  # noqa: FBT001 - Ray passes by place
    import pyarrow as pa

    batches = [code_batch(batch, policy, scope=scope, plain=plain) for batch in articles.to_batches()]
    return pa.Table.from_batches(batches, schema=schema(plain=plain))
