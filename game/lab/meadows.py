"""Maps of any size to measure on, where all kinds of the game live together in balance.

A pond, a rocky corner with lichen, flowers and shrubs on half of the soil, pecans in rows with mycelium among them, a
hive for every 16 x 16 tiles, birds, squirrels and a hawk.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from game.engine.animals import Animals
from game.engine.chance import rolls
from game.engine.tiles import ROCK, WATER
from game.engine.world import World
from game.levels.loading import load_partnerships, load_species

HIVE_EVERY = 16  # tiles
WORKERS, HONEY, POLLEN = 12, 48, 8
SOIL_HOLDS = {"soil_water": 24, "soil_mineral": 10, "subsoil": 8, "litter_carbon": 12, "litter_mineral": 3}
POND_WATER, ROCK_MINERAL = 200, 96

EVERYONE = (
    *("goldenrod", "aster", "serviceberry", "pecan", "honeybee", "crust_fungus", "green_alga", "mycelium"),
    *("bluebird", "squirrel", "hawk"),
)
STANDS = {"goldenrod": 18, "aster": 18, "serviceberry": 10}  # percent of the soil
PECANS_APART = (5, 6)  # tiles between rows and columns of pecans
LIVES_ON = {"bluebird": 32, "squirrel": 96, "hawk": 384}  # tiles for each of them
JOINED, CRUSTED = 2, 2  # one plant in so many has threads, one rock in so many a lichen
THREADS, CRUST = 6, 4
BEYOND = {"carbon": 8, "mineral": 2}  # eighths of a mote for each tile of the map


def everyone(width: int, height: int, seed: int = 1) -> World:
    """All these kinds with all their partnerships, at the first tick of spring."""
    species, bonds = load_species(), load_partnerships()
    at_home = [
        replace(bond, members=here)
        for bond in bonds.values()
        if (here := tuple(name for name in bond.members if name in EVERYONE))
    ]
    world = World(height, width, seed, [species[name] for name in EVERYONE], partnerships=at_home)
    _lay_ground(world)
    lots = rolls(seed, 0, "everyone", np.arange(world.places))
    _plant_stands(world, lots)
    _join_and_crust(world, lots)
    for row in range(HIVE_EVERY // 2, height, HIVE_EVERY):
        for column in range(HIVE_EVERY // 2, width, HIVE_EVERY):
            world.colonies[0].found(world.place(row, column), WORKERS, HONEY, POLLEN)
    for animals in world.animals:
        _let_in(world, animals, seed)
    for name, eighths in BEYOND.items():
        world.beyond[name].amount[0] = width * height * eighths // 8
    return world


def _plant_stands(world: World, lots: NDArray[np.int64]) -> None:
    """Grown plants of all ages: pecans in rows, the others by lot."""
    flora = world.flora
    rows, columns = world.where(np.arange(world.places))
    in_rows = (rows % PECANS_APART[0] == 2) & (columns % PECANS_APART[1] == 3)
    chosen = np.searchsorted(np.cumsum(list(STANDS.values())), lots % 100, side="right")
    numbers = np.array([*(flora.index[name] for name in STANDS), 0])[chosen]
    numbers[in_rows] = flora.index["pecan"]
    places = np.flatnonzero((world.soil != 0) & (numbers > 0))
    flora.species[places] = numbers[places]
    flora.settle(places)
    world.body.amount[places] = flora.full_body[places]
    world.plant_mineral.amount[places] = (world.body.amount[places] >> 2) + 1
    world.sugar.amount[places] = world.body.amount[places] >> 2
    world.age[places] = lots[places] // 100 % (flora.life[places] // 2)


def _join_and_crust(world: World, lots: NDArray[np.int64]) -> None:
    if world.web is not None:
        world.web.threads.amount[(world.flora.planted != 0) & (lots % JOINED == 0)] = THREADS
    if world.lichens is not None:
        for partner in world.lichens.partners:
            partner.amount[(world.rock != 0) & (lots % CRUSTED == 0)] = CRUST


def _let_in(world: World, animals: Animals, seed: int) -> None:
    kind = animals.kind
    tiles = world.height * world.width
    wanted = max(1 if kind.form == "hawk" else 2, tiles // LIVES_ON[kind.name])
    soil = np.flatnonzero(world.soil)
    herd = animals.come(soil[rolls(seed, 0, f"{kind.name} at the start", np.arange(wanted)) % len(soil)])
    animals.carbon.amount[herd] = kind.comfort
    animals.mineral.amount[herd] = kind.mineral


def _lay_ground(world: World) -> None:
    """Rock in the corner above left, a pond in the one below right, each a sixth of the map's sides."""
    high, wide = max(1, world.height // 6), max(1, world.width // 6)
    ground = world.map(world.ground)
    ground[:high, :wide] = ROCK
    ground[-high:, -wide:] = WATER
    world.map_changed()
    soil = world.soil != 0
    for name, units in SOIL_HOLDS.items():
        world.matter.stocks[name].amount[soil] = units
    world.soil_water.amount[world.pond != 0] = POND_WATER
    world.subsoil.amount[world.rock != 0] = ROCK_MINERAL
