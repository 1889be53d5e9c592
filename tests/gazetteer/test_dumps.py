import zipfile

import pytest

from conflict_events.gazetteer import dumps
from conflict_events.gazetteer.dumps import build_index
from conflict_events.gazetteer.index import open_gazetteer
from conflict_events.gazetteer.layer import Layer
from conflict_events.model.errors import LexiconError


def test_a_dump_becomes_an_index(dump, tmp_path):
    out = tmp_path / "sudan.idx"
    assert build_index([dump], out) == 7
    layer = Layer(out, 1)
    row = layer.rows("um goz")[0]
    assert (row.geonameid, row.name, row.country, row.admin1) == (900000001, "Umm Qawz", "SD", "North Darfur")
    assert (row.latitude, row.longitude, row.feature) == (13.9, 25.1, "P.PPL")
    assert [path.name for path in tmp_path.iterdir() if "parts" in path.name] == []


def test_the_larger_place_of_a_name_comes_first(dump, tmp_path):
    build_index([dump], tmp_path / "sudan.idx")
    rows = Layer(tmp_path / "sudan.idx").rows("kutum")
    assert [(row.feature, row.admin2) for row in rows] == [
        ("P.PPLA2", "Kutum"),
        ("P.PPL", None),
        ("A.ADM2", "Kutum"),
    ]


@pytest.mark.parametrize("name", ["wadi kutum", "kutum primary school", "old kutum"])
def test_what_would_hide_towns_is_left_out(dump, tmp_path, name):
    build_index([dump], tmp_path / "sudan.idx")
    assert Layer(tmp_path / "sudan.idx").rows(name) == ()


def test_camps_are_kept(dump, tmp_path):
    build_index([dump], tmp_path / "sudan.idx")
    assert Layer(tmp_path / "sudan.idx").rows("kassab")[0].feature == "S.CMPRF"


def test_a_zip_with_a_readme_is_read(dump, tmp_path):
    archive = tmp_path / "SD.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.write(dump, "SD.txt")
        file.writestr("readme.txt", "not a dump")
    assert build_index([archive], tmp_path / "a.idx") == 7


def test_a_broken_run_goes_on_and_gives_the_same_bytes(dump, tmp_path, monkeypatch):
    build_index([dump], tmp_path / "whole.idx")
    monkeypatch.setattr(dumps, "_CHECKPOINT", 3)
    taken: list[int] = []
    cut = [8]
    take = dumps._Spools._take

    def power_cut(self, line, path, number):
        if number in cut:
            raise KeyboardInterrupt
        taken.append(number)
        take(self, line, path, number)

    monkeypatch.setattr(dumps._Spools, "_take", power_cut)
    with pytest.raises(KeyboardInterrupt):
        build_index([dump], tmp_path / "broken.idx")
    assert not (tmp_path / "broken.idx").exists()
    cut.clear()
    taken.clear()
    build_index([dump], tmp_path / "broken.idx")
    assert taken == [7, 8, 9, 10], "lines that were safe are not read again"
    assert (tmp_path / "broken.idx").read_bytes() == (tmp_path / "whole.idx").read_bytes()


def test_many_tries_answer_like_one(dump, tmp_path, monkeypatch):
    build_index([dump], tmp_path / "one.idx")
    monkeypatch.setattr(dumps, "_NAMES_A_TRIE", 4)
    build_index([dump], tmp_path / "many.idx")
    one, many = Layer(tmp_path / "one.idx"), Layer(tmp_path / "many.idx")
    assert many.meta["tries"] > 1
    for key in ("kutum", "um goz", "oum gouz", "kutum district", "kassab camp", "nowhere", ""):
        assert many.rows(key) == one.rows(key)
        words = tuple(key.split(" "))
        assert many.longest(words, 0) == one.longest(words, 0)


@pytest.mark.parametrize("line", ["one\ttwo", "x" * 400_000, "\t".join(["a"] * 19)])
def test_what_is_no_dump_is_refused_with_its_line(tmp_path, line):
    path = tmp_path / "bad.txt"
    path.write_text(line, encoding="utf-8")
    with pytest.raises(LexiconError, match=r"bad\.txt:1"):
        build_index([path], tmp_path / "bad.idx")


def test_a_missing_dump_is_refused(tmp_path):
    with pytest.raises(LexiconError, match=r"nowhere\.txt"):
        build_index([tmp_path / "nowhere.txt"], tmp_path / "bad.idx")


def test_a_place_that_both_layers_have_is_named_once_and_by_the_own_layer(dump, tmp_path):
    build_index([dump], tmp_path / "sudan.idx")
    rows = [row for row in open_gazetteer(tmp_path / "sudan.idx").rows("kutum") if row.geonameid == 372746]
    assert [row.layer for row in rows] == [1]
