"""The language of a text by its commonest words, and what becomes of a text that is not read."""

import tomllib

import pytest

import conflict_events as ce
from conflict_events.lexicon.load import LEXICON, section
from conflict_events.text.language import language_of
from conflict_events.text.tokens import tokenize

LANGUAGES = tomllib.loads((LEXICON / "languages.toml").read_text(encoding="utf-8"))


def language(text):
    return language_of(tokenize(text), section("languages"))


@pytest.mark.parametrize("code", LANGUAGES)
def test_an_example_is_told_by_its_words(code):
    assert language(LANGUAGES[code]["example"]) == code


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Goma",
        "Al Qaeda in the Islamic Maghreb",
        "GUNMEN KILL 12 IN LA PAZ",
        "La Paz, El Alto, Los Angeles and San José de las Lajas were hit, said the mayor of El Alto.",
        "Two dead.",
        "El Salvador: FMLN attacks La Unión, La Libertad, Las Vueltas",
    ],
)
def test_names_and_scraps_are_english(text):
    assert language(text) == "en"


def test_another_script_is_no_english():
    assert language("قتل مسلحون مزارعين اثنين في الطريق إلى السوق") == "und"
    assert language("Вооружённые люди застрелили двух крестьян по дороге на рынок") == "und"


def test_a_text_that_is_not_read_gives_no_events_and_says_so():
    coded = ce.code(LANGUAGES["fr"]["example"] + " C'était le 7 octobre 2023.", published="2023-10-09")

    assert coded.events == ()
    assert "French (fr)" in coded.problems[0].what
    assert [mention.timex for mention in coded.mentions] == ["2023-10-07"]


def test_a_language_that_is_given_is_believed():
    text = "Gunmen shot dead two farmers in Maroua, Cameroon, on Monday."

    assert len(ce.code(ce.Article(text, published="2024-10-22", language="en-GB")).events) == 1
    assert ce.code(ce.Article(text, published="2024-10-22", language="fr")).events == ()
