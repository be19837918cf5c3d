"""Carrying: animals let the seed go that they took along, far from its parent.

In the world      About half of all plants rely on animals to carry their seed: away from its parent's shade and from
                  the parent's enemies. Squirrels bury nuts and forget some.
In the game       A bird lets a seed go after a flight. While it sees a perch it keeps it, flies there and sits down on
                  a tile of its own about it; so a wood grows there. A squirrel buries its nut after a while. On soil
                  it lies as seed, on stone and water it is lost.
In numbers        every {LOOKS_EVERY} ticks one in {LETS_GO + 1} of those whose flight is over lets go; a perch is seen
                  from {SEEN_FROM} tiles, and they sit up to {ROOST} tiles from it
Moves             carbon, mineral: carried seed -> seed (letting go), litter (letting go on stone)
Partnership       carrying: the plant gives pulp, the animal carries its seed.
Switched off      seed stays under its parent (tests/laws/test_carriers.py).
Evidence          solid (fricke2022, wotton2011)
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.engine.animals import Animals
from game.engine.counting import as_count
from game.engine.matter import Places, places_of, whole
from game.engine.perches import ROOST, SEEN_FROM, gaps
from game.engine.species import Partnership
from game.engine.world import World

LOOKS_EVERY = 2  # ticks
LETS_GO = 1  # bits that must be 0: after its way a carrier lets go at one look in two


def step(world: World) -> None:
    for turn, animals in enumerate(world.animals):
        if (world.tick + turn) % LOOKS_EVERY or not np.count_nonzero(loads := animals.column("load")):
            continue
        willing = animals.lots(world.seed, world.tick) >> as_count(4) & as_count(LETS_GO) == as_count(0)
        if animals.kind.form == "bird" and len(perches(world)):
            willing &= ~_on_the_way(world, animals.place)
        for number in animals.carried:
            bond = carrying(world, animals, number)
            flight = bond.terms["flight"] if bond else 0
            ready = places_of(willing & (loads == as_count(number)) & (animals.column("flown") >= as_count(flight)))
            if len(ready):
                let_go(world, animals, ready, number)


def _on_the_way(world: World, here: Places) -> NDArray[np.bool_]:
    """Whether each bird sees a perch and has no ground about it below."""
    _, _, away = nearest(world, here)
    coming: NDArray[np.bool_] = (away <= SEEN_FROM) & ((away > ROOST) | (world.walkable[here] == 0))
    return coming


def seats(world: World, here: Places, usual: Places) -> Places:
    """The tile about the nearest perch where each bird would sit, -1 if it sees none: each on a side of its own, which
    is where its `usual` heading (0 to 8, row by row) points, and on the perch where that side is water."""
    rows, columns = world.where(here)
    below, beside, away = nearest(world, here)
    perch = world.places_at(rows + below, columns + beside)
    seat = world.places_at(rows + below + ROOST * (usual // 3 - 1), columns + beside + ROOST * (usual % 3 - 1))
    return np.where(away <= SEEN_FROM, np.where(world.walkable[seat] != 0, seat, perch), -1)


def nearest(world: World, here: Places) -> tuple[Places, Places, Places]:
    """How far below and to the right of each place its nearest perch is, and how many steps away. There is a perch."""
    return gaps(*world.where(here), *world.where(perches(world)))


def perches(world: World) -> Places:
    """The tiles with a perch."""
    return world.perches.places if world.perches is not None else np.zeros(0, np.int64)


def carrying(world: World, animals: Animals, number: int) -> Partnership | None:
    """The partnership in which these animals carry the seed of a kind of plant, if it is not switched off."""
    return world.carriers.get((animals.kind.name, world.flora.kind(number).name))


def let_go(world: World, animals: Animals, who: Places, number: int) -> None:
    """Seed of kind `number` falls where its carriers are now."""
    here, carried = animals.place[who], animals.carried[number]
    units = carried.amount[who].astype(np.int16)
    animals.column("load")[who] = 0
    sown = world.soil[here] != 0
    if np.count_nonzero(sown) < len(sown):
        litter = {"carbon": world.litter_carbon, "mineral": world.litter_mineral}
        world.matter.unmake(carried, units[~sown], "letting go on stone", at=who[~sown], to=here[~sown], **litter)
        who, here, units = who[sown], here[sown], units[sown]
    world.matter.move(carried, world.seeds[number - 1], units, "letting go", at=who, to=here)
    rows, columns = world.where(np.array((here, animals.column("from")[who])))
    away = np.maximum(np.abs(rows[0] - rows[1]), np.abs(columns[0] - columns[1]))
    animals.tally("seeds_carried", whole(units))
    animals.tally("tiles_carried", whole(units * away))


def drop_loads(world: World, animals: Animals, who: Places) -> None:
    """Those who die or leave let go of what they carry."""
    for number in animals.carried:
        loaded = who[animals.column("load")[who] == number]
        if len(loaded):
            let_go(world, animals, loaded, number)


def carried(world: World) -> dict[str, int | float]:
    """How many `seeds` animals have carried to soil so far, and their `distance_mean` in tiles (to a tenth)."""
    seeds = sum(animals.tally("seeds_carried") for animals in world.animals)
    tiles = sum(animals.tally("tiles_carried") for animals in world.animals)
    return {"seeds": seeds, "distance_mean": round(tiles / seeds, 1) if seeds else 0.0}
