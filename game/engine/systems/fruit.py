"""Fruit: pollinated flowers set seed; pecans save for years and then all fruit together.

In the world      Seed costs sugar and minerals. Many trees bear next to nothing for years and then, over wide areas,
                  all at once: more than the seed eaters can eat.
In the game       A flower that was pollinated makes a fruit from sugar and mineral it can spare. A tree that saves for
                  a mast fruits only in a mast year: on day 40 one that is full calls, the call runs along the mycelium
                  a tile a tick, and who hears it and has enough joins. Nobody commands it.
Moves             carbon: sugar -> fruit (seed set) · mineral: plant -> fruit (seed set)
Partnership       network: the web carries the call; trees on their own fall out of step.
Switched off      no seed is set; without the call trees fruit each in its own year (tests/laws/test_masting.py).
Evidence          solid for masting and satiated seed eaters (zwolak2022), story for the call (kimmerer2013)
"""

from __future__ import annotations

import numpy as np

from game.engine import calendar
from game.engine.matter import Grid
from game.engine.systems.mycelium import net
from game.engine.systems.roots import mineral_short
from game.engine.systems.shares import where_negative
from game.engine.world import World

CALLS_ON = 40  # day of the year
CALLED_UNTIL = 64  # day of the year from which no call runs on
CALLER_RESERVE = 40  # mineral that whoever calls can spare
JOINER_RESERVE = 12  # ... and whoever joins
KEPT_SUGAR = 8  # sugar a masting tree keeps


def step(world: World) -> None:
    today, flora = calendar.day(world.tick), world.flora
    if today == 0:
        world.masting[:] = 0
        if world.web is not None:
            world.web.mast_call[:] = 0
    calling = bool(flora.masting) and CALLS_ON <= today < CALLED_UNTIL
    bearing = flora.bears(today) and bool(np.count_nonzero(world.pollen) or np.count_nonzero(world.masting))
    if not (calling or bearing):
        return
    spare = 2 - mineral_short(world)
    grown = ~where_negative(world.body.amount - flora.flowers_at)
    if calling:
        _call(world, today, spare, grown)
    if flora.bears(today):
        _set_seed(world, today, spare, grown)


def _call(world: World, today: int, spare: Grid, grown: Grid) -> None:
    sugar, flora = world.sugar.amount, world.flora
    if today == CALLS_ON:
        for number in flora.masting:
            full = ~where_negative((spare - CALLER_RESERVE) | (sugar - flora.kind(number).saves_for_mast))
            world.masting |= flora.of(number) & grown & full & 1
    if world.web is None:
        return
    call = world.web.mast_call
    call |= world.masting
    call[:] = where_negative(-world.around(call)) & (net(world, world.web) | world.masting) & 1
    for number in flora.masting:
        able = ~where_negative((spare - JOINER_RESERVE) | (sugar - flora.kind(number).joins_mast))
        world.masting |= flora.of(number) & grown & able & call


def _set_seed(world: World, today: int, spare: Grid, grown: Grid) -> None:
    flora = world.flora
    able = flora.in_fruit(today) & grown
    able &= ~where_negative((world.sugar.amount - flora.fruit_carbon) | (spare - flora.fruit_mineral))
    ready = where_negative(-world.pollen)
    if flora.masting:
        saving = flora.any_of(flora.masting)
        ready = ready & ~saving | where_negative(-world.masting) & where_negative(KEPT_SUGAR - world.sugar.amount)
    setting = ready & able & flora.planted & 1
    if np.count_nonzero(setting):
        world.matter.make(world.fruit, setting, "seed set", carbon=world.sugar, mineral=world.plant_mineral)
        world.pollen -= np.minimum(world.pollen, setting)
        world.fields["tally_seeds_set"] += np.bincount(flora.species[setting > 0], minlength=len(flora.kinds) + 1)
