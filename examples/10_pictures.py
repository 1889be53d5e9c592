"""A map, a time line and casualty claims as pictures; the article is made up."""

import tempfile
from pathlib import Path

import conflict_events as ce
from conflict_events import plot

TEXT = """Rebels shelled the town of Rutshuru on Tuesday, killing at least eight people, doctors said. The army said that five people died.

On Sunday gunmen attacked a village near Beni and killed three farmers, the police said.

Students marched in Goma on Monday to ask for better schools, and no one was killed.

Last week soldiers fought with militiamen near Bunia. The army said that 14 militiamen were killed."""


def draw(folder: Path) -> None:
    """Write the three pictures."""
    events = ce.code(ce.Article(TEXT, published="2024-10-23", source="Seed Wire")).events
    for name, picture in {"map": plot.map, "timeline": plot.timeline, "casualties": plot.casualties}.items():
        picture(events).figure.savefig(folder / f"{name}.png", dpi=110)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        draw(Path(folder))
        print(*sorted(path.name for path in Path(folder).iterdir()))
