"""Files and standard input to articles, and the options by which every command that reads articles is told about them."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Iterator
from pathlib import Path

from conflict_events.model.article import Article
from conflict_events.model.errors import BadInputError, ConflictEventsError

__all__ = ["add_options", "complain", "read_articles"]


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"no such day: expected YYYY-MM-DD, got {text!r}") from None


def add_options(parser: argparse.ArgumentParser) -> None:
    """Options about the articles: FILE..., --published, --source, --policy."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="UTF-8 text of one article; - is standard input")
    parser.add_argument(
        "--published", type=_day, metavar="YYYY-MM-DD", help="day of publication, from which relative days are counted"
    )
    parser.add_argument("--source", metavar="NAME", help="the outlet, as it should stand in the source column")
    parser.add_argument(
        "--policy",
        default="acled",
        choices=("acled", "ucdp", "range"),
        help="how casualty claims become figures (default: acled)",
    )


def complain(message: object) -> None:
    """One line for the person at the terminal; standard output carries data only."""
    sys.stderr.write(f"conflict-events: {message}\n")


def _decode(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        shown = data[error.start : error.start + 12]
        raise BadInputError(
            "file is no UTF-8 text", where=f"{name}, byte {error.start}", expected="UTF-8", got=shown
        ) from None


def _read(name: str) -> str:
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise BadInputError(
            "file cannot be read", where=name, expected="a readable text file", got=error.strerror
        ) from None
    text = _decode(data, "standard input" if name == "-" else name)
    if not text.strip():
        raise BadInputError("file is empty", where=name, expected="the text of an article", got=text)
    return text


def read_articles(arguments: argparse.Namespace, failed: list[str]) -> Iterator[Article]:
    """The articles of the command line, in its order; what cannot be read is told and passed over.

    Args:
        arguments: parsed options of ``add_options``.
        failed: receives the names of the files that could not be read.
    """
    if arguments.published is None:
        complain("no --published day: days such as 'Tuesday' or 'last week' are left out, with that reason")
    for name in arguments.files:
        try:
            text = _read(name)
        except ConflictEventsError as error:
            complain(error)
            failed.append(name)
            continue
        yield Article(text, published=arguments.published, source=arguments.source)
