"""A piece of HTML, as feeds and mail carry it, to its text: paragraphs become lines, scripts and captions go.

The standard parser looks for the end of what never ends again at every beginning, and keeps every attribute. So what
has no end is made text, and comments and attributes are taken out, before it sees them; then its time grows with the
length and no faster.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser

__all__ = ["text_of"]

_SILENT = frozenset("script style template noscript figcaption figure svg iframe button form".split())
_BREAKS = frozenset(
    """p div br li ul ol tr table blockquote h1 h2 h3 h4 h5 h6 section article header footer hr pre dd dt""".split()
)
_DECLARATIONS = (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<!", ">"), ("<?", ">"))
"""What is no element, and how it ends."""

_NAME = re.compile(r"</?[A-Za-z][^\s/><]*")
_VALUE_OR_END = re.compile(r"=\s*[\"']|>")
"""In a tag: a value in quotes begins, or the tag ends."""

_CODE = re.compile(r"<(script|style)\b", re.IGNORECASE)
_CODE_ENDS = {name: re.compile(f"</{name}", re.IGNORECASE) for name in ("script", "style")}
"""What is no markup within: a comment that opens there opens nothing."""

_ABSURD = re.compile(r"&#(?:[0-9]{8,}|[xX][0-9a-fA-F]{8,});?")
"""References to letters that do not exist; their numbers may be too long for Python."""


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.silent: list[str] = []
        self.open: Counter[str] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag in _SILENT:
            self.silent.append(tag)
            self.open[tag] += 1
        elif tag in _BREAKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if self.open[tag]:
            closed = ""
            while closed != tag:
                closed = self.silent.pop()
                self.open[closed] -= 1
        elif tag in _BREAKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.parts.append(data.replace("\n", " "))


def _bare(markup: str) -> Iterator[str]:
    """The markup without code, comments and attributes, and with each angle bracket that nothing closes as a letter."""
    ends = _Ends(markup)
    at = 0
    while (mark := markup.find("<", at)) >= 0:
        yield markup[at:mark]
        if (code := _CODE.match(markup, mark)) is not None:
            close = _CODE_ENDS[code[1].lower()].search(markup, mark)
            if close is None:
                return
            at = close.start()
        elif (name := _NAME.match(markup, mark)) is not None and (end := ends.of_tag(name.end())) >= 0:
            yield f"{name[0]}/>" if markup[end - 1] == "/" else f"{name[0]}>"
            at = end + 1
        elif (end := ends.of_declaration(mark)) >= 0:
            at = end
        else:
            yield "&lt;"
            at = mark + 1
    yield markup[at:]


class _Ends:
    """Where things end. What was once looked for to the end of the text and not found is not looked for again."""

    def __init__(self, markup: str) -> None:
        self.markup = markup
        self.missing: set[str] = set()

    def find(self, what: str, start: int) -> int:
        """Where something stands from a place on; -1 for nowhere."""
        found = -1 if what in self.missing else self.markup.find(what, start)
        if found < 0:
            self.missing.add(what)
        return found

    def of_declaration(self, mark: int) -> int:
        """Behind the comment or declaration that begins here; -1 if there is none or it has no end."""
        for begin, end in _DECLARATIONS:
            if self.markup.startswith(begin, mark):
                stop = self.find(end, mark + len(begin))
                return stop + len(end) if stop >= 0 else -1
        return -1

    def of_tag(self, start: int) -> int:
        """The bracket that closes a tag, not one within a value in quotes; -1 if there is none."""
        at = start
        while "quotes" not in self.missing and (found := _VALUE_OR_END.search(self.markup, at)) is not None:
            if found[0] == ">":
                return found.start()
            at = self.find(found[0][-1], found.end()) + 1
            if at <= 0:
                break
        self.missing.add("quotes")  # they do not fit: from here on the next bracket closes
        return self.find(">", start)


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
    parser.feed(_ABSURD.sub("\ufffd", "".join(_bare(markup))))
    parser.close()
    lines = (re.sub(r"[ \t\r\f]+", " ", line).strip(" ") for line in "".join(parser.parts).split("\n"))
    return "\n\n".join(line for line in lines if line)
