"""Decay: everything dead becomes air and soil again.

In the world      Fungi, bacteria and small animals take litter apart; its carbon goes back to the air, its minerals to
                  the roots.
In the game       Litter on soil loses a sixty-fourth a tick, half as much in winter. Nothing leaves the cycle unless
                  people take it out.
In numbers        every {EVERY} ticks: litter / {2**HALVINGS}, in winter / {2**WINTER_HALVINGS}; carbon to the air,
                  mineral to the soil
Moves             carbon: litter -> air (decay) · mineral: litter -> soil (decay)
Partnership       none
Switched off      minerals stay locked in litter and plants starve on it (tests/engine/test_systems.py).
Evidence          solid (most plant matter is taken apart by decomposers: cebrian1999)
"""

from __future__ import annotations

from game.engine import calendar
from game.engine.systems.shares import as_grid, share
from game.engine.world import World

EVERY = 4  # ticks, each time four times as much
HALVINGS = 4  # of the litter, every fourth tick
WINTER_HALVINGS = 5


def step(world: World) -> None:
    if world.tick % EVERY != 3:
        return
    bits = world.chance("decay")
    halvings = WINTER_HALVINGS if calendar.season(world.tick) == calendar.WINTER else HALVINGS
    world.matter.move(
        world.litter_carbon, world.air, share(world.litter_carbon.amount & world.soil, halvings, bits), "decay"
    )
    world.matter.move(
        world.litter_mineral,
        world.soil_mineral,
        share(world.litter_mineral.amount & world.soil, halvings, bits >> as_grid(8)),
        "decay",
    )
