"""One pass over the tokens: every known phrase, longest first, with the words that belong to it."""

from __future__ import annotations

from conflict_events.mentions.actors.finds import COUNTRY, HEAD, NAME, Find, tables
from conflict_events.mentions.actors.names import introduced, read_name
from conflict_events.mentions.actors.nations import read_nation
from conflict_events.mentions.actors.pattern import read_pattern
from conflict_events.mentions.actors.roles import read_role
from conflict_events.text.sentences import Document

__all__ = ["scan"]


def scan(document: Document) -> tuple[list[Find], dict[str, int]]:
    """Finds in the order of the text, and how often each country is named."""
    look = tables()
    table = look.table
    tokens = document.tokens
    folded, joined, count = tokens.folded, tokens.joined, len(tokens)
    finds: list[Find] = []
    nations: dict[str, int] = {}
    local: dict[str, Find] = {}
    free = i = 0
    while i < count:
        word = folded[i]
        if local and word in local and not document.lower:
            known = local[word]
            if tokens.texts[i].isupper():
                finds.append(
                    Find(
                        i,
                        i + 1,
                        "actor.name.introduced",
                        candidates=known.candidates,
                        title=known.title,
                        kind=known.kind,
                        aliases=known.aliases,
                    )  # fmt: skip
                )
                i = free = i + 1
                continue
        rows = table.get(word)
        if rows is None or (joined[i] and folded[i - 1] in look.prefixes):
            i += 1
            continue
        after = i + 1
        for words, tag, payload in rows:
            size = len(words)
            if size > 1 and folded[i : i + size] != words:
                continue
            last = i + size
            if tag == COUNTRY:
                found, step = read_nation(document, look, i, last, payload, nations)
            elif tag == NAME:
                found, step = read_name(document, look, i, last, payload)
            elif tag == HEAD:
                found, step = read_pattern(document, look, i, free)
            else:
                found, step = read_role(document, look, i, last, free)
            if found is not None:
                acronym, end = introduced(document, found.last) if found.candidates or found.title else ("", 0)
                if acronym:
                    if found.title:
                        found = Find(
                            found.first, found.last, found.rule, title=found.title, kind=found.kind,
                            aliases=(*found.aliases, acronym), definite=found.definite,
                        )  # fmt: skip
                    local[acronym.lower()] = found
                    step = max(step, end)
                finds.append(found)
                free = after = step
                break
            if step > i:
                after = step
                break
        i = max(after, i + 1)
    return finds, nations
