"""One self-contained page to look at: articles with their evidence, their events, a map and a time line."""
