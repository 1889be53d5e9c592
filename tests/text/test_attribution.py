"""Who says so: every entry of lexicon/en/attribution.toml by its own examples, and any text."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

import conflict_events as ce
from conflict_events.lexicon.load import LEXICON, section
from conflict_events.text.attribution import attributions, source_at
from conflict_events.text.sentences import read

SOURCE = tomllib.loads((LEXICON / "en" / "attribution.toml").read_text("utf-8"))
ENTRIES = [(kind, entry) for kind in ("verb", "phrase") for entry in SOURCE[kind]]


def sources(text):
    found = attributions(read(text), section("attribution"))
    return [one.source for statements in found.values() for one in statements]


@pytest.mark.parametrize(
    "example",
    [pytest.param(x, id=f"{k}.{e['id']}[{n}]") for k, e in ENTRIES for n, x in enumerate(e["example"])],
)
def test_an_entry_reads_its_own_example(example):
    assert example["hit"] in example["text"]
    assert sources(example["text"]) == [example["want"]["source"]]


@pytest.mark.parametrize(
    "counterexample",
    [pytest.param(x, id=f"{k}.{e['id']}[{n}]") for k, e in ENTRIES for n, x in enumerate(e.get("counterexample", ()))],
)
def test_nobody_speaks_in_a_counterexample(counterexample):
    assert sources(counterexample["text"]) == []


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Musa Ali, the governor, said two men died.", ["Musa Ali, the governor"]),
        ("Two men died, the mayor of Mora told reporters.", ["the mayor of Mora"]),
        ("Residents said two men died. They said a third was missing.", ["Residents", "Residents"]),
        ("The army said it killed 40, but the rebels said three died.", ["The army", "the rebels"]),
        ("Five were reported killed in the United States.", []),
        ("She said nothing.", []),
        (
            "Two soldiers died, security sources told a news agency on Monday, days before the vote.",
            ["security sources"],
        ),
        (
            "Police and medics, speaking to reporters, said the 20 killed were guards.",
            ["medics, speaking to reporters"],
        ),
    ],
)
def test_sources(text, want):
    assert sources(text) == want


def test_each_side_covers_its_own_claim():
    text = "The army said it killed 40, but the rebels said three died."
    document = read(text)
    found = attributions(document, section("attribution"))
    by_word = {word: source_at(found, document, i) for i, word in enumerate(document.tokens.texts)}
    assert by_word["40"].source == "The army"
    assert by_word["three"].source == "the rebels"


@given(
    st.one_of(
        st.text(max_size=300),
        st.lists(st.sampled_from('police said , . " according to he that two men died'.split())).map(" ".join),
    )
)
def test_any_text_gives_spans_of_its_own_words(text):
    document = read(text)
    for index, statements in attributions(document, section("attribution")).items():
        for one in statements:
            assert text[one.start : one.end] == one.source
            sentence = document.sentences[index]
            assert sentence.first <= one.first < one.last <= sentence.last


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The group claimed the attack in a statement, saying 15 soldiers were killed.", "The group"),
        ("A shell hit a market, saying nothing 15 soldiers were killed.", None),
    ],
)
def test_a_participle_goes_on_with_what_the_subject_says(text, source):
    (mention,) = ce.find_casualties(text)

    assert mention.claim.source == source
