"""Fruit: who sets seed, of what, and when."""

from __future__ import annotations

from game.engine.systems import fruit
from game.engine.world import World
from tests.laws.lands import kind, land, let_pass
from tests.worlds import plant

ONLY_FRUIT = frozenset(
    {"sky", "leaves", "roots", "withering", "decay", "seeds", "bees", "blossom", "foraging", "carrying", "herds"}
)


def grown(name: str, day: int, *, sugar: int, mineral: int, pollen: int = 0) -> World:
    """One grown plant, alone, on a day of the year."""
    world = land(3, 3, 1, [kind(name)])
    plant(world, name, 1, 1, kind(name).body)
    place = world.place(1, 1)
    world.sugar.amount[place], world.plant_mineral.amount[place], world.pollen[place] = sugar, mineral, pollen
    world.tick = day
    return world


def fruits(world: World, ticks: int = 1) -> int:
    return int(let_pass(world, ticks, ONLY_FRUIT).fruit.amount.sum())


def test_a_pollinated_flower_sets_seed_of_sugar_and_spare_mineral():
    world = grown("goldenrod", 60, sugar=10, mineral=10, pollen=1)
    assert fruits(world, 4) == 1
    place = world.place(1, 1)
    assert (world.sugar.amount[place], world.plant_mineral.amount[place], world.pollen[place]) == (8, 9, 0)
    assert world.fields["tally_seeds_set"].tolist() == [0, 1]


def test_without_pollen_sugar_or_spare_mineral_none_is_set():
    assert fruits(grown("goldenrod", 60, sugar=10, mineral=10)) == 0
    assert fruits(grown("goldenrod", 60, sugar=1, mineral=10, pollen=1)) == 0
    assert fruits(grown("goldenrod", 60, sugar=10, mineral=6, pollen=1)) == 0
    assert fruits(grown("goldenrod", 20, sugar=10, mineral=10, pollen=1)) == 0


def test_a_pecan_that_is_full_on_the_day_of_the_call_bears_nuts_and_another_waits():
    assert fruits(grown("pecan", fruit.CALLS_ON, sugar=200, mineral=80), 30) > 4
    assert fruits(grown("pecan", fruit.CALLS_ON, sugar=100, mineral=80), 30) == 0
    assert fruits(grown("pecan", fruit.CALLS_ON, sugar=200, mineral=40), 30) == 0
    assert fruits(grown("pecan", fruit.CALLS_ON + 1, sugar=200, mineral=80), 30) == 0


def test_a_mast_year_ends_with_the_year():
    world = grown("pecan", fruit.CALLS_ON, sugar=200, mineral=80)
    fruits(world)
    assert world.masting.any()
    world.tick = 128
    fruits(world)
    assert not world.masting.any()
