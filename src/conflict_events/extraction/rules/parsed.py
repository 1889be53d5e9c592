"""Who does it and to whom, as a parser that was plugged in says: its noun groups matched with our sides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from conflict_events.extraction.rules.participants import Participant
from conflict_events.lexicon.load import section
from conflict_events.mentions.triggers import Found
from conflict_events.text.analysis import Clause, NounGroup
from conflict_events.text.sentences import Document

__all__ = ["clause_of", "parsed_roles"]

_INSIDE = frozenset({"", "of"})
"""Governors of a side that stands for the whole noun group around it: "dozens of farmers", "army lorries"."""


def clause_of(document: Document, found: Found) -> Clause | None:
    """What the parser says of a trigger's verb; None for nouns, and for all that it does not know."""
    if not document.clauses or found.noun:
        return None
    for i in range(found.first, found.last):
        clause = document.clauses.get(i)
        if clause is not None:
            return clause
    return None


def parsed_roles(
    document: Document, sides: Sequence[Participant], found: Found, clause: Clause
) -> tuple[list[Participant] | None, list[Participant] | None]:
    """Agents and patients of a verb by its clause; None for either that the parser does not tell.

    Args:
        document: the text.
        sides: of the sentence.
        found: the trigger.
        clause: what the parser says of it.
    """
    grammar = section("grammar")
    suffers = clause.passive or found.entry.act == "die"
    targets = grammar["targets"] | {"with"} if found.entry.act == "clash" else grammar["targets"]
    behind = document.tokens.ends[found.last - 1]
    by = [group for group in clause.obliques if group.governor == "by"]
    aimed = [group for group in clause.obliques if group.governor in targets and group.start >= behind]
    hit = [*(group for group in clause.objects if group.start >= behind or found.last - found.first == 1), *aimed]
    subjects = _sides(document, sides, clause.subjects)
    if suffers:
        return _sides(document, sides, by), (subjects if clause.subjects else None)
    agents = subjects if clause.subjects else None
    patients = [side for side in _sides(document, sides, hit) if side not in subjects]
    phrase = found.last - found.first > 1  # of "opened fire on" the noun may carry the target
    return agents, (None if phrase and not patients else patients)


def _sides(document: Document, sides: Sequence[Participant], groups: Iterable[NounGroup]) -> list[Participant]:
    """The side of each group: the one that holds its head, else the first inside that stands for it."""
    starts, ends = document.tokens.starts, document.tokens.ends
    found: list[Participant] = []
    for group in groups:
        own = next((s for s in sides if starts[s.first] <= group.head < ends[s.last - 1]), None)
        own = own or next(
            (
                side
                for side in sides
                if group.start <= starts[side.first]
                and ends[side.last - 1] <= group.end
                and side.governor in _INSIDE | {group.governor}
            ),
            None,
        )
        if own is not None and own not in found:
            found.append(own)
    return found
