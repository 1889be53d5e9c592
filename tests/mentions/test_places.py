"""The finder of places as a whole: spans, namesakes, surroundings, metonyms, and texts that nobody would write."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import conflict_events as ce
from conflict_events.gazetteer.index import using
from conflict_events.mentions import places
from conflict_events.text.sentences import read
from work import calls


def found(text):
    return {mention.text: mention for mention in ce.find_places(text)}


def place(text, words):
    return found(text)[words].place


@pytest.mark.parametrize(
    ("name", "country", "latitude", "longitude"),
    [
        ("Khan Younis", "PSE", 31.3, 34.3),
        ("Deir al-Balah", "PSE", 31.4, 34.4),
        ("Hodeidah", "YEM", 14.8, 43.0),
        ("Avdiivka", "UKR", 48.1, 37.8),
        ("El Fasher", "SDN", 13.6, 25.4),
        ("Mocimboa da Praia", "MOZ", -11.4, 40.4),
        ("Goma", "COD", -1.7, 29.2),
        ("Port-au-Prince", "HTI", 18.5, -72.3),
        ("Cotabato", "PHL", 7.2, 124.2),
    ],
)
def test_towns_of_wars_are_found_where_they_are(name, country, latitude, longitude):
    it = place(f"Shells fell in {name} on Monday.", name)
    assert it.country.alpha_3 == country
    assert it.precision == 1
    assert it.latitude == pytest.approx(latitude, abs=0.15)
    assert it.longitude == pytest.approx(longitude, abs=0.15)


def test_a_container_beside_a_name_decides_between_namesakes():
    assert place("A fire broke out in Paris, Texas.", "Paris").admin1 == "Texas"
    assert place("A fire broke out in Paris, France.", "Paris").country.alpha_3 == "FRA"
    assert place("They live in Tripoli, Lebanon.", "Tripoli").country.alpha_3 == "LBN"
    assert place("They live in Tripoli, Libya.", "Tripoli").country.alpha_3 == "LBY"


def test_the_article_decides_between_namesakes_where_nothing_stands_beside_them():
    text = "Police in Nashville and Memphis, Tennessee, were on alert. Three men were shot in Athens, near Knoxville."
    assert place(text, "Athens").admin1 == "Tennessee"


def test_one_name_has_one_sense_in_an_article():
    text = "A plant burned in Paris, Texas. Officials of Paris said that nobody was hurt in Paris."
    assert {it.place.admin1 for it in ce.find_places(text) if it.text == "Paris"} == {"Texas"}


def test_a_town_is_meant_before_the_division_named_after_it():
    assert place("Jets struck Idlib.", "Idlib").feature.startswith("P.")
    assert place("Jets struck Idlib province.", "Idlib province").feature == "A.ADM1"


def test_people_and_groups_named_like_places_are_no_places():
    text = "Jordan Smith, Chad Williams and President Lincoln met Al Qaeda in Kano. Smith said that Lincoln had left."
    assert set(found(text)) == {"Kano"}


def test_a_town_that_the_gazetteer_lacks_takes_the_point_of_what_holds_it_and_says_so():
    mention = found("Raiders killed two men in Zqarbulo, Oyam district, Uganda.")["Zqarbulo"]
    assert mention.place.name == "Zqarbulo"
    assert mention.place.admin2 == "Oyam"
    assert mention.place.precision == 3
    assert "not in the gazetteer" in mention.reason


def test_a_name_without_any_place_stays_open_with_a_reason():
    mention = found("Raiders burned the village of Zqarbulo.")["Zqarbulo"]
    assert mention.place is None
    assert mention.reason


def test_a_name_whose_best_place_is_a_guess_stays_open_with_its_candidates():
    mention = found("A fire broke out in Springfield.")["Springfield"]
    assert mention.place is None
    assert mention.reason
    assert len(mention.candidates) > 1


def test_candidates_are_kept_best_first():
    mention = found("A fire broke out in Springfield, Illinois.")["Springfield"]
    weights = [weight for _, weight in mention.candidates]
    assert len(weights) > 1
    assert weights == sorted(weights, reverse=True)
    assert mention.candidates[0][0].geonameid == mention.place.geonameid


@pytest.mark.parametrize(
    ("text", "words", "name", "precision", "ucdp"),
    [
        ("Shells fell in Goma.", "Goma", "Goma", 1, 1),
        ("Shells fell near Goma.", "Goma", "Goma", 2, 2),
        ("Shells fell north of Goma.", "north of Goma", "Goma", 2, 2),
        ("Shells fell 20 km north of Goma.", "20 km north of Goma", "Goma", 2, 2),
        ("Shells fell five or 6 miles from Goma.", "6 miles from Goma", "Goma", 2, 2),
        ("Shells fell on the outskirts of Goma.", "outskirts of Goma", "Goma", 2, 2),
        ("Shells fell between Goma and Bukavu.", "Bukavu", "Bukavu", 2, 2),
        ("A truck burned on the road from Goma to Bukavu.", "Goma", "Goma", 2, 5),
        ("Shells fell in Oyam district.", "Oyam district", "Oyam", 2, 3),
        ("Shells fell in Helmand province.", "Helmand province", "Helmand", 3, 4),
        ("Shells fell in northern Mali.", "northern Mali", "Northern Mali", 3, 5),
        ("Shells fell in the north of Mali.", "north of Mali", "North Mali", 3, 5),
        ("Shells fell in Mali.", "Mali", "Mali", None, 6),
        ("A ship sank in the Red Sea.", "Red Sea", "Red Sea", 3, 7),
        ("A ship sank off the coast of Somalia.", "coast of Somalia", "Coast of Somalia", 3, 7),
        (
            "Jets struck the southern suburbs of Beirut.",
            "southern suburbs of Beirut",
            "Beirut - Southern Suburbs",
            1,
            1,
        ),
    ],
)
def test_precision_follows_from_the_words_around(text, words, name, precision, ucdp):
    it = place(text, words)
    assert (it.name, it.precision, it.ucdp_precision) == (name, precision, ucdp)


def test_an_inexact_spot_says_why():
    assert "near" in found("Shells fell near Goma.")["Goma"].reason
    assert found("Shells fell in Goma.")["Goma"].reason == ""


@pytest.mark.parametrize(
    ("text", "name", "metonym"),
    [
        ("Moscow said that it would answer.", "Moscow", True),
        ("Washington expects a truce.", "Washington", True),
        ("Talks with Tehran failed.", "Tehran", True),
        ("Since Israel killed its leader, the group is silent.", "Israel", True),
        ("A US-led force left.", "US", True),
        ("A drone fell near the border with Lebanon.", "Lebanon", True),
        ("Drones hit Moscow.", "Moscow", False),
        ("Drones fell in Moscow, officials said.", "Moscow", False),
        ("Residents of Kano said that they fled.", "Kano", False),
        ("A U.S. envoy met rebels in Goma.", "U.S.", True),
        ("He was shot in the U.S. on Monday.", "U.S.", False),
    ],
)
def test_governments_are_told_from_places(text, name, metonym):
    assert found(text)[name].metonym is metonym


def test_capitals_and_small_letters_are_read_too():
    assert place("GUNMEN KILLED TWO MEN IN MAIDUGURI ON FRIDAY.", "MAIDUGURI").name == "Maiduguri"
    assert place("gunmen killed two men in maiduguri on friday.", "maiduguri").name == "Maiduguri"
    assert found("two men were hurt in march when a bank was robbed.") == {}


def test_names_are_plain_ascii():
    for text in ("Des tirs à Mopti", "Fire in Şanlıurfa, Türkiye", "A raid in Bogotá, Colombia"):
        for mention in ce.find_places(text):
            assert mention.place.name.isascii()


@given(st.text(max_size=300))
@example("İstanbul, Türkiye; the \ud800 town of Goma")
@example("north of of the of")
@example("between")
@example("Goma, , , Goma-Goma's-led 5 km of")
@example("St. St. Mt. . U.S. U.S")
@example("A. B. C. D. E. F.")
def test_any_text_gives_mentions_in_order_that_quote_it(text):
    end = 0
    for mention in places.find(read(text)):
        assert end <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.text
        end = mention.end


WORDS = st.sampled_from(
    "Goma Paris Texas Mali Lebanon north of the southern suburbs coast near between and road from to 20 km , . - "
    "'s district village President Jordan Smith said in U.S. Ill. ( ) Moscow".split()
)


@given(st.lists(WORDS, max_size=40))
def test_any_order_of_place_words_is_read_without_harm(words):
    text = " ".join(words)
    for mention in places.find(read(text)):
        assert text[mention.start : mention.end] == mention.text


@pytest.mark.parametrize(
    "unit",
    [
        "Goma ",
        "Goma, ",
        "of ",
        "north of ",
        "San Jose, Springfield, ",
        "A. ",
        "the town of the town of ",
        "Goma-",
        "5 km ",
        "Xx Yy ",
    ],
)
def test_time_grows_with_the_text_only(unit):
    def work(size):
        return calls(places.find, read((unit * size)[: 60 * size]))

    work(200)
    assert work(8_000) < 4 * 1.5 * work(2_000) + 1000


def test_names_in_a_list_of_states_are_states():
    text = "Cases were seen in Oregon, Wyoming, Nevada, Ontario and Utah."
    assert place(text, "Wyoming").feature == "A.ADM1"


def test_a_people_leads_to_a_town_of_its_country():
    assert place("Jets struck the Lebanese city of Tripoli.", "Tripoli").country.alpha_3 == "LBN"
    assert place("Jets struck the Libyan capital Tripoli.", "Tripoli").country.alpha_3 == "LBY"


def test_province_before_or_behind_a_name_makes_it_the_division():
    assert place("Jets struck the province of Idlib.", "Idlib").feature == "A.ADM1"
    assert place("Jets struck Idlib city.", "Idlib").feature.startswith("P.")


def test_a_longer_name_in_another_romanisation_is_one_name():
    assert "Shibin al-Qanater" in found("Police held a base in Shibin al-Qanater, north of Cairo, Egypt.")
    assert "Adhamiya" in found("A bomb went off in Adhamiya, officials in Baghdad, Iraq, said.")


def test_a_site_named_after_somebody_stands_in_the_town_before_it():
    assert set(found("A bomb went off at Istanbul's Ataturk airport.")) == {"Istanbul"}


def test_a_government_behind_a_division_makes_it_a_metonym_and_the_police_does_not():
    assert found("The Gaza Health Ministry gave no figure.")["Gaza"].metonym
    assert not found("Kano police gave no figure.")["Kano"].metonym


def test_a_dateline_vouches_for_its_country():
    assert place("SAN SALVADOR, Nov. 14 -- Rebels fled from San Martin.", "San Martin").country.alpha_3 == "SLV"


def test_a_container_that_holds_no_namesake_lends_its_point():
    text = "Militiamen attacked Maro (Kajuru, Kaduna) and burned houses."
    mention = found(text)["Maro"]
    assert (mention.place.country.alpha_3, mention.place.admin1) == ("NGA", "Kaduna")
    assert "not in the gazetteer" in mention.reason


def test_a_container_named_after_a_town_is_the_division():
    assert place("Shells fell in Nova Kakhovka, Kherson.", "Kherson").feature == "A.ADM1"
    assert place("Shells fell in Kherson.", "Kherson").feature.startswith("P.")


def test_a_part_of_a_town_as_event_data_write_it():
    assert place("A bomb went off in Mosul - Old City on Friday.", "Mosul - Old City").name == "Mosul - Old City"
    assert "GOMA" in found("GOMA - Rebels fled.")


def test_a_village_abroad_is_not_believed_where_the_article_is_at_home_elsewhere():
    text = "Clashes went on in Kano, Kaduna and Maiduguri, Nigeria, and in La Rochela."
    mention = found(text).get("La Rochela")
    assert mention is None or mention.place is None or mention.place.country.alpha_3 == "NGA"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Men burnt tyres at Nour Square in Tripoli, Lebanon.", ["Tripoli", "Lebanon"]),
        ("A blast hit the Homs bus station in Damascus.", ["Damascus"]),
        ("A bomb hit the Goma airport in North Kivu.", ["Goma", "North Kivu"]),
        ("They left Goma for the market in Butembo.", ["Goma", "Butembo"]),
    ],
)
def test_a_site_with_the_name_of_a_place_is_in_the_town_behind_it(text, places):
    assert [mention.text for mention in ce.find_places(text)] == places


def test_a_town_that_the_gazetteer_lacks_is_put_where_its_bracket_says():
    spot = place("Men fought in Sektori (Goma) on Monday.", "Sektori")

    assert (spot.name, spot.admin1, spot.country.alpha_3) == ("Sektori", "Nord-Kivu", "COD")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("QUITO, 25 APR 89 (AGENCY) -- A BOMB WENT OFF HERE.", ["QUITO"]),
        ("GUNMEN SHOT TWO MEN IN DUE COURSE OF THE MEETING IN LIGHT OF THE PLAN.", []),
        ("COL RIVERA SAID RIVERA HAD SEEN NOTHING. RIVERA LEFT FOR LIMA.", ["LIMA"]),
        ("TELEVISION CHANNEL 7 AND RADIO CADENA SUCRE REPORTED SHOTS IN SUCRE.", ["SUCRE"]),
        (
            "TROOPS OF RIVERA DEPARTMENT CLASHED WITH REBELS NEAR ARTIGAS, URUGUAY.",
            ["RIVERA DEPARTMENT", "ARTIGAS", "URUGUAY"],
        ),
    ],
)
def test_numbers_everyday_words_and_people_in_capitals_are_no_places(text, places):
    assert [mention.text for mention in ce.find_places(text)] == places


def test_lists_and_prepositions_vouch_for_names_in_capitals():
    text = "LIMA, 5 MAY 89 (AGENCY) -- REBELS RAIDED THE POLICE POST IN UCHIZA, AMBO AND HUANUCO IN PERU."
    assert {"UCHIZA", "AMBO", "HUANUCO"} <= set(found(text))


def test_places_of_the_users_own_win(tmp_path):
    path = tmp_path / "villages.csv"
    path.write_text(
        "name,latitude,longitude,country,admin1\nZqarbulo,2.45,32.35,UGA,Northern\nGoma,1.0,30.0,UGA,Western\n"
    )
    text = "Raiders came to Zqarbulo, Oyam district, and to Goma."
    with using(path):
        assert place(text, "Zqarbulo").latitude == 2.45
        assert place(text, "Goma").country.alpha_3 == "UGA"
    assert place(text, "Zqarbulo").precision == 3


def test_a_section_of_a_city_is_named_with_its_city():
    assert place("Riots went on in Sheikh Jarrah.", "Sheikh Jarrah").name == "Jerusalem - Sheikh Jarrah"
