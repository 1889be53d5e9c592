"""Which language a text is written in, told by its commonest words; good enough to know what not to read as English."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from conflict_events.text.tokens import Tokens

__all__ = ["OTHER_SCRIPT", "language_of"]

READ = 400
"""Tokens that are looked at: no text changes its language for good behind them."""
FEWEST = 6
"""Words of another language that must be there before a text is held for one; a name or two prove nothing."""
SHARE = 0.12
"""Of a text's words, how many the commonest words of its language make at the least."""
FOREIGN = 0.5
"""Of a text's words, how many in letters of another script make it one of another script."""
OTHER_SCRIPT = "und"
"""What BCP 47 calls a language that is not determined."""


def language_of(tokens: Tokens, words: Mapping[str, Any]) -> str:
    """The language of a text as BCP 47 code: ``en`` unless the words say clearly that it is another.

    Args:
        tokens: of the text.
        words: the section ``languages`` of the lexicon.

    Returns:
        A code of the lexicon; ``und`` for a text in another script; ``en`` where nothing speaks against it.

    >>> from conflict_events.lexicon.load import section
    >>> from conflict_events.text.tokens import tokenize
    >>> text = "Des hommes armés ont abattu deux cultivateurs qui se rendaient au marché, selon le maire."
    >>> language_of(tokenize(text), section("languages"))
    'fr'
    """
    seen = [word for word in tokens.texts[:READ] if word[0].isalpha()]
    if not seen:
        return "en"
    if sum(ord(word[0]) > _LATIN for word in seen) > FOREIGN * len(seen):
        return OTHER_SCRIPT
    speaks = words["words"]
    counts = Counter(code for word in tokens.folded[:READ] for code in speaks.get(word, ()))
    code, most = max(counts.items(), key=lambda item: (item[1], item[0] == "en"), default=("en", 0))
    if code == "en" or most < FEWEST or most < SHARE * len(seen) or most < 2 * counts["en"]:
        return "en"
    return code


_LATIN = 0x24F
"""The last letter of the Latin alphabets (Unicode, Latin Extended-B)."""
