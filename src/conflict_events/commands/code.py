"""``conflict-events code``: articles in, records out."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from conflict_events.commands.inputs import add_options, read_articles
from conflict_events.model.coded import CodedArticle

__all__ = ["FORMATS", "add_parser", "run"]


def _acled_csv(articles: Iterable[CodedArticle]) -> str:
    from conflict_events.formats import acled

    return acled.dumps([event for coded in articles for event in coded.events])


def _acled_json(articles: Iterable[CodedArticle]) -> str:
    from conflict_events.formats import acled

    return acled.dumps_json([event for coded in articles for event in coded.events])


def _native(articles: Iterable[CodedArticle]) -> str:
    from conflict_events.formats import native

    return native.dumps(list(articles))


FORMATS: dict[str, Callable[[Iterable[CodedArticle]], str]] = {
    "acled-csv": _acled_csv,
    "acled-json": _acled_json,
    "native": _native,
}
"""Name for ``--to`` -> function that writes coded articles as one text."""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command and its options."""
    parser = subparsers.add_parser(
        "code",
        help="read articles, write event records",
        description="Read articles, write one record an event to standard output or to a file.",
        epilog="example: conflict-events code article.txt --published 2024-10-22 --source Reuters -o events.csv",
    )
    add_options(parser)
    parser.add_argument("--to", choices=FORMATS, default="acled-csv", help="format written (default: acled-csv)")
    parser.add_argument("-o", "--output", type=Path, metavar="OUT", help="file to write instead of standard output")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Code the articles; 1 if some file could not be read."""
    from conflict_events.pipeline import code

    failed: list[str] = []
    text = FORMATS[arguments.to]([code(article, arguments.policy) for article in read_articles(arguments, failed)])
    if arguments.output is None:
        sys.stdout.write(text)
    else:
        arguments.output.write_text(text, encoding="utf-8", newline="")
    return 1 if failed else 0
