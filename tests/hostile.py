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
    "emoji": "👨‍👩‍👧‍👦",
    "arabic": "قصف ",
    "right to left": "\u202eabc\u202c",
    "nulls": "\x00",
    "surrogates": "\ud800",
    "long sentence": "the soldiers who were near the town that was ",
    "anaphora": "They attacked it again there. ",
    "short sentences": "He died. ",
}


def hostile(name, length):
    """The part of that name, repeated up to a length."""
    part = PARTS[name]
    return (part * (length // len(part) + 1))[:length]
