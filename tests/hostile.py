"""Texts that make careless readers slow or make them fall over: each a function of a length in characters."""

PARTS = {
    "one word": "bomb ",
    "digits": "1",
    "digits and commas": "1,",
    "letters": "a",
    "capitals": "A",
    "capitalised words": "Al ",
    "initials": "A. ",
    "full stops": ".",
    "quotes": '"“',
    "brackets": "([{",
    "hyphens": "a-",
    "apostrophes": "a'",
    "combining marks": "a\u0301\u0302",
    "blank lines": "\n\n",
    "spaces": " ",
    "dates": "on Tuesday 22 October 2024 ",
    "weekdays": "Tuesday ",
    "months": "October ",
    "half dates": "22 October to ",
    "number words": "hundred ",
    "numbers joined": "two and ",
    "ranges": "between 2 and ",
    "dozens of": "dozens of ",
    "kills": "killed and ",
    "tolls": "killing 8 people, including ",
    "places": "Tel Aviv, ",
    "place chain": "in Goma, North Kivu, ",
    "place suburbs": "southern suburbs of ",
    "sides": "Israeli Hamas army police ",
    "armies of": "Military Forces of ",
    "attribution": "police said that officials said that ",
    "acts": "bombed shelled attacked raided ",
    "lists": "Goma, Beni, Bunia and ",
    "titles": "Mr. Dr. Gen. ",
    "semicolons": "; ",
    "dateline": "BEIRUT, Oct 22 (Agency) - ",
    "commas": ",",
    "ands": "and ",
    "ofs": "of ",
    "thes": "the ",
    "sayings": "said ",
    "spaced digits": "1 ",
    "lone line ends": "\n",
    "lines": "Two men died\n",
    "carriage returns": "\r\n",
    "dashes": "-",
    "long dashes": "— ",
    "colons": "a:b: ",
    "clock": "10:30 ",
    "short forms": "U.S. ",
    "possessives": "Goma's ",
    "one place": "Goma ",
    "places and hyphens": "Al-",
    "unknown places": "in Xyzzy ",
    "towns of": "town of ",
    "provinces": "in North Kivu province ",
    "one side": "Hamas ",
    "the group": "the group ",
    "the army": "the army ",
    "its troops": "its troops ",
    "pronouns": "he they it ",
    "surnames": "Omar Ali ",
    "acronyms": "Steppe Front (SF) ",
    "acronyms in brackets": "(SF) ",
    "units": "3rd Battalion ",
    "one trigger": "killed ",
    "one noun": "attack ",
    "killed somebody and": "killed Musa and ",
    "killed by": "killed by ",
    "passives": "were killed and ",
    "relatives": "who killed ",
    "attacks on": "attack on ",
    "claims of responsibility": "Hamas claimed responsibility for the attack. ",
    "blame": "police blamed rebels for ",
    "aims": "marched against ",
    "crowds": "protesters marched and police fired and ",
    "negations": "not killed ",
    "deaths in one place": "Two men died in Goma. ",
    "deaths each day": "Two men died in Goma on 3 May 2024. ",
    "deaths everywhere": "Two soldiers died in Goma, Beni, Bunia and Butembo. ",
    "sums": "killing 2 men, 3 women and 4 children, ",
    "parts": "including ",
    "of whom": "8 of whom 3 of whom ",
    "wounded": "10 wounded, ",
    "ages": "aged 20 and 30, ",
    "offices": "Gen. Musa Omar, the governor, ",
    "ordinals": "the 1st of the 2nd of ",
    "years": "2024 ",
    "iso dates": "2024-10-22 ",
    "spans of days": "from Monday to Friday ",
    "ago": "two years ago ",
    "last week": "last week ",
    "feasts": "Eid al-Adha ",
    "notes": "On 4 March 2021, protesters gathered in Goma. ",
    "photo captions": "Photo: Reuters\n",
    "live blog": "10:30 GMT\n\n",
    "links": "https://a.example/b?c=d&e=f ",
    "addresses": "a@b.example ",
    "markup": "<p>&nbsp;",
    "question marks": "?",
    "ellipses": "…",
    "underscores": "_",
    "stars": "* ",
    "emoji": "👨‍👩‍👧‍👦",
    "arabic": "قصف ",
    "right to left": "\u202eabc\u202c",
    "nulls": "\x00",
    "surrogates": "\ud800",
    "long sentence": "the soldiers who were near the town that was ",
    "anaphora": "They attacked it again there. ",
    "short sentences": "He died. ",
}


NESTED = {
    "nested brackets": ("(", ")"),
    "nested quotes": ("“a ", " b”"),
    "nested talk": ("police said that ", " he said"),
}
"""Two parts: the text opens as often as it closes."""

KINDS = (*PARTS, *NESTED)

ODD = (
    *("\u0301", "\u0300\u0301", "\u0345", "\u094d", "\u20dd", "\ufe20"),  # marks with nothing to stand on
    *("\u200d", "\u200c", "\u2060", "\ufeff", "\u00ad", "\ufe0f", "\U000e0041"),  # joiners and what is not seen
    *("\ud800", "\udc80", "\udfff"),  # half a pair
    *("\u202e", "\u200f", "\u2067", "א", "قصف"),  # right to left
    *("\uff1d", "\uff11", "Ｇ", "\u3000"),  # wide
    *("\ue000", "\U0010ffff", "\ufffe"),  # nobody's
    *("²", "①", "٣", "½", "Ⅷ", "\u136a", "㏂"),  # numbers of a kind
    *("ς", "İ", "ﬁ", "ß", "ŉ", "ǅ", "ª", "¨", "\ufdfa"),  # letters that folding makes longer, shorter, others
    *("\x00", "\x1b", "\x7f", "\x85", "\u2028", "\r", "\x0b", "\t"),  # controls, and lines that end in odd ways
)
"""What mangled text is mangled with."""


def mangled(data):
    """Any bytes to a text: ASCII stays, every other byte is one of ``ODD``."""
    return "".join(chr(byte) if byte < 128 else ODD[(byte - 128) % len(ODD)] for byte in data)


def hostile(name, length):
    """The part of that name, repeated up to a length."""
    if name in NESTED:
        left, right = NESTED[name]
        times = length // (len(left) + len(right)) + 1
        return (left * times + right * times)[:length]
    part = PARTS[name]
    return (part * (length // len(part) + 1))[:length]
