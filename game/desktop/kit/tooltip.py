"""Tips: a dark slip of paper beside what it explains."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import pygame

from game.desktop.kit.brush import Brush, Rect
from game.desktop.kit.look import Look
from game.desktop.kit.theme import BODY, NOTE
from game.desktop.kit.widget import Widget

_MOST = 300.0
_REACH = 20.0
_GAP = 8.0
_AFTER = 0.35
"""Seconds the pointer rests on something before its tip shows; for the keyboard there is no wait."""


class Tips:
    """Which tip is shown: of what the pointer rests on, else of what has the focus, else of a place in the world."""

    def __init__(self) -> None:
        self.hidden = False
        self.pointed: tuple[str, str, Rect] | None = None
        self.room: Rect | None = None

    def draw(
        self,
        surface: pygame.Surface,
        look: Look,
        window: Rect,
        told: tuple[Widget | None, Widget | None],
        rested: float,
        clear_of: Sequence[Rect] = (),
    ) -> None:
        """Draws it, if there is one; `told` are the widgets under the pointer and with the focus.

        The tip of a widget stays `clear_of` these places.
        """
        if self.hidden:
            return
        hovered, focused = told
        hints = [
            hovered.hint() if hovered is not None and rested >= _AFTER else None,
            focused.hint() if focused is not None else None,
        ]
        for hint in hints:
            if hint is not None and hint[1]:
                draw_tip(surface, look, *hint, window, clear_of=clear_of)
                return
        if self.pointed is not None and self.pointed[1]:
            draw_tip(surface, look, *self.pointed, self.room or window, aside=True)


@lru_cache(maxsize=2)
def tip(look: Look, title: str, words: str, most: float) -> pygame.Surface:
    """The slip, with `_REACH` logical pixels of shadow around it, at most `most` logical pixels wide."""
    width, height = tip_size(look, title, words, most)
    surface = pygame.Surface((look.px(width + 2 * _REACH), look.px(height + 2 * _REACH)), pygame.SRCALPHA)
    brush = Brush(surface, look, (0, 0))
    slip = Rect(_REACH, _REACH, width, height)
    brush.shadow(slip, 10, 8)
    brush.box(slip, 10, "night")
    inner = slip.inflate(-24, -16)
    if title:
        _, tall = look.block(title, BODY, True, inner.width)
        brush.words(title, Rect(inner.left, inner.top, inner.width, tall), bold=True, role="night-title")
        inner = Rect(inner.left, inner.top + tall, inner.width, inner.height - tall)
    brush.words(words, inner, size=NOTE, role="on-night")
    return surface


def tip_size(look: Look, title: str, words: str, most: float) -> tuple[float, float]:
    """The logical size of the slip without its shadow."""
    room = min(most, look.em(_MOST)) - 24
    w, h = look.block(words, NOTE, False, room) if words else (0.0, 0.0)
    if title:
        title_w, title_h = look.block(title, BODY, True, room)
        w, h = max(w, title_w), h + title_h
    return w + 24.5, h + 16


def draw_tip(
    surface: pygame.Surface,
    look: Look,
    title: str,
    words: str,
    beside: Rect,
    window: Rect,
    *,
    aside: bool = False,
    clear_of: Sequence[Rect] = (),
) -> Rect:
    """Draws a tip under `beside` (above, where there is no room), inside the window; returns where it is.

    One that stands `aside` is at the right, at the left, above or below, whichever of these first has room.
    What it must stay `clear_of` it goes below, from above to below.
    """
    most = window.width - 16
    width, height = tip_size(look, title, words, most)
    x, y = (_aside if aside else _below)(beside, window, width, height)
    for other in sorted(clear_of, key=lambda rect: rect.top):
        if Rect(x, y, width, height).colliderect(other) and other.bottom + _GAP + height <= window.bottom:
            y = other.bottom + _GAP
    k = look.scale
    place = round((x - _REACH) * k), round((y - _REACH) * k)
    surface.blit(tip(look, title, words, most), place, special_flags=pygame.BLEND_PREMULTIPLIED)
    return Rect(x, y, width, height)


def _below(beside: Rect, window: Rect, width: float, height: float) -> tuple[float, float]:
    x = min(max(window.left + 8, beside.centerx - width / 2), window.right - 8 - width)
    y = beside.bottom + _GAP
    return x, y if y + height <= window.bottom - 4 else max(window.top + 4, beside.top - _GAP - height)


def _aside(beside: Rect, window: Rect, width: float, height: float) -> tuple[float, float]:
    """To the right or left; where neither has room above or below, with what is next to the place left in sight."""
    y = min(max(window.top + 4, beside.bottom - height), window.bottom - 4 - height)
    right, left = beside.right + _GAP, beside.left - _GAP - width
    if right + width <= window.right - 8:
        return right, y
    if left >= window.left + 8:
        return left, y
    x = max(window.left + 8, min(beside.centerx - width / 2, window.right - 8 - width))
    above, below = beside.top - beside.height - _GAP - height, beside.bottom + beside.height + _GAP
    if above >= window.top + 4:
        return x, above
    return (x, below) if below + height <= window.bottom - 4 else (window.left + 8, y)
