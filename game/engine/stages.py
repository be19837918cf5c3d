"""Stages: what a plant on each tile looks like. Nothing in the world depends on it; it is for whoever looks on."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.engine import calendar
from game.engine.world import World

STAGES = ("none", "seedling", "growing", "bloom", "seed", "resting")
NO_PLANT, SEEDLING, GROWING, BLOOM, SEED, RESTING = range(6)


def stages(world: World) -> NDArray[np.int8]:
    """The stage of each tile's plant: (height, width) int8 of NO_PLANT to RESTING."""
    species, body = world.map("species"), world.map(world.body)
    flowers_at = world.map(world.flora.flowers_at)
    stages = np.where(body < np.maximum(flowers_at // 2, 1), SEEDLING, GROWING)
    stages[world.map(world.open_flowers()) != 0] = BLOOM
    stages[world.map(world.fruit) > 0] = SEED
    if calendar.season(world.tick) == calendar.WINTER:
        stages[(stages == GROWING) & (body >= flowers_at // 2)] = RESTING
    stages[species == 0] = NO_PLANT
    return stages.astype(np.int8)
