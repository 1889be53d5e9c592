"""What an analyser says must fit the text; what it leaves out is our own."""

import pytest

import conflict_events as ce
from conflict_events.model.errors import AnalyserError
from conflict_events.text.analysis import Analysis, Clause, NounGroup
from conflict_events.text.sentences import read

TEXT = "Rebels shot a farmer in Goma. Police fled."
NONSENSE = {
    "outside": Analysis(sentences=[(0, 400)]),
    "empty": Analysis(sentences=[(3, 3)]),
    "backwards": Analysis(sentences=[(9, 3)]),
    "no numbers": Analysis(sentences=[("a", "b")]),
    "no span": Analysis(sentences=[7]),
    "overlap": Analysis(sentences=[(0, 20), (10, 30)]),
    "no clause": Analysis(clauses=["shot"]),
    "verb outside": Analysis(clauses=[Clause((90, 95))]),
    "group outside": Analysis(clauses=[Clause((7, 11), subjects=[NounGroup(-1, 6, 0)])]),
    "head outside": Analysis(clauses=[Clause((7, 11), subjects=[NounGroup(0, 6, 9)])]),
    "nothing": None,
    "text": "Rebels shot",
}


@pytest.mark.parametrize("told", NONSENSE.values(), ids=NONSENSE)
def test_nonsense_is_an_error_that_names_the_analyser(told):
    class Parser:
        def __call__(self, _):
            return told

    with pytest.raises(AnalyserError, match="Parser"):
        ce.code(ce.Article(TEXT), analyser=Parser())


def test_an_analyser_that_says_nothing_changes_nothing():
    article = ce.Article(TEXT, published="2024-10-22")
    assert ce.code(article, analyser=lambda _: Analysis()) == ce.code(article)


def test_sentences_are_the_analysers_and_a_blank_line_ends_them_all_the_same():
    text = "Gunmen fired at St. Aboul market. Two died.\n\nPolice came."
    document = read(text, lambda _: Analysis(sentences=[(0, 43), (45, 57)]))
    assert [document.sentence_text(i) for i in range(len(document.sentences))] == [
        "Gunmen fired at St. Aboul market. Two died.",
        "Police came.",
    ]
    broken = "Gunmen fired\nat the market."
    assert len(read(broken).sentences) == 2
    assert len(read(broken, lambda _: Analysis(sentences=[(0, len(broken))])).sentences) == 1
    whole = read(text, lambda _: Analysis(sentences=[(0, len(text))]))
    assert len(whole.sentences) == 2


def test_a_clause_that_names_no_subject_leaves_it_to_us():
    told = Analysis(clauses=[Clause((7, 11), objects=[NounGroup(12, 20, 14)])])
    coded = ce.code(ce.Article(TEXT), analyser=lambda _: told)
    assert coded.events[0].actor1.name.startswith("Unidentified Armed Group")


def test_a_voice_that_the_analyser_tells_turns_the_sides():
    told = Analysis(clauses=[Clause((7, 11), subjects=[NounGroup(0, 6, 0)], passive=True)])
    coded = ce.code(ce.Article(TEXT), analyser=lambda _: told)
    assert coded.events[0].actor2.name.startswith(("Unidentified", "Civilians"))
    assert dict(coded.events[0].bases)["actor2"].evidence[0].quote == "Rebels"
