"""What an event is: frozen classes, their vocabularies and their invariants. No words, no I/O, no formats."""
