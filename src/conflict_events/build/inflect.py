"""Lemmas to all their English forms, by lemminflect, at build time only."""

from __future__ import annotations

from functools import cache

__all__ = ["noun_forms", "verb_forms"]


@cache
def verb_forms(lemma: str) -> dict[str, tuple[str, ...]]:
    """Penn tag -> forms of a verb: VB, VBZ, VBG, VBD, VBN; of a phrase its first word is inflected.

    >>> verb_forms("shoot dead")["VBD"]
    ('shot dead',)
    """
    from lemminflect import getInflection

    head, _, rest = lemma.partition(" ")
    tail = f" {rest}" if rest else ""
    return {
        tag: tuple(dict.fromkeys(f"{form}{tail}" for form in getInflection(head, tag=tag))) or (lemma,)
        for tag in ("VB", "VBZ", "VBG", "VBD", "VBN")
    }


@cache
def noun_forms(lemma: str) -> dict[str, tuple[str, ...]]:
    """Penn tag -> forms of a noun: NN, NNS; of a phrase its last word is inflected.

    >>> noun_forms("car bomb")["NNS"]
    ('car bombs',)
    """
    from lemminflect import getInflection

    head, _, last = lemma.rpartition(" ")
    start = f"{head} " if head else ""
    plural = tuple(dict.fromkeys(f"{start}{form}" for form in getInflection(last, tag="NNS")))
    return {"NN": (lemma,), "NNS": plural or (f"{lemma}s",)}
