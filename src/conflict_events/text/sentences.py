"""Tokens to sentences and paragraphs. Works in mixed case, capitals and lower case, wrapped lines or not."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from attrs import field

from conflict_events.model.quick import frozen
from conflict_events.text.analysis import Analyser, Clause, analysis_of
from conflict_events.text.page import Aside, Kind
from conflict_events.text.page import find as asides_of
from conflict_events.text.tokens import Tokens, tokenize

__all__ = ["Document", "Sentence", "read", "split"]

_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen lt col sgt maj capt cpl pvt adm brig rev hon gov sen rep pres st no nos vs etc inc ltd co corp "
    "jan feb mar apr jun jul aug sep sept oct nov dec mt ft messrs supt insp det al approx dept est fr sr jr".split()
)
"""Words whose full stop ends no sentence, unless a new paragraph follows."""

_ENDERS = frozenset(".!?…")
_CLOSERS = frozenset("\"'”’)]»")
_LINE_END = re.compile(r"\n\s*")
_WRAP_FROM, _WRAP_TO = 50, 90
"""Line lengths, in characters, of a text that was wrapped by hand or by a wire's printer."""

_LONGEST = 300
"""Tokens after which a sentence is cut wherever it stands. No prose is that long, and the readers that look at pairs
of words in a sentence stay linear in the length of the text."""


@frozen(slots=True, eq=False)
class Sentence:
    """Tokens ``first`` up to, not including, ``last``; characters ``start:end``; the ``paragraph`` it stands in."""

    first: int
    last: int
    start: int
    end: int
    paragraph: int


@frozen(slots=True, eq=False)
class Document:
    """A text with its tokens and sentences; ``sentence_of[i]`` is the sentence index of token ``i``."""

    text: str
    tokens: Tokens
    sentences: tuple[Sentence, ...]
    sentence_of: tuple[int, ...] = field(repr=False)
    capitals: bool = False
    """True where the text is written in capitals throughout, so that case says nothing."""
    lower: bool = False
    """True where the text is written in lower case throughout."""
    clauses: Mapping[int, Clause] = field(factory=dict, repr=False)
    """Token of a verb -> what a parser that was plugged in says of its clause; empty for our own analysis."""
    asides: tuple[Aside, ...] = ()
    """What stands on the page beside the article; but for captions there are no tokens of it."""
    captions: frozenset[int] = frozenset()
    """Sentences that stand in captions: evidence for what the text tells, and no telling of their own."""
    headline: frozenset[int] = frozenset()
    """Sentences of the headline, which the text tells again."""

    def sentence_text(self, index: int) -> str:
        """The words of one sentence."""
        sentence = self.sentences[index]
        return self.text[sentence.start : sentence.end]


def _wrapped(text: str) -> bool:
    """Whether single line breaks only wrap lines: most lines that are not last of a block are of like length."""
    inner = [len(line) for block in re.split(r"\n[ \t]*\n", text) for line in block.strip().split("\n")[:-1]]
    return bool(inner) and sum(_WRAP_FROM <= n <= _WRAP_TO for n in inner) > 0.6 * len(inner)


def _ends_sentence(tokens: Tokens, i: int) -> bool:
    """Whether the full stop, question or exclamation mark at token ``i`` ends a sentence."""
    if tokens.texts[i] != ".":
        return True
    before = tokens.folded[i - 1] if i else ""
    glued = i > 0 and tokens.ends[i - 1] == tokens.starts[i]
    if glued and before in _ABBREVIATIONS and not (before == "no" and i > 1 and tokens.texts[i - 1] == "no"):
        return False
    if glued and len(before) == 1 and before.isalpha() and tokens.texts[i - 1].isupper():
        return False  # an initial: "George W. Bush"
    return not (i + 1 < len(tokens) and tokens.starts[i + 1] == tokens.ends[i] and tokens.texts[i + 1].isalnum())


def _dotted_end(tokens: Tokens, i: int) -> bool:
    """Whether a dotted short form ("U.S.") at token ``i`` also closes its sentence: a capitalised starter follows."""
    word = tokens.texts[i]
    if len(word) < 4 or not word.endswith(".") or i + 1 >= len(tokens):
        return False
    return tokens.texts[i + 1] in _STARTERS


_STARTERS = frozenset(
    "The A An In On At He She It They We But And However Meanwhile Two Three Police Officials His Her Their This That "
    "There Since After Before When While Earlier Later Last".split()
)


def _ends(tokens: Tokens) -> Iterator[int]:
    """The tokens that end a sentence, each with the quotes, brackets and further marks that close behind it."""
    texts = tokens.texts
    done = -1
    for i in [i for i, word in enumerate(texts) if word[-1] in _ENDERS]:
        if i <= done or not (_ends_sentence(tokens, i) if texts[i] in _ENDERS else _dotted_end(tokens, i)):
            continue
        done = i
        while (
            done + 1 < len(texts)
            and (texts[done + 1] in _CLOSERS or texts[done + 1] in _ENDERS)
            and tokens.starts[done + 1] == tokens.ends[done]
        ):
            done += 1
        yield done


def _breaks(tokens: Tokens, *, parsed: bool = False) -> Iterator[int]:
    """The tokens behind which a paragraph ends."""
    text = tokens.text
    if "\n" not in text:
        return
    wrapped = parsed or _wrapped(text)
    for line in _LINE_END.finditer(text):
        if wrapped and line.group().count("\n") == 1:
            continue
        behind = bisect_left(tokens.starts, line.end())
        if 0 < behind < len(tokens):
            yield behind - 1


def split(tokens: Tokens, begins: Collection[int] | None = None) -> tuple[Sentence, ...]:
    """Cut tokens into sentences.

    A sentence ends at ``.``, ``!`` or ``?`` (with the quotes and brackets that close behind it), at a blank line,
    at a line break unless the text is wrapped, and after 300 tokens at the latest.

    Args:
        tokens: of the text.
        begins: tokens with which sentences begin, where somebody else has decided it; blank lines end them all the same.

    >>> from conflict_events.text.tokens import tokenize
    >>> text = 'Gen. Musa left the U.S. on Sept. 27. "We won." Two men fled.'
    >>> [text[s.start:s.end] for s in split(tokenize(text))]
    ['Gen. Musa left the U.S. on Sept. 27.', '"We won."', 'Two men fled.']
    """
    starts, ends = tokens.starts, tokens.ends
    ended = _ends(tokens) if begins is None else [begin - 1 for begin in begins if 0 < begin < len(tokens)]
    breaks = set(_breaks(tokens, parsed=begins is not None))
    found: list[Sentence] = []
    first = paragraph = 0
    for stop in sorted({*ended, *breaks, len(tokens) - 1}):
        while first <= stop:
            last = min(stop + 1, first + _LONGEST)
            found.append(Sentence(first, last, starts[first], ends[last - 1], paragraph))
            first = last
        paragraph += stop in breaks
    return tuple(found)


def read(text: str, analyser: Analyser | None = None, page: Mapping[str, Any] | None = None) -> Document:
    """Read a text: tokens, sentences, and how it is written.

    Args:
        text: any text.
        analyser: a parser to ask for sentences and clauses; None reads them ourselves.
        page: the lexicon's section ``page``, to tell what is of the page from what is of the article; None takes all
            for the article.

    Raises:
        AnalyserError: if the parser fails, or what it says does not fit the text.

    >>> read("TWO SOLDIERS DIED. ONE FLED.").capitals
    True
    """
    tokens = tokenize(text)
    asides = () if page is None else asides_of(tokens, page, wrapped="\n" in text and _wrapped(text))
    if asides:
        tokens = tokens.without((aside.first, aside.last) for aside in asides if not aside.kind.read)
    clauses: dict[int, Clause] = {}
    begins: frozenset[int] | None = None
    if analyser is not None:
        analysis = analysis_of(analyser, text)
        clauses = {i: clause for clause in analysis.clauses for i in _covered(tokens, *clause.verb)}
        if analysis.sentences:
            begins = frozenset(bisect_left(tokens.starts, start) for start, _ in analysis.sentences)
    sentences = split(tokens, begins)
    sentence_of = [0] * len(tokens)
    for index, sentence in enumerate(sentences):
        sentence_of[sentence.first : sentence.last] = [index] * (sentence.last - sentence.first)
    words = [word for word in tokens.texts[:400] if word[0].isalpha()]
    upper = sum(map(str.isupper, words))
    lower = sum(map(str.islower, words))
    return Document(
        text,
        tokens,
        sentences,
        tuple(sentence_of),
        capitals=len(words) > 2 and upper > 0.7 * len(words),
        lower=len(words) > 2 and lower == len(words),
        clauses=clauses,
        asides=asides,
        captions=_within(sentences, asides, Kind.CAPTION) if asides else frozenset(),
        headline=_within(sentences, asides, Kind.HEADLINE) if asides else frozenset(),
    )


def _within(sentences: Sequence[Sentence], asides: Sequence[Aside], kind: Kind) -> frozenset[int]:
    """The sentences that stand in asides of a kind."""
    starts = [sentence.start for sentence in sentences]
    return frozenset(
        index
        for aside in asides
        if aside.kind is kind
        for index in range(bisect_left(starts, aside.start), bisect_left(starts, aside.end))
    )


def _covered(tokens: Tokens, start: int, end: int) -> range:
    """The tokens of which a span holds characters."""
    return range(bisect_right(tokens.ends, start), bisect_left(tokens.starts, end))
