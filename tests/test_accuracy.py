"""The command that measures accuracy on a labelled file counts as it says."""

import runpy

import project

TOOL = runpy.run_path(str(project.ROOT / "tools" / "accuracy.py"))


def test_a_labelled_file_is_counted(tmp_path, capsys):
    path = tmp_path / "labelled.tsv"
    path.write_text(
        "Peaceful protest\tStudents marched in Goma.\n"
        "peaceful protest\tThe senators had lunch.\n"
        "off the topic\tThe senators had lunch.\n"
        "no tab, no text\n",
        encoding="utf-8",
    )

    TOOL["figures"]((label, TOOL["read_as"](text)) for label, text in TOOL["labelled"](path))

    lines = capsys.readouterr().out.splitlines()
    assert lines[1].split() == ["Peaceful", "protest", "2", "1.000", "0.500", "0.667"]
    assert lines[2].split() == ["no", "event", "1", "0.500", "1.000", "0.667"]
    assert lines[3] == "3 texts: F1 weighted 0.667, mean 0.667"
