"""The finder of dates as a whole: spans, references, context, and texts that nobody would write."""

import datetime as dt

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import conflict_events as ce
from conflict_events.mentions import dates
from conflict_events.mentions.dates.words import words
from conflict_events.model.when import Grain
from conflict_events.text.sentences import read
from work import calls

PUBLISHED = dt.date(2024, 10, 22)


def found(text, published=PUBLISHED, **order):
    return [(mention.text, mention.timex) for mention in dates.find(read(text), published, **order)]


def test_the_public_finder_takes_text_and_an_iso_day():
    assert [mention.timex for mention in ce.find_dates("Shells fell on Monday.", "2024-10-22")] == ["2024-10-21"]


def test_a_weekday_named_like_the_day_of_publication_is_that_day():
    for offset in range(7):
        day = PUBLISHED + dt.timedelta(offset)
        assert found(f"Rebels fired on {day:%A}.", day)[0][1] == day.isoformat()


def test_a_weekday_is_never_more_than_six_days_back_in_the_past_tense():
    for offset in range(400):
        day = dt.date(2023, 12, 1) + dt.timedelta(offset)
        (_, value), *rest = found("The army said rebels fired on Thursday.", day)
        assert rest == []
        back = (day - dt.date.fromisoformat(value)).days
        assert 0 <= back <= 6
        assert dt.date.fromisoformat(value).weekday() == 3


def test_relative_words_without_a_reference_are_found_and_say_why_they_stay_open():
    for text in (
        "yesterday",
        "last week",
        "on Friday",
        "three years ago",
        "in May",
        "overnight",
        "last summer",
        "on 3 May",
    ):
        (mention,) = dates.find(read(f"Shells fell {text}."))
        assert mention.when is None
        assert "publication" in mention.reason


def test_a_full_dateline_is_the_reference_where_no_publication_day_is_given():
    text = "SAN MIGUEL, 3 JAN 90 (AGENCY) -- TWO GUARDS DIED YESTERDAY. THE FIRE BEGAN LAST WEEK."
    first, second, third = dates.find(read(text))
    assert (first.rule, first.timex) == (dates.DATELINE, "1990-01-03")
    assert (second.timex, third.timex) == ("1990-01-02", "1989-W52")
    assert second.reason == "counted from the dateline"


def test_a_dateline_of_the_day_before_publication_is_what_today_means():
    assert found("GOMA, Oct 21 (Agency) - Rebels fired today.")[1] == ("today", "2024-10-21")


def test_a_date_in_brackets_later_in_the_text_is_no_dateline():
    mentions = dates.find(read("Rebels who held the town fired on Oct 21 (a Monday)."), PUBLISHED)
    assert dates.DATELINE not in [mention.rule for mention in mentions]


def test_a_month_never_gains_a_day():
    (mention,) = dates.find(read("Rebels took it in March 2021."), PUBLISHED)
    assert mention.when.grain is Grain.MONTH
    assert mention.when.days == 31


def test_the_order_of_ambiguous_digits_follows_the_source_or_stays_open():
    text = "Dated 03/04/2021 in ink."
    assert found(text) == [("03/04/2021", None)]
    assert found(text, day_first=True) == [("03/04/2021", "2021-04-03")]
    assert found(text, day_first=False) == [("03/04/2021", "2021-03-04")]
    (mention,) = dates.find(read(text), PUBLISHED, day_first=True)
    assert "ambiguous" in mention.reason


def test_the_order_of_ambiguous_digits_is_that_of_the_other_dates_of_the_text():
    assert found("Dated 03/04/2021, and again on 25 March 2021.")[0] == ("03/04/2021", "2021-04-03")
    assert found("Dated 03/04/2021, and again on March 25, 2021.")[0] == ("03/04/2021", "2021-03-04")
    assert found("Dated 03/04/2021, and again on 04/25/2021.")[0] == ("03/04/2021", "2021-03-04")
    assert found("Dated 03/04/2021, on March 25, 2021 and 26 March 2021.")[0] == ("03/04/2021", None)


def test_a_month_of_another_language_needs_more_than_a_number_in_english_text():
    assert found("The boys ate 3 mars bars and 2 mai tais.") == []
    assert found("Le 3 mars, des tirs ont été entendus.") == [("3 mars", "2024-03-03")]
    assert found("El 12 de enero hubo combates.") == [("12 de enero", "2024-01-12")]
    assert found("وقعت في 7 أكتوبر/تشرين الأول 2023") == [("7 أكتوبر/تشرين الأول 2023", "2023-10-07")]


def test_capitals_and_lower_case_read_like_mixed_case():
    text = "Rebels fired on Friday, 18 October, and again last night. In May they fled. The war began in 2014."
    values = [value for _, value in found(text)]
    assert values == ["2024-10-18", "2024-10-21", "2024-05", "2014"]
    assert [value for _, value in found(text.upper())] == values
    assert [value for _, value in found(text.lower())] == values


def test_a_year_of_a_range_goes_to_both_ends():
    (mention,) = dates.find(read("Between 28 December and 2 January 2020 it rained."), PUBLISHED)
    assert (mention.when.start, mention.when.end) == (dt.date(2019, 12, 28), dt.date(2020, 1, 2))


def test_two_days_of_one_month_are_two_dates():
    assert found("Raids on 3 and 5 May killed six.") == [("3", "2024-05-03"), ("5 May", "2024-05-05")]


def test_a_sighted_feast_says_that_a_day_is_uncertain():
    (mention,) = dates.find(read("Raids during Ramadan killed six."), PUBLISHED)
    assert "sighting" in mention.reason


def test_years_and_anniversaries_are_background_and_the_news_is_not():
    text = "In 2014 the war began. Crowds marked the tenth anniversary of the October 20 raid. Shells fell on Monday."
    year, raid, monday = dates.find(read(text), PUBLISHED)
    assert dates.is_background(year, PUBLISHED)
    assert dates.is_background(raid, PUBLISHED)
    assert not dates.is_background(monday, PUBLISHED)


def test_the_edges_of_the_calendar_give_reasons_and_no_exceptions():
    text = (
        "Yesterday, tomorrow, last week, next year, on Friday, 29 February, 10 centuries ago, last winter, in December."
    )
    for day in (dt.date.min, dt.date.max, dt.date(9999, 1, 1), dt.date(1, 12, 31)):
        for mention in dates.find(read(text), day):
            assert mention.when is not None or mention.reason


WORDS = sorted({*words().starts, *words().months, *words().numbers, *words().foreign_months, *(
    word for group in words().sets.values() for word in group
)})  # fmt: skip
PIECES = st.sampled_from(WORDS) | st.sampled_from(
    "2024 10 1998 31 29 0 99 5 th s ' , - / . of the May March 3-5 2024-10-22 10/30/89 1.2.2023 '97 ² ٧ 1980s 0000".split()
)
DAYS = st.none() | st.dates()


@given(
    st.lists(PIECES, max_size=25),
    st.sampled_from((" ", "-", "", "\n")),
    DAYS,
    st.sampled_from((str, str.upper, str.title)),
)
def test_any_words_of_time_give_spans_in_order_with_a_value_or_a_reason(pieces, gap, published, case):
    text = case(gap.join(pieces))
    last = 0
    for mention in dates.find(read(text), published):
        assert text[mention.start : mention.end] == mention.text
        assert last <= mention.start < mention.end
        assert mention.when is not None or mention.reason
        assert mention.rule.startswith("date.")
        last = mention.end


@given(st.text(max_size=300), DAYS)
@example("٣ مايو ٢٠٢٤", None)
@example("² May ² 2024", None)
def test_any_text_is_read_without_exception(text, published):
    for mention in dates.find(read(text), published):
        assert text[mention.start : mention.end] == mention.text


@pytest.mark.parametrize(
    "piece",
    [
        "May ",
        "1 ",
        "1-",
        "1/1/",
        "3-5 May ",
        "the end of ",
        "early ",
        "last ",
        "and a half ",
        "eve of ",
        "early eve of ",
        "this last ",
        "between 1 and ",
        "'97 ",
        "1990s-",
    ],
)
def test_time_grows_with_length_and_no_faster(piece):
    def work(size):
        return calls(dates.find, read(piece * (size // len(piece))), PUBLISHED)

    work(2_000)
    assert work(80_000) < 4 * 1.5 * work(20_000) + 1000


def test_a_weekday_beside_a_day_that_fits_no_near_year_is_said_not_to_fit():
    (mention,) = dates.find(read("On Friday, March 26, gunmen struck."), dt.date(2024, 4, 2))
    assert mention.timex == "2024-03-26"
    assert "does not fit" in mention.reason
