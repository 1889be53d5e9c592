"""The countries that a caller names: a strong prior for places and sides, and no filter."""

import pytest

import conflict_events as ce


def coded(text, *countries):
    (event,) = ce.code(ce.Article(text, published="2024-10-22", countries=countries)).events
    return event


@pytest.mark.parametrize(
    ("text", "told", "name", "country"),
    [
        ("Gunmen shot dead two farmers in Tripoli on Monday.", "Lebanon", "Tripoli", "LBN"),
        ("Gunmen shot dead two farmers in Tripoli on Monday.", "Libya", "Tripoli", "LBY"),
        ("Gunmen shot dead two farmers in Valencia on Monday.", "Venezuela", "Valencia", "VEN"),
        ("Gunmen shot dead two farmers in Tripoli, Libya, on Monday.", "Lebanon", "Tripoli", "LBY"),
        ("Gunmen shot dead two farmers in Moscow on Monday.", "Niger", "Moscow", "RUS"),
    ],
)
def test_a_name_means_the_place_in_the_country_told_unless_its_own_is_named(text, told, name, country):
    where = coded(text, told).where
    assert (where.name, where.country.alpha_3) == (name, country)


def test_sides_without_a_country_are_of_the_one_told():
    assert coded("Police fired tear gas at protesters on Monday.", "Kenya").actor1.country.alpha_3 == "KEN"
    event = coded("Gunmen shot dead two farmers on Monday.", "Niger")
    assert [event.actor1.country.alpha_3, event.actor2.name] == ["NER", "Civilians (Niger)"]


def test_nobody_told_is_nobody_guessed():
    event = coded("Gunmen shot dead two farmers on Monday.")
    assert (event.where, event.actor1.country, event.actor2.country) == (None, None, None)


def test_an_act_without_a_place_is_in_the_one_country_told_by_inference_and_says_who_told():
    event = coded("Gunmen shot dead two farmers on Monday.", "Niger")
    assert event.where.is_country
    assert event.where.latitude is None
    basis = event.basis("where")
    assert basis.status is ce.Status.INFERRED
    assert "Niger" in basis.reason
    assert "told" in basis.reason


def test_of_several_countries_told_none_is_the_one_until_the_text_decides():
    assert coded("Gunmen shot dead two farmers on Monday.", "Niger", "Mali").where is None
    assert coded("Gunmen shot dead two farmers in Gao on Monday.", "Niger", "Mali").where.country.alpha_3 == "MLI"


def test_the_text_overrules_what_was_told():
    text = "Gunmen shot dead two farmers in Kisumu, Kenya, on Monday. Police in Nairobi said that Kenya mourned. Nakuru was calm."
    event = next(iter(ce.code(ce.Article(text, published="2024-10-22", countries=["Peru"])).events))
    assert event.where.name == "Kisumu"
    assert event.actor2.country.alpha_3 == "KEN"
