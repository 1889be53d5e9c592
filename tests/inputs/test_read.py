"""Articles come out of every kind of file with day, title and outlet; what is broken costs one line and nothing else."""

import bz2
import datetime as dt
import gzip
import io
import json
import lzma
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conflict_events import Article, ConflictEventsError, SubEventType, code
from conflict_events.inputs import Kind, Piece, articles, read_articles
from conflict_events.inputs.piece import LIMITS
from conflict_events.model.mention import DateMention, PlaceMention
from inputs.samples import ATOM, DAY, MAIL, PAGE, RSS, SCHEMA, SECOND, TEXT, archive

KNOWN = (dt.date(2024, 10, 22), "Shells hit Goma", "Seed Wire")


def split(found):
    """Articles and errors apart."""
    found = list(found)
    good = [one for one in found if isinstance(one, Article)]
    bad = [one for one in found if isinstance(one, ConflictEventsError)]
    assert len(good) + len(bad) == len(found)
    return good, bad


@pytest.fixture
def put(tmp_path):
    def write(name, data):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    return write


def test_plain_text_is_never_changed(put):
    text = f"\r\n  {TEXT}\r\n\t{SECOND} \r\n"
    (article,), bad = split(read_articles(put("a.txt", text)))
    assert (article.text, article.published, bad) == (text, None, [])


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.jsonl", json.dumps({"text": TEXT, "published": DAY, "title": "Shells hit Goma", "source": "Seed Wire"})),
        ("a.json", json.dumps({"articleBody": TEXT, **SCHEMA})),
        ("graph.jsonld", json.dumps({"@graph": [{"@type": "Organization"}, {"articleBody": TEXT, **SCHEMA}]})),
        ("a.rss", RSS),
        ("a.xml", ATOM),
        ("a.eml", MAIL),
        ("a.html", PAGE),
        ("a.warc", archive(PAGE)),
        ("no-ending-1", RSS),
        ("no-ending-2", PAGE),
        ("no-ending-3", MAIL),
        ("no-ending-4", archive(PAGE)),
        ("no-ending-5", json.dumps({"articleBody": TEXT, **SCHEMA})),
    ],
)
def test_day_title_and_outlet_come_with_the_text(put, name, data):
    article = next(read_articles(put(name, data)))
    assert article.text.startswith("GOMA, Oct 22 (Seed Wire) - Rebels")
    assert (article.published, article.title, article.source) == KNOWN


@pytest.mark.parametrize(("name", "data"), [("a.rss", RSS), ("a.atom", ATOM), ("a.html", PAGE), ("a.eml", MAIL)])
def test_the_body_holds_the_paragraphs_and_nothing_around_them(put, name, data):
    article = next(read_articles(put(name, data)))
    assert [line.strip() for line in article.text.splitlines() if line.strip()] == [TEXT, SECOND]


def test_a_feed_goes_on_after_entries_that_say_nothing(put):
    good, bad = split(read_articles(put("a.rss", RSS)))
    assert [article.title for article in good] == ["Shells hit Goma", "Later"]
    assert good[1].text == "It was calm & quiet."
    assert [error.where[-7:] for error in bad] == ["entry 2", "entry 3"]
    assert good[1].published is None
    assert "day of publication is left out" in str(bad[1])


def test_updates_of_a_live_blog_are_articles_of_their_own_days(put):
    updates = [{"@type": "BlogPosting", "articleBody": TEXT, "datePublished": f"2024-10-2{n}T08:00Z"} for n in (2, 3)]
    page = PAGE.replace(
        json.dumps(SCHEMA), json.dumps({**SCHEMA, "@type": "LiveBlogPosting", "liveBlogUpdate": updates})
    )
    good, bad = split(read_articles(put("a.html", page)))
    assert [(article.published.day, article.source) for article in good] == [(22, "Seed Wire"), (23, "Seed Wire")]
    assert bad == []


def test_a_page_that_does_not_say_its_day_has_none(put):
    page = PAGE.replace("datePublished", "dateSomething").replace("<footer>", "<footer>Oct 25, 2024 ")
    assert next(read_articles(put("2024/10/24/a.html", page))).published is None


def test_meta_elements_say_what_json_ld_does_not(put):
    meta = '<meta property="article:published_time" content="2024-10-22"><meta property="og:site_name" content="Seed Wire">'
    page = PAGE.replace(json.dumps(SCHEMA), "{broken").replace("</head>", f"{meta}</head>")
    article = next(read_articles(put("a.html", page)))
    assert (article.published, article.source) == (dt.date(2024, 10, 22), "Seed Wire")


def test_an_archive_gives_its_pages_and_passes_over_the_rest(put):
    data = archive(PAGE, "") + archive(b"\x89PNG", media="image/png") + archive(PAGE, status="404 Not Found")
    good, bad = split(read_articles(put("a.warc.gz", gzip.compress(data))))
    assert [article.url for article in good] == ["https://seed.example/1"]
    assert [error.what for error in bad] == ["file is empty"]


@pytest.mark.parametrize(("ending", "pack"), [("gz", gzip.compress), ("bz2", bz2.compress), ("xz", lzma.compress)])
def test_packed_files_are_read_and_cut_off_ones_told(put, ending, pack):
    lines = "".join(json.dumps({"text": f"{TEXT} {n}"}) + "\n" for n in range(2000))
    packed = pack(lines.encode())
    good, bad = split(read_articles(put(f"a.jsonl.{ending}", packed)))
    assert (len(good), bad) == (2000, [])
    _, bad = split(read_articles(put(f"b.jsonl.{ending}", packed[: len(packed) // 2])))
    assert [error.what for error in bad[-1:]] == ["packed file is broken or cut off"]


def test_zstandard_files_are_read(put):
    zstandard = pytest.importorskip("zstandard")
    one = zstandard.ZstdCompressor().compress(json.dumps({"text": TEXT}).encode() + b"\n")
    good, bad = split(read_articles(put("a.jsonl.zst", one + one)))
    assert (len(good), bad) == (2, [])


def test_a_folder_is_read_in_the_order_of_its_names(put, tmp_path):
    for name in ("b/1.txt", "a.txt", "c.jsonl", ".hidden/x.txt", ".x.txt"):
        put(f"in/{name}", json.dumps({"text": name}) if name.endswith("l") else name)
    good, bad = split(read_articles(tmp_path / "in"))
    assert ([article.text for article in good], bad) == (["a.txt", "c.jsonl", "b/1.txt"], [])


def test_standard_input_is_a_dash(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(RSS.encode())))
    assert next(read_articles("-")).title == "Shells hit Goma"


BROKEN = {
    "a.jsonl": (b'{"text": "one"}\n{broken\n[1]\n{"title": "no text"}\n{"text": 5}\n{"text": " "}\n', 5, "line 2"),
    "a.json": (b'{"text": ', 1, "no JSON"),
    "deep.json": (b"[" * 100_000, 1, "nested too deep"),
    "a.rss": (b"<rss><channel>", 1, "no XML"),
    "svg.xml": (b"<svg/>", 1, "no feed"),
    "a.eml": (b"\n\n", 1, "no mail"),
    "a.html": (b"<html><body></body></html>", 1, "no article on the page"),
    "a.txt": (b"", 1, "empty"),
    "a.pdf": (b"%PDF-1.7 \x00\x01" + bytes(range(256)), 1, "no text"),
    "nul.txt": (b"a\x00b", 1, "no text"),
    "a.warc": (archive(PAGE)[:300], 1, ""),
    "a.gz": (b"\x1f\x8bxx", 1, "packed"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_broken_gets_one_line_each(put, name):
    data, count, told = BROKEN[name]
    path = put(name, data)
    _, bad = split(read_articles(path))
    assert len(bad) == count
    for error in bad:
        assert "\n" not in str(error)
        assert str(path) in str(error)
        assert "expected" in str(error)
    assert told in str(bad[0])


@pytest.mark.parametrize(
    "document",
    [
        '<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><rss><channel><item><description>&b;</description></item></channel></rss>',
        '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><description>&x;</description></item></channel></rss>',
    ],
)
def test_xml_never_unfolds_and_never_opens_files(put, document):
    good, bad = split(read_articles(put("a.rss", document)))
    assert good == []
    assert "declares entities" in str(bad[0])


def test_xml_of_absurd_depth_is_refused(put):
    good, bad = split(read_articles(put("a.rss", "<rss>" + "<x>" * 50_000)))
    assert (good, len(bad)) == ([], 1)


def test_a_packed_bomb_is_told_and_not_unfolded(put):
    good, bad = split(read_articles(put("a.txt.gz", gzip.compress(b" " * (LIMITS[Kind.TEXT] + 10)))))
    assert good == []
    assert "too long" in str(bad[0])


ODD = "“We heard a blast,” said Rocío Muñoz – who lives near the café – and then it was calm in the town of Goma."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_encodings_are_told_apart(put, encoding):
    (article,), bad = split(read_articles(put("a.txt", ODD.encode(encoding))))
    assert (article.text, bad) == (ODD, [])


RUSSIAN = "Ракеты попали в жилой дом в Харькове во вторник, погибли три человека, сообщили власти. Спасатели работают."


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r"])
def test_other_letters_are_told_by_how_often_they_occur(put, encoding):
    (article,), _ = split(read_articles(put("a.txt", RUSSIAN.encode(encoding))))
    assert article.text == RUSSIAN


def test_a_few_odd_bytes_tell_nothing_and_are_refused_unless_the_user_knows(put):
    path = put("a.txt", "café".encode("cp1252"))
    good, bad = split(read_articles(path))
    assert (good, len(bad)) == ([], 1)
    assert next(read_articles(path, charset="cp1252")).text == "café"


def test_a_page_is_read_in_the_encoding_that_it_names(put):
    page = PAGE.replace('charset="utf-8"', 'charset="windows-1251"').replace(SECOND, RUSSIAN)
    assert RUSSIAN in next(read_articles(put("a.html", page.encode("cp1251")))).text


@pytest.mark.parametrize("kind", Kind)
@given(data=st.binary(max_size=300) | st.text(alphabet='<>&;/!-[]{}":,a\n @', max_size=200).map(str.encode))
def test_no_bytes_make_a_reader_raise(kind, data):
    for found in articles(Piece(data, kind, "x")):
        assert isinstance(found, (Article, ConflictEventsError))


PARAGRAPH = (
    "Rebels shelled the town of Goma on Tuesday, killing three civilians, doctors said. People fled towards the lake with "
    "what they could carry, and the road to the north was cut for hours."
)
FURNISHED = f"""<html lang="en"><head><title>Shells hit Goma | Seed Wire</title>
<meta property="article:published_time" content="2024-10-23T08:00:00Z"></head><body>
<nav><a href="/">Home</a></nav><div class="cookies"><p>We use cookies to improve your visit.</p></div>
<main><article><h1>Shells hit Goma</h1><p class="byline">By Jane Doe in Nairobi</p><p>Updated 3 hours ago</p>
<figure><img src="x.jpg"><figcaption>Soldiers fought rebels in Bukavu in 2012. Photograph: John Roe</figcaption></figure>
<p>{PARAGRAPH}</p>
<p><strong>Read more: <a href="/x">Gunmen kill 12 in Nigeria village raid</a></strong></p>
<p>Sign up for our newsletter: the war in Ukraine, every Friday</p>
<p>Schools stayed closed in the town. Residents said that they had heard more than twenty blasts in the night.</p>
<div class="ad"><p>Advertisement</p></div>
<aside><h3>Related stories</h3><ul><li><a href="/a">Bomb kills five in Kabul</a></li></ul></aside></article></main>
<footer><p>© 2024 Seed Wire, London. All rights reserved.</p></footer></body></html>"""


def test_the_furniture_of_a_page_gives_no_event_day_or_place(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(FURNISHED, encoding="utf-8")

    (article,) = read_articles(path)
    coded = code(article)

    assert article.title == "Shells hit Goma"
    assert not article.text.startswith("Shells hit")
    assert {found.text for found in coded.mentions if isinstance(found, PlaceMention)} == {"Goma"}
    assert {found.text for found in coded.mentions if isinstance(found, DateMention)} == {"Tuesday"}
    assert {event.where.name for event in coded.events if event.where is not None} == {"Goma"}
    assert sum(event.sub_event_type is SubEventType.SHELLING for event in coded.events) == 1
