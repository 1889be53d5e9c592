"""Mentions to event event mentions: within a sentence, who did what to whom, where, when, with which loss."""
