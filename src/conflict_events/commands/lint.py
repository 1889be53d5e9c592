"""``conflict-events lint``: an ACLED file of any era against the codebook."""

from __future__ import annotations

import argparse
import sys

from conflict_events.commands.records import add_reading, reading_of
from conflict_events.commands.terminal import tell

__all__ = ["add_parser", "run"]


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command and its options."""
    parser = subparsers.add_parser(
        "lint",
        help="check an ACLED file against the codebook",
        description="Check ACLED files of any era, row by row. Exit code 1 if there are errors.",
        epilog="example: conflict-events lint events.csv --fix -o fixed.csv",
    )
    parser.add_argument("files", nargs="+", metavar="FILE", help="ACLED CSV or JSON; - is standard input")
    parser.add_argument(
        "--format",
        choices=("text", "json", "sarif", "github"),
        default="text",
        help="how findings are told (default: text)",
    )
    parser.add_argument(
        "--without", action="append", default=[], metavar="RULE", help="leave a rule out; may be repeated"
    )
    parser.add_argument("--fix", action="store_true", help="write the fixes that follow from other columns of the row")
    parser.add_argument("-o", "--output", metavar="OUT", help="with --fix: the fixed file, instead of the file itself")
    add_reading(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Check, and fix if asked; 1 if errors are left."""
    from conflict_events.checks import fix_file, lint
    from conflict_events.formats.streams import write_lines

    if arguments.output is not None and (len(arguments.files) > 1 or not arguments.fix):
        tell("conflict-events lint: -o goes with --fix and one file")
        return 2
    errors, how = 0, reading_of(arguments)
    for file in arguments.files:
        target = arguments.output or file
        if arguments.fix:
            fixed = fix_file(file, target, without=arguments.without, **how)
            tell(f"{file}: {len(fixed)} cells fixed{'' if target == file else f' in {target}'}")
            if target == "-":  # standard output carries the fixed file, and its findings are not read back
                continue
            file = target  # noqa: PLW2901 - what is left is told of the fixed file
        report = lint(file, without=arguments.without, **how)
        text = getattr(report, arguments.format)() + "\n"
        if arguments.format == "text":
            sys.stdout.write(text)
        else:
            write_lines([text], "-")
        errors += report.errors
    return 1 if errors else 0
