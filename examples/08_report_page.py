"""One page to look at: the article with its evidence, the events, a map and a time line, in one file."""

import tempfile
from pathlib import Path

import conflict_events as ce
from conflict_events.report.page import render

SEED = Path(__file__).parent.parent / "seeds/en/missile-night/article.txt"

coded = ce.code(ce.Article(SEED.read_text(encoding="utf-8"), published="2024-09-05", source="Carpathian Wire"))
page = render([coded], title="A night of missiles")
with tempfile.TemporaryDirectory() as folder:
    target = Path(folder) / "report.html"
    target.write_text(page, encoding="utf-8")
    print(target.name, len(page) // 1024, "kB,", len(coded.events), "events, no network needed")
