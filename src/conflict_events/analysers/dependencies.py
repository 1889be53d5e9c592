"""Words that hang on one another, as parsers give them, to clauses. Labels of Universal Dependencies and spaCy's English ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import field, frozen

from conflict_events.model.errors import AnalyserError
from conflict_events.text.analysis import Clause, NounGroup, Span
from conflict_events.text.fold import fold

__all__ = ["Word", "clauses_of", "placed"]

SUBJECT = frozenset({"nsubj", "csubj", "nsubjpass", "csubjpass"})
OBJECT = frozenset({"obj", "dobj"})
PREPOSITION = frozenset({"prep", "agent"})
"""spaCy: the preposition hangs on the verb, and the noun on the preposition."""
PASSIVE = frozenset({"nsubj:pass", "csubj:pass", "aux:pass", "nsubjpass", "csubjpass", "auxpass"})
OUTSIDE = frozenset({"conj", "cc", "acl", "relcl", "appos", "punct", "parataxis", "case", "advcl"})
"""Relations of words that are no part of the noun group of their head."""
RELATIVE_PRONOUNS = frozenset({"who", "which", "that", "whom"})
SHARING = frozenset({"conj", "xcomp", "advcl", "dep"})
"""Relations of a verb that takes the subject of its head where it has none."""


@frozen(slots=True)
class Word:
    """One word of a parsed text.

    Args:
        start, end: half-open code points of the text.
        text: the word.
        head: index of the word that it hangs on; -1 for none.
        relation: its label.
        verb: it is a verb.
        participle: it is a past participle ("killed").
        negates: it says "not".
    """

    start: int
    end: int
    text: str
    head: int
    relation: str
    verb: bool = field(default=False, kw_only=True)
    participle: bool = field(default=False, kw_only=True)
    negates: bool = field(default=False, kw_only=True)

    @property
    def base(self) -> str:
        """The relation without its subtype: "acl" of "acl:relcl"."""
        return self.relation.partition(":")[0]


def placed(words: Sequence[str], text: str, where: str) -> list[Span]:
    r"""Where words that are cut from a text stand in it, each behind the one before.

    Args:
        words: in order; only white space may be left out between them.
        text: the text that they were cut from.
        where: named in the error.

    Raises:
        AnalyserError: at the first word that does not stand where it should.

    >>> placed(["Shells", "hit", "Goma"], "Shells  hit\nGoma", "doctest")
    [(0, 6), (8, 11), (12, 16)]
    """
    spans: list[Span] = []
    at = 0
    for number, word in enumerate(words):
        while at < len(text) and text[at].isspace():
            at += 1
        if not text.startswith(word, at):
            what = "the words of the parse are not those of the text"
            got = f"{text[at : at + len(word) + 10]!r} at {at}"
            raise AnalyserError(what, where=f"word {number} of {where}", expected=repr(word), got=got)
        spans.append((at, at + len(word)))
        at += len(word)
    return spans


def clauses_of(words: Sequence[Word], where: str = "the parse") -> tuple[Clause, ...]:
    """The clauses of a parsed text, one a verb that the parser ties to anything.

    Args:
        words: of the whole text, in order; heads are indexes into them.
        where: named in errors.

    Raises:
        AnalyserError: if a head is no word, or heads go round in a circle.

    >>> words = [Word(0, 6, "Rebels", 1, "nsubj"), Word(7, 13, "killed", -1, "root", verb=True), Word(14, 17, "two", 1, "obj")]
    >>> [(clause.verb, clause.subjects[0].head, clause.objects[0].head) for clause in clauses_of(words)]
    [((7, 13), 0, 14)]
    """
    order = _from_the_root(words, where)
    tree = _Tree(words, order)
    found: dict[int, Clause] = {}
    for i in order:
        if words[i].verb or any(words[k].base in SUBJECT | OBJECT for k in tree.children[i]):
            clause = _clause(tree, i, found)
            if clause.groups or clause.negated:
                found[i] = clause
    return tuple(found[i] for i in sorted(found))


def _from_the_root(words: Sequence[Word], where: str) -> list[int]:
    """Indexes of the words, every head before what hangs on it."""
    children: list[list[int]] = [[] for _ in words]
    roots: list[int] = []
    for i, word in enumerate(words):
        if word.head == -1:
            roots.append(i)
        elif 0 <= word.head < len(words):
            children[word.head].append(i)
        else:
            raise AnalyserError(
                "a head is no word", where=f"word {i} of {where}", expected=f"0 to {len(words) - 1}", got=word.head
            )
    order = roots
    for i in order:  # grows while it is walked
        order.extend(children[i])
    if len(order) < len(words):
        loose = min(set(range(len(words))) - set(order))
        what = "heads go round in a circle"
        raise AnalyserError(what, where=f"word {loose} of {where}", expected="a tree", got=words[loose].text)
    return order


class _Tree:
    """Children of each word, and the noun group that each can head."""

    def __init__(self, words: Sequence[Word], order: Sequence[int]) -> None:
        self.words = words
        self.children: list[list[int]] = [[] for _ in words]
        for i in range(len(words)):
            if words[i].head >= 0:
                self.children[words[i].head].append(i)
        self._first = [word.start for word in words]
        self._last = [word.end for word in words]
        for i in reversed(order):
            head = words[i].head
            if head >= 0 and words[i].base not in OUTSIDE:
                self._first[head] = min(self._first[head], self._first[i])
                self._last[head] = max(self._last[head], self._last[i])

    def group(self, i: int, governor: str = "") -> Iterator[NounGroup]:
        """The noun group that a word heads, and those coordinated with it."""
        waiting = [i]
        while waiting:
            k = waiting.pop(0)
            case = next((fold(self.words[c].text) for c in self.children[k] if self.words[c].base == "case"), governor)
            yield NounGroup(self._first[k], self._last[k], self.words[k].start, case)
            waiting += [c for c in self.children[k] if self.words[c].base == "conj" and not self.words[c].verb]

    def all_of(self, i: int, relations: frozenset[str]) -> list[int]:
        """The children of a word by these relations."""
        return [c for c in self.children[i] if self.words[c].base in relations]

    def groups(self, i: int, relations: frozenset[str], governor: str = "") -> list[NounGroup]:
        """The noun groups that hang on a word by these relations."""
        return [group for c in self.all_of(i, relations) for group in self.group(c, governor)]


def _clause(tree: _Tree, i: int, found: dict[int, Clause]) -> Clause:
    word, words = tree.words[i], tree.words
    subjects = tree.groups(i, SUBJECT)
    objects = tree.groups(i, OBJECT)
    obliques = tree.groups(i, frozenset({"obl"}))
    for c in tree.all_of(i, PREPOSITION):
        obliques += tree.groups(c, frozenset({"pobj", "pcomp"}), fold(words[c].text))
    passive = any(words[c].relation in PASSIVE for c in tree.children[i])
    negated = any(words[c].negates for c in tree.children[i])
    head = found.get(word.head)
    relative = word.relation in ("acl:relcl", "relcl")
    if relative:
        subjects, objects = _antecedent(tree, i, subjects, objects)
    elif word.base == "acl" and not subjects:
        subjects, passive = list(tree.group(word.head)), passive or (word.participle and not objects)
    elif word.base in SHARING and head is not None and not subjects:
        controlled = word.base == "xcomp" and head.objects
        subjects = list(head.objects if controlled else head.subjects)
        alone = word.participle and not objects
        passive = passive or (alone and (word.base == "advcl" or (word.base == "conj" and head.passive)))
        negated = negated or (head.negated and word.base == "xcomp")
    return Clause((word.start, word.end), subjects, objects, obliques, passive, negated)


def _antecedent(
    tree: _Tree, i: int, subjects: list[NounGroup], objects: list[NounGroup]
) -> tuple[list[NounGroup], list[NounGroup]]:
    """Subjects and objects of a relative clause, with who "who" stands for."""
    heads = {tree.words[c].start for c in tree.children[i] if fold(tree.words[c].text) in RELATIVE_PRONOUNS}
    meant = list(tree.group(tree.words[i].head))
    if any(group.head in heads for group in subjects):
        subjects = [*meant, *(group for group in subjects if group.head not in heads)]
    elif any(group.head in heads for group in objects):
        objects = [*meant, *(group for group in objects if group.head not in heads)]
    return subjects, objects
