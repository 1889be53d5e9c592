"""Speed by stage, and beside what one would use instead. Run by ``make bench``.

Every row of a group reads the same articles once; the number in brackets is the ratio to the fastest of the group.
"""

import re
import tomllib

import pytest

import conflict_events as ce
from articles import articles
from conflict_events.events.settle import resolve
from conflict_events.extraction.rules.extractor import build
from conflict_events.lexicon.load import LEXICON
from conflict_events.mentions import actors, casualties, dates, places, triggers
from conflict_events.text.sentences import read

ARTICLES = [ce.Article(text, published=day) for text, day in articles()]
DOCUMENTS = [read(article.text) for article in ARTICLES]
DAYS = [article.published for article in ARTICLES]
FOUND = [
    (d, triggers.find(d), actors.find(d, day), places.find(d), dates.find(d, day), casualties.find(d))
    for d, day in zip(DOCUMENTS, DAYS, strict=True)
]
FRAMES = [build(*found) for found in FOUND]


@pytest.mark.benchmark(group="whole article")
def test_code(benchmark):
    benchmark(lambda: [ce.code(article) for article in ARTICLES])


STAGES = {
    "1 text": lambda: [read(article.text) for article in ARTICLES],
    "2 triggers": lambda: [triggers.find(document) for document in DOCUMENTS],
    "3 actors": lambda: [actors.find(d, day) for d, day in zip(DOCUMENTS, DAYS, strict=True)],
    "4 places": lambda: [places.find(document) for document in DOCUMENTS],
    "5 dates": lambda: [dates.find(d, day) for d, day in zip(DOCUMENTS, DAYS, strict=True)],
    "6 casualties": lambda: [casualties.find(document) for document in DOCUMENTS],
    "7 frames": lambda: [build(*found) for found in FOUND],
    "8 resolve": lambda: [
        resolve(found[0], frames, found[3], found[4], article, "acled")
        for found, (frames, _), article in zip(FOUND, FRAMES, ARTICLES, strict=True)
    ],
}


@pytest.mark.benchmark(group="stages")
@pytest.mark.parametrize("stage", STAGES)
def test_stage(benchmark, stage):
    benchmark(STAGES[stage])


@pytest.mark.benchmark(group="days")
def test_days_ours(benchmark):
    benchmark(lambda: [ce.find_dates(article.text, article.published) for article in ARTICLES[:4]])


@pytest.mark.benchmark(group="days", max_time=2, min_rounds=1, warmup=False)
def test_days_dateparser_search(benchmark):
    search = pytest.importorskip("dateparser.search").search_dates
    benchmark.pedantic(lambda: [search(article.text, languages=["en"]) for article in ARTICLES[:4]], rounds=1)


@pytest.mark.benchmark(group="days")
def test_days_floor_one_regex_pass(benchmark):
    words = "monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|march|october|week|month|year"
    pattern = re.compile(rf"\b(?:\d{{1,2}} )?(?:{words})\b", re.IGNORECASE)
    benchmark(lambda: [pattern.findall(article.text) for article in ARTICLES[:4]])


def registry():
    """Every entry of the registry of groups."""
    for path in (LEXICON / "actors").glob("*.toml"):
        yield from tomllib.loads(path.read_text(encoding="utf-8")).get("actor", ())


def names_of(entry):
    """The names by which articles call a group."""
    listed = [name if isinstance(name, str) else name["text"] for name in entry.get("names", ())]
    return [entry["name"].partition(":")[0], *listed] if "name" in entry else listed


@pytest.mark.benchmark(group="names of sides")
def test_names_ours(benchmark):
    benchmark(lambda: [ce.find_actors(article.text, article.published) for article in ARTICLES])


@pytest.mark.benchmark(group="names of sides")
def test_names_spacy_phrase_matcher(benchmark):
    spacy = pytest.importorskip("spacy")
    from spacy.matcher import PhraseMatcher

    blank = spacy.blank("en")
    matcher = PhraseMatcher(blank.vocab, attr="LOWER")
    names = {words for entry in registry() for words in names_of(entry)}
    assert len(names) > 1000
    matcher.add("SIDE", [blank.make_doc(name) for name in sorted(names)])
    benchmark(lambda: [matcher(blank(article.text)) for article in ARTICLES])


@pytest.mark.benchmark(group="names of sides")
def test_names_floor_one_regex_pass(benchmark):
    words = {words.lower() for entry in registry() for words in names_of(entry)}
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})\b", re.IGNORECASE)
    benchmark.pedantic(lambda: [pattern.findall(article.text) for article in ARTICLES], rounds=3)
