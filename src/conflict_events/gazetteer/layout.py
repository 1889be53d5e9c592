"""How an index file is laid out.

A header, then sections, each at a multiple of 16 bytes: meta (JSON), records, strings (UTF-8, each ended by a zero
byte), seats (pairs of a division's and its seat's number, sorted), and marisa tries of keys whose values are ``number
of the record * 8 + kind of name``. A large index has several tries, so that each can be built in little memory; all
keys with the same first word are in one, and a directory of (offset, size) pairs stands before them.
"""

from __future__ import annotations

import struct
import zlib

__all__ = ["FORMAT", "HEADER", "MAGIC", "PAIR", "SECTIONS", "SPELLED", "trie_of"]

FORMAT = 4
MAGIC = b"CEGAZ\0"
SECTIONS = 5
HEADER = struct.Struct(f"<6sH{2 * SECTIONS}Q")
PAIR = struct.Struct("<QQ")
SPELLED = "~"
"""Stands before looser keys; no word of a text starts with it."""


def trie_of(key: str, tries: int) -> int:
    """Which of the tries holds a key: the first word decides, so that longer names stand with shorter ones."""
    if tries == 1:
        return 0
    return zlib.crc32(key.partition(" ")[0].encode("utf-8", "replace")) % tries
