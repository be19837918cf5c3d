"""Round and round: what is thrown away is missing from the soil and then from the plate; a full tip keeps bees away."""

from __future__ import annotations

from functools import cache

from game.engine.calendar import YEAR
from game.engine.census import soil_mineral
from game.engine.households import CONTENT
from game.engine.systems.blossom import SMELLS_FROM, SMELLS_TO
from game.engine.systems.people import EVERY
from game.engine.tick import tick
from game.engine.world import World
from game.levels.opening import open_world
from tests.laws.plays import level
from tests.laws.proof import law

YEARS = 3
MEALS = YEAR // EVERY


def glasshouse(seed: int, *, compost: bool, on_the_tip: int | None = None) -> World:
    """The level's own glasshouse, where nobody plays; so much mineral on the tip, or as much as the level says."""
    world = open_world(level("round_and_round"), seed)
    world.commons.agree("compost", int(compost))
    if on_the_tip is not None:
        world.commons.tip_mineral.amount[0] = on_the_tip
    return world


@cache
def lived(seed: int, *, compost: bool) -> tuple[int, int]:
    """The mineral of soil and litter after three years, and how many meals were eaten to the full in the third."""
    world, meals = glasshouse(seed, compost=compost), 0
    food = world.households.column("food")
    for _ in range(YEARS * YEAR):
        before = food.copy()
        tick(world)
        if world.tick > (YEARS - 1) * YEAR and world.tick % EVERY == 1:
            meals += int(((food > before) | (food == CONTENT)).sum())
    return soil_mineral(world), meals


def test_where_scraps_go_to_the_tip_the_soil_runs_out(seeds):
    def kept(seed: int, *, compost: bool = False) -> float:
        return lived(seed, compost=compost)[0] / lived(seed, compost=True)[0]

    law("round_soil", seeds, kept, lambda seed: kept(seed, compost=True))


def test_and_then_the_food(seeds):
    def eaten(seed: int, *, compost: bool = False) -> float:
        return lived(seed, compost=compost)[1] / lived(seed, compost=True)[1]

    law("round_food", seeds, eaten, lambda seed: eaten(seed, compost=True))


def test_composting_keeps_the_soil_and_feeds_all(seeds):
    def lasts(seed: int, *, compost: bool = True) -> float:
        start = soil_mineral(glasshouse(seed, compost=compost))
        soil, meals = lived(seed, compost=compost)
        homes = len(level("round_and_round").homes)
        return min(soil / start, meals / (MEALS * homes))

    law("round_compost", seeds, lasts, lambda seed: lasts(seed, compost=False))


def test_bees_keep_away_from_a_full_tip(seeds):
    def visits(seed: int, on_the_tip: int) -> int:
        world = glasshouse(seed, compost=True, on_the_tip=on_the_tip)
        beside = world.places_around(world.commons.tip_place, SMELLS_TO)
        seen = 0
        for _ in range(YEAR):
            tick(world)
            seen += int(world.visits[beside].sum())
        return seen

    def of_an_empty_one(seed: int, on_the_tip: int = SMELLS_FROM) -> float:
        return visits(seed, on_the_tip) / visits(seed, 0)

    law("tip_smells", seeds, of_an_empty_one, lambda seed: of_an_empty_one(seed, SMELLS_FROM - 1))
