"""How whole articles are read: events found and invented, each field of those found, rows right in every field.

    python tools/whole_articles.py                       # the invented ones of this repository, open and sealed halves apart
    python tools/whole_articles.py more.jsonl --show     # others in the same form; --show lists what went wrong

Never use --show on a sealed file. The form stands in tests/whole/README.md. An event of the library is that of the gold
where they share the words that tell it or agree in type, day and place; each is paired once, the surest pairs first.
"""

import argparse
import datetime as dt
import json
import math
import re
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src")]
FOLDER = ROOT / "tests" / "whole"
NEAR, WIDE = 25.0, 100.0
"""Kilometres within which a place is the gold's: of a town, and of what the gold itself places roughly."""
PAIRED = 4
"""Points that two events need to be one: the same words and the family, or type, day and place."""


def lines(path):
    """The items of a file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def words(name):
    """The words of a side's name without years, short forms apart."""
    bare = re.sub(r"\([^)]*\d{4}[^)]*\)", " ", name or "").lower().replace("'", "")
    return set(re.findall(r"\w+", bare)) - {"the", "of", "and", "group", "forces", "militia", "movement"}


def same_side(actor, name, key):
    """Whether a side is the gold's: the words of one are among those of the other."""
    if name is None or actor is None:
        return name is None and actor is None
    mine = [words(one) for one in (actor.name, *actor.mentions)]
    wanted = [words(one) for one in (*re.split(r"/| or ", name), key) if one]
    return any(a and b and (a <= b or b <= a) for a in mine for b in wanted)


def same_day(when, gold):
    """Whether the first day is the gold's, or lies within its days."""
    first = None if when is None else when.start
    if not gold.get("end_date"):
        return (first and first.isoformat()) == gold.get("event_date")
    low = gold.get("event_date") or "0001-01-01"
    return first is not None and dt.date.fromisoformat(low) <= first <= dt.date.fromisoformat(gold["end_date"])


def apart(place, gold):
    """Kilometres between a place and the gold's; far where either has no point."""
    if place is None or place.latitude is None or gold.get("lat") is None:
        return math.inf
    (a, b), (c, d) = (
        map(math.radians, pair) for pair in ((place.latitude, place.longitude), (gold["lat"], gold["lon"]))
    )
    half = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 12742.0 * math.asin(min(1.0, math.sqrt(half)))


def same_place(place, gold):
    """Whether a place is the gold's by name or by point; a place that no map knows may be its country alone."""
    names = {name.casefold() for name in (gold.get("location"), *gold.get("location_also", ())) if name}
    if place is None:
        return not names
    if place.name.casefold() in names:
        return True
    country = None if place.country is None else place.country.name
    if place.latitude is None or gold.get("lat") is None:
        return country == gold.get("country") and (not names or gold.get("geo_precision") == 3)
    return apart(place, gold) <= (NEAR if gold.get("geo_precision") == 1 else WIDE)


def likeness(event, gold, text):
    """How surely two events are one: words 3, type 2, family 1, day 1, place 2."""
    from conflict_events import SubEventType

    at = text.find(gold["quote"])
    told = any(e.start < at + len(gold["quote"]) and at < e.end for e in event.basis("sub_event_type").evidence)
    kinds = {gold["sub_event_type"], *gold.get("also_ok", ())}
    family = event.event_type in {SubEventType(kind).event_type for kind in kinds}
    where = same_place(event.where, gold)
    points = 3 * told + 2 * (event.sub_event_type.value in kinds) + family + same_day(event.when, gold) + 2 * where
    return points if points >= PAIRED and (told or family) else 0


def pairs(found, gold, text):
    """Index of a gold event -> index of the found one that is it."""
    ranked = sorted(
        ((likeness(e, g, text), -i, -j) for i, e in enumerate(found) for j, g in enumerate(gold)), reverse=True
    )
    theirs, taken = {}, set()
    for points, i, j in ranked:
        if points and -i not in taken and -j not in theirs:
            taken.add(-i)
            theirs[-j] = -i
    return theirs


def fields(event, gold):
    """Field -> whether it is right, for the fields that the gold judges."""
    kinds = {gold["sub_event_type"], *gold.get("also_ok", ())}
    judged = {
        "sub-event type": event.sub_event_type.value in kinds,
        "day": same_day(event.when, gold),
        "place": same_place(event.where, gold),
        "actor1": same_side(event.actor1, gold.get("actor1"), gold.get("actor1_key")),
        "actor2": same_side(event.actor2, gold.get("actor2"), gold.get("actor2_key")),
        "fatalities": (event.fatalities.value or 0) == (gold.get("fatalities") or 0),
    }
    return {name: right for name, right in judged.items() if name not in gold.get("untold", ())}


def f1(right, found, wanted):
    """Precision, recall and their harmonic mean."""
    precision, recall = (right / found if found else 0.0), (right / wanted if wanted else 0.0)
    return precision, recall, 2 * precision * recall / (precision + recall) if right else 0.0


def judge(items, show=print):
    """The figures of some articles.

    Args:
        items: as in tests/whole/README.md.
        show: called with a line for each fault.

    Returns:
        A dict of figure -> value.
    """
    import conflict_events as ce

    right, tried, n = Counter(), Counter(), Counter()
    for item in items:
        text, gold = item["text"], item["gold"]["events"]
        found = ce.code(ce.Article(text, published=item.get("published"), source=item.get("source"))).events
        theirs = pairs(found, gold, text)
        n["wanted"] += sum(not g.get("optional") for g in gold)
        n["found"] += len(found) - sum(bool(gold[j].get("optional")) for j in theirs)
        for j, i in theirs.items():
            if gold[j].get("optional"):
                continue
            judged = fields(found[i], gold[j])
            n["matched"] += 1
            n["whole"] += all(judged.values())
            right.update(name for name, ok in judged.items() if ok)
            tried.update(judged.keys())
            if not all(judged.values()):
                wrong = ", ".join(name for name, ok in judged.items() if not ok)
                show(f"{item['id']}: {gold[j]['quote'][:60]!r} is wrong in {wrong}: {found[i]}")
        for j, g in enumerate(gold):
            if j not in theirs and not g.get("optional"):
                show(f"{item['id']}: {g['quote'][:60]!r} is missed")
        for i, event in enumerate(found):
            if i not in theirs.values():
                show(f"{item['id']}: invented: {event}")
    precision, recall, mean = f1(n["matched"], n["found"], n["wanted"])
    figures = {"events precision": precision, "events recall": recall, "events F1": mean}
    figures |= {f"{name} of matched": right[name] / tried[name] for name in tried}
    return figures | {"whole rows F1": f1(n["whole"], n["found"], n["wanted"])[2]}


def quiet(items):
    """The share of texts without an event that give one all the same."""
    import conflict_events as ce

    return sum(bool(ce.code(ce.Article(item["text"], published=item.get("published"))).events) for item in items) / len(
        items
    )


def main():
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", type=Path, default=sorted(FOLDER.glob("articles.*.jsonl")))
    parser.add_argument("--show", action="store_true", help="list what went wrong; never for sealed files")
    args = parser.parse_args()
    for path in args.files:
        items = lines(path)
        print(f"{path.name}: {len(items)} articles")
        for name, value in judge(items, print if args.show else lambda _: None).items():
            print(f"  {name:28} {value:.3f}")
    texts = lines(FOLDER / "quiet.jsonl")
    print(f"quiet.jsonl: {len(texts)} texts without an event\n  {'share that gives one':28} {quiet(texts):.3f}")


if __name__ == "__main__":
    main()
