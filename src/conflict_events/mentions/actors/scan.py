"""One pass over the tokens: every known phrase, longest first, with the words that belong to it."""

from __future__ import annotations

from attrs import evolve

from conflict_events.mentions.actors.finds import COUNTRY, HEAD, NAME, Find, Tables, tables
from conflict_events.mentions.actors.names import introduced, joined, member_of, name_at, read_name
from conflict_events.mentions.actors.nations import read_nation
from conflict_events.mentions.actors.pattern import read_pattern
from conflict_events.mentions.actors.roles import read_role
from conflict_events.text.sentences import Document

__all__ = ["scan"]


def scan(document: Document) -> tuple[list[Find], dict[str, int]]:
    """Finds in the order of the text, and how often each country is named."""
    look = tables()
    table, prefixes = look.table, look.prefixes
    tokens = document.tokens
    folded, joined, count = tokens.folded, tokens.joined, len(tokens)
    finds: list[Find] = []
    nations: dict[str, int] = {}
    local: dict[str, Find] = {}
    free = i = 0
    while i < count:
        word = folded[i]
        if word in local and tokens.texts[i].isupper():
            found: Find | None = _again(document, look, i, local[word])
            step = found.last if found is not None else i
        elif word not in table or (joined[i] and folded[i - 1] in prefixes):
            i += 1
            continue
        else:
            found, step = _read(document, look, i, free, nations)
        if found is not None:
            found, step = _introduce(document, look, found, step, local)
            if finds and found.first < finds[-1].last:
                finds.pop()  # the bare "Chad" of "Chad's 6th Brigade"
            finds.append(found)
            free = step
        i = max(step, i + 1)
    return finds, nations


def _read(document: Document, look: Tables, i: int, free: int, nations: dict[str, int]) -> tuple[Find | None, int]:
    """The first reading that holds at a token, and the token to go on from."""
    folded = document.tokens.folded
    second = folded[i + 1] if i + 1 < len(folded) else ""
    for words, tag, payload in look.table[folded[i]]:
        size = len(words)
        if size > 1 and (words[1] != second or folded[i : i + size] != words):
            continue
        last = i + size
        if tag == NAME:
            found, step = read_name(document, look, i, last, payload)
        elif tag == COUNTRY:
            found, step = read_nation(document, look, i, last, payload, nations)
        elif tag == HEAD:
            found, step = read_pattern(document, look, i, free)
        else:
            found, step = read_role(document, look, i, last, free)
        if found is not None or step > i:
            return found, step
    return None, i


def _again(document: Document, look: Tables, i: int, known: Find) -> Find:
    """The acronym of a group that was introduced before, with "fighters" or the like behind it."""
    again = evolve(known, first=i, last=i + 1, rule="actor.name.introduced", definite=False, plural=True, follows="")
    member = member_of(document, look, i + 1)
    return again if member is None else evolve(joined(again, member), rule="actor.name.introduced")


def _introduce(document: Document, look: Tables, found: Find, step: int, local: dict[str, Find]) -> tuple[Find, int]:
    """Remember an acronym in brackets behind a name; "Steppe Front (SF) fighters" is one mention."""
    if not found.candidates and not found.title:
        return found, step
    acronym, after = introduced(document, found.last)
    if acronym:
        if found.title:
            found = evolve(found, aliases=(*found.aliases, acronym))
        local[acronym.casefold()] = found
    else:
        after = _spelled_out(document, look, found)
    if not after:
        return found, step
    found = evolve(found, last=after)
    member = member_of(document, look, after)
    found = found if member is None else joined(found, member)
    return found, max(step, found.last)


def _spelled_out(document: Document, look: Tables, found: Find) -> int:
    """The token behind the brackets of "the SF [Steppe Front] fighters", where both names mean one group; else 0."""
    texts, at = document.tokens.texts, found.last
    if not found.candidates or at + 2 >= len(texts) or texts[at] not in "([":
        return 0
    other = name_at(document, look, at + 1)
    if other is None or other.last >= len(texts) or texts[other.last] not in ")]":
        return 0
    known = {candidate[0] for candidate in found.candidates}
    return other.last + 1 if any(candidate[0] in known for candidate in other.candidates) else 0
