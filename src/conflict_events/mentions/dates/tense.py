"""Which way a date without a year points, from the verbs around it; no grammar, a few cheap cues."""

from __future__ import annotations

from conflict_events.mentions.dates.words import View

__all__ = ["direction"]

_REACH = 24
"""How many tokens around a date are looked at; it keeps the cost of a date constant."""
_NEAR, _NOUN, _BESIDE = 9, 3, 2
"""A verb, a noun or a verb right beside, this many tokens before a date, speaks of it plainly."""


def _cue(view: View, i: int) -> int:
    """2 for a word of what is to come, 1 for one of what may come, -1 for a past form, 0 for all else."""
    sets = view.words.sets
    word = view.folded[i]
    if word in view.words.months and (view.capital(i) if view.cased else view.after_is(i - 1, "before_month")):
        return 0  # "in May", "to March"
    if word in sets["future"]:
        return 0 if view.after_is(i - 1, "determiners") else 2
    if word in sets["perhaps"]:
        return 1
    if word in sets["arranged"]:
        return _arranged(view, i)
    if word == "to" and view.at(i + 1) in sets["base_verbs"]:
        if view.after_is(i - 1, "tried"):
            return -1  # "tried to run him down on Monday"
        return 0 if view.cased and view.capital(i + 1) else 1
    if word in sets["past"] or (word.endswith("ed") and len(word) > 3 and word not in sets["not_past"]):
        before = view.at(i - 1)
        return 2 if before in {"be", "will"} or view.at(i - 2) == "be" else -1
    return 0


def _arranged(view: View, i: int) -> int:
    """The cue of "scheduled", "due", "plans": to come where a form of "be" or "to" and "for" show an arrangement."""
    word, before = view.folded[i], view.at(i - 1)
    shown = view.at(i + 1) in {"to", "for"} or before in {
        "be",
        "is",
        "are",
        "was",
        "were",
        "been",
        "being",
        "'s",
        "'re",
    }
    if not shown:
        return -1 if word.endswith("ed") or word == "set" else 0
    return 1 if {before, view.at(i - 2)} & {"had", "was", "were"} else 2


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
    beside = _beside(view, first, last)
    if beside != 0:
        return beside
    cue = _nearest_cue(view, first, last)
    if cue == 0 and view.after_is(first - 1, "deadlines"):
        return 2
    return (
        cue if cue != 0 or view.english else -1
    )  # no verb of another language is known here; the press tells the past


def _beside(view: View, first: int, last: int) -> int:
    """What the words right at a date say of its tense."""
    if view.after_is(first - 1, "past_beside"):
        return -2
    after = view.at(last)
    if after in view.words.sets["past"] or (after.endswith("ed") and after not in view.words.sets["not_past"]):
        return -2  # "the council on Tuesday approved"
    if any(view.after_is(i, "acts") and view.same_sentence(i, first) for i in range(last, last + _NOUN)):
        return -2
    if view.after_is(first - 1, "future_beside"):
        return 2
    if view.after_is(first - 1, "ends_of_time"):
        return _lasted(view, first)
    verb = first - 2 if view.at(first - 1) in {"on", "in"} else first - 1
    return 2 if view.at(verb) in {"is", "are"} else 0


def _lasted(view: View, first: int) -> int:
    """The tense of "until Friday": past behind "talks went on", to come behind "was adjourned" and all else."""
    for i in range(first - 2, max(-1, first - _REACH), -1):
        if not view.same_sentence(i, first):
            break
        if view.after_is(i, "deferred"):
            return 2
        cue = _cue(view, i)
        if cue != 0:
            return cue
    return 2


def _nearest_cue(view: View, first: int, last: int) -> int:
    """The nearest cue before the date in its sentence; without one, the nearest after it."""
    for i in range(first - 1, max(-1, first - _REACH), -1):
        if not view.same_sentence(i, first):
            break
        if i >= first - _NOUN and view.after_is(i, "acts"):
            return -2  # "will look into the raid on Friday"
        cue = _cue(view, i)
        if cue < 0:
            return -2 if i >= first - _BESIDE else -1
        if cue > 0:
            return cue if i >= first - _NEAR else 1
    if view.at(last) == "'s" and not any(view.after_is(i, "planned_acts") for i in range(last + 1, last + 3)):
        return 0  # "Friday's losses will be counted"
    for i in range(last, min(view.size, last + _REACH)):
        if not view.same_sentence(i, first):
            break
        cue = _cue(view, i)
        if cue != 0:
            return cue if i < last + _NEAR else max(-1, min(cue, 1))
    return 0
