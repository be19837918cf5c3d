"""Tiles: how the places of a map lie in flat arrays, and what ground each of them is.

Tiles lie in flat arrays of small whole numbers, a row after another, with a ghost tile behind each row and a ghost row
above and below; ghosts hold nothing, ever. So the neighbour to the right is the next number, the one below is `stride`
further on, and no edge needs a special case.

    place:    0  1            stride + 1                           ghosts before, between and behind the rows
              .  .  . . .  |  a b c .  d e f .  g h i .  |  . . .
"""

from __future__ import annotations

from typing import Any, overload

import numpy as np
from numpy.typing import NDArray

from game.engine.counting import as_count
from game.engine.matter import Grid, Mask, Places, SmallGrid, SmallMask

SOIL, ROCK, WATER, PATH, HOME, FENCE = range(6)
GROUNDS = ("soil", "rock", "water", "path", "home", "fence")

LEAST_SIDE, MOST_SIDE = 2, 512
BYTES_AT_WORK = 32  # a place, in passing, while a tick is worked out
_SIGN = np.array(7, np.int8)
_TO_THE_SIGN = tuple(np.array(1 << 7 - way).astype(np.int8) for way in range(4))  # times the bit of each way


class Tiles:
    """A map of `height` x `width` tiles. `inside` is -1 on every tile of it and 0 on ghosts; `ground` holds one of the
    codes above for each, and the masks say where a sort of ground is: call `map_changed` after changing it.

    Raises ValueError for a map that is smaller than 2 x 2 or larger than 512 x 512.
    """

    def __init__(self, height: int, width: int) -> None:
        if not (LEAST_SIDE <= height <= MOST_SIDE and LEAST_SIDE <= width <= MOST_SIDE):
            raise ValueError(f"a map is {LEAST_SIDE} to {MOST_SIDE} tiles high and wide, not {height} x {width}")
        self.height, self.width = height, width
        self.stride = width + 1
        self.places = (height + 2) * self.stride + 2
        self.inside: Grid = self.grid()
        self.chart(self.inside)[:] = -1
        self.ground: SmallGrid = self.small_grid()
        self.map_changed()
        # glibc hands freed memory back to the system, to be faulted in anew on the next tick, until a piece as large as
        # what a tick works with has come and gone; it is never touched
        np.empty(self.places * BYTES_AT_WORK, np.int8)

    def grid(self) -> Grid:
        """A new empty grid: int16, shape (places,)."""
        return np.zeros(self.places, np.int16)

    def small_grid(self) -> SmallGrid:
        """A new empty grid for what never passes 127, as marks and kinds: int8, shape (places,)."""
        return np.zeros(self.places, np.int8)

    def place(self, row: int, column: int) -> int:
        """The number of a tile. Raises IndexError outside the map."""
        if not (0 <= row < self.height and 0 <= column < self.width):
            raise IndexError(f"row {row}, column {column} is outside the map")
        return (row + 1) * self.stride + column + 1

    @overload
    def where(self, place: int) -> tuple[int, int]: ...
    @overload
    def where(self, place: Places) -> tuple[Places, Places]: ...
    def where(self, place: int | Places) -> tuple[int, int] | tuple[Places, Places]:
        """Row and column of a tile's number, or of each of an array of them."""
        if isinstance(place, int):
            row, column = divmod(place - 1, self.stride)
            return row - 1, column
        rows, columns = np.divmod(place - as_count(1), as_count(self.stride))
        rows -= as_count(1)
        return rows, columns

    def places_at(self, rows: Places, columns: Places) -> Places:
        """The numbers of tiles by row and column; those outside the map are brought to its edge."""
        first = as_count(0)
        places: Places = np.minimum(np.maximum(rows, first), as_count(self.height - 1))
        places *= as_count(self.stride)
        places += np.minimum(np.maximum(columns, first), as_count(self.width - 1))
        places += as_count(self.stride + 1)
        return places

    def chart(self, grid: NDArray[Any]) -> NDArray[Any]:
        """A (height, width) view of a grid."""
        first, last = self.stride + 1, self.stride + 1 + self.height * self.stride
        view: NDArray[Any] = grid[first:last].reshape(self.height, self.stride)[:, : self.width]
        return view

    def places_around(self, place: int, reach: int = 1) -> Places:
        """The tiles of the square with `place` in its middle, inside the map."""
        row, column = self.where(place)
        rows = np.arange(max(0, row - reach), min(self.height, row + reach + 1))
        columns = np.arange(max(0, column - reach), min(self.width, column + reach + 1))
        return ((rows[:, None] + 1) * self.stride + columns[None, :] + 1).ravel()

    def around(self, grid: Grid | SmallGrid) -> Grid:
        """The sum of the 3 x 3 tiles around each tile. Of a small grid three in a row must not pass 127."""
        stride = self.stride
        across = grid[:-2] + grid[2:]
        across += grid[1:-1]
        total = self.grid()
        tiles = total[stride + 1 : -stride - 1]
        np.add(across[: -2 * stride], across[2 * stride :], out=tiles)
        tiles += across[stride:-stride]
        total &= self.inside
        return total

    # ------------------------------------------------------------- the ground

    def map_changed(self) -> None:
        """Work out again what follows from the ground: what many ticks need lies ready."""
        self.soil: Mask = self._of_ground(SOIL) & self.inside
        self.pond: SmallMask = self._of_ground(WATER)
        self.walkable: SmallMask = (self.inside & ~(self.pond | self.fences)).astype(np.int8)
        self.wet_tiles = int(np.count_nonzero(self.wet))
        self.pond_places: Places = np.flatnonzero(self.pond)
        self._wet_ways = self._ways_between_wet_tiles()
        self._turn, self._ways_of_turn = -1, self.small_grid()

    def _of_ground(self, ground: int) -> SmallMask:
        """-1 where the ground is of a sort, else 0. Ghosts look like soil."""
        mask: SmallMask = -(self.ground == ground).view(np.int8)
        return mask

    @property
    def rock(self) -> SmallMask:
        """-1 on rock, else 0; worked out anew, as the next ones, since few ask."""
        return self._of_ground(ROCK)

    @property
    def fences(self) -> SmallMask:
        """-1 on fences."""
        return self._of_ground(FENCE)

    @property
    def wet(self) -> Mask:
        """-1 on what holds water: soil and pond."""
        return self.soil | self.pond

    @property
    def edge(self) -> SmallMask:
        """-1 on the tiles along the map's edge."""
        edge = self.inside.astype(np.int8)
        self.chart(edge)[1:-1, 1:-1] = 0
        return edge

    def _ways_between_wet_tiles(self) -> SmallGrid:
        """For each of the four sets of pairs one bit, set in the first tile of a pair."""
        ways, wet = self.small_grid(), self.wet
        rows, columns = np.divmod(np.arange(self.places) - 1, self.stride)
        for apart, line, first in ((1, columns, 0), (self.stride, rows, 2)):
            both = wet[:-apart] & wet[apart:]
            ways[:-apart] |= (both & 1 << first + line[:-apart] % 2).astype(np.int8)
        return ways

    def wet_ways(self, turn: int) -> tuple[int, SmallMask]:
        """One of the four sets of pairs of wet neighbours (right and below, even and odd), in rotation.

        How far apart in number they are, and -1 where a tile is the first of a pair. Water, threads and mineral take
        the same turn, so it is kept.
        """
        apart, turn = self.stride if turn & 2 else 1, turn & 3
        if turn != self._turn:
            np.multiply(self._wet_ways, _TO_THE_SIGN[turn], out=self._ways_of_turn)
            self._ways_of_turn >>= _SIGN
            self._turn = turn
        return apart, self._ways_of_turn[:-apart]

    @property
    def tile_bytes(self) -> int:
        """Memory of the grids of masks."""
        masks: list[NDArray[Any]] = [self.inside, self.soil, self.pond, self.walkable]
        return sum(grid.nbytes for grid in (*masks, self._wet_ways, self._ways_of_turn))
