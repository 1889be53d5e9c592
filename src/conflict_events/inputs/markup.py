"""A piece of HTML, as feeds and mail carry it, to its text: paragraphs become lines, scripts and captions go."""

from __future__ import annotations

import re
from html.parser import HTMLParser

__all__ = ["text_of"]

_SILENT = frozenset("script style template noscript figcaption figure svg iframe button form".split())
_BREAKS = frozenset(
    """p div br li ul ol tr table blockquote h1 h2 h3 h4 h5 h6 section article header footer hr pre dd dt""".split()
)


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag in _SILENT:
            self.silent.append(tag)
        elif tag in _BREAKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in self.silent:
            while self.silent.pop() != tag:
                pass
        elif tag in _BREAKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.parts.append(data.replace("\n", " "))


def text_of(markup: str) -> str:
    r"""The text of some HTML, one paragraph a line. What is no HTML stays as it is.

    >>> text_of("<p>Shells hit&nbsp;Goma.</p><script>alert(1)</script><p>Two <b>died</b>.</p>")
    'Shells hit\xa0Goma.\n\nTwo died.'
    >>> text_of("Fewer than 5 < 6")
    'Fewer than 5 < 6'
    """
    if "<" not in markup and "&" not in markup:
        return markup.strip()
    if not re.search(r"</?[A-Za-z!]|&[#\w]{1,12};", markup):
        return markup.strip()
    parser = _Text()
    parser.feed(markup)
    parser.close()
    lines = (re.sub(r"[ \t\r\f]+", " ", line).strip(" ") for line in "".join(parser.parts).split("\n"))
    return "\n\n".join(line for line in lines if line)
