"""Where the player points: the tile under the mouse, or the one under the cursor of the keys, whichever moved last."""

from __future__ import annotations

import pygame

from game.desktop.drawing.camera import Camera

Tile = tuple[int, int]
RESTS = 0.35  # seconds a mouse lies still before it counts as resting


def between(start: Tile, end: Tile) -> list[Tile]:
    """The tiles on the way from `start`, which is left out, to `end`: a fast mouse leaps over some."""
    right, down = end[0] - start[0], end[1] - start[1]
    steps = max(abs(right), abs(down))
    return [(start[0] + round(right * n / steps), start[1] + round(down * n / steps)) for n in range(1, steps + 1)]


class Pointer:
    """`hover` belongs to the mouse, `cursor` to the keys; `pinned` is looked at until something else is."""

    def __init__(self, columns: int, rows: int) -> None:
        self.columns, self.rows = columns, rows
        self.hover: Tile | None = None
        self.cursor: Tile | None = None
        self.pinned: Tile | None = None
        self.by_keys = False
        self.dragged = False
        self._last = columns // 2, rows // 2
        self._since = 0.0
        self._dragging = False

    @property
    def tile(self) -> Tile | None:
        """The tile that is pointed at."""
        return self.cursor if self.by_keys else self.hover

    @property
    def looked_at(self) -> Tile | None:
        """The tile to look into."""
        return self.pinned or self.tile

    @property
    def rested(self) -> bool:
        """Whether it has lain still for a moment; keys need no rest."""
        return self.by_keys or self._since >= RESTS

    def step(self, seconds: float) -> None:
        self._since += seconds

    def handle(self, event: pygame.Event, camera: Camera, points: float) -> bool:
        """The mouse over the world: point, drag the view, zoom. True if anything changed."""
        match event.type:
            case pygame.MOUSEMOTION:
                return self._moved(event, camera, points)
            case pygame.MOUSEBUTTONDOWN if event.button in (2, 3):
                self._dragging, self.dragged = True, False
            case pygame.MOUSEBUTTONUP if event.button in (2, 3):
                self._dragging = False
            case pygame.MOUSEWHEEL:
                x, y = pygame.mouse.get_pos()
                at = self._at if self._at is not None else (x * points, y * points)
                camera.zoom(1 if event.y > 0 else -1, at)
                return True
            case pygame.WINDOWLEAVE:
                self.leave()
                return True
        return False

    _at: tuple[float, float] | None = None

    def press(self, tile: Tile | None) -> None:
        """The mouse went down on a tile."""
        self.by_keys, self.cursor, self.hover = False, None, tile
        if tile is not None:
            self._last = tile

    def move(self, right: int, down: int) -> None:
        """A key moves the cursor; it starts where the mouse was."""
        if self.cursor is None:
            start = self.hover or self._last
            self.cursor = start
            if self.hover is not None or not self.by_keys:
                right, down = (right, down) if self.hover is not None else (0, 0)
        column = max(0, min(self.columns - 1, self.cursor[0] + right))
        row = max(0, min(self.rows - 1, self.cursor[1] + down))
        self.cursor = self._last = column, row
        self.hover, self.by_keys, self.pinned = None, True, None

    def leave(self) -> None:
        """The mouse is no longer over the world."""
        self.hover = None

    def pin(self) -> None:
        """Keep looking at this tile; if one is looked at already, let go of that."""
        self.pinned = None if self.pinned is not None else self.tile

    def unpin(self) -> None:
        self.pinned = None

    def _moved(self, event: pygame.Event, camera: Camera, points: float) -> bool:
        self._at = event.pos[0] * points, event.pos[1] * points
        if self._dragging:
            right, down = event.rel
            self.dragged = self.dragged or abs(right) + abs(down) > 1
            camera.pan(-right * points, -down * points)
            return True
        tile = camera.tile_at(*self._at)
        if tile == self.hover and not self.by_keys:
            return False
        self.hover, self.cursor, self.by_keys, self._since = tile, None, False, 0.0
        if tile is not None:
            self._last = tile
        return True
