"""Masting: pecans on one web fruit in the same years; squirrels, then, cannot eat it all."""

from __future__ import annotations

from functools import cache, partial

import numpy as np

from game.engine.calendar import YEAR
from game.engine.species import Animal
from game.engine.systems import fruit
from game.engine.tiles import PATH
from game.engine.world import World
from game.levels.loading import load_partnerships, load_species
from tests.laws.lands import MYCELIUM, joined, kind, land, let_pass, lot
from tests.laws.proof import law
from tests.laws.test_carriers import let_in, strewn
from tests.worlds import plant

HEIGHT, WIDTH, APART = 10, 20, 5
YEARS, SETTLING = 14, 4  # years looked at, of which the first show only how the grove began
TREES_ALONE = frozenset({"blossom", "bees", "foraging", "carrying", "herds", "societies", "people", "lichen"})
AFTER_THE_CALL = fruit.CALLED_UNTIL + 1
WINTER, SUMMER = 96, 40  # days of the year


def grove(seed: int, trenches: bool) -> World:
    """Pecans five tiles apart, each with other stores; `trenches` of path cut the web between them."""
    pecan = kind("pecan")
    world = land(HEIGHT, WIDTH, seed, [pecan, MYCELIUM], [joined("pecan")], mineral=14)
    if trenches:
        world.map("ground")[:, ::APART] = world.map("ground")[::APART] = PATH
        world.map_changed()
        for stock in (world.soil_water, world.soil_mineral, world.subsoil, world.litter_carbon, world.litter_mineral):
            stock.amount[world.soil == 0] = 0
    for number, (y, x) in enumerate(trees()):
        plant(world, "pecan", x, y, 96)
        world.map(world.sugar)[y, x] = lot(seed, number) % pecan.saves_for_mast
        world.map(world.soil_mineral)[y, x] += lot(seed, number + 999) % 16
    assert world.web is not None
    world.web.threads.amount[world.soil != 0] = 4
    return world


def trees() -> list[tuple[int, int]]:
    """Row and column of each, the leftmost first."""
    return [(y, x) for x in range(2, WIDTH, APART) for y in range(2, HEIGHT, APART)]


@cache
def mast_years(seed: int, trenches: bool) -> np.ndarray:
    """Which tree (column) fruited in which year (row): bool."""
    world, told = grove(seed, trenches), []
    for _ in range(YEARS):
        let_pass(world, AFTER_THE_CALL, TREES_ALONE)
        told.append([world.map("masting")[tree] > 0 for tree in trees()])
        let_pass(world, YEAR - AFTER_THE_CALL, TREES_ALONE)
    return np.array(told[SETTLING:])


def in_step(seed: int, trenches: bool = False) -> float:
    """The mean correlation of every two trees over the years; trees that never fruit are left out."""
    years = mast_years(seed, trenches).astype(float)
    changing = years[:, years.std(axis=0) > 0]
    together = np.corrcoef(changing, rowvar=False)
    return float(together[np.triu_indices(len(together), 1)].mean())


def test_connected_pecans_fruit_in_step(seeds):
    law("masting_in_step", seeds, in_step, partial(in_step, trenches=True))


def test_pecans_on_their_own_fall_out_of_step(seeds):
    law("masting_alone", seeds, partial(in_step, trenches=True), in_step)


# ----------------------------------------------------------------- what squirrels leave


WOOD = (32, 48)  # tiles: large, since few nuts of a hundred grow up
SQUIRRELS, HUNGRY = 192, 20  # and the carbon of each when winter begins
NUTS = 480  # of two autumns, lying where they were carried
EATING = frozenset({"fruit", "people", "bees", "blossom", "lichen", "mycelium"})


def squirrel() -> Animal:
    animal = load_species()["squirrel"]
    assert isinstance(animal, Animal)
    return animal


@cache
def young_pecans(seed: int, in_one_autumn: bool) -> int:
    """Young pecans in the summers after two autumns: all nuts fell in one of them, or half in each."""
    young = 0
    for autumn, nuts in enumerate((NUTS, 0) if in_one_autumn else (NUTS // 2, NUTS // 2)):
        world = land(*WOOD, seed * 2 + autumn, [kind("pecan"), squirrel()], [load_partnerships()["squirrels_and_nuts"]])
        for x, y in strewn(seed * 2 + autumn + 50, nuts, *WOOD):
            world.map(world.seeds[0])[y, x] += 1
        let_in(world.animals[0], world, strewn(seed * 2 + autumn, SQUIRRELS, *WOOD), HUNGRY)
        world.tick = WINTER
        let_pass(world, YEAR - WINTER + SUMMER, EATING)
        young += int(np.count_nonzero(world.flora.planted))
    return young


def test_squirrels_leave_more_young_pecans_where_all_nuts_fall_in_one_year(seeds):
    def gain(seed: int, in_one_autumn: bool = True) -> float:
        return (young_pecans(seed, in_one_autumn) + 1) / (young_pecans(seed, False) + 1)

    law("masting_satiates", seeds, gain, partial(gain, in_one_autumn=False))
