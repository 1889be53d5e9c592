"""The command line: which command with which options; the work is done by the commands and the library."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from conflict_events.model.shown import shown

__all__ = ["COMMANDS", "main", "parser"]

COMMANDS = ("code", "explain", "report", "gazetteer", "convert", "lint", "diff")
"""Each is a module of conflict_events.commands with ``add_parser(subparsers)``, which sets ``run``."""

OK, BAD_INPUT, BAD_USAGE, INTERRUPTED = 0, 1, 2, 130
"""Exit codes. argparse exits with 2 by itself."""

EXAMPLES = """\
examples:
  conflict-events code article.txt --published 2024-10-22 > events.csv
  conflict-events code *.txt --to native -o events.json
  curl -s https://example.org/story.txt | conflict-events code - --published 2024-10-22
  conflict-events explain article.txt --published 2024-10-22

exit codes: 0 done, 1 some file could not be read or written, 2 wrong usage
"""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        super().error(shown(message))


def parser() -> argparse.ArgumentParser:
    """The parser with all its commands."""
    from conflict_events import __version__

    top = _Parser(
        prog="conflict-events",
        description="News about conflict turned into ACLED-style event data, offline, with the evidence for every value.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    top.add_argument("--version", action="version", version=f"conflict-events {__version__}")
    subparsers = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name in COMMANDS:
        importlib.import_module(f"conflict_events.commands.{name}").add_parser(subparsers)
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        argv: words after the program's name; None reads ``sys.argv``.

    Returns:
        Exit code: 0 done, 1 some file could not be read or written. Wrong usage exits with 2.

    >>> parser().parse_args(["code", "a.txt", "--to", "native"]).files
    ['a.txt']
    """
    try:
        from conflict_events.commands.terminal import tolerant

        with tolerant():
            return _run(parser().parse_args(argv))
    except KeyboardInterrupt:
        return INTERRUPTED


def _run(arguments: argparse.Namespace) -> int:
    from conflict_events.commands.terminal import tell
    from conflict_events.model.errors import ConflictEventsError

    try:
        code: int = arguments.run(arguments)
        sys.stdout.flush()
    except ConflictEventsError as error:
        tell(f"conflict-events: {error}")
        return BAD_INPUT
    except BrokenPipeError:
        # The reader (head, less) has seen enough. Python would complain once more when it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except OSError as error:
        # Articles report their own; what is left is a file of records, read or written.
        where = "" if error.filename is None else f" {error.filename}"
        tell(f"conflict-events: cannot read or write{where}: {error.strerror or error}")
        return BAD_INPUT
    return code


if __name__ == "__main__":
    sys.exit(main())
