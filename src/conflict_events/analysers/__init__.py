"""Parsers of other libraries as analysers: what they say of a text, in our own terms. None is needed by the default."""
