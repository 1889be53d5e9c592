"""Write lexicon/feasts/moving.toml: the days of feasts that move, by calendar libraries.

    pip install hijridate holidays python-dateutil
    python tools/build_feasts.py

hijridate (MIT) knows the Umm al-Qura calendar of 1924-2077, holidays (MIT) the Jewish, Hindu, Persian and Chinese
feasts, python-dateutil (Apache-2.0 or BSD) Easter of both churches.
"""

import datetime as dt
from pathlib import Path

import holidays
from dateutil.easter import EASTER_ORTHODOX, easter
from hijridate import Gregorian, Hijri

TARGET = Path(__file__).parent.parent / "src/conflict_events/lexicon/feasts/moving.toml"
YEARS = range(1950, 2077)
ISLAMIC = {
    "islamic_new_year": (1, 1),
    "ashura": (1, 10),
    "arbaeen": (2, 20),
    "mawlid": (3, 12),
    "ramadan": (9, 1),
    "eid_al_fitr": (10, 1),
    "eid_al_adha": (12, 10),
}
NATIONAL = {
    "yom_kippur": ("IL", "Yom Kippur"),
    "rosh_hashanah": ("IL", "Rosh Hashanah"),
    "sukkot": ("IL", "Sukkot"),
    "simchat_torah": ("IL", "Simchat Torah / Shemini Atzeret"),
    "passover": ("IL", "Pesach"),
    "diwali": ("IN", "Diwali"),
    "holi": ("IN", "Holi"),
    "lunar_new_year": ("VN", "Lunar New Year"),
    "nowruz": ("IR", "Nowruz"),
}


def islamic(month: int, day: int) -> list[dt.date]:
    """The days of one day of the Islamic calendar."""
    first = Gregorian(YEARS[0], 1, 1).to_hijri().year
    last = Gregorian(YEARS[-1], 12, 31).to_hijri().year
    days = [dt.date(*Hijri(year, month, day).to_gregorian().datetuple()) for year in range(first, last + 1)]
    return [day for day in days if day.year in YEARS]


def national(country: str, name: str) -> list[dt.date]:
    """The days of a holiday, as one country keeps it."""
    found = {}
    for year in YEARS:
        for day, names in sorted(holidays.country_holidays(country, years=year, language="en_US").items()):
            plain = [one.removesuffix(" (estimated)") for one in names.split("; ")]
            if name in plain:
                found.setdefault(day.year, day)
    return sorted(found.values())


def main() -> None:
    """Write the file."""
    tables = {
        "easter": [easter(year) for year in YEARS],
        "orthodox_easter": [easter(year, EASTER_ORTHODOX) for year in YEARS],
        **{key: islamic(*value) for key, value in ISLAMIC.items()},
        **{key: national(*value) for key, value in NATIONAL.items()},
    }
    lines = [
        "# First days of feasts that move. Written by tools/build_feasts.py; do not edit by hand.",
        "# Islamic days by the Umm al-Qura calendar: where the moon is sighted, a feast may fall a day earlier or later.",
        "",
    ]
    for key, days in tables.items():
        lines.append(f"[{key}]")
        lines.append(f"sighted = {str(key in ISLAMIC).lower()}")
        text = [f'"{day.isoformat()}"' for day in days]
        lines.append("days = [")
        lines += ["    " + ", ".join(text[i : i + 8]) + "," for i in range(0, len(text), 8)]
        lines += ["]", ""]
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text("\n".join(lines), encoding="utf-8")
    for key, days in tables.items():
        print(f"{key:<18} {len(days)} days, {days[0]} to {days[-1]}")


if __name__ == "__main__":
    main()
