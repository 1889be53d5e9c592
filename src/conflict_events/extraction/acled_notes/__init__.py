"""Coders' notes: one-sentence records in the manner of ACLED's notes column, read to the same event mentions."""
