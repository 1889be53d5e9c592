"""The report page in a real browser: hover, click, filter, keyboard, phone width, accessibility, hostile text."""

import datetime as dt
import shutil

import pytest

from conflict_events.model.article import Article
from conflict_events.model.casualty import CasualtyReport, Outcome
from conflict_events.model.coded import CodedArticle, Problem, Rejection
from conflict_events.model.country import Country
from conflict_events.model.event import Event
from conflict_events.model.evidence import Basis, Evidence, Status
from conflict_events.model.place import Place
from conflict_events.model.taxonomy import SubEventType
from conflict_events.model.when import When
from conflict_events.report.page import render

sync_api = pytest.importorskip("playwright.sync_api", reason="needs playwright (pip install playwright)")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium (Debian: apt-get install chromium)")
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-sync"]
ATTACK = "<img src=x onerror=\"document.title='broken'\"><script>document.title='broken'</script>"


def evidence(text, words):
    start = text.index(words)
    return Evidence(start, start + len(words), words, f"test.{words.lower()}")


def event(text, kind, town, point, day, number):
    told = evidence(text, town)
    claim = CasualtyReport(Outcome.KILLED, stated=number, low=number, high=None, source="Police", evidence=(told,))
    return Event(
        kind,
        when=When.day(day),
        where=Place(town, country=Country.of("COD"), latitude=point[0], longitude=point[1], precision=1),
        casualties=(claim,),
        notes=f"A note about {town}.",
        bases={
            "sub_event_type": Basis(Status.KNOWN, evidence=(evidence(text, "shelled"),)),
            "where": Basis(Status.KNOWN, evidence=(told,)),
            "when": Basis(Status.INFERRED, reason="the story stands there", evidence=(evidence(text, "Tuesday"),)),
        },
    )


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    text = f"On Tuesday rebels shelled Goma and then Sake. {ATTACK} Calm returned to Bukavu."
    shells = event(text, SubEventType.SHELLING, "Goma", (-1.67, 29.23), dt.date(2024, 10, 8), 4)
    clash = event(text, SubEventType.ARMED_CLASH, "Sake", (-1.57, 29.04), dt.date(2024, 10, 22), 9)
    first = CodedArticle(
        Article(text, title=f"Shells {ATTACK}", published="2024-10-23"),
        (shells, clash),
        problems=(Problem("a problem"),),
        rejections=(Rejection(evidence(text, "Calm"), "no act"),),
    )
    second = CodedArticle(Article("Nothing happened in Bukavu.", title="Quiet"))
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(render([first, second], title="Test report"), encoding="utf-8")
    return path.as_uri()


@pytest.fixture(scope="module")
def browser():
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield started
        started.close()


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
