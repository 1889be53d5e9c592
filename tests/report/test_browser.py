"""The report page in a real browser: hover, click, filter, keyboard, phone width, accessibility, hostile text."""

import pytest

from conflict_events.report.page import render
from report import samples


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(render(samples.two(), title="Test report"), encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def page(browser, report):
    context = browser.new_context(viewport={"width": 1200, "height": 900})
    opened = context.new_page()
    asked = []
    opened.on("request", lambda request: asked.append(request.url))
    opened.on("pageerror", lambda error: asked.append(f"error {error}"))
    opened.goto(report)
    opened.asked = asked
    yield opened
    context.close()


def test_hovering_a_field_lights_its_words(page):
    page.hover("[data-fields='e0-0-where']")

    assert page.locator("mark.on").all_inner_texts() == ["Goma"]


def test_hovering_words_lights_their_fields(page):
    page.hover("mark:has-text('Tuesday')")

    lit = page.locator("dl > div.on dt").all_inner_texts()
    assert lit == ["when", "when"]


def test_keyboard_reaches_the_quotes_and_escape_puts_the_light_out(page):
    page.locator("#e0-1 button.quote").nth(1).focus()
    assert page.locator("mark.on").count() > 0

    page.keyboard.press("Escape")

    assert page.locator("mark.on").count() == 0


def test_click_on_a_map_dot_leads_to_the_event(page):
    page.locator("svg.map a").first.focus()
    page.keyboard.press("Enter")

    assert page.url.endswith("#e0-0")


def test_filter_by_type_and_words(page):
    page.select_option("select[name=kind]", "Battles")
    assert page.locator(".event:visible").count() == 1
    assert page.locator("#count").inner_text() == "1 event shown"
    assert page.locator("#a1").is_hidden()

    page.select_option("select[name=kind]", "")
    page.fill("input[name=words]", "Goma")
    assert page.locator(".event:visible h3").all_inner_texts() == [
        "Shelling/artillery/missile attack, Goma, 2024-10-08"
    ]


def test_hostile_text_is_shown_and_does_not_run(page):
    assert page.title() == "Test report"
    assert page.locator("img").count() == 0
    assert "onerror" in page.locator("#t0").inner_text()


def test_nothing_is_loaded_but_the_page(page, report):
    page.mouse.wheel(0, 4000)

    assert [url.split("#")[0] for url in page.asked] == [report]


@pytest.mark.parametrize("width", [320, 390, 768, 1400])
def test_no_width_scrolls_sideways(page, width):
    page.set_viewport_size({"width": width, "height": 800})

    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_barrier(page, scheme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs axe-playwright-python")
    page.emulate_media(color_scheme=scheme)

    found = axe.Axe().run(page).response["violations"]

    assert [(rule["id"], [node["html"][:90] for node in rule["nodes"][:3]]) for rule in found] == []


def test_light_and_dark_look_different_and_each_the_same_again(page):
    page.emulate_media(color_scheme="light")
    light, again = page.screenshot(), page.screenshot()
    page.emulate_media(color_scheme="dark")

    assert light == again
    assert page.screenshot() != light


# Many articles


@pytest.fixture
def index(browser, tmp_path):
    path = tmp_path / "many.html"
    path.write_text(render(samples.many(), title="Many"), encoding="utf-8")
    context = browser.new_context(viewport={"width": 390, "height": 800})
    opened = context.new_page()
    opened.goto(path.as_uri())
    yield opened
    context.close()


def test_many_articles_are_an_index_that_unfolds(index):
    assert index.locator(".event:visible").count() == 0
    assert index.locator("summary:visible").count() == 8

    index.locator("#a2 summary").click()

    assert index.locator(".event:visible").count() == 3


def test_a_link_to_an_event_unfolds_its_article(index):
    index.evaluate("location.hash = 'e5-1'")

    index.locator("#e5-1").wait_for(state="visible")


def test_filter_by_country_unfolds_what_is_left_and_thins_the_pictures(index):
    dots, bars = index.locator("svg.map a:visible").count(), index.locator(".toll li:visible").count()
    index.select_option("select[name=country]", "Rwanda")

    shown = index.locator(".event:visible").count()
    assert index.locator("#count").inner_text() == f"{shown} events shown"
    assert index.locator("article:visible").count() == 3
    assert index.locator("svg.map a:visible").count() == shown < dots
    assert index.locator(".toll li:visible").count() < bars


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_barrier_in_the_index(index, scheme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs axe-playwright-python")
    index.emulate_media(color_scheme=scheme)
    index.locator("#a0 summary").click()

    found = axe.Axe().run(index).response["violations"]

    assert [(rule["id"], [node["html"][:90] for node in rule["nodes"][:3]]) for rule in found] == []
