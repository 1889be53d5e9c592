"""Compiler of the lexicon's section ``discourse``: cues of what a sentence does in an article, and what that does to acts."""

from __future__ import annotations

from typing import Any

from conflict_events.build.grammar import load_toml
from conflict_events.discourse.standing import MAKES, SCOPES, STANDINGS
from conflict_events.lexicon.load import LEXICON
from conflict_events.model.errors import LexiconError
from conflict_events.text.phrases import phrase_table

__all__ = ["compile_section", "cue_entries"]

REACH = 16
"""Tokens between a cue that stands before an act and the act, where its entry says no other number."""


def cue_entries() -> list[dict[str, Any]]:
    """The cues as they are written, with that of questions, for tests."""
    source = load_toml(LEXICON / "en" / "discourse.toml")
    return [*source["cue"], {"id": "question", **source["question"]}]


def compile_section() -> dict[str, Any]:
    """Phrase table whose payload is the number of a cue, -1 for words that change nothing; the cues; the effects.

    Raises:
        LexiconError: for a standing, scope or effect that is none.
    """
    source = load_toml(LEXICON / "en" / "discourse.toml")
    phrases: list[tuple[str, int]] = []
    cues: list[tuple[str, str, str, int, bool, bool]] = []
    for number, entry in enumerate(source["cue"]):
        if entry["standing"] not in STANDINGS or entry["scope"] not in SCOPES:
            raise LexiconError(
                "no such standing or scope", where=f"en/discourse.toml, {entry['id']}",
                expected=", ".join((*STANDINGS, *SCOPES)), got=f"{entry['standing']}, {entry['scope']}",
            )  # fmt: skip
        phrases += [(phrase, -1) for phrase in entry.get("unless", ())]
        phrases += [(phrase, number) for phrase in entry["words"]]
        reach = entry.get("reach", REACH)
        cues.append(
            (
                entry["id"],
                entry["standing"],
                entry["scope"],
                reach,
                entry.get("plural", False),
                entry.get("named", False),
            )
        )
    standings = {name: (entry["makes"], entry["why"]) for name, entry in source["standing"].items()}
    if standings.keys() != set(STANDINGS) or not {makes for makes, _ in standings.values()} <= set(MAKES):
        raise LexiconError(
            "each standing needs what it makes", where="en/discourse.toml, [standing]",
            expected=", ".join((*STANDINGS, *MAKES)), got=", ".join(f"{n} {m}" for n, (m, _) in standings.items()),
        )  # fmt: skip
    report = source["crime_report"]
    crimes = [(phrase, ("crime", notion[0])) for notion in report["notions"] for phrase in notion]
    crimes += [(phrase, ("conflict", phrase)) for phrase in report["conflict"]]
    stories = source["stories"]
    cut = {
        "openers": phrase_table((phrase, True) for phrase in stories["openers"]),
        "bullets": frozenset(stories["bullets"]),
        "numbered": frozenset(stories["numbered"]),
    }
    return {
        "crime_report": phrase_table(crimes),
        "stories": cut,
        "first_person": frozenset(source["first_person"]["words"]),
        "table": phrase_table(phrases),
        "cues": tuple(cues),
        "standings": standings,
        "asking": frozenset(source["question"]["marks"]),
    }
