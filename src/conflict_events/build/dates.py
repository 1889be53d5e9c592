"""Compiler of the lexicon's section ``dates``: words about time, feasts, and the month names of other languages."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from conflict_events.text.fold import fold_phrase
from conflict_events.text.phrases import phrase_table

__all__ = ["compile_section"]


def _load(path: Path) -> dict[str, Any]:
    with path.open("rb") as stream:
        return tomllib.load(stream)


def _word(text: str) -> str:
    """The one folded word of an entry; hyphened words are written as they are looked up, parts joined by a space."""
    return " ".join(fold_phrase(text))


def _months(months: list[dict[str, Any]]) -> dict[str, tuple[int, str]]:
    """Word -> (number, how surely it is a month: full, name, word or short)."""
    return {
        _word(word): (month["number"], kind)
        for month in months
        for kind in ("full", "name", "word", "short")
        for word in month.get(kind, ())
    }


def _feast(feast: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in feast.items() if name not in {"key", "names", "example", "counterexample"}}


def _phrases(lexicon: dict[str, Any]) -> dict[str, Any]:
    """Phrases read as one: names of feasts, of known days, and names that are no dates at all."""
    pairs = [(name, ("not_date", "")) for entry in lexicon["not_date"] for name in entry["names"]]
    pairs += [(name, ("named", entry["iso"])) for entry in lexicon["named_day"] for name in entry["names"]]
    pairs += [(name, ("feast", feast["key"])) for feast in lexicon["feast"] for name in feast["names"]]
    pairs += [(name.replace("'", ""), payload) for name, payload in pairs if "'" in name]
    pairs += [(name.replace(". ", " "), payload) for name, payload in pairs if ". " in name]
    return phrase_table(pairs)


def _foreign(folder: Path) -> dict[str, Any]:
    """Month names of other languages, read only beside a day, and the small words between."""
    months: dict[str, int] = {}
    joiners: set[str] = set()
    for path in sorted(folder.glob("*/dates.toml")):
        if path.parent.name == "en":
            continue
        data = _load(path)
        joiners.update(word for text in data.get("joiners", ()) for word in fold_phrase(text))
        for month in data["month"]:
            for name in month["names"]:
                months.setdefault(_word(name), month["number"])
    return {"months": months, "joiners": frozenset(joiners)}


def compile_section() -> dict[str, Any]:
    """Plain data for ``mentions/dates``."""
    from conflict_events.lexicon.load import LEXICON

    lexicon = _load(LEXICON / "en" / "dates.toml")
    moving = _load(LEXICON / "feasts" / "moving.toml")
    months = _months(lexicon["month"])
    weekdays = {
        _word(word): (entry["number"], kind)
        for entry in lexicon["weekday"]
        for kind in ("full", "short")
        for word in entry.get(kind, ())
    }
    units = {word: entry["name"] for entry in lexicon["unit"] for word in entry["words"]}
    seasons = {word: entry["name"] for entry in lexicon["season"] for word in entry["words"]}
    decades = {word: entry["start"] for entry in lexicon["decade"] for word in entry["words"]}
    pointers = {word: (entry["base"], entry["shift"]) for entry in lexicon["pointer"] for word in entry["words"]}
    daywords = {word: entry["shift"] for entry in lexicon["dayword"] for word in entry["words"]}
    modifiers = {word: entry["mod"] for entry in lexicon["modifier"] for word in entry["words"]}
    numbers = {word: entry["value"] for entry in lexicon["number"] for word in entry["words"]}
    ordinals = {_word(word): entry["value"] for entry in lexicon["number"] for word in entry.get("ordinal", ())}
    sets = {entry["id"]: frozenset(word.replace("’", "'") for word in entry["list"]) for entry in lexicon["words"]}
    tables = {
        "months": months,
        "weekdays": weekdays,
        "units": units,
        "seasons": seasons,
        "decades": decades,
        "pointers": pointers,
        "daywords": daywords,
        "modifiers": modifiers,
    }
    readers = ("month", "weekday", "unit", "season", "decade_word", "pointer", "dayword", "modifier")
    starts = {word: reader for table, reader in zip(tables.values(), readers, strict=True) for word in table}
    starts |= {word: "ordinal" for word, value in ordinals.items() if value <= 31 and " " not in word}
    starts |= dict.fromkeys(sets["fiscal"], "fiscal")
    starts |= {"overnight": "overnight", "at": "clock", "'": "apostrophe", "eve": "eve"}
    starts |= {word: "spelled" for word, value in numbers.items() if value in {17, 18, 19}}
    starts |= {f"q{number}": "quarter_code" for number in range(1, 5)}
    phrases = _phrases(lexicon)
    return {
        **tables,
        "numbers": numbers,
        "ordinals": ordinals,
        "sets": sets,
        "starts": {**dict.fromkeys(phrases, ""), **starts},
        "phrases": phrases,
        "feasts": {feast["key"]: _feast(feast) for feast in lexicon["feast"]},
        "moving": {key: (table["sighted"], tuple(table["days"])) for key, table in moving.items()},
        "foreign": _foreign(LEXICON),
    }
