"""From joined tiles to a web one likes to look at: knots at the roots, and curved threads between them.

Every joined tile belongs to the knot nearest to it along joined tiles. Where two such regions touch, their knots may be
tied by a thread, and so no thread leaves the joined tiles. A thread is left out where a way over up to three shorter
ones leads to the same place: what is left joins all that is joined, with a few loops.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import cos, hypot, pi, sin

import numpy as np
import numpy.typing as npt

from game.desktop.drawing.noise import lot

Tile = tuple[int, int]  # column, row
Point = tuple[float, float]  # in tiles
APART = 2  # tiles between knots where nothing grows
SAMPLES = 17  # points along a thread
BEND = 0.16  # how far a thread leaves the straight line, as a share of its length


@dataclass(frozen=True, slots=True, eq=False)
class Thread:
    """A curve from the knot of tile `start` to that of `end`: (`SAMPLES`, 2) points; and the tiles it runs through."""

    start: Tile
    end: Tile
    points: npt.NDArray[np.float32]
    tiles: tuple[Tile, ...]
    length: float


@dataclass(frozen=True, slots=True)
class Mesh:
    """Knots by tile, roots and others, and the threads between them."""

    knots: Mapping[Tile, Point]
    threads: tuple[Thread, ...]


def mesh(joined: npt.NDArray[np.bool_], roots: Mapping[Tile, Point], seed: int) -> Mesh:
    """The web of the tiles `joined` (height, width), with a knot at each of the `roots` that lies in it."""
    tiles = {(column, row) for row, column in zip(*(found.tolist() for found in np.nonzero(joined)), strict=True)}
    knots = {tile: place for tile, place in sorted(roots.items()) if tile in tiles}
    knots |= _others(tiles, knots, seed)
    left = tiles - _reached(tiles, knots)
    while left:
        column, row = alone = min(left)
        knots[alone] = (column + 0.5, row + 0.5)
        left -= _reached(tiles, [alone])
    ways = _ways(tiles, knots)
    lengths = {pair: _apart(knots, pair) for pair in ways}
    threads = []
    for pair in sorted(_kept(lengths)):
        way = ways[pair]
        points = _curve([knots[pair[0]], *_bends(way, knots, pair, tiles, seed), knots[pair[1]]])
        length = float(np.hypot(*np.diff(points, axis=0).T).sum())
        threads.append(Thread(*pair, points, tuple(way), length))
    return Mesh(knots, tuple(threads))


def _others(tiles: set[Tile], knots: Mapping[Tile, Point], seed: int) -> dict[Tile, Point]:
    """Knots of bare threads, spread over joined tiles that are far from any root."""
    near: set[Tile] = {tile for knot in knots for tile in _square(knot)}
    found = {}
    for column, row in sorted(tiles - near, key=lambda tile: lot(tile[1], tile[0], seed + 11)):
        if (column, row) not in near:
            near.update(_square((column, row)))
            right, down = lot(row, column, seed + 12), lot(row, column, seed + 13)
            found[column, row] = (column + 0.2 + 0.6 * right, row + 0.2 + 0.6 * down)
    return found


def _reached(tiles: set[Tile], knots: Iterable[Tile]) -> set[Tile]:
    """All tiles that are joined to these."""
    reached = set(knots)
    waiting = list(reached)
    while waiting:
        column, row = waiting.pop()
        for near in ((column + 1, row), (column, row + 1), (column - 1, row), (column, row - 1)):
            if near in tiles and near not in reached:
                reached.add(near)
                waiting.append(near)
    return reached


def _square(tile: Tile) -> Iterable[Tile]:
    column, row = tile
    reach = range(-APART + 1, APART)
    return ((column + right, row + down) for right in reach for down in reach)


def _ways(tiles: set[Tile], knots: Mapping[Tile, Point]) -> dict[tuple[Tile, Tile], list[Tile]]:
    """For each two knots whose regions touch, the shortest way of tiles between them."""
    owner = {knot: knot for knot in knots}
    before: dict[Tile, Tile] = {}
    waiting = deque(knots)
    meetings: dict[tuple[Tile, Tile], tuple[int, Tile, Tile]] = {}
    steps = dict.fromkeys(knots, 0)
    while waiting:
        tile = waiting.popleft()
        column, row = tile
        for near in ((column + 1, row), (column, row + 1), (column - 1, row), (column, row - 1)):
            if near not in tiles:
                continue
            if near not in owner:
                owner[near], before[near], steps[near] = owner[tile], tile, steps[tile] + 1
                waiting.append(near)
            elif owner[near] != owner[tile]:
                first, second = (tile, near) if owner[tile] < owner[near] else (near, tile)
                pair = owner[first], owner[second]
                meeting = steps[first] + steps[second], first, second
                meetings[pair] = min(meetings.get(pair, meeting), meeting)
    return {
        pair: [*reversed(_back(first, before)), *_back(second, before)] for pair, (_, first, second) in meetings.items()
    }


def _back(tile: Tile, before: Mapping[Tile, Tile]) -> list[Tile]:
    way = [tile]
    while way[-1] in before:
        way.append(before[way[-1]])
    return way


def _kept(lengths: Mapping[tuple[Tile, Tile], float]) -> Iterable[tuple[Tile, Tile]]:
    """Those for which there is no way round over at most three shorter ones."""
    ranked = sorted(lengths, key=lambda pair: (lengths[pair], pair))
    order = {pair: number for number, pair in enumerate(ranked)}
    beside: dict[Tile, dict[Tile, int]] = {}
    for (first, second), number in order.items():
        beside.setdefault(first, {})[second] = number
        beside.setdefault(second, {})[first] = number
    for (first, second), number in order.items():
        shorter = {knot for knot, other in beside[first].items() if other < number}
        ends = {knot for knot, other in beside[second].items() if other < number}
        round_ = shorter & ends or any(
            other < number and beyond in ends for knot in shorter for beyond, other in beside[knot].items()
        )
        if not round_:
            yield first, second


def _bends(
    way: list[Tile], knots: Mapping[Tile, Point], pair: tuple[Tile, Tile], tiles: set[Tile], seed: int
) -> list[Point]:
    """Points between the ends of a thread: one aside of a free straight line, else along the tiles of the way."""
    start, end = knots[pair[0]], knots[pair[1]]
    across, down = end[0] - start[0], end[1] - start[1]
    steps = max(2, round(hypot(across, down) * 4))
    straight = ((start[0] + across * step / steps, start[1] + down * step / steps) for step in range(steps + 1))
    if all((int(x), int(y)) in tiles for x, y in straight):
        aside = BEND * (2 * lot(pair[0][1] * 31 + pair[1][1], pair[0][0] * 31 + pair[1][0], seed + 14) - 1)
        return [((start[0] + end[0]) / 2 - aside * down, (start[1] + end[1]) / 2 + aside * across)]
    bends = []
    for column, row in way[1:-1]:
        angle = 2 * pi * lot(row, column, seed + 15)
        bends.append((column + 0.5 + 0.16 * cos(angle), row + 0.5 + 0.16 * sin(angle)))
    return [((x + u) / 2, (y + v) / 2) for (x, y), (u, v) in pairwise(bends)] if len(bends) > 2 else bends


def _curve(points: list[Point]) -> npt.NDArray[np.float32]:
    """`SAMPLES` points on a smooth curve (Catmull-Rom) through these."""
    return _weights(len(points)) @ np.array(points, np.float32)


@lru_cache(maxsize=64)
def _weights(count: int) -> npt.NDArray[np.float32]:
    """How much each of `count` points has a share in each sample."""
    weights = np.zeros((SAMPLES, count), np.float32)
    for sample in range(SAMPLES):
        place = sample / (SAMPLES - 1) * (count - 1)
        at = min(int(place), count - 2)
        t = place - at
        shares = (-t + 2 * t * t - t**3, 2 - 5 * t * t + 3 * t**3, t + 4 * t * t - 3 * t**3, t**3 - t * t)
        for step, share in enumerate(shares, -1):
            weights[sample, max(0, min(count - 1, at + step))] += share / 2
    return weights


def _long(start: Point, end: Point) -> float:
    return hypot(end[0] - start[0], end[1] - start[1])


def _apart(knots: Mapping[Tile, Point], pair: tuple[Tile, Tile]) -> float:
    return _long(knots[pair[0]], knots[pair[1]])
