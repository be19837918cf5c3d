"""Clover and its root bacteria: rich on poor soil, and good for whoever comes after; not fed where the soil is rich."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial

import numpy as np
import pytest

from game.engine.calendar import YEAR
from game.engine.census import living_mineral
from game.engine.recorders import Totals
from game.engine.systems import nodules
from game.engine.systems.withering import fell
from game.engine.world import World
from game.levels.loading import load_partnerships, load_species
from tests.laws.lands import kind, land, let_pass, lot, share_of
from tests.laws.proof import law
from tests.laws.test_mycelium import big_enough
from tests.worlds import honeybee, pairing, plant

HEIGHT, WIDTH = 12, 16
POOR, RICH = 0, 40  # mineral in a tile's soil
SECOND_SUMMER = YEAR + 60
STABLE, SOON = 2000, 6 * YEAR  # ticks
SEED_CARBON = 2  # with a mineral
BACTERIA, BOND = load_species()["root_bacterium"], load_partnerships()["clover_and_bacteria"]
UNFED = frozenset({"foraging", "carrying", "herds", "societies", "people"})


def meadow(seed: int, mineral: int, together: bool) -> World:
    """Soil that holds only so much, with a hive."""
    life = [kind("white_clover"), kind("goldenrod"), BACTERIA, honeybee()]
    world = land(HEIGHT, WIDTH, seed, life, [BOND] if together else [], mineral=mineral, litter=0)
    world.subsoil.amount[:] = 0
    world.colonies[0].found(world.place(0, 0), workers=12, honey=200, mineral=8)
    world.matter.recorder = Totals()
    return world


def sow(world: World, seed: int, name: str) -> World:
    """Seedlings on half of the tiles, except under the hive, with no more than a seed holds."""
    for number in range(1, HEIGHT * WIDTH):
        if lot(seed, number) % 2 == 0:
            plant(world, name, number % WIDTH, number // WIDTH, SEED_CARBON)
    return world


def bound(world: World) -> int:
    """Mineral that bacteria have bound in all."""
    assert isinstance(world.matter.recorder, Totals)
    return world.matter.recorder.flows.get(("feeding nodules", "mineral"), 0)


@dataclass
class Clover:
    """A land without mineral where clover is sown, and after three years mown and followed by goldenrods."""

    bound: int = 0      # mineral, in the first year
    body: int = 0       # carbon, in the second summer
    seeds: int = 0      # set until then
    ground: int = 0     # mineral in soil and litter after three years
    after: float = 0.0  # the share of goldenrods that are big enough to bloom a year after they were sown


@cache
def clover(seed: int, together: bool) -> Clover:
    world, told = sow(meadow(seed, POOR, together), seed, "white_clover"), Clover()
    told.bound = bound(let_pass(world, YEAR, UNFED))
    let_pass(world, SECOND_SUMMER - YEAR, UNFED)
    told.body, told.seeds = int(world.body.amount.sum()), int(world.fields["tally_seeds_set"].sum())
    let_pass(world, 3 * YEAR - SECOND_SUMMER, UNFED)
    told.ground = int((world.soil_mineral.amount + world.litter_mineral.amount).sum(dtype=np.int64))
    fell(world, np.flatnonzero(world.flora.planted), "taken")
    sown = sow(world, seed, "goldenrod").flora.planted.copy()
    let_pass(world, SECOND_SUMMER, UNFED | {"seeds"})
    told.after = share_of(big_enough(world), sown != 0)
    return told


def test_clover_on_poor_soil_is_bigger_with_its_bacteria(seeds):
    def bigger(seed: int, together: bool = True) -> float:
        return clover(seed, together).body / clover(seed, False).body

    law("clover_body", seeds, bigger, partial(bigger, together=False))


def test_clover_on_poor_soil_sets_more_seed_with_its_bacteria(seeds):
    def more(seed: int, together: bool = True) -> float:
        return (1 + clover(seed, together).seeds) / (1 + clover(seed, False).seeds)

    law("clover_seed", seeds, more, partial(more, together=False))


# ----------------------------------------------------------------- what clover leaves behind


def test_the_soil_under_clover_grows_richer(seeds):
    def richer(seed: int, together: bool = True) -> float:
        return clover(seed, together).ground / clover(seed, False).ground

    law("clover_soil", seeds, richer, partial(richer, together=False))


def test_a_flower_sown_after_clover_blooms_more_often(seeds):
    def more(seed: int, together: bool = True) -> float:
        return (clover(seed, together).after + 0.01) / (clover(seed, False).after + 0.01)

    law("clover_after", seeds, more, partial(more, together=False))


# ----------------------------------------------------------------- no free lunch


def always_fed(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(nodules, "POOR", 10_000)


def test_bacteria_are_not_paid_where_the_soil_is_rich(seeds):
    def of_poor(seed: int) -> float:
        rich = sow(meadow(seed, RICH, together=True), seed, "white_clover")
        return bound(let_pass(rich, YEAR, UNFED)) / clover(seed, True).bound

    def without_a_limit(seed: int) -> float:
        with pytest.MonkeyPatch.context() as patch:
            always_fed(patch)
            return of_poor(seed)

    law("clover_rich_soil", seeds, of_poor, without_a_limit)


# ----------------------------------------------------------------- a land that lasts


@cache
def balanced(seed: int, ticks: int, limited: bool = True, resting: frozenset[str] = UNFED) -> tuple[float, float]:
    """Clover, goldenrods and asters on usual soil, untouched for so long: the share of kinds that still live, and what
    the air has given, as a share of all mineral that lived there at the start. Where it is not `limited`, bacteria are
    always fed and nothing goes back to the air."""
    flowers = ("white_clover", "goldenrod", "aster")
    life = [*(kind(name) for name in flowers), BACTERIA, honeybee()]
    world = land(16, 24, seed, life, [BOND, pairing()])
    for number in range(16 * 24):
        if (chance := lot(seed, number)) % 3 == 0:
            x, y = number % 24, number // 24
            plant(world, flowers[chance // 3 % 3], x, y, 16)
            world.age[world.place(y, x)] = chance // 9 % 256
    world.colonies[0].found(world.place(8, 12), workers=12, honey=100, mineral=8)
    before = living_mineral(world)
    with pytest.MonkeyPatch.context() as patch:
        if not limited:
            always_fed(patch)
            patch.setattr(nodules, "RICH", 10_000)
        let_pass(world, ticks, resting)
    alive = [np.any(world.flora.species == number) for number in (1, 2, 3)] + [np.any(world.colonies[0].workers.amount)]
    assert world.nodules is not None
    given = world.nodules.nitrogen_at_start - int(world.nodules.nitrogen.amount[0])
    return sum(map(bool, alive)) / len(alive), given / before


def test_a_land_with_clover_keeps_all_its_kinds_and_does_not_drown_in_mineral(seeds):
    silent = UNFED | {"bees"}
    law("clover_everyone", seeds, lambda seed: balanced(seed, STABLE)[0],
        lambda seed: balanced(seed, SOON, resting=silent)[0])
    law("clover_balance", seeds, lambda seed: balanced(seed, STABLE)[1], lambda seed: balanced(seed, SOON, False)[1])
