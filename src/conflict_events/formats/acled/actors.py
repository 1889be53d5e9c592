"""ACLED rows with one actor to a row, and back: the long and wide forms, without losing a column.

Each long row keeps all columns of its event but those of the actors, and tells who (``actor``), in which role
(``actor_role``), of which kind (``inter``), and of which row (``row``). ``wide`` is the exact inverse of ``long``.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from conflict_events.formats.acled.dialects import COLUMNS
from conflict_events.model.errors import FormatError

__all__ = ["FORMS", "long", "wide"]

_ROLES = {"actor1": "inter1", "assoc_actor_1": None, "actor2": "inter2", "assoc_actor_2": None}
"""Column of names -> column of the kind."""

_SPLIT = ("assoc_actor_1", "assoc_actor_2")
_ADDED = ("row", "actor_role", "actor", "inter")

FORMS = {
    "full_actors": tuple(_ROLES),
    "main_actors": ("actor1", "actor2"),
    "assoc_actors": _SPLIT,
}
"""Form -> the columns that become rows; those of other forms stay as they are."""


def long(rows: Iterable[Mapping[str, Any]], form: str = "full_actors") -> Iterator[dict[str, Any]]:
    """One row for each actor of each event.

    Args:
        rows: ACLED rows, e.g. of ``to_rows``, with any further columns.
        form: ``full_actors``, ``main_actors`` or ``assoc_actors``.

    Yields:
        Rows in the order of the events and roles. An event without such an actor gives one row with no role.

    Raises:
        FormatError: if the rows already have one of the columns that are added.

    >>> rows = [{"event_id_cnty": "KEN1", "actor1": "A", "assoc_actor_1": "B; C", "inter1": "Rioters"}]
    >>> [(row["actor_role"], row["actor"], row["inter"]) for row in long(rows)]
    [('actor1', 'A', 'Rioters'), ('assoc_actor_1', 'B', ''), ('assoc_actor_1', 'C', '')]
    >>> list(wide(long(rows), columns=rows[0])) == rows
    True
    """
    roles = FORMS[form]
    gone = {column for role in roles for column in (role, _ROLES[role]) if column is not None}
    for number, row in enumerate(rows):
        taken = [name for name in _ADDED if name in row]
        if taken:
            raise FormatError("columns are taken", where=f"row {number}", expected="ACLED rows", got=", ".join(taken))
        kept = {name: value for name, value in row.items() if name not in gone}
        actors = [actor for role in roles for actor in _of_role(row, role)]
        for role, name, kind in actors or [("", "", "")]:
            yield {**kept, "row": number, "actor_role": role, "actor": name, "inter": kind}


def _of_role(row: Mapping[str, Any], role: str) -> Iterator[tuple[str, Any, Any]]:
    """Role, name and kind of each actor of one role; nobody where both name and kind are blank."""
    names, inter = row.get(role), _ROLES[role]
    kind = row.get(inter, "") if inter else ""
    if names in ("", None) and (inter is None or kind in ("", None, 0, "0")):
        return
    for name in str(names).split("; ") if role in _SPLIT else (names,):
        yield role, name, kind


def wide(rows: Iterable[Mapping[str, Any]], columns: Iterable[str] | None = None) -> Iterator[dict[str, Any]]:
    """The rows from which ``long`` made these, in their order.

    Args:
        rows: long rows; those of one event stand together.
        columns: the columns wanted, in their order; None gives ACLED's order and then all others.
    """
    wanted = None if columns is None else tuple(columns)
    for _, group in itertools.groupby(rows, key=lambda row: row["row"]):
        yield _joined(list(group), wanted)


def _joined(group: list[Mapping[str, Any]], wanted: tuple[str, ...] | None) -> dict[str, Any]:
    first = group[0]
    values = {name: value for name, value in first.items() if name not in _ADDED}
    names: dict[str, list[Any]] = {}
    for row in group:
        role = row["actor_role"]
        if role:
            names.setdefault(role, []).append(row["actor"])
            inter = _ROLES[role]
            if inter is not None:
                values[inter] = row["inter"]
    for role, actors in names.items():
        values[role] = "; ".join(actors) if role in _SPLIT else actors[0]
    # Where inter codes are digits, nobody is 0 and not blank.
    code = values.get("interaction", "")
    nobody: Any = type(code)(0) if str(code).isdigit() else ""
    blanks = {name: nobody if name.startswith("inter") else "" for pair in _ROLES.items() for name in pair if name}
    values = {**blanks, **values}
    if wanted is None:
        wanted = (*(name for name in COLUMNS if name in values), *(name for name in values if name not in COLUMNS))
    return {name: values[name] for name in wanted}
