"""Reading and writing ACLED files beside pandas and pyarrow: time for each row as a ratio, and peak memory.

Run by hand: ``python tests/bench/files.py [ROWS]``. Each figure is the best of three processes.
"""

import filecmp
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROWS = 500_000

TASKS = {
    "conflict-events: read to events, write back": """
from conflict_events.formats import acled
acled.rewrite(path, path + ".out")
""",
    "conflict-events: read to events": """
from conflict_events.formats import acled
with acled.open_rows(path) as reader:
    for row in reader:
        row.event
""",
    "pandas: read_csv, itertuples, attrs object": """
import attrs, pandas
frame = pandas.read_csv(path)
Row = attrs.make_class("Row", list(frame.columns), frozen=True, slots=True)
for values in frame.itertuples(index=False, name=None):
    Row(*values)
""",
    "conflict-events: columns only": """
from conflict_events.formats import arrow
arrow.read_columns(path)
""",
    "pyarrow: read_csv": """
import pyarrow.csv
pyarrow.csv.read_csv(path)
""",
}

HARNESS = """
import json, resource, sys, time
path = sys.argv[1]
start, busy = time.perf_counter(), time.process_time()
exec(sys.stdin.read())
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print(json.dumps([time.perf_counter() - start, time.process_time() - busy, peak]))
"""


def measure(path, rounds=3):
    """Task -> least seconds, least seconds of the processor, and peak memory in MB, imports included.

    The tasks take turns, so that a busy minute of the machine does not fall on one of them alone.
    """
    runs = {task: [] for task in TASKS}
    for _ in range(rounds):
        for task, code in TASKS.items():
            done = subprocess.run(
                [sys.executable, "-c", HARNESS, str(path)], input=code, capture_output=True, text=True, check=True
            )
            runs[task].append(json.loads(done.stdout))
    return {
        task: (min(run[0] for run in found), min(run[1] for run in found), max(run[2] for run in found))
        for task, found in runs.items()
    }


def main():
    """Make the file, measure, print a table in Markdown."""
    from conflict_events.testing.acled_files import write_acled_file

    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "events.csv"
        write_acled_file(path, rows)
        found = measure(path)
        same = filecmp.cmp(f"{path}.out", path, shallow=False)
        size = path.stat().st_size
    load = f"{os.cpu_count()} cores, load {os.getloadavg()[1]:.1f} over the last five minutes"
    print(f"{rows:,} rows, {size / 1e6:.0f} MB; written back to the byte: {same}; {load}\n")
    print("| task | seconds | microseconds a row | of the processor | peak MB |\n|---|---|---|---|---|")
    for task, (seconds, busy, peak) in found.items():
        print(f"| {task} | {seconds:.2f} | {seconds / rows * 1e6:.1f} | {busy / rows * 1e6:.1f} | {peak} |")
    back, read, pandas, columns, arrow = found.values()
    print(f"\nread and write back / pandas: {back[0] / pandas[0]:.2f}, of the processor {back[1] / pandas[1]:.2f}")
    print(f"read / pandas: {read[0] / pandas[0]:.2f}, of the processor {read[1] / pandas[1]:.2f}")
    print(f"columns only / pyarrow: {columns[0] / arrow[0]:.2f}, of the processor {columns[1] / arrow[1]:.2f}")


if __name__ == "__main__":
    main()
