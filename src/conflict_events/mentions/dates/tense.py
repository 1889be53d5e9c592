"""Which way a date without a year points, from the verbs around it; no grammar, a few cheap cues."""

from __future__ import annotations

from conflict_events.mentions.dates.words import View

__all__ = ["direction"]

_REACH = 24
"""How many tokens around a date are looked at; it keeps the cost of a date constant."""
_NEAR, _BESIDE = 9, 2
"""A word this many tokens before a date speaks of it plainly."""


def _cue(view: View, i: int) -> int:
    """2 for a word of what is to come, 1 for one of what may come, -1 for a past form, 0 for all else."""
    sets = view.words.sets
    word = view.folded[i]
    if word in view.words.months and (view.capital(i) if view.cased else view.after_is(i - 1, "before_month")):
        return 0  # "in May", "to March"
    if word in sets["future"]:
        return 2
    if word in sets["perhaps"]:
        return 1
    if word in sets["arranged"]:  # "is scheduled", but "had been scheduled"
        return 1 if {view.at(i - 1), view.at(i - 2)} & {"had", "was", "were"} else 2
    if word == "to" and view.at(i + 1) in sets["base_verbs"]:
        return 0 if view.cased and view.capital(i + 1) else 1
    if word in sets["past"] or (word.endswith("ed") and len(word) > 3 and word not in sets["not_past"]):
        before = view.at(i - 1)
        return 2 if before in {"be", "will"} or view.at(i - 2) == "be" else -1
    return 0


def direction(view: View, first: int, last: int) -> int:
    """Which way a date points: the nearest cue before it in its sentence decides; without one, the nearest after it.

    Returns:
        2 for what is to come, 1 for what may come, 0 where no word says, -1 for the past, -2 for the past told by a
        verb right before the date.

    >>> from conflict_events.mentions.dates.words import view
    >>> from conflict_events.text.sentences import read
    >>> direction(view(read("Officials said the talks will resume Monday.")), 6, 7)
    2
    >>> direction(view(read("The army said Monday it will withdraw.")), 3, 4)
    -2
    """
    if view.after_is(first - 1, "future_beside"):
        return 2
    if view.after_is(first - 1, "past_beside"):
        return -2
    for i in range(first - 1, max(-1, first - _REACH), -1):
        if not view.same_sentence(i, first):
            break
        cue = _cue(view, i)
        if cue < 0:
            return -2 if i >= first - _BESIDE else -1
        if cue > 0:
            return cue if i >= first - _NEAR else 1
    for i in range(last, min(view.size, last + _REACH)):
        if not view.same_sentence(i, first):
            break
        cue = _cue(view, i)
        if cue != 0:
            return cue if i < last + _NEAR else max(-1, min(cue, 1))
    return 0
