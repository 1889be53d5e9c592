"""Each engine, run for real on this machine, gives the rows of one process in the same order."""

import math
import shutil
import sys

import pytest


def same(value):
    """A value as Arrow has it: engines that go through pandas write null as NaN or NA."""
    if value is None or value != value or (isinstance(value, float) and math.isnan(value)):  # noqa: PLR0124
        return None
    return value


@pytest.mark.dask
@pytest.mark.filterwarnings("ignore:The inplace keyword")  # of Dask, with a newer pandas than it knows
@pytest.mark.parametrize("scheduler", ["synchronous", "processes"])
def test_dask(parquet, rows, scheduler):
    dd = pytest.importorskip("dask.dataframe")
    pa = pytest.importorskip("pyarrow")
    from conflict_events.engines import dask

    events = dask.code(dd.read_parquet(parquet, split_row_groups=1, blocksize=None))
    assert events.npartitions == 3
    found = pa.Table.from_pandas(events.compute(scheduler=scheduler, num_workers=2), preserve_index=False).to_pylist()
    # A problem names the row within its batch, which is an engine's own.
    assert [row | {"problem": None} for row in found] == [row | {"problem": None} for row in rows]


@pytest.mark.spark
@pytest.mark.enable_socket
@pytest.mark.filterwarnings("ignore")
def test_spark(parquet, rows, monkeypatch):
    sql = pytest.importorskip("pyspark.sql", reason="Spark is heavy: make engines")
    if shutil.which("java") is None:
        pytest.skip("Spark needs Java 17 or newer")
    from conflict_events.engines import spark

    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)  # else the first python3 of the path
    session = sql.SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    try:
        found = spark.code(session.read.parquet(str(parquet))).toArrow().to_pylist()
    finally:
        session.stop()
    assert [row | {"problem": None} for row in found] == [row | {"problem": None} for row in rows]


@pytest.mark.ray
@pytest.mark.enable_socket
@pytest.mark.filterwarnings("ignore")
def test_ray(parquet, rows):
    ray = pytest.importorskip("ray", reason="Ray is heavy: make engines")
    data = pytest.importorskip("ray.data")
    from conflict_events.engines import ray as engine

    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
    try:
        found = engine.code(data.read_parquet(str(parquet)).repartition(3)).take_all()
    finally:
        ray.shutdown()
    assert [{k: same(v) for k, v in row.items()} | {"problem": None} for row in found] == [
        row | {"problem": None} for row in rows
    ]
