"""Write src/conflict_events/atlas/outlines.json.z: country outlines of Natural Earth, packed small.

    npm pack world-atlas && tar xzf world-atlas-*.tgz
    python tools/build_outlines.py package/countries-50m.json

The source is TopoJSON of Natural Earth's 1:50m countries (public domain) as packed by world-atlas (ISC). Arcs stay
quantised and delta-encoded; shapes are filed under ISO numeric codes. Somaliland joins Somalia and Northern Cyprus
joins Cyprus, as ACLED files them; Kosovo is 0; two disputed scraps without a country are left out.
"""

import json
import pathlib
import sys
import zlib

TARGET = pathlib.Path(__file__).resolve().parent.parent / "src/conflict_events/atlas/outlines.json.z"
CODES = {"Somaliland": 706, "Kosovo": 0, "N. Cyprus": 196}


def polygons(geometry):
    """Rings of arc numbers, whatever the geometry's type."""
    return geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]


def main():
    """Pack one file."""
    source = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    shapes = {}
    for geometry in source["objects"]["countries"]["geometries"]:
        code = int(geometry["id"]) if geometry.get("id") else CODES.get(geometry["properties"]["name"])
        if code is not None:
            shapes.setdefault(code, []).extend(polygons(geometry))
    packed = {
        "scale": source["transform"]["scale"],
        "translate": source["transform"]["translate"],
        "arcs": source["arcs"],
        "shapes": dict(sorted(shapes.items())),
    }
    text = json.dumps(packed, separators=(",", ":"))
    TARGET.write_bytes(zlib.compress(text.encode(), 9))
    print(f"{TARGET.name}: {TARGET.stat().st_size} bytes, {len(shapes)} countries, {len(source['arcs'])} arcs")


if __name__ == "__main__":
    main()
