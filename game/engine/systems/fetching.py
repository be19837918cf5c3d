"""Fetching: households go out for food, water and wood, as far as their feet and the fences let them.

In the world      People live from the land around them: they pick fruit, draw water, gather fallen wood. Where a fence
                  stands they cannot go; where many fetch from one place there is less for each.
In the game       Every eighth tick each home that fetches looks over the land within some steps of its door and takes
                  what it needs: of fruit no more than the rule on harvest allows. Who is ill stays at home; a good
                  harvest brings twice as much.
In numbers        every {EVERY} ticks, within `works` steps: food from {TREES} tiles, on each one part in `harvest`,
                  {DRAWS} water a person, {BRANCHES} carbon of litter under shrubs and trees; each until there is enough
                  in store for {WANTED} seasons; with luck twice as much
Moves             carbon, mineral: fruit -> pantry (picking) · water: soil, pond -> jar (drawing water) · carbon: litter
                  -> woodpile (gathering wood)
Partnership       the commons: what one takes the others do not find.
Switched off      nobody fetches (tests/engine/test_people.py).
Evidence          solid
"""

from __future__ import annotations

import numpy as np

from game.engine.households import beside, in_turn, steps_from
from game.engine.matter import Grid, Places, Stock, whole
from game.engine.systems.shares import at_least_none, most_first
from game.engine.world import World

EVERY, AT = 8, 4  # ticks between two rounds, and the tick of eight on which they go
TREES = 2  # tiles that one home picks from in a round
DRAWS, BRANCHES = 3, 2
WANTED = 8  # seasons for which a home wants to have in store
MOIST = 8  # water that a tile of soil keeps


def step(world: World) -> None:
    homes = world.households
    if world.tick % EVERY != AT or not homes.column("works").any():
        return
    for home in in_turn(range(len(homes)), world.tick // EVERY):
        if homes.column("works")[home] and homes.column("ill_until")[home] <= world.tick:
            _go_out(world, home)


def within_reach(world: World, home: int) -> Places:
    """The tiles that people of a home come to: common land and their own plot."""
    homes = world.households
    place, works = int(homes.place[home]), int(homes.column("works")[home])
    land = steps_from(place, works, world.walkable, world.stride)
    owner = world.plot[land]
    own: Places = land[(owner == 0) | (owner == home + 1)]
    return own


def fallen_wood(world: World, land: Places) -> tuple[Places, Grid]:
    """Of some tiles those under or beside shrubs and trees, and how much of the litter on each may be taken: half."""
    woody = [number for number, kind in enumerate(world.flora.kinds, 1) if kind.form != "flower"]
    wooded = land[world.around(world.flora.any_of(woody) | world.small_grid())[land] != 0]
    return wooded, world.litter_carbon.amount[wooded] >> 1


def water_at_hand(world: World, land: Places) -> tuple[Places, Grid]:
    """The ponds that `land` touches, else its moist soil, and how much water of each may be taken: half."""
    if len(ponds := _ponds_beside(world, land)):
        return ponds, world.soil_water.amount[ponds] >> 1
    soil = land[world.soil[land] != 0]
    return soil, at_least_none(world.soil_water.amount[soil] - MOIST) >> 1


def ponds_on_foot(world: World, place: int) -> Places:
    """The ponds that one can walk to from a tile, however far it is; no fence is climbed."""
    return _ponds_beside(world, steps_from(place, world.places, world.walkable, world.stride))


def _ponds_beside(world: World, land: Places) -> Places:
    shore = beside(land, world.stride)
    ponds: Places = shore[world.pond[shore] != 0]
    return ponds


def _go_out(world: World, home: int) -> None:
    homes, land = world.households, within_reach(world, home)
    people, needs = int(homes.column("mouths")[home]), homes.needs[home]
    times = 1 + (int(homes.column("glad_until")[home]) > world.tick)
    if _wants(world, home, "food"):
        _pick(world, home, land, TREES * times)
    if "water" in needs and _wants(world, home, "water"):
        places, spare = water_at_hand(world, land)
        bring(world, world.soil_water, home, places, spare, DRAWS * people * times)
    if "warmth" in needs and _wants(world, home, "warmth"):
        places, spare = fallen_wood(world, land)
        bring(world, world.litter_carbon, home, places, spare, BRANCHES * times)


def _wants(world: World, home: int, need: str) -> bool:
    homes = world.households
    return bool(homes.store_of(need).amount[home] < WANTED * homes.season_of(need, home))


def _pick(world: World, home: int, land: Places, trees: int) -> None:
    """From the tiles where most is ripe that can be eaten, as much as the rule lets one take."""
    homes, part = world.households, world.commons.rule("harvest")
    edible = np.array([False, *(kind.edible for kind in world.flora.kinds)])
    ripe = world.fruit.amount[land] * edible[world.flora.species[land]] // part
    for number in np.argsort(-ripe, kind="stable")[:trees].tolist():
        if ripe[number]:
            world.matter.unmake(
                world.fruit, ripe[[number]], "picking", at=land[[number]], to=np.array([home]),
                carbon=homes.pantry_carbon, mineral=homes.pantry_mineral,
            )


def bring(world: World, stock: Stock, home: int, places: Places, spare: Grid, units: int) -> int:
    """Bring up to `units` of water or wood to a home, from where most can be spared first; return how many there
    were."""
    homes = world.households
    store, cause = (homes.jar, "drawing water") if stock is world.soil_water else (homes.woodpile, "gathering wood")
    giving, taken = most_first(spare, units)
    if len(giving):
        world.matter.move(stock, store, taken, cause, at=places[giving], to=np.full(len(giving), home))
    return whole(taken)
