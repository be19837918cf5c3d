"""Nodules: bacteria in a plant's roots bind nitrogen from the air, and live on its sugar.

In the world      Clover and its kin house bacteria in small knobs on their roots. These turn nitrogen of the air into
                  what plants can use, and are paid in sugar. In soil that is rich in nitrogen few knobs grow.
In the game       Nitrogen counts as mineral. Where the soil is poor a host pays sugar above its comfort for nodules,
                  each made with mineral from the air. What the host lacks they hand over, and old ones become litter
                  and in time soil. Soil that is more than rich gives back to the air what was taken from it.
In numbers        every {EVERY} ticks: one nodule where soil mineral < {POOR} and sugar allows, up to {ROOM} a plant;
                  handed over = what the host lacks, at most {AT_WORK} and nodules - {LIVE_ON}; old = nodules /
                  {2**AGEING}; back to the air = (soil mineral - {RICH}) / {2**BACK}, never more than was taken
Moves             carbon: sugar -> nodules (feeding nodules) -> air (nodules at work) · mineral: air's nitrogen ->
                  nodules (feeding nodules) -> plant (nodules at work); soil -> air's nitrogen (back to the air) ·
                  both: nodules -> litter (old nodules)
Partnership       exchange: the plant gives sugar, the bacteria give mineral; without them it is as poor as its soil.
Switched off      on poor soil clover stays small, and leaves no more than it found (tests/laws/test_clover.py).
Evidence          solid (kiers2003: paid for what they bind; streeter1988: not on rich soil; ledgard1992: neighbours
                  gain)
"""

from __future__ import annotations

import numpy as np

from game.engine import calendar
from game.engine.matter import Grid, Mask, SmallMask, whole
from game.engine.nodules import Nodules
from game.engine.systems.roots import mineral_short
from game.engine.systems.shares import as_grid, at_least_none, at_most, share, where_negative
from game.engine.world import World

EVERY = 4  # ticks
POOR = 4  # mineral in the soil below which a host feeds nodules
ROOM = 4  # nodules on the roots of one plant
AT_WORK = 2  # nodules that a plant uses up at most, every fourth tick
LIVE_ON = 1  # nodules that are left to it
AGEING = 4  # halvings of the nodules, every fourth tick
RICH = 12  # mineral in the soil above which some goes back to the air
BACK = 5  # halvings of what lies above, every fourth tick


def step(world: World) -> None:
    nodules = world.nodules
    if nodules is None or world.tick % EVERY != 2:
        return
    bits, hosts = world.chance("nodules"), world.flora.any_of(nodules.hosts)
    if calendar.season(world.tick) != calendar.WINTER:
        _feed(world, nodules, hosts)
        _work(world, nodules, hosts)
    _grow_old(world, nodules, hosts, bits)
    _give_back(world, nodules, bits >> as_grid(8))


def _feed(world: World, nodules: Nodules, hosts: Mask | SmallMask) -> None:
    able = ~where_negative(world.sugar.amount - world.flora.comfort - nodules.kind.carbon)
    paid = able & where_negative((world.soil_mineral.amount - POOR) & (nodules.living.amount - ROOM)) & hosts & 1
    if whole(paid) * nodules.kind.mineral <= nodules.nitrogen.amount[0]:
        world.matter.make(nodules.living, paid, "feeding nodules", carbon=world.sugar, mineral=nodules.nitrogen)


def _work(world: World, nodules: Nodules, hosts: Mask | SmallMask) -> None:
    """Hand over what the host's body needs, and its reserve for seed; some nodules live on."""
    wanted = at_most(at_least_none(mineral_short(world) + world.flora.seed_reserve), AT_WORK) & hosts
    given = np.minimum(wanted, at_least_none(nodules.living.amount - LIVE_ON))
    world.matter.unmake(nodules.living, given, "nodules at work", carbon=world.air, mineral=world.plant_mineral)


def _grow_old(world: World, nodules: Nodules, hosts: Mask | SmallMask, bits: Grid) -> None:
    """Some on living roots, all where the host is gone."""
    old = share(nodules.living.amount, AGEING, bits) | nodules.living.amount & ~hosts
    if np.count_nonzero(old):
        world.matter.unmake(
            nodules.living, old, "old nodules", carbon=world.litter_carbon, mineral=world.litter_mineral
        )


def _give_back(world: World, nodules: Nodules, bits: Grid) -> None:
    """Never more than was taken."""
    taken = nodules.nitrogen_at_start - int(nodules.nitrogen.amount[0])
    if not taken:
        return
    spare = share(at_least_none(world.soil_mineral.amount - RICH), BACK, bits) & world.soil
    if 0 < whole(spare) <= taken:
        world.matter.move(world.soil_mineral, nodules.nitrogen, spare, "back to the air")
