"""What the documentation takes from the code: ``<!-- generated: NAME -->`` in a page becomes the part of that name.

mkdocs calls ``on_page_markdown`` while it builds; a name that does not exist fails the build.
"""

import argparse
import json
import os
import re
import runpy
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LEXICON = ROOT / "src" / "conflict_events" / "lexicon"
MARK = re.compile(r"<!-- generated: ([\w-]+) -->")


def table(head, rows):
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(
        "| " + " | ".join(str(cell).replace("|", "\\|").replace("\n", " ") for cell in row) + " |" for row in lines
    )


def sub_event_types():
    """The 25, in the codebook's order."""
    from conflict_events import SubEventType

    rows = [
        (sub.rank, sub.value, sub.event_type.value, sub.disorder_type.value, sub.definition) for sub in SubEventType
    ]
    return table(("rank", "sub-event type", "event type", "disorder type", "definition"), rows)


def actor_kinds():
    """The eight inter codes."""
    from conflict_events import ActorKind

    return table(("code", "kind", "definition"), [(kind.code, kind.value, kind.definition) for kind in ActorKind])


def interactions():
    """All 44."""
    from conflict_events.model.kind import INTERACTIONS

    return table(("code", "interaction"), [(one.code, one.text) for one in INTERACTIONS])


def regions():
    """ACLED's regions with their countries."""
    from conflict_events import Region
    from conflict_events.model.country import countries

    rows = [(r.code, r.value, ", ".join(c.name for c in countries() if c.region is r)) for r in Region]
    return table(("code", "region", "countries and territories"), rows)


def statuses():
    """How a value can be known."""
    from conflict_events import Status

    meaning = {
        Status.KNOWN: "the words say it",
        Status.INFERRED: "it follows from other words, by the rule that the reason names",
        Status.ABSENT: "not found; the reason says what was looked for",
        Status.BROKEN: "something stands there that could not be read; the raw text is kept",
    }
    return table(("status", "meaning"), [(f"`{status.value}`", meaning[status]) for status in Status])


def seeds():
    """What each seed is for."""
    rows = []
    for about in sorted((ROOT / "seeds").glob("*/*/about.toml")):
        facts = tomllib.loads(about.read_text(encoding="utf-8"))
        expected = json.loads((about.parent / "expected.json").read_text(encoding="utf-8"))
        rows.append((f"`{about.parent.parent.name}/{about.parent.name}`", len(expected["events"]), facts["why"]))
    return table(("seed", "events", "why it is kept"), rows)


def triggers():
    """Every trigger entry with an example and a counterexample, which are also tests."""
    parts = []
    for path in sorted((LEXICON / "en" / "triggers").glob("*.toml")):
        rows = []
        for entry in tomllib.loads(path.read_text(encoding="utf-8"))["trigger"]:
            words = [*entry.get("verbs", ()), *entry.get("nouns", ()), *entry.get("phrases", ())]
            shown = ", ".join(words[:8]) + (f" and {len(words) - 8} more" if len(words) > 8 else "")
            yes, no = entry["example"][0], entry["counterexample"][0]
            rows.append((f"`{entry['id']}`", shown, f"{yes['text']} *{yes['want']}*", f"{no['text']} *{no['why']}*"))
        parts.append(f"## {path.stem.capitalize()}\n\n" + table(("entry", "words", "is an event", "is none"), rows))
    return "\n\n".join(parts)


def tie_breaks():
    """The codebook's tie-breaks in the order in which they are asked, as their docstrings say them."""
    from conflict_events.extraction.rules.classification import RULES

    rows = [
        (number, f"`tiebreak.{rule.__name__}`", " ".join(rule.__doc__.split()))
        for number, rule in enumerate(RULES, start=1)
    ]
    return table(("order", "rule", "what it decides"), rows)


def known_wrong():
    """The strict marks of the seeds, with their reasons."""
    rows = []
    for about in sorted((ROOT / "seeds").glob("*/*/about.toml")):
        marks = tomllib.loads(about.read_text(encoding="utf-8")).get("xfail", {})
        rows += [(f"`{about.parent.name}`", aspect, reason) for aspect, reason in marks.items()]
    return table(("seed", "aspect", "what is wrong"), rows)


def page():
    """What is told from the article, with an example of each."""
    entries = tomllib.loads((LEXICON / "en" / "page.toml").read_text(encoding="utf-8"))["line"]
    rows = [(f"`page.{e['id']}`", e["what"], e["example"][0]["text"].replace("\n\n", " / ")) for e in entries]
    return table(("entry", "what it is", "example"), rows)


def counts():
    """How much there is of what."""
    from conflict_events.formats import BUILT_IN
    from conflict_events.model.country import countries

    entries = [
        e
        for path in (LEXICON / "en" / "triggers").glob("*.toml")
        for e in tomllib.loads(path.read_text("utf-8"))["trigger"]
    ]
    words = sum(len(entry.get(key, ())) for entry in entries for key in ("verbs", "nouns", "phrases"))
    groups = [
        a for p in (LEXICON / "actors").rglob("*.toml") for a in tomllib.loads(p.read_text("utf-8")).get("actor", ())
    ]
    rows = [
        ("trigger entries", len(entries)),
        ("trigger words and phrases, before inflection", words),
        ("named groups in the registry", len(groups)),
        ("countries and territories", len(countries())),
        ("formats", len(BUILT_IN)),
        ("seeds", len(list((ROOT / "seeds").glob("*/*/about.toml")))),
    ]
    return table(("what", "how many"), rows)


def commands():
    """What each command says of itself."""
    from conflict_events import cli

    os.environ["COLUMNS"] = "88"
    top = cli.parser()
    known = next(action for action in top._actions if isinstance(action, argparse._SubParsersAction)).choices  # noqa: SLF001
    parts = [f"```text\n{top.format_help().rstrip()}\n```"]
    parts += [f"## {name}\n\n```text\n{parser.format_help().rstrip()}\n```" for name, parser in known.items()]
    return "\n\n".join(parts)


PARTS = {
    "actor-kinds": actor_kinds,
    "commands": commands,
    "counts": counts,
    "interactions": interactions,
    "known-wrong": known_wrong,
    "page": page,
    "regions": regions,
    "seeds": seeds,
    "statuses": statuses,
    "sub-event-types": sub_event_types,
    "tie-breaks": tie_breaks,
    "triggers": triggers,
}


def on_config(config):
    """Let the pages be built where the package is not installed; mkdocs undoes changes of the path made on import."""
    sys.path.insert(0, str(ROOT / "src"))
    return config


def on_files(files, config):
    """Draw the pictures of the pages, from the article that their example makes up."""
    from mkdocs.structure.files import File

    example = runpy.run_path(str(ROOT / "examples" / "10_pictures.py"))
    with tempfile.TemporaryDirectory() as folder:
        example["draw"](Path(folder))
        for path in sorted(Path(folder).iterdir()):
            files.append(File.generated(config, f"how-to/pictures/{path.name}", content=path.read_bytes()))
    files.append(File.generated(config, "how-to/pictures/report.html", content=report()))
    return files


def report():
    """A report page of three seeds."""
    import conflict_events as ce
    from conflict_events.report.page import render

    coded = []
    for name in ("missile-night", "students-march", "village-raid"):
        folder = ROOT / "seeds" / "en" / name
        about = tomllib.loads((folder / "about.toml").read_text(encoding="utf-8"))
        text = (folder / "article.txt").read_text(encoding="utf-8")
        coded.append(ce.code(ce.Article(text, published=about["published"], source=about["source"])))
    return render(coded, title="Three articles")


def on_page_markdown(markdown, **_):
    """Put the generated parts into a page."""
    return MARK.sub(lambda match: PARTS[match[1]](), markdown)
