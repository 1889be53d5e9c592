"""How the report page looks, in numbers that another machine's fonts hardly move: boxes, and blocks of grey.

Each part of a page is photographed, shrunk to a few grey blocks, and kept: one small picture a page, the parts below
one another, and the boxes of all parts in ``boxes.json``. A change of the page that is meant is taken over by

    python tests/report/looks.py

which writes both anew; look at the difference before it is committed.
"""

import io
import json
import sys
from pathlib import Path

KEPT = Path(__file__).parent / "looks"
BLOCKS = (72, 36)
"""Columns and rows of grey into which a part is shrunk."""
PAGES = ("one", "many")
SIZES = {"phone": (360, 800), "desktop": (1200, 900)}
SCHEMES = ("light", "dark")
PARTS = {
    "header": "header",
    "legend": ".legend",
    "map": "figure.where",
    "line": "figure.when",
    "bars": "figure.often",
    "toll": "figure.deaths",
    "text": ".text",
    "event": ".event",
    "article": "article",
    "footer": "footer",
}


def shots(browser, folder):
    """Name -> (part -> box as fractions of the page's width, the grey blocks as one picture)."""
    from PIL import Image

    from conflict_events.report.page import render
    from report import samples

    found = {}
    for page in PAGES:
        path = folder / f"{page}.html"
        path.write_text(render(getattr(samples, page)(), title="Looks"), encoding="utf-8")
        for size, (width, height) in SIZES.items():
            for scheme in SCHEMES:
                context = browser.new_context(
                    viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce"
                )
                opened = context.new_page()
                opened.goto(path.as_uri())
                boxes, pictures = {}, []
                for part, selector in PARTS.items():
                    node = opened.locator(selector).first
                    if node.count() and node.is_visible():
                        box = node.bounding_box()
                        boxes[part] = [round(box[key] / width, 3) for key in ("x", "width", "height")]
                        shot = Image.open(io.BytesIO(node.screenshot(animations="disabled"))).convert("L")
                        pictures.append(shot.resize(BLOCKS, Image.Resampling.BOX))
                whole = Image.new("L", (BLOCKS[0], BLOCKS[1] * len(pictures)))
                for row, picture in enumerate(pictures):
                    whole.paste(picture, (0, BLOCKS[1] * row))
                found[f"{page}-{size}-{scheme}"] = (boxes, whole)
                context.close()
    return found


def main():
    """Write what the tests compare with."""
    from tempfile import TemporaryDirectory

    from playwright.sync_api import sync_playwright

    here = Path(__file__).parent
    sys.path[:0] = [str(here.parent), str(here.parent.parent / "src")]
    from report.conftest import CHROMIUM, QUIET

    KEPT.mkdir(exist_ok=True)
    with sync_playwright() as playwright, TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        found = shots(browser, Path(folder))
        browser.close()
    for name, (_, picture) in found.items():
        picture.save(KEPT / f"{name}.png", optimize=True)
    boxes = {name: part for name, (part, _) in sorted(found.items())}
    (KEPT / "boxes.json").write_text(json.dumps(boxes, indent=1) + "\n", encoding="utf-8")
    print(*sorted(path.name for path in KEPT.iterdir()), sep="\n")  # noqa: T201 - a command


if __name__ == "__main__":
    main()
