"""Mentions to event frames: within a sentence, who did what to whom, where, when, with which loss."""
