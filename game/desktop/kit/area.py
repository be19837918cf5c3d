"""The world as a part of the interface: something with the focus that the scene behind answers for."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.desktop.kit.widget import Point, Widget


class Area(Widget):
    """Room that paints nothing and takes the focus: the scene behind it (the world) answers its keys and presses."""

    role = "map"
    focusable = True

    def __init__(
        self,
        name: str,
        *,
        on_key: Callable[[pygame.Event], bool],
        on_press: Callable[[Point], None],
        grow: float = 1.0,
    ) -> None:
        super().__init__(name=name, grow=grow)
        self.on_key = on_key
        self.on_press = on_press

    def key(self, event: pygame.Event) -> bool:
        return self.on_key(event)

    def press(self, at: Point) -> None:
        self.on_press(at)
