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
        self.waited = 0
        """Frames for which it has shown what is no longer so."""
        self.urgent = False
        """Whether it cannot be shown where its widget is before it has been painted."""
        self._look: Look | None = None
        self._damage: list[Rect] = []
        self._changed = changed
        widget.damaged = self._hurt

    def release(self) -> None:
        """Stops watching its widget."""
        if self.widget.damaged == self._hurt:
            self.widget.damaged = None

    @property
    def damaged(self) -> bool:
        """Whether something else is to be seen than it shows."""
        return bool(self._damage)

    def shows(self, look: Look) -> bool:
        """Whether it has been painted in this look."""
        return look == self._look

    def follow(self, look: Look) -> None:
        """Go where its widget is now; one of another size, or not painted in this look, is urgently to be painted."""
        where = self._place(look)
        known = self.shows(look)
        if known and where == self.surface.get_rect(topleft=self.origin):
            return
        self._hurt(_whole(self.widget))
        self.urgent = not known or any(abs(a - b) > 1 for a, b in zip(where.size, self.surface.get_size(), strict=True))
        if not self.urgent:
            self.origin = where.topleft

    def refresh(self, look: Look) -> None:
        """Paint what was damaged."""
        if not self._damage:
            return
        where = self._place(look)
        if where != self.surface.get_rect(topleft=self.origin) or not self.shows(look):
            self._damage = [_whole(self.widget)]
        if where.size != self.surface.get_size():
            self.surface = pygame.Surface(where.size, pygame.SRCALPHA)
        self.origin, self._look = where.topleft, look
        self.waited, self.urgent = 0, False
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

    def _place(self, look: Look) -> pygame.Rect:
        return _bounds(_whole(self.widget), look.scale)

    def _hurt(self, rect: Rect) -> None:
        self._damage.append(rect)
        self._changed()


def _whole(widget: Widget) -> Rect:
    return widget.rect.inflate(2 * widget.reach, 2 * widget.reach)


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
