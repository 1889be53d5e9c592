"""A Parquet file of articles to rows of events with Spark, through mapInArrow, in the order of the file. Needs Java."""

import os
import sys
import tempfile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet
from pyspark.sql import SparkSession

from conflict_events.engines import spark

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
    os.environ["PYSPARK_PYTHON"] = sys.executable  # the workers' Python, which must have conflict-events, too
    session = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.parquet"
        pyarrow.parquet.write_table(ARTICLES, path)
        events = spark.code(session.read.parquet(str(path)), plain=True)
        events.select("article", "event_date", "country", "location", "fatalities").show(truncate=False)
    session.stop()
