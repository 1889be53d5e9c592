"""``conflict-events explain``: for each event every field, its value, how it is known and from which words."""

from __future__ import annotations

import argparse
import os
import sys

from conflict_events.commands.inputs import add_options, coded_articles

__all__ = ["add_parser", "run"]


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command and its options."""
    parser = subparsers.add_parser(
        "explain",
        help="show each value with the words and the rule that it comes from",
        description=__doc__,
        epilog="example: conflict-events explain article.txt --published 2024-10-22 | less -R",
    )
    add_options(parser)
    parser.add_argument(
        "--colour",
        "--color",
        choices=("auto", "always", "never"),
        default="auto",
        help="auto: on a terminal, unless NO_COLOR is set (default: auto)",
    )
    parser.set_defaults(run=run)


def _wants_colour(choice: str) -> bool:
    """Source: https://no-color.org, which says: any value that is not empty."""
    if choice == "auto":
        return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return choice == "always"


def run(arguments: argparse.Namespace) -> int:
    """Explain the articles; 1 if some file could not be read."""
    from conflict_events.explain import explain

    colour = _wants_colour(arguments.colour)
    failed: list[str] = []
    for coded in coded_articles(arguments, failed):
        sys.stdout.write(explain(coded, colour=colour))
    return 1 if failed else 0
