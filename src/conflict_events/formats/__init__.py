"""Events to records and back: one file a format."""
