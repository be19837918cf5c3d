"""Layers: each topmost painting widget, with all it holds, painted once and then only where it is damaged."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

import pygame

from game.desktop.kit.brush import Brush, Rect
from game.desktop.kit.look import Look
from game.desktop.kit.widget import Widget

_MANY = 8


class Layer:
    """The cached picture of one widget; `changed` is called when it must be refreshed before the next frame."""

    def __init__(self, widget: Widget, changed: Callable[[], None]) -> None:
        self.widget = widget
        self.surface = pygame.Surface((1, 1), pygame.SRCALPHA)
        self.origin = (0, 0)
        self._look: Look | None = None
        self._damage: list[Rect] = []
        self._changed = changed
        widget.damaged = self._hurt

    def release(self) -> None:
        """Stops watching its widget."""
        if self.widget.damaged == self._hurt:
            self.widget.damaged = None

    def refresh(self, look: Look) -> None:
        """Paints what was damaged; everything, if its place, size or the look are others."""
        where = _bounds(self.widget.rect.inflate(2 * self.widget.reach, 2 * self.widget.reach), look.scale)
        if where.topleft != self.origin or where.size != self.surface.get_size() or look != self._look:
            if where.size != self.surface.get_size():
                self.surface = pygame.Surface(where.size, pygame.SRCALPHA)
            self.origin = where.topleft
            self._look = look
            self._damage = [self.widget.rect.inflate(2 * self.widget.reach, 2 * self.widget.reach)]
        if not self._damage:
            return
        brush = Brush(self.surface, look, self.origin)
        whole = self.surface.get_rect()
        for place in _few(self._damage):
            pixels = _bounds(place, look.scale).move(-self.origin[0], -self.origin[1]).clip(whole)
            if pixels.width and pixels.height:
                self.surface.set_clip(pixels)
                self.surface.fill((0, 0, 0, 0))
                _paint(self.widget, brush, place)
        self.surface.set_clip(None)
        self._damage = []

    def _hurt(self, rect: Rect) -> None:
        self._damage.append(rect)
        self._changed()


def topmost(widget: Widget) -> Iterator[Widget]:
    """The painting widgets under `widget` that no other painting widget holds."""
    if not widget.visible:
        return
    if widget.layered:
        yield widget
        return
    for child in widget.children():
        yield from topmost(child)


def _paint(widget: Widget, brush: Brush, place: Rect) -> None:
    if not widget.visible:
        return
    reached = widget.rect.inflate(2 * widget.reach, 2 * widget.reach).colliderect(place)
    if reached and widget.layered:
        widget.paint(brush)
    if not widget.clips:
        for child in widget.children():
            _paint(child, brush, place)
    elif reached:
        with brush.within(widget.rect.inflate(2 * widget.reach, 0)):
            for child in widget.children():
                _paint(child, brush, place)


def _few(rects: list[Rect]) -> list[Rect]:
    return rects if len(rects) < _MANY else [rects[0].unionall(rects[1:])]


def _bounds(rect: Rect, k: float) -> pygame.Rect:
    """The pixels that `rect` touches, one more on each side for what smoothing adds."""
    left, top = math.floor(rect.left * k) - 1, math.floor(rect.top * k) - 1
    return pygame.Rect(left, top, math.ceil(rect.right * k) + 1 - left, math.ceil(rect.bottom * k) + 1 - top)
