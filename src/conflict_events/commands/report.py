"""``conflict-events report``: articles with their evidence, events, map and time line as one page to look at."""

from __future__ import annotations

import argparse

from conflict_events.commands.inputs import add_options, coded_articles

__all__ = ["add_parser", "run"]


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command and its options."""
    parser = subparsers.add_parser(
        "report",
        help="write one self-contained page that shows articles, evidence and events",
        description=__doc__,
        epilog="example: conflict-events report article.txt --published 2024-10-22 -o report.html",
    )
    add_options(parser)
    parser.add_argument("-o", "--output", default="-", metavar="OUT", help="file to write instead of standard output")
    parser.add_argument("--title", default="Coded conflict events", help="heading of the page")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the page; 1 if some file could not be read."""
    from conflict_events.formats.streams import write_lines
    from conflict_events.report.page import render

    failed: list[str] = []
    page = render(list(coded_articles(arguments, failed)), title=arguments.title)
    write_lines([page], arguments.output)
    return 1 if failed else 0
