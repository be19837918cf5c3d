"""Stability: a balanced land that nobody touches goes on, year after year, with everyone on it."""

from __future__ import annotations

from functools import cache

from game.engine.calendar import YEAR
from game.engine.tick import tick
from game.engine.world import World
from game.lab.meadows import everyone
from tests.laws.proof import THRESHOLDS, law

TICKS = 2000
WIDTH, HEIGHT = 24, 16
SPRING_COUNT, AUTUMN_COUNT = 10, 70  # days of the year


Census = dict[str, int]


def census(world: World) -> Census:
    counts = {kind.name: int((world.flora.species == number).sum()) for number, kind in enumerate(world.flora.kinds, 1)}
    counts |= {colonies.kind.name: int(colonies.workers.amount.sum()) for colonies in world.colonies}
    counts |= {animals.kind.name: len(animals) for animals in world.animals}
    assert world.web is not None
    counts["mycelium"] = int((world.web.threads.amount > 0).sum())
    return counts


def rock_and_crust(world: World) -> tuple[int, int]:
    assert world.lichens is not None
    fungus, alga = world.lichens.partners
    return int((world.rock != 0).sum()), int(((fungus.amount > 0) & (alga.amount > 0)).sum())


def years(world: World, ticks: int, without: frozenset[str] = frozenset()) -> list[tuple[Census, Census]]:
    """What lives there each spring and each autumn."""
    told, spring = [], census(world)
    world.resting = without
    while world.tick < ticks:
        tick(world)
        if world.tick % YEAR == SPRING_COUNT:
            spring = census(world)
        if world.tick % YEAR == AUTUMN_COUNT:
            told.append((spring, census(world)))
    return told


@cache
def life_of(seed: int, ticks: int = TICKS, without: frozenset[str] = frozenset()) -> tuple[float, float, float]:
    """The share of kinds that still live at the end, how many more birds autumns have than springs, and by how much any
    kind has outgrown its first summer. Lichens count as living while they have rock, or where all of it is soil."""
    world = everyone(WIDTH, HEIGHT, seed)
    counts = years(world, ticks, without)
    rock, crust = rock_and_crust(world)
    end = {**census(world), "lichen": crust or rock == 0}
    living = sum(many > 0 for many in end.values()) / len(end)
    springs, autumns = (sum(year[season]["bluebird"] for year in counts[1:]) for season in (0, 1))
    first = counts[0][1]
    growth = max(autumn[name] / max(4, first[name]) for _, autumn in counts for name in autumn)
    return living, autumns / max(1, springs), growth


def test_an_untouched_land_keeps_all_its_kinds_and_breathes_with_the_year(seeds):
    fallow = frozenset({"foraging"})
    law("stability_everyone", seeds, lambda seed: life_of(seed)[0], lambda seed: life_of(seed, 2 * YEAR, fallow)[0])
    resting = frozenset({"herds"})
    law("stability_rhythm", seeds, lambda seed: life_of(seed)[1], lambda seed: life_of(seed, 2 * YEAR, resting)[1])
    grown = {seed: life_of(seed)[2] for seed in seeds}
    assert max(grown.values()) <= THRESHOLDS["stability_growth"]["at_most"], grown
