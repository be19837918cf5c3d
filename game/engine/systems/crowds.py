"""Crowds: how many animals are near each tile, and which tiles are near each animal."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.engine.animals import Animals
from game.engine.counting import as_count
from game.engine.matter import Grid, Places
from game.engine.world import World

FEW = 64  # animals of which each is sooner counted on all tiles that it reaches


@cache
def nine_ways(stride: int) -> Places:
    """How far apart in number the nine tiles around a tile are from it, itself in the middle."""
    return np.array([row * stride + column for row in (-1, 0, 1) for column in (-1, 0, 1)])


@cache
def _in_a_column(stride: int) -> Places:
    return nine_ways(stride)[:, None]


def around_each(world: World, place: Places) -> Places:
    """The nine tiles around each of some places: shape (9, places), since numpy is quicker along a longer row."""
    return _in_a_column(world.stride) + place


def density(world: World, animals: Animals) -> Grid:
    """How many there are on each tile."""
    return np.bincount(animals.place, minlength=world.places).astype(np.int16)


def gathered(world: World, there: Grid, reach: int) -> Grid:
    """How many of those `there` on each tile are within `reach` tiles of each tile."""
    across = world.width + reach  # as many ghosts behind each row as the reach is
    wide = np.zeros((world.height + 2 * reach) * across + 2 * reach, np.int16)
    rows = wide[reach * (across + 1) : reach * (across + 1) + world.height * across].reshape(world.height, across)
    rows[:, : world.width] = world.map(there)
    in_rows = _running(wide, 2 * reach + 1, 1)
    in_reach = _running(in_rows, 2 * reach + 1, across).reshape(world.height, across)
    around = world.grid()
    world.map(around)[:] = in_reach[:, : world.width]
    return around


def company(world: World, animals: Animals, reach: int) -> NDArray[Any]:
    """How many of the animals are within `reach` tiles of each of them, itself among them."""
    place = animals.place
    if len(place) > FEW:
        return gathered(world, density(world, animals), reach)[place]
    across = world.width + reach  # as many ghosts behind each row as the reach is
    line = place // as_count(world.stride) * as_count(reach - 1) + place + as_count(reach * across)
    reached = _square(across, reach) + line
    return np.bincount(reached.ravel()).take(line)


@cache
def _square(across: int, reach: int) -> Places:
    """How far apart in number the tiles within reach of a tile are from it, as a column."""
    steps = np.arange(-reach, reach + 1)
    return (steps[:, None] * across + steps).reshape(-1, 1)


def _running(line: Grid, count: int, apart: int) -> Grid:
    """The sum of each number and those behind it, `count` in all, that lie `apart` from each other: by doubling."""
    sums, reached = line, 1
    for one_more in f"{count:b}"[1:]:
        far = reached * apart
        sums, reached = sums[:-far] + sums[far:], 2 * reached
        if one_more == "1":
            sums, reached = sums[:-apart] + line[2 * far :], reached + 1
    return sums


def prey(world: World, hawks: Animals) -> Grid:
    """How many animals that they hunt are on each tile."""
    hunted = world.grid()
    for animals in world.animals:
        if animals.kind.name in hawks.kind.eats:
            hunted += density(world, animals)
    return hunted
