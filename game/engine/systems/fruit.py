"""Fruit: pollinated flowers set seed; pecans save for years and then all fruit together.

In the world      Seed costs sugar and minerals. Many trees bear next to nothing for years and then, over wide areas,
                  all at once: more than the seed eaters can eat.
In the game       A flower that was pollinated makes a fruit from sugar and mineral it can spare. A tree that saves for
                  a mast fruits only in a mast year: on day 40 one that is full calls, the call runs along the mycelium
                  a tile a tick, and who hears it and has enough joins. Nobody commands it.
In numbers        one fruit where pollen > 0, sugar >= fruit carbon and mineral held - body / 4 >= fruit mineral; a tree
                  calls with its mast sugar and {CALLER_RESERVE} spare mineral, and joins with its joining sugar and
                  {JOINER_RESERVE}
Moves             carbon: sugar -> fruit (seed set) · mineral: plant -> fruit (seed set)
Partnership       network: the web carries the call; trees on their own fall out of step.
Switched off      no seed is set; without the call trees fruit each in its own year (tests/laws/test_masting.py).
Evidence          solid for masting and satiated seed eaters (zwolak2022), story for the call (kimmerer2013)
"""

from __future__ import annotations

import numpy as np

from game.engine import calendar
from game.engine.matter import Places, places_of
from game.engine.systems.mycelium import net
from game.engine.systems.roots import mineral_short
from game.engine.systems.shares import above, as_grid, one_each, where_negative
from game.engine.world import World

CALLS_ON = 40  # day of the year
CALLED_UNTIL = 64  # day of the year from which no call runs on
CALLER_RESERVE = 48  # mineral that whoever calls can spare
JOINER_RESERVE = 16  # ... and whoever joins
KEPT_SUGAR = 8  # sugar a masting tree keeps


def step(world: World) -> None:
    today, flora = calendar.day(world.tick), world.flora
    if today == 0:
        world.masting[:] = 0
        if world.web is not None:
            world.web.mast_call[:] = 0
    if flora.masting and CALLS_ON <= today < CALLED_UNTIL:
        _call(world, today)
    if flora.bears(today):
        _set_seed(world, _ready(world, today))


def _call(world: World, today: int) -> None:
    if today != CALLS_ON and not (np.count_nonzero(world.masting) or _heard(world)):
        return
    sugar, flora = world.sugar.amount, world.flora
    spare = as_grid(2) - mineral_short(world)
    grown = ~where_negative(world.body.amount - flora.flowers_at)
    if today == CALLS_ON:
        for number in flora.masting:
            full = ~where_negative((spare - CALLER_RESERVE) | (sugar - flora.kind(number).saves_for_mast))
            world.masting |= flora.of(number) & grown & full & 1
    if world.web is None:
        return
    call = world.web.mast_call
    call |= world.masting
    call[:] = above(world.around(call), 0) & (net(world, world.web) | world.masting) & 1
    for number in flora.masting:
        able = ~where_negative((spare - JOINER_RESERVE) | (sugar - flora.kind(number).joins_mast))
        world.masting |= flora.of(number) & grown & able & call


def _heard(world: World) -> bool:
    """Whether a call is on its way."""
    return world.web is not None and bool(np.count_nonzero(world.web.mast_call))


def _ready(world: World, today: int) -> Places:
    """Flowers that were pollinated and trees in their mast year, of kinds that set fruit today."""
    every_year, in_mast = world.flora.fruiting(today)
    pollinated = places_of(world.pollen)
    pollinated = pollinated[every_year.take(world.flora.species.take(pollinated))]
    if not np.count_nonzero(world.masting):
        return pollinated
    masting = places_of(world.masting)
    return np.concatenate([pollinated, masting[in_mast[world.flora.species[masting]]]])


def _set_seed(world: World, ready: Places) -> None:
    """Whoever of them has enough makes one fruit."""
    if not len(ready):
        return
    flora, sugar, body = world.flora, world.sugar.amount[ready], world.body.amount[ready]
    able = (body >= flora.flowers_at[ready]) & (sugar >= flora.fruit_carbon[ready])
    able &= world.plant_mineral.amount[ready] - (body >> as_grid(2)) >= flora.fruit_mineral[ready]
    able &= (sugar > as_grid(KEPT_SUGAR)) | (world.masting[ready] == 0)
    setting = ready[able]
    if len(setting):
        ones = one_each(len(setting))
        world.matter.make(world.fruit, ones, "seed set", at=setting, carbon=world.sugar, mineral=world.plant_mineral)
        world.pollen[setting] -= np.minimum(world.pollen[setting], ones)
        world.fields["tally_seeds_set"] += np.bincount(flora.species[setting], minlength=len(flora.kinds) + 1)
