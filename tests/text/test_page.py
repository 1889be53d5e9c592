"""What stands on the page beside the article is told from it; the lexicon's examples and counterexamples run here."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

import conflict_events as ce
from conflict_events.lexicon.load import LEXICON, section
from conflict_events.text.page import Kind, find
from conflict_events.text.sentences import read
from conflict_events.text.tokens import tokenize

with (LEXICON / "en" / "page.toml").open("rb") as stream:
    PAGE = tomllib.load(stream)

ENTRIES = (*PAGE["line"], *({"id": name, **PAGE[name]} for name in ("credit", "stamp", "by_line")))


def cases(kind):
    return [
        pytest.param(case, id=f"{entry['id']}.{kind}[{number}]")
        for entry in ENTRIES
        for number, case in enumerate(entry[kind])
    ]


def asides(text):
    tokens = tokenize(text)
    return [tokens.quote(aside.first, aside.last) for aside in find(tokens, section("page"))]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["id"])
def test_an_entry_says_what_it_is_and_what_it_is_not(entry):
    assert entry["example"]
    assert entry["id"] in ("cookies", "picture_source") or entry["counterexample"]


@pytest.mark.parametrize("case", cases("example"))
def test_an_example_is_set_aside(case):
    assert set(case) <= {"text", "hit", "more"}
    assert asides(case["text"]) == [case["hit"], *case.get("more", ())]


@pytest.mark.parametrize("case", cases("counterexample"))
def test_a_counterexample_is_left_to_the_article(case):
    assert set(case) == {"text", "why"}
    assert asides(case["text"]) == []


# In an article

STORY = "Rebels shelled the town of Goma on Tuesday, killing three civilians, doctors said."


def code(text):
    return ce.code(ce.Article(text, published="2024-10-23"))


def told(coded):
    return [(e.sub_event_type, e.when and e.when.timex, e.where and e.where.name) for e in coded.events]


@pytest.mark.parametrize(
    "line",
    [
        "Read more: Gunmen kill 12 in Nigeria village raid",
        "Related\n\nGunmen kill 12 in Nigeria\n\nBomb kills five in Kabul on Monday",
        "Sign up for our newsletter: the war in Ukraine since February 2022",
        "Advertisement",
        "Tags: Kabul, bomb attack, 2021",
        "We use cookies. Gunmen may attack Abuja.",
        "File photo: Soldiers fought rebels in Bukavu in 2012",
        "By Jane Doe in London",
        "Reporting by Jane Doe in Nairobi; editing by John Roe in Paris",
        "Updated 3 days ago",
        "Yesterday, 14:32 GMT",
    ],
)
@pytest.mark.parametrize("before", [True, False])
def test_the_page_adds_nothing_and_changes_nothing(line, before):
    plain, coded = code(STORY), code(f"{line}\n\n{STORY}" if before else f"{STORY}\n\n{line}")

    assert told(coded) == told(plain)
    assert [mention.text for mention in coded.mentions] == [mention.text for mention in plain.mentions]
    assert all(m.text == coded.article.text[m.start : m.end] for m in coded.mentions)


def test_what_was_passed_over_is_listed_with_its_words_and_reason():
    coded = code(f"{STORY}\n\nRead more: Gunmen kill 12 in Nigeria")

    (rejection,) = coded.rejections
    assert rejection.evidence.quote == "Read more: Gunmen kill 12 in Nigeria"
    assert coded.article.text[rejection.evidence.start : rejection.evidence.end] == rejection.evidence.quote
    assert rejection.reason == "stands on the page beside the article: a link to another article"


@pytest.mark.parametrize(
    "stamp", ["14:32 GMT – ", "11.05am\n", "(18:04 BST) | ", "9 p.m. - ", "2h ago\n", "Updated 05:11 ET\n"]
)
def test_a_stamp_gives_no_day_and_hides_no_act(stamp):
    assert told(code(stamp + STORY)) == told(code(STORY))


def test_posts_of_a_live_blog_keep_their_days():
    text = f"11.05am BST\n{STORY}\n\n14:32 BST – Gunmen killed two farmers in Beni on Monday.\n\n5.10pm\nTalks go on."

    assert sorted(told(code(text))) == sorted(
        [*told(code(STORY)), *told(code("Gunmen killed two farmers in Beni on Monday."))]
    )


@pytest.mark.parametrize("before", [True, False])
@pytest.mark.parametrize(
    "caption",
    [
        "A house in Goma after rebels shelled the town. Photograph: Jane Doe/Seed Images",
        "Image caption: Soldiers patrol in Bukavu after clashes on Monday",
        "Gunmen attacked Beni on Sunday, killing nine. [Jane Doe/Seed Wire]",
    ],
)
def test_a_caption_makes_no_second_event_and_moves_no_story(caption, before):
    follow = "Gunmen killed two soldiers there in the evening."
    coded = code(f"{caption}\n\n{STORY}\n\n{follow}" if before else f"{STORY}\n\n{caption}\n\n{follow}")

    assert told(coded) == told(code(f"{STORY}\n\n{follow}"))


def test_an_act_that_only_a_caption_tells_is_listed():
    coded = code(f"{STORY}\n\nGunmen attacked Beni on Sunday, killing nine. [Jane Doe/Seed Wire]")

    reasons = {rejection.evidence.quote: rejection.reason for rejection in coded.rejections}
    assert reasons["attacked"] == "told by the caption of a picture only"
    assert "Beni" in [mention.text for mention in coded.mentions]


def test_a_caption_is_evidence_where_it_tells_the_same():
    coded = code(
        "Rebels shelled the town of Goma, killing three civilians.\n\nRebels shelled Goma on Tuesday [Jane Doe/Seed Wire]"
    )

    (event,) = coded.events
    assert len(event.basis("sub_event_type").evidence) + len(event.basis("when").evidence) >= 2


def test_a_caption_that_is_all_there_is_tells_its_event():
    assert len(code("Rebels shelled Goma on Tuesday. [Jane Doe/Seed Wire]").events) == 1


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("Shells hit Goma", STORY),
        (
            "Suicide bomb kills five in Kabul",
            "A bomber blew himself up in Kabul on Monday, killing five people, police said.",
        ),
        (
            "Gunmen kill 12 in Nigeria raid",
            "Gunmen raided Anka in Nigeria on Sunday and killed 12 farmers, residents said.",
        ),
        ("Rebels seize Sake", "M23 rebels seized the town of Sake in Congo on Friday, the army said."),
    ],
)
@pytest.mark.parametrize("between", ["\n\n", "\nBy Jane Doe\nUpdated 3 hours ago\n"])
def test_what_heads_a_text_is_told_again_below_and_is_one_event(headline, body, between):
    coded = code(headline + between + body)

    assert sorted(told(coded), key=str) == sorted(told(code(body)), key=str)
    assert [event.fatalities.value for event in coded.events] == [event.fatalities.value for event in code(body).events]


def test_a_headline_that_the_text_does_not_tell_is_an_event():
    assert len(code(f"Bomb kills five in Kabul\n\n{STORY}").events) == 2


def test_a_list_of_headlines_is_as_many_events():
    assert len(code("Shells hit Goma\nBomb kills five in Kabul\nGunmen attack Beni").events) == 3


def test_two_acts_under_one_headline_stay_two():
    days = [event.when.timex for event in code(f"Shells hit Goma\n\n{STORY}\n\nOn Sunday shells hit Goma, too.").events]

    assert days == ["2024-10-22", "2024-10-20"]


def test_a_wrapped_text_has_blocks_for_lines():
    text = (
        "Rebels shelled the town of Goma on Tuesday, killing three civilians and, as residents\n"
        "read more into the silence of the army than it would say, thousands of people left for\n"
        "advertisement hoardings and empty schools to sleep in, said a doctor at the hospital of\n"
        "the town. The army did not answer to questions of reporters on Tuesday or on Wednesday.\n"
    )
    assert read(text, page=section("page")).asides == ()


def test_the_finders_alone_read_all_of_a_text():
    assert [found.text for found in ce.find_places("Read more: Kabul bombed\nShells hit Goma.")] == ["Kabul", "Goma"]


@given(
    st.lists(
        st.sampled_from(
            [
                "Read more",
                ":",
                "Related",
                "\n",
                "\n\n",
                "14:32",
                "GMT",
                "-",
                "[",
                "]",
                "/",
                "Jane",
                "photo",
                "by",
                "By",
                ".",
                "©",
                "3",
                "hours",
                "ago",
                "Goma",
                "\r",
            ]
        ),
        max_size=40,
    )
)
def test_any_mixture_gives_spans_in_order_without_overlap(words):
    tokens = tokenize(" ".join(words))
    found = find(tokens, section("page"))

    edges = [edge for aside in found for edge in (aside.first, aside.last)]
    assert edges == sorted(edges)
    assert all(aside.first < aside.last and aside.kind in Kind for aside in found)
    document = read(tokens.text, page=section("page"))
    assert all(tokens.text[s.start : s.end].strip() for s in document.sentences)
