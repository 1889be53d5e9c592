"""Write the pages of docs/reference that are made from code: the JSON Schema, the rules of the linter."""

import json
from pathlib import Path

from conflict_events.checks import RULES
from conflict_events.checks.linter import ACROSS
from conflict_events.formats.schema import document_schema

REFERENCE = Path(__file__).parents[1] / "docs" / "reference"


def lint_rules() -> str:
    """The page of lint rules."""
    lines = [
        "# Rules of `conflict-events lint`",
        "",
        "Made by `tools/write_references.py` from `conflict_events.checks.RULES`. An **error** is what the codebook does",
        "not allow, a **warning** what is unlikely to be meant. `--fix` writes the fixes marked *safe*: they follow from",
        "other columns of the same row. Values that cannot be read at all are told as `read.<what>`.",
        "",
        "| rule | wants | rests on | severity | fix |",
        "|---|---|---|---|---|",
    ]
    for rule in RULES:
        fix = "safe" if rule.safe else ""
        lines.append(f"| `{rule.id}` | {rule.title} | {rule.why} | {rule.severity} | {fix} |")
    for name, title in ACROSS.items():
        severity = "error" if name == "id.double" else "warning"
        lines.append(f"| `{name}` | {title} | It compares rows. | {severity} | |")
    return "\n".join(lines) + "\n"


def pages() -> dict[str, str]:
    """File name -> text."""
    schema = json.dumps(document_schema(), indent=2, ensure_ascii=False) + "\n"
    return {"event.schema.json": schema, "lint-rules.md": lint_rules()}


if __name__ == "__main__":
    for name, text in pages().items():
        (REFERENCE / name).write_text(text, encoding="utf-8")
