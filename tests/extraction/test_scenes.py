"""Which of the places of a sentence is the scene of its act."""

import pytest

import conflict_events as ce


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Gunmen killed a priest in Goma, 50 km north of Bukavu, on Monday.", "Goma"),
        ("A bomb killed two men in Kidal, in northern Mali, on Monday.", "Kidal"),
        ("A woman from Bukavu was shot dead by gunmen in Goma on Monday.", "Goma"),
        ("Gunmen killed five passengers of a bus to Kano in Funtua, Nigeria, on Monday.", "Funtua"),
        ("Gunmen abducted nine farmers from Zurmi, Nigeria, on Monday.", "Zurmi"),
        ("Two men were arrested on Monday during a search operation in Katsina, Nigeria.", "Katsina"),
    ],
)
def test_scene_is_told_from_the_other_places_of_the_sentence(text, where):
    (event,) = ce.code(ce.Article(text, published="2024-10-22")).events

    assert event.where.name == where


def test_home_of_a_victim_is_no_scene():
    article = ce.Article("A woman from Bukavu was shot dead by gunmen on Monday.", published="2024-10-22")

    (event,) = ce.code(article).events

    assert (event.where.is_country, event.where.name) == (True, "Democratic Republic of Congo")
