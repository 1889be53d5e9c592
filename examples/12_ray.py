"""A Parquet file of articles to rows of events with Ray Data, in the order of the file."""

import tempfile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet
import ray

from conflict_events.engines import ray as engine

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

if __name__ == "__main__":
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.parquet"
        pyarrow.parquet.write_table(ARTICLES, path)
        events = engine.code(ray.data.read_parquet(str(path)), plain=True)
        for row in events.take_all():
            print(row["article"], row["event_date"], row["country"], row["location"], row["fatalities"])
    ray.shutdown()
