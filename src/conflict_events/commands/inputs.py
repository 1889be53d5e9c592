"""Files and standard input to articles, and the options by which every command that reads articles is told about them."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from conflict_events.commands.terminal import tell
from conflict_events.model.article import Article
from conflict_events.model.country import Country
from conflict_events.model.errors import BadInputError, UnknownNameError
from conflict_events.model.scope import CHOICES
from conflict_events.model.shown import LONGEST, shown
from conflict_events.model.when import written_day

if TYPE_CHECKING:
    from conflict_events.bulk.work import Job
    from conflict_events.model.coded import CodedArticle

__all__ = ["NO_DAY", "add_options", "coded_articles", "complain", "job_of", "read_articles"]

NO_DAY = "no --published day: days such as 'Tuesday' or 'last week' are left out, with that reason"
"""Told once, when the first article comes whose day of publication nobody says."""


def _day(text: str) -> dt.date:
    try:
        return written_day(text, "--published")
    except BadInputError as error:
        raise argparse.ArgumentTypeError(f"{error.what}: expected YYYY-MM-DD, got {text!r}") from None


def _country(text: str) -> Country:
    try:
        return Country.of(text)
    except UnknownNameError as error:
        raise argparse.ArgumentTypeError(f"{error.what}: expected {error.expected}, got {text!r}") from None


def add_options(parser: argparse.ArgumentParser) -> None:
    """Options about the articles: FILE..., --published, --source, --country, --policy, --scope."""
    parser.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="articles: text, JSON lines, feeds, mail, pages, archives, also packed; folders of them; - is standard input",
    )
    parser.add_argument(
        "--published",
        type=_day,
        metavar="DATE",
        help="day of publication, YYYY-MM-DD or another full date, from which relative days are counted, where a file does not say it",
    )
    parser.add_argument("--source", metavar="NAME", help="the outlet, where a file does not say it")
    parser.add_argument(
        "--country",
        action="append",
        default=[],
        type=_country,
        metavar="NAME",
        help="a country that the articles are about, where a file does not say it; may be given again; "
        "a place abroad that is named with its country stays abroad",
    )
    parser.add_argument("--encoding", metavar="NAME", help="of files that are not UTF-8 and do not name theirs")
    parser.add_argument(
        "--policy",
        default="acled",
        choices=("acled", "ucdp", "range"),
        help="how casualty claims become figures (default: acled)",
    )
    parser.add_argument(
        "--scope",
        default=CHOICES[0],
        choices=CHOICES,
        help="all: ordinary crime too, which is left out else (default: conflict)",
    )


def complain(message: object) -> None:
    """One line for the person at the terminal; standard output carries data only."""
    tell(f"conflict-events: {message}")


def job_of(arguments: argparse.Namespace) -> Job:
    """What the options say of all articles."""
    from conflict_events.bulk.work import Job

    return Job(
        policy=arguments.policy,
        scope=arguments.scope,
        published=arguments.published,
        source=arguments.source,
        countries=tuple(arguments.country),
        charset=arguments.encoding,
    )


def read_articles(arguments: argparse.Namespace, failed: list[str]) -> Iterator[Article]:
    """The articles of the command line, in its order; what cannot be read is told and passed over.

    Args:
        arguments: parsed options of ``add_options``.
        failed: receives a line for each thing that could not be read.

    Raises:
        BadInputError: if the output is one of the files.
    """
    from conflict_events import inputs

    job = job_of(arguments)
    told = False
    output = getattr(arguments, "output", "-")
    for file in [file for name in arguments.files for file in inputs.files(name, output)]:
        for found in inputs.read_articles(file, charset=arguments.encoding):
            if isinstance(found, BadInputError):
                complain(found)
                failed.append(str(found))
                continue
            article = job.completed(found)
            if article.published is None and not told:
                complain(NO_DAY)
                told = True
            yield article


def coded_articles(arguments: argparse.Namespace, failed: list[str]) -> Iterator[CodedArticle]:
    """The articles of the command line, coded; one that cannot be costs one line, as in a run over many."""
    from conflict_events.pipeline import code

    for article in read_articles(arguments, failed):
        try:
            coded = code(article, arguments.policy, scope=arguments.scope)
        except Exception as error:  # noqa: BLE001 - one bad article must not cost the others
            got = shown(f"{type(error).__name__}: {error}", LONGEST)
            line = f"article cannot be coded: {article.text[:40]!r}, got {got}"
            complain(line)
            failed.append(line)
        else:
            yield coded
