"""Frames around one widget: padding, and cards of paper."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import ClassVar

from game.desktop.kit.brush import Brush
from game.desktop.kit.look import Look
from game.desktop.kit.widget import Size, Widget


class Framed(Widget):
    """One widget with `padding` around it, at least `width` wide and at most `most` (both grow with the words)."""

    measures = Widget.measures | {"held", "padding", "width", "most"}

    def __init__(
        self,
        held: Widget,
        *,
        padding: float | tuple[float, float] = 0.0,
        width: float = 0.0,
        most: float = math.inf,
        grow: float = 0.0,
    ) -> None:
        super().__init__(grow=grow)
        self.padding = padding
        self.width = width
        self.most = most
        self.held = held
        held.parent = self

    def hold(self, held: Widget) -> None:
        """Holds another widget instead."""
        self.repaint()
        held.parent = self
        self.held = held

    def children(self) -> Sequence[Widget]:
        return (self.held,)

    def natural(self, look: Look, width: float) -> Size:
        across, along = self._pad()
        room = min(width, look.broad(self.most))
        w, h = self.held.measure(look, room - 2 * across)
        return max(min(room, look.broad(self.width)), w + 2 * across), h + 2 * along

    def least(self, look: Look) -> float:
        return max(look.broad(self.width), self.held.narrowest(look) + 2 * self._pad()[0])

    def least_height(self, look: Look, width: float) -> float:
        across, along = self._pad()
        return self.held.least_height(look, min(width, look.broad(self.most)) - 2 * across) + 2 * along

    def arrange(self, look: Look) -> None:
        across, along = self._pad()
        self.held.place(look, self.rect.inflate(-2 * across, -2 * along))

    def _pad(self) -> tuple[float, float]:
        return self.padding if isinstance(self.padding, tuple) else (self.padding, self.padding)


class Card(Framed):
    """A sheet of paper with a soft shadow. `kind`: paper, inset (sunk, no shadow), think (a question), plain, night."""

    solid = True
    layered = True
    reach = 24.0
    shows = Widget.shows | {"kind"}
    _KINDS: ClassVar[dict[str, tuple[str, str | None, float, bool]]] = {
        "paper": ("paper", "edge", 14.0, True),
        "inset": ("paper-2", None, 10.0, False),
        "think": ("think", "think-edge", 12.0, False),
        "plain": ("raised", "edge", 10.0, False),
        "night": ("night", None, 14.0, True),
    }

    def __init__(
        self,
        held: Widget,
        *,
        kind: str = "paper",
        padding: float | tuple[float, float] = (16.0, 12.0),
        width: float = 0.0,
        most: float = math.inf,
        grow: float = 0.0,
    ) -> None:
        super().__init__(held, padding=padding, width=width, most=most, grow=grow)
        self.kind = kind

    def paint(self, brush: Brush) -> None:
        fill, edge, radius, lifted = self._KINDS[self.kind]
        if lifted and not brush.inside(self.rect, radius):
            brush.shadow(self.rect, radius)
        brush.box(self.rect, radius, fill, edge, 1.5)
