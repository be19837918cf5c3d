"""Which script a character belongs to, and which installed font can show it.

`Font.metrics` and `Font.size` answer for a missing glyph as if it were there (they measure the empty box), so a text is
split by ranges of characters instead of by asking the font.
"""

from __future__ import annotations

from functools import cache
from itertools import groupby

import pygame

OWN = "own"
"""The script of our own fonts: Latin and Cyrillic letters and common signs."""

_RANGES = (
    (0x0590, 0x05FF, "hebrew"),
    (0x0600, 0x077F, "arabic"),
    (0xFB50, 0xFDFF, "arabic"),
    (0xFE70, 0xFEFE, "arabic"),
    (0x0370, 0x03FF, "greek"),
    (0x0900, 0x097F, "devanagari"),
    (0x1400, 0x167F, "syllabics"),
    (0x18B0, 0x18FF, "syllabics"),
    (0x2E80, 0xA4CF, "han"),
    (0xAC00, 0xD7AF, "han"),
    (0xF900, 0xFAFF, "han"),
    (0xFF00, 0xFFEF, "han"),
    (0x20000, 0x3FFFF, "han"),
)
_FONTS = {
    "hebrew": "notosanshebrew",
    "arabic": "notosansarabic,notonaskharabic",
    "greek": "notosans,dejavusans",
    "devanagari": "notosansdevanagari",
    "syllabics": "notosanscanadianaboriginal",
    "han": "notosanscjksc,notosanssc,notosanscjkjp,microsoftyahei,pingfangsc",
}
RIGHT_TO_LEFT = {"hebrew": "Hebr", "arabic": "Arab"}


@cache
def script_of(character: str) -> str:
    """The script of one character; everything not known here is taken to be in our own fonts."""
    code = ord(character)
    if code < 0x370:
        return OWN
    return next((name for first, last, name in _RANGES if first <= code <= last), OWN)


def runs(text: str) -> tuple[tuple[str, str], ...]:
    """`text` as (script, part) in reading order; spaces and marks stay with the part before them."""
    if text.isascii():
        return ((OWN, text),)
    scripts: list[str] = []
    for character in text:
        neutral = bool(scripts) and not character.isalnum() and ord(character) < 0x370
        scripts.append(scripts[-1] if neutral else script_of(character))
    parts = groupby(zip(scripts, text, strict=True), key=lambda pair: pair[0])
    return tuple((script, "".join(character for _, character in pairs)) for script, pairs in parts)


@cache
def installed_font(script: str, bold: bool) -> str | None:
    """The path of a font on this machine for `script`, or None. Asked only when such a text is met: looking is slow."""
    return pygame.font.match_font(_FONTS[script], bold) or pygame.font.match_font(_FONTS[script])
