"""A picture whose parts can be picked: with the pointer, or one after the other with the arrow keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pygame

from game.desktop.kit import Brush, Look, Rect, Widget

Paint = Callable[[Brush, Rect, int], None]
Hit = Callable[[float, float], int | None]


class Parts(Widget):
    """`paint` draws it into a rectangle of the given proportions, with one part picked; `hit` tells which part is at a
    place, counted in units of `width` by `height`. `words` are those of each part, for speech; `on_pick` is told when
    another one is picked, and when the words are others. It does not grow with the words, so that one sees it whole."""

    role = "picture"
    focusable = True
    solid = True
    layered = True
    shows = Widget.shows | {"picked", "shown"}

    def __init__(
        self, name: str, width: float, height: float, paint: Paint, hit: Hit, on_pick: Callable[[int], None]
    ) -> None:
        super().__init__(name=name)
        self.wanted = width, height
        self.words: Sequence[str] = ()
        self.picked = 0
        self.shown = 0
        self._paint, self._hit, self._on_pick = paint, hit, on_pick

    def show(self, words: Sequence[str]) -> None:
        """Say and paint other things; what was picked stays so where it is still there."""
        self.words = tuple(words)
        self.shown += 1
        self.pick(min(self.picked, len(self.words) - 1))

    def pick(self, part: int) -> None:
        self.picked = part
        self._on_pick(part)

    def value(self) -> str:
        return self.words[self.picked]

    def natural(self, look: Look, width: float) -> tuple[float, float]:
        part = min(1.0, width / self.wanted[0])
        return self.wanted[0] * part, self.wanted[1] * part

    def least(self, look: Look) -> float:
        return self.wanted[0]

    def paint(self, brush: Brush) -> None:
        self._paint(brush, self._box(), self.picked)

    def key(self, event: pygame.Event) -> bool:
        step = {pygame.K_LEFT: -1, pygame.K_RIGHT: 1}.get(event.key)
        if step is None:
            return super().key(event)
        self.pick((self.picked + step) % len(self.words))
        return True

    def point(self, at: tuple[float, float] | None) -> None:
        if at is not None:
            self._reach(at)

    def activate(self, at: tuple[float, float] | None) -> None:
        if at is None:
            self.pick((self.picked + 1) % len(self.words))
        else:
            self._reach(at)

    def _reach(self, at: tuple[float, float]) -> None:
        box = self._box()
        units = self.wanted[0] / box.width
        part = self._hit((at[0] - box.left) * units, (at[1] - box.top) * units)
        if part is not None and part != self.picked:
            self.pick(part)

    def _box(self) -> Rect:
        """The part of its place that has the picture's proportions."""
        across, along = self.wanted
        part = min(self.rect.width / across, self.rect.height / along)
        left = self.rect.left + (self.rect.width - across * part) / 2
        return Rect(left, self.rect.top, across * part, along * part)
