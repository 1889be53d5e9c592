"""The figures by which speed is judged, printed in one go: rate, start-up, memory, growth, and where the time goes."""

import os
import platform
import statistics
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import conflict_events as ce
import project
from articles import articles
from hostile import PARTS, hostile

ENVIRONMENT = {**os.environ, "PYTHONPATH": str(project.SOURCE)}
SEED = project.ROOT / "seeds/en/truce-push/article.txt"


def say(figure, value, wanted=""):
    """One line of the report."""
    print(f"{figure:<46}{value:>14}   {wanted}")


def best(work, times=5):
    """Least seconds of several runs."""
    found = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        found.append(time.perf_counter() - start)
    return min(found)


def process(*words):
    """Run a process; what it printed."""
    return subprocess.run([sys.executable, *words], env=ENVIRONMENT, capture_output=True, text=True, check=True).stdout


def start_up():
    """Import time net of Python's own start, and the command line's first record."""
    bare = statistics.median(best(lambda: process("-c", "pass"), 1) for _ in range(7))
    whole = statistics.median(best(lambda: process("-c", "import conflict_events"), 1) for _ in range(7))
    ready = "import conflict_events as c; c.code; c.Article; c.Event"
    loaded = statistics.median(best(lambda: process("-c", ready), 1) for _ in range(7))
    words = ("-m", "conflict_events", "code", str(SEED), "--published", "2024-10-22")
    first = statistics.median(best(lambda: process(*words), 1) for _ in range(7))
    say("import conflict_events", f"{(whole - bare) * 1000:.0f} ms", "wanted < 80 ms")
    say("... and code, Article, Event used", f"{(loaded - bare) * 1000:.0f} ms")
    say("command line, cold, first record", f"{first:.2f} s", "wanted < 0.5 s")


def rate():
    """Articles a second on one core."""
    found = articles()
    ready = [ce.Article(text, published=day) for text, day in found]
    words = statistics.mean(len(text.split()) for text, _ in found)
    seconds = best(lambda: [ce.code(article) for article in ready], 7) / len(ready)
    say(f"code(), articles of {words:.0f} words", f"{1 / seconds:.0f} /s", "wanted >= 300 /s at 400 words")
    say("... milliseconds an article", f"{seconds * 1000:.2f} ms")


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


def growth():
    """Hostile inputs doubled: the worst ratios of time."""
    found = []
    for name in PARTS:
        times = []
        for size in (10_000, 20_000, 40_000):
            article = ce.Article(hostile(name, size), published="2024-10-22")
            times.append(best(lambda article=article: ce.code(article), 2))
        found.append(((times[2] / times[0]) ** 0.5, times[2] / 40, name))
    found.sort(reverse=True)
    for ratio, per_kilobyte, name in found[:5]:
        say(f"doubling '{name}'", f"x {ratio:.2f}", f"{per_kilobyte * 1000:.2f} ms a kB; linear is 2")
    text = (articles()[0][0] * 1000)[:1_000_000]
    say("1 MB of news text", f"{best(lambda: ce.code(ce.Article(text, published='2024-12-11')), 1):.1f} s")


def main():
    """Print them all."""
    print(f"Python {platform.python_version()} on {platform.system()} {platform.machine()}, {os.cpu_count()} cores")
    rate()
    start_up()
    memory()
    growth()


if __name__ == "__main__":
    main()
