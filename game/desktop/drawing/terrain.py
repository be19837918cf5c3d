"""The land as a picture: soft-edged terrain, posterised tones, banks, rims, foam and grain.

Terrain masks are interpolated between tile centres and warped by two octaves of noise; the strongest wins with a
smooth edge. Everything is a function of place, so pieces join without a seam and outside the map the meadow goes on.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pygame
import pygame.surfarray

from game.desktop.drawing import noise
from game.desktop.drawing.noise import Floats, smoothstep
from game.desktop.drawing.palette import CONTRAST, GROUND, HAZE, mixed, rgb
from game.desktop.drawing.picture import FOREST, HARD_ROCK, MEADOW, PATH, ROCK, SOIL, WATER, Season

MARGIN = 44  # tiles of land continued beyond each edge of the map: a 4K window at the smallest zoom
WARP = ((1.6, 0.72, 1), (0.45, 0.26, 3))  # lattice in tiles, displacement in tiles, seed
TONES = ((2.6, 0.62, 5), (0.8, 0.26, 6), (0.25, 0.12, 7))
BAND = 40  # pixels of height, or a tile, that are painted at once: a whole piece would take several times its memory
FLOWING = (WATER, PATH)  # terrain that runs on beyond the map's edge
GRAIN = 2.2
HAZED = 0.42  # how far the land outside the map fades into haze


def continued(terrain: npt.NDArray[np.int8], seed: int) -> npt.NDArray[np.int8]:
    """The map with `MARGIN` tiles around it: brooks and paths wander on, everything else becomes meadow."""
    land = terrain
    for axis in (0, 0, 1, 1):
        land = np.concatenate([land, _wandering(np.asarray(land.take(-1, axis)), seed + axis, axis)], axis)
        land = np.flip(land, axis)
    return land


def _wandering(edge: npt.NDArray[np.int8], seed: int, axis: int) -> npt.NDArray[np.int8]:
    line = np.where(np.isin(edge, FLOWING), edge, MEADOW).astype(np.int8)
    lines = [line]
    for drift in noise.scattered(np.arange(MARGIN - 1), np.zeros(1, np.int64), seed + len(edge)):
        moved = np.roll(line, 1 if drift > 0.8 else -1 if drift < 0.2 else 0)
        lines.append(np.where(line == MEADOW, moved, line))
        line = moved
    return np.stack(lines, axis)


class Land:
    """The terrain of one map, to be asked for pieces of picture and for what lies at a point."""

    def __init__(self, terrain: npt.NDArray[np.int8], seed: int) -> None:
        self.rows, self.columns = terrain.shape
        self.seed = seed
        self._land = continued(np.asarray(terrain, np.int8), seed)
        codes = range(int(self._land.max()) + 1)
        self._masks = {code: mask for code in codes if (mask := (self._land == code).astype(np.float32)).any()}

    def at(self, xs: Floats, ys: Floats) -> npt.NDArray[np.int8]:
        """The terrain drawn at each point (in tiles): near an edge it differs from the tile's own."""
        xs, ys = np.asarray(xs, np.float32), np.asarray(ys, np.float32)
        warped_y, warped_x = ys - 0.5, xs - 0.5
        for cell, reach, seed in WARP:
            warped_y = warped_y + (noise.at_points(ys, xs, cell, self.seed + seed) - 0.5) * np.float32(reach)
            warped_x = warped_x + (noise.at_points(ys, xs, cell, self.seed + seed + 50) - 0.5) * np.float32(reach)
        weights = np.stack([_interpolated(mask, warped_y, warped_x) for mask in self._masks.values()])
        found: npt.NDArray[np.int8] = np.array(list(self._masks), np.int8)[weights.argmax(0)]
        return found

    def piece(self, left: int, top: int, tiles: int, tile: int, season: Season) -> pygame.Surface:
        """A square of `tiles` x `tiles` from tile (left, top), at `tile` pixels each (a multiple of 4 in all)."""
        size, band = tiles * tile, max(tile, BAND)
        ys = (np.arange(size, dtype=np.float32) + 0.5) / np.float32(tile) + top
        xs = (np.arange(size, dtype=np.float32) + 0.5) / np.float32(tile) + left
        codes, strengths = self._strengths(left, top, tiles, tile)
        hazy = self._reaches_beyond(ys, xs)
        across = (np.arange(size) + left * tile) % 256
        surface = pygame.Surface((size, size), 0, 32, (0xFF0000, 0xFF00, 0xFF, 0))
        for start in range(0, size, band):
            rows = slice(start, min(size, start + band))
            tones = (
                noise.over_grid(ys[rows], xs, cell, self.seed + seed) * np.float32(share) for cell, share, seed in TONES
            )
            steps = (sum(tones) * 255).astype(np.uint8)  # type: ignore[union-attr]
            weights = np.stack([_finer(each[:, rows], every) for each, every in strengths])
            colours = _painted(codes, weights, steps, season, tile)
            if hazy:
                self._haze(colours, ys[rows], xs, season)
            colours += _grain()[(np.arange(size)[rows] + top * tile) % 256][:, across]
            _lay(colours, surface, rows)
        return surface

    def _strengths(self, left: int, top: int, tiles: int, tile: int) -> tuple[list[int], list[tuple[Floats, int]]]:
        """Codes present here, and how strong each is: by every few pixels to the right, by every pixel down."""
        row, column = top + MARGIN, left + MARGIN
        near = self._land[max(0, row - 2) : row + tiles + 2, max(0, column - 2) : column + tiles + 2]
        codes = [code for code in self._masks if (near == code).any()] or [MEADOW]
        if len(codes) == 1:
            return codes, [(np.ones((2, tiles * tile), np.float32), 1)]
        every = 4 if tile >= 36 else 2  # pixels between samples; the masks are smooth enough for it
        samples = np.arange(tiles * tile // every + 1, dtype=np.float32) * every / np.float32(tile)
        ys, xs = samples + top, samples + left
        warped_y, warped_x = ys[:, None] - 0.5, xs[None] - 0.5
        for cell, reach, seed in WARP:
            warped_y = warped_y + (noise.over_grid(ys, xs, cell, self.seed + seed) - 0.5) * np.float32(reach)
            warped_x = warped_x + (noise.over_grid(ys, xs, cell, self.seed + seed + 50) - 0.5) * np.float32(reach)
        coarse = [_interpolated(self._masks[code], warped_y, warped_x) for code in codes]
        return codes, [(_finer(mask, every), every) for mask in coarse]

    def _beyond(self, ys: Floats, xs: Floats) -> tuple[Floats, Floats]:
        """How far each row and each column lies outside the map, in tiles."""
        return np.maximum(-ys, ys - self.rows), np.maximum(-xs, xs - self.columns)

    def _reaches_beyond(self, ys: Floats, xs: Floats) -> bool:
        return bool(max(part.max() for part in self._beyond(ys, xs)) >= -1)

    def _haze(self, colours: Floats, ys: Floats, xs: Floats, season: Season) -> None:
        """Pale what lies outside the map, with an uneven edge."""
        beyond_y, beyond_x = self._beyond(ys, xs)
        uneven = noise.over_grid(ys, xs, 1.3, self.seed + 9) * np.float32(1.3) - np.float32(0.5)
        beyond = np.maximum(beyond_y[:, None], beyond_x[None]) + uneven
        share = smoothstep(-0.3, 1.5, beyond) * np.float32(HAZED)
        for plane, part in zip(colours, rgb(HAZE[season]), strict=True):
            plane += (np.float32(part) - plane) * share


def _interpolated(mask: Floats, ys: Floats, xs: Floats) -> Floats:
    """Bilinear value at (ys, xs) in map tiles of a mask over the continued land."""
    height, width = mask.shape
    y = np.clip(ys + MARGIN, 0, np.float32(height - 1.001))
    x = np.clip(xs + MARGIN, 0, np.float32(width - 1.001))
    row, column = y.astype(np.int32), x.astype(np.int32)
    down, across = y - row, x - column
    corner, flat = row * width + column, mask.ravel()
    upper = flat[corner] * (1 - across) + flat[corner + 1] * across
    lower = flat[corner + width] * (1 - across) + flat[corner + width + 1] * across
    value: Floats = upper * (1 - down) + lower * down
    return value


def _finer(samples: Floats, every: int) -> Floats:
    """Rows interpolated to pixels, `every` pixels apart, and turned: (n + 1, m) becomes (m, n * every)."""
    below, step = samples[:-1], samples[1:] - samples[:-1]
    fine = np.empty((len(below) * every, samples.shape[1]), np.float32)
    for phase in range(every):
        fine[phase::every] = below + step * np.float32((phase + 0.5) / every)
    return fine.T


def _ramps(season: Season, tile: int) -> dict[int, Floats]:
    """For each terrain three curves (3, 256) from tone to colour: shade, mid, light with smooth contours."""
    tone = np.arange(256, dtype=np.float32) / np.float32(255)
    first, second = smoothstep(0.44, 0.44 + 0.9 / tile, tone), smoothstep(0.60, 0.60 + 0.9 / tile, tone)
    ramps = {}
    for code, (dark, middle, light) in GROUND[season].items():
        mid = rgb(middle)
        low, high = mixed(mid, rgb(dark), CONTRAST), mixed(mid, rgb(light), CONTRAST)
        ramps[code] = np.stack(
            [low[c] + (mid[c] - low[c]) * first + (high[c] - mid[c]) * second for c in range(3)]
        ).astype(np.float32)
    return ramps


def _painted(codes: list[int], weights: Floats, steps: npt.NDArray[np.uint8], season: Season, tile: int) -> Floats:
    """Colour planes (3, size, size) of the land without haze and grain."""
    ramps = _ramps(season, tile)
    if len(codes) == 1:
        return ramps[codes[0]].take(steps, axis=1)
    soft = 1.6 / tile
    strongest, total = weights.max(0), weights.sum(0)
    colours = np.zeros((3, *steps.shape), np.float32)
    covered = np.zeros(steps.shape, np.float32)
    for code, weight in zip(codes, weights, strict=True):
        box = _around(weight - strongest > -2 * soft)
        share = smoothstep(-2 * soft, 0, weight[box] - strongest[box])
        covered[box] += share
        for plane, ramp in zip(colours, ramps[code], strict=True):
            plane[box] += ramp.take(steps[box]) * share
    colours /= covered
    for code, weight in zip(codes, weights, strict=True):
        if code != MEADOW:
            inside = 2 * weight - total
            box = _around(inside > -0.5)
            _edged(colours[(slice(None), *box)], code, inside[box], soft, season)
    return colours


def _around(wanted: npt.NDArray[np.bool_]) -> tuple[slice, slice]:
    """The smallest box of rows and columns that holds every wanted pixel."""
    rows, columns = np.flatnonzero(wanted.any(1)), np.flatnonzero(wanted.any(0))
    if not len(rows):
        return slice(0, 0), slice(0, 0)
    return slice(int(rows[0]), int(rows[-1]) + 1), slice(int(columns[0]), int(columns[-1]) + 1)


def _edged(colours: Floats, code: int, inside: Floats, soft: float, season: Season) -> None:
    """Give a terrain its bank (darker, outside), its rim (lighter, just inside) and water its foam and depth."""
    darker = {WATER: 0.20, ROCK: 0.17, HARD_ROCK: 0.13, SOIL: 0.10, PATH: 0.10, FOREST: 0.07}[code]
    reach = {WATER: 0.30, FOREST: 0.50}.get(code, 0.34)
    bank = smoothstep(-reach, -0.01, inside) * (inside < 0)
    rim = smoothstep(0, soft, inside) * (1 - smoothstep(0.13, 0.13 + 2 * soft, inside))
    foam = smoothstep(0.10, 0.10 + 2 * soft, inside) * (1 - smoothstep(0.24, 0.24 + 2 * soft, inside))
    deep = smoothstep(0.55, 0.55 + 3 * soft, inside) * np.float32(0.55)
    light = {ROCK: 0.20, HARD_ROCK: 0.20, SOIL: 0.12, PATH: 0.12}.get(code, 0.0)
    for plane, pale, part in zip(colours, (235, 245, 245), rgb(GROUND[season][WATER][0]), strict=True):
        plane *= 1 - np.float32(darker) * bank
        if code == WATER:
            plane += (pale - plane) * foam * np.float32(0.38)
            plane += (part * np.float32(0.92) - plane) * deep
        elif light:
            plane += (255 - plane) * rim * np.float32(light)


_grain_tile: list[Floats] = []


def _grain() -> Floats:
    if not _grain_tile:
        rows, columns = np.arange(256)[:, None], np.arange(256)[None]
        thrown = np.sum([noise.scattered(rows, columns, seed) for seed in range(4)], axis=0) - np.float32(2)
        _grain_tile.append(
            (thrown * (GRAIN * 3**0.5)).astype(np.float32)
        )  # four throws: bell-shaped, of deviation GRAIN
    return _grain_tile[0]


def _lay(colours: Floats, surface: pygame.Surface, rows: slice) -> None:
    red, green, blue = np.clip(colours, 0, 255).astype(np.uint32)
    pixels = pygame.surfarray.pixels2d(surface)
    pixels[:, rows] = (red << 16 | green << 8 | blue).T
    del pixels
