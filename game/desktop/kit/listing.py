"""A list of rows, one of them current: one stop for Tab, arrow keys inside. Put it into a `Scroll` if it is long."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame

from game.desktop.kit.brush import Brush, Rect
from game.desktop.kit.look import Look
from game.desktop.kit.theme import BODY, NOTE, TARGET
from game.desktop.kit.widget import ACTIVATING, Point, Size, Widget


@dataclass(frozen=True)
class Entrance:
    """One row: its words, smaller words below, an icon before them."""

    text: str
    detail: str = ""
    icon: str = ""


class ListView(Widget):
    """Rows to choose from: moving tells `on_choose`, Enter or a press `on_open`."""

    role = "list"
    focusable = True
    solid = True
    layered = True
    ring_radius = 9.0
    shows = Widget.shows | {"current", "_over"}
    measures = Widget.measures | {"rows"}

    def __init__(
        self,
        name: str,
        rows: Sequence[Entrance],
        *,
        current: int = 0,
        on_choose: Callable[[int], None] = lambda index: None,
        on_open: Callable[[int], None] = lambda index: None,
        grow: float = 0.0,
    ) -> None:
        super().__init__(name=name, grow=grow)
        self.rows = tuple(rows)
        self.current = current
        self.on_choose = on_choose
        self.on_open = on_open
        self._over = -1
        self._places: list[Rect] = []

    def value(self) -> str:
        return self.rows[self.current].text if self.rows else ""

    def natural(self, look: Look, width: float) -> Size:
        widths = [look.width(row.text, BODY, True) for row in self.rows]
        details = [look.width(row.detail, NOTE) for row in self.rows]
        wanted = max([*widths, *details, 0.0]) + self._left(look) + 14
        return min(width, wanted), sum(self._height(look, row, min(width, wanted)) for row in self.rows)

    def least(self, look: Look) -> float:
        words = [look.longest_word(row.text, BODY, True) for row in self.rows]
        words += [look.longest_word(row.detail, NOTE) for row in self.rows]
        return max(words, default=0.0) + self._left(look) + 14

    def arrange(self, look: Look) -> None:
        self._places = []
        self.current = max(0, min(self.current, len(self.rows) - 1))
        y = self.rect.top
        for row in self.rows:
            height = self._height(look, row, self.rect.width)
            self._places.append(Rect(self.rect.left, y, self.rect.width, height))
            y += height

    def paint(self, brush: Brush) -> None:
        look = brush.look
        for index, (row, place) in enumerate(zip(self.rows, self._places, strict=True)):
            box = place.inflate(0, -4)
            if index == self.current:
                brush.box(box, 9, "chosen", "chosen-edge", 2.0)
            elif index == self._over:
                brush.box(box, 9, "paper-2")
            left = self._left(look)
            if row.icon:
                brush.icon(row.icon, (place.left + 12 + look.em(10), place.centery), look.em(20), "ink")
            inner = Rect(place.left + left, place.top, place.width - left - 14, place.height)
            tall = look.block(row.text, BODY, True, inner.width)[1]
            below = look.block(row.detail, NOTE, False, inner.width)[1] if row.detail else 0.0
            top = place.centery - (tall + below) / 2
            brush.words(row.text, Rect(inner.left, top, inner.width, tall), bold=True)
            if row.detail:
                brush.words(row.detail, Rect(inner.left, top + tall, inner.width, below), size=NOTE, role="soft")

    def focus_rect(self) -> Rect:
        return self._places[self.current].inflate(0, -4) if self._places else self.rect

    def key(self, event: pygame.Event) -> bool:
        last = len(self.rows) - 1
        moves = {
            pygame.K_UP: self.current - 1,
            pygame.K_DOWN: self.current + 1,
            pygame.K_HOME: 0,
            pygame.K_END: last,
            pygame.K_PAGEUP: max(0, self.current - 6),
            pygame.K_PAGEDOWN: min(last, self.current + 6),
        }
        if event.key in ACTIVATING and self.rows:
            self.on_open(self.current)
            return True
        wanted = moves.get(event.key, -1)
        if not 0 <= wanted <= last:
            return False
        self._choose(wanted)
        return True

    def point(self, at: Point | None) -> None:
        self._over = -1 if at is None else self._at(at)

    def press(self, at: Point) -> None:
        self._choose(self._at(at))

    def activate(self, at: Point | None) -> None:
        if self.rows and (at is None or self._at(at) == self.current):
            self.on_open(self.current)

    def _choose(self, index: int) -> None:
        if index >= 0 and index != self.current:
            self.current = index
            self.on_choose(index)

    def _at(self, at: Point) -> int:
        return next((i for i, place in enumerate(self._places) if place.collidepoint(at)), -1)

    def _left(self, look: Look) -> float:
        return 24 + look.em(20) if any(row.icon for row in self.rows) else 14.0

    def _height(self, look: Look, row: Entrance, width: float) -> float:
        inner = width - self._left(look) - 14
        tall = look.block(row.text, BODY, True, inner)[1]
        below = look.block(row.detail, NOTE, False, inner)[1] if row.detail else 0.0
        return max(TARGET + 4, tall + below + 16)
