"""One table of events, saved again in the ways in which people save tables: the rows read are the same in every one."""

import csv
import datetime as dt
import io
import json

import pytest

from conflict_events import checks
from conflict_events.formats import acled
from rows import CELLS, text_of

TOWNS = ("Losiko", "Na", "Kérou", "Tessara")
DAYS = [dt.date(2020, 4, 27), dt.date(2020, 3, 4), dt.date(2019, 12, 31), dt.date(2020, 5, 5), dt.date(2020, 11, 13)]
WHOLE = ("year", "time_precision", "iso", "geo_precision", "fatalities", "timestamp")


def row(number, day):
    return {
        **CELLS,
        "event_id_cnty": f"KEN{900 + number}",
        "event_date": day.isoformat(),
        "year": str(day.year),
        "assoc_actor_2": "" if number % 2 else CELLS["assoc_actor_2"],
        "location": TOWNS[number % len(TOWNS)],
        "admin1": "" if number == 3 else "Turkana",
        "latitude": "" if number == 4 else f"{3 + number / 8:g}",
        "longitude": "" if number == 4 else f"{35 + number / 16:g}",
        "notes": f'The "third" attack, {number} hours long; à Kérou.',
        "fatalities": str(number * 11),
        "tags": "",
    }


COLUMNS = acled.COLUMNS
ROWS = [[row(number, day).get(name, "") for name in COLUMNS] for number, day in enumerate(DAYS)]
PLACE = COLUMNS.index("event_date")


def table(rows=ROWS, header=COLUMNS, delimiter=",", **options):
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n", **options)
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue()


def load(data, **options):
    return acled.load(io.BytesIO(data if isinstance(data, bytes) else data.encode()), **options)


PLAIN = tuple(load(table()))


def changed(columns, change):
    """The rows with some cells written otherwise, blank ones too."""
    places = [COLUMNS.index(name) for name in columns]
    return [[change(cell) if number in places else cell for number, cell in enumerate(cells)] for cells in ROWS]


def filled(spelling):
    """The rows with a word for each cell that is empty."""
    return [[cell or spelling for cell in cells] for cells in ROWS]


def dated(write):
    return [[*cells[:PLACE], write(dt.date.fromisoformat(cells[PLACE])), *cells[PLACE + 1 :]] for cells in ROWS]


def comma(cell):
    return cell.replace(".", ",")


def floated(cell):
    return f"{cell}.0" if cell else cell


FRENCH = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
TITLED = tuple(name.replace("_", " ").title() for name in COLUMNS)
DOTTED = tuple(name.replace("_", ".").upper() for name in COLUMNS)
NUMBERED = [[str(number), *cells] for number, cells in enumerate(ROWS, 1)]
LOCAL = table(changed(["latitude", "longitude"], comma), delimiter=";")
TAGS = tuple(f"#x+{name.replace('_', '')}" for name in COLUMNS)

SAVINGS = {
    "as it is": table(),
    "byte order mark": "\ufeff" + table(),
    "Windows line ends": table().replace("\n", "\r\n"),
    "all in quotes": table(quoting=csv.QUOTE_ALL),
    "UTF-16, tabs": table(delimiter="\t").encode("utf-16"),
    "UTF-16, the other way round": b"\xfe\xff" + table().encode("utf-16-be"),
    "UTF-16 without a mark": table(delimiter="\t").encode("utf-16-le"),
    "Western European Windows": table().encode("cp1252"),
    "semicolons": table(delimiter=";"),
    "tabs": table(delimiter="\t"),
    "bars": table(delimiter="|"),
    "sep=; and decimal commas": "sep=;\n" + LOCAL,
    "sep=; behind a mark": "\ufeffsep=;\r\n" + LOCAL.replace("\n", "\r\n"),
    "titles above the header": "Events of the north\n\nsource,a friend\n" + table(),
    "a title with semicolons": "Events;north;2020;;\n" + table(),
    "Event Date": table(header=TITLED),
    "EVENT.DATE": table(header=DOTTED),
    "R, row names": table(NUMBERED, header=("", *COLUMNS), quoting=csv.QUOTE_ALL),
    "R, a header one name short": table(NUMBERED, delimiter="\t"),
    "R, NA": table(filled("NA")),
    "pandas, an index": table([[str(int(number) - 1), *cells] for number, *cells in NUMBERED], header=("", *COLUMNS)),
    "pandas, an index read again": table(NUMBERED, header=("Unnamed: 0", *COLUMNS)),
    "whole numbers with a point": table(changed(WHOLE, floated)),
    "whole numbers with a comma": table(changed(WHOLE, lambda cell: comma(floated(cell))), delimiter=";"),
    **{f"empty as {word}": table(filled(word)) for word in ("N/A", "nan", "NaN", "NULL", "None", "-", "#N/A", "n/a")},
    "empty as NA in columns of numbers": table(changed(["latitude", "longitude", "tags"], lambda cell: cell or "NA")),
    "27-Apr-20": table(dated(lambda day: day.strftime("%d-%b-%y"))),
    "27-Apr-2020": table(dated(lambda day: day.strftime("%d-%b-%Y"))),
    "27.04.2020": table(dated(lambda day: day.strftime("%d.%m.%Y"))),
    "27.4.20": table(dated(lambda day: f"{day.day}.{day.month}.{day.year % 100}")),
    "4/27/2020": table(dated(lambda day: f"{day.month}/{day.day}/{day.year}")),
    "4/27/2020 0:00": table(dated(lambda day: f"{day.month}/{day.day}/{day.year} 0:00")),
    "27/04/2020 12:00:00 AM": table(dated(lambda day: day.strftime("%d/%m/%Y 12:00:00 AM"))),
    "April 27, 2020": table(dated(lambda day: f"{day:%B} {day.day}, {day.year}")),
    "27 avril 2020": table(dated(lambda day: f"{day.day} {FRENCH[day.month - 1]} {day.year}")),
    "2020-04-27 00:00:00": table(dated(lambda day: f"{day} 00:00:00")),
    "2020-04-27T00:00:00.000Z": table(dated(lambda day: f"{day}T00:00:00.000Z")),
    "2020/04/27": table(dated(lambda day: day.strftime("%Y/%m/%d"))),
    "20200427": table(dated(lambda day: day.strftime("%Y%m%d"))),
    "a spreadsheet's day numbers": table(dated(lambda day: str((day - dt.date(1899, 12, 30)).days))),
    "day numbers from 1904": table(dated(lambda day: str((day - dt.date(1904, 1, 1)).days))),
    "hashtags below the header": table([TAGS, *ROWS]),
    "empty columns and rows behind": table([[*cells, "", ""] for cells in [*ROWS, [""] * 31]], (*COLUMNS, "", "")),
    "a delimiter at the end of each row": table([[*cells, ""] for cells in ROWS]),
}

RECORDS = [dict(zip(COLUMNS, cells, strict=True)) for cells in ROWS]
TYPED = [
    {
        name: None if cell == "" else int(cell) if name in WHOLE else float(cell) if name.endswith("itude") else cell
        for name, cell in record.items()
    }
    for record in RECORDS
]

DOCUMENTS = {
    "a list": json.dumps(RECORDS),
    "typed": json.dumps({"success": True, "data": TYPED}),
    "lines": "".join(json.dumps(record) + "\n" for record in TYPED),
    "lines, the last without an end": "\n".join(json.dumps(record) for record in TYPED),
    "columns": json.dumps({name: {str(n): record[name] for n, record in enumerate(TYPED)} for name in COLUMNS}),
    "index": json.dumps({str(number): record for number, record in enumerate(TYPED)}),
    "split": json.dumps({"columns": COLUMNS, "index": [0], "data": [list(record.values()) for record in TYPED]}),
    "a header and lists": json.dumps([COLUMNS, *ROWS]),
    "without what is empty": json.dumps([{name: one for name, one in record.items() if one} for record in RECORDS]),
    "UTF-16": json.dumps(RECORDS, ensure_ascii=False).encode("utf-16"),
}


def same(events):
    """Events without the bases, which say how a field was read."""
    return [acled.to_rows([event], ascii_only=False)[0] for event in events]


@pytest.mark.parametrize("saved", [*SAVINGS, *DOCUMENTS])
def test_it_is_the_same_table(saved):
    data = {**SAVINGS, **DOCUMENTS}[saved]
    found = load(data)
    assert found.problems == ()
    assert same(found) == same(PLAIN)
    assert [event.extras for event in found] == [event.extras for event in PLAIN]


@pytest.mark.parametrize("saved", SAVINGS)
def test_it_is_written_back_to_the_byte(saved):
    data = SAVINGS[saved] if isinstance(SAVINGS[saved], bytes) else SAVINGS[saved].encode()
    acled.dump(load(data), out := io.BytesIO())
    assert out.getvalue() == data


@pytest.mark.parametrize("saved", [*SAVINGS, *DOCUMENTS])
def test_moved_to_the_layout_of_today_it_is_the_plain_table(saved):
    data = {**SAVINGS, **DOCUMENTS}[saved]
    acled.dump(load(data), out := io.BytesIO(), kind="csv", dialect="current", ascii_only=False)
    rows = list(csv.DictReader(io.StringIO(out.getvalue().decode())))
    assert [{name: cells[name] for name in COLUMNS} for cells in rows] == RECORDS


@pytest.mark.parametrize("saved", [*SAVINGS, *DOCUMENTS])
def test_it_is_checked_and_compared_as_the_plain_table(saved):
    data = {**SAVINGS, **DOCUMENTS}[saved]
    source = data if isinstance(data, bytes) else data.encode()
    assert checks.lint(io.BytesIO(source)).counts == checks.lint(io.BytesIO(table().encode())).counts
    found = checks.diff(io.BytesIO(table().encode()), io.BytesIO(source))
    assert (found.changes, found.touched) == ((), 0), found.text()
    assert checks.fix_file(io.BytesIO(source), io.BytesIO()) == ()


def test_nothing_in_the_plain_table_is_odd():
    assert len(PLAIN) == len(DAYS)
    assert [event.when.start for event in PLAIN] == DAYS
    assert PLAIN[1].where.name == "Na"
    assert text_of({}).startswith("event_id_cnty")
