"""ACLED's layouts over the years: which columns, in which order, and how dates and actor kinds are written."""

from __future__ import annotations

from attrs import frozen

from conflict_events.model.errors import UnknownNameError

__all__ = ["COLUMNS", "DIALECTS", "Dialect", "dialect"]

COLUMNS = tuple(
    """event_id_cnty event_date year time_precision disorder_type event_type sub_event_type
    actor1 assoc_actor_1 inter1 actor2 assoc_actor_2 inter2 interaction civilian_targeting
    iso region country admin1 admin2 admin3 location latitude longitude geo_precision
    source source_scale notes fatalities tags timestamp""".split()
)
"""The 31 columns of the export since 20 March 2023."""

_2019 = tuple(
    """data_id iso event_id_cnty event_id_no_cnty event_date year time_precision event_type sub_event_type
    actor1 assoc_actor_1 inter1 actor2 assoc_actor_2 inter2 interaction
    region country admin1 admin2 admin3 location latitude longitude geo_precision
    source source_scale notes fatalities timestamp iso3""".split()
)

_2018 = tuple(
    """iso event_id_cnty event_id_no_cnty event_date year time_precision event_type sub_event_type
    actor1 assoc_actor_1 inter1 actor2 assoc_actor_2 inter2 interaction
    region country admin1 admin2 admin3 location latitude longitude geo_precision
    source source_scale notes fatalities timestamp""".split()
)

_AFRICA = tuple(
    """gwno event_id_cnty event_id_no_cnty event_date year time_precision event_type
    actor1 ally_actor_1 inter1 actor2 ally_actor_2 inter2 interaction
    country admin1 admin2 admin3 location latitude longitude geo_precision
    source notes fatalities""".split()
)


@frozen(slots=True, kw_only=True)
class Dialect:
    """One layout of ACLED's files.

    Args:
        name: by which a writer is asked for it.
        title: what it is, for people.
        columns: in order, in lower case.
        upper: whether the header is in capitals.
        digits: whether inter and interaction are numbers, as they were until 2024.
        dates: ``iso`` (2024-11-01), ``long`` (01 November 2024) or ``slashed`` (13/11/2024, only in edited rows of
            files that have it: no dialect is written so, because nobody could tell day from month).
    """

    name: str
    title: str
    columns: tuple[str, ...]
    upper: bool = False
    digits: bool = False
    dates: str = "iso"

    @property
    def header(self) -> tuple[str, ...]:
        """The header row as it stands in files."""
        return tuple(name.upper() for name in self.columns) if self.upper else self.columns


DIALECTS = {
    known.name: known
    for known in (
        Dialect(name="current", title="API and exports since late 2024", columns=COLUMNS),
        Dialect(name="web", title="web export since late 2024, with long dates", columns=COLUMNS, dates="long"),
        Dialect(name="2023", title="20 March 2023 to late 2024, inter codes as digits", columns=COLUMNS, digits=True),
        Dialect(
            name="2023-web",
            title="web export 20 March 2023 to late 2024, long dates, inter codes as digits",
            columns=COLUMNS,
            digits=True,
            dates="long",
        ),
        Dialect(name="2019", title="2019 to 19 March 2023, with data_id and iso3", columns=_2019, digits=True),
        Dialect(
            name="2019-file",
            title="files 2018 to 2022, header in capitals, ISO first, no DATA_ID and no ISO3",
            columns=_2018,
            upper=True,
            digits=True,
            dates="long",
        ),
        Dialect(
            name="africa",
            title="Africa files before 2018, header in capitals, GWNO, no sub-event types",
            columns=_AFRICA,
            upper=True,
            digits=True,
            dates="long",
        ),
    )
}
"""Name -> dialect, newest first."""


def dialect(name: str) -> Dialect:
    """The dialect with this name.

    Raises:
        UnknownNameError: if there is none.

    >>> len(dialect("current").columns), dialect("africa").header[0]
    (31, 'GWNO')
    """
    found = DIALECTS.get(name)
    if found is None:
        raise UnknownNameError("no such ACLED dialect", where="dialect", expected=", ".join(DIALECTS), got=name)
    return found
