"""A number set along a bar."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.desktop.kit.brush import Brush, Rect
from game.desktop.kit.look import Look
from game.desktop.kit.theme import BODY, TARGET
from game.desktop.kit.widget import Point, Size, Widget


class Slider(Widget):
    """A number from `least_value` to `most_value` in steps: arrow keys, a press on the bar, or a drag."""

    role = "slider"
    focusable = True
    solid = True
    layered = True
    shows = Widget.shows | {"amount"}

    def __init__(
        self,
        name: str,
        amount: float,
        least_value: float,
        most_value: float,
        step: float,
        on_change: Callable[[float], None],
        *,
        shown: Callable[[float], str] = lambda amount: f"{amount:g}",
        width: float = 240.0,
        grow: float = 1.0,
    ) -> None:
        super().__init__(name=name, grow=grow)
        self.amount = amount
        self.range = least_value, most_value
        self.step = step
        self.on_change = on_change
        self.shown = shown
        self.width = width

    def value(self) -> str:
        return self.shown(self.amount)

    def natural(self, look: Look, width: float) -> Size:
        return min(width, self.width + self._words(look)), max(TARGET, look.line_height(BODY) + 12)

    def least(self, look: Look) -> float:
        return 80 + self._words(look)

    def arrange(self, look: Look) -> None:
        words = self._words(look)
        self._bar = Rect(self.rect.left + 12, self.rect.centery - 4, self.rect.width - words - 30, 8)

    def paint(self, brush: Brush) -> None:
        bar = self._bar
        least, most = self.range
        x = bar.left + bar.width * (self.amount - least) / (most - least)
        brush.box(bar.inflate(8, 0), 4, "track")
        brush.box(Rect(bar.left - 4, bar.top, x - bar.left + 4, 8), 4, "primary")
        radius = 13 if self.hovered or self.pressed else 11
        knob = Rect(x - radius, bar.centery - radius, 2 * radius, 2 * radius)
        brush.box(knob, radius, "handle", "primary-edge", 2.2)
        words = Rect(bar.right + 18, self.rect.top, self.rect.right - bar.right - 18, self.rect.height)
        brush.words(self.value(), words, bold=True, align="right")

    def key(self, event: pygame.Event) -> bool:
        page = (self.range[1] - self.range[0]) / 5
        steps = {
            pygame.K_LEFT: -self.step,
            pygame.K_RIGHT: self.step,
            pygame.K_PAGEDOWN: -page,
            pygame.K_PAGEUP: page,
            pygame.K_HOME: self.range[0] - self.amount,
            pygame.K_END: self.range[1] - self.amount,
        }
        if event.key not in steps:
            return False
        self._set(self.amount + steps[event.key])
        return True

    def press(self, at: Point) -> None:
        self.drag(at)

    def drag(self, at: Point) -> None:
        least, most = self.range
        self._set(least + (most - least) * (at[0] - self._bar.left) / max(1.0, self._bar.width))

    def _set(self, wanted: float) -> None:
        least, most = self.range
        amount = max(least, min(most, least + round((wanted - least) / self.step) * self.step))
        if self.enabled and amount != self.amount:
            self.amount = amount
            self.on_change(amount)

    def _words(self, look: Look) -> float:
        return max(look.width(self.shown(each), BODY, True) for each in (*self.range, self.amount)) + 1
