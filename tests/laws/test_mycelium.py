"""Mycelium: what the web carries, whom it cuts off, and the word that runs along it."""

from __future__ import annotations

from functools import cache, partial

import numpy as np
import pytest

from game.engine.calendar import YEAR
from game.engine.species import Plant
from game.engine.systems import mycelium
from game.engine.weather import Spell
from game.engine.world import World
from tests.laws.lands import MYCELIUM, joined, kind, land, let_pass, lot, share_of
from tests.laws.proof import law
from tests.worlds import honeybee, plant

HEIGHT, WIDTH = 14, 20
SECOND_BLOOM = YEAR + 60
THREADS = 6  # carbon under each plant at the start
RESTING = frozenset({"animals", "societies", "people"})


def spin(world: World) -> World:
    """Threads under all plants, where there is a web."""
    if world.web is not None:
        world.web.threads.amount[world.flora.planted != 0] = THREADS
    return world


def meadow_of(seed: int, *kinds: Plant, web: bool, litter: int = 12) -> World:
    bonds = [joined(*(one.name for one in kinds))] if web else []
    return land(HEIGHT, WIDTH, seed, [*kinds, MYCELIUM], bonds, litter=litter)


# ----------------------------------------------------------------- shade and poor soil


@cache
def shaded_seedlings(seed: int, web: bool) -> float:
    """The share of seedlings close to grown pecans that live for two years."""
    world = meadow_of(seed, kind("goldenrod"), kind("pecan", rent=6), web=web)
    seedlings = world.grid()
    for y in range(HEIGHT):
        for x in range(WIDTH):
            if (y % 5, x % 5) == (2, 2):
                plant(world, "pecan", x, y, 96)
            elif lot(seed, y * WIDTH + x) % 3 == 0 and max(abs(y % 5 - 2), abs(x % 5 - 2)) == 1:
                plant(world, "goldenrod", x, y, 4)
                seedlings[world.place(y, x)] = 1
    let_pass(spin(world), 2 * YEAR, RESTING)
    return share_of((world.flora.species > 0) & (world.age >= 2 * YEAR - 4), seedlings)


def test_seedlings_in_shade_live_on_the_web(seeds):
    def gain(seed: int, web: bool = True) -> float:
        return (shaded_seedlings(seed, web) + 0.01) / (shaded_seedlings(seed, False) + 0.01)

    law("web_shade", seeds, gain, partial(gain, web=False))


def patches(world: World) -> np.ndarray:
    """1 on squares of 4 x 4 tiles that hold no mineral at all, like the dark fields of a chessboard, 0 on rich ones."""
    poor = world.grid()
    rows, columns = np.indices((world.height, world.width))
    world.map(poor)[:] = (rows // 4 + columns // 4) % 2 == 0
    world.soil_mineral.amount[world.soil != 0] = 24
    for stock in (world.soil_mineral, world.subsoil, world.litter_mineral):
        stock.amount[poor != 0] = 0
    return poor


def sow_half(world: World, seed: int, bodies: tuple[int, ...] = (6, 8)) -> None:
    """Goldenrods and asters in turn, on half of the tiles, with one of `bodies` each."""
    for y in range(HEIGHT):
        for x in range(WIDTH):
            chance = lot(seed, y * WIDTH + x)
            if chance % 2 == 0:
                plant(world, "aster" if (x + y) % 2 else "goldenrod", x, y, bodies[chance // 2 % len(bodies)])


@cache
def patchy(seed: int, ticks: int, web: bool, pays: bool = True, known: bool = False) -> tuple[World, np.ndarray]:
    """A patchy land of young asters and goldenrods some ticks later, and the kind that stood on each poor tile.

    Where `pays` is false asters never pay; where they are `known` for it they are cut off from the start.
    """
    world = meadow_of(seed, kind("goldenrod", pays=True), kind("aster", pays=pays), web=web)
    poor = patches(world)
    sow_half(world, seed)
    first = world.flora.species.copy()
    spin(world)
    if known and web and not pays:
        world.web.debt[world.flora.of(world.flora.index["aster"]) != 0] = mycelium.PATIENCE
    let_pass(world, ticks, RESTING | {"seeds"})
    return world, np.where(poor, first, 0)


def big_enough(world: World) -> np.ndarray:
    return (world.body.amount >= world.flora.flowers_at) & (world.flora.species > 0)


def flowering_on_poor_soil(seed: int, web: bool) -> float:
    world, poor = patchy(seed, SECOND_BLOOM, web)
    return share_of(big_enough(world), poor > 0)


def test_plants_on_poor_soil_flower_because_of_the_web(seeds):
    def gain(seed: int, web: bool = True) -> float:
        return flowering_on_poor_soil(seed, web) / flowering_on_poor_soil(seed, False)

    law("web_poor_soil", seeds, gain, partial(gain, web=False))


# ----------------------------------------------------------------- who pays, and who does not


@cache
def seeds_of_all(seed: int, web: bool) -> int:
    """Seeds that goldenrods and asters on a patchy land, visited by bees, set in two years."""
    life = [kind("goldenrod"), kind("aster"), MYCELIUM, honeybee()]
    world = land(HEIGHT, WIDTH, seed, life, [joined("goldenrod", "aster")] if web else [])
    patches(world)
    sow_half(world, seed)
    world.colonies[0].found(world.place(HEIGHT // 2, WIDTH // 2), workers=20, honey=64, mineral=8)
    let_pass(spin(world), 2 * YEAR, RESTING | {"seeds"})
    return int(world.fields["tally_seeds_set"].sum())


def test_members_that_pay_set_more_seed_with_the_web(seeds):
    def gain(seed: int, web: bool = True) -> float:
        return seeds_of_all(seed, web) / seeds_of_all(seed, False)

    law("web_pays", seeds, gain, partial(gain, web=False))


def cut_off(seed: int, pays: bool = False) -> float:
    world, poor = patchy(seed, SECOND_BLOOM, True, pays)
    assert world.web is not None
    return share_of(world.web.debt >= mycelium.PATIENCE, poor == world.flora.index["aster"])


def test_a_kind_that_does_not_pay_is_cut_off_in_time(seeds):
    law("web_cheats_cut_off", seeds, cut_off, partial(cut_off, pays=True))


def test_once_cut_off_it_gains_little_from_the_web_of_others(seeds):
    def gain(seed: int, pays: bool = False) -> float:
        with_web, without = (
            share_of(big_enough(world), poor == world.flora.index["aster"])
            for world, poor in (patchy(seed, SECOND_BLOOM, web, pays, known=True) for web in (True, False))
        )
        return with_web / without

    law("web_cheats_gain", seeds, gain, partial(gain, pays=True))


# ----------------------------------------------------------------- drought


DROUGHT = Spell("drought", 16, 16 + 80, 100, announced=8)


class Drought:
    """A drought in a joined meadow: when each plant was warned, when it felt thirst, and what it kept of its body."""

    def __init__(self, seed: int) -> None:
        life = [kind("goldenrod"), kind("aster"), MYCELIUM]
        self.world = land(HEIGHT, WIDTH, seed, life, [joined("goldenrod", "aster")], spells=[DROUGHT])
        sow_half(self.world, seed, bodies=(24,))
        world, self.plants = spin(self.world), self.world.flora.planted.copy()
        self.warned, self.thirsty = world.grid(), world.grid()
        assert world.web is not None
        for _ in range(DROUGHT.last):
            let_pass(world, 1, RESTING | {"seeds"})
            self.warned[(world.web.alarm > 0) & (self.warned == 0)] = world.tick
            self.thirsty[(world.soil_water.amount < 1) & (self.thirsty == 0)] = world.tick

    @property
    def lead(self) -> float:
        """Ticks between word and thirst; 0 where no word came."""
        both = (self.warned > 0) & (self.thirsty > 0) & (self.plants != 0)
        return float(np.where(both, self.thirsty - self.warned, 0).sum() / np.count_nonzero(self.plants))

    @property
    def body(self) -> float:
        return int((self.world.body.amount & self.plants).sum()) / np.count_nonzero(self.plants)


@cache
def warned_drought(seed: int) -> Drought:
    return Drought(seed)


@cache
def silent_drought(seed: int) -> Drought:
    """The same, but nothing is ever dry enough for the web to say so."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(mycelium, "DRY", 0)
        return Drought(seed)


def test_word_of_a_drought_comes_before_the_thirst(seeds):
    law("web_alarm_early", seeds, lambda seed: warned_drought(seed).lead, lambda seed: silent_drought(seed).lead)


def test_the_warned_come_through_a_drought_with_more_left(seeds):
    def kept(seed: int, told: bool = True) -> float:
        return (warned_drought(seed) if told else silent_drought(seed)).body / silent_drought(seed).body

    law("web_alarm_helps", seeds, kept, partial(kept, told=False))


# ----------------------------------------------------------------- bare ground


@cache
def grown_on_bare_ground(seed: int, web: bool) -> float:
    """Carbon of body that a seedling has after 24 ticks on ground without litter."""
    world = meadow_of(seed, kind("goldenrod"), kind("aster"), web=web, litter=0)
    sow_half(world, seed, bodies=(4,))
    let_pass(spin(world), 24, RESTING)
    return int(world.body.amount.sum()) / np.count_nonzero(world.flora.planted)


def test_bare_ground_is_settled_better_with_a_web(seeds):
    def gain(seed: int, web: bool = True) -> float:
        return grown_on_bare_ground(seed, web) / grown_on_bare_ground(seed, False)

    law("web_bare_ground", seeds, gain, partial(gain, web=False))
