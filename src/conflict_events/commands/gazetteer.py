"""``conflict-events gazetteer``: a finer index from GeoNames dumps or own lists of places, and what an index knows."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from conflict_events.commands.terminal import tell
from conflict_events.model.shown import shown

if TYPE_CHECKING:
    from conflict_events.gazetteer.dumps import Progress

__all__ = ["add_parser", "run"]

EXAMPLES = """\
examples:
  conflict-events gazetteer build allCountries.zip -o world.idx
  conflict-events gazetteer build SD.zip TD.zip -o sudan.idx
  conflict-events gazetteer build villages.csv -o villages.idx
  CONFLICT_EVENTS_GAZETTEER=sudan.idx conflict-events code article.txt
  conflict-events gazetteer find "Khan Younis"
"""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command, its two sub-commands and their options."""
    parser = subparsers.add_parser(
        "gazetteer",
        help="build a gazetteer of your own, or look a name up",
        description=__doc__,
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    build = actions.add_parser("build", help="build an index from GeoNames dumps (.txt, .zip), CSV or GeoJSON")
    build.add_argument("files", nargs="+", type=Path, metavar="FILE", help="dumps, or one list of own places")
    build.add_argument("-o", "--output", type=Path, required=True, metavar="INDEX", help="the index to write (.idx)")
    build.set_defaults(run=run, act=_build)
    find = actions.add_parser("find", help="show the places of a name")
    find.add_argument("name")
    find.set_defaults(run=run, act=_find)


def run(arguments: argparse.Namespace) -> int:
    """Build or find."""
    code: int = arguments.act(arguments)
    return code


def _build(arguments: argparse.Namespace) -> int:
    from conflict_events.gazetteer.dumps import build_index
    from conflict_events.gazetteer.encode import write_index
    from conflict_events.gazetteer.own import read_own
    from conflict_events.inputs.ours import apart
    from conflict_events.model.errors import BadInputError

    for path in arguments.files:
        apart(path, arguments.output)
    lists = [path for path in arguments.files if path.suffix.lower() not in (".txt", ".zip")]
    if lists and len(lists) < len(arguments.files):
        raise BadInputError("dumps and lists", where="files", expected="one kind for one index", got=str(lists[0]))
    if lists:
        entries = [draft.entry() for path in lists for draft in read_own(path)]
        write_index(arguments.output, entries, {"source": ", ".join(path.name for path in lists)})
        places = len(entries)
    else:
        with _progress() as progress:
            places = build_index(arguments.files, arguments.output, progress)
    size = arguments.output.stat().st_size / 1e6
    tell(f"{arguments.output}: {places:,} places, {size:.1f} MB")
    return 0


def _find(arguments: argparse.Namespace) -> int:
    from conflict_events.gazetteer.index import gazetteer
    from conflict_events.text.fold import fold_phrase

    words = fold_phrase(arguments.name)
    places = gazetteer()
    rows = places.rows(" ".join(words)) or places.spelled(words)
    for row in rows:
        where = ", ".join(part for part in (row.admin2, row.admin1, row.country) if part)
        point = f"{row.latitude:.4f}", f"{row.longitude:.4f}"
        columns = (row.asciiname, where, *point, row.feature, str(row.population), row.kind.name.lower())
        sys.stdout.write("\t".join(map(shown, columns)) + "\n")
    if not rows:
        tell(f"no place of this name: {arguments.name}")
    return 0 if rows else 1


@contextmanager
def _progress() -> Iterator[Progress]:
    """A bar where a person watches, nothing in a pipe or where rich is not installed."""
    try:
        from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn
    except ImportError:
        yield _silent
        return
    if not sys.stderr.isatty():
        yield _silent
        return
    from rich.console import Console

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        tasks: dict[str, int] = {}

        def show(what: str, done: int, whole: int) -> None:
            if what not in tasks:
                tasks[what] = bar.add_task(shown(what), total=whole)
            bar.update(tasks[what], completed=done, total=whole)  # type: ignore[arg-type]

        yield show


def _silent(_what: str, _done: int, _whole: int) -> None:
    """Say nothing."""
