"""Sentences of our own with the parse that a good parser gives of them: word, index of its head, label, Penn tag."""

ATTACHED = """
    The 1 det DT
    militia 8 nsubj NN
    that 5 dobj WDT
    soldiers 5 nsubj NNS
    had 5 aux VBD
    trained 1 relcl VBN
    near 5 prep IN
    Goma 6 pobj NNP
    killed 8 ROOT VBD
    four 10 nummod CD
    villagers 8 dobj NNS
    . 8 punct .
"""
"""The subject of "killed" stands far from it, behind a clause with a subject of its own."""

ATTACHED_UD = """
    The 1 det DT
    militia 8 nsubj NN
    that 5 obj WDT
    soldiers 5 nsubj NNS
    had 5 aux VBD
    trained 1 acl:relcl VBN
    near 7 case IN
    Goma 5 obl NNP
    killed 8 root VBD
    four 10 nummod CD
    villagers 8 obj NNS
    . 8 punct .
"""

HARD = """
    Police 8 nsubj NNS
    who 2 nsubj WP
    left 0 relcl VBD
    after 5 mark IN
    rebels 5 nsubj NNS
    came 2 advcl VBD
    to 5 prep IN
    Goma 6 pobj NNP
    shot 8 ROOT VBD
    two 10 nummod CD
    farmers 8 dobj NNS
    . 8 punct .
"""
"""A subject nearer to "shot" belongs to a clause within a clause."""

HARD_UD = """
    Police 8 nsubj NNS
    who 2 nsubj WP
    left 0 acl:relcl VBD
    after 5 mark IN
    rebels 5 nsubj NNS
    came 2 advcl VBD
    to 7 case IN
    Goma 5 obl NNP
    shot 8 root VBD
    two 10 nummod CD
    farmers 8 obj NNS
    . 8 punct .
"""

PASSIVE = """
    Two 1 nummod CD
    traders 8 nsubjpass NNS
    , 1 punct ,
    friends 1 appos NNS
    of 3 prep IN
    the 6 det DT
    rebels 4 pobj NNS
    were 8 auxpass VBD
    shot 8 ROOT VBN
    near 8 prep IN
    Goma 9 pobj NNP
    by 8 agent IN
    soldiers 11 pobj NNS
    and 12 cc CC
    policemen 12 conj NNS
    . 8 punct .
"""

NEGATED = """
    Soldiers 5 nsubj NNS
    near 0 prep IN
    Goma 1 pobj NNP
    did 5 aux VBD
    not 5 neg RB
    shoot 5 ROOT VB
    villagers 5 dobj NNS
    . 5 punct .
"""


def rows(parse):
    """(word, index of its head, label, tag) of each word."""
    return [(word, int(head), label, tag) for word, head, label, tag in map(str.split, parse.strip().splitlines())]


def text_of(parse, *, joined=" "):
    """The sentence itself, marks close to the word before them."""
    text = joined.join(word for word, *_ in rows(parse))
    return text.replace(f"{joined},", ",").replace(f"{joined}.", ".")
