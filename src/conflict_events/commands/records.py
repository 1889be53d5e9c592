"""Options about files of records that several commands share: how they are read, and in which format they are written."""

from __future__ import annotations

import argparse
import inspect
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from conflict_events import formats
from conflict_events.commands.terminal import tell

__all__ = ["add_bom", "add_reading", "add_safe", "format_name", "reading_of", "takes", "target_of", "warn"]


def add_reading(parser: argparse.ArgumentParser) -> None:
    """Options --encoding, --day-first and --month-first."""
    parser.add_argument("--encoding", help="of the text (default: found by its letters)")
    order = parser.add_mutually_exclusive_group()
    order.add_argument(
        "--day-first",
        action="store_true",
        default=None,
        help="03/04/2024 is the third of April, where the file does not show it",
    )
    order.add_argument(
        "--month-first", action="store_false", dest="day_first", default=None, help="03/04/2024 is the fourth of March"
    )


def reading_of(arguments: argparse.Namespace) -> dict[str, Any]:
    """The options of a reader that were given."""
    given = {"encoding": arguments.encoding, "day_first": arguments.day_first}
    return {name: value for name, value in given.items() if value is not None}


def add_bom(parser: argparse.ArgumentParser) -> None:
    """Option --bom."""
    parser.add_argument(
        "--bom", action="store_true", help="begin CSV with a byte order mark, by which Excel knows that it is UTF-8"
    )


def add_safe(parser: argparse.ArgumentParser) -> None:
    """Option --spreadsheet-safe."""
    parser.add_argument(
        "--spreadsheet-safe", action="store_true", help="make cells harmless that a spreadsheet would run"
    )


def takes(command: str, name: str, options: Mapping[str, Any]) -> bool:
    """Whether the writer of a format takes these options; where it does not, that is told.

    Args:
        command: for the message.
        name: of the format.
        options: that were given.
    """
    known = inspect.signature(formats.get(name).dump or len).parameters.values()
    if any(one.kind is inspect.Parameter.VAR_KEYWORD for one in known):
        return True
    unknown = sorted(set(options) - {one.name for one in known})
    if unknown:
        tell(f"conflict-events {command}: {name} takes no --{' --'.join(unknown).replace('_', '-')}")
    return not unknown


def warn(formulas: int) -> None:
    """Tell of cells that a spreadsheet would run, where they were written as they are."""
    if formulas:
        cells = "1 cell begins" if formulas == 1 else f"{formulas} cells begin"
        tell(f"conflict-events: {cells} as a formula does; --spreadsheet-safe makes such cells harmless")


def format_name(text: str) -> str:
    """The name of an installed format; those of other packages are asked for only where it is none of ours."""
    if text not in formats.BUILT_IN and text not in formats.names():
        raise argparse.ArgumentTypeError(f"no such format: expected {', '.join(formats.names())}, got {text!r}")
    return text


def target_of(command: str, output: str, named: str | None, default: str) -> str | None:
    """The name of the format in which to write; None, and told, where there is none.

    Args:
        command: for the message.
        output: path of the file; its ending stands for a format.
        named: what somebody asks for.
        default: for a path without an ending, and for standard output; may be empty, and is then given back.
    """
    name = named or formats.by_ending(output)
    if not name and Path(output).suffix and output != "-":
        known = ", ".join(f"{ending} ({one})" for ending, one in sorted(formats.endings().items()))
        tell(
            f"conflict-events {command}: no format has the ending of {output}: expected {known}; or name one with --to"
        )
        return None
    name = name or default
    if not name:
        return ""
    why = formats.get(name).why_one_way if formats.get(name).dump is None else ""
    if why:
        tell(f"conflict-events {command}: {name} is only read: {why}")
        return None
    return name
