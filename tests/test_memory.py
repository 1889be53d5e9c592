"""What is remembered between articles and rows is bounded."""

import ast
import io

import conflict_events as ce
import project
from conflict_events.formats import acled
from conflict_events.testing import acled_file

FINITE = {
    ("outlines", "_arc"): "numbers of arcs",
    ("outlines", "rings"): "countries",
    ("classification", "_mask"): "classes of words",
    ("cues", "bit"): "classes of words",
    ("draft", "table"): "names of tables",
    ("feasts", "_moving"): "feasts",
    ("index", "_default"): "values of one environment variable",
    ("load", "section"): "sections of the lexicon",
    ("named", "_parser"): "orders of day, month and year",
    ("trusted", "_parts"): "classes",
}
"""Functions remembered without bound, and of what there are so few."""


def unbounded(path):
    """The functions of a module that remember a result for every argument that they ever had."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef) and (node.args.args or node.args.vararg):
            names = {ast.unparse(one).rpartition(".")[2] for one in node.decorator_list}
            if names & {"cache", "lru_cache(None)", "lru_cache(maxsize=None)"}:
                yield path.stem, node.name


def test_nothing_is_remembered_without_bound_that_comes_from_a_text_or_a_file():
    modules = (path for path in (project.SOURCE / "conflict_events").rglob("*.py") if "build" not in path.parts)
    assert {found for path in modules for found in unbounded(path)} == set(FINITE)


def test_countries_that_do_not_exist_are_read_as_such():
    text = acled_file(3)
    (name,) = {event.where.country.name for event in acled.load(io.BytesIO(text.encode()))[:1]}
    table = acled.load(io.BytesIO(text.replace(name, "Nowhere").encode()))
    assert table[0].where is None or table[0].where.country is None


def test_the_same_text_of_two_outlets_gives_two_records():
    text = "Rebels shelled the town of Goma on 22 October 2024, killing three civilians."
    one, two, again = (ce.code(ce.Article(text, source=name)).events for name in ("Seed Wire", "Other", "Seed Wire"))
    assert one[0].id == again[0].id != two[0].id
