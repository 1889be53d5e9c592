"""One article to ACLED rows: the seed that tells of a day of war and diplomacy."""

from pathlib import Path

import conflict_events as ce

SEED = Path(__file__).parent.parent / "seeds/en/truce-push/article.txt"

article = ce.Article(SEED.read_text(encoding="utf-8"), published="2024-10-22", source="Seed Wire")
coded = ce.code(article)
columns = ("event_date", "sub_event_type", "actor1", "location", "country", "fatalities")
print(" | ".join(columns))
for row in ce.formats.acled.to_rows(coded.events):
    print(" | ".join(str(row[column]) for column in columns))
