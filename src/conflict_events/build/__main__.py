"""``python -m conflict_events.build``: compile the lexicon and the gazetteer into package data."""

from conflict_events.build import build_lexicon


def main() -> None:
    """Build everything."""
    build_lexicon()
    from conflict_events.build.gazetteer import build_gazetteer

    build_gazetteer()


if __name__ == "__main__":
    main()
