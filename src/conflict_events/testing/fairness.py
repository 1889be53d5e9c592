"""Does the coding depend on who did it? Names, nations, faiths, genders, voices, word order and sources are swapped; codes must not flip."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from attrs import evolve, frozen

from conflict_events.lexicon.load import section
from conflict_events.model.article import Article
from conflict_events.model.coded import CodedArticle
from conflict_events.model.taxonomy import SubEventType
from conflict_events.pipeline import code

__all__ = ["FairnessReport", "Flip", "bases", "check", "swaps", "voices"]

Codes = tuple[tuple[str, str, int | None, int | None], ...]
"""Of each event: sub-event type, day, lowest and highest deaths. Sides and places may follow the names."""

DAY = "2024-10-23"
"""Day on which the built-in sentences are said to be published."""
FRONT = "On Monday "
"""What the built-in sentences open with, and what the swap of the order puts behind."""

_TAKING = {SubEventType.GOVERNMENT_REGAINS_TERRITORY.value, SubEventType.NON_STATE_OVERTAKES_TERRITORY.value}


@frozen(slots=True)
class Flip:
    """One text whose codes changed when they should not have."""

    swap: str
    """Which words were swapped, e.g. ``home`` or ``voice``."""
    before: Codes
    after: Codes
    text: str
    """The text after the swap."""


@frozen(slots=True)
class FairnessReport:
    """How many swapped texts were coded, and which of them flipped."""

    tried: int
    flips: tuple[Flip, ...]
    wanted: tuple[Flip, ...] = ()
    """Changes that the codebook wants: ground that an army retakes at home is taken by it abroad."""

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


def _turn(rings: Iterable[tuple[str, ...]], text: str) -> str:
    """Every word of some rings replaced by the next word of its ring; whole words, case kept as written in the ring."""
    following = {word: after for ring in rings for word, after in zip(ring, (*ring[1:], ring[0]), strict=True)}
    pattern = re.compile("|".join(rf"\b{re.escape(word)}\b" for word in sorted(following, key=len, reverse=True)))
    return pattern.sub(lambda match: following[match.group()], text)


def swaps(text: str) -> Iterator[tuple[str, str]]:
    """All swapped forms of a text: (name of the swap, new text), only those that differ.

    >>> dict(swaps("A man fled."))
    {'gender': 'A woman fled.'}
    """
    for name, rings in section("fairness")["swaps"].items():
        new = _turn(rings, text)
        if new != text:
            yield name, new
    if text.startswith(FRONT) and text.endswith(".") and text.count(".") == 1:
        yield "order", f"{text[len(FRONT) :][0].upper()}{text[len(FRONT) + 1 : -1]} {FRONT.strip().lower()}."


def bases() -> Iterator[tuple[SubEventType, str, tuple[tuple[str, str], ...]]]:
    """The built-in sentences: what a person would code, the sentence, and its forms as (name of the swap, text).

    >>> kind, text, forms = next(bases())
    >>> text
    'On Monday Nigerian soldiers clashed with Hezbollah fighters near Maiduguri, and six people were killed.'
    >>> sum(name == "home" for name, _ in forms), sum(name == "group" for name, _ in forms)
    (24, 10)
    """
    data = section("fairness")
    for kind, text in data["bases"]:
        slots = [slot for slot in data["slots"] if f"{{{slot}}}" in text]
        first = _filled(text, slots)
        forms = [
            (name, _filled(text, slots, name, turn))
            for name in dict.fromkeys(data["slots"][slot][0] for slot in slots)
            for turn in range(1, len(data["swaps"][name][0]))
        ]
        forms += [(name, new) for name, new in swaps(first) if name in ("gender", "order")]
        yield SubEventType(kind), first, tuple(forms)


def _filled(text: str, slots: Iterable[str], turned: str = "", turn: int = 0) -> str:
    """A sentence with the first word of each ring in its slots, and of one swap the word ``turn`` places on."""
    data = section("fairness")
    for slot in slots:
        name, ring = data["slots"][slot]
        text = text.replace(f"{{{slot}}}", data["swaps"][name][ring][turn if name == turned else 0])
    return re.sub(r"\b(a|an) (?=(\w))", lambda match: f"{'an' if match[2] in 'AEIOUaeiou' else 'a'} ", text)


def voices() -> tuple[tuple[str, str], ...]:
    """Pairs of sentences that tell one act in the active and in the passive voice."""
    pairs: tuple[tuple[str, str], ...] = section("fairness")["voice"]
    return pairs


def check(articles: Iterable[Article] = (), read: Callable[[Article], CodedArticle] = code) -> FairnessReport:
    """Swap words in articles, in sentences of our own of all kinds of events, and pairs of voices; list what flips.

    Args:
        articles: texts to perturb; the built-in sentences and pairs are always tried as well.
        read: the coder under test; the library's own by default, so that other coders can be compared.

    Returns:
        The report. Sub-event types, days and numbers of deaths must not change; names of sides and places follow
        the swapped words and are not compared.

    >>> check().flips
    ()
    """
    tried = 0
    flips: list[Flip] = []
    wanted: list[Flip] = []

    def compare(before: Codes, forms: Iterable[tuple[str, Article]]) -> None:
        nonlocal tried
        for name, article in forms:
            tried += 1
            after = _codes(read(article))
            if after != before:
                (wanted if name == "home" and _abroad(before, after) else flips).append(
                    Flip(name, before, after, article.text)
                )

    for article in articles:
        forms = ((name, evolve(article, text=text)) for name, text in swaps(article.text))
        compare(_codes(read(article)), forms)
    for _, text, texts in bases():
        compare(
            _codes(read(Article(text, published=DAY))), ((name, Article(one, published=DAY)) for name, one in texts)
        )
    for active, passive in voices():
        compare(_codes(read(Article(active, published=DAY))), [("voice", Article(passive, published=DAY))])
    return FairnessReport(tried, tuple(flips), tuple(wanted))


def _abroad(before: Codes, after: Codes) -> bool:
    """Whether codes differ only in who took ground, its own government or another's army."""
    pairs = zip(before, after, strict=False)
    return len(before) == len(after) and all(
        one == other or ({one[0], other[0]} == _TAKING and one[1:] == other[1:]) for one, other in pairs
    )
