"""Worlds for tests, drawn as maps that one can see.

    g  goldenrod    a  aster    h  a hive    .  soil    #  rock    ~  water    =  path

Plants are grown ones unless said. `meadow` gives tiles what they hold in most levels.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from game.engine.species import Colony, Partnership, Plant
from game.engine.systems.withering import set_plant
from game.engine.tick import tick
from game.engine.tiles import PATH, ROCK, SOIL, WATER
from game.engine.world import World
from game.levels.loading import load_partnerships, load_species

GROUND = {"#": ROCK, "~": WATER, "=": PATH}
KINDS = {"g": "goldenrod", "a": "aster"}


def flowers() -> list[Plant]:
    """Goldenrod and aster, as the game has them."""
    return [kind for name in ("goldenrod", "aster") if isinstance(kind := load_species()[name], Plant)]


def honeybee() -> Colony:
    kind = load_species()["honeybee"]
    assert isinstance(kind, Colony)
    return kind


def pairing() -> Partnership:
    return load_partnerships()["goldenrod_and_aster"]


def meadow(drawing: str, seed: int = 1, *, workers: int = 12, honey: int = 48, together: bool = True, body: int = 24,
           mineral: int = 10) -> World:
    """The world of a drawing, one character a tile (blanks between tiles do not count)."""
    rows = [line.replace(" ", "") for line in drawing.strip().splitlines()]
    bonds = [pairing()] if together else []
    world = World(len(rows), len(rows[0]), seed, [*flowers(), honeybee()], partnerships=bonds)
    for y, row in enumerate(rows):
        for x, letter in enumerate(row):
            world.map("ground")[y, x] = GROUND.get(letter, SOIL)
    world.map_changed()
    soil = world.soil != 0
    stocks = ((world.soil_water, 24), (world.soil_mineral, mineral), (world.subsoil, 8), (world.litter_carbon, 12),
              (world.litter_mineral, 3))
    for stock, units in stocks:
        stock.amount[soil] = units
    world.soil_water.amount[world.pond_places] = 200
    for y, row in enumerate(rows):
        for x, letter in enumerate(row):
            if letter in KINDS:
                plant(world, KINDS[letter], x, y, body)
            if letter == "h":
                world.colonies[0].found(world.place(y, x), workers, honey, 8)
    return world


def plant(world: World, name: str, x: int, y: int, body: int = 24) -> None:
    """A plant with `body` carbon stands on a tile, from nothing: while a world is being built."""
    place = np.array([world.place(y, x)])
    set_plant(world, place, world.flora.index[name])
    world.body.amount[place] = body
    world.plant_mineral.amount[place] = body // 4 + 1
    world.sugar.amount[place] = body // 4


def pass_ticks(world: World, ticks: int, without: Sequence[str] = ()) -> World:
    """Let `ticks` pass, without some of the systems."""
    world.resting = frozenset(without)
    for _ in range(ticks):
        tick(world)
    return world


def count(world: World, name: str) -> int:
    """Plants of a kind that are big enough to flower."""
    number = world.flora.index[name]
    return int(((world.flora.species == number) & (world.body.amount >= world.flora.flowers_at)).sum())
