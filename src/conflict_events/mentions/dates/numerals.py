"""Readers that start at a numeral: "2024-10-22", "10/30/89", "1998", "the 1980s", "the 20th century", "'97"."""

from __future__ import annotations

from conflict_events.mentions.dates.expressions import NARRATIVE, Calendar, MonthDay, Part, Period
from conflict_events.mentions.dates.months import day_then_month
from conflict_events.mentions.dates.parts import SUFFIXES, part_year
from conflict_events.mentions.dates.words import View

__all__ = ["apostrophe", "fiscal", "is_year", "numeral"]


def _two_orders(first: int, second: int) -> tuple[tuple[int, int], tuple[int, int] | None] | None:
    """The (month, day) of "first/second", and of the other order where both are possible."""
    if not (1 <= first <= 31 and 1 <= second <= 31) or (first > 12 and second > 12):
        return None
    if first > 12:
        return (second, first), None
    if second > 12 or first == second:
        return (first, second), None
    return (first, second), (second, first)


def _parts(view: View, i: int) -> tuple[list[str], int, str] | None:
    """Three numbers joined by one mark ("10/30/89"), the token after, and the mark."""
    word = view.folded[i]
    if "." in word and word.count(".") == 2:
        return word.split("."), i + 1, "."
    if i + 2 < view.size and view.joined[i + 1] and view.joined[i + 2]:
        return [word, view.folded[i + 1], view.folded[i + 2]], i + 3, "-"
    if i + 4 < view.size and view.folded[i + 1] == "/" == view.folded[i + 3] and view.glued(i + 4):
        return [word, view.folded[i + 2], view.folded[i + 4]], i + 5, "/"
    return None


def _numeric(view: View, i: int) -> int:
    """Dates in digits alone."""
    found = _parts(view, i)
    if found is None:
        return i
    parts, last, mark = found
    if not all(part.isdecimal() and len(part) <= 4 for part in parts):
        return i
    if last < view.size and view.joined[last]:
        return i
    one, two, three = (int(part) for part in parts)
    if len(parts[0]) == 4 and len(parts[1]) <= 2 and len(parts[2]) <= 2:
        if 1 <= two <= 12 and 1 <= three <= 31:
            view.found.append(Calendar(i, last, "date.iso", one, two, three))
            return last
        return i
    if len(parts[0]) > 2 or len(parts[1]) > 2 or len(parts[2]) not in {2, 4}:
        return i
    orders = ((two, one), None) if mark == "." else _two_orders(one, two)
    if orders is None or not (1 <= orders[0][0] <= 12 and 1 <= orders[0][1] <= 31):
        return i
    (month, day), other = orders
    view.found.append(
        Calendar(i, last, "date.numeric", three, month, day, two_digits=len(parts[2]) == 2, other_day=other)
    )
    return last


def is_year(view: View, i: int) -> bool:
    """Whether the four digits at ``i`` are a year, by the words around.

    >>> from conflict_events.mentions.dates.words import view
    >>> from conflict_events.text.sentences import read
    >>> is_year(view(read("He left in 1998.")), 3), is_year(view(read("It hit 1998 people.")), 2)
    (True, False)
    """
    number = int(view.folded[i])
    after = view.at(i + 1)
    if not 1000 <= number <= 2199:
        return False
    if view.after_is(i + 1, "after_count") and not (
        view.after_is(i + 1, "after_either") and view.after_is(i - 1, "before_old_year") and 1800 <= number <= 2060
    ):
        return False
    if after == "." and view.glued(i + 2) and view.at(i + 2).isdecimal():
        return False
    if i + 1 < view.size and view.joined[i + 1] and view.number(i + 1) is None:
        return False
    if after == "or" and view.after_is(i + 2, "or_more"):
        return False
    if view.after_is(i - 1, "before_count") or (after == "/" and view.glued(i + 1) and not _next_year(view, i)):
        return False
    if view.at(i - 1) == "." and view.glued(i - 1) and view.after_is(i - 2, "before_count"):
        return False  # "No. 1987"
    if view.joined[i] and not view.number(i - 1) and view.at(i - 1) not in {"mid", "pre", "post", "early", "late"}:
        return False
    if _clock_before(view, i):
        return False
    if not 1800 <= number <= 2060:
        word = i + 1 < view.size and view.texts[i + 1][0].islower()
        led = (
            view.at(i - 1) in {"in", "since", "year", "circa"}
            if number < 1500
            else view.after_is(i - 1, "before_old_year")
        )
        return led and (
            not word or after in {"and", "to", "until", "when", "but", "by", "the", "that", "as", "was", "is", "or"}
        )
    if view.after_is(i - 1, "before_year") or view.at(i - 1) in view.words.months:
        return True
    named = view.cased and view.capital(i + 1)
    plural = i + 1 < view.size and not named and after.endswith("s")
    return not plural or after in {"'s", "was", "is", "has", "as", "this", "its", "his"}


def _clock_before(view: View, i: int) -> bool:
    """Whether the four digits end a span of hours: "from 0400 until 1800"."""
    hours = view.at(i - 2)
    if view.at(i - 1) not in view.words.sets["range_and"] or not (hours.isdecimal() and len(hours) == 4):
        return False
    return int(hours) < 1500 and int(view.folded[i]) <= 2400


def numeral(view: View, i: int) -> int:
    """Read from a numeral on; what it counts is left to the unit after it."""
    last = _numeric(view, i)
    if last == i:
        last = day_then_month(view, i)
    if last > i:
        return last
    word = view.folded[i]
    if not word.isdecimal():
        return i
    after = view.at(i + 1)
    if len(word) == 4:
        if after in {"s", "'s"} and view.glued(i + 1) and word[3] == "0" and (after == "s" or _decade_led(view, i)):
            view.found.append(Period(i, i + 2, "date.decade", start=int(word)))
            return i + 2
        if is_year(view, i):
            return _year(view, i)
        return i
    if len(word) == 2 and word[1] == "0" and after == "s" and view.glued(i + 1) and _short_decade_led(view, i):
        view.found.append(Period(i, i + 2, "date.decade", start=int(word), two_digits=True))
        return i + 2
    if after in SUFFIXES and view.glued(i + 1):
        return numbered(view, i, int(word) if len(word) <= 4 else 0, i + 2)
    return i


def _next_year(view: View, i: int) -> bool:
    """Whether "/24" or "/2024" follows "2023"."""
    number, written = view.number(i + 2), len(view.at(i + 2))
    follows = int(view.folded[i]) + 1
    return number is not None and view.glued(i + 2) and number == (follows % 100 if written == 2 else follows)


def _year(view: View, i: int) -> int:
    """Read "1998", "1998-99", "1998 quarter" and "1998 third quarter" from a year on."""
    year = int(view.folded[i])
    if view.number(i + 1) is not None and view.joined[i + 1] and len(view.at(i + 1)) == 2:
        view.found.append(Calendar(i, i + 2, "date.year", year))
        return i + 2
    if view.at(i + 1) == "/" and view.glued(i + 1):
        view.found.append(Calendar(i, i + 3, "date.year", year))
        return i + 3
    if view.at(i + 1) == "quarter":
        view.found.append(Part(i, i + 2, "date.part", number=None, year=year, base=NARRATIVE))
        return i + 2
    ordinal = view.words.ordinals.get(view.at(i + 1), 0)
    if 1 <= ordinal <= 4 and view.at(i + 2) in {"quarter", "half"} and (ordinal <= 2 or view.at(i + 2) == "quarter"):
        view.found.append(Part(i, i + 3, "date.part", number=ordinal, unit=view.at(i + 2), year=year))
        return i + 3
    view.found.append(Calendar(i, i + 1, "date.year", year))
    return i + 1


def _short_decade_led(view: View, i: int) -> bool:
    """Whether "80s" is the decade, and no age ("in his late 80s")."""
    if _measured(view, i):
        return False
    if view.at(i - 1) == "the":
        return True
    return _decade_led(view, i) and not view.after_is(i - 2, "ages") and view.at(i - 2) != "in"


def _measured(view: View, i: int) -> bool:
    """Whether words of measure stand before "70s": "highs in the mid-70s"."""
    return any(view.after_is(j, "measures") for j in range(max(0, i - 10), i) if view.same_sentence(j, i))


def _decade_led(view: View, i: int) -> bool:
    """Whether "1980's" is the decade, and not what belongs to the year."""
    return view.at(i - 1) in {"the", "early", "late", "mid"}


def numbered(view: View, i: int, number: int, after: int) -> int:
    """Read "third quarter", "first half", "20th century" from the ordinal on; ``after`` is the token behind it."""
    unit = view.at(after)
    if unit == "fiscal":
        after += 1
        unit = view.at(after)
    if unit == "century" and 1 <= number <= 21:
        view.found.append(Period(i, after + 1, "date.century", start=(number - 1) * 100 + 1, unit="century"))
        return after + 1
    if after + 1 < view.size and view.joined[after + 1]:
        return i  # "quarter-final"
    pointer = view.words.pointers.get(view.at(after + 1)) if unit == "of" and view.at(after + 2) == "month" else None
    if pointer is not None and 1 <= number <= 31:
        view.found.append(MonthDay(i, after + 3, "date.day_of_month", day=number, shift=pointer[1]))
        return after + 3
    if (unit == "quarter" and 1 <= number <= 4) or (unit == "half" and 1 <= number <= 2 and _half_of_year(view, after)):
        year, shift, last = part_year(view, after + 1)
        view.found.append(Part(i, last, "date.part", number=number, unit=unit, year=year, year_shift=shift))
        return last
    return i


def _half_of_year(view: View, after: int) -> bool:
    """Whether a half is half a year, and not of a match."""
    if view.after_is(after + 1, "accounts"):
        return True
    return view.at(after + 1) in {"of", "in"} and part_year(view, after + 1)[2] > after + 1


def apostrophe(view: View, i: int) -> int:
    """Read "'97" and "the '80s" from the apostrophe on."""
    number = view.number(i + 1)
    if number is None or len(view.at(i + 1)) != 2 or not view.glued(i + 1):
        return i
    if view.at(i + 2) == "s" and view.glued(i + 2):
        if number % 10 == 0:
            view.found.append(Period(i, i + 3, "date.decade", start=number, two_digits=True))
            return i + 3
        return i
    if view.after_is(i - 1, "two_digit_context") and not view.after_is(i + 2, "after_count"):
        view.found.append(Calendar(i, i + 2, "date.year", number, two_digits=True))
        return i + 2
    return i


def fiscal(view: View, i: int) -> int:
    """Read "fiscal 1990", "fiscal year 1990" and "FY 1990" from the first word on."""
    j = i + 1
    if view.at(j) == "year":
        j += 1
    if view.at(j) == "'" and len(view.at(j + 1)) == 2 and (two := view.number(j + 1)) is not None:
        view.found.append(Calendar(i, j + 2, "date.fiscal_year", two, two_digits=True))
        return j + 2
    number = view.number(j)
    if number is None or len(view.at(j)) != 4 or not 1900 <= number <= 2100:
        return i
    view.found.append(Calendar(i, j + 1, "date.fiscal_year", number))
    return j + 1
