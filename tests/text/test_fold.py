"""Folding makes words alike and never makes one disappear."""

import sys
import unicodedata

import pytest

import conflict_events as ce
from conflict_events.text.fold import fold
from conflict_events.text.tokens import tokenize

MARKS = [chr(i) for i in range(sys.maxunicode) if unicodedata.combining(chr(i))]


def test_no_mark_that_stands_alone_folds_to_nothing():
    assert len(MARKS) > 900
    assert all(word for mark in MARKS for word in tokenize(mark).folded)
    assert all(fold(mark) for mark in MARKS)


@pytest.mark.parametrize("behind", ["\u0301", "\u0301\u03c2", "\u094d", "\u0301 10:30"])
def test_marks_alone_on_a_line_leave_the_day_as_it_is(behind):
    (event,) = ce.code(ce.Article(f"Gunmen killed two farmers in Goma late\n{behind}", published="2024-10-22")).events
    assert (event.where.name, event.casualties[0].stated) == ("Goma", 2)
