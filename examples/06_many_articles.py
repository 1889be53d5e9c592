"""A folder of articles to one file: coded in two processes, handed out in the order of the folder."""

import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path

import conflict_events as ce

SEEDS = sorted((Path(__file__).parent.parent / "seeds/en").iterdir())


def articles() -> Iterator[ce.Article]:
    """One article a folder; what is known of it stands beside it."""
    for folder in SEEDS:
        about = tomllib.loads((folder / "about.toml").read_text(encoding="utf-8"))
        text = (folder / "article.txt").read_text(encoding="utf-8")
        yield ce.Article(text, published=about["published"], source=about["source"])


if __name__ == "__main__":  # other processes import this file
    events = [event for coded in ce.code_many(articles(), workers=2, chunk=8) for event in coded.events]
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "events.csv"
        report = ce.formats.acled.dump(events, target)
        print(len(SEEDS), "articles,", len(events), "events,", target.stat().st_size, "bytes of CSV")
        print("ACLED's columns cannot hold:", ", ".join(sorted({loss.field for loss in report.losses})[:5]))
