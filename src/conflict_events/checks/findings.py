"""What a check found, and how it is told: as text, JSON, SARIF or GitHub annotations."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from attrs import asdict, frozen

from conflict_events.model.shown import shown

__all__ = ["Finding", "Report"]


@frozen(slots=True)
class Finding:
    """One thing in one row that the codebook does not allow, or that a person should look at."""

    row: int
    """Line of the file, 1 is the header; for events that are not from a file their number, from 1."""
    event: str
    """Id of the event; empty where the row has none."""
    column: str
    """Column; empty for the row as a whole."""
    rule: str
    """Id of the rule."""
    severity: str
    """``error``: the codebook does not allow it. ``warning``: it is unlikely to be meant."""
    why: str
    """What is wrong, in one sentence."""
    fix: str | None = None
    """The value that would be right, where that is sure or likely."""
    safe: bool = False
    """Whether ``--fix`` may write it: it follows from other columns of the same row."""

    def __str__(self) -> str:
        """One line."""
        advice = "" if self.fix is None else f" -> {self.fix!r}{'' if self.safe else ' ?'}"
        place = f"row {self.row} ({self.event or 'no id'}) {self.column or 'row'}"
        return shown(f"{place}: {self.severity} {self.rule}: {self.why}{advice}")


@frozen(slots=True)
class Report:
    """All findings about one file or some events, in the order of the rows."""

    name: str
    rows: int
    findings: tuple[Finding, ...] = ()

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self.findings)

    @property
    def counts(self) -> dict[str, int]:
        """Rule -> findings, the most frequent first."""
        return dict(Counter(finding.rule for finding in self.findings).most_common())

    @property
    def errors(self) -> int:
        """Findings that the codebook does not allow."""
        return sum(finding.severity == "error" for finding in self.findings)

    def text(self) -> str:
        """One line for each finding, and a last line that counts.

        >>> print(Report("x.csv", 2).text())
        x.csv: 2 rows, 0 errors, 0 warnings
        """
        name = shown(self.name)
        lines = [f"{name}: {finding}" for finding in self.findings]
        warnings = len(self.findings) - self.errors
        lines.append(f"{name}: {self.rows} rows, {self.errors} errors, {warnings} warnings")
        return "\n".join(lines)

    def json(self) -> str:
        """One JSON object."""
        found = [asdict(finding) for finding in self.findings]
        return json.dumps({"file": self.name, "rows": self.rows, "errors": self.errors, "findings": found}, indent=1)

    def github(self) -> str:
        """Workflow commands that GitHub shows beside the lines of a file."""
        return "\n".join(
            f"::{finding.severity} file={_property(self.name)},line={finding.row},"
            f"title={_property(finding.rule)}::{_data(f'{finding.column}: {finding.why}')}"
            for finding in self.findings
        )

    def sarif(self) -> str:
        """SARIF 2.1.0, for code scanning and editors."""
        from conflict_events import __version__
        from conflict_events.checks.rules import RULES

        rules = [{"id": rule.id, "shortDescription": {"text": rule.title}} for rule in RULES]
        known = {rule.id for rule in RULES}
        rules += [{"id": name} for name in sorted({finding.rule for finding in self.findings} - known)]
        tool = {"driver": {"name": "conflict-events", "version": __version__, "rules": rules}}
        results = [self._result(finding) for finding in self.findings]
        return json.dumps(
            {
                "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
                "version": "2.1.0",
                "runs": [{"tool": tool, "results": results}],
            },
            indent=1,
        )

    def _result(self, finding: Finding) -> dict[str, Any]:
        place = {"artifactLocation": {"uri": self.name}, "region": {"startLine": max(finding.row, 1)}}
        return {
            "ruleId": finding.rule,
            "level": finding.severity,
            "message": {"text": f"{finding.column or 'row'}: {finding.why}"},
            "locations": [{"physicalLocation": place}],
        }


def _data(text: str) -> str:
    return shown(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
