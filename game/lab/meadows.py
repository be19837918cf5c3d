"""Mixed maps of any size to measure on.

A pond, a rocky corner, flowers on 45 of 100 tiles of soil, a hive for every 16 x 16 tiles.
"""

from __future__ import annotations

import numpy as np

from game.engine.chance import rolls
from game.engine.species import Colony, Plant
from game.engine.world import ROCK, WATER, World
from game.levels.loading import load_partnerships, load_species

FLOWERS = ("goldenrod", "aster")
FLOWERING = 45  # percent of the soil that bears a flower
HIVE_EVERY = 16  # tiles
WORKERS, HONEY, POLLEN = 12, 48, 8
SOIL_HOLDS = {"soil_water": 24, "soil_mineral": 10, "subsoil": 8, "litter_carbon": 12, "litter_mineral": 3}
POND_WATER, ROCK_MINERAL = 200, 96


def mixed(width: int, height: int, seed: int = 1) -> World:
    """A meadow in full leaf at the first tick of spring."""
    species = load_species()
    plants = [kind for name in FLOWERS if isinstance(kind := species[name], Plant)]
    colonies = [kind for kind in species.values() if isinstance(kind, Colony)]
    bonds = [bond for bond in load_partnerships().values() if set(bond.members) <= set(FLOWERS)]
    world = World(height, width, seed, [*plants, *colonies], partnerships=bonds)
    _lay_ground(world)
    _set_out(world, seed)
    for row in range(HIVE_EVERY // 2, height, HIVE_EVERY):
        for column in range(HIVE_EVERY // 2, width, HIVE_EVERY):
            world.colonies[0].found(world.place(row, column), WORKERS, HONEY, POLLEN)
    return world


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


def _set_out(world: World, seed: int) -> None:
    """Half of the flowers are young plants, half grown ones."""
    lots = rolls(seed, 0, "meadow", np.arange(world.places))
    places = np.flatnonzero((world.soil != 0) & (lots % 100 < FLOWERING))
    numbers = lots[places] // 100 % len(world.flora.kinds) + 1
    world.flora.species[places] = numbers
    world.flora.settle(places)
    grown = lots[places] // 1000 % 2 == 1
    young = np.array([kind.young_carbon for kind in world.flora.kinds])[numbers - 1]
    world.body.amount[places] = np.where(grown, world.flora.full_body[places], young)
    world.plant_mineral.amount[places] = (world.body.amount[places] >> 2) + 1
    world.sugar.amount[places] = world.body.amount[places] >> 2
