"""Frames to events: which day, which place, which side, how many; one act told twice is one event."""
