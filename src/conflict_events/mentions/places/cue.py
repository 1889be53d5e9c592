"""The kinds of words that tell whether a name is a place; a word may be of several kinds."""

from __future__ import annotations

from enum import IntFlag

__all__ = ["Cue"]


class Cue(IntFlag):
    """Bits of a word's mark; the words stand in ``lexicon/en/places.toml``."""

    STARTER = 1
    TITLE = 2
    ADMIN = 4
    NATURE = 8
    FACILITY = 16
    OFFICE = 32
    DIRECTION = 64
    INSIDE = 128
    SAY = 256
    STOP = 512
    GIVEN = 1024
    COMMON = 2048
    ROAD = 4096
    MEDIA = 8192
    SURNAME = 16384
    AREA = 32768
    NEAR = 65536
    EDGE = 131072
    SUBURB = 262144
    COAST = 524288
    UNIT = 1048576
    AUXILIARY = 2097152
    TOWARDS = 4194304
    BACKED = 8388608
    SETTLED = 16777216
    HIGHWAY = 33554432
    SOIL = 67108864
    DIVISION = 134217728
    GOVERNMENT = 268435456
    STRIKES = 536870912
    LINK = 1073741824
    LANE = 2147483648
    GENERIC = TITLE | ADMIN | NATURE | FACILITY | OFFICE | DIRECTION | ROAD | MEDIA | HIGHWAY
