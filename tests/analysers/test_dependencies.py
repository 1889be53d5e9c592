"""Words that hang on one another to clauses, without any parser installed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import conflict_events as ce
from analysers.parses import ATTACHED, ATTACHED_UD, NEGATED, PASSIVE, rows, text_of
from conflict_events.analysers.dependencies import Word, clauses_of, placed
from conflict_events.model.errors import AnalyserError
from conflict_events.text.analysis import Analysis


def words_of(parse):
    text = text_of(parse)
    spans = placed([word for word, *_ in rows(parse)], text, "test")
    return text, [
        Word(
            start,
            end,
            word,
            -1 if head == i else head,
            label,
            verb=tag.startswith("VB"),
            participle=tag == "VBN",
            negates=label == "neg",
        )
        for i, ((word, head, label, tag), (start, end)) in enumerate(zip(rows(parse), spans, strict=True))
    ]


def read(parse):
    """Verb -> (subjects, objects, obliques with their preposition, passive, negated), as words."""
    text, words = words_of(parse)

    def shown(groups):
        return [text[group.start : group.end] for group in groups]

    return {
        text[slice(*clause.verb)]: (
            shown(clause.subjects),
            shown(clause.objects),
            [(group.governor, text[group.head : group.end]) for group in clause.obliques],
            clause.passive,
            clause.negated,
        )
        for clause in clauses_of(words)
    }


@pytest.mark.parametrize("parse", [ATTACHED, ATTACHED_UD], ids=["spaCy's labels", "Universal Dependencies"])
def test_a_relative_clause_has_its_own_subject_and_its_antecedent_as_object(parse):
    found = read(parse)
    assert found["killed"] == (["The militia"], ["four villagers"], [], False, False)
    assert found["trained"][0] == ["soldiers"]
    assert found["trained"][1] == ["The militia"]
    assert found["trained"][2] == [("near", "Goma")]


def test_by_governs_all_that_and_joins_and_an_apposition_is_no_part_of_the_group():
    subjects, objects, obliques, passive, negated = read(PASSIVE)["shot"]
    assert (subjects, objects, passive, negated) == (["Two traders"], [], True, False)
    assert obliques == [("near", "Goma"), ("by", "soldiers"), ("by", "policemen")]


def test_negation_is_the_clauses():
    assert read(NEGATED)["shoot"][4]


@pytest.mark.parametrize(
    ("heads", "what"),
    [((1, 0, 1), "circle"), ((1, 7, 1), "no word"), ((1, -3, 1), "no word")],
    ids=["a circle", "too far", "negative"],
)
def test_heads_that_make_no_tree_are_an_error(heads, what):
    words = [Word(i, i + 1, "x", head, "dep") for i, head in enumerate(heads)]
    with pytest.raises(AnalyserError, match=what):
        clauses_of(words)


def test_a_word_that_is_not_in_the_text_is_an_error_that_says_which():
    with pytest.raises(AnalyserError, match=r"word 1 of test, expected 'fell'"):
        placed(["Shells", "fell"], "Shells hit Goma.", "test")


LABELS = "nsubj nsubj:pass obj dobj obl prep agent pobj case conj relcl acl acl:relcl advcl xcomp cc punct dep".split()
STORY = "the rebels who soldiers shot near Goma by the army killed and wounded two farmers not against police".split()


@given(st.data())
def test_any_tree_whatever_is_read_and_keeps_evidence_in_the_text(data):
    chosen = data.draw(st.lists(st.sampled_from(STORY), min_size=1, max_size=14))
    text = " ".join(chosen)
    words = []
    for i, ((start, end), word) in enumerate(zip(placed(chosen, text, "test"), chosen, strict=True)):
        head = data.draw(st.integers(-1, i - 1))
        label = data.draw(st.sampled_from(LABELS))
        verb, participle = data.draw(st.booleans()), data.draw(st.booleans())
        words.append(Word(start, end, word, head, label, verb=verb, participle=participle, negates=word == "not"))
    coded = ce.code(ce.Article(text), analyser=lambda _: Analysis(clauses=clauses_of(words)))
    assert all(text[mention.start : mention.end] == mention.text for mention in coded.mentions)
    evidence = [one for event in coded.events for _, basis in event.bases for one in basis.evidence]
    assert all(text[one.start : one.end] == one.quote for one in evidence)
