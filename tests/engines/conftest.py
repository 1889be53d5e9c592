"""Articles as an Arrow table, in a Parquet file, and the rows that one process makes of them."""

import datetime as dt

import pytest

TOWNS = ("Goma", "Mora", "Bamako", "Kharkiv", "Aleppo", "Nowhere")


@pytest.fixture(scope="session")
def articles():
    """Thirty, one of them without a text."""
    pa = pytest.importorskip("pyarrow")
    return pa.table(
        {
            "id": [f"a{n}" for n in range(30)],
            "text": [
                None if n == 7 else f"Rebels shelled the town of {TOWNS[n % 6]} on Tuesday, killing {n + 2} civilians."
                for n in range(30)
            ],
            "published": [dt.date(2024, 10, n + 1) for n in range(30)],
            "source": ["Seed Wire"] * 30,
        }
    )


@pytest.fixture(scope="session")
def rows(articles):
    """Rows by ``code_batch`` in this process."""
    from conflict_events.arrow import code_batch

    return [row for batch in articles.to_batches() for row in code_batch(batch).to_pylist()]


@pytest.fixture
def parquet(articles, tmp_path):
    """The articles in three row groups of one file."""
    import pyarrow.parquet

    path = tmp_path / "articles.parquet"
    pyarrow.parquet.write_table(articles, path, row_group_size=10)
    return path
