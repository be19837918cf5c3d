"""Hives, and the bees between them and the flowers they visit."""

from __future__ import annotations

import numpy as np

from game.desktop.drawing.picture import Hive, Thing
from game.engine import calendar
from game.engine.colonies import Colonies
from game.engine.world import World

BUSY_FADES = 0.85  # share of the traffic at a flower that is remembered a tick
SEEN_FROM = 0.2  # of such traffic
SCOUTS = 3  # bees that look about where nothing blooms
ABOUT = ((-1.6, -0.8), (1.2, -1.3), (1.8, 0.6), (-0.9, 1.1))  # where they do, in tiles from the hive
FULL_HIVE, WEAK_HIVE = 14, 5  # workers


class Bees:
    """Remembers which flowers were visited of late."""

    def __init__(self, world: World) -> None:
        self._busy = np.zeros(world.places, np.float32)

    def passed(self, world: World) -> None:
        """Note the visits of the tick that has just passed."""
        self._busy *= BUSY_FADES
        self._busy += world.visits

    def jumped(self) -> None:
        """The world is at another moment now: forget what led to the one before."""
        self._busy[:] = 0

    def traffic(self, world: World) -> tuple[Hive, ...]:
        """The flights of each hive."""
        flying = calendar.season(world.tick) != calendar.WINTER
        return tuple(
            self._flights(world, colonies, number) if flying else Hive(*_home(world, colonies, number))
            for colonies in world.colonies
            for number in range(len(colonies))
        )

    def _flights(self, world: World, colonies: Colonies, number: int) -> Hive:
        """The flowers that bees of late flew to, as far as this hive's reach goes; else a few scouts about it."""
        home = _home(world, colonies, number)
        workers = int(colonies.workers.amount[number])
        if not workers:
            return Hive(*home)
        row, column = world.where(int(colonies.place[number]))
        visited = np.flatnonzero(self._busy > SEEN_FROM)
        rows, columns = world.where(visited)
        near = np.maximum(abs(rows - row), abs(columns - column)) <= colonies.kind.reach
        weights = np.ceil(self._busy[visited][near] * 2).tolist()
        flowers = tuple(
            (x + 0.5, y + 0.35, weight)
            for x, y, weight in zip(columns[near].tolist(), rows[near].tolist(), weights, strict=True)
        )
        if flowers:
            return Hive(*home, flowers, workers)
        return Hive(*home, tuple((home[0] + x, home[1] + y, 1.0) for x, y in ABOUT), min(SCOUTS, workers))


def hives(world: World) -> list[Thing]:
    """Where the colonies live, and how they fare."""
    things = []
    for colonies in world.colonies:
        for place, workers in zip(colonies.place.tolist(), colonies.workers.amount.tolist(), strict=True):
            row, column = world.where(place)
            stage = "full" if workers >= FULL_HIVE else "weak" if workers <= WEAK_HIVE else ""
            things.append(Thing("hive", column + 0.5, row + 0.85, stage, flip=False))
    return things


def _home(world: World, colonies: Colonies, number: int) -> tuple[float, float]:
    row, column = world.where(int(colonies.place[number]))
    return column + 0.5, row + 0.45
