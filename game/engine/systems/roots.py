"""Roots: plants draw mineral from their tile and grow as far as sugar and mineral reach.

In the world      Roots take up minerals dissolved in the soil; a plant can only build as much body as it has minerals
                  for.
In the game       Roots draw half of the soil's mineral every second tick. In a land that knows mycelium they draw only
                  every sixteenth tick where neither litter nor threads cover the ground. A body holds at most four
                  carbon for each mineral. What the body needs comes first; then, slowly, a reserve for seed.
In numbers        every {EVERY} ticks: drawn = soil mineral / {2**UPTAKE}, at most body / 4 + 2 - mineral held; growth =
                  sugar / {2**GROWTH}, at most {CARBON_A_MINERAL} x mineral held - body
Moves             mineral: soil -> plant (roots) · carbon: sugar -> body (growth)
Partnership       none
Switched off      seedlings stay seedlings (tests/engine/test_systems.py).
Evidence          solid (law of the minimum, liebig1855)
"""

from __future__ import annotations

import numpy as np

from game.engine import calendar
from game.engine.matter import Grid
from game.engine.systems.shares import above, as_grid, below, by_lot, capped, share, where_negative
from game.engine.world import World

CARBON_A_MINERAL = 4
EVERY = 2  # ticks, those between the days of leaves
UPTAKE = 1  # halvings of the soil's mineral
BARE_EVERY = 16  # ticks between two draughts of roots on bare ground
GROWTH = 2  # halvings of the sugar
RESERVING = 4  # bits that must be 0: half of chance


def step(world: World) -> None:
    if world.tick % EVERY == 0 or calendar.season(world.tick) == calendar.WINTER:
        return
    bits = world.chance("roots")
    _draw(world, bits)
    _grow(world, bits >> as_grid(6))


def mineral_short(world: World) -> Grid:
    """Mineral each body still needs; below zero what it has to spare for seed. Meaningless where no plant stands."""
    short: Grid = (world.body.amount >> as_grid(2)) + as_grid(2)
    short -= world.plant_mineral.amount
    return short


def _draw(world: World, bits: Grid) -> None:
    soil = world.soil_mineral.amount
    short = mineral_short(world)
    for_body = capped(short, share(soil, UPTAKE, bits))
    reserving = below(short, 1) & where_negative(-world.flora.seed_reserve - short)
    reserving &= by_lot(bits, RESERVING)
    if world.knows_threads and world.tick % BARE_EVERY != 1:
        for_body &= _rich_ground(world)
    for_seed = reserving & above(soil, 0) & as_grid(1)
    world.matter.move(world.soil_mineral, world.plant_mineral, (for_body | for_seed) & world.flora.planted, "roots")


def _rich_ground(world: World) -> Grid:
    """-1 where litter or threads help roots to what is in the soil."""
    litter = above(world.litter_carbon.amount, 0)
    return litter if world.web is None else litter | above(world.web.threads.amount, 0)


def _grow(world: World, bits: Grid) -> None:
    body = world.body.amount
    room = np.minimum(world.plant_mineral.amount * as_grid(CARBON_A_MINERAL), world.flora.full_body) - body
    world.matter.move(world.sugar, world.body, capped(share(world.sugar.amount, GROWTH, bits), room), "growth")
