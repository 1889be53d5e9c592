"""How many: claims that restate a toll told elsewhere in the article stand with that toll, and add nothing to it."""

import conflict_events as ce


def events(text):
    return ce.code(ce.Article(text, published="2024-10-23")).events


def killed(event):
    return [claim for claim in event.casualties if claim.outcome == "killed"]


def test_bodies_found_are_not_counted_on_top():
    text = (
        "Health workers in Goma said more than 20 villagers were killed by shelling on Tuesday. "
        "Dozens of corpses lay on the roadside, they said."
    )
    told = [event for event in events(text) if killed(event)]
    assert [event.fatalities.value for event in told] == [20]
    assert [claim.subset_of for claim in killed(told[0])] == [None, 0]


def test_the_dead_told_of_again_are_no_second_toll():
    text = (
        "Gunmen shot two men dead in Mora on Monday.\n\n"
        "The families of the two dead men said that they wanted to know who will be charged."
    )
    assert sum(event.fatalities.value for event in events(text)) == 2


def test_parts_in_the_next_sentence_point_to_their_whole():
    text = "Shelling killed six people in Goma on Tuesday. Among them were two children."
    (event, *_) = [event for event in events(text) if killed(event)]
    assert event.fatalities.value == 6
    for claim in killed(event):
        assert claim.subset_of is None or killed(event)[claim.subset_of].stated == 6


def test_a_toll_since_the_war_began_is_that_of_no_single_event():
    text = (
        "Shelling killed six people in Goma on Tuesday. "
        "More than 40,000 people have been killed since the war began, officials say."
    )
    assert max(event.fatalities.value for event in events(text)) == 6


def test_evidence_of_every_claim_is_in_the_text():
    text = "Gunmen killed three soldiers, two nurses and a child in Mora on Monday, police said. Two of the dead were women."
    for event in events(text):
        for claim in event.casualties:
            assert all(text[one.start : one.end] == one.quote for one in claim.evidence)
            assert claim.subset_of is None or claim.subset_of < len(event.casualties)
