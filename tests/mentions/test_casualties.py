"""Casualty claims: our own sentences, the examples in the lexicon, and any text whatever."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conflict_events.lexicon.load import LEXICON, section
from conflict_events.mentions import casualties
from conflict_events.text.sentences import read
from project import ROOT
from work import calls

CASES = tomllib.loads((ROOT / "tests" / "casualty_cases.toml").read_text("utf-8"))["case"]
SOURCE = tomllib.loads((LEXICON / "en" / "casualties.toml").read_text("utf-8"))
ENTRIES = [
    (kind, entry) for kind, found in SOURCE.items() if isinstance(found, list) for entry in found if "id" in entry
]


def find(text):
    return casualties.find(read(text))


def figures(mention):
    claim = mention.claim
    return str(claim.outcome), claim.stated, claim.low, claim.high


def wanted(want):
    return want["outcome"], want.get("stated"), want.get("low"), want.get("high")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:50])
def test_claims_of_our_own_sentences(case):
    found = find(case["text"])
    assert sorted(map(figures, found), key=str) == sorted(map(wanted, case["claims"]), key=str)
    used = []
    for want in case["claims"]:
        mention = next(one for one in found if figures(one) == wanted(want) and one not in used)
        used.append(mention)
        for key in ("source", "victim", "cumulative"):
            if key in want:
                assert getattr(mention.claim, key) == want[key], key
        if "role" in want:
            assert str(mention.claim.role) == want["role"]
        if "historic" in want:
            assert mention.historic is want["historic"]
        if "part_of" in want:
            whole = used[want["part_of"]]
            assert mention.part_of == (whole.start, whole.end)
        else:
            assert mention.part_of is None


@pytest.mark.parametrize(
    "example",
    [
        pytest.param(example, id=f"{kind}.{entry['id']}[{n}]")
        for kind, entry in ENTRIES
        for n, example in enumerate(entry.get("example", ()))
    ],
)
def test_an_entry_reads_its_own_example(example):
    text = example["text"]
    assert example["hit"] in text
    found = [one for one in find(text) if figures(one) == wanted(example["want"])]
    assert found, find(text)
    hit = text.index(example["hit"])
    assert any(one.start < hit + len(example["hit"]) and hit < one.end for one in found)
    assert example["want"].get("role") in (None, str(found[0].claim.role))
    if "part" in example["want"]:
        assert found[0].part_of is not None


@pytest.mark.parametrize(
    "counterexample",
    [
        pytest.param(one, id=f"{kind}.{entry['id']}[{n}]")
        for kind, entry in ENTRIES
        for n, one in enumerate(entry.get("counterexample", ()))
    ],
)
def test_a_counterexample_claims_nothing(counterexample):
    assert find(counterexample["text"]) == ()
    assert counterexample["why"]


@pytest.mark.parametrize(("kind", "entry"), ENTRIES, ids=[f"{kind}.{entry['id']}" for kind, entry in ENTRIES])
def test_every_entry_has_an_example(kind, entry):
    assert entry["example"], kind


def test_a_word_stands_in_one_place_only():
    people = [word for entry in SOURCE["people"] for word in (*entry["nouns"], *entry.get("always", ()))]
    lemmas = [lemma for kind in ("verb", "subject_verb") for entry in SOURCE[kind] for lemma in entry["lemmas"]]
    for words in (people, lemmas):
        assert sorted(words) == sorted(set(words))
    assert not set(people) & set(SOURCE["things"]["nouns"].split())


def test_every_form_of_every_verb_reads_its_object():
    acts = section("casualties")["acts"]
    for rows in acts.values():
        for words, readings in rows:
            if readings[0][0] == "verb" and readings[0][3] in ("past", "ing"):
                text = f"Gunmen from the hills were {' '.join(words)} seven farmers."
                text = text.replace("were ", "") if readings[0][3] == "past" else text
                assert [one.claim.stated for one in find(text)] == [7] or "hostage" in text or "custody" in text, text


@pytest.mark.parametrize("convert", [str, str.upper, str.lower])
@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("Gunmen killed six farmers near Mora.", 6),
        ("Six farmers were killed near Mora.", 6),
        ("The attack on Mora left six farmers dead.", 6),
        ("The mayor of Mora was assassinated.", 1),
    ],
)
def test_case_of_letters_does_not_change_a_claim(convert, text, low):
    assert [one.claim.low for one in find(convert(text))] == [low]


SOUP = st.sampled_from(
    "killed six people were and , . including two children the of whom dead wounded said police in 2015 a death toll rose to 27 no "
    "casualties their lives lost himself between more than at least who been not 's ( : - those among them victims included".split()
)


@given(st.one_of(st.text(max_size=400), st.lists(SOUP, max_size=60).map(" ".join)))
def test_any_text_gives_spans_of_its_own_words(text):
    for one in find(text):
        assert text[one.start : one.end] == one.text
        assert one.claim is not None
        for evidence in one.claim.evidence:
            assert text[evidence.start : evidence.end] == evidence.quote
        assert one.rule.startswith("casualty.")


@pytest.mark.parametrize(
    "unit",
    [
        "killed ",
        "killed and ",
        "six people, ",
        "including ",
        "said ",
        "the dead ",
        "two men and ",
        "( ",
        "death toll ",
        "killed six. ",
        "killed six men, ",
        "the dead were two men, ",
        "six men: two - ",
        "blew himself up, ",
    ],
)
def test_work_on_the_worst_is_linear(unit):
    done = []
    for size in (20_000, 100_000):
        document = read((unit * (size // len(unit) + 1))[:size])
        done.append(calls(casualties.find, document))
    assert done[1] < 5 * 1.5 * done[0] + 1000


def test_a_death_of_a_wound_shows_the_words_for_both():
    (mention,) = find("A boy was shot in Mora on Monday. He later died in hospital.")
    assert [evidence.quote for evidence in mention.claim.evidence] == ["A boy was shot", "He later died"]
