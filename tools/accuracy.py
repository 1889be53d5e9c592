"""Accuracy on our own sentences and seeds, and on a labelled file of yours.

    python tools/accuracy.py                  # seeds and sentences of this repository
    python tools/accuracy.py labelled.tsv     # lines of: sub-event type, tab, text

A text counts as read as the type of its main event, or as ``no event`` where nothing is coded. Labels that are no
sub-event type mean ``no event``, too. Printed are, for each label, precision, recall and F1, then F1 weighted by how often a
label is given, and the unweighted mean.
"""

import sys
import tomllib
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]
NOTHING = "no event"


def read_as(text):
    """The type of the main event of a text."""
    import conflict_events as ce

    events = ce.code(ce.Article(text)).events
    return events[0].sub_event_type.value if events else NOTHING


def labelled(path):
    """(label, text) of each line of a file."""
    from conflict_events import SubEventType

    known = {kind.value.lower(): kind.value for kind in SubEventType}
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        label, tab, text = line.partition("\t")
        if tab and text.strip():
            yield known.get(label.strip().lower(), NOTHING), text


def own():
    """Our own sentences; those that are known to be read wrongly count as well."""
    for entry in tomllib.loads((ROOT / "tests/extraction/kinds.toml").read_text(encoding="utf-8"))["kind"]:
        for text in (*entry.get("sentences", ()), *entry.get("open", ())):
            yield entry["name"] or NOTHING, text


def figures(pairs):
    """Print the table for pairs of (label given, label read)."""
    pairs = list(pairs)
    given, read = Counter(g for g, _ in pairs), Counter(r for _, r in pairs)
    right = Counter(g for g, r in pairs if g == r)
    scores = {}
    print(f"{'label':34} {'n':>5} {'precision':>9} {'recall':>7} {'F1':>6}")
    for label in sorted(given):
        precision = right[label] / read[label] if read[label] else 0.0
        recall = right[label] / given[label]
        scores[label] = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        print(f"{label:34} {given[label]:5} {precision:9.3f} {recall:7.3f} {scores[label]:6.3f}")
    weighted = sum(scores[label] * given[label] for label in given) / len(pairs)
    print(f"{len(pairs)} texts: F1 weighted {weighted:.3f}, mean {sum(scores.values()) / len(scores):.3f}")


def seeds():
    """Print how many aspects of the seeds are read as a person judged them."""
    import seed_marks

    import project
    import test_seeds

    aspects = ("count", *test_seeds.ASPECTS, "silence")
    wrong = Counter(aspect for seed in project.SEEDS for aspect in seed_marks.wrong(seed))
    print(f"{'aspect':10} seeds read rightly, of {len(project.SEEDS)}")
    for aspect in aspects:
        print(f"{aspect:10} {len(project.SEEDS) - wrong[aspect]}")


def main():
    """One file, or our own."""
    if len(sys.argv) > 1:
        figures((label, read_as(text)) for label, text in labelled(sys.argv[1]))
        return
    seeds()
    print()
    figures((label, read_as(text)) for label, text in own())


if __name__ == "__main__":
    main()
