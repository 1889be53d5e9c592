"""What notebooks show is the report's parts, in a sandbox where nothing runs."""

import conflict_events as ce


def test_coded_article_shows_its_evidence():
    shown = ce.code(ce.Article("Rebels shelled Goma on 3 May 2024."))._repr_html_()

    assert shown.startswith("<iframe sandbox ")
    assert "&lt;mark data-fields=" in shown


def test_event_shows_its_fields():
    (event,) = ce.code(ce.Article("Rebels shelled Goma on 3 May 2024.")).events

    assert "2024-05-03" in event._repr_html_()


def test_no_script_of_an_article_runs_there():
    shown = ce.code(ce.Article("<script>alert(1)</script> Rebels shelled Goma."))._repr_html_()

    assert "<script" not in shown
    assert "allow-scripts" not in shown
