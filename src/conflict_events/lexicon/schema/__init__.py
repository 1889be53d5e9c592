"""What each lexicon file may say: attrs classes of the entries, read at build time and in tests only."""
