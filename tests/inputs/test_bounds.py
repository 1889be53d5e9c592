"""No file, however small, takes memory or time without bound: what is too much is one line, and growth is linear."""

import gzip
import io
import json
import lzma
import subprocess
import sys
from pathlib import Path

import pytest

import project
from conflict_events import Article
from conflict_events.formats import acled
from conflict_events.inputs import Kind, Piece, articles, read_articles
from conflict_events.inputs.markup import text_of
from conflict_events.inputs.packed import unpacked
from conflict_events.inputs.piece import ARTICLE, LIMITS
from conflict_events.testing import acled_file
from inputs.samples import PAGE, RSS, SECOND, TEXT, archive
from work import steps

MARKUP = {
    "tags that do not end": "<a ",
    "names that do not end": "<a",
    "elements": "<p>a</p>",
    "comments that do not end": "<!-- ",
    "comments that end as tags": "<!-- >",
    "sections that do not end": "<![CDATA[ >",
    "instructions that do not end": "<? ",
    "declarations": "<!x ",
    "values that do not end": '<a b="',
    "values that end in the next": '<a b=">',
    "two kinds of quotes": "<a b='\">",
    "quotes within quotes": "<p a='\"' b=\"'\">",
    "end tags": "</a",
    "letters by name": "&a",
    "letters by number": "&#",
    "code that does not end": "<script>",
    "code that almost ends": "<script></",
    "what is not shown": "<form>",
    "attributes": "<p a a2 a3 a4>",
    "blanks": "<a b   ",
    "equals signs": "<a b= = ",
    "strokes": "<a / / ",
    "brackets": "<",
}


def mail(header):
    return lambda part, size: f"{header}: {part * (size // len(part))}\n\n{TEXT}".encode()


def whole(begin, end):
    return lambda part, size: f"{begin}{part * (size // len(part))}{end}".encode()


FEED = whole("<rss><channel><item><description><![CDATA[<p>", "]]></description></item></channel></rss>")
HTML = whole("<html><body><article><p>", f"{TEXT}</p></article></body></html>")
ATTRIBUTES = whole("<html><body><article><p ", f">{TEXT}</p></article></body></html>")

FILES = [
    *((Kind.FEED, FEED, part) for part in MARKUP.values() if "]]>" not in part),
    (Kind.FEED, whole("<rss><channel>", "</channel></rss>"), "<item/>"),
    (Kind.FEED, whole("<rss ", "/>"), "a='1' "),
    *((Kind.MAIL, mail(name), part) for name in ("From", "Subject", "Date", "Content-Type") for part in '"(<@;=:, \\'),
    (Kind.MAIL, mail("Subject"), "=?utf-8?q?a?= "),
    (Kind.MAIL, mail("Content-Type"), "text/plain; a=b;"),
    (Kind.MAIL, whole("", f"\n{TEXT}"), "A: b\n"),
    (Kind.MAIL, whole("Content-Type: multipart/mixed; boundary=b\n\n", "--b--"), "--b\n\n"),
    (Kind.MAIL, whole("", f"\n{TEXT}"), "Content-Type: multipart/mixed; boundary=b\n\n--b\n"),
    *((Kind.PAGE, HTML, part) for part in MARKUP.values()),
    (Kind.PAGE, ATTRIBUTES, "a b "),
    (Kind.JSON, whole("[", "[]]"), "[],"),
    (Kind.JSON, whole("", ""), "["),
    (Kind.JSON, whole("", ""), '{"text": "a"}\n'),
    (Kind.JSON_LINE, whole('{"text": "', '"}'), "\\u0041"),
]


def read(kind, data):
    return list(articles(Piece(data, kind, "x")))


@pytest.mark.parametrize(("kind", "form", "part"), FILES, ids=lambda value: value if isinstance(value, str) else "")
def test_time_grows_with_the_length_and_no_faster(kind, form, part):
    if kind is Kind.PAGE:
        pytest.importorskip("trafilatura")
    one, two, four = (form(part, size) for size in (2_000, 4_000, 8_000))
    read(kind, one)  # what is loaded once
    work = [max(steps(read, kind, data), 2_000) for data in (one, two, four)]
    assert work[1] < 2.6 * work[0]
    assert work[2] < 2.6 * work[1]


@pytest.mark.parametrize("name", MARKUP)
def test_markup_without_end_takes_no_more_than_markup_with_one(name):
    """Loops that run in C are not counted by steps, so this one is long."""
    text_of(MARKUP[name] * (300_000 // len(MARKUP[name])))


def test_an_element_with_very_many_attributes_is_refused_before_it_is_compared_with_itself():
    pytest.importorskip("trafilatura")
    many = " ".join(f"a{n}='>'" for n in range(80_000))
    (error,) = read(Kind.PAGE, PAGE.replace("<article>", f"<article {many}>").encode())
    assert error.what == "page is too tangled"
    some = " ".join(f"a{n}='>'" for n in range(500))
    code = "<script>if (a <b " + "c " * 5000 + ")</script>"
    (article,) = read(Kind.PAGE, PAGE.replace("<article>", f"{code}<article {some}>").encode())
    assert SECOND in article.text


def test_a_header_that_is_too_long_is_left_out_and_told():
    error, article = read(Kind.MAIL, f"From: {'a' * 50_000}\nSubject: Shells\n\n{TEXT}".encode())
    assert (error.where, article.title, article.source) == ("x, header From", "Shells", None)


KEPT = [
    ("<p>a</p><script>x = '<!--'</script><p>b</p><!-- c --><p>d</p>", "a\n\nb\n\nd"),
    ('<a title="x > y" href=z/>a</a> < b', "a < b"),
    ("<p it's>a <b>isn't</b></p>", "a isn't"),
    ("<svg />a<iframe/>b", "ab"),
    ("<p>a <b", "a <b"),
    ("<p>a &#99999999999999999999; b &lt;i&gt;</p>", "a \ufffd b <i>"),
    ("a<![CDATA[b > c]]>d<!doctype x>e<?f?>g", "adeg"),
    ('<a href="never>a <b>b</b>', "a b"),
]


@pytest.mark.parametrize(("markup", "text"), KEPT)
def test_markup_with_an_end_loses_nothing_that_is_text(markup, text):
    assert text_of(markup) == text


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.JSON_LINE])
def test_a_small_file_that_unpacks_to_much_is_one_line(tmp_path, kind):
    ending = {"text": "txt", "json": "json", "feed": "rss", "mail": "eml", "page": "html"}[kind]
    path = tmp_path / f"a.{ending}.gz"
    path.write_bytes(gzip.compress(b'"' * (LIMITS[kind] + 10)))
    (error,) = read_articles(path)
    assert (error.what, error.expected) == (f"{kind} is too long", f"at most {LIMITS[kind]:,} bytes")


def test_an_article_that_is_too_long_is_one_line_and_the_next_is_read(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps({"text": text}) + "\n" for text in ("a" * (ARTICLE + 1), "b" * ARTICLE, "c")))
    error, *good = read_articles(path)
    assert (error.what, error.got) == ("article is too long", ARTICLE + 1)
    assert [len(article.text) for article in good] == [ARTICLE, 1]


def test_a_document_of_very_many_values_is_refused():
    (error,) = read(Kind.JSON, b"[" + b"{}," * 1_600_000 + b"{}]")
    assert error.what == "too many values in one document"


@pytest.mark.parametrize("kind", [Kind.JSON, Kind.JSON_LINE])
def test_a_number_of_thousands_of_digits_costs_nothing(kind):
    line = f'{{"text": "{TEXT}", "n": {"9" * 5000}}}'
    (article,) = read(kind, line.encode())
    assert article.text == TEXT
    good = read(Kind.JSON, f"{line}\n{line}\n".encode())
    assert [article.text for article in good] == [TEXT, TEXT]


def test_xz_of_several_streams_is_read_and_one_that_asks_for_much_memory_refused():
    one, two = (lzma.compress(text.encode()) for text in (TEXT, SECOND))
    data = one + bytes(8) + two + bytes(4)
    assert unpacked(io.BytesIO(data), "x").read().decode() == TEXT + SECOND
    greedy = lzma.compress(b"a", filters=[{"id": lzma.FILTER_LZMA2, "preset": 1, "dict_size": 1 << 28}])
    with pytest.raises(ValueError, match=r"[Mm]emory usage limit"):
        unpacked(io.BytesIO(greedy), "x").read()
    with pytest.raises(ValueError, match="cut off"):
        unpacked(io.BytesIO(one[:-8]), "x").read()


def test_an_archive_of_one_letter_is_one_line(tmp_path):
    pytest.importorskip("warcio")
    path = tmp_path / "a.warc.gz"
    path.write_bytes(gzip.compress(archive(PAGE)[:-4] + b"\r\n\r\n" + b"a" * 100_000_000))
    article, error = read_articles(path)
    assert isinstance(article, Article)
    assert error.what == "archive is broken"


MEMORY = """
import re, sys
from pathlib import Path
from conflict_events import cli
code = cli.main(sys.argv[1:])
print(re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1], file=sys.stderr)
"""


def megabytes(*words):
    """The most memory that a command has taken, and what it said."""
    if not Path("/proc/self/status").exists():
        pytest.skip("needs Linux to tell the memory of a process")
    words = [sys.executable, "-c", MEMORY, *map(str, words)]
    done = subprocess.run(words, env={"PYTHONPATH": str(project.SOURCE)}, capture_output=True, check=True)
    *said, most = done.stderr.decode().splitlines()
    return int(most) / 1024, said


def test_forty_million_quotation_marks_take_little_memory(tmp_path):
    path = tmp_path / "a.txt.gz"
    path.write_bytes(gzip.compress(b'"' * 40_000_000))
    most, said = megabytes("code", path)
    assert "text is too long" in said[0]
    assert most < 200


def test_a_sparse_table_takes_little_memory(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(acled_file(2))
    with path.open("r+b") as stream:
        stream.truncate(300_000_000)
    most, said = megabytes("convert", path, tmp_path / "b.json")
    assert "native: 2 events written" in said
    assert most < 200
    assert len(acled.load(io.BytesIO(acled_file(2).encode()))) == 2


def test_a_feed_is_read_as_before():
    good = [found for found in read(Kind.FEED, RSS.encode()) if isinstance(found, Article)]
    assert [article.text.splitlines()[0] for article in good] == [TEXT, "It was calm & quiet."]
