"""Clover and its root bacteria: rich on poor soil, and good for whoever comes after; not fed where the soil is rich."""

from __future__ import annotations

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


def meadow(seed: int, mineral: int, together: bool, *kinds: str) -> World:
    """Soil that holds only so much, with a hive, where `kinds` of flowers, or clover alone, are known."""
    life = [*(kind(name) for name in kinds or ("white_clover",)), BACTERIA, honeybee()]
    world = land(HEIGHT, WIDTH, seed, life, [BOND] if together else [], mineral=mineral, litter=0)
    world.subsoil.amount[:] = 0
    world.colonies[0].found(world.place(0, 0), workers=12, honey=200, mineral=8)
    world.matter.recorder = Totals()
    return world


def sow(world: World, seed: int, *kinds: str) -> World:
    """Seedlings of `kinds` in turn on half of the tiles, except under the hive, with no more than a seed holds."""
    for number in range(1, HEIGHT * WIDTH):
        if (chance := lot(seed, number)) % 2 == 0:
            plant(world, kinds[chance // 2 % len(kinds)], number % WIDTH, number // WIDTH, SEED_CARBON)
    return world


@cache
def clover(seed: int, ticks: int, together: bool, mineral: int = POOR) -> World:
    return let_pass(sow(meadow(seed, mineral, together), seed, "white_clover"), ticks, UNFED)


def bound(world: World) -> int:
    """Mineral that bacteria have bound in all."""
    assert isinstance(world.matter.recorder, Totals)
    return world.matter.recorder.flows.get(("feeding nodules", "mineral"), 0)


def test_clover_on_poor_soil_is_bigger_with_its_bacteria(seeds):
    def bigger(seed: int, together: bool = True) -> float:
        with_them, without = (
            int(clover(seed, SECOND_SUMMER, which).body.amount.sum()) for which in (together, False)
        )
        return with_them / without

    law("clover_body", seeds, bigger, partial(bigger, together=False))


def test_clover_on_poor_soil_sets_more_seed_with_its_bacteria(seeds):
    def more(seed: int, together: bool = True) -> float:
        with_them, without = (
            1 + int(clover(seed, SECOND_SUMMER, which).fields["tally_seeds_set"].sum()) for which in (together, False)
        )
        return with_them / without

    law("clover_seed", seeds, more, partial(more, together=False))


# ----------------------------------------------------------------- what clover leaves behind


def test_the_soil_under_clover_grows_richer(seeds):
    def richer(seed: int, together: bool = True) -> float:
        with_them, without = (
            int((world.soil_mineral.amount + world.litter_mineral.amount).sum(dtype=np.int64))
            for world in (clover(seed, 3 * YEAR, which) for which in (together, False))
        )
        return with_them / without

    law("clover_soil", seeds, richer, partial(richer, together=False))


@cache
def blooming_after(seed: int, together: bool) -> float:
    """The share of goldenrods big enough to bloom, sown where clover was sown three years before and is now mown."""
    world = sow(meadow(seed, POOR, together, "white_clover", "goldenrod"), seed, "white_clover")
    let_pass(world, 3 * YEAR, UNFED)
    fell(world, np.flatnonzero(world.flora.planted), "taken")
    sow(world, seed, "goldenrod")
    sown = world.flora.planted.copy()
    let_pass(world, SECOND_SUMMER, UNFED | {"seeds"})
    return share_of(big_enough(world), sown != 0)


def test_a_flower_sown_after_clover_blooms_more_often(seeds):
    def more(seed: int, together: bool = True) -> float:
        return (blooming_after(seed, together) + 0.01) / (blooming_after(seed, False) + 0.01)

    law("clover_after", seeds, more, partial(more, together=False))


# ----------------------------------------------------------------- no free lunch


def always_fed(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(nodules, "POOR", 10_000)


def test_bacteria_are_not_paid_where_the_soil_is_rich(seeds):
    def of_poor(seed: int) -> float:
        on_rich, on_poor = (bound(clover(seed, YEAR, True, mineral)) for mineral in (RICH, POOR))
        return on_rich / on_poor

    def without_a_limit(seed: int) -> float:
        with pytest.MonkeyPatch.context() as patch:
            always_fed(patch)
            on_rich = let_pass(sow(meadow(seed, RICH, True), seed, "white_clover"), YEAR, UNFED)
        return bound(on_rich) / bound(clover(seed, YEAR, True, POOR))

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
