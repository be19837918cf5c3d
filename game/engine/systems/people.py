"""People: a household eats from its pantry and returns what is left to its garden.

In the world      People live on what the land grows; what they eat returns to the air and, where it is composted, to
                  the soil.
In the game       Every eighth tick a household eats one carbon. Fed or not, it remembers. Its compost goes to the
                  poorest soil beside the home.
In numbers        every {EVERY} ticks a meal of 1 carbon: fed + {REMEMBERED}, or without a meal - {REMEMBERED}; compost
                  = mineral / carbon in the pantry
Moves             carbon: pantry -> air (eating) · mineral: pantry -> litter (compost)
Partnership       none yet: neighbours and the fund come with the commons.
Switched off      nobody eats (tests/engine/test_systems.py).
Evidence          solid
"""

from __future__ import annotations

import numpy as np

from game.engine.households import CONTENT
from game.engine.world import World

EVERY = 8  # ticks between two meals
REMEMBERED = 8  # how much one meal, eaten or missed, counts in how well a home has fared


def step(world: World) -> None:
    if world.tick % EVERY:
        return
    for home in range(len(world.households)):
        _eat(world, home)


def _eat(world: World, home: int) -> None:
    homes, this = world.households, np.array([home])
    carbon, mineral = int(homes.pantry_carbon.amount[home]), int(homes.pantry_mineral.amount[home])
    if not carbon:
        homes.fed[home] = max(0, int(homes.fed[home]) - REMEMBERED)
        return
    homes.fed[home] = min(CONTENT, int(homes.fed[home]) + REMEMBERED)
    world.matter.move(homes.pantry_carbon, world.air, 1, "eating", at=this)
    scraps = (mineral + world.roll("scraps", home) % carbon) // carbon
    around = world.places_around(int(homes.place[home]))
    garden = around[world.soil[around] != 0]
    if scraps and len(garden):
        poorest = garden[np.argmin(world.soil_mineral.amount[garden] + world.litter_mineral.amount[garden])]
        world.matter.move(
            homes.pantry_mineral, world.litter_mineral, min(scraps, mineral), "compost", at=this, to=np.array([poorest])
        )
