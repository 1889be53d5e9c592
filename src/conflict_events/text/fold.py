"""One spelling for comparing words: lower case, no diacritics, straight apostrophes."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

__all__ = ["fold", "fold_phrase"]

_LETTERS = str.maketrans(
    {
        "’": "'", "‘": "'", "ʼ": "'", "ʿ": "'", "ʾ": "'", "`": "'", "´": "'",
        "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th",
        "ə": "a", "Ə": "a", "ǝ": "a", "Ǝ": "a",
    }
)  # fmt: skip
"""Letters that Unicode does not decompose, and the apostrophes of many keyboards."""


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    r"""Fold one word; ASCII words are only lowered. The length may change, so offsets never come from here.

    A word never folds to nothing: a combining mark that stands alone stays, since readers look at first letters.

    >>> fold("Avdiïvka"), fold("SANA’A"), fold("Łódź")
    ('avdiivka', "sana'a", 'lodz')
    >>> fold("\u0301") == "\u0301"
    True
    """
    if word.isascii():
        return word.lower().replace("`", "'")
    lowered = word.casefold().translate(_LETTERS)
    return "".join(c for c in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(c)) or lowered


def fold_phrase(phrase: str) -> tuple[str, ...]:
    """The words of a phrase as the tokenizer would give them, folded; hyphens between words are no words.

    >>> fold_phrase("Deir al-Balah"), fold_phrase("U.S. Army's")
    (('deir', 'al', 'balah'), ('u.s.', 'army', "'s"))
    """
    from conflict_events.text.tokens import tokenize

    return tokenize(phrase).folded
