"""A window onto something taller: it scrolls by wheel, keys or a press beside its handle, and to what has the focus."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pygame

from game.desktop.kit.brush import Brush, Rect
from game.desktop.kit.cards import Card
from game.desktop.kit.focus import stops
from game.desktop.kit.labels import Label
from game.desktop.kit.look import Look
from game.desktop.kit.theme import BODY
from game.desktop.kit.widget import Point, Size, Widget

PAGES = (pygame.K_PAGEUP, pygame.K_PAGEDOWN)
_BAR = 16.0
_STEP = 48.0
_KEPT = 120.0


class Scroll(Widget):
    """Shows `held` whole where there is room, else a part. It takes the focus itself only where nothing in it does."""

    role = "scroll"
    reach = 24.0
    measures = Widget.measures | {"held", "offset", "most"}

    def __init__(self, held: Widget, *, most: float = math.inf, grow: float = 0.0, name: str = "") -> None:
        super().__init__(grow=grow, name=name)
        self.held = held
        held.parent = self
        self.most = most
        self.offset = 0.0
        self._whole = 0.0

    def children(self) -> Sequence[Widget]:
        return (self.held,)

    def natural(self, look: Look, width: float) -> Size:
        w, h = self.held.measure(look, width)
        most = look.em(self.most)
        if h <= most:
            return w, h
        w, h = self.held.measure(look, width - _BAR)
        return w + _BAR, most

    def least(self, look: Look) -> float:
        return self.held.narrowest(look) + _BAR

    def least_height(self, look: Look, width: float) -> float:
        return min(self.measure(look, width)[1], _KEPT)

    def arrange(self, look: Look) -> None:
        before = self._whole, self.offset, self.clips
        width, self._whole = self.rect.width, self.held.measure(look, self.rect.width)[1]
        self.clips = self.layered = self._whole > self.rect.height + 0.5
        if self.clips:
            width -= _BAR
            self._whole = self.held.measure(look, width)[1]
        self.focusable = self.clips and not stops(self.held)
        self.solid = self.clips
        shown = max(0.0, min(self.offset, self._whole - self.rect.height))
        self.__dict__["offset"] = shown
        height = self._whole if self.clips else self.rect.height
        self.held.place(look, Rect(self.rect.left, self.rect.top - shown, width, height))
        if before != (self._whole, self.offset, self.clips):
            self.repaint()

    def paint(self, brush: Brush) -> None:
        track, handle = self._bar()
        brush.box(track, 3, "track")
        brush.box(handle, 3, "line")

    def scroll_by(self, distance: float) -> bool:
        """Moves by logical pixels, down being positive; True if there was anywhere to go."""
        furthest = max(0.0, self._whole - self.rect.height)
        wanted = max(0.0, min(furthest, self.offset + distance))
        if wanted == self.offset:
            return False
        self.offset = wanted
        return True

    def wheel(self, steps: float) -> bool:
        return self.clips and (self.scroll_by(-steps * _STEP) or True)

    def key(self, event: pygame.Event) -> bool:
        page = self.rect.height * 0.85
        ways = {
            pygame.K_DOWN: _STEP,
            pygame.K_UP: -_STEP,
            pygame.K_PAGEDOWN: page,
            pygame.K_SPACE: page,
            pygame.K_PAGEUP: -page,
            pygame.K_HOME: -math.inf,
            pygame.K_END: math.inf,
        }
        return event.key in ways and self.scroll_by(ways[event.key])

    def press(self, at: Point) -> None:
        self._page_to(at)

    def reveal(self, rect: Rect) -> None:
        if not self.clips:
            return
        if rect.top < self.rect.top:
            self.scroll_by(rect.top - self.rect.top - 12)
        elif rect.bottom > self.rect.bottom:
            self.scroll_by(min(rect.bottom - self.rect.bottom + 12, rect.top - self.rect.top))

    def _page_to(self, at: Point) -> None:
        track, handle = self._bar()
        if at[0] >= track.left - 6:
            page = self.rect.height * 0.85
            self.scroll_by(-page if at[1] < handle.top else page if at[1] > handle.bottom else 0.0)

    def _bar(self) -> tuple[Rect, Rect]:
        track = Rect(self.rect.right - 8, self.rect.top + 4, 6, self.rect.height - 8)
        part = min(1.0, self.rect.height / max(1.0, self._whole))
        tall = max(24.0, track.height * part)
        furthest = max(1.0, self._whole - self.rect.height)
        return track, Rect(track.left, track.top + (track.height - tall) * self.offset / furthest, 6, tall)


def scroll_text(text: str, *, most: float = math.inf, size: float = BODY, grow: float = 0.0) -> Card:
    """Words on a sunk sheet that scroll where they are more than `most` logical pixels high."""
    return Card(Scroll(Label(text, size=size), most=most), kind="inset", padding=12, grow=grow)
