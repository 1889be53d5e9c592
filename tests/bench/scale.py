"""The figures of the page that plans a hundred million articles: time, size and memory an article, and what workers gain.

    python tests/bench/scale.py          # about two minutes; states the load, since other work makes times longer

Processor time is what an article costs whatever else runs; the gain of two workers is wall time, and is only true on a
machine with nothing else to do.
"""

import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import conflict_events as ce
import project
from articles import articles

MANY = 1_200


def say(figure, value, note=""):
    """One line."""
    print(f"{figure:<52}{value:>14}   {note}", flush=True)


def records(number):
    """Articles as records, the same few over and over, each with an id of its own."""
    found = articles()
    for n in range(number):
        text, day = found[n % len(found)]
        yield {"id": f"a{n}", "text": text, "published": str(day), "source": "Seed Wire"}


def spent(work):
    """Processor seconds and wall seconds, of this process and its children."""
    before, start = os.times(), time.perf_counter()
    work()
    after, wall = os.times(), time.perf_counter() - start
    return sum(after[:4]) - sum(before[:4]), wall


def rows(number):
    """Record batches of events."""
    import pyarrow as pa

    from conflict_events.arrow import code_batch

    return [code_batch(batch) for batch in pa.Table.from_pylist(list(records(number))).to_batches(max_chunksize=300)]


def reading():
    """Time and size an article, in one process."""
    import pyarrow as pa

    from conflict_events.arrow import code_batch

    ready = [ce.Article(r["text"], published=r["published"]) for r in records(MANY)]
    words = statistics.mean(len(article.text.split()) for article in ready)
    events = sum(len(ce.code(article).events) for article in ready[:36]) / 36
    say("articles", MANY, f"of {words:.0f} words, {events:.1f} events each")
    say("code, processor time", f"{spent(lambda: [ce.code(a) for a in ready])[0] / MANY * 1000:.2f} ms", "an article")
    batches = []
    cpu, _ = spent(lambda: batches.extend(rows(MANY)))
    say("code_batch, processor time", f"{cpu / MANY * 1000:.2f} ms", "an article")
    coded = pa.Table.from_batches(batches)
    plain = pa.Table.from_batches(
        [code_batch(b, plain=True) for b in pa.Table.from_pylist(list(records(300))).to_batches()]
    )
    for name, table in (("with evidence", coded), ("plain", plain)):
        say(f"Arrow, {name}", f"{table.nbytes / len(table) / 1000:.2f} kB", "a row")


def command():
    """The whole command with one worker and with two, wall and processor time."""
    environment = {**os.environ, "PYTHONPATH": str(project.SOURCE)}
    with TemporaryDirectory() as folder:
        source = Path(folder, "news.jsonl")
        source.write_text("".join(json.dumps(record) + "\n" for record in records(MANY)), encoding="utf-8")
        say("JSON lines", f"{source.stat().st_size / MANY / 1000:.2f} kB", "an article")
        walls = {}
        for workers in (1, 2):
            words = [sys.executable, "-m", "conflict_events", "code", str(source), "--workers", str(workers)]
            cpu, walls[workers] = spent(
                lambda: subprocess.run([*words, "-o", str(Path(folder, "out.csv"))], env=environment, check=True)  # noqa: B023
            )
            say(f"command, {workers} worker(s), processor time", f"{cpu / MANY * 1000:.2f} ms", "an article")
            say(f"command, {workers} worker(s), wall time", f"{walls[workers]:.1f} s")
        say("gain of two workers", f"x {walls[1] / walls[2]:.2f}")


def memory():
    """Peak memory of a process that codes batches of some sizes."""
    for number in (100, 3_000):
        code = (
            "import sys; sys.path[:0] = ['tests', 'tests/bench']; import resource, scale;"
            f"scale.whole({number}); print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
        )
        done = subprocess.run(
            [sys.executable, "-c", code],
            cwd=project.ROOT, env={**os.environ, "PYTHONPATH": str(project.SOURCE)}, capture_output=True, text=True, check=True,
        )  # fmt: skip
        say(f"peak memory, one batch of {number}", f"{int(done.stdout) / 1024:.0f} MB")


def whole(number):
    """Code one batch."""
    import pyarrow as pa

    from conflict_events.arrow import code_batch

    code_batch(pa.RecordBatch.from_pylist(list(records(number))))


def main():
    """Print them all."""
    cores = os.cpu_count()
    print(f"Python {platform.python_version()} on {platform.system()} {platform.machine()}, {cores} cores")
    print(f"load before: {os.getloadavg()[0]:.1f} of {cores}")
    reading()
    command()
    memory()
    print(
        f"load after: {os.getloadavg()[0]:.1f}; peak here {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB"
    )


if __name__ == "__main__":
    main()
