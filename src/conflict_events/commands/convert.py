"""``conflict-events convert``: event data from one format to another, telling what is lost."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import evolve

from conflict_events.commands.records import add_bom, add_reading, add_safe, format_name, reading_of, takes, target_of
from conflict_events.commands.terminal import tell

if TYPE_CHECKING:
    from conflict_events.formats.base import Format
    from conflict_events.formats.problem import RowProblem

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
    parser.add_argument(
        "--from",
        dest="source",
        metavar="FORMAT",
        type=format_name,
        help="default: by the contents and the ending of IN",
    )
    parser.add_argument("--to", dest="target", metavar="FORMAT", type=format_name, help="default: by the ending of OUT")
    parser.add_argument("--dialect", help="for ACLED: the layout to write, e.g. current, 2019, africa")
    add_safe(parser)
    parser.add_argument(
        "--keep-columns", action="store_true", help="for ACLED: carry along columns that the layout does not have"
    )
    parser.add_argument(
        "--old-api", action="store_true", help="for ACLED JSON: every value a text, as the API had it until 2025"
    )
    add_bom(parser)
    add_reading(parser)
    parser.add_argument("--list", type=int, default=0, metavar="N", help="list the first N losses one by one")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Convert, event by event, in bounded memory; 1 if some rows could not be read."""
    from conflict_events import formats
    from conflict_events.inputs.ours import apart

    apart(arguments.input, arguments.output)
    wanted = ("dialect", "spreadsheet_safe", "keep_columns", "old_api", "bom")
    options: dict[str, Any] = {name: value for name in wanted if (value := getattr(arguments, name))}
    acled = _is_acled(arguments)
    target = target_of("convert", arguments.output, arguments.target, "acled-csv" if acled else "")
    if target is None:
        return 2
    if acled:
        return _rewritten(arguments, formats.get(target), options)
    with formats.open_events(arguments.input, arguments.source, **reading_of(arguments)) as (found, stream):
        bad = [0]
        events = (event for event, problems in stream.found if _told(arguments, problems, bad) and event is not None)
        code = _written(arguments, formats.get(target or found), events, options)
        for notice in stream.notices:
            tell(f"{arguments.input}: {notice}")
        return code or int(bad[0] > 0)


def _told(arguments: argparse.Namespace, problems: Iterable[RowProblem], bad: list[int]) -> bool:
    """Say what could not be read, as it comes, and count it."""
    for problem in problems:
        bad[0] += 1
        tell(f"{arguments.input}: {problem}")
    return True


def _is_acled(arguments: argparse.Namespace) -> bool:
    """Whether the input is a file of ACLED, whose rows are written back to the byte."""
    from conflict_events.formats.acled import open_rows
    from conflict_events.formats.found import candidates
    from conflict_events.model.errors import FormatError

    if arguments.source in ("acled-csv", "acled-json"):
        return True
    if arguments.source is not None or arguments.input == "-":
        return False
    with Path(arguments.input).open("rb") as stream:
        head = stream.read(1 << 16)
    if sum(line[:1] == b"#" for line in head.splitlines()[:25]) or "acled-csv" not in candidates(head):
        return False  # CSV with hashtags, Arrow
    try:
        with open_rows(arguments.input, **reading_of(arguments)):
            return True
    except FormatError:
        return False


def _rewritten(arguments: argparse.Namespace, target: Format, options: dict[str, Any]) -> int:
    """Rows as they stand, where the target is a file of ACLED; else their events."""
    from conflict_events.formats.acled import open_rows

    bad = [0]
    with open_rows(arguments.input, **reading_of(arguments)) as reader:
        for reason in reader.layout.reasons:
            tell(f"{arguments.input}: {reader.layout.dialect.name}: {reason}")
        told = evolve(reader, rows=(row for row in reader.rows if _told(arguments, row.problems, bad)))
        same = target.name.startswith("acled")
        events: Any = told if same else (row.event for row in told if row.event is not None)
        code = _written(arguments, target, events, options)
        for notice in reader.notices:
            tell(f"{arguments.input}: {notice}")
        return code or int(bad[0] > 0)


def _written(arguments: argparse.Namespace, target: Format, events: Any, options: dict[str, Any]) -> int:
    assert target.dump is not None
    if not takes("convert", target.name, options):
        return 2
    report = target.dump(events, arguments.output, **options)
    tell(f"{report}")
    for loss in report.losses[: arguments.list]:
        tell(f"  {loss.event} {loss.field}: {loss.reason}")
    return 0
