"""Smooth value noise over an endless plane, the same wherever and in whatever piece it is asked for.

Coordinates are in tiles, so that a landscape keeps its shape at every zoom.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


def scattered(rows: Ints, columns: Ints, seed: int) -> Floats:
    """A value in 0..1 for each pair of whole numbers (arrays broadcast), by position hash."""
    mixed = rows * 374761393 + columns * 668265263 + seed * 974711 & 0xFFFFFFFF
    mixed = (mixed ^ mixed >> 13) * 1274126177 & 0xFFFFFFFF
    mixed = (mixed ^ mixed >> 16) * 2246822519 & 0xFFFFFFFF
    return ((mixed ^ mixed >> 15) & 0xFFFF).astype(np.float32) / np.float32(65535)


def lot(row: int, column: int, seed: int) -> float:
    """`scattered` for a single pair of whole numbers."""
    mixed = row * 374761393 + column * 668265263 + seed * 974711 & 0xFFFFFFFF
    mixed = (mixed ^ mixed >> 13) * 1274126177 & 0xFFFFFFFF
    mixed = (mixed ^ mixed >> 16) * 2246822519 & 0xFFFFFFFF
    return ((mixed ^ mixed >> 15) & 0xFFFF) / 65535


def _hats(places: Floats, cell: float) -> tuple[Floats, int]:
    """Weights (places, lattice points) of smooth interpolation along one axis, and the first lattice point."""
    scaled = places / np.float32(cell)
    below = np.floor(scaled).astype(np.int64)
    first = int(below[0])
    rest = scaled - below.astype(np.float32)
    rest = rest * rest * (3 - 2 * rest)
    weights = np.zeros((len(places), int(below[-1]) - first + 2), np.float32)
    line = np.arange(len(places))
    weights[line, below - first] = 1 - rest
    weights[line, below - first + 1] = rest
    return weights, first


def over_grid(ys: Floats, xs: Floats, cell: float, seed: int) -> Floats:
    """Noise in 0..1 on the grid ys x xs (both ascending, in tiles) with lattice points every `cell` tiles."""
    down, top = _hats(ys, cell)
    across, left = _hats(xs, cell)
    rows = np.arange(top, top + down.shape[1])[:, None]
    columns = np.arange(left, left + across.shape[1])[None]
    return (down @ scattered(rows, columns, seed) @ across.T).astype(np.float32, copy=False)


def at_points(ys: Floats, xs: Floats, cell: float, seed: int) -> Floats:
    """The same noise at single points: ys and xs of one shape, in tiles."""
    y, x = ys / np.float32(cell), xs / np.float32(cell)
    row, column = np.floor(y).astype(np.int64), np.floor(x).astype(np.int64)
    down, across = y - row, x - column
    down, across = down * down * (3 - 2 * down), across * across * (3 - 2 * across)
    upper = scattered(row, column, seed) * (1 - across) + scattered(row, column + 1, seed) * across
    lower = scattered(row + 1, column, seed) * (1 - across) + scattered(row + 1, column + 1, seed) * across
    values: Floats = (upper * (1 - down) + lower * down).astype(np.float32)
    return values


def smoothstep(low: float, high: float, values: Floats) -> Floats:
    """0 below `low`, 1 above `high`, an S between."""
    share = np.clip((values - np.float32(low)) / np.float32(high - low), 0, 1)
    rise: Floats = share * share * (3 - 2 * share)
    return rise
