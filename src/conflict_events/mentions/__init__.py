"""Words to mentions: one finder a kind, all readings kept, nothing decided about events."""
