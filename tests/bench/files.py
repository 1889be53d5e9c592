"""Reading and writing ACLED files beside pandas and pyarrow: time for each row as a ratio, and peak memory.

Run by hand: ``python tests/bench/files.py [ROWS]``. Each figure is the best of three, in a process of its own.
"""

import json
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
start = time.perf_counter()
exec(sys.stdin.read())
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print(json.dumps([time.perf_counter() - start, peak]))
"""


def measure(task, path):
    """Best time in seconds and peak memory in MB of three processes, imports included."""
    runs = []
    for _ in range(3):
        done = subprocess.run(
            [sys.executable, "-c", HARNESS, str(path)], input=TASKS[task], capture_output=True, text=True, check=True
        )
        runs.append(json.loads(done.stdout))
    return min(time for time, _ in runs), max(peak for _, peak in runs)


def main():
    """Make the file, measure, print a table in Markdown."""
    from conflict_events.testing.acled_files import write_acled_file

    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "events.csv"
        write_acled_file(path, rows)
        found = {task: measure(task, path) for task in TASKS}
        same = Path(f"{path}.out").read_bytes() == path.read_bytes()
        size = path.stat().st_size
    print(f"{rows:,} rows, {size / 1e6:.0f} MB; written back to the byte: {same}\n")
    print("| task | seconds | microseconds a row | peak MB |\n|---|---|---|---|")
    for task, (seconds, peak) in found.items():
        print(f"| {task} | {seconds:.2f} | {seconds / rows * 1e6:.1f} | {peak} |")
    ours, theirs = (found[task][0] for task in list(TASKS)[::2][:2])
    print(f"\nread and write back / pandas: {ours / theirs:.2f}")
    columns, arrow = (found[task][0] for task in list(TASKS)[3:])
    print(f"columns only / pyarrow: {columns / arrow:.2f}")


if __name__ == "__main__":
    main()
