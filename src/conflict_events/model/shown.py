"""Texts as a terminal may have them: on one line, with no sign in them that steers it, and not without end."""

__all__ = ["LONGEST", "shown"]

LONGEST = 600
"""Characters of each part of a message: paths may be long, and so may lists of what would be right."""


def shown(text: str, most: int | None = None) -> str:
    r"""A text on one line, with control characters, line ends, turns of direction and half pairs as escapes.

    Args:
        text: any text.
        most: characters that are enough; of a longer one the middle is left out and the length told.

    >>> print(shown("red \x1b[31m\nnext"), shown("x" * 100, 20))
    red \x1b[31m\nnext xxxxxxxxxx...xxxxxxxxxx (100 characters)
    """
    if most is not None and len(text) > most:
        return f"{shown(text[: most // 2])}...{shown(text[-(most // 2) :])} ({len(text)} characters)"
    if text.isprintable():
        return text
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode("ascii") for letter in text
    )
