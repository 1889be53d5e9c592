"""What somebody tries first with the model, without having read its reference: it works, or says what is expected."""

import datetime as dt
import pickle

import attrs
import pytest

import conflict_events as ce

MAY_FIRST = dt.date(2024, 5, 1)
ARMY = ce.Actor("Military Forces of Mali (2021-)", ce.ActorKind.STATE_FORCES, country=ce.Country.of("MLI"))
MAY = ce.Event("Attack", when="2024-05-01")
DEAD = ce.CasualtyReport("killed", stated=3)

WORKS = {
    "a type by its name": lambda: ce.Event("Attack") == ce.Event(ce.SubEventType.ATTACK),
    "a type in small letters": lambda: ce.Event("armed clash").sub_event_type is ce.SubEventType.ARMED_CLASH,
    "a day as text": lambda: ce.Event("Attack", when="2024-05-01").when == ce.When.day(MAY_FIRST),
    "a day as date": lambda: ce.Event("Attack", when=MAY_FIRST).when == ce.When.day(MAY_FIRST),
    "a moment": lambda: ce.Event("Attack", when=dt.datetime(2024, 5, 1, 9, tzinfo=dt.UTC)).when.timex == "2024-05-01",
    "a month as text": lambda: ce.Event("Attack", when="May 2024").when.timex == "2024-05",
    "a place by its name": lambda: ce.Event("Attack", where="Goma").where == ce.Place("Goma"),
    "a country's short name": lambda: ce.Place("Goma", country="DRC").country is ce.Country.of("COD"),
    "a country's code": lambda: ce.Place("Goma", country="CD").country is ce.Country.of("COD"),
    "a country's number": lambda: ce.Place("Goma", country=180).country is ce.Country.of("COD"),
    "whole degrees": lambda: ce.Place("Null Island", latitude=0, longitude=0).latitude == 0.0,
    "the day of a text": lambda: ce.When.day("2024-05-01") == ce.When(MAY_FIRST, MAY_FIRST),
    "the day of a moment": lambda: type(ce.When.day(dt.datetime(2024, 5, 1, tzinfo=dt.UTC)).start) is dt.date,
    "a span of texts": lambda: ce.When("2024-05-01", "2024-05-03").days == 3,
    "a grain by its name": lambda: ce.When("2024-05-01", "2024-05-31", "month").timex == "2024-05",
    "a kind by its name": lambda: ce.Actor("M23", "Rebel group").kind is ce.ActorKind.REBEL_GROUP,
    "an actor's country by name": lambda: (
        ce.Actor("M23", "Rebel group", country="Congo-Kinshasa").country.alpha_3 == "COD"
    ),
    "a figure bounds itself": lambda: (DEAD.low, DEAD.high) == (3, 3),
    "a figure is counted": lambda: ce.Event("Attack", casualties=[DEAD]).fatalities.value == 3,
    "none killed is nought": lambda: (
        ce.Event("Attack", casualties=[ce.CasualtyReport("killed", stated=0)]).fatalities.high == 0
    ),
    "a bound stays open": lambda: ce.CasualtyReport("killed", stated=20, low=21).high is None,
    "a role by its name": lambda: ce.CasualtyReport("injured", role="child").role is ce.VictimRole.CHILD,
    "a status by its name": lambda: ce.Basis("known").status is ce.Status.KNOWN,
    "bases by field": lambda: ce.Event("Attack", bases={"when": ce.Basis("known")}).basis("when").status == "known",
    "columns as a dict": lambda: ce.Event("Attack", extras={"fid": "7"}).extras == (("fid", "7"),),
    "lists become tuples": lambda: ce.Event("Attack", tags=["a", "b"], sources=["x"]).tags == ("a", "b"),
    "a scale by its name": lambda: ce.Event("Attack", source_scale="National").source_scale is ce.SourceScale.NATIONAL,
    "two scales joined": lambda: ce.Event("Attack", source_scale="Other-National").source_scale == "Other-National",
    "events are sorted": lambda: [one.when for one in sorted([ce.Event("Attack"), MAY])] == [MAY.when, None],
    "an event in a set": lambda: len({ce.Event("Attack"), ce.Event("attack")}) == 1,
    "an event changed": lambda: attrs.evolve(ce.Event("Attack"), when="2024-05-01").when.start == MAY_FIRST,
    "an event in one line": lambda: "\n" not in str(ce.Event("Attack", when="2024-05-01", actor1=ARMY)),
    "an event goes to JSON and back": lambda: (
        ce.from_dict(ce.to_dict(ce.Event("Attack", when="2024-05-01"))).when.days == 1
    ),
    "an event is pickled": lambda: (
        pickle.loads(pickle.dumps(ce.Event("Attack", when=MAY_FIRST))).when.start == MAY_FIRST
    ),
    "an event as a row": lambda: ce.formats.acled.to_rows([ce.Event("Attack", when="2024-05-01")])[0]["year"] == 2024,
    "a text is coded": lambda: len(ce.code("Rebels shelled Goma on Monday.", published="2024-10-22").events) == 1,
    "a text without day is coded": lambda: len(ce.code("Rebels shelled Goma.").events) == 1,
    "texts are coded": lambda: (
        [len(one.events) for one in ce.code_many(["Rebels shelled Goma.", "Rain fell."])] == [1, 0]
    ),
    "a day for an article without one": lambda: (
        ce.code(ce.Article("x"), published="2024-05-01").article.published == MAY_FIRST
    ),
    "texts of one day": lambda: next(ce.code_many(["x"], published="2024-10-22")).article.published.day == 22,
    "a publication day in French": lambda: ce.Article("x", published="22 octobre 2024").published.month == 10,
    "countries of an article": lambda: ce.Article("x", countries=("Niger",)).countries == (ce.Country.of("NER"),),
    "a coded article of a list": lambda: ce.CodedArticle(ce.Article("x"), [ce.Event("Attack")]).events[0].when is None,
}

REFUSED = {
    "an event type for a sub-event type": (lambda: ce.Event("Battle"), "Event.sub_event_type", "Armed clash"),
    "a slip of the pen": (lambda: ce.Event("Atack"), "Event.sub_event_type", "Attack"),
    "a part of a name": (lambda: ce.Event("Shelling"), "Event.sub_event_type", "Shelling/artillery/missile attack"),
    "no type": (lambda: ce.Event(None), "Event.sub_event_type", "SubEventType"),
    "a day that is none": (lambda: ce.Event("Attack", when="soon"), "Event.when", "2024-10-22"),
    "a day that is two": (lambda: ce.Event("Attack", when="03/04/2024"), "Event.when", "day_first"),
    "a number as day": (lambda: ce.Event("Attack", when=20240501), "Event.when", "When"),
    "a number as place": (lambda: ce.Event("Attack", where=7), "Event.where", "Place"),
    "a number as actor": (lambda: ce.Event("Attack", actor1=7), "Event.actor1", "Actor"),
    "a name as actor": (lambda: ce.Event("Attack", actor2="Boko Haram"), "Event.actor2", "Actor"),
    "one actor for many": (lambda: ce.Event("Attack", assoc_actor_1=ARMY), "Event.assoc_actor_1", "tuple"),
    "a name among actors": (lambda: ce.Event("Attack", assoc_actor_2=["M23"]), "Event.assoc_actor_2", "Actor"),
    "a text as casualties": (lambda: ce.Event("Attack", casualties=["3 dead"]), "Event.casualties", "CasualtyReport"),
    "a number as casualties": (lambda: ce.Event("Attack", casualties=3), "Event.casualties", "tuple"),
    "one text for many tags": (lambda: ce.Event("Attack", tags="one"), "Event.tags", "tuple"),
    "a number as tag": (lambda: ce.Event("Attack", tags=[7]), "Event.tags", "str"),
    "one source for many": (lambda: ce.Event("Attack", sources="Seed Wire"), "Event.sources", "tuple"),
    "a number as scale": (lambda: ce.Event("Attack", source_scale=7), "Event.source_scale", "SourceScale"),
    "a number as notes": (lambda: ce.Event("Attack", notes=7), "Event.notes", "str"),
    "a number as id": (lambda: ce.Event("Attack", record_id=7), "Event.record_id", "str"),
    "a policy of one's own": (lambda: ce.Event("Attack", policy="mine"), "Event.policy", "acled"),
    "a basis of no field": (lambda: ce.Event("Attack", bases={"wen": ce.Basis("known")}), "Event.bases", "when"),
    "a basis that is none": (lambda: ce.Event("Attack", bases={"when": "known"}), "Event.bases", "Basis"),
    "a column that is no text": (lambda: ce.Event("Attack", extras={"fid": 7}), "Event.extras", "str"),
    "True as latitude": (lambda: ce.Place("x", latitude=True, longitude=0), "Place.latitude", "number"),
    "text as latitude": (lambda: ce.Place("x", latitude="1.5", longitude="2"), "Place.latitude", "number"),
    "no number as latitude": (lambda: ce.Place("x", latitude=float("nan"), longitude=0), "Place.latitude", "-90"),
    "True as precision": (lambda: ce.Place("x", precision=True), "Place.precision", "1 to 3"),
    "half a precision": (lambda: ce.Place("x", precision=1.5), "Place.precision", "1 to 3"),
    "a number as name": (lambda: ce.Place(7), "Place.name", "str"),
    "a country that is none": (lambda: ce.Place("x", country="Kenyaa"), "Place.country", "Kenya"),
    "a list as country": (lambda: ce.Place("x", country=["KEN"]), "Place.country", "Country"),
    "a kind that is none": (lambda: ce.Actor("M23", "Rebels"), "Actor.kind", "Rebel group"),
    "no kind": (lambda: ce.Actor("M23", None), "Actor.kind", "ActorKind"),
    "a year as text": (lambda: ce.Actor("x", "Rioters", active_from="2012"), "Actor.active_from", "whole number"),
    "years swapped": (lambda: ce.Actor("x", "Rioters", active_from=2012, active_to=2011), "Actor", "active_from"),
    "an outcome that is none": (lambda: ce.CasualtyReport("dead"), "CasualtyReport.outcome", "killed"),
    "True as figure": (lambda: ce.CasualtyReport("killed", stated=True), "CasualtyReport.stated", "whole number"),
    "text as figure": (lambda: ce.CasualtyReport("killed", stated="3"), "CasualtyReport.stated", "whole number"),
    "a text as evidence": (lambda: ce.CasualtyReport("killed", evidence=["3 dead"]), "CasualtyReport.evidence", "Evidence"),
    "a grain that is none": (lambda: ce.When(MAY_FIRST, MAY_FIRST, "fortnight"), "When.grain", "week"),
    "a modifier that is none": (lambda: ce.When(MAY_FIRST, MAY_FIRST, mod="early"), "When.mod", "START"),
    "a number as day of a span": (lambda: ce.When(20240501, MAY_FIRST), "When.start", "date"),
    "a status that is none": (lambda: ce.Basis("guessed", reason="x"), "Basis.status", "inferred"),
    "True as offset": (lambda: ce.Evidence(start=False, end=True, quote="x", rule="r"), "Evidence.start", "whole number"),
    "bytes as quote": (lambda: ce.Evidence(0, 1, b"x", "r"), "Evidence.quote", "str"),
    "a number as title": (lambda: ce.Article("x", title=7), "Article.title", "str"),
    "one country for many": (lambda: ce.Article("x", countries="Niger"), "Article.countries", "tuple"),
    "a country of an article that is none": (lambda: ce.Article("x", countries=["Nigeri"]), "Article.countries", "Niger"),
    "a text for an article": (lambda: ce.CodedArticle("x"), "CodedArticle.article", "Article"),
    "a name for an event": (lambda: ce.CodedArticle(ce.Article("x"), ["Attack"]), "CodedArticle.events", "Event"),
    "a number to code": (lambda: ce.code(7), "code", "Article"),
    "bytes to code": (lambda: ce.code(b"Rebels shelled Goma."), "code", "Article"),
    "one text for many articles": (lambda: ce.code_many("Rebels shelled Goma."), "code_many", "Article"),
    "one article for many": (lambda: ce.code_many(ce.Article("x")), "code_many", "Article"),
    "a number among articles": (lambda: list(ce.code_many(["x", 7])), "code_many", "Article"),
    "a day that is none to code": (lambda: ce.code("x", published="soon"), "Article.published", "date"),
    "a list for one article": (lambda: ce.code(["x"]), "code", "code_many"),
    "a list for a dict": (lambda: ce.from_dict([]), "from_dict", "object"),
}  # fmt: skip


@pytest.mark.parametrize("name", WORKS)
def test_what_works(name):
    assert WORKS[name]()


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_says_where_and_what_is_expected(name):
    make, where, expected = REFUSED[name]
    with pytest.raises(ce.ConflictEventsError) as caught:
        make()
    assert caught.value.where == where
    assert expected in caught.value.expected
    assert "\n" not in str(caught.value)
    assert pickle.loads(pickle.dumps(caught.value)).expected == caught.value.expected


@pytest.mark.parametrize("make", [lambda: ce.code(7), lambda: ce.code_many("x"), lambda: list(ce.code_many([None]))])
def test_a_wrong_type_to_code_is_a_type_error(make):
    with pytest.raises(TypeError):
        make()
