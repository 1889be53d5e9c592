"""``conflict-events code``: articles in, records out."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from conflict_events import formats
from conflict_events.commands.inputs import NO_DAY, add_options, complain, job_of
from conflict_events.commands.records import add_bom, add_safe, format_name, takes, target_of, warn

if TYPE_CHECKING:
    from conflict_events.bulk.work import Done

__all__ = ["add_parser", "run"]

EXAMPLES = """\
examples:
  conflict-events code article.txt --published 2024-10-22 --source Reuters -o events.csv
  conflict-events code news/ feed.rss archive.warc.gz --workers 2 -o events.parquet

With -o, finished parts of a long run are kept in OUT.parts until all is done: after a kill, the same command goes on.
"""


def _workers(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"expected 1 or more, got {text!r}")
    return int(text)


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command and its options."""
    parser = subparsers.add_parser(
        "code",
        help="read articles, write event records",
        description="Read articles, write one record an event to standard output or to a file.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add_options(parser)
    parser.add_argument(
        "--to",
        type=format_name,
        metavar="FORMAT",
        help="acled-csv, acled-json, native, arrow ... or one of another package (default: by the ending of OUT, "
        "else acled-csv)",
    )
    parser.add_argument("-o", "--output", default="-", metavar="OUT", help="file to write instead of standard output")
    add_bom(parser)
    add_safe(parser)
    parser.add_argument("--workers", type=_workers, default=1, metavar="N", help="processes (default: 1)")
    parser.add_argument("--restart", action="store_true", help="with -o: do not go on from the parts of a run before")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Code the articles; 1 if some could not be read."""
    from conflict_events.bulk import code_files, stream_files
    from conflict_events.commands.progress import bar

    to = target_of("code", arguments.output, arguments.to, "acled-csv")
    if to is None:
        return 2
    options = {name: True for name in ("bom", "spreadsheet_safe") if getattr(arguments, name)}
    if not takes("code", to, options):
        return 2
    job = job_of(arguments)
    errors = articles = 0
    undated = False
    with bar() as show:

        def tell(done: Done, whole: int) -> None:
            nonlocal errors, articles, undated
            for line in done.errors:
                complain(line)
            if done.undated and not undated:
                complain(NO_DAY)
            undated = undated or done.undated
            errors += len(done.errors)
            articles += done.articles
            show(done.read, whole, articles)

        if arguments.output == "-":
            dump = formats.get(to).dump
            assert dump is not None
            report = dump(stream_files(arguments.files, job, arguments.workers, tell), "-", **options)
            warn(report.formulas)
            return 1 if errors else 0
        try:
            summary = code_files(
                arguments.files,
                arguments.output,
                to,
                job,
                workers=arguments.workers,
                progress=tell,
                restart=arguments.restart,
                options=options,
            )
        except KeyboardInterrupt:
            complain("stopped; the same command goes on from here")
            raise
    warn(summary.formulas)
    if summary.kept:
        complain(f"{summary.kept} parts were there from a run before")
    return 1 if errors else 0
