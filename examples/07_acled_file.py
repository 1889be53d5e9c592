"""Clean up an ACLED file: an old layout with a mistake is checked, mended where that is safe, and brought up to date."""

import io
import tempfile
from pathlib import Path

from conflict_events import checks
from conflict_events.formats import acled
from conflict_events.testing import acled_file

# Made-up rows in the layout of 2019, one with a year that is not the date's.
text = acled_file(12, dialect="2019").replace(",2021,", ",1999,", 1)

with tempfile.TemporaryDirectory() as folder:
    source, fixed, current = (Path(folder, name) for name in ("old.csv", "fixed.csv", "current.csv"))
    source.write_text(text, encoding="utf-8")

    report = checks.lint(source)
    for finding in report:
        print(finding.row, finding.column, finding.rule, "-", finding.why)
    print("fixed:", [finding.rule for finding in checks.fix_file(source, fixed)])
    print("left:", len(list(checks.lint(fixed))))

    table = acled.load(fixed)
    print("layout", table.dialect, "with", len(table), "events")
    losses = acled.dump(list(table), current).losses
    lost = {loss.field.removeprefix("extras.") for loss in losses if loss.field.startswith("extras.")}
    print("layout", acled.load(current).dialect, "lost of the old one:", *sorted(lost))
    assert acled.load(io.BytesIO(current.read_bytes()))[0].where == table[0].where
