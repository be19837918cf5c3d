"""Small natural things that nobody planted: tufts, pebbles, reeds, ripples, fallen leaves; baked into the ground."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from game.desktop.drawing.noise import scattered
from game.desktop.drawing.picture import FOREST, MEADOW, PATH, ROCK, SOIL, WATER, Season
from game.desktop.drawing.terrain import Land

TRIES = 3  # chances a tile for something to lie on it
MEADOW_FINDS: dict[Season, tuple[tuple[str, float], ...]] = {
    "spring": (("tuft_0", 0.16), ("tuft_1", 0.14), ("tuft_2", 0.12), ("tuft_daisies", 0.10), ("tuft_clover", 0.06)),
    "summer": (("tuft_0", 0.18), ("tuft_1", 0.16), ("tuft_2", 0.14), ("tuft_clover", 0.05), ("tuft_daisies", 0.02)),
    "autumn": (("tuft_0", 0.15), ("tuft_1", 0.13), ("tuft_2", 0.12), ("leaf_0", 0.07), ("leaf_1", 0.06)),
    "winter": (("tuft_snow", 0.16), ("tuft_2", 0.08), ("snow_drift", 0.10)),
}
FINDS: dict[int, tuple[tuple[str, float], ...]] = {
    SOIL: (("pebble_0", 0.10), ("pebble_1", 0.10), ("tuft_2", 0.03)),
    ROCK: (("pebble_0", 0.09), ("pebble_1", 0.08)),
    PATH: (("pebble_0", 0.05), ("pebble_1", 0.05)),
    WATER: (("ripple", 0.12),),
}
FOREST_FINDS: dict[Season, tuple[tuple[str, float], ...]] = {
    "spring": (("tuft_1", 0.12), ("tuft_clover", 0.08)),
    "summer": (("tuft_1", 0.12), ("tuft_clover", 0.06)),
    "autumn": (("leaf_0", 0.28), ("leaf_1", 0.25), ("tuft_1", 0.06)),
    "winter": (("snow_drift", 0.12), ("tuft_snow", 0.06)),
}

Find = tuple[str, float, float, float, bool]


def finds(land: Land, left: int, top: int, tiles: int, season: Season) -> Iterator[Find]:
    """(sprite, x, y, size, flip) of what lies on a square of tiles, upper ones first; x and y in tiles."""
    rows = np.repeat(np.arange(top, top + tiles), tiles * TRIES)
    columns = np.tile(np.repeat(np.arange(left, left + tiles), TRIES), tiles)
    tries = np.tile(np.arange(TRIES), tiles * tiles)
    seed = land.seed + 31
    xs = (columns + scattered(rows * TRIES + tries, columns, seed)).astype(np.float32)
    ys = (rows + scattered(rows * TRIES + tries, columns, seed + 1)).astype(np.float32)
    lots = scattered(rows * TRIES + tries, columns, seed + 2)
    sizes = scattered(rows * TRIES + tries, columns, seed + 3)
    codes = land.at(xs, ys)
    for index in np.argsort(ys, kind="stable"):
        x, y = float(xs[index]), float(ys[index])
        outside = not (0 <= x < land.columns and 0 <= y < land.rows)
        name = _drawn(int(codes[index]), season, float(lots[index]) * (1.5 if outside else 1.0))
        if name:
            yield name, x, y, 0.5 + 0.3 * float(sizes[index]), bool(int(sizes[index] * 64) % 2)


def _drawn(code: int, season: Season, lot: float) -> str:
    table = MEADOW_FINDS[season] if code == MEADOW else FOREST_FINDS[season] if code == FOREST else FINDS[code]
    for name, share in table:
        if lot < share:
            return name
        lot -= share
    return ""
