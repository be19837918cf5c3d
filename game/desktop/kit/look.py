"""How everything looks just now: theme, scale, the player's text scale and font; and what words measure under it."""

from __future__ import annotations

import math
from dataclasses import dataclass

import pygame

from game.desktop.kit import lettering
from game.desktop.kit.theme import MEADOW, SMALL, Theme

WIDTH, HEIGHT = 1280, 720
"""The logical window that screens are drawn for."""
_LEADING = 1.42


def scale_of(width: int, height: int) -> float:
    """Pixels to a logical pixel in a window of `width` by `height` pixels."""
    return min(width / WIDTH, height / HEIGHT)


@dataclass(frozen=True)
class Look:
    """Measures are logical pixels; `scale` makes them device pixels, `text_scale` (1.0 to 2.0) grows type alone."""

    scale: float = 1.0
    text_scale: float = 1.0
    theme: Theme = MEADOW
    family: str = "andika"

    def px(self, length: float) -> int:
        """A length in device pixels, at least one."""
        return max(1, round(length * self.scale))

    def em(self, length: float) -> float:
        """A logical length that belongs to type (an icon beside words, a key chip) at the present text scale."""
        return length * self.text_scale

    def broad(self, length: float) -> float:
        """A logical width of something that holds words: it grows with them, but less, to leave the world in sight."""
        return length * (1 + 0.6 * (self.text_scale - 1))

    def pixels(self, size: float) -> int:
        """The font size in device pixels for a logical size; nothing goes under the smallest legible one."""
        return round(max(size, SMALL) * self.text_scale * self.scale)

    def width(self, text: str, size: float, bold: bool = False) -> float:
        """The logical width of `text` on one line."""
        return lettering.width(text, self.family, self.pixels(size), bold) / self.scale

    def line_height(self, size: float) -> float:
        """From one line to the next, logical."""
        return max(size, SMALL) * self.text_scale * _LEADING

    def wrap(self, text: str, size: float, bold: bool, limit: float) -> tuple[str, ...]:
        """`text` in lines no wider than `limit` logical pixels."""
        if math.isinf(limit):
            return tuple(text.split("\n"))
        room = math.floor(limit * self.scale + 0.01)
        return lettering.wrap(text, self.family, self.pixels(size), bold, max(1, room))

    def block(self, text: str, size: float, bold: bool, limit: float) -> tuple[float, float]:
        """The logical (width, height) of `text` wrapped to `limit`."""
        lines = self.wrap(text, size, bold, limit)
        widest = max(self.width(each, size, bold) for each in lines)
        return widest, len(lines) * self.line_height(size)

    def longest_word(self, text: str, size: float, bold: bool = False) -> float:
        """The logical width below which words of `text` would be broken."""
        return lettering.longest_word(text, self.family, self.pixels(size), bold) / self.scale

    def line(self, text: str, size: float, bold: bool, role: str) -> pygame.Surface:
        """`text` rendered in the colour of `role`, premultiplied."""
        return lettering.line(text, self.family, self.pixels(size), bold, self.theme[role])
