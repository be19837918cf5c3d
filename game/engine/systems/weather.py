"""Weather: droughts, floods and late frosts, told before they strike.

In the world      Rain fails or pours, and a frost after the buds have opened kills flowers and the young.
In the game       A spell is announced, begins and ends. A drought holds rain back, a flood adds to it (see Sky). In a
                  frost no flower is open, and each tick some of the seedlings lose an eighth of their body, except
                  those under mulch or litter.
In numbers        drought: rain x (100 - strength) / 100 · flood: rain x (100 + strength) / 100 · frost: a seedling is
                  bitten with chance strength / 100 a tick; it loses body / {2**BITE}, at least 1
Moves             carbon: body -> litter (frost) · mineral: plant -> litter (frost)
Partnership       none, but the harder a place, the more partnerships count (tests/laws/test_stress.py).
Switched off      the same land in an even climate (tests/engine/test_weather.py).
Evidence          solid: competition rules mild places, help harsh ones (callaway2002)
"""

from __future__ import annotations

import numpy as np

from game.engine.matter import places_of
from game.engine.systems.shares import below, share, where_negative
from game.engine.systems.sky import MULCH_FROM
from game.engine.systems.withering import fell
from game.engine.weather import HARDEST
from game.engine.world import World

BITE = 3  # halvings of a bitten seedling's body
BITTEN_MINERAL = 2  # halvings of the carbon lost: the mineral that goes with it


def step(world: World) -> None:
    if not world.almanac.spells:
        return
    _tell(world)
    if frost := world.weather("frost"):
        _bite(world, frost)


def _tell(world: World) -> None:
    for what, spell in world.almanac.told(world.tick):
        world.tell(what, -1, spell.kind, str(spell.first) if what == "announced" else "")


def _bite(world: World, strength: int) -> None:
    young = where_negative(world.body.amount - (world.flora.flowers_at >> 1)) & world.flora.planted
    young &= below(world.litter_carbon.amount, MULCH_FROM)
    here, chance = places_of(young), world.chance("frost")
    here = here[(chance[here] & 0xFF) * HARDEST < strength << 8]
    if not len(here):
        return
    body, mineral = world.body.amount[here], world.plant_mineral.amount[here]
    lost = np.minimum(np.maximum(body >> BITE, 1), body)
    with_it = np.minimum(share(lost, BITTEN_MINERAL, chance[here] >> 8), mineral)
    world.matter.move(world.body, world.litter_carbon, lost, "frost", at=here, to=here)
    world.matter.move(world.plant_mineral, world.litter_mineral, with_it, "frost", at=here, to=here)
    dead = here[world.body.amount[here] == 0]
    if len(dead):
        fell(world, dead, "frost")
