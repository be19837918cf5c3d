"""The ground in outline: soft, without what lies on it, made in a moment. It is seen where a piece is not there yet."""

from __future__ import annotations

import pygame

from game.desktop.drawing.picture import Season
from game.desktop.drawing.terrain import Land

DOT = 4  # pixels a tile
TILES = 8  # of a square that is sketched at once: it takes a millisecond or two
EDGE = 1  # tiles around it, so that what is cut from its rim goes on smoothly in the next
KEPT = 256  # squares, 6 KB each: more than two seasons of the widest view


class Sketch:
    """Draws squares of one land."""

    def __init__(self, land: Land) -> None:
        self._land = land
        self._squares: dict[tuple[Season, int, int], pygame.Surface] = {}

    def cut(self, season: Season, left: int, top: int, tiles: int, tile: int) -> pygame.Surface:
        """A square of `tiles` from tile (left, top), at `tile` pixels each; `TILES` must be a multiple of `tiles`."""
        square = self.square(season, left // TILES, top // TILES)
        x, y = ((place % TILES + EDGE) * DOT - 1 for place in (left, top))
        dots, step = tiles * DOT, tile / DOT
        wide = round((dots + 1) * step) + 1  # from the middle of the first dot, outside it, to the middle of the last
        soft = pygame.transform.smoothscale(square.subsurface((x, y, dots + 2, dots + 2)), (wide, wide))
        return soft.subsurface((round(step / 2), round(step / 2), tiles * tile, tiles * tile))

    def has(self, season: Season, column: int, row: int) -> bool:
        """Whether a square is ready."""
        return (season, column, row) in self._squares

    def square(self, season: Season, column: int, row: int) -> pygame.Surface:
        """The square of this column and row of squares, with the edge around it."""
        key = season, column, row
        found = self._squares.get(key)
        if found is None:
            if len(self._squares) >= KEPT:
                self._squares.clear()
            left, top = column * TILES - EDGE, row * TILES - EDGE
            found = self._squares[key] = self._land.piece(left, top, TILES + 2 * EDGE, DOT, season)
        return found
