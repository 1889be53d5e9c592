"""``conflict-events diff``: what changed between two downloads."""

from __future__ import annotations

import argparse
import sys

from conflict_events.commands.records import add_reading, reading_of

__all__ = ["add_parser", "run"]


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command and its options."""
    parser = subparsers.add_parser(
        "diff",
        help="compare two downloads of ACLED data",
        description="Events added, deleted and changed between two ACLED files, whatever their layouts. "
        "Exit code 1 if there are changes, as diff has it.",
        epilog="example: conflict-events diff march.csv april.csv --format json",
    )
    parser.add_argument("old", metavar="OLD", help="the earlier file")
    parser.add_argument("new", metavar="NEW", help="the later file")
    parser.add_argument("--format", choices=("text", "json", "table"), default="text", help="default: text")
    parser.add_argument(
        "--spreadsheet-safe", action="store_true", help="in the table: make cells harmless that a spreadsheet would run"
    )
    add_reading(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Compare; 1 if anything but timestamps changed."""
    from conflict_events.checks import diff
    from conflict_events.formats.streams import write_lines

    found = diff(arguments.old, arguments.new, **reading_of(arguments))
    options = {"spreadsheet_safe": arguments.spreadsheet_safe} if arguments.format == "table" else {}
    text = getattr(found, arguments.format)(**options)
    text = text if text.endswith("\n") else text + "\n"
    if arguments.format == "text":
        sys.stdout.write(text)
    else:
        write_lines([text], "-")
    return 1 if found.changes else 0
