"""The figures by which speed is judged, printed in one go: rate, start-up, memory, growth, and where the time goes.

Times of work within one process are those of the processor, the least of several runs, so that a busy machine changes
them little; start-up is told by the clock too.
"""

import os
import platform
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import conflict_events as ce
import project
from articles import articles
from conflict_events.events.settle import resolve
from conflict_events.extraction.rules.extractor import build
from conflict_events.mentions import actors, casualties, cues, dates, places, triggers
from conflict_events.text.sentences import read
from hostile import KINDS, hostile

ENVIRONMENT = {**os.environ, "PYTHONPATH": str(project.SOURCE)}
ENVIRONMENT.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed package has its bytecode beside it
SEED = project.ROOT / "seeds/en/truce-push/article.txt"
BENCH = project.ROOT / "tests/bench"
INVENTED = {
    "ordinary": ((BENCH / "ordinary.txt").read_text(encoding="utf-8"), "2024-02-06"),
    "dense": ((BENCH / "dense.txt").read_text(encoding="utf-8"), "2024-10-24"),
}
"""Two articles of 405 words: of talks, with two acts in passing; and a week's roundup, of ten acts and their losses."""


def say(figure, value, wanted=""):
    """One line of the report."""
    print(f"{figure:<46}{value:>14}   {wanted}")


def process(*words):
    """Run a process; what it printed."""
    return subprocess.run([sys.executable, *words], env=ENVIRONMENT, capture_output=True, text=True, check=True).stdout


def cold(*words):
    """Median seconds that a new process takes, by the clock and of the processor."""
    process(*words)
    clock, processor = [], []
    for _ in range(7):
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        start = time.perf_counter()
        process(*words)
        clock.append(time.perf_counter() - start)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        processor.append(after.ru_utime + after.ru_stime - used.ru_utime - used.ru_stime)
    return statistics.median(clock), statistics.median(processor)


def start_up():
    """Import time net of Python's own start, and the command line's first record."""
    bare = cold("-c", "pass")
    ready = "import conflict_events as c; c.code; c.Article; c.Event"
    for name, code in (
        ("import conflict_events", "import conflict_events"),
        ("... and code, Article, Event used", ready),
    ):
        clock, processor = (one - without for one, without in zip(cold("-c", code), bare, strict=True))
        say(name, f"{clock * 1000:.0f} ms", f"of the processor {processor * 1000:.0f} ms")
    clock, processor = cold("-m", "conflict_events", "code", str(SEED), "--published", "2024-10-22")
    say("command line, cold, first record", f"{clock:.2f} s", f"of the processor {processor:.2f} s; wanted < 0.5 s")


def work(task, times=5):
    """Least seconds of the processor of several runs."""
    found = []
    for _ in range(times):
        start = time.process_time()
        task()
        found.append(time.process_time() - start)
    return min(found)


def rate():
    """Articles a second on one core."""
    for name, (text, day) in INVENTED.items():
        article = ce.Article(text, published=day)
        seconds = work(lambda article=article: ce.code(article), 40)
        events = len(ce.code(article).events)
        told = f"{name} article, {len(text.split())} words, {events} events"
        say(told, f"{seconds * 1000:.2f} ms", f"{1 / seconds:.0f} /s; wanted >= 300 /s at 400 words")
    found = articles()
    ready = [ce.Article(text, published=day) for text, day in found]
    words = statistics.mean(len(text.split()) for text, _ in found)
    seconds = work(lambda: [ce.code(article) for article in ready], 7) / len(ready)
    say(f"seeds two and two, {words:.0f} words", f"{seconds * 1000:.2f} ms", f"{1 / seconds:.0f} /s")
    batch = work(lambda: list(ce.code_many(ready)), 7) / len(ready)
    rows = work(lambda: [ce.formats.acled.to_rows(ce.code(article).events) for article in ready], 7) / len(ready)
    say("... what code_many adds to one", f"{(batch - seconds) * 1000:.2f} ms")
    say("... what to_rows adds to one", f"{(rows - seconds) * 1000:.2f} ms")


def stages():
    """Where the time goes, in milliseconds an article."""
    for name, (text, day) in INVENTED.items():
        article = ce.Article(text, published=day)
        document = read(text)
        published = article.published
        triggered, sides = triggers.find(document), actors.find(document, published)
        spots, days, losses = places.find(document), dates.find(document, published), casualties.find(document)
        frames, _ = build(document, triggered, sides, spots, days, losses)
        parts = {
            "read": lambda text=text: read(text),
            "triggers": lambda d=document: (cues.scan.cache_clear(), triggers.found_in.cache_clear(), triggers.find(d)),
            "actors": lambda d=document, day=published: actors.find(d, day),
            "places": lambda d=document: places.find(d),
            "dates": lambda d=document, day=published: dates.find(d, day),
            "casualties": lambda d=document: casualties.find(d),
            "frames": lambda d=document, m=(triggered, sides, spots, days, losses): build(d, *m),
            "resolve": lambda d=document, f=frames, s=spots, w=days, a=article, who=sides: resolve(
                d, f, s, w, a, "acled", actors=who
            ),
        }
        told = ", ".join(f"{part} {work(task, 40) * 1000:.2f}" for part, task in parts.items())
        print(f"{name}: {told} ms")


def memory():
    """Peak resident memory of a process that codes all articles, and one of a megabyte."""
    code = (
        "import resource, sys; sys.path[:0] = ['tests', 'tests/bench']; import conflict_events as ce;"
        "from articles import articles;"
        "found = articles(); [ce.code(ce.Article(t, published=d)) for t, d in found];"
        "{more}; print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    for name, more in (("seeds", "0"), ("and 1 MB of text", "ce.code(ce.Article(found[0][0] * 500))")):
        done = subprocess.run(
            [sys.executable, "-c", code.replace("{more}", more)],
            cwd=project.ROOT,
            env=ENVIRONMENT,
            capture_output=True,
            text=True,
            check=True,
        )
        say(f"peak memory, {name}", f"{int(done.stdout) / 1024:.0f} MB", "wanted < 250 MB" if more == "0" else "")


SIZES = (10_000, 20_000, 40_000)
MEGABYTE = 1_000_000


def growth():
    """Hostile inputs doubled twice, and the dearest of them at a megabyte."""
    found = []
    for name in KINDS:
        ready = [ce.Article(hostile(name, size), published="2024-10-22") for size in SIZES]
        times = [work(lambda article=article: ce.code(article), 2) for article in ready]
        found.append(((times[2] / times[0]) ** 0.5, times, name))
    found.sort(key=lambda row: -row[1][2])
    print(
        f"\n{len(KINDS)} hostile texts, milliseconds at {', '.join(f'{size:,}' for size in SIZES)} characters, and growth"
    )
    for ratio, times, name in found:
        told = "  ".join(f"{seconds * 1000:8.1f}" for seconds in times)
        print(f"{name:<28}{told}   x {ratio:.2f} for each doubling; linear is 2")
    for _, times, name in found[:5]:
        article = ce.Article(hostile(name, MEGABYTE), published="2024-10-22")
        seconds = work(lambda article=article: ce.code(article), 1)
        more = seconds / times[2] / (MEGABYTE / SIZES[2])
        say(f"1 MB of '{name}'", f"{seconds:.1f} s", f"x {more:.2f} a character against {SIZES[2]:,}")
    text = (articles()[0][0] * 1000)[:MEGABYTE]
    say("1 MB of news text", f"{work(lambda: ce.code(ce.Article(text, published='2024-12-11')), 1):.1f} s")


def main():
    """Print them all."""
    print(f"Python {platform.python_version()} on {platform.system()} {platform.machine()}, {os.cpu_count()} cores")
    print(f"load of the machine: {', '.join(f'{load:.1f}' for load in os.getloadavg())}")
    rate()
    stages()
    start_up()
    memory()
    growth()


if __name__ == "__main__":
    main()
