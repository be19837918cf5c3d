"""A floor: one tree of widgets with its layers. A screen is the ground floor; each dialog is another above it."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.desktop.kit.brush import Rect
from game.desktop.kit.dialog import Dialog
from game.desktop.kit.layers import Layer, topmost
from game.desktop.kit.look import Look
from game.desktop.kit.theme import rgb
from game.desktop.kit.widget import Widget

MARGIN = 12.0
"""Logical pixels between a screen's widgets and the window's edge."""


class Floor:
    """Keeps `root` laid out and its layers painted; `returns_to` gets the focus back when the floor is taken away."""

    def __init__(self, root: Widget, returns_to: Widget | None = None) -> None:
        self.root = root
        self.returns_to = returns_to
        self.dialog = root if isinstance(root, Dialog) else None
        self._layers: dict[int, Layer] = {}
        self._blits: list[tuple[pygame.Surface, tuple[int, int]]] = []
        self._settled = False
        self._fresh = False
        root.unsettled = self._unsettle
        root.forget()

    def unsettle(self) -> None:
        """The look or the window is another: everything is to be measured anew."""
        self.root.forget()
        self._settled = False

    def lay_out(self, look: Look, window: Rect) -> bool:
        """Lays out what has changed; True if anything has."""
        if self._settled:
            return False
        self._settled = True
        self.root.place(look, window if self.dialog else window.inflate(-2 * MARGIN, -2 * MARGIN))
        self._collect()
        for layer in self._layers.values():
            layer.follow(look)
        return True

    def paint(self, look: Look, time_left: Callable[[], bool] | None = None) -> None:
        """Paints the layers that were damaged.

        With `time_left` only while there is some, those first that are of another size than before; the others show
        for a frame longer what they did, but at least one is painted in every second frame.
        """
        if self._fresh:
            return
        layers = self._layers.values()
        if not any(layer.shows(look) for layer in layers):
            time_left = None  # a screen comes whole
        waiting = [layer for layer in layers if layer.damaged]
        waiting.sort(key=lambda layer: (layer.urgent, layer.waited), reverse=True)
        going_on = time_left is None or time_left() or any(layer.waited for layer in waiting)
        while waiting and going_on:
            waiting.pop(0).refresh(look)
            going_on = time_left is None or time_left()
        for layer in waiting:
            layer.waited += 1
        self._fresh = not waiting
        if not any(layer.urgent for layer in layers):  # until then all stay where they were, or they would overlap
            self._blits = [(layer.surface, layer.origin) for layer in layers]

    def draw(self, surface: pygame.Surface, look: Look) -> None:
        """Blits the layers; a dialog first dims what lies below it."""
        if self.dialog is not None:
            surface.fill(rgb(look.theme["veil"]), special_flags=pygame.BLEND_RGB_MULT)
        surface.fblits(self._blits, pygame.BLEND_PREMULTIPLIED)

    def drop(self) -> None:
        """Lets go of its widgets, which may then be shown elsewhere."""
        self.root.unsettled = None
        for layer in self._layers.values():
            layer.release()

    def _collect(self) -> None:
        """Keeps one layer for each topmost painting widget; those that are gone are let go."""
        known, self._layers = self._layers, {}
        for widget in topmost(self.root):
            found = known.pop(id(widget)) if id(widget) in known else Layer(widget, self._hurt)
            self._layers[id(widget)] = found
        for layer in known.values():
            layer.release()
        self._fresh = False

    def _unsettle(self) -> None:
        self._settled = False

    def _hurt(self) -> None:
        self._fresh = False
