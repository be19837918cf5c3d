"""Bees: a colony lives through winters on many kinds of flowers that it does not live through on one."""

from __future__ import annotations

from game.engine.calendar import YEAR
from game.engine.world import World
from tests.laws.lands import kind, land, lot, workers_after
from tests.laws.proof import law
from tests.worlds import honeybee, pairing, plant

HEIGHT, WIDTH = 12, 20
RESTING = frozenset({"foraging", "carrying", "herds", "societies", "people", "lichen", "mycelium"})


def meadow(seed: int, names: tuple[str, ...]) -> World:
    """24 grown plants in a bed beside a hive, of each of the kinds named as many as of any other, by lot."""
    life = [kind("goldenrod"), kind("aster"), kind("serviceberry"), honeybee()]
    world = land(HEIGHT, WIDTH, seed, life, [pairing()])
    tiles = [(x, y) for y in range(4, 8) for x in range(7, 13)]
    tiles.sort(key=lambda tile: lot(seed, tile[1] * WIDTH + tile[0]))
    for number, (x, y) in enumerate(tiles):
        name = names[number % len(names)]
        plant(world, name, x, y, kind(name).body)
    world.colonies[0].found(world.place(6, 14), workers=8, honey=24, mineral=8)
    return world


def workers_left(seed: int, names: tuple[str, ...], years: int = 4) -> float:
    return workers_after(meadow(seed, names), years * YEAR + 8, RESTING)


def test_many_kinds_of_flowers_carry_a_colony_through_winters(seeds):
    law(
        "bees_winter",
        seeds,
        lambda seed: workers_left(seed, ("goldenrod", "aster", "serviceberry")),
        lambda seed: workers_left(seed, ("goldenrod",)),
    )
