"""Readers of calendar dates that name a month: "Oct. 7, 2023", "3-5 May", "March 2021", "3 JAN 90"."""

from __future__ import annotations

from conflict_events.mentions.dates.expressions import Between, Calendar
from conflict_events.mentions.dates.words import View

__all__ = ["day_of_month", "day_then_month", "month", "year_after"]

_SUFFIXES = frozenset({"st", "nd", "rd", "th"})
_COUNTRY_YEARS = range(1000, 2200)


def day_of_month(view: View, i: int) -> tuple[int, int] | None:
    """The day that token ``i`` numbers, and the token after it with its "th".

    >>> from conflict_events.mentions.dates.words import view
    >>> from conflict_events.text.sentences import read
    >>> day_of_month(view(read("23rd")), 0)
    (23, 2)
    """
    word = view.at(i)
    if not (word.isdecimal() and len(word) <= 2):
        return None
    number = int(word)
    if not 1 <= number <= 31:
        return None
    after = i + 1
    if view.at(after) in _SUFFIXES and view.glued(after):
        after += 1
    return number, after


def year_after(view: View, i: int) -> tuple[int | None, int | None, int, bool] | None:
    """The year that follows a month or a day: (year, shift, next token, two digits), or None.

    Reads "1998", ", 1998", "of 1998", "of last year", "last year", "'98" and, where no word follows, "98".
    """
    at = view.at
    j = i + 1 if at(i) in {",", "of", "in", "de", "del", "do"} else i
    number = view.number(j)
    if number is not None and len(at(j)) == 4 and number in _COUNTRY_YEARS:
        spare = at(i) == "in" or (j == i and view.after_is(j + 1, "after_count"))
        return None if spare and number not in range(1800, 2100) else (number, None, j + 1, False)
    pointer = view.words.pointers.get(at(j))
    if pointer is not None and pointer[0] == "published" and at(i) != "in" and at(j + 1) == "year":
        return None, pointer[1], j + 2, False
    if at(j) == "'" and j == i and view.number(j + 1) is not None and len(at(j + 1)) == 2 and view.glued(j + 1):
        return int(at(j + 1)), None, j + 2, True
    if j == i and number is not None and len(at(j)) == 2:
        ends = j + 1 >= view.size or not view.texts[j + 1][0].isalnum()
        if ends and (number > 31 or not view.cased or view.joined[j]) and at(j + 1) not in {"%", ":"}:
            return number, None, j + 1, True
    return None


def _is_month(view: View, i: int, kind: str) -> bool:
    """Whether the word at ``i``, with no number beside it, means a month."""
    if kind == "full":
        return view.capital(i) or not view.cased or view.document.lower
    before, after = view.at(i - 1), view.at(i + 1)
    if view.cased and not view.capital(i):
        return False
    led = view.after_is(i - 1, "before_month")
    if not view.cased and before == "this":
        led = False
    if kind == "short":
        return (
            led and view.cased and before != "this" and after == "." and before not in {"of", "from", "before", "after"}
        )
    if not led and before in {"and", "to", "or", ",", "through"}:
        led = view.at(i - 2) in view.words.months or (view.number(i - 2) or 0) > 1000
    if led:
        named = view.cased and before in {"of", "from", "before", "after", "by"} and view.capital(i + 1)
        return not named or view.texts[i + 1] in {"I", "The"}
    if kind == "word":
        return after in {"'s", "last"} and view.at(i + 2) in {"year"} and view.cased
    if not view.cased:
        return False
    lone = not view.capital(i + 1) and (view.opens_sentence(i) or not view.capital(i - 1))
    return lone and after not in {"'s"}


def _list_or_span(view: View, i: int, day: int, number: int) -> tuple[int, bool, int] | None:
    """A second day after "May 3": (day, whether the two are ends of a span, next token)."""
    hyphened = i < view.size and view.joined[i]
    connector = view.at(i)
    j = i if hyphened else i + 1
    second = day_of_month(view, j)
    if second is None or (not hyphened and connector not in view.words.sets["range_and"]):
        return None
    other, after = second
    follows = view.at(after)
    if follows in view.words.months or view.after_is(after, "after_count") or view.number(after) is not None:
        return None
    if (
        not hyphened
        and after < view.size
        and view.texts[after][0].isalpha()
        and not (connector != "and" or view.at(number - 1) == "between")
    ):
        return None
    spans = hyphened or connector != "and" or view.at(number - 1) == "between"
    return (other, spans, after) if other > day else None


def month(view: View, i: int) -> int:
    """Read from a month's name on."""
    number, kind = view.words.months[view.folded[i]]
    if view.cased and not view.capital(i):
        return i
    j = i + 1
    if view.at(j) == "." and view.glued(j) and kind == "short":
        j += 1
    if view.at(j) == "the" and view.at(j + 2) in _SUFFIXES:
        j += 1
    found = day_of_month(view, j)
    if found is not None and _day_belongs(view, i, found[1]):
        day, after = found
        second = _list_or_span(view, after, day, i)
        ends = second[2] if second is not None else after
        year, shift, last, short = year_after(view, ends) or (None, None, ends, False)
        if second is None and year is None and shift is None and view.after_is(after, "organisations"):
            return after
        one = Calendar(i, after if second else last, "date.day", year, number, day, None, shift, two_digits=short)
        if second is None:
            view.found.append(one)
        else:
            other = Calendar(second[2] - 1, last, "date.day", year, number, second[0], None, shift, two_digits=short)
            if second[1]:
                view.found.append(Between(i, last, "date.range", one=one, other=other))
            else:
                view.found += (one, other)
        return last
    year_found = year_after(view, j)
    if year_found is not None and (kind != "short" or view.texts[i][0].isupper()):
        year, shift, last, short = year_found
        if not (short and view.at(i - 1) not in view.words.sets["before_month"]):
            view.found.append(Calendar(i, last, "date.month", year, number, year_shift=shift, two_digits=short))
            return last
    if _is_month(view, i, kind):
        view.found.append(Calendar(i, j if kind == "short" else i + 1, "date.month", None, number))
        return j
    return i


def _day_belongs(view: View, i: int, after: int) -> bool:
    """Whether the number after a month is its day, and not a count ("in May 12 people died") or a clock."""
    if view.after_is(after, "after_count") and view.at(after) not in {
        "local",
        "am",
        "pm",
        "week",
        "or",
        "were",
        "killed",
    }:
        return False
    follows = view.at(after)
    if follows in {"%", "°"} or (follows == ":" and view.glued(after)):
        return False
    if view.at(i - 1) != "in" or after >= view.size:
        return True
    return not view.texts[after][0].isalpha()


def _month_at(view: View, i: int, *, near_year: bool) -> int | None:
    """The month that the word at ``i`` names beside a day, in any language known."""
    known = view.words.months.get(view.at(i))
    if known is not None:
        number, kind = known
        if kind == "word" and view.cased and not view.capital(i):
            return view.words.foreign_months.get(view.at(i)) if near_year else None
        if kind == "word" and not view.cased and view.after_is(i + 1, "base_verbs"):
            return None
        return number
    return view.words.foreign_months.get(view.at(i))


def day_then_month(view: View, i: int) -> int:
    """Read from a day's number on: "7 October 2023", "3 to 5 May", "7 de octubre de 2023"."""
    found = day_of_month(view, i)
    if found is None:
        return i
    day, after = found
    second: tuple[int, int] | None = None
    spans = False
    j = after
    if j < view.size and (view.joined[j] or view.at(j) in view.words.sets["range_and"]):
        k = j if view.joined[j] else j + 1
        second = day_of_month(view, k)
        if second is not None:
            spans = view.joined[j] or view.at(j) != "and" or view.at(i - 1) == "between"
            if second[0] <= day:
                return i
            j = second[1]
    if view.at(j) == "." and view.glued(j):
        j += 1
    if view.at(j) == "of" or view.at(j) in view.words.foreign_joiners:
        j += 1
    follows = year_after(view, j + 1 + (view.at(j + 1) == "." and view.glued(j + 1)))
    number = _month_at(view, j, near_year=follows is not None)
    if number is None:
        return i
    last = j + 1
    if view.at(last) == "." and view.glued(last) and (view.words.months.get(view.at(j)) or (0, ""))[1] == "short":
        last += 1
    year, shift, last, short = follows or (None, None, last, False)
    if year is None and shift is None and view.after_is(last, "organisations") and not view.opens_sentence(last):
        return last
    if second is None:
        view.found.append(Calendar(i, last, "date.day", year, number, day, None, shift, two_digits=short))
        return last
    one = Calendar(i, after, "date.day", year, number, day, None, shift, two_digits=short)
    other = Calendar(second[1] - 1, last, "date.day", year, number, second[0], None, shift, two_digits=short)
    if spans:
        view.found.append(Between(i, last, "date.range", one=one, other=other))
    else:
        view.found += (one, other)
    return last
