"""One pass over the tokens: every known phrase, longest first, with the words that belong to it."""

from __future__ import annotations

from conflict_events.mentions.actors.finds import COUNTRY, HEAD, NAME, Find, Tables, tables
from conflict_events.mentions.actors.heads import BODIES
from conflict_events.mentions.actors.names import (
    introduced,
    is_acronym,
    joined,
    member_of,
    name_at,
    read_name,
    stands_for,
)
from conflict_events.mentions.actors.nations import read_nation
from conflict_events.mentions.actors.pattern import read_pattern
from conflict_events.mentions.actors.roles import read_role
from conflict_events.model.trusted import evolve
from conflict_events.text.sentences import Document

__all__ = ["scan"]


def scan(document: Document) -> tuple[list[Find], set[str]]:
    """Finds in the order of the text, and the countries that are named."""
    look = tables()
    table, prefixes = look.table, look.prefixes
    tokens = document.tokens
    folded, joined, count = tokens.folded, tokens.joined, len(tokens)
    finds: list[Find] = []
    nations: set[str] = set()
    local: dict[str, Find | None] = {}
    free = i = 0
    while i < count:
        word = folded[i]
        known = local.get(word)
        if known is not None and tokens.texts[i].isupper():
            found: Find | None = _again(document, look, i, known)
            step = found.last if found is not None else i
        elif word not in table or (joined[i] and folded[i - 1] in prefixes):
            i += 1
            continue
        else:
            found, step = _read(document, look, i, free, nations)
            if found is None and step == i:
                found = _short(document, look, i, local)
                step = i if found is None else found.last
        if found is not None:
            found, step = _introduce(document, look, found, step, local)
            if finds and found.first < finds[-1].last:
                finds.pop()  # the bare "Chad" of "Chad's 6th Brigade"
            finds.append(found)
            free = step
        i = max(step, i + 1)
    return finds, nations


def _read(document: Document, look: Tables, i: int, free: int, nations: set[str]) -> tuple[Find | None, int]:
    """The first reading that holds at a token, and the token to go on from."""
    for size, tag, payload, _ in look.starting(document.tokens.folded, i):
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


def _short(document: Document, look: Tables, i: int, local: dict[str, Find | None]) -> Find | None:
    """The group whose name ends as "the Front" does, if just one has been named so."""
    known = local.get(f"the {document.tokens.folded[i]}") if i and document.tokens.folded[i - 1] == "the" else None
    if known is None or document.capitals or not document.tokens.texts[i][0].isupper():
        return None
    return _again(document, look, i, known)


def _introduce(
    document: Document, look: Tables, found: Find, step: int, local: dict[str, Find | None]
) -> tuple[Find, int]:
    """Remember an acronym beside a name, and its last word; "Steppe Front (SF) fighters" is one mention."""
    organ = found.country is not None and found.side in BODIES
    if not (found.candidates or found.title or organ):
        return found, step
    head = document.tokens.folded[found.last - 1]
    if head in look.group_heads and found.last - found.first > 1:
        other = local.setdefault(f"the {head}", found)
        if other is not None and (other.candidates, other.title) != (found.candidates, found.title):
            local[f"the {head}"] = None
    acronym, after = introduced(document, found.first, found.last)
    if not acronym and not after:
        acronym = _before_brackets(document, found)
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


def _before_brackets(document: Document, found: Find) -> str:
    """The acronym of "SLF (Steppe Liberation Front)", which no registry need know; else ""."""
    texts, at = document.tokens.texts, found.first - 1
    if document.capitals or at < 1 or texts[at] not in "([" or found.last >= len(texts):
        return ""
    spelled_out = texts[found.last] in ")]" and is_acronym(texts[at - 1])
    return (
        texts[at - 1]
        if spelled_out and stands_for(texts[at - 1], document.tokens.quote(found.first, found.last))
        else ""
    )


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
