"""Articles coded by hand for the tests of the page, so that what it shows does not depend on what is read."""

import datetime as dt

from conflict_events.model.actor import Actor
from conflict_events.model.article import Article
from conflict_events.model.casualty import CasualtyReport, Outcome
from conflict_events.model.coded import CodedArticle, Problem, Rejection
from conflict_events.model.country import Country
from conflict_events.model.event import Event
from conflict_events.model.evidence import Basis, Evidence, Status
from conflict_events.model.kind import ActorKind
from conflict_events.model.place import Place
from conflict_events.model.taxonomy import SubEventType
from conflict_events.model.when import Grain, When

ATTACK = "<img src=x onerror=\"document.title='broken'\"><script>document.title='broken'</script>"
TOWNS = {"Goma": (-1.67, 29.23), "Sake": (-1.57, 29.04), "Bukavu": (-2.51, 28.86), "Beni": (0.49, 29.47)}


def evidence(text, words):
    start = text.index(words)
    return Evidence(start, start + len(words), words, f"test.{words.lower()}")


def event(text, kind, town, day, claims=(), country="COD"):
    told = evidence(text, town)
    latitude, longitude = TOWNS[town]
    return Event(
        kind,
        when=day if isinstance(day, When) else When.day(day),
        where=Place(town, country=Country.of(country), latitude=latitude, longitude=longitude, precision=1),
        actor1=Actor("Unidentified Armed Group", ActorKind.POLITICAL_MILITIA),
        casualties=tuple(
            CasualtyReport(Outcome.KILLED, stated=low, low=low, high=high, source=source, evidence=(told,))
            for low, high, source in claims
        ),
        notes=f"A note about {town}.",
        bases={
            "sub_event_type": Basis(Status.KNOWN, evidence=(evidence(text, "shelled"),)),
            "where": Basis(Status.KNOWN, evidence=(told,)),
            "when": Basis(Status.INFERRED, reason="the story stands there", evidence=(evidence(text, "Tuesday"),)),
        },
    )


def two():
    """Two articles, one of them hostile, one without an event."""
    text = f"On Tuesday rebels shelled Goma and then Sake. {ATTACK} Calm returned to Bukavu."
    shells = event(text, SubEventType.SHELLING, "Goma", dt.date(2024, 10, 8), [(4, None, "Police")])
    clash = event(text, SubEventType.ARMED_CLASH, "Sake", dt.date(2024, 10, 22), [(9, None, "Police")])
    first = CodedArticle(
        Article(text, title=f"Shells {ATTACK}", published="2024-10-23"),
        (shells, clash),
        problems=(Problem("a problem"),),
        rejections=(Rejection(evidence(text, "Calm"), "no act"),),
    )
    return [first, CodedArticle(Article("Nothing happened in Bukavu.", title="Quiet"))]


def one():
    """One article with four events, of which one has no place, one a week, and one is told by two voices."""
    text = "On Tuesday rebels shelled Goma and Sake. Gunmen attacked Beni. Students marched in Bukavu. " * 3
    week = When(dt.date(2024, 10, 14), dt.date(2024, 10, 20), Grain.WEEK)
    events = (
        event(text, SubEventType.SHELLING, "Goma", dt.date(2024, 10, 22), [(8, 8, "police"), (14, 20, "residents")]),
        event(text, SubEventType.ARMED_CLASH, "Goma", week, [(21, None, "doctors")]),
        event(text, SubEventType.ATTACK, "Beni", dt.date(2024, 10, 20), [(0, 0, "the army")]),
        event(text, SubEventType.PEACEFUL_PROTEST, "Bukavu", dt.date(2024, 10, 21)),
        Event(SubEventType.AGREEMENT, bases={"where": Basis(Status.ABSENT, reason="no place is named")}),
    )
    return [CodedArticle(Article(text, title="Four towns", published="2024-10-23", source="Seed Wire"), events)]


def many():
    """Eight articles over some months in two countries: more than are shown unfolded."""
    text = "On Tuesday rebels shelled Goma, Sake, Bukavu and Beni."
    kinds = (SubEventType.SHELLING, SubEventType.ARMED_CLASH, SubEventType.ATTACK, SubEventType.MOB_VIOLENCE)
    return [
        CodedArticle(
            Article(text, title=f"Article {n + 1}", published="2024-10-23", source="Seed Wire"),
            tuple(
                event(text, kinds[(n + k) % 4], town, dt.date(2024, 1, 5) + dt.timedelta(21 * n + k), [(n, n + k, None)],
                      "COD" if n % 3 else "RWA")
                for k, town in enumerate(list(TOWNS)[: 1 + n % 3])
            ),
        )
        for n in range(8)
    ]  # fmt: skip
