"""Who does an act and to whom it is done, where the words could be taken the wrong way round."""

import pytest

import conflict_events as ce


def pair(text):
    event = ce.code(ce.Article(text, published="2024-06-12")).events[0]
    return tuple("" if actor is None else actor.name for actor in (event.actor1, event.actor2))


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Several men on motorcycles shot dead a teacher in Cali on Monday.", "Unidentified Armed Group", "Civilians"),
        ("Three individuals killed a mayor in Cali on Monday.", "Unidentified Armed Group", "Civilians"),
        ("Two men set off a bomb near Yumbo on Monday.", "Unidentified Armed Group", ""),
        ("Residents beat two men to death in Kasese on Monday.", "Rioters (Uganda)", "Civilians"),
        ("Islamic State men shot dead a farmer near Mosul on Monday.", "Islamic State (Iraq)", "Civilians"),
        ("Three men from the ELN abducted a nurse in Tame on Monday.", "ELN: National Liberation Army", "Civilians"),
    ],
)
def test_people_of_whom_no_more_is_said_are_no_crowd(text, first, second):
    found = pair(text)
    assert found[0].startswith(first)
    assert found[1].startswith(second)
    assert bool(found[1]) == bool(second)


@pytest.mark.parametrize(
    ("text", "second"),
    [
        (
            "A village head and his wife were hurt when they stepped on a mine near Gwoza on Monday.",
            "Civilians (Nigeria)",
        ),
        ("A tractor full of wedding guests struck a roadside mine near Gereshk on Monday.", "Civilians (Afghanistan)"),
        ("Soldiers hit a landmine near Djibo on Monday, and four of them died.", "Military Forces of Burkina Faso"),
        ("A lorry drove over a mine near Tera on Monday. Two gendarmes were killed.", "Police Forces of Niger"),
    ],
)
def test_whoever_comes_upon_a_mine_did_not_lay_it(text, second):
    found = pair(text)
    assert found[0].startswith("Unidentified Armed Group")
    assert found[1].startswith(second)


def test_an_army_does_not_kill_its_own_soldiers():
    assert pair("Three soldiers were killed in an Azerbaijani attack near Goris on Monday.") == (
        "Military Forces of Azerbaijan (2003-)",
        "Military Forces of Armenia (2018-)",
    )


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Two Maoists were killed in an encounter with the police near Bijapur on Monday.", "Police Forces of India"),
        ("Two Maoists died in a scuffle between police and rebels near Bijapur on Monday.", "Police Forces of India"),
        ("A trader was shot dead in a car with two soldiers in Goma on Monday.", "Unidentified Armed Group"),
        ("A rebel was killed in Goma along with two soldiers on Monday.", "Unidentified Armed Group"),
    ],
)
def test_whom_the_dead_had_fought(text, first):
    assert pair(text)[0].startswith(first)


def test_arms_found_by_nobody_named_were_found_by_police():
    event = ce.code(ce.Article("Three landmines were found near Kasese on Monday.", published="2024-06-12")).events[0]
    assert event.actor1.name == "Police Forces of Uganda (1986-)"
    assert event.basis("actor1").status.value == "inferred"


def test_what_is_looted_was_somebodys():
    assert pair("Soldiers looted shops in Goma on Monday.")[1] == "Civilians (Democratic Republic of Congo)"


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("A rebel, identified as Musa alias Kito, surrendered in Goma on Monday.", "Unidentified Armed Group", ""),
        (
            "A soldier, named as Ade Bello (32), shot dead a trader in Jos on Monday.",
            "Military Forces of Nigeria",
            "Civ",
        ),
        ("A rebel, known as Kito, was killed by soldiers in Goma on Monday.", "Military Forces of the Dem", "Unident"),
    ],
)
def test_what_only_says_who_it_is_parts_no_subject_from_its_verb(text, first, second):
    found = pair(text)
    assert found[0].startswith(first)
    assert found[1].startswith(second)


def test_a_clause_between_commas_stays_a_clause():
    assert pair("A rebel fled, as police arrested a trader, and was killed in Goma on Monday.")[0] != ""


@pytest.mark.parametrize(
    "text",
    [
        "The Honduran army on Monday condemned the murder of a mayor in Choluteca.",
        "The Kenyan government today deplored an attack in Garissa in which a guard and a driver were killed.",
        "The rebels have condemned the killing of a teacher in Goma on Monday.",
    ],
)
def test_who_condemns_an_act_did_not_do_it(text):
    assert pair(text)[0].startswith("Unidentified")


def test_who_storms_and_is_condemned_did_it():
    assert pair("Rebels attacked a village near Goma on Monday, and the governor condemned it.")[1] == (
        "Civilians (Democratic Republic of Congo)"
    )
