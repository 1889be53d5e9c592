"""What this library has written is known by its beginning, so that no run takes the records of the one before for articles."""

from __future__ import annotations

import os
import re
import stat
import sys
from pathlib import Path

from conflict_events.gazetteer.layout import MAGIC
from conflict_events.model.errors import BadInputError

__all__ = ["LOOKED_AT", "apart", "are_parts", "is_ours", "wrote"]

LOOKED_AT = 4096
"""Bytes that are enough to know a file."""

_PAGE = b'<meta name="generator" content="conflict-events">'
"""What the report page says of itself."""

_BEGINNINGS = (b"PAR1", b"ARROW1", b"\xff\xff\xff\xff", MAGIC)
"""Parquet, Arrow, gazetteers."""

_JSON = re.compile(
    rb'\{\s*"(?:format"\s*:\s*"conflict-events"|type"\s*:\s*"FeatureCollection"|status"\s*:\s*200\s*,\s*"success"|'
    rb'number"\s*:\s*\d+\s*,\s*"read")'
)
_KEYS = ((b'"event_date"', b'"sub_event_type"'), (b'"quad_code"', b'"event_scale"'))
"""Names that every record of ACLED, and of PLOVER, has and no article has."""

_COLUMNS = ({b"event_date", b"event_type"}, {b"event date", b"event type"}, {b"relid", b"type_of_violence"})
"""Columns of a table of events: ACLED of every era and HXL, POLECAT, UCDP GED."""

_GDELT = 50
"""Columns of GDELT, which names none: 57 or more."""


def is_ours(head: bytes) -> bool:
    """Whether a file that begins so holds event records, a gazetteer or a report, and no article.

    >>> is_ours(b"event_id_cnty,event_date,year,time_precision,event_type"), is_ours(b"Shells hit Goma.")
    (True, False)
    """
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if text.startswith((b"{", b"[")):
        return _JSON.match(text) is not None or any(all(key in text for key in keys) for keys in _KEYS)
    if head.startswith(_BEGINNINGS) or _PAGE in head:
        return True
    first = text.partition(b"\n")[0].lower()
    columns = {name.strip(b'" \r') for name in re.split(rb"[,;\t|]", first)}
    return any(names <= columns for names in _COLUMNS) or head.partition(b"\n")[0].count(b"\t") > _GDELT


def wrote(file: str) -> bool:
    """Whether a file is one that this library has written."""
    try:
        if not os.path.isfile(file):  # noqa: PTH113 - there may be millions
            return False
        with open(file, "rb") as stream:  # noqa: PTH123
            head = stream.read(LOOKED_AT)
    except OSError:
        return False
    return is_ours(head) or (head.startswith(b"PK\x03\x04") and b"xl/" in head and _is_our_workbook(file))


def _is_our_workbook(file: str) -> bool:
    """Whether a workbook names this library as its author; others may be somebody's."""
    import zipfile

    try:
        with zipfile.ZipFile(file) as book, book.open("docProps/core.xml") as properties:
            return b"<dc:creator>conflict-events<" in properties.read(LOOKED_AT)
    except Exception:  # noqa: BLE001 - a broken one fails in many ways, and is not ours
        return False


def are_parts(folder: str) -> bool:
    """Whether a folder holds the parts of a run that is not done."""
    return folder.endswith(".parts") and any(Path(folder, name).is_file() for name in ("manifest.json", "state.json"))


def apart(file: str | os.PathLike[str], output: str | os.PathLike[str]) -> bool:
    """Whether a file may be read where the output goes elsewhere: False for an output that is there and holds nothing yet.

    Args:
        file: an input.
        output: where records go; ``-`` is standard output, which may have been turned into a file.

    Raises:
        BadInputError: if writing would destroy the input.
    """
    try:
        there = os.stat(sys.stdout.fileno() if output == "-" else output)  # noqa: PTH116 - may be a number
        here = os.stat(sys.stdin.fileno() if file == "-" else file)  # noqa: PTH116 - the same
    except (OSError, ValueError):  # ValueError: no stream of the system, no name that a file can have
        return True
    if not os.path.samestat(here, there) or not stat.S_ISREG(here.st_mode):  # a terminal may be both
        return True
    if here.st_size:
        shown = "standard output" if output == "-" else str(output)
        raise BadInputError("output is one of the inputs", where=shown, expected="another file", got=str(file))
    return False
