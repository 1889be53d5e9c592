"""Compiler of the lexicon's section ``triggers``: words that tell an act, with all their forms and conditions."""

from __future__ import annotations

import functools
import operator
from collections.abc import Iterator, Mapping
from typing import Any

from conflict_events.build.grammar import compile_section as compile_grammar
from conflict_events.build.grammar import load_toml
from conflict_events.build.inflect import noun_forms, verb_forms
from conflict_events.lexicon.load import LEXICON
from conflict_events.model.errors import LexiconError
from conflict_events.text.fold import fold_phrase

__all__ = ["compile_section", "trigger_files"]

_CONDITIONS = ("near", "needs", "object", "unless")
_ROLES = ("agents", "patients", "objects", "company", "not_agents", "not_patients", "causes")
"""Classes of words in the roles of an act, as acts.toml or the entry itself has them."""
_GROUPS = ("side", "weapon")
"""Names of all classes that cues.toml marks so."""
_KEYS = {
    "id",
    "act",
    "verbs",
    "nouns",
    "phrases",
    "follow",
    "weak",
    "strength",
    "vague",
    "place",
    "rule",
    "example",
    "counterexample",
    *_CONDITIONS,
    *_ROLES,
}


def trigger_files() -> tuple[tuple[str, tuple[Mapping[str, Any], ...]], ...]:
    """(file name, entries) of every trigger file, checked.

    Raises:
        LexiconError: an unknown key, an unknown act, or an entry without examples or counterexamples.
    """
    acts = load_toml(LEXICON / "acts.toml")
    found = []
    for path in sorted((LEXICON / "en" / "triggers").glob("*.toml")):
        entries = tuple(load_toml(path)["trigger"])
        for entry in entries:
            where = f"{path.name}:{entry.get('id')}"
            unknown = set(entry) - _KEYS
            if unknown:
                raise LexiconError("unknown key", where=where, expected=", ".join(sorted(_KEYS)), got=sorted(unknown))
            if entry.get("act") not in acts:
                raise LexiconError("unknown act", where=where, expected=", ".join(sorted(acts)), got=entry.get("act"))
            if not entry.get("example") or not entry.get("counterexample"):
                raise LexiconError("a trigger needs both", where=where, expected="example, counterexample", got=None)
        found.append((path.stem, entries))
    return tuple(found)


def _forms(entry: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Folded words and form ("VBD", "NNS", or "X" for a fixed phrase) of everything an entry lists."""
    for verb in entry.get("verbs", ()):
        for tag, phrases in verb_forms(verb).items():
            for phrase in phrases:
                yield fold_phrase(phrase), tag
    for noun in entry.get("nouns", ()):
        for tag, phrases in noun_forms(noun).items():
            for phrase in phrases:
                yield fold_phrase(phrase), tag
    for phrase in entry.get("phrases", ()):
        yield fold_phrase(phrase), "X"


def compile_section() -> dict[str, Any]:
    """Table: first word -> ((words, ((entry index, forms), ...)), ...), longest first; and the entries' conditions."""
    acts = load_toml(LEXICON / "acts.toml")
    cues = load_toml(LEXICON / "en" / "cues.toml")
    bits = {name: 1 << index for index, name in enumerate(cues)}
    for group in _GROUPS:
        bits[group] = sum(bits[name] for name, one in cues.items() if one.get(group))
    order = {name: index for index, name in enumerate(acts)}

    def mask(entry: Mapping[str, Any], key: str) -> int:
        names = entry.get(key, acts[entry["act"]].get(key, ()))
        unknown = set(names) - set(bits)
        if unknown:
            raise LexiconError(
                "unknown class of cues", where=entry["id"], expected=", ".join(sorted(bits)), got=sorted(unknown)
            )
        return functools.reduce(operator.or_, (bits[name] for name in names), 0)

    entries = sorted((entry for _, found in trigger_files() for entry in found), key=lambda entry: order[entry["act"]])
    compiled = []
    words_of: dict[tuple[str, ...], dict[int, set[str]]] = {}
    for index, entry in enumerate(entries):
        act = acts[entry["act"]]
        compiled.append(
            (
                entry["id"],
                entry["act"],
                act["type"],
                act["family"],
                entry.get("strength", act["strength"]),
                *(mask(entry, key) for key in _CONDITIONS),
                frozenset(entry.get("follow", ())),
                entry.get("rule", ""),
                int(entry.get("vague", False)),
                int(entry.get("place", 0)),
                bool(entry.get("weak", False)),
                *(mask(entry, key) for key in _ROLES),
            )
        )
        for words, form in _forms(entry):
            words_of.setdefault(words, {}).setdefault(index, set()).add(form)
    for phrase in compile_grammar()["never"]:
        words_of[fold_phrase(phrase)] = {}
    table: dict[str, list[tuple[tuple[str, ...], Any]]] = {}
    for words, readings in words_of.items():
        payload = tuple((index, frozenset(forms)) for index, forms in sorted(readings.items()))
        table.setdefault(words[0], []).append((words, payload))
    return {
        "table": {first: tuple(sorted(rows, key=lambda row: (-len(row[0]), row[0]))) for first, rows in table.items()},
        "entries": tuple(compiled),
        "acts": {name: (act["type"], act["family"], act["strength"]) for name, act in acts.items()},
    }
