"""What newsrooms and archives hand over, to articles: text, JSON, feeds, mail, web pages, archives, folders of them.

``read_articles(path)`` yields articles and, in their place, one error for each thing that could not be read; it never
stops at one. ``pieces`` and ``articles`` are its two halves: the first only cuts files, the second reads, so that the
reading can be done elsewhere.
"""

from conflict_events.inputs.files import files, pieces
from conflict_events.inputs.piece import Kind, Piece
from conflict_events.inputs.read import articles, read_articles

__all__ = ["Kind", "Piece", "articles", "files", "pieces", "read_articles"]
