"""A Parquet file of articles to a data frame of events with Dask, partition by partition, in the order of the file."""

import tempfile
import warnings
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet

warnings.filterwarnings("ignore", "The inplace keyword")  # of Dask, with a newer pandas than it knows

import dask.dataframe as dd  # noqa: E402

from conflict_events.engines import dask  # noqa: E402

ARTICLES = pa.table(
    {
        "id": ["one", "two", "three"],
        "text": [
            "Gunmen shot dead two farmers near Mora in Cameroon on Monday.",
            "Nothing happened.",
            "Rebels shelled the town of Goma on Tuesday, killing three civilians.",
        ],
        "published": ["2024-10-22", "2024-10-22", "2024-10-23"],
    }
)

if __name__ == "__main__":  # other processes import this file
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.parquet"
        pyarrow.parquet.write_table(ARTICLES, path, row_group_size=1)
        articles = dd.read_parquet(path, split_row_groups=1, blocksize=None)
        events = dask.code(articles, plain=True).compute(scheduler="synchronous")
    print(events[["article", "event_date", "country", "location", "fatalities"]].to_string(index=False))
