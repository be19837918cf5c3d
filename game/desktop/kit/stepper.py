"""One of a few values in their order, with an arrow at each side: the blank in a sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pygame

from game.desktop.kit.brush import Brush, Rect
from game.desktop.kit.look import Look
from game.desktop.kit.theme import BODY, TARGET
from game.desktop.kit.widget import Point, Size, Widget

_INSET = 4.0
_ARROW = 26.0


class Stepper(Widget):
    """`chosen` is one of `values`; a press on an arrow, or an arrow key, goes on to the next and tells `on_change`.

    `shown` gives the words of a value.
    """

    role = "stepper"
    focusable = True
    solid = True
    layered = True
    shows = Widget.shows | {"chosen", "_over"}

    def __init__(
        self,
        name: str,
        values: Sequence[Any],
        chosen: Any,
        on_change: Callable[[Any], None],
        *,
        shown: Callable[[Any], str] = str,
        tip: str = "",
    ) -> None:
        super().__init__(name=name, tip=tip)
        self.values = tuple(values)
        self.chosen = chosen
        self.on_change = on_change
        self.shown = shown
        self._over = 0

    def value(self) -> str:
        return self.shown(self.chosen)

    def natural(self, look: Look, width: float) -> Size:
        return self.least(look), max(TARGET, look.line_height(BODY) + 20)

    def least(self, look: Look) -> float:
        return max(look.width(self.shown(each), BODY, True) for each in self.values) + 2 * look.em(_ARROW) + 6

    def paint(self, brush: Brush) -> None:
        look, enabled = brush.look, self.enabled
        box = self.rect.inflate(0, -2 * _INSET)
        brush.box(box, 9, "raised" if enabled else "off", "line" if enabled else "off-edge")
        wide = look.em(_ARROW)
        for step, icon in ((-1, "left"), (1, "right")):
            part = Rect(box.left if step < 0 else box.right - wide, box.top, wide, box.height)
            if enabled and self._next(step) is not None:
                if step == self._over:
                    brush.box(part.inflate(-4, -4), 7, "chosen")
                brush.icon(icon, part.center, look.em(15), "ink", "raised")
        brush.words(self.value(), box.inflate(-2 * wide, 0), bold=True, align="centre",
                    role="ink" if enabled else "off-ink")

    def key(self, event: pygame.Event) -> bool:
        step = {pygame.K_LEFT: -1, pygame.K_RIGHT: 1}.get(event.key)
        if step is None:
            return super().key(event)
        self._go(step)
        return True

    def point(self, at: Point | None) -> None:
        self._over = 0 if at is None else self._side(at)

    def activate(self, at: Point | None) -> None:
        self._go(1 if at is None else self._side(at))

    def _side(self, at: Point) -> int:
        return -1 if at[0] < self.rect.centerx else 1

    def _next(self, step: int) -> Any:
        at = self.values.index(self.chosen) + step
        return self.values[at] if 0 <= at < len(self.values) else None

    def _go(self, step: int) -> None:
        following = self._next(step)
        if self.enabled and following is not None:
            self.chosen = following
            self.on_change(following)
