"""Which encoding bytes that are no UTF-8 are in, by the letters that they would be; a wrong guess would invent names."""

from __future__ import annotations

import re

__all__ = ["CANDIDATES", "decoded", "encoding_of"]

CANDIDATES = ("cp1252", "cp1250", "cp1251", "cp1256", "cp1254", "koi8_r", "utf_16_le", "utf_16_be", "gb18030", "big5")
"""What files of news and tables of events are found in."""

_ENOUGH = 100
"""Bytes below which nothing can be told from how often letters occur."""
_PLAIN = re.compile(
    r"[‘’“”–—…•€£§°«»¿¡ºª\u00a0]"
    r"|(?<=[A-Za-z])[À-ÿŠšŽžŒœ]{1,2}(?=[A-Za-z\W]|\Z)"
    r"|(?<!\w)[À-ÿŠŽŒ](?=[a-z])"
    r"|(?<!\w)[àáâéèêíóòôúùñÀÁÂÉÈÊÍÓÔÚ](?!\w)"
)
"""Quotes and dashes, accents among plain letters, and words of one letter."""
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f]")


def decoded(data: bytes, name: str) -> str | None:
    """The text of bytes in an encoding, None where they are not in it or nobody knows it."""
    try:
        return data.decode(name)
    except (UnicodeError, LookupError, ValueError):
        return None


def encoding_of(data: bytes, *, least: int = _ENOUGH, odd: int = 0) -> str | None:
    """What the letters look like; None where that is uncertain.

    Args:
        data: of the text or of its odd lines.
        least: so many bytes are needed.
        odd: so many of them must be beyond ASCII, for all encodings but that of Western Europe.

    >>> encoding_of("Les habitants ont fui le village après l'attaque, dit-on à la préfecture. ".encode("cp1252") * 2)
    'cp1252'
    """
    if len(data) < least:
        return None
    if _is_windows(data):
        return "cp1252"
    if sum(byte > 127 for byte in data) < odd:
        return None
    try:
        from charset_normalizer import from_bytes
    except ImportError:
        return None
    best = from_bytes(data, cp_isolation=list(CANDIDATES), preemptive_behaviour=False).best()
    return None if best is None else best.encoding


def _is_windows(data: bytes) -> bool:
    """Text in Latin letters that is windows-1252 in every odd byte: quotes, dashes, accents among plain letters."""
    text = decoded(data, "cp1252")
    if text is None:
        return False
    odd = sum(not char.isascii() for char in text)
    return odd <= len(text) // 8 + 2 and _CONTROLS.search(text) is None and sum(map(len, _PLAIN.findall(text))) == odd
