"""Who says so stands with the act, shown by its words; what the article says itself has nobody."""

import pytest

import conflict_events as ce


@pytest.mark.parametrize(
    ("text", "voices"),
    [
        ("Rebels shelled Goma on Monday, residents said.", ["residents"]),
        ("According to the Red Cross, rebels shelled Goma on Monday.", ["the Red Cross"]),
        ("Rebels shelled Goma on Monday.", []),
        ("Rebels shelled Goma on Monday. The mayor said that rain had fallen.", []),
    ],
)
def test_an_act_shows_who_tells_it(text, voices):
    (event,) = ce.code(ce.Article(text, published="2024-10-22", source="Seed Wire")).events
    basis = event.basis("sources")
    assert event.sources == ("Seed Wire",)
    assert basis.status is ce.Status.KNOWN
    assert [one.quote for one in basis.evidence] == voices
    assert all(text[one.start : one.end] == one.quote for one in basis.evidence)
    assert all(repr(voice) in basis.reason for voice in voices)


def test_without_an_outlet_the_voice_is_told_all_the_same():
    (event,) = ce.code(ce.Article("Rebels shelled Goma, residents said.")).events
    assert event.sources == ()
    assert event.basis("sources").status is ce.Status.ABSENT
    assert event.basis("sources").reason == "no source was given; told by 'residents'"
