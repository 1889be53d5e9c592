"""Workbooks (xlsx, xls, xlsb, ods) as sheets of texts, by python-calamine; needed only when one comes."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterator
from typing import IO, Any

from conflict_events.model.errors import FormatError, UnknownNameError

__all__ = ["is_workbook", "sheets"]

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MOST = 1 << 30
"""Bytes that a workbook may hold when it is unpacked."""


def is_workbook(head: bytes) -> bool:
    r"""Whether a file that begins so may be a workbook.

    >>> is_workbook(b"PK\x03\x04..."), is_workbook(b"event_date,")
    (True, False)
    """
    return head.startswith((_ZIP, _OLE))


def sheets(stream: IO[bytes], where: str) -> Iterator[tuple[str, list[list[str]]]]:
    """The name and the rows of each sheet, every cell as text: days as ``2024-03-07``, whole numbers without a point.

    Raises:
        FormatError: if it is no workbook, has a password, or is too large.
        UnknownNameError: if python-calamine is not installed.
    """
    try:
        from python_calamine import CalamineError, CalamineWorkbook
    except ImportError:
        raise UnknownNameError(
            "python-calamine is not installed",
            where=where,
            expected="pip install 'conflict-events[excel]'",
            got="a workbook",
        ) from None
    data = stream.read(_MOST + 1)
    _check(data, where)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for name in book.sheet_names:
            rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            yield name, [[_text(cell) for cell in row] for row in rows]
    except (CalamineError, OSError, ValueError) as error:
        raise _unreadable(error, where) from None
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # of Rust, which has no class that one could import
            raise
        raise _unreadable(error, where) from None


def _unreadable(error: BaseException, where: str) -> FormatError:
    told = str(error).splitlines()[0][:100] if str(error) else type(error).__name__
    return FormatError("workbook cannot be read", where=where, expected="xlsx, xls, xlsb or ods", got=told)


def _check(data: bytes, where: str) -> None:
    """What is unpacked must have an end; and a zip file may hold anything."""
    size = len(data)
    if data.startswith(_ZIP):
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as packed:
                size = sum(member.file_size for member in packed.infolist())
                names = [member.filename for member in packed.infolist()]
        except (zipfile.BadZipFile, ValueError, OSError):
            raise FormatError(
                "workbook is broken", where=where, expected="xlsx, xls, xlsb or ods", got="half of one"
            ) from None
        if not any(name.startswith(("xl/", "content.xml")) for name in names):
            told = ", ".join(names[:5])
            raise FormatError("a zip file", where=where, expected="the file in it, unpacked", got=told)
    if size > _MOST:
        raise FormatError("workbook too large", where=where, expected=f"less than {_MOST:,} bytes unpacked", got=size)


def _text(cell: Any) -> str:
    """A cell as text: what a person would have typed into a CSV file.

    >>> _text(4.0), _text(dt.datetime(2024, 3, 7)), _text(True), _text(3.12)
    ('4', '2024-03-07', 'TRUE', '3.12')
    """
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, dt.datetime) and cell.time() == dt.time():
        return cell.date().isoformat()
    return str(cell)
