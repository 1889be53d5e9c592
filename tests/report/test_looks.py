"""The page looks as it did: on a phone and a desktop, in light and dark, but for what other fonts change."""

import json

import pytest

from report.looks import KEPT, PAGES, SCHEMES, SIZES, shots

Image = pytest.importorskip("PIL.Image", reason="needs Pillow, which comes with matplotlib")

NAMES = [f"{page}-{size}-{scheme}" for page in PAGES for size in SIZES for scheme in SCHEMES]
RENEW = "if this is meant: python tests/report/looks.py, then look at the difference"
EDGE, HEIGHT = 0.02, 0.2
"""How far an edge may move, in widths of the page, and how much higher or lower a part may be: fonts wrap otherwise."""
GREY = 40
"""How far one block may be from its grey, of 255."""
SHARE = {"map": 0.015, "line": 0.042, "bars": 0.03, "toll": 0.2}
"""Which share of the blocks of a part may be further. These were set between what Liberation Sans and a serif change and
what a lost colour, a lost row or a lost column changes; parts that are mostly words may differ by ``WORDS``."""
WORDS = 0.4


@pytest.fixture(scope="module")
def seen(browser, tmp_path_factory):
    return shots(browser, tmp_path_factory.mktemp("looks"))


@pytest.fixture(scope="module")
def kept():
    return json.loads((KEPT / "boxes.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", NAMES)
def test_parts_stand_where_they_stood(seen, kept, name):
    now, then = seen[name][0], kept[name]

    assert list(now) == list(then), RENEW
    for part, (x, width, height) in then.items():
        assert abs(now[part][0] - x) <= EDGE, f"{part} begins elsewhere; {RENEW}"
        assert abs(now[part][1] - width) <= EDGE, f"{part} has another width; {RENEW}"
        assert abs(now[part][2] - height) <= HEIGHT * height + EDGE, f"{part} has another height; {RENEW}"


@pytest.mark.parametrize("name", NAMES)
def test_parts_look_as_they_looked(seen, kept, name, tmp_path):
    now, then = seen[name][1], Image.open(KEPT / f"{name}.png")
    now.save(tmp_path / f"{name}.png")

    assert now.size == then.size, RENEW
    far = different(now, then, len(kept[name]))
    parts = [part for part, share in zip(kept[name], far, strict=True) if share > SHARE.get(part, WORDS)]
    assert parts == [], f"{far}, see {tmp_path}; {RENEW}"


def different(now, then, parts):
    """For each part, the share of blocks whose grey is another."""
    pairs = list(zip(now.tobytes(), then.convert("L").tobytes(), strict=True))
    size = len(pairs) // parts
    return [round(sum(abs(a - b) > GREY for a, b in pairs[size * n : size * (n + 1)]) / size, 3) for n in range(parts)]


def test_the_comparison_sees_dark_for_light_and_an_empty_picture(seen):
    light, dark = seen["many-phone-light"], seen["many-phone-dark"]
    parts = list(light[0])

    assert min(different(light[1], dark[1], len(parts))) > WORDS
    empty = dict(zip(parts, different(light[1], Image.new("L", light[1].size, 245), len(parts)), strict=True))
    assert all(empty[part] > share for part, share in SHARE.items() if part != "toll"), empty


def test_what_is_kept_is_small():
    assert sum(path.stat().st_size for path in KEPT.iterdir()) < 100_000
