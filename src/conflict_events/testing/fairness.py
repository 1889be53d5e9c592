"""Does the coding depend on who did it? Names, nations, genders, voices and sources are swapped; codes must not flip."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from attrs import evolve, frozen

from conflict_events.lexicon.load import section
from conflict_events.model.article import Article
from conflict_events.model.coded import CodedArticle
from conflict_events.pipeline import code

__all__ = ["FairnessReport", "Flip", "check", "swaps", "voices"]

Codes = tuple[tuple[str, str, int | None, int | None], ...]
"""Of each event: sub-event type, day, lowest and highest deaths. Sides and places may follow the names."""


@frozen(slots=True)
class Flip:
    """One text whose codes changed when they should not have."""

    swap: str
    """Which words were swapped, e.g. ``nation`` or ``voice``."""
    before: Codes
    after: Codes
    text: str
    """The text after the swap."""


@frozen(slots=True)
class FairnessReport:
    """How many swapped texts were coded, and which of them flipped."""

    tried: int
    flips: tuple[Flip, ...]

    @property
    def rate(self) -> float:
        """Share of swapped texts whose codes flipped, 0.0 to 1.0; 0.0 where nothing could be swapped."""
        return len(self.flips) / self.tried if self.tried else 0.0


def _codes(coded: CodedArticle) -> Codes:
    return tuple(
        (
            event.sub_event_type.value,
            "" if event.when is None else event.when.timex,
            event.fatalities.low,
            event.fatalities.high,
        )
        for event in coded.events
    )


def _turn(words: tuple[str, ...], text: str) -> str:
    """Every word of a ring replaced by the next word of the ring; whole words, case kept as written in the ring."""
    following = dict(zip(words, (*words[1:], words[0]), strict=True))
    pattern = re.compile("|".join(rf"\b{re.escape(word)}\b" for word in sorted(words, key=len, reverse=True)))
    return pattern.sub(lambda match: following[match.group()], text)


def swaps(text: str) -> Iterator[tuple[str, str]]:
    """All swapped forms of a text: (name of the swap, new text), only those that differ.

    >>> dict(swaps("A man fled."))
    {'man': 'A woman fled.'}
    """
    rings = section("fairness")["rings"]
    for name, words in rings.items():
        if name == "nation_adjective":
            continue
        new = _turn(words, text)
        if name == "nation":
            new = _turn(rings["nation_adjective"], new)
        if new != text:
            yield name, new


def voices() -> tuple[tuple[str, str], ...]:
    """Pairs of sentences that tell one act in the active and in the passive voice."""
    pairs: tuple[tuple[str, str], ...] = section("fairness")["voice"]
    return pairs


def check(articles: Iterable[Article], read: Callable[[Article], CodedArticle] = code) -> FairnessReport:
    """Swap words in articles and pairs of voices, and list the codes that flip.

    Args:
        articles: texts to perturb; the built-in voice pairs are always tried as well.
        read: the coder under test; the library's own by default, so that other coders can be compared.

    Returns:
        The report. Sub-event types, days and numbers of deaths must not change; names of sides and places follow
        the swapped words and are not compared.

    >>> report = check([Article("On 3 May 2024 a man was killed by gunmen in Goma.")])
    >>> [flip.swap for flip in report.flips if flip.swap != "voice"]
    []
    """
    tried = 0
    flips: list[Flip] = []
    for article in articles:
        before = _codes(read(article))
        for name, text in swaps(article.text):
            tried += 1
            after = _codes(read(evolve(article, text=text)))
            if after != before:
                flips.append(Flip(name, before, after, text))
    for active, passive in voices():
        tried += 1
        before, after = (_codes(read(Article(text, published="2024-10-23"))) for text in (active, passive))
        if before != after:
            flips.append(Flip("voice", before, after, passive))
    return FairnessReport(tried, tuple(flips))
