"""Seeds: ripe seed falls with the wind, lies in the ground and sprouts where there is room.

In the world      Seed falls near its parent, most of it is eaten or rots, most of all close to grown plants of its
                  kind; some sprouts in spring.
In the game       From its day on ripe fruit drops, a quarter every fourth tick, up to `throw` tiles away. Beside grown
                  plants of its own kind seed is lost faster. In spring moist free soil sprouts one of the seeds that
                  lie there, drawn by lot.
In numbers        every {FALLS_EVERY} ticks 1/{2**FALLING} of the ripe fruit falls, up to throw tiles away; lost a tick
                  = seed / 2^near beside grown plants of its kind, / 2^far elsewhere; one seed sprouts with chance
                  1/{SPROUTING + 1} every {SPROUTS_EVERY} ticks of spring where water >= {SPROUTS_IN_WATER}
Moves             carbon, mineral: fruit -> seed, litter (seed fall); seed -> litter (lost seed); seed -> body, plant
                  (sprouting)
Partnership       none
Switched off      no plant outlives its own old age (tests/engine/test_systems.py).
Evidence          solid (density dependence near kin: comita2014; contested: hyatt2003)
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.engine import calendar
from game.engine.counting import as_count
from game.engine.matter import Grid, Places, places_of
from game.engine.systems.shares import above, as_grid, by_lot, one_each, share, where_negative
from game.engine.systems.withering import set_plant
from game.engine.world import World

FALLS_EVERY = 4  # ticks between two falls of a kind
FALLING = 2  # halvings of the ripe fruit each time
LOSS_EVERY = 8  # ticks between two losses of a kind
SPROUTS = range(LOSS_EVERY, 32)  # days of the year; seed of late autumn has met its losses by then
SPROUTS_IN_WATER = 4  # water a seed needs to sprout
SPROUTS_EVERY = 4  # ticks
SPROUTING = 1  # bits that must be 0: half of chance each time


def step(world: World) -> None:
    today = calendar.day(world.tick)
    for number, kind in enumerate(world.flora.kinds, 1):
        if (world.tick + number) % FALLS_EVERY == 0 and today >= kind.drops_from:
            _fall(world, number)
        if (world.tick + number) % LOSS_EVERY == 0:
            _lose(world, number)
    if today in SPROUTS and today % SPROUTS_EVERY == 0:
        _sprout(world)


def _fall(world: World, number: int) -> None:
    kind = world.flora.kind(number)
    ripe = world.fruit.amount & world.flora.of(number)
    if not np.count_nonzero(ripe):
        return
    parents = places_of(ripe)
    bits = world.chance_at(f"{kind.name} fall", parents)
    units = share(ripe[parents], FALLING, bits)
    falling = places_of(units)
    if not len(falling):
        return
    parents, units = parents[falling], units[falling]
    landing = _blown(world, parents, kind.throw, bits[falling].astype(np.int64) & as_count(0xFFFF))
    lost = world.soil[landing] == 0
    landing[lost] = parents[lost]
    world.matter.split(
        world.fruit,
        world.seeds[number - 1],
        units,
        "seed fall",
        at=parents,
        to=landing,
        carbon=world.litter_carbon,
        mineral=world.litter_mineral,
    )


def _blown(world: World, parents: Places, throw: int, bits: NDArray[np.int64]) -> Places:
    """Where the wind sets seed down, at most `throw` tiles away; at the map's edge it stays inside.

    Chance is in the bits above those that part the fruit.
    """
    wide, most = as_count(2 * throw + 1), as_count(throw)
    rows, columns = world.where(parents)
    drawn = bits >> as_count(FALLING)
    return world.places_at(rows + drawn % wide - most, columns + drawn // wide % wide - most)


def crowded(world: World, number: int) -> Grid:
    """-1 where grown plants of a kind stand near enough for its enemies to find its seed."""
    near = world.flora.of(number) & ~where_negative(world.body.amount - world.flora.flowers_at) & as_grid(1)
    for _ in range(world.flora.kind(number).crowding):
        near = above(world.around(near), 0) & as_grid(1)
    return -near


def _lose(world: World, number: int) -> None:
    stock, kind = world.seeds[number - 1], world.flora.kind(number)
    if not np.count_nonzero(stock.amount):
        return
    bits, near, far = world.chance(f"{kind.name} loss"), crowded(world, number), _lost_of_32(kind.seed_loss_far)
    in_32 = (near & as_grid(_lost_of_32(kind.seed_loss_near) - far)) + as_grid(far)
    lost = stock.amount * in_32 + (bits & as_grid(31)) >> as_grid(5)
    world.matter.unmake(stock, lost, "lost seed", carbon=world.litter_carbon, mineral=world.litter_mineral)


def _lost_of_32(halvings: int) -> int:
    """How many of 32 seeds are lost at a time, at 1 / 2**halvings of them a tick: what two times four ticks take."""
    kept = (1 << max(0, halvings - 2)) - 1
    return 32 - 32 * kept**2 // (kept + 1) ** 2


def _sprout(world: World) -> None:
    ready = above(world.soil_water.amount, SPROUTS_IN_WATER - 1) & world.soil & ~world.flora.planted
    bits = world.chance("sprouting")
    ready &= by_lot(bits, SPROUTING)
    places = places_of(ready)
    lying = np.array([seeds.amount[places] for seeds in world.seeds], np.int64).reshape(len(world.seeds), len(places))
    some = lying.sum(axis=0) > 0
    places, lying = places[some], lying[:, some]
    if not len(places):
        return
    reached = np.cumsum(lying, axis=0)
    lot = ((bits[places].astype(np.int64) & 0xFFFF) >> SPROUTING) % reached[-1]
    drawn = (lot >= reached).sum(axis=0) + 1
    for number in sorted(set(drawn.tolist())):
        sprout(world, places[drawn == number], number)


def sprout(world: World, places: Places, number: int) -> None:
    """One seed of kind `number` becomes a seedling on each of `places`, which are free."""
    kind = world.flora.kind(number)
    set_plant(world, places, number)
    ones = one_each(len(places))
    world.matter.unmake(
        world.seeds[number - 1], ones, "sprouting", at=places, carbon=world.body, mineral=world.plant_mineral
    )
    world.fields["tally_births"][number] += len(places)
    for place in places.tolist():
        world.tell("sprouted", place, kind.name)
