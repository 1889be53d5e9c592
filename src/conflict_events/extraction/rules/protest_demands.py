"""What a crowd stands for or against: "marched against the killing of a teacher" tells a march, and no killing."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from conflict_events.lexicon.load import section
from conflict_events.mentions.cues import Cues, bit
from conflict_events.mentions.triggers import Found
from conflict_events.model.quick import frozen
from conflict_events.text.sentences import Document

__all__ = ["NO_AIMS", "Aims", "aims_of"]

NEAR = 25
"""Tokens behind the words for a protest within which its aim begins."""
_SIDE = 4
"""Tokens that a side may take up between "and" and its verb ("and the riot police fired")."""


@frozen(slots=True)
class Aims:
    """Spans of tokens, ``firsts[i]`` up to ``lasts[i]``, that tell what crowds want."""

    firsts: tuple[int, ...]
    lasts: tuple[int, ...]

    def holds(self, token: int) -> bool:
        """Whether a token stands in an aim."""
        at = bisect_right(self.firsts, token) - 1
        return at >= 0 and token < self.lasts[at]


NO_AIMS = Aims((), ())


def aims_of(document: Document, founds: Sequence[Found], cues: Cues) -> Aims:
    """The aims of all protests of a text.

    An aim begins at a word like "against" or "demanding" behind the words for a protest, and ends where the sentence
    ends, a new clause tells what else happened, or a further verb tells what the crowd did.

    Args:
        document: the text.
        founds: its triggers, in order.
        cues: what its words say.
    """
    words = section("grammar")
    folded = document.tokens.folded
    verbs = {found.first: found for found in founds if not found.noun}
    spans: list[tuple[int, int]] = []
    for n, found in enumerate(founds):
        if found.entry.act != "protest" or (spans and found.first < spans[-1][1]):
            continue
        last = document.sentences[document.sentence_of[found.first]].last
        stop = founds[n + 1].first if n + 1 < len(founds) else last
        begin = found.last if _aims_itself(folded, found) else None
        begin = begin or next(
            (i for i in range(found.last, min(found.last + NEAR, stop, last)) if folded[i] in words["aims"]), None
        )
        if begin is None:
            continue
        end = next((i for i in range(begin + 1, last) if _ends(folded, i, last, verbs, cues)), last)
        spans.append((begin, end))
    return Aims(tuple(first for first, _ in spans), tuple(last for _, last in spans))


def _aims_itself(folded: Sequence[str], found: Found) -> bool:
    """Whether what is protested stands right behind the verb: "to protest the arrest of two monks"."""
    words = section("grammar")
    if found.noun or folded[found.last - 1] not in words["aims"] or found.last >= len(folded):
        return False
    return folded[found.last] not in words["prepositions"] and folded[found.last] not in words["marks"]


def _ends(folded: Sequence[str], i: int, last: int, verbs: dict[int, Found], cues: Cues) -> bool:
    """Whether the aim is over at a token: "when", "but", or ", and" with what crowd or police did then."""
    words = section("grammar")
    if folded[i] in words["turns"] or folded[i] in words["reporting"]:
        return True
    own = verbs.get(i)
    if own is not None and own.entry.act in {"riot", "loot", "mob"} and "VBG" not in own.forms:
        return folded[i - 1] not in words["relatives"]  # "youths marching against a power cut barricaded roads"
    if folded[i] not in {"and", ",", "as", "after"}:
        return False
    after = i + 2 if folded[i] == "," and i + 1 < last and folded[i + 1] in {"and", "also"} else i + 1
    verb = verbs.get(after) if not folded[i - 1].endswith(("ing", "ed")) else None  # "missing and murdered women"
    if verb is not None and not verb.forms.isdisjoint({"VBD", "VBG", "X"}) and verb.entry.act != "protest":
        return True
    forces = bit("state", "armed", "mob")
    for at in range(after, min(after + _SIDE, last)):
        told = verbs.get(at + 1)
        if cues.tokens[at] & forces and told is not None and not told.forms.isdisjoint({"VBD", "X"}):
            return True
    return False
