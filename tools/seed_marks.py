"""Which aspects of which seeds are read wrongly today, and whether about.toml says so.

    python tools/seed_marks.py           # lists what is wrong without a mark, and marks that are no longer true
    python tools/seed_marks.py --prune   # takes the marks out that are no longer true

A mark is only ever written by hand, with its reason.
"""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]


def wrong(seed):
    """The aspects of a seed that are read wrongly."""
    import test_seeds

    found = []
    for aspect in ("count", *test_seeds.ASPECTS, "silence"):
        try:
            test_seeds.check(seed, aspect)
        except AssertionError:
            found.append(aspect)
    return found


def prune(path, aspects):
    """Take marks out of an about.toml, and its table when nothing is left in it."""
    text = path.read_text(encoding="utf-8")
    for aspect in aspects:
        text = re.sub(rf"^{aspect} = .*\n", "", text, flags=re.MULTILINE)
    path.write_text(re.sub(r"\n\[xfail\]\n*\Z", "", text), encoding="utf-8")


def main():
    """List, and prune if asked."""
    import project
    import test_seeds

    todo = 0
    for seed in project.SEEDS:
        marks = set(test_seeds.about(seed).get("xfail", {}))
        now = set(wrong(seed))
        if now - marks:
            print(f"{project.name(seed)}: wrong and not marked: {', '.join(sorted(now - marks))}")
        if marks - now:
            print(f"{project.name(seed)}: marked and right: {', '.join(sorted(marks - now))}")
            if "--prune" in sys.argv:
                prune(seed / "about.toml", marks - now)
        todo += len(now - marks)
    sys.exit(1 if todo else 0)


if __name__ == "__main__":
    main()
