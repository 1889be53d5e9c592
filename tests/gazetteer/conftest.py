import pytest


def dump_line(geonameid, name, latitude, longitude, code="P.PPL", country="SD", **more):
    """One line of a GeoNames dump: 19 tab-separated columns, no quoting."""
    first, second = code.split(".")
    columns = [
        str(geonameid),
        name,
        more.get("asciiname", name),
        more.get("names", ""),
        str(latitude),
        str(longitude),
        first,
        second,
        country,
        "",
        more.get("admin1", ""),
        more.get("admin2", ""),
        "",
        "",
        str(more.get("population", 0)),
        "",
        "397",
        "Africa/Khartoum",
        "2024-05-01",
    ]
    assert len(columns) == 19
    return "\t".join(columns)


SUDAN = [
    dump_line(366755, "Republic of the Sudan", 16, 30, "A.PCLI", admin1="00", population=41801533),
    dump_line(408654, "Northern Darfur State", 15.5, 25.2, "A.ADM1", admin1="55", names="North Darfur"),
    dump_line(8224555, "Kutum District", 14.5, 24.5, "A.ADM2", admin1="55", admin2="5503"),
    dump_line(372746, "Kutum", 14.2, 24.6667, "P.PPLA2", admin1="55", admin2="5503", population=45000),
    dump_line(900000001, "Umm Qawz", 13.9, 25.1, admin1="55", names="Um Goz,Oum Gouz,أم قوز"),
    dump_line(900000002, "Kutum", 12.0, 31.0, admin1="99"),
    dump_line(900000003, "Wādī Kutum", 14.1, 24.7, "H.WAD", admin1="55"),
    dump_line(900000004, "Kutum Primary School", 14.2, 24.6, "S.SCH", admin1="55"),
    dump_line(900000005, "Kassab Camp", 14.25, 24.65, "S.CMPRF", admin1="55", names="Kassab"),
    dump_line(900000006, "Old Kutum", 14.2, 24.6, "P.PPLH", admin1="55"),
]


@pytest.fixture
def dump(tmp_path):
    path = tmp_path / "SD.txt"
    path.write_text("\n".join(SUDAN) + "\n", encoding="utf-8")
    return path
