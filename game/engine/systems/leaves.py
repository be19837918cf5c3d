"""Leaves: light, air and water become sugar; living costs sugar.

In the world      Leaves build sugar from carbon in the air and water, driven by light. Every living part breathes some
                  of it out again.
In the game       More leaf and more light make more sugar, as far as water and air allow. Whoever cannot pay for its
                  breath loses body to litter. Thirst doubles the cost, except for those whom the web warned of drought:
                  they have hardened. Winter quarters it. In late autumn a plant drops about a quarter of its body.
In numbers        every {EVERY} ticks: sugar = leaf x light x air / {2**LIGHT}, at most twice the water and what the
                  store has room for; light = sun - neighbours' canopies, at least a quarter of the sun; air =
                  {FULL_AIR} x carbon in the air / at the start; breath = body x upkeep / {2**BREATH}, in winter /
                  {2**WINTER_BREATH}, twice that in thirst; leaf fall = body / {2**FALL}
Moves             carbon: air -> sugar (light) -> air (breathing); body -> litter (withering, leaf fall) · water: soil
                  -> cloud (leaf breath) · mineral: plant -> litter (withering, leaf fall)
Partnership       none
Switched off      nothing grows and the first winter ends every plant (tests/engine/test_systems.py).
Evidence          solid (textbook photosynthesis and respiration)
"""

from __future__ import annotations

import numpy as np

from game.engine import calendar
from game.engine.matter import Grid
from game.engine.systems.shares import above, as_grid, at_least, below, capped, share
from game.engine.world import World

EVERY = 2  # ticks; the numbers below are for two
LIGHT = 10  # halvings of leaf x light x air: 24 leaf at midsummer make 6 sugar
FULL_AIR = 16  # the air's carbon counts in sixteenths of what it was at the start
BREATH = 5  # halvings of body x upkeep
WINTER_BREATH = 7
FALLEN_MINERAL = 3  # halvings: mineral that goes with a carbon of lost body
FALL = 4  # halvings of the body while leaves fall
SPARED = 24  # ticks of age below which a plant keeps its leaves


def step(world: World) -> None:
    if world.tick % EVERY:
        return
    bits = world.chance("leaves")
    _make_sugar(world, bits)
    _breathe(world, bits >> as_grid(4))


def _make_sugar(world: World, bits: Grid) -> None:
    air = min(FULL_AIR, FULL_AIR * int(world.air.amount[0]) // max(1, world.air_at_start))
    leaf = np.minimum(world.body.amount, world.flora.leaf)
    leaf *= light(world)
    leaf *= as_grid(air)
    made = share(leaf, LIGHT, bits)
    water = world.soil_water.amount
    made = capped(np.minimum(made, water + water), world.flora.sugar_cap - world.sugar.amount)
    if world.matter.draw(world.air, world.sugar, made, "light"):
        world.matter.move(world.soil_water, world.cloud, share(made, 1, bits >> as_grid(12)), "leaf breath")


def light(world: World) -> Grid | int:
    """Light on each tile: the sun's, less what the canopies of neighbours take; a quarter comes through any."""
    sun = calendar.sun(world.tick)
    if not world.flora.casts_shade:
        return sun
    canopy: Grid = world.body.amount >> world.flora.shade
    through = canopy - world.around(canopy)
    through += as_grid(sun)
    return at_least(through, sun >> 2)


def _breathe(world: World, bits: Grid) -> None:
    body = world.body.amount
    winter = calendar.season(world.tick) == calendar.WINTER
    cost = share(body * world.flora.upkeep, WINTER_BREATH if winter else BREATH, bits)
    thirsty = below(world.soil_water.amount, 1)
    if world.web is not None:
        thirsty &= ~above(world.web.alarm, 0)
    cost += cost & thirsty
    paid = np.minimum(cost, world.sugar.amount)
    world.matter.move(world.sugar, world.air, paid, "breathing")
    unpaid = np.minimum(cost - paid, body)
    if np.count_nonzero(unpaid):
        _lose(world, unpaid, bits >> as_grid(7), "withering")
    if calendar.day(world.tick) in calendar.LEAF_FALL:
        old_enough = above(world.age, SPARED)
        _lose(world, share(body, FALL, bits >> as_grid(6)) & old_enough, bits >> as_grid(2), "leaf fall")


def _lose(world: World, carbon: Grid, bits: Grid, cause: str) -> None:
    mineral = np.minimum(share(carbon, FALLEN_MINERAL, bits), world.plant_mineral.amount)
    world.matter.move(world.body, world.litter_carbon, carbon, cause)
    world.matter.move(world.plant_mineral, world.litter_mineral, mineral, cause)
