"""``conflict-events convert``: event data from one format to another, telling what is lost."""

from __future__ import annotations

import argparse
import sys
from typing import Any

__all__ = ["add_parser", "run"]


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command and its options."""
    from conflict_events.formats import BUILT_IN

    parser = subparsers.add_parser(
        "convert",
        help="turn event data from one format into another",
        description="Read IN, write OUT, and tell on standard error what the new format cannot hold. "
        f"Formats: {', '.join(BUILT_IN)}, and those of other installed packages.",
        epilog="example: conflict-events convert africa-2016.csv now.csv --dialect current",
    )
    parser.add_argument("input", metavar="IN", help="file to read; - is standard input")
    parser.add_argument("output", metavar="OUT", help="file to write; - is standard output")
    parser.add_argument("--from", dest="source", metavar="FORMAT", help="default: by the contents and the ending of IN")
    parser.add_argument("--to", dest="target", metavar="FORMAT", help="default: by the ending of OUT")
    parser.add_argument("--dialect", help="for ACLED: the layout to write, e.g. current, 2019, africa")
    parser.add_argument(
        "--spreadsheet-safe", action="store_true", help="make cells harmless that a spreadsheet would run"
    )
    parser.add_argument("--list", type=int, default=0, metavar="N", help="list the first N losses one by one")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Convert; 1 if some rows could not be read."""
    from conflict_events import formats

    found, events = formats.read(arguments.input, arguments.source)
    target = formats.get(arguments.target or formats.by_ending(arguments.output) or found)
    for notice in getattr(events, "notices", ()):
        sys.stderr.write(f"{arguments.input}: {notice}\n")
    for reason in getattr(events, "reasons", ()):
        sys.stderr.write(f"{arguments.input}: {events.dialect}: {reason}\n")
    for problem in events.problems:
        sys.stderr.write(f"{arguments.input}: {problem}\n")
    options: dict[str, Any] = {}
    if arguments.dialect:
        options["dialect"] = arguments.dialect
    if arguments.spreadsheet_safe:
        options["spreadsheet_safe"] = True
    try:
        report = target.dump(events, arguments.output, **options)
    except TypeError as error:
        if not options or "unexpected keyword" not in str(error):
            raise
        sys.stderr.write(f"conflict-events convert: {target.name} takes no --{' --'.join(options)}\n")
        return 2
    sys.stderr.write(f"{report}\n")
    for loss in report.losses[: arguments.list]:
        sys.stderr.write(f"  {loss.event} {loss.field}: {loss.reason}\n")
    return 1 if events.problems else 0
