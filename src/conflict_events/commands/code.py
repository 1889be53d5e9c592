"""``conflict-events code``: articles in, records out."""

from __future__ import annotations

import argparse

from conflict_events import formats
from conflict_events.commands.inputs import add_options, read_articles

__all__ = ["add_parser", "run"]


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command and its options."""
    parser = subparsers.add_parser(
        "code",
        help="read articles, write event records",
        description="Read articles, write one record an event to standard output or to a file.",
        epilog="example: conflict-events code article.txt --published 2024-10-22 --source Reuters -o events.csv",
    )
    add_options(parser)
    parser.add_argument(
        "--to",
        choices=formats.BUILT_IN,
        default="acled-csv",
        metavar="FORMAT",
        help="acled-csv (default), acled-json, native ...",
    )
    parser.add_argument("-o", "--output", default="-", metavar="OUT", help="file to write instead of standard output")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Code the articles; 1 if some file could not be read."""
    from conflict_events.pipeline import code

    failed: list[str] = []
    events = (event for article in read_articles(arguments, failed) for event in code(article, arguments.policy).events)
    formats.get(arguments.to).dump(events, arguments.output)
    return 1 if failed else 0
