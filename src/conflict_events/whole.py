"""The one door through which files are written: a file is there whole or not at all, after a kill, a power cut, a full disk.

It is written beside its place, flushed to the disk, then moved. What a killed run leaves beside it is cleared away by
the next one that writes there.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import IO

__all__ = ["clear", "whole"]

_PART = ".part"
_NAMED = 60
"""Characters of the name that the file beside takes over: names have an end, and with it there must be room for more."""

_FULL = (errno.ENOSPC, errno.EFBIG, errno.EDQUOT)
"""Errors that only a file that is written can have."""


@contextlib.contextmanager
def whole(target: str | os.PathLike[str], *, tidy: bool = True) -> Iterator[IO[bytes]]:
    """Open a file for bytes that appears, or takes the place of an older one, when all is written.

    Args:
        target: the path; a symbolic link stays one, and what it points to is written. What is no file (a pipe, a
            device) cannot be replaced and is written as it is.
        tidy: whether to look for what killed runs have left.

    Raises:
        OSError: as for any file; the old one is then as it was.

    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp()) / "a.txt"
    >>> with whole(path) as stream:
    ...     written = stream.write(b"Shells hit Goma.")
    >>> path.read_bytes()
    b'Shells hit Goma.'
    """
    path = Path(os.path.realpath(target))
    if path.exists() and not path.is_file():
        with path.open("wb") as device:
            yield device
        return
    if tidy:
        clear(path)
    beside, stream = _beside(path, target)
    try:
        with stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
            with contextlib.suppress(OSError):
                beside.chmod(path.stat().st_mode & 0o777)  # as the old one was
            if os.name == "nt":
                stream.close()  # there, nothing that is open can be moved
            beside.replace(path)
    except BaseException as error:
        with contextlib.suppress(OSError):
            beside.unlink()
        if isinstance(error, OSError) and error.filename is None and error.errno in _FULL:
            error.filename = os.fspath(target)
        raise
    _settle(path.parent)


def _beside(path: Path, target: str | os.PathLike[str]) -> tuple[Path, IO[bytes]]:
    """A new file beside the path, held by a lock for as long as it is open."""
    while True:
        beside = path.with_name(f".{path.name[:_NAMED]}.{secrets.token_hex(4)}{_PART}")
        try:
            stream = open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666), "wb")  # noqa: PTH123, SIM115
        except FileExistsError:
            continue
        except OSError as error:
            error.filename = os.fspath(target)  # the name that a person knows
            raise
        # Between its making and its lock another run may have taken it for litter.
        if _lock(stream) and beside.exists():
            return beside, stream
        stream.close()


def clear(path: Path) -> None:
    """Remove what killed runs left beside a path: files that have its name and that nobody holds."""
    mine = re.compile(re.escape(f".{path.name[:_NAMED]}.") + r"[0-9a-f]{8}" + re.escape(_PART))
    with contextlib.suppress(OSError), os.scandir(path.parent) as entries:
        left = [Path(entry.path) for entry in entries if mine.fullmatch(entry.name) and not entry.is_symlink()]
        for one in left:
            with contextlib.suppress(OSError), one.open("r+b") as stream:
                if _lock(stream):
                    one.unlink()


def _lock(stream: IO[bytes]) -> bool:
    """Hold an open file; False if another run holds it. It ends with the run, however that ends."""
    try:
        import fcntl
    except ImportError:  # Windows lets nobody delete what is open
        return True
    try:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a file system without locks
        return True
    return True


def _settle(folder: Path) -> None:
    """Make the move itself outlast a power cut, where the system lets folders be flushed."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
