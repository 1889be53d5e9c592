"""An ACLED file read, checked and read back; the rows here are made up."""

import datetime as dt
import io

import conflict_events as ce
from conflict_events import checks

event = ce.Event(
    ce.SubEventType.ARMED_CLASH,
    when=ce.When.day(dt.date(2024, 10, 22)),
    where=ce.Place("Goma", country=ce.Country.of("COD"), latitude=-1.6741, longitude=29.2234, precision=1),
    actor1=ce.Actor("M23: March 23 Movement", ce.ActorKind.REBEL_GROUP),
    record_id="DRC1",
)
text = ce.formats.acled.dumps([event])
table = ce.formats.acled.load(io.BytesIO(text.encode()))
print(len(table), "row,", table[0].sub_event_type, "at", table[0].where.name)
for finding in checks.lint(io.BytesIO(text.encode())).findings:
    print(finding)
