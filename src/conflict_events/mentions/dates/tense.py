"""Which way a date without a year points, from the verbs around it; no grammar, a few cheap cues."""

from __future__ import annotations

from conflict_events.mentions.dates.words import View

__all__ = ["direction"]

_REACH = 24
"""How many tokens around a date are looked at; it keeps the cost of a date constant."""


def _cue(view: View, i: int) -> int:
    """2 for a word of what is to come, 1 for an infinitive, -1 for a past form, 0 for all else."""
    sets = view.words.sets
    word = view.folded[i]
    if word in view.words.months and (view.capital(i) if view.cased else view.after_is(i - 1, "before_month")):
        return 0  # "in May", "to March"
    if word in sets["future"]:
        return 2
    if word == "to" and view.at(i + 1) in sets["base_verbs"]:
        return 0 if view.cased and view.capital(i + 1) else 1
    if word in sets["past"]:
        return -1 if view.at(i - 1) not in {"be", "to", "will"} else 2
    if word.endswith("ed") and len(word) > 3 and word not in sets["not_past"]:
        return 2 if view.at(i - 1) == "be" or view.at(i - 2) == "be" else -1
    return 0


def direction(view: View, first: int, last: int) -> int:
    """Which way a date points: 2 to come, 1 perhaps to come (an infinitive), -1 past, -2 told right before it, 0 where no word says.

    The nearest cue before the date in its sentence decides; without one, the nearest after it.

    >>> from conflict_events.mentions.dates.words import view
    >>> from conflict_events.text.sentences import read
    >>> direction(view(read("Officials said the talks will resume Monday.")), 6, 7)
    2
    >>> direction(view(read("The army said Monday it will withdraw.")), 3, 4)
    -2
    """
    if view.after_is(first - 1, "future_beside"):
        return 2
    for i in range(first - 1, max(-1, first - _REACH), -1):
        if not view.same_sentence(i, first):
            break
        cue = _cue(view, i)
        if cue != 0:
            return -2 if cue < 0 and i >= first - 2 else cue
    for i in range(last, min(view.size, last + _REACH)):
        if not view.same_sentence(i, first):
            break
        cue = _cue(view, i)
        if cue != 0:
            return cue
    return 0
