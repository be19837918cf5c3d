"""Where tiles lie on the screen: zoom steps, panning, fitting the map into the space the cards leave free."""

from __future__ import annotations

from math import floor

import pygame

STEPS = (24, 40, 60, 80)  # pixels a tile
SMALLEST, LARGEST = STEPS[0], 120


class Camera:
    """Maps tiles of a (columns x rows) map to pixels of a window. `free` is the part no card covers."""

    def __init__(
        self, columns: int, rows: int, window: tuple[int, int] = (1280, 720), free: pygame.Rect | None = None
    ) -> None:
        self.columns, self.rows = columns, rows
        self.window, self.free = window, pygame.Rect(free or (0, 0, *window))
        self._centre = (columns / 2, rows / 2)
        self._home = self.tile = STEPS[1]
        self.fit()

    @property
    def steps(self) -> tuple[int, ...]:
        """The zooms on offer: the four steps, and the one at which the whole map just fits."""
        return tuple(sorted({*STEPS, self._home}))

    @property
    def origin(self) -> tuple[int, int]:
        """The screen pixel of the map's upper left corner."""
        return (
            round(self.free.centerx - self._centre[0] * self.tile),
            round(self.free.centery - self._centre[1] * self.tile),
        )

    @property
    def view(self) -> tuple[tuple[int, int], int, tuple[int, int]]:
        """What tells one view of the map from another: origin, pixels a tile, window."""
        return self.origin, self.tile, self.window

    def resize(self, window: tuple[int, int], free: pygame.Rect | None = None) -> None:
        """Take a new window; whoever saw the whole map sees it whole again, others keep their zoom."""
        whole = self.tile == self._home
        self.window, self.free = window, pygame.Rect(free or (0, 0, *window))
        self._home = self._fitting()
        if whole:
            self.fit()
        else:
            self._look_at(*self._centre)

    def fit(self) -> None:
        """Show the whole map, as large as it fits."""
        self._home = self.tile = self._fitting()
        self._look_at(self.columns / 2, self.rows / 2)

    def zoom(self, by: int, at: tuple[float, float] | None = None) -> None:
        """Go `by` steps nearer (or further, negative), keeping the place under the pixel `at` where it is."""
        pixel = at or self.free.center
        place = self.to_map(*pixel)
        steps = self.steps
        self.tile = steps[max(0, min(len(steps) - 1, steps.index(self.tile) + by))]
        self._look_at(
            place[0] - (pixel[0] - self.free.centerx) / self.tile,
            place[1] - (pixel[1] - self.free.centery) / self.tile,
        )

    def pan(self, right: float, down: float) -> None:
        """Move the view by pixels: positive `right` shows more of the east."""
        self._look_at(self._centre[0] + right / self.tile, self._centre[1] + down / self.tile)

    def show(self, column: int, row: int) -> None:
        """Scroll just far enough that the tile and its neighbours lie in the free area."""
        near = self.tile_rect(column, row).inflate(self.tile * 2, self.tile * 2)
        right = max(0, near.right - self.free.right) or min(0, near.left - self.free.left)
        down = max(0, near.bottom - self.free.bottom) or min(0, near.top - self.free.top)
        self.pan(right, down)

    def to_screen(self, x: float, y: float) -> tuple[float, float]:
        """The pixel of a place in tiles."""
        left, top = self.origin
        return left + x * self.tile, top + y * self.tile

    def to_map(self, px: float, py: float) -> tuple[float, float]:
        """The place in tiles under a pixel; it may lie outside the map."""
        left, top = self.origin
        return (px - left) / self.tile, (py - top) / self.tile

    def tile_at(self, px: float, py: float) -> tuple[int, int] | None:
        """Column and row under a pixel, or None outside the map."""
        x, y = self.to_map(px, py)
        column, row = floor(x), floor(y)
        return (column, row) if 0 <= column < self.columns and 0 <= row < self.rows else None

    def tile_rect(self, column: int, row: int) -> pygame.Rect:
        """The pixels of a tile."""
        left, top = self.origin
        return pygame.Rect(left + column * self.tile, top + row * self.tile, self.tile, self.tile)

    def _fitting(self) -> int:
        fitting = min(self.free.width / (self.columns + 0.6), self.free.height / (self.rows + 0.9))
        return max(SMALLEST, min(LARGEST, int(fitting) // 2 * 2))

    def _look_at(self, x: float, y: float) -> None:
        """Centre the free area on a place, as far as the map stays in view."""
        self._centre = (
            _kept(x, self.columns, self.free.width / self.tile),
            _kept(y, self.rows, self.free.height / self.tile),
        )


def _kept(centre: float, length: float, view: float) -> float:
    """A map shorter than the view stays whole within it; a longer one fills it, but for a tile to breathe."""
    low, high = sorted((view / 2 - 1, length - view / 2 + 1) if length > view - 2 else (length - view / 2, view / 2))
    return max(low, min(high, centre))
