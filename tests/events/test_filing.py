"""What makes a row: news told concretely, older acts told with day and sides; the rest stays visible and makes none."""

import conflict_events as ce

OPENING = (
    "Gunmen killed nine villagers in Dansadau, Nigeria, on Monday. The governor condemned the killing. "
    "Schools in the district were closed. "
)


def coded(text, published="2024-08-14"):
    return ce.code(ce.Article(text, published=published))


def told(events):
    return [(event.sub_event_type.value, event.when and event.when.timex) for event in events]


def test_an_act_told_in_passing_makes_no_row_and_says_why():
    article = coded(OPENING + "Traders said that the violence and the kidnappings must stop.")

    assert told(article.events) == [("Attack", "2024-08-12")]
    reasons = {rejection.evidence.quote: rejection.reason for rejection in article.rejections}
    assert reasons["kidnappings"]


def test_an_older_act_told_with_day_place_and_loss_is_a_row_behind_the_news():
    article = coded(OPENING + "On 2 July bandits killed four herders in Anka.")

    assert told(article.events) == [("Attack", "2024-08-12"), ("Attack", "2024-07-02")]
    assert [event.standing for event in article.events] == [ce.Standing.NEWS, ce.Standing.OLDER]


def test_an_older_act_told_loosely_is_background():
    article = coded(OPENING + "In July bandits attacked Anka.")

    assert told(article.events) == [("Attack", "2024-08-12")]
    assert [event.standing for event in article.background] == [ce.Standing.BACKGROUND]


def test_what_a_short_text_recalls_is_what_it_is_about():
    article = coded("In July bandits had attacked Anka, Nigeria.")

    assert [event.where.name for event in article.events] == ["Anka"]


def test_a_running_total_makes_no_row():
    article = coded(OPENING + "Bandits have killed 340 people in the state so far this year.")

    assert [event.fatalities.value for event in article.events] == [9]


SPEECH = (
    "We thank our friends. I say it here: we have suffered. Our enemies kill us. They attacked our villages. "
    "I saw the burnt fields. We buried our sons. We will not forget. On 12 August rebels killed four herders in Anka. "
    "I thank you all."
)


def test_of_a_speech_only_what_is_told_concretely_is_an_event():
    article = coded(SPEECH)

    assert [(event.where.name, event.standing) for event in article.events] == [("Anka", ce.Standing.OLDER)]
