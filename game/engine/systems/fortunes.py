"""Fortunes: illness, a good harvest, a wet cellar, newcomers: whoever can give this year may need help in another.

In the world      Luck changes, and hardly ever for all at once. That is what makes it wise to help each other.
In the game       At a season's turn something may happen to one home: its people fall ill and cannot fetch anything for
                  a season; or they have luck, and bring home twice as much; or water stands in the cellar, and half of
                  the food rots in the garden; or somebody new moves in.
In numbers        at each season's turn, with a chance of the level's `luck` in 100, to one home, drawn by lot: ill or
                  lucky for {LASTS} ticks, half of the pantry, one more person (at most {MOST_PEOPLE})
Moves             carbon, mineral: pantry -> litter (a wet cellar)
Partnership       none: this is why there is a fund.
Switched off      nothing unforeseen happens to anyone (tests/engine/test_people.py).
Evidence          solid
"""

from __future__ import annotations

import numpy as np

from game.engine import calendar
from game.engine.systems.people import poorest_around
from game.engine.world import World

LASTS = calendar.SEASON
MOST_PEOPLE = 4


def step(world: World) -> None:
    homes = world.households
    if world.tick % calendar.SEASON or not world.tick or not homes.fortunes:
        return
    if world.roll("luck") % 100 < homes.luck:
        home = world.roll("whose luck") % len(homes)
        befall(world, home, homes.fortunes[world.roll("which luck") % len(homes.fortunes)])


def befall(world: World, home: int, fortune: str) -> None:
    """Let one of the fortunes (game.engine.households.FORTUNES) happen to a home, and tell it; where a home is full
    nobody moves in."""
    homes = world.households
    if fortune == "newcomer" and homes.column("mouths")[home] >= MOST_PEOPLE:
        return
    if fortune == "illness":
        homes.column("ill_until")[home] = world.tick + LASTS
    elif fortune == "good_harvest":
        homes.column("glad_until")[home] = world.tick + LASTS
    elif fortune == "newcomer":
        homes.column("mouths")[home] += 1
    else:
        garden, this = poorest_around(world, int(homes.place[home])), np.array([home])
        if len(garden):
            for store, litter in (
                (homes.pantry_carbon, world.litter_carbon), (homes.pantry_mineral, world.litter_mineral)
            ):
                world.matter.move(store, litter, int(store.amount[home]) // 2, "a wet cellar", at=this, to=garden)
    world.tell(fortune, int(homes.place[home]), homes.names[home])
