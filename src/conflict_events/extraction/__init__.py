"""Mentions to event mentions: what a text tells, act by act, before anything is shared between sentences."""
