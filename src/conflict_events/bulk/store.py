"""Finished parts, each a file of its own beside the output: there whole or not at all, read back in order.

A part is a line about itself and then one event a line in the native form, so that a broken-off run can be looked at.
"""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import evolve, frozen

from conflict_events.bulk.work import Done
from conflict_events.model.errors import FormatError
from conflict_events.model.event import Event
from conflict_events.whole import whole

__all__ = ["Store"]

_MANIFEST = "manifest.json"
_OWN = re.compile(r"manifest\.json|part-\d{8,}\.jsonl|\.(?:manifest|part-\d+)\.json.*\.part")
"""Names of the files that a store makes; the folder may hold others, and those are nobody's to remove."""


@frozen(slots=True)
class Store:
    """The folder of the parts of one output."""

    folder: Path

    @classmethod
    def beside(cls, output: str) -> Store:
        """The store of an output: ``events.csv`` has ``events.csv.parts``.

        >>> Store.beside("out/events.csv").folder.name
        'events.csv.parts'
        """
        path = Path(output)
        return cls(path.with_name(path.name + ".parts"))

    def open(self, identity: Mapping[str, str], *, restart: bool = False) -> None:
        """Make the folder, or go on with it if its parts are of a run that would find the same.

        Args:
            identity: all that decides what is found, by name.
            restart: throw away what is there.

        Raises:
            FormatError: if they are of another run; it says what differs.
        """
        manifest = self.folder / _MANIFEST
        if restart:
            self.remove()
        if self._own():
            try:
                known = dict(json.loads(manifest.read_text(encoding="utf-8"))["identity"])
            except (OSError, ValueError, LookupError, TypeError):
                known = {}
            if differs := sorted(name for name in {*known, *identity} if known.get(name) != identity.get(name)):
                raise FormatError(
                    "parts of another run are in the way",
                    where=str(self.folder),
                    expected="all as it was then, or --restart to throw these parts away",
                    got=f"another {', another '.join(differs)}",
                )
            return
        self.folder.mkdir(mode=0o700, parents=False, exist_ok=True)
        _write_whole(manifest, [json.dumps({"identity": dict(identity), "version": 2}) + "\n"])

    def path(self, number: int) -> Path:
        """The file of a part."""
        return self.folder / f"part-{number:08d}.jsonl"

    def put(self, done: Done) -> Done:
        """Keep a part; its events are in the file then and no longer in what is returned."""
        from conflict_events.formats import native

        lines = (native.to_text(event) + "\n" for event in done.events)
        head = {
            "number": done.number,
            "read": done.read,
            "articles": done.articles,
            "undated": done.undated,
            "errors": done.errors,
            "events": len(done.events),
        }
        _write_whole(self.path(done.number), [native.json_text(head) + "\n", *lines])
        return evolve(done, events=())

    def get(self, number: int) -> Done | None:
        """What became of a part, without its events; None if it is not there, or not whole."""
        try:
            with self.path(number).open(encoding="utf-8") as stream:
                head: dict[str, Any] = json.loads(next(stream))
                events = sum(line.endswith("\n") for line in stream)
            if events != head.pop("events") or head["number"] != number:
                return None
            return Done(**{**head, "errors": tuple(head["errors"])})
        except (OSError, ValueError, LookupError, TypeError, StopIteration):
            return None

    def events(self, count: int) -> Iterator[Event]:
        """The events of the first parts, in order, one by one."""
        from conflict_events.formats import native

        for number in range(count):
            path = self.path(number)
            with path.open(encoding="utf-8") as stream:
                next(stream)
                for line_number, line in enumerate(stream, 2):
                    where = f"{path}, line {line_number}"
                    yield native.from_dict(native.parsed(line, where), where)

    def remove(self) -> None:
        """Throw all parts away, and the folder if nothing else is in it."""
        for path in self._own():
            path.unlink(missing_ok=True)
        with contextlib.suppress(OSError):
            self.folder.rmdir()

    def _own(self) -> list[Path]:
        """The files in the folder that a store has made."""
        return [path for path in self.folder.iterdir() if _OWN.fullmatch(path.name)] if self.folder.exists() else []


def _write_whole(path: Path, lines: list[str]) -> None:
    with whole(path, tidy=False) as stream:
        stream.writelines(line.encode() for line in lines)
