"""Compiler of the lexicon's section ``casualties``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import Any

from conflict_events.build.inflect import noun_forms, verb_forms
from conflict_events.lexicon.load import LEXICON
from conflict_events.text.fold import fold_phrase
from conflict_events.text.phrases import phrase_table

__all__ = ["compile_section"]

_FORMS = {"VB": "base", "VBZ": "base", "VBG": "ing", "VBD": "past", "VBN": "past"}
_POSSESSIVES = ("his", "her", "their", "its")


def _verbs(entry: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """All forms of an entry's verbs, with what kind of form each is; base forms give way to past ones ("beat")."""
    for lemma in entry["lemmas"]:
        inflected = verb_forms(lemma.replace(" one's ", " "))
        past = {*inflected["VBD"], *inflected["VBN"]}
        for tag, forms in inflected.items():
            for form in forms:
                if tag == "VB" and form in past:
                    continue
                if "one's" in lemma:
                    head, _, rest = form.partition(" ")
                    yield from (
                        (f"{head} {own} {noun}", _FORMS[tag]) for own in _POSSESSIVES for noun in (rest, "lives")
                    )
                elif lemma.startswith("shoot and "):
                    other = verb_forms(lemma.split()[2])[tag][0]
                    yield f"{form.split()[0]} and {other}", _FORMS[tag]
                else:
                    yield form, _FORMS[tag]


def _readings(source: dict[str, Any]) -> Iterator[tuple[str, tuple[str, str, str, str]]]:
    """(phrase, (kind, id, outcome, form)) of every casualty word; the first reading of a phrase is tried first."""
    for kind in ("verb", "subject_verb", "loss"):
        for entry in source[kind]:
            yield from ((form, (kind, entry["id"], entry["outcome"], tag)) for form, tag in _verbs(entry))
    for kind in ("adjective", "attribute"):
        for entry in source[kind]:
            yield from ((word, (kind, entry["id"], entry["outcome"], "")) for word in entry["words"])
    for kind in ("act", "count", "lives"):
        for entry in source[kind]:
            yield from ((form, (kind, entry["id"], entry["outcome"], number)) for form, number in _nouns(entry))
    for kind, outcome in (("toll", "killed"), ("self_kill", "killed"), ("part", "")):
        for entry in source[kind]:
            yield from ((phrase, (kind, entry["id"], outcome, "")) for phrase in entry["phrases"])
    for phrase in source["dead_ends"]["phrases"].split("|"):
        yield phrase.strip(), ("none", "dead_end", "", "")


def _nouns(entry: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """All forms of an entry's nouns with their number; a plural that is like its singular is no sure plural."""
    for noun in entry["nouns"]:
        forms = noun_forms(noun)
        if not entry.get("plural_only"):
            yield from ((form, "one") for form in forms["NN"])
        yield from ((form, "many") for form in forms["NNS"] if form != noun or noun.endswith("s"))


def _acts(source: dict[str, Any]) -> dict[str, Any]:
    """Phrase table of casualty words; a phrase with several readings keeps them all."""
    readings: dict[tuple[str, ...], dict[tuple[str, str, str, str], None]] = {}
    for phrase, reading in _readings(source):
        readings.setdefault(fold_phrase(phrase), {})[reading] = None
    return phrase_table((" ".join(words), tuple(found)) for words, found in readings.items())


def _people(source: dict[str, Any]) -> dict[str, tuple[str, str]]:
    """Word -> (role, number): nouns for people; of phrases the last word, with the whole as a phrase of its own."""
    people: dict[str, tuple[str, str]] = {}
    for entry in source["people"]:
        for noun in entry["nouns"]:
            forms = noun_forms(noun)
            for form in forms["NNS"]:
                if form != noun or len(forms["NNS"]) == 1:  # "two guard" is no plural where "guards" is one
                    people.setdefault(form, (entry["role"], "either" if form == noun else "many"))
            people.setdefault(noun, (entry["role"], "one"))
        for word in entry.get("always", ()):
            people[word] = (entry["role"], "many")
    return people


def _past(source: dict[str, Any]) -> dict[str, Any]:
    """The words that look back, and all words at which one has to be looked for."""
    compiled: dict[str, Any] = {
        name: dict.fromkeys(words.split(), True) for name, words in source.items() if isinstance(words, str)
    }
    compiled["spells"] = phrase_table((phrase, True) for phrase in source["spells"])
    words = (
        "so",
        "since",
        "in",
        "of",
        "a",
        "the",
        "ago",
        "anniversary",
        "last",
        *compiled["wars"],
        *compiled["spells"],
    )
    compiled["cues"] = dict.fromkeys(words, True)
    return compiled


def compile_section() -> dict[str, Any]:
    """Plain data for ``mentions/casualties``."""
    source = tomllib.loads((LEXICON / "en" / "casualties.toml").read_text("utf-8"))
    grammar = {name: dict.fromkeys(words.split(), True) for name, words in source["grammar"].items()}
    grammar["verbs"] = {form: True for lemma in source["verbs"]["lemmas"].split() for form in verb_forms(lemma)["VBD"]}
    people = _people(source)
    people |= {word: ("unknown", "many") for e in source["nominal"] for word in e["words"]}
    things = {
        form: True
        for noun in source["things"]["nouns"].split()
        for tag in ("NN", "NNS")
        for form in noun_forms(noun)[tag]
    }
    tags = dict.fromkeys(things, "u")
    tags |= {word: "h" for word in people if " " not in word and "-" not in word}
    for name, tag in (
        ("verbs", "e"), ("group_end", "e"), ("time", "r"), ("adverbs", "r"), ("clause", "c"), ("prepositions", "p"), ("auxiliaries", "x"), ("negations", "n"),
        ("coordination", "+"), ("including", "i"), ("determiners", "d"), ("pronouns", "q"),
    ):  # fmt: skip
        tags |= dict.fromkeys(grammar[name], tag)
    tags["of"] = "o"
    tags |= dict.fromkeys(source["unreal"]["before"].split(), "m")
    verbs = {f for e in source["lives"] for lemma in e["verbs"] for forms in verb_forms(lemma).values() for f in forms}
    acts = _acts(source)
    return {
        "acts": acts,
        "people": {word: value for word, value in people.items() if " " not in word},
        "phrases": phrase_table((word, value) for word, value in people.items() if " " in word or "-" in word),
        "things": things,
        "abstract": tuple(source["things"]["endings"].split()),
        "tags": tags,
        "attribute_of": {
            form: True
            for noun in source["attribute_of"]["nouns"].split()
            for tag in ("NN", "NNS")
            for form in noun_forms(noun)[tag]
        },
        "life_verbs": dict.fromkeys(verbs, True),
        "people_only": {e["id"]: True for kind in ("verb", "act") for e in source[kind] if e.get("people_only")},
        "restates": {e["id"]: True for kind in ("act", "count") for e in source[kind] if e.get("restates")},
        "noun_too": {e["id"]: True for e in source["verb"] if e.get("noun_too")},
        "doubtful": {e["id"]: True for e in source["verb"] if e.get("doubtful")},
        "strict": {e["id"]: True for e in source["act"] if e.get("strict")},
        "nominals": {word: (e["id"], e["outcome"]) for e in source["nominal"] for word in e["words"]},
        "bare_counts": {name: dict.fromkeys(words.split(), True) for name, words in source["bare_counts"].items()},
        "unreal": {name: dict.fromkeys(words.split(), True) for name, words in source["unreal"].items()},
        "past": _past(source["past"]),
        "adverb_pairs": dict.fromkeys(source["adverb_pairs"]["phrases"], True),
        "grammar": grammar,
    }
