"""Where things stand in the checkout, for tests that read it."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src"
SEEDS = tuple(sorted(path.parent for path in (ROOT / "seeds").glob("*/*/about.toml")))
EXAMPLES = tuple(sorted((ROOT / "examples").glob("*.py")))
DOCS = tuple(sorted(path for folder in (ROOT.glob("*.md"), (ROOT / "docs").rglob("*.md")) for path in folder))
MODULES = tuple(
    sorted(
        ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__")
        for path in (SOURCE / "conflict_events").rglob("*.py")
        if "lexicon/_template" not in path.as_posix()
    )
)


def name(path: Path) -> str:
    """A path as a test id."""
    return path.relative_to(ROOT).as_posix()
