"""Numbers: every entry of lexicon/en/numbers.toml by its own examples, the grammar against text2num, and any text."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from text_to_num import text2num

from conflict_events.lexicon.load import LEXICON, section
from conflict_events.text.numbers import LARGEST, number_at, numbers_in
from conflict_events.text.tokens import tokenize
from work import calls

SOURCE = tomllib.loads((LEXICON / "en" / "numbers.toml").read_text("utf-8"))
ENTRIES = [(kind, entry) for kind in ("vague", "bound", "bound_after") for entry in SOURCE[kind]]
EXAMPLES = [
    pytest.param(example, id=f"{kind}.{entry['id']}[{n}]")
    for kind, entry in ENTRIES
    for n, example in enumerate(entry["example"])
]


def read(text):
    tokens = tokenize(text)
    return tokens, numbers_in(tokens, 0, len(tokens), section("numbers"))


def figures(text):
    return [(one.stated, one.low, one.high) for one in read(text)[1]]


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_entry_reads_its_own_example(example):
    tokens, (number,) = read(example["text"])
    assert tokens.quote(number.first, number.last) == example["hit"]
    want = example["want"]
    assert (number.stated, number.low, number.high) == (want.get("stated"), want.get("low"), want.get("high"))


@pytest.mark.parametrize(("kind", "entry"), ENTRIES, ids=[f"{kind}.{entry['id']}" for kind, entry in ENTRIES])
def test_every_phrase_of_an_entry_is_read_like_its_example(kind, entry):
    for phrase in entry["phrases"]:
        text = {"vague": phrase, "bound": f"{phrase} 20", "bound_after": f"20 {phrase}"}[kind] + " guards"
        tokens, numbers = read(text)
        assert numbers, text
        assert numbers[0].first == 0, text
        assert tokens.folded[numbers[0].last] == "guards", text


@pytest.mark.parametrize("example", SOURCE["not_people"]["example"], ids=lambda example: example["text"][:30])
def test_dates_times_units_and_money_count_no_people(example):
    assert figures(example["text"]) == []


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("1,200 men", (1200, 1200, 1200)),
        ("1.5 million people", (1_500_000, 1_500_000, 1_500_000)),
        ("1.200 people", (1200, 1200, 1200)),
        ("thirty-four men", (34, 34, 34)),
        ("a hundred and five men", (105, 105, 105)),
        ("two thousand three hundred and forty-one men", (2341, 2341, 2341)),
        ("half a million people", (500_000, 500_000, 500_000)),
        ("half a dozen men", (6, 6, 6)),
        ("two dozen men", (24, 24, 24)),
        ("a dozen men", (12, 12, 12)),
        ("three score men", (60, 60, 60)),
        ("more than two dozen men", (24, 25, None)),
        ("between 8 and 14 men", (None, 8, 14)),
        ("8-14 men", (None, 8, 14)),
        ("8 to 14 men", (None, 8, 14)),
        ("eight or nine men", (None, 8, 9)),
        ("only about 30 men", (30, 27, 33)),
        ("at least dozens of men", (None, 12, None)),
        ("2,000,000 people", (2_000_000, 2_000_000, 2_000_000)),
        ("three lakh people", (300_000, 300_000, 300_000)),
        ("more than a hundred men", (100, 101, None)),
        ("no fewer than 12 men", (12, 12, None)),
    ],
)
def test_figures(text, want):
    assert figures(text)[0] == want


@pytest.mark.parametrize(
    "text",
    ["AK-47s", "F-16 jets", "the 12th man", "a 155mm gun", "the 1980s", "10:30", "3.5", "$5", "7 October", "age 12"],
)
def test_what_counts_no_people(text):
    assert figures(text) == []


ONES = "one two three four five six seven eight nine".split()
TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def below_hundred(n):
    if n < 10:
        return ONES[n - 1]
    if n < 20:
        return TEENS[n - 10]
    return TENS[n // 10 - 2] + (f"-{ONES[n % 10 - 1]}" if n % 10 else "")


def spelled(n):
    if n < 100:
        return below_hundred(n)
    for size, word in ((1_000_000, "million"), (1000, "thousand"), (100, "hundred")):
        if n >= size:
            head, rest = divmod(n, size)
            link = " and " if rest and rest < 100 else " "
            return f"{spelled(head)} {word}" + (f"{link}{spelled(rest)}" if rest else "")
    raise AssertionError


@given(st.integers(1, 999_999_999))
def test_number_words_mean_what_text2num_reads(n):
    words = spelled(n)
    tokens, numbers = read(f"{words} men")
    assert [number.stated for number in numbers] == [n]
    assert text2num(words, "en") == n
    assert tokens.quote(numbers[0].first, numbers[0].last) == words


WORDS = st.sampled_from(
    [
        *SOURCE["cardinals"],
        *SOURCE["scales"],
        "a",
        "half",
        "and",
        "to",
        "or",
        "-",
        "more than",
        "about",
        "12",
        "1.5",
        "1,000",
        "%",
    ]
)


@given(st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=40).map(" ".join)))
def test_any_text_gives_ordered_spans_and_sane_bounds(text):
    tokens, numbers = read(text)
    last = 0
    for one in numbers:
        assert last <= one.first < one.last <= len(tokens)
        last = one.last
        assert all(value is None or 0 <= value <= 2 * LARGEST for value in (one.stated, one.low, one.high))
        if one.low is not None and one.high is not None:
            assert one.low <= one.high


def test_nothing_is_read_past_the_end():
    tokens = tokenize("two hundred men")
    number = number_at(tokens, 0, 1, section("numbers"))
    assert number is not None
    assert number.last == 1


@pytest.mark.parametrize("unit", ["about nearly ", "million ", "1,", "two hundred and ", "1 to ", "half a ", "9"])
def test_a_megabyte_of_the_worst_is_linear(unit):
    done = []
    for size in (100_000, 1_000_000):
        tokens = tokenize((unit * (size // len(unit) + 1))[:size])
        done.append(calls(numbers_in, tokens, 0, len(tokens), section("numbers")))
    assert done[1] < 10 * 1.5 * done[0] + 1000
