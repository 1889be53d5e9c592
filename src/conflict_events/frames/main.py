"""Which frame is the article's main act: by place in the text, standing, how plainly it is told, and the codebook."""

from __future__ import annotations

from conflict_events.frames.frame import EventFrame, Standing
from conflict_events.lexicon.load import section
from conflict_events.text.sentences import Document

__all__ = ["main_first", "salience"]


def salience(frame: EventFrame) -> float:
    """How likely a frame tells what the article is about; higher is likelier."""
    strength: int = section("triggers")["strengths"].get(frame.trigger.entry, 1)
    score = 2.0 * strength - 1.2 * min(frame.sentence, 4)
    score += len(frame.also) * 0.3
    if frame.standing is Standing.BACKGROUND:
        score -= 4
    if frame.passing:
        score -= 3
    return score - frame.sub_event_type.rank / 50


def main_first(document: Document, frames: tuple[EventFrame, ...]) -> tuple[EventFrame, ...]:
    """The frames, the main one first, the others in the order of the text."""
    if len(frames) < 2:
        return frames
    best = max(frames, key=salience)
    return (best, *(frame for frame in frames if frame is not best))
