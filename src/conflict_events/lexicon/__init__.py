"""What the world calls things: words as TOML data with examples beside them, and the one door to read them."""
