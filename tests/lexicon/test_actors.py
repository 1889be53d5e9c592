"""The registry, the open sides, the regimes and the roles: every entry is read, and every name is found."""

import datetime as dt
from collections import defaultdict

import pytest

from conflict_events.lexicon.load import section
from conflict_events.lexicon.schema.actors import open_sides, regimes, registry, roles
from conflict_events.lexicon.sides import actor_of, regime_years, side, side_id
from conflict_events.mentions.actors import find
from conflict_events.model.country import Country
from conflict_events.model.errors import LexiconError
from conflict_events.model.kind import ActorKind
from conflict_events.text.sentences import read

ENTRIES = registry()
BY_FILE = defaultdict(list)
for _entry in ENTRIES:
    BY_FILE[_entry.id.split(".")[0]].append(_entry)
ARMED = (ActorKind.REBEL_GROUP, ActorKind.POLITICAL_MILITIA, ActorKind.IDENTITY_MILITIA, ActorKind.EXTERNAL_OTHER)


def day_of(entry):
    """A day on which the entry was active."""
    if entry.until is not None:
        return dt.date(entry.until, 12, 31)
    return dt.date(2026, 1, 1) if entry.since is None else dt.date(max(entry.since + 1, 2024), 1, 1)


def ids(text, published=None):
    return {mention.actor.id for mention in find(read(text), published)}


def test_the_registry_holds_at_least_900_armed_groups_missions_and_companies():
    count = sum(entry.kind in ARMED for entry in ENTRIES)
    names = sum(1 for entry in ENTRIES for _ in entry.spellings())

    assert count >= 900, f"{count} armed, {len(ENTRIES)} in all, {names} names"


@pytest.mark.parametrize("file", sorted(BY_FILE))
def test_every_strong_name_is_found_in_a_sentence(file):
    lost = []
    for entry in BY_FILE[file]:
        home = Country.of(entry.countries[0]).name if entry.countries else "Malta"
        for name in entry.spellings():
            text = f"Reports from {home} say that fighters of {name.text} attacked a convoy."
            if name.strong and entry.id not in ids(text, day_of(entry)):
                lost.append((entry.id, name.text))

    assert not lost


@pytest.mark.parametrize("file", sorted(BY_FILE))
def test_a_weak_name_counts_only_where_its_country_is_named(file):
    wrong = [
        (entry.id, name.text)
        for entry in BY_FILE[file]
        for name in entry.spellings()
        if not name.strong and entry.id in ids(f"The {name.text} met on a quiet day.", day_of(entry))
    ]

    assert not wrong


@pytest.mark.parametrize("entry", [entry for entry in ENTRIES if entry.counter], ids=lambda entry: entry.id)
def test_counterexamples_name_no_group(entry):
    for counter in entry.counter:
        assert entry.id not in ids(counter.text), counter.why


def test_every_group_with_a_weak_name_has_a_counterexample():
    weak = [entry for entry in ENTRIES if entry.weak]

    assert len(weak) > 300
    assert [entry.id for entry in weak if not entry.counter] == []


@pytest.mark.parametrize("file", sorted(BY_FILE))
def test_a_weak_name_counts_where_its_country_is_named(file):
    lost = [
        (entry.id, name.text)
        for entry in BY_FILE[file]
        if entry.countries
        for name in entry.spellings()
        if not name.strong
        and entry.id
        not in ids(f"Reports from {Country.of(entry.countries[0]).name}: {name.text} attacked a convoy.", day_of(entry))
    ]

    assert not lost


def test_a_strong_name_is_no_dictionary_word():
    from lemminflect import getAllLemmas

    words = [
        (entry.id, name.text)
        for entry in ENTRIES
        for name in entry.spellings()
        if name.strong and name.text.isalpha() and getAllLemmas(name.text.lower())
    ]

    assert not words


def test_names_are_plain_ascii_as_acled_writes_them():
    assert [entry.name for entry in ENTRIES if not entry.name.isascii()] == []


def test_groups_of_one_canonical_name_are_told_apart_by_country_or_years():
    seen = defaultdict(list)
    for entry in ENTRIES:
        if entry.body is None:
            seen[entry.name].append((entry.countries, entry.since))

    assert [name for name, keys in seen.items() if len(set(map(str, keys))) != len(keys)] == []


def test_a_bad_entry_says_file_and_entry(tmp_path):
    (tmp_path / "xyz.toml").write_text('actor = [{ id = "a", name = "A", kind = "rebel", countrys = ["MLI"] }]')

    with pytest.raises(LexiconError, match=r"xyz.toml:a.*countrys"):
        registry(tmp_path)


def test_a_parent_that_is_not_there_is_refused(tmp_path):
    (tmp_path / "xyz.toml").write_text(
        'countries = ["MLI"]\nactor = [{ id = "a", name = "A", kind = "rebel", parent = "xyz.b" }]'
    )

    with pytest.raises(LexiconError, match=r"xyz.b"):
        registry(tmp_path)


def test_regimes_are_in_order_and_of_known_countries():
    days, article = regimes()

    assert len(days) > 100
    assert all(Country.of(code) for code in (*days, *article))


@pytest.mark.parametrize(
    ("code", "day", "want"),
    [
        ("SYR", dt.date(2024, 12, 7), (2000, 2024)),
        ("SYR", dt.date(2024, 12, 8), (2024, None)),
        ("ISR", dt.date(2024, 10, 22), (2022, None)),
        ("RUS", dt.date(2010, 1, 1), (2000, None)),
        ("SDN", dt.date(2024, 1, 1), (2019, None)),
        ("IND", dt.date(2002, 3, 1), (1998, 2004)),
        ("SYR", None, None),
        ("AND", dt.date(2024, 1, 1), None),
    ],
)
def test_the_day_decides_the_regime(code, day, want):
    assert regime_years(Country.of(code), day) == want


@pytest.mark.parametrize("one", open_sides(), ids=lambda one: one.id)
def test_every_open_side_is_named_for_a_country(one):
    named = side(one.id, Country.of("PHL"), dt.date(2024, 1, 1))

    assert side_id(named) == one.id
    if one.form == "state":
        assert named.name.startswith(f"{one.name} of the Philippines (2022-)")
    elif one.form == "group":
        assert named.name == f"{one.name} (Philippines)"


@pytest.mark.parametrize("role", roles(), ids=lambda role: role.id)
def test_every_word_of_a_role_is_read(role):
    if role.needs == "name":
        template = "Later ISIL {} fled."
    elif role.needs == "nation":
        template = "Later Chadian {} came."
    else:
        template = "The {} fled."
    lost = [word for word in (*role.single, *role.words) if not find(read(template.format(word)))]

    assert not lost


@pytest.mark.parametrize(
    "name", sorted({role.side for role in roles()} | {role.with_nation or role.side for role in roles()})
)
def test_roles_name_sides_that_exist(name):
    assert name in section("actors")["open"]


def test_a_states_organ_is_named_for_its_regime():
    at = next(i for i, row in enumerate(section("actors")["actors"]) if row[0] == "ind.assam_rifles")

    assert actor_of(at, dt.date(2024, 1, 1)).name == "Police Forces of India (2014-) Assam Rifles"


@pytest.mark.parametrize("role", [role for role in roles() if role.counter], ids=lambda role: role.id)
def test_counterexamples_are_no_role(role):
    for counter in role.counter:
        assert f"actor.role.{role.id}" not in {m.rule for m in find(read(counter.text))}, counter.why
