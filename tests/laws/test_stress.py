"""Stress: the harder a place, the more a partnership is worth."""

from __future__ import annotations

from functools import cache, partial

import numpy as np

from game.engine.calendar import YEAR
from game.engine.weather import conditions
from tests.laws.lands import MYCELIUM, joined, kind, land, let_pass, lot
from tests.laws.proof import law
from tests.laws.test_mycelium import big_enough
from tests.worlds import plant

HEIGHT, WIDTH = 16, 24
MILD, HARSH = 0, 90
FIELDS = 3  # for each seed: the dial draws other weather for each
USUAL_MINERAL = 16  # on average; a tile holds anything from none to twice as much
RESTING = frozenset({"foraging", "carrying", "herds", "societies", "people", "bees", "seeds", "lichen"})


@cache
def standing(seed: int, stress: int, web: bool) -> float:
    """The share of young flowers that are big enough to bloom a year later, at some place on the dial."""
    place = conditions(stress, 1, seed)
    life = [kind("goldenrod"), kind("aster"), MYCELIUM]
    bonds = [joined("goldenrod", "aster")] if web else []
    soil = USUAL_MINERAL * place.soil // 100
    world = land(HEIGHT, WIDTH, seed, life, bonds, mineral=0, litter=0, rain=place.rain, spells=place.spells)
    for y in range(HEIGHT):
        for x in range(WIDTH):
            chance = lot(seed, y * WIDTH + x)
            world.map(world.soil_mineral)[y, x] = chance // 2 % (2 * soil + 1)
            world.map(world.subsoil)[y, x] = 0
            if chance % 2 == 0:
                plant(world, ("goldenrod", "aster")[(x + y) % 2], x, y, 4)
    planted = np.count_nonzero(world.flora.planted)
    if world.web is not None:
        world.web.threads.amount[world.flora.planted != 0] = 6
    let_pass(world, YEAR, RESTING)
    return float(np.count_nonzero(big_enough(world)) / planted)


def gain(seed: int, stress: int) -> float:
    """How many more of a hundred bloom because of the web, in several years and fields."""
    fields = [seed * FIELDS + one for one in range(FIELDS)]
    return 100 * sum(standing(field, stress, True) - standing(field, stress, False) for field in fields) / FIELDS


def test_a_web_is_worth_more_where_life_is_hard(seeds):
    def more_gain(seed: int, harsh: int = HARSH) -> float:
        return gain(seed, harsh) - gain(seed, MILD)

    law("stress_web", seeds, more_gain, partial(more_gain, harsh=MILD))
