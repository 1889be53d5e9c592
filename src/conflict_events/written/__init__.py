"""Single values as people write them, where the text is nothing but the value: a cell, a header, an argument."""
