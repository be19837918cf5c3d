"""Small natural things that nobody planted, baked into the ground; and the hedges and trees that stand around the map.

All of it is only looked at. Within the map it is low, so that nobody takes it for a plant that counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from game.desktop.drawing import noise
from game.desktop.drawing.noise import scattered
from game.desktop.drawing.picture import FOREST, HARD_ROCK, MEADOW, PATH, ROCK, SOIL, WATER, Season
from game.desktop.drawing.terrain import Land

TRIES = 3  # chances a tile for something to lie on it
DRIFT, LEAST, MOST = 2.6, 0.15, 1.9  # tiles from drift to drift; how full the barest and the fullest ground is
IN_FLOWER, BED = 0.2, 3.4  # share of chances at which something blooms in a meadow; tiles from one kind to the next
BLOOMS: dict[Season, tuple[str, ...]] = {
    "spring": ("anemone", "speedwell", "tuft_daisies", "cuckooflower", "strawberry_white"),
    "summer": ("tuft_daisies", "strawberry_red", "cuckooflower", "speedwell", "tuft_clover"),
    "autumn": ("leaf_0", "grass_1_straw", "leaf_1", "fern_rust", "leaf_0"),
    "winter": ("tuft_snow", "snow_drift", "prints", "snow_drift", "grass_0_frost"),
}
"""What catches the eye in a season, each kind in beds of its own."""
MEADOW_FINDS: dict[Season, tuple[tuple[str, float], ...]] = {
    "spring": (("grass_0", 0.07), ("grass_1", 0.07), ("herb_leaves", 0.06), ("tuft_0", 0.09), ("tuft_clover", 0.05)),
    "summer": (("grass_0_ripe", 0.08), ("grass_1", 0.07), ("herb_leaves", 0.06), ("tuft_1", 0.09), ("tuft_2", 0.05)),
    "autumn": (("grass_0_straw", 0.09), ("grass_1", 0.04), ("herb_leaves", 0.06), ("tuft_0", 0.07), ("leaf_1", 0.07)),
    "winter": (("grass_0_frost", 0.06), ("grass_1_frost", 0.05), ("tuft_snow", 0.08), ("twig_snow", 0.01)),
}
FINDS: dict[int, tuple[tuple[str, float], ...]] = {
    SOIL: (("pebble_0", 0.08), ("pebble_1", 0.08), ("tuft_2", 0.04), ("herb_leaves", 0.02)),
    ROCK: (("pebble_0", 0.07), ("pebble_1", 0.06), ("fissure_0", 0.15), ("fissure_1", 0.15)),
    HARD_ROCK: (("polish_0", 0.12), ("polish_1", 0.12)),
    PATH: (("pebble_0", 0.04), ("pebble_1", 0.04)),
}
GRAVEN, WIDE = ("fissure_", "polish_"), np.float32(0.6)  # what is in the rock itself; tiles it reaches to each side
WATER_FINDS: dict[Season, tuple[tuple[str, float], ...]] = {
    "spring": (("ripple", 0.07), ("lily", 0.03)),
    "summer": (("ripple", 0.06), ("lily", 0.06)),
    "autumn": (("ripple", 0.08), ("leaf_0", 0.03)),
    "winter": (("ripple", 0.03),),
}
SHORE, REEDS = 0.35, 0.24  # tiles from the water within which reeds stand, and at which share of chances
FOREST_FINDS: dict[Season, tuple[tuple[str, float], ...]] = {
    "spring": (("fern", 0.08), ("anemone", 0.07), ("moss", 0.06), ("twig", 0.02), ("tuft_1", 0.10)),
    "summer": (("fern", 0.12), ("moss", 0.08), ("twig", 0.02), ("herb_leaves", 0.06), ("tuft_1", 0.10)),
    "autumn": (("fern_rust", 0.08), ("leaf_0", 0.24), ("leaf_1", 0.22), ("twig", 0.03), ("moss", 0.05)),
    "winter": (("snow_drift", 0.12), ("tuft_snow", 0.08), ("twig_snow", 0.03), ("prints", 0.03)),
}
STEP = 1.5  # tiles from one tree or bush around the map to the next
HEDGE = (("juniper_0", 0.17), ("juniper_1", 0.16), ("birch", 0.11), ("spruce", 0.12))
TREES = ("birch", "spruce")
CLEAR, TREES_BELOW = 1.3, 3.6  # tiles between the map and the first bush, and between its lower edge and the first tree


class Find(NamedTuple):
    """Something to be drawn with its foot at (x, y), in tiles; `far` is what stands outside the map, paler."""

    sprite: str
    x: float
    y: float
    size: float
    flip: bool
    far: bool


def finds(land: Land, left: int, top: int, tiles: int, season: Season) -> list[Find]:
    """What stands and lies on a square of tiles, upper ones first."""
    found = [*_lying(land, left, top, tiles, season), *_around(land, left, top, tiles, season)]
    return sorted(found, key=lambda find: find.y)


def _lying(land: Land, left: int, top: int, tiles: int, season: Season) -> Iterator[Find]:
    rows = np.repeat(np.arange(top, top + tiles), tiles * TRIES)
    columns = np.tile(np.repeat(np.arange(left, left + tiles), TRIES), tiles)
    throws = rows * TRIES + np.tile(np.arange(TRIES), tiles * tiles)
    seed = land.seed + 31
    xs = (columns + scattered(throws, columns, seed)).astype(np.float32)
    ys = (rows + scattered(throws, columns, seed + 1)).astype(np.float32)
    fullness = noise.smoothstep(0.25, 0.75, noise.at_points(ys, xs, DRIFT, seed + 7))
    sizes = scattered(throws, columns, seed + 3)
    beds = noise.smoothstep(0.2, 0.8, noise.at_points(ys, xs, BED, seed + 8)) * np.float32(len(BLOOMS[season]) - 0.01)
    tables = FINDS | {
        MEADOW: MEADOW_FINDS[season],
        FOREST: FOREST_FINDS[season],
        WATER: WATER_FINDS[season],
    }
    codes, shore = land.at(xs, ys), land.at(xs, ys - np.float32(SHORE)) == WATER
    rocky = np.flatnonzero((codes == ROCK) | (codes == HARD_ROCK))
    full = LEAST + (MOST - LEAST) * fullness
    full[rocky] = 1
    lots = scattered(throws, columns, seed + 2) / full
    within = np.zeros(len(codes), bool)
    if len(rocky):
        x, y, code = xs[rocky], ys[rocky], codes[rocky]
        within[rocky] = (land.at(x - WIDE, y) == code) & (land.at(x + WIDE, y) == code)
    each = (part.tolist() for part in (xs, ys, codes, shore, within, lots, beds, sizes))
    for x, y, code, wet, inside, lot, bed, size in zip(*each, strict=True):
        blooms = code == MEADOW and lot < IN_FLOWER
        name = BLOOMS[season][int(bed)] if blooms else _drawn(tables[code], lot - IN_FLOWER * (code == MEADOW))
        if wet and code == MEADOW:
            name = "reed" if size < REEDS else name
        if name and (inside or not name.startswith(GRAVEN)):
            yield Find(name, x, y, 0.5 + 0.3 * size, bool(int(size * 64) % 2), far=False)


def _around(land: Land, left: int, top: int, tiles: int, season: Season) -> Iterator[Find]:
    """Hedges and trees outside the map, where they hide no tile of it."""
    first_row, last_row = int(top // STEP), int((top + tiles) // STEP) + 1
    first_column, last_column = int(left // STEP), int((left + tiles) // STEP) + 1
    places = np.mgrid[first_row:last_row, first_column:last_column].reshape(2, -1)
    seed = land.seed + 57
    rows, columns = places
    ys = ((rows + scattered(rows, columns, seed)) * STEP).astype(np.float32)
    xs = ((columns + scattered(rows, columns, seed + 1)) * STEP).astype(np.float32)
    lots, sizes = scattered(rows, columns, seed + 2), scattered(rows, columns, seed + 3)
    each = (part.tolist() for part in (xs, ys, land.at(xs, ys), lots, sizes))
    for x, y, code, lot, size in zip(*each, strict=True):
        beside = x < -CLEAR or x > land.columns + CLEAR
        below = y - land.rows
        name = _drawn(HEDGE, lot)
        within = left <= x < left + tiles and top <= y < top + tiles
        outside = beside or y < -0.2 or below > CLEAR + 0.4
        hides = name in TREES and not beside and 0 < below < TREES_BELOW
        if name and within and outside and not hides and code == MEADOW:
            yield Find(name, x, y, 0.6 + 0.3 * size, bool(int(size * 64) % 2), far=True)


def _drawn(table: tuple[tuple[str, float], ...], lot: float) -> str:
    for name, share in table:
        if lot < share:
            return name
        lot -= share
    return ""
