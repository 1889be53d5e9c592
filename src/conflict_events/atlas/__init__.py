"""Country outlines of Natural Earth (public domain), 1:50 million, for checks and maps."""
