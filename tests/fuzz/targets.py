"""What must hold for any bytes whatever: one function for each reader, checker and the coder.

Each takes bytes, does with them what a user could do, and raises nothing but AssertionError where something that
always holds does not. Errors of the library's own classes are what a user is meant to see, so they are taken as an
answer. The mutation tests use the same functions.
"""

import bz2
import contextlib
import gzip
import io
import json
import lzma
import tempfile
from pathlib import Path

import httpx
from attrs import evolve

import conflict_events as ce
import hostile
import project
from conflict_events import checks, formats
from conflict_events.explain import explain
from conflict_events.formats import acled, gtd, native, ucdp_ged
from conflict_events.formats.cameo import icews
from conflict_events.inputs import Kind, Piece, articles
from conflict_events.inputs.files import cut
from conflict_events.report.page import render
from conflict_events.sources.acled import AcledClient
from conflict_events.sources.credentials import Credentials
from conflict_events.sources.http import Http
from conflict_events.sources.ucdp import UcdpClient
from conflict_events.testing import acled_file
from foreign import BOMB, CLASH, FIRST, SECOND, table
from inputs import samples
from work import steps

OTHERS = ("geojson", "ucdp-ged", "plover", "polecat", "gdelt", "hxl")


@contextlib.contextmanager
def only_our_errors():
    with contextlib.suppress(ce.ConflictEventsError):
        yield


def holds_for_events(events):
    """Whatever was read is an event like any other: the native form keeps it, and every writer takes it."""
    events = tuple(events)
    assert native.loads(native.dumps(events)) == events
    for name in OTHERS:
        report = formats.get(name).dump(events, io.BytesIO())
        assert report.total >= len(report.losses)


def reads(name):
    """The reader of a format: events that hold, or one clear error."""

    def target(data):
        with only_our_errors():
            loaded = formats.get(name).load(io.BytesIO(data))
            holds_for_events(loaded)
            assert all(str(problem) for problem in loaded.problems)

    return target


def written(events, **options):
    acled.dump(events, out := io.BytesIO(), **options)
    return out.getvalue()


def acled_table(data):
    """An ACLED file is written back to the byte, moved to other layouts, and edited in single cells."""
    with only_our_errors():
        table = acled.load(io.BytesIO(data))
        assert written(table) == data or not table.layout.exact
        holds_for_events(table)
        for dialect in ("current", "africa"):
            for kind in ("csv", "json"):
                moved = written(table, dialect=dialect, kind=kind)
                if table.layout.columns.count("event_type") and table.rows:
                    acled.load(io.BytesIO(moved))
        edited = written(table.with_events([evolve(event, notes="x") for event in table]))
        if "notes" in table.layout.columns:
            again = acled.load(io.BytesIO(edited), encoding=table.layout.encoding)
            assert [event.notes for event in again if event.notes != "x"] == []
        written(table, spreadsheet_safe=True)


def lint(data):
    """Checked in every manner of telling; the safe fixes made once need no second time."""
    with only_our_errors():
        report = checks.lint(io.BytesIO(data))
        for manner in ("text", "json", "sarif", "github"):
            assert isinstance(getattr(report, manner)(), str)
        checks.fix_file(io.BytesIO(data), fixed := io.BytesIO())
        checks.fix_file(io.BytesIO(fixed.getvalue()), again := io.BytesIO())
        assert again.getvalue() == fixed.getvalue()


def diff(data):
    """Two files, cut where a line of four signs stands, are compared both ways; a file has no changes to itself."""
    old, _, new = data.partition(b"\n====\n")
    with only_our_errors():
        assert checks.diff(io.BytesIO(old), io.BytesIO(old)).changes == ()
        there = checks.diff(io.BytesIO(old), io.BytesIO(new))
        back = checks.diff(io.BytesIO(new), io.BytesIO(old))
        assert there.toll["net"] == -back.toll["net"]
        assert there.fields == back.fields
        for manner in ("text", "json", "table"):
            assert isinstance(getattr(there, manner)(), str)


def spans_fit(coded):
    """Every span is of the text."""
    text = coded.article.text
    for mention in coded.mentions:
        assert text[mention.start : mention.end] == mention.text
    for event in coded.events:
        for _, basis in event.bases:
            for evidence in basis.evidence:
                assert text[evidence.start : evidence.end] == evidence.quote
    for rejection in coded.rejections:
        assert text[rejection.evidence.start : rejection.evidence.end] == rejection.evidence.quote


def holds_for_text(text, published="2024-10-22"):
    """Any text is coded, explained, shown and written."""
    coded = ce.code(ce.Article(text, published=published, title=text[:50], source=text[:9]))
    spans_fit(coded)
    assert explain(coded)
    assert render([coded])
    holds_for_events(coded.events)
    assert acled.dumps(coded.events)


def code(data):
    """Any bytes as the text that they are."""
    holds_for_text(data.decode("utf-8", "surrogateescape"))


def unicode(data):
    """Texts in which every byte beyond ASCII is a mark, a joiner, half a pair ..., with a day of publication and without."""
    holds_for_text(hostile.mangled(data))
    holds_for_text(hostile.mangled(data), None)


ENDINGS = ("", ".txt", ".json", ".jsonl", ".rss", ".eml", ".html", ".warc")


def files(data):
    """Any bytes in a file of any name: articles, and one line for each thing that cannot be read."""
    name = f"x{ENDINGS[data[0] % len(ENDINGS)]}" if data else "x"
    for piece in cut(io.BufferedReader(io.BytesIO(data[1:])), name, "x"):
        for found in articles(piece) if isinstance(piece, Piece) else (piece,):
            assert isinstance(found, (ce.Article, ce.ConflictEventsError))
            assert "\n" not in str(found if isinstance(found, Exception) else "")


def server(data):
    """Whatever a server answers, packed or not, to a login, a query, the deletions, a download: events that hold, or one error."""
    packed = {"Content-Encoding": "gzip"} if data.startswith(b"\x1f\x8b") else {}

    def answered(request):
        if request.url.path == "/oauth/token" and not login:
            return httpx.Response(200, json={"access_token": "x"})
        return httpx.Response(200, headers=packed, content=iter([data[:7], data[7:]]))

    http = Http("https://data.example", tries=1, transport=httpx.MockTransport(answered))
    client = AcledClient(Credentials("ann", "x"), http=http)
    login = len(data) % 8 == 0  # a login is short, and seldom read
    with only_our_errors():
        for page in client.pages(size=2):
            holds_for_events(page.table)
    with only_our_errors():
        assert all(identity and second >= 0 for identity, second in client.deleted(size=2))
    with only_our_errors():
        for page in UcdpClient("x", http=http).pages("26.0.8", size=2):
            holds_for_events(page)
    with only_our_errors(), tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "events.csv")
        done = client.download(path, size=2)
        assert len(acled.load(path).rows) == done.rows


FORMS = (
    (Kind.TEXT, b"", b""),
    (Kind.JSON, b"[", b"]"),
    (Kind.JSON_LINE, b'{"text": "', b'"}'),
    (Kind.FEED, b"<rss><channel><item><description><![CDATA[<p>", b"]]></description></item></channel></rss>"),
    (Kind.FEED, b"<rss><channel>", b"</channel></rss>"),
    (Kind.MAIL, b"From: ", b"\n\nShells hit Goma."),
    (Kind.MAIL, b"Content-Type: ", b"\n\nShells hit Goma."),
    (Kind.MAIL, b"Subject: a\nContent-Type: text/html\n\n<p>", b""),
    (Kind.PAGE, b"<html><body><article><p>", b"Shells hit Goma.</p></article></body></html>"),
    (Kind.PAGE, b"<html><body><article><p ", b">Shells hit Goma.</p></article></body></html>"),
)
"""Files in which something stands again and again: kind, what is before it, what is behind it."""


def repeated(data):
    """Any bytes again and again in a file of any kind: the work grows with the length and no faster."""
    if len(data) < 2:
        return
    (kind, begin, end), part = FORMS[data[0] % len(FORMS)], data[1:200]

    def read(size):
        return list(articles(Piece(begin + part * (size // len(part)) + end, kind, "x")))

    read(1_000)
    assert steps(read, 8_000) < 5 * max(steps(read, 2_000), 4_000)


PLAIN = acled_file(3)
SAVINGS = {
    "UTF-16, tabs": PLAIN.replace(",", "\t").encode("utf-16"),
    "sep": b"sep=;\n" + PLAIN.replace(",", ";").encode(),
    "titles": b"Events\n\n" + PLAIN.replace("_", " ").encode("cp1252"),
    "row names": "".join(
        f'"{number or ""}",{line}' for number, line in enumerate(PLAIN.splitlines(keepends=True))
    ).encode(),
    "days": PLAIN.replace("-0", "/").replace("-1", "/1").encode(),
    "lines": "\n".join(json.dumps(row) for row in acled.to_rows(acled.load(io.BytesIO(PLAIN.encode())))).encode(),
    "split": json.dumps({"columns": PLAIN.split("\n")[0].split(","), "data": [["NA"] * 31]}).encode(),
}
"""Tables of events as people save them."""
OF_OTHERS = {
    "icews": [table(CLASH, {**CLASH, "CAMEO Code": "42"}, columns=icews.COLUMNS, delimiter="\t").encode()],
    "gtd": [table(BOMB, {**BOMB, "iday": "0"}, columns=gtd.COLUMNS).encode()],
    "gdelt-cloud": [json.dumps({"data": [FIRST, SECOND]}).encode(), json.dumps(SECOND).encode()],
}
"""Files of formats that are only read."""

TARGETS = {
    "acled-csv": acled_table,
    "acled-json": acled_table,
    "ucdp-ged": reads("ucdp-ged"),
    "plover": reads("plover"),
    "polecat": reads("polecat"),
    "gdelt": reads("gdelt"),
    "geojson": reads("geojson"),
    "hxl": reads("hxl"),
    "native": reads("native"),
    "icews": reads("icews"),
    "gtd": reads("gtd"),
    "gdelt-cloud": reads("gdelt-cloud"),
    "acled-table": acled_table,
    "lint": lint,
    "diff": diff,
    "code": code,
    "unicode": unicode,
    "files": files,
    "server": server,
    "repeated": repeated,
}
"""Name -> function of bytes."""

TOKENS = [
    *(bit.encode() for bit in '" , ; : { } [ ] # - \\ null NaN inf 1e999 \\ud800 2024-02-30 é'.split()),
    *(b"\n", b"\r", b"\t", b"\0", b" ", b"\xff", b"\xf0\x9f", b"\xef\xbb\xbf", b"9" * 5000),
]
"""Bits that break careless readers, for mutations."""


def examples(name):
    """Files to begin with: invented ones of the format, of every layout, small enough to be changed much."""
    if name == "acled-table":
        return [*SAVINGS.values()]
    if name in OF_OTHERS:
        return OF_OTHERS[name]
    if name in ("acled-csv", "lint"):
        return [acled_file(2, dialect=dialect).encode() for dialect in acled.DIALECTS]
    if name == "diff":
        new = acled_file(2, seed=2).encode()
        return [
            acled_file(2, dialect=dialect).encode() + b"\n====\n" + new for dialect in ("current", "2019", "africa")
        ]
    if name == "code":
        texts = [(folder / "article.txt").read_bytes() for folder in project.SEEDS]
        return texts + [hostile.hostile(part, 200).encode("utf-8", "surrogatepass") for part in hostile.KINDS]
    if name == "unicode":
        text = b"Two men were killed in Goma late on Tuesday, 22 October.\nPhoto: Seed Wire\nBy Jane Doe\n10:30 GMT - It was calm."
        return [text, *(text.replace(b" ", bytes([mark])) for mark in range(128, 256, 8))]
    if name == "server":
        table = acled.load(io.BytesIO(acled_file(6).encode()))
        rows = acled.to_rows(table[:2])
        ged = [dict(zip(ucdp_ged.COLUMNS, row, strict=True)) for row in [["1"] * len(ucdp_ged.COLUMNS)]]
        bodies = [
            {"data": rows, "status": 200, "success": True, "messages": ["x"], "next_cursor": None},
            {"data": rows[:1], "next_cursor": 5, "data_query_restrictions": {"x": 1}},
            {"data": [{"event_id_cnty": "X1", "deleted_timestamp": 1}], "access_token": "x", "refresh_token": "y"},
            {"Result": ged, "TotalPages": 1, "NextPageUrl": "/x?page=1"},
        ]
        plain = [json.dumps(body).encode() for body in bodies]
        return [*plain, *map(gzip.compress, plain), b"<html>Unauthorized"]
    if name == "repeated":
        parts = (b"<a ", b"<!-- >", b'"', b"(", b"a b ", b"=?utf-8?q?a?= ", b"[],", b"<item/>", b"&a", b"a.")
        return [bytes([form]) + part for form in range(len(FORMS)) for part in parts[form % 3 :: 3]]
    if name == "files":
        whole = [samples.TEXT, json.dumps(samples.SCHEMA), samples.RSS, samples.ATOM, samples.MAIL, samples.PAGE]
        data = [*map(str.encode, whole), samples.archive(samples.PAGE, samples.TEXT)]
        data += [gzip.compress(data[-1]), bz2.compress(data[0]), lzma.compress(data[0])]
        return [bytes([ending]) + one for one in data for ending in (0, len(one) % len(ENDINGS))]
    table = acled.load(io.BytesIO(acled_file(6).encode()))
    files = []
    for count in (2, 6):
        formats.get(name).dump(table[:count], out := io.BytesIO())
        files.append(out.getvalue())
    if name == "geojson":
        files.append(formats.geojson.dumps(table[:2], plain=True).encode())
    if name == "acled-json":
        files.append(native.json_text({"data": acled.to_rows(table[:2]), "messages": ["x"]}).encode())
    return files
