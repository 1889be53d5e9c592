"""The pictures show what the events say: each mark where it belongs, nothing for what is not known, and a count of it."""

import datetime as dt

import attrs
import pytest

import conflict_events as ce

matplotlib = pytest.importorskip("matplotlib", reason="needs matplotlib (pip install 'conflict-events[plot]')")

from matplotlib.collections import PathCollection  # noqa: E402
from matplotlib.dates import date2num  # noqa: E402
from matplotlib.figure import Figure  # noqa: E402

from conflict_events import plot  # noqa: E402
from conflict_events.plot.canvas import LOOKS  # noqa: E402

DAY = dt.date(2024, 10, 22)
GOMA = ce.Place("Goma", country=ce.Country.of("COD"), latitude=-1.67, longitude=29.23, precision=1)
SAKE = ce.Place("Sake", country=ce.Country.of("COD"), latitude=-1.57, longitude=29.04, precision=1)
KIVU = ce.Place("Nord-Kivu", country=ce.Country.of("COD"), latitude=-0.8, longitude=29.0, precision=3)
CONGO = ce.Place("Congo", country=ce.Country.of("COD"), latitude=-2.9, longitude=23.7, feature="A.PCLI")


def event(kind=ce.SubEventType.SHELLING, when=DAY, where=GOMA, casualties=()):
    when = ce.When.day(when) if isinstance(when, dt.date) else when
    return ce.Event(kind, when=when, where=where, casualties=casualties)


def claim(low, high, source=None, outcome=ce.Outcome.KILLED, **more):
    return ce.CasualtyReport(outcome, low=low, high=high, source=source, **more)


def marks(ax):
    """Label -> points of its marks."""
    found = (one for one in ax.collections if isinstance(one, PathCollection))
    return {one.get_label(): [tuple(map(float, xy)) for xy in one.get_offsets()] for one in found}


def texts(ax):
    return [text.get_text() for text in ax.texts]


def said(ax):
    """The line under the picture, as one line."""
    return " ".join(ax.get_xlabel().split())


def legend(ax):
    return [text.get_text() for text in ax.get_legend().get_texts()]


# Map


def test_each_event_is_marked_at_its_point():
    ax = plot.map([event(), event(ce.SubEventType.ARMED_CLASH, where=SAKE)])

    assert marks(ax) == {"Explosions/Remote violence": [(29.23, -1.67)], "Battles": [(29.04, -1.57)]}
    assert sorted(texts(ax)) == ["Goma", "Sake"]
    assert legend(ax) == ["Battles", "Explosions/Remote violence"]
    assert said(ax) == ""


def test_events_of_a_type_at_one_point_are_one_larger_mark_with_their_number():
    one, three = plot.map([event()]), plot.map([event(when=DAY - dt.timedelta(n)) for n in range(3)])

    assert marks(three) == marks(one)
    assert max(three.collections[-1].get_sizes()) > max(one.collections[-1].get_sizes())
    assert texts(three) == ["Goma (3)"]


def test_what_has_no_spot_is_not_drawn_but_counted():
    no_point = attrs.evolve(GOMA, latitude=None, longitude=None)
    ax = plot.map([event(), event(where=None), event(where=None), event(where=CONGO), event(where=no_point)])

    assert marks(ax) == {"Explosions/Remote violence": [(29.23, -1.67)]}
    assert said(ax) == "Not drawn, of 5 events: 2 without a place, 1 with a country only, 1 without a point"


def test_a_region_is_hollow_and_the_legend_says_so():
    ax = plot.map([event(where=KIVU)])

    (drawn,) = (one for one in ax.collections if isinstance(one, PathCollection))
    assert drawn.get_facecolors().size == 0
    assert "hollow: a region" in legend(ax)


def test_the_land_beneath_is_that_of_the_frame():
    near, far = plot.map([event()]), plot.map([event(), event(where=ce.Place("X", latitude=60.0, longitude=100.0))])

    def land(ax):
        return len(next(one for one in ax.collections if one.get_label() == "_land").get_paths())

    assert 0 < land(near) < land(far)
    west, east = near.get_xlim()
    assert west < 29.23 < east
    assert east - west < 6


@pytest.mark.parametrize("picture", [plot.map, plot.timeline, plot.casualties])
def test_no_events_at_all_give_a_picture_that_says_so(picture):
    (words,) = texts(picture([]))
    assert words.startswith("No event has")


@pytest.mark.parametrize(("latitude", "longitude"), [(89.9, 0.0), (-90.0, 180.0), (0.0, -180.0), (70.0, 179.99)])
def test_the_ends_of_the_earth_can_be_drawn(latitude, longitude):
    ax = plot.map([event(where=ce.Place("End", latitude=latitude, longitude=longitude))])
    assert marks(ax) == {"Explosions/Remote violence": [(longitude, latitude)]}
    ax.figure.draw_without_rendering()


# Time line


def test_a_day_is_a_mark_on_its_day():
    ax = plot.timeline([event(), event(ce.SubEventType.ARMED_CLASH, when=dt.date(2024, 10, 3), where=None)])

    lanes = {tick.get_text(): at for tick, at in zip(ax.get_yticklabels(), ax.get_yticks(), strict=True)}
    assert marks(ax) == {
        "Battles": [(date2num(dt.date(2024, 10, 3)), lanes["Battles"])],
        "Explosions/Remote violence": [(date2num(DAY), lanes["Explosions/Remote violence"])],
    }
    assert sorted(texts(ax)) == ["Goma", "place not named"]


def test_a_span_is_a_bar_to_the_end_of_its_last_day():
    week = ce.When(dt.date(2024, 10, 14), dt.date(2024, 10, 20), ce.Grain.WEEK)
    ax = plot.timeline([event(when=week)])

    (bar,) = ax.patches
    assert (bar.get_x(), bar.get_x() + bar.get_width()) == (date2num(week.start), date2num(dt.date(2024, 10, 21)))
    assert marks(ax) == {"Explosions/Remote violence": []}
    assert legend(ax) == ["bar: on some day within"]


def test_events_of_a_type_on_one_day_are_one_mark_with_all_names():
    ax = plot.timeline([event(), event(where=SAKE)])

    assert [len(points) for points in marks(ax).values()] == [1]
    assert texts(ax) == ["2: Goma, Sake"]


def test_marks_that_would_cover_each_other_stand_in_rows():
    month = ce.When(dt.date(2024, 10, 1), dt.date(2024, 10, 31), ce.Grain.MONTH)
    ax = plot.timeline([event(), event(when=month)])

    (bar,) = ax.patches
    ((_, y),) = marks(ax)["Explosions/Remote violence"]
    assert y != bar.get_y() + bar.get_height() / 2


def test_what_has_no_day_is_not_drawn_but_counted():
    ax = plot.timeline([event(), event(when=None)])

    assert said(ax) == "Not drawn, of 2 events: 1 without a day"
    assert sum(map(len, marks(ax).values())) == 1


# Casualties


def lines(ax, label):
    """Data of the lines with that label: ((x, ...), y)."""
    return [
        (tuple(map(int, line.get_xdata())), float(line.get_ydata()[0]))
        for line in ax.lines
        if line.get_label() == label
    ]


def rows(ax):
    return {float(at): tick.get_text() for at, tick in zip(ax.get_yticks(), ax.get_yticklabels(), strict=True)}


def test_claims_of_each_voice_are_rows_of_their_own_under_the_event():
    ax = plot.casualties([event(casualties=(claim(8, 8, "police"), claim(14, 20, "residents")))])

    assert rows(ax) == {0: "Shelling/artillery/missile attack, Goma, 2024-10-22", 1: "police", 2: "residents"}
    assert lines(ax, "_bound") == [((8,), 1), ((14,), 2), ((20,), 2)]
    assert lines(ax, "_range") == [((14, 20), 2)]


def test_zero_is_drawn_and_silence_is_counted():
    ax = plot.casualties([event(casualties=(claim(0, 0),)), event()])

    assert lines(ax, "_bound") == [((0,), 1)]
    assert [text for text in texts(ax) if text] == ["0"]
    assert said(ax) == "people killed Not drawn, of 2 events: 1 of which nothing is said about people killed"


@pytest.mark.parametrize(
    ("low", "high", "bounds", "words", "arrows"),
    [(21, None, [21], "21 to open", 1), (None, 8, [8], "open to 8", 0), (None, None, [], "no number is given", 1)],
)
def test_open_ends_stay_open(low, high, bounds, words, arrows):
    ax = plot.casualties([event(casualties=(claim(low, high),))])

    assert [x for (x,), _ in lines(ax, "_bound")] == bounds
    assert [text for text in texts(ax) if text] == [words]
    assert sum(getattr(text, "arrow_patch", None) is not None for text in ax.texts) == arrows


def test_a_part_of_another_claim_is_hollow_and_named():
    children = claim(2, 2, "police", victim="two children", subset_of=0)
    ax = plot.casualties([event(casualties=(claim(8, 8, "police"), children))])

    whole, part = (line for line in ax.lines if line.get_label() == "_bound")
    assert part.get_markerfacecolor() == "white" != whole.get_markerfacecolor()
    assert rows(ax)[2] == "police: two children"


def test_another_outcome_is_asked_for_by_name():
    hurt = event(casualties=(claim(3, 3, outcome=ce.Outcome.INJURED), claim(1, 1)))

    assert lines(plot.casualties([hurt], outcome="injured"), "_bound") == [((3,), 1)]
    with pytest.raises(ValueError, match="singing"):
        plot.casualties([hurt], outcome="singing")


def test_the_largest_are_drawn_in_the_order_given_and_the_others_counted():
    few, many, some = (event(casualties=(claim(n, n),)) for n in (1, 9, 5))
    ax = plot.casualties([some, few, many], most=2)

    assert [x for (x,), _ in lines(ax, "_bound")] == [5, 9]
    assert said(ax).endswith("1 with lower figures")


# All of them

HOSTILE = "$x^2$ \n\x00\ud800 <b>" + "a" * 200


@pytest.mark.parametrize("picture", [plot.map, plot.timeline, plot.casualties])
def test_words_of_an_article_are_shown_as_they_stand(picture):
    place = attrs.evolve(GOMA, name=HOSTILE)
    ax = picture([event(where=place, casualties=(claim(1, 2, HOSTILE, victim=HOSTILE),))], title=HOSTILE[:5])

    ax.figure.draw_without_rendering()
    shown = [*texts(ax), *(tick.get_text() for tick in ax.get_yticklabels())]
    assert any("$x^2$" in text for text in shown)
    assert max(map(len, shown)) <= 60


@pytest.mark.parametrize("picture", [plot.map, plot.timeline, plot.casualties])
def test_own_axes_are_drawn_into_and_pyplot_is_never_loaded(picture):
    import sys

    ax = Figure().subplots()

    assert picture([event(casualties=(claim(1, 2),))], ax=ax, title="Mine") is ax
    assert ax.get_title(loc="left") == "Mine"
    assert "matplotlib.pyplot" not in sys.modules


@pytest.mark.parametrize("picture", [plot.map, plot.timeline, plot.casualties])
def test_what_is_no_event_is_refused(picture):
    with pytest.raises(ce.ConflictEventsError, match="no event"):
        picture([ce.code(ce.Article("Shells hit Goma."))])


def test_every_event_type_has_a_colour_and_a_shape_of_its_own():
    assert set(LOOKS) == set(ce.EventType)
    assert len({look.colour for look in LOOKS.values()}) == len({look.marker for look in LOOKS.values()}) == 6


def test_names_do_not_cover_each_other():
    towns = [attrs.evolve(GOMA, name=f"A long name {n}", latitude=-1.67 + n / 500) for n in range(40)]
    ax = plot.map([event(where=town) for town in towns])

    boxes = [text.get_window_extent() for text in ax.texts]
    assert 1 <= len(boxes) < 40
    assert not any(one.overlaps(other) for i, one in enumerate(boxes) for other in boxes[:i])
