"""Flocks: many eyes, against the same birds each for itself.

Both have as many birds, on the same land, with the same hawk, set out on the same tiles; that one among many is caught
less often counts for both.
"""

from __future__ import annotations

from functools import cache, partial
from unittest.mock import patch

import numpy as np
import pytest

from game.engine.animals import Animals
from game.engine.recorders import Totals
from game.engine.species import Animal
from game.engine.systems import foraging, societies
from game.engine.systems.crowds import gathered
from game.engine.systems.foraging import HEARD
from game.engine.world import World
from game.levels.loading import load_partnerships, load_species
from tests.laws.lands import kind, land, let_pass, lot
from tests.laws.proof import law
from tests.laws.test_carriers import bluebird, let_in, strewn
from tests.worlds import plant

HEIGHT, WIDTH = 16, 24
SUMMER = 34  # day of the year
TICKS, TRIES = 48, 4
OTHER_DAY = 1000  # added to the seed
NEVER = 1 << 14  # ticks, or body of a plant
RIPE = 40  # seeds on each flower: there is food everywhere
HAWK_CARBON = 20  # always ready to hunt
STRONG, WEAK = 36, 9  # carbon: halfway from comfort to all a bird can hold, and less than hunger
RESTING = frozenset({"sky", "leaves", "roots", "withering", "lichen", "mycelium", "blossom", "bees", "fruit", "seeds",
                     "decay", "people"})


def hawk() -> Animal:
    hunter = load_species()["hawk"]
    assert isinstance(hunter, Animal)
    return hunter


def hunted_land(seed: int, birds: int, together: bool, *, carbon: int = 16) -> World:
    bonds = [load_partnerships()["many_eyes"]] if together else []
    world = land(HEIGHT, WIDTH, seed, [kind("goldenrod"), bluebird(), hawk()], bonds)
    for y in range(HEIGHT):
        for x in range(WIDTH):
            if (x + y) % 3 == 0:
                plant(world, "goldenrod", x, y)
    left, top = WIDTH // 2 - 1, HEIGHT // 2 - 1
    flock = [(left + lot(seed, each) % 3, top + lot(seed, each + 99) % 3) for each in range(birds)]
    let_in(world.animals[0], world, flock, carbon)
    let_in(world.animals[1], world, [(WIDTH // 2, HEIGHT // 2)], HAWK_CARBON)
    world.tick = SUMMER
    return world


def live_in_plenty(world: World, ticks: int = TICKS) -> World:
    for _ in range(ticks):
        world.fruit.amount[world.flora.of(1) != 0] = RIPE
        world.animals[1].carbon.amount[:] = HAWK_CARBON
        let_pass(world, 1, RESTING)
    return world


@cache
def caught(seed: int, birds: int, together: bool) -> int:
    """How many of the birds the hawk takes in all, in several tries."""
    tries = (live_in_plenty(hunted_land(seed * TRIES + one, birds, together)) for one in range(TRIES))
    return sum(world.animals[0].tally("caught") for world in tries)


def own_eyes(world: World, animals: Animals, prey: int, apart: np.ndarray) -> np.ndarray:
    return np.array([prey])


def share_of_what_lone_ones_lose(seed: int, birds: int, alarm: bool = True) -> float:
    """Of a flock; with the `alarm` cut it shares the watch as before, but each bird is saved by its own eyes only."""
    if alarm:
        return caught(seed, birds, True) / max(1, caught(seed, birds, False))
    with patch.object(societies, "_lookouts", own_eyes):
        return caught.__wrapped__(seed, birds, True) / max(1, caught(seed, birds, False))


@pytest.mark.parametrize("birds", [6, 8])
def test_birds_that_keep_together_lose_at_most_half_of_what_lone_ones_lose(seeds, birds):
    law("flocks_hawk", seeds, partial(share_of_what_lone_ones_lose, birds=birds),
        partial(share_of_what_lone_ones_lose, birds=birds, alarm=False))


@cache
def spent_and_eaten(seed: int, together: bool) -> tuple[float, float]:
    """Carbon that a bird spends on watching, and eats, in a hundred ticks."""
    world = hunted_land(seed, 8, together)
    world.matter.recorder = watching = Totals()
    bird_ticks = 0
    for _ in range(TICKS):
        bird_ticks += len(world.animals[0])
        world.animals[0].carbon.amount[:] = np.minimum(world.animals[0].carbon.amount, 10)    # hungry all the time
        live_in_plenty(world, 1)
    return tuple(100 * watching.flows.get((cause, "carbon"), 0) / bird_ticks for cause in ("watching", "eating"))


def times_a_flock(seed: int, what: int, together: bool) -> float:
    """What a lone bird spends (0) or eats (1), against one that keeps together, or that is alone on another day."""
    other = spent_and_eaten(seed, True) if together else spent_and_eaten(seed + OTHER_DAY, False)
    return spent_and_eaten(seed, False)[what] / other[what]


def test_the_lone_one_spends_more_on_watching(seeds):
    law("flocks_spend", seeds, partial(times_a_flock, what=0, together=True),
        partial(times_a_flock, what=0, together=False))


def test_the_lone_one_eats_less(seeds):
    law("flocks_eat", seeds, partial(times_a_flock, what=1, together=True),
        partial(times_a_flock, what=1, together=False))


@cache
def weak_ones_left(seed: int, shared: bool) -> float:
    """Of four weak birds in a flock with four strong ones, where nothing is to be found and no hawk is about (so that
    nobody spends anything on watching), how many are still here."""
    world = hunted_land(seed, 8, together=True, carbon=STRONG)
    world.animals[0].carbon.amount[4:] = WEAK
    world.animals[1].go(np.arange(1))
    weak = world.animals[0].column("ident")[4:].copy()
    with patch.object(societies, "SHARES_EVERY", societies.SHARES_EVERY if shared else NEVER):
        let_pass(world, 24, RESTING)
    return float(np.isin(weak, world.animals[0].column("ident")).mean())


def test_a_flock_feeds_its_weak(seeds):
    law("flocks_weak", seeds, partial(weak_ones_left, shared=True), partial(weak_ones_left, shared=False))


SHRUBS, BERRIES = 12, 9  # and the berries that hang on each
SUMMERS, DUNG_TRIES = 128, 4  # ticks in which berries hang


@cache
def dung_where_most_fell(seed: int, one_table: bool) -> int:
    """Mineral in the dung that fell within call of the tile that got most, wherever that is."""
    return sum(_dung_of(seed * DUNG_TRIES + one, one_table) for one in range(DUNG_TRIES))


def _dung_of(seed: int, one_table: bool) -> int:
    bonds = [load_partnerships()[name] for name in ("many_eyes", "birds_and_berries")]
    world = land(HEIGHT, WIDTH, seed, [kind("serviceberry"), bluebird()], bonds)
    table = [(WIDTH // 2 - 2 + each % 4, HEIGHT // 2 - 1 + each // 4) for each in range(SHRUBS)]
    for x, y in table if one_table else strewn(seed, SHRUBS, HEIGHT, WIDTH):
        if not world.flora.species[world.place(y, x)]:
            plant(world, "serviceberry", x, y, 48)
    let_in(world.animals[0], world, strewn(seed + 1, 8, HEIGHT, WIDTH))
    before = world.litter_mineral.amount.copy()
    for _ in range(SUMMERS):
        world.fruit.amount[world.flora.planted != 0] = BERRIES
        let_pass(world, 1, RESTING | {"societies"})
    return int(gathered(world, world.litter_mineral.amount - before, HEARD).max())


def test_the_dung_of_a_flock_makes_one_place_richer(seeds):
    def times(seed: int, one_table: bool = True) -> float:
        return dung_where_most_fell(seed, one_table) / dung_where_most_fell(seed + OTHER_DAY, False)

    law("flocks_dung", seeds, times, partial(times, one_table=False))


# ----------------------------------------------------------------- one crowded place, or two tables


BIRDS, FLOWERS = 16, 12
TABLES = {1: [(11, 7)], 2: [(5, 7), (18, 7)]}  # middle tiles: two are farther apart than birds hear each other
LONG, CROWDS = 96, 16  # ticks from spring to autumn, and tries
MORE_HAWKS = 4  # that there is matter for beyond the edge


def tables_laid(seed: int, tables: int, drawn: bool) -> World:
    """As much food and as many birds at so many tables; beyond the edge is what more hawks are made of, if `drawn`."""
    world = land(HEIGHT, WIDTH, seed, [kind("goldenrod"), bluebird(), hawk()], [load_partnerships()["many_eyes"]])
    middles = TABLES[tables]
    for each in range(FLOWERS):
        x, y = middles[each % tables]
        plant(world, "goldenrod", x + each // tables % 3, y + each // tables // 3)
    at_table = [middles[each % tables] for each in range(BIRDS)]
    let_in(world.animals[0], world, [(x + lot(seed, each) % 3, y + lot(seed, each + 99) % 3)
                                     for each, (x, y) in enumerate(at_table)])
    let_in(world.animals[1], world, [(WIDTH // 2, 0)], HAWK_CARBON)
    if drawn:
        world.beyond["carbon"].amount[0] = MORE_HAWKS * hawk().comfort
        world.beyond["mineral"].amount[0] = MORE_HAWKS * 2 * hawk().mineral
    return world


@cache
def at_tables(seed: int, tables: int, drawn: bool) -> tuple[int, int]:
    """How many birds hawks took from so many tables, in several tries, and how many hawks there were, one a try and
    those that came."""
    tries = [live_in_plenty(tables_laid(seed * CROWDS + one, tables, drawn), LONG) for one in range(CROWDS)]
    came = sum(world.animals[1].tally("came") for world in tries)
    return sum(world.animals[0].tally("caught") for world in tries), CROWDS + came


def times_two_tables(seed: int, what: int, drawn: bool) -> float:
    """What one table loses (0) or draws in hawks (1), against two."""
    return (at_tables(seed, 1, drawn)[what] + 1) / (at_tables(seed, 2, drawn)[what] + 1)


def test_a_crowded_place_draws_more_hawks_than_two_flocks(seeds):
    law("flocks_crowd_drawn", seeds, partial(times_two_tables, what=1, drawn=True),
        partial(times_two_tables, what=1, drawn=False))


def test_a_crowded_place_loses_more_birds_than_two_flocks(seeds):
    law("flocks_crowd_lost", seeds, partial(times_two_tables, what=0, drawn=True),
        partial(times_two_tables, what=0, drawn=False))


SHRUBS_EACH, BIRDS_EACH, AFTER = 6, 3, 512  # at a table; ticks after which is seen who is where
FED, SATED = 40, 64  # carbon: no bird goes about for food, and no hawk hunts


@cache
def at_home(seed: int, keeps: bool) -> float:
    """Of the birds of two small flocks, each set out among shrubs of its own, how many are nearer to these in the
    end, where no food leads them away."""
    world = land(HEIGHT, WIDTH, seed, [kind("serviceberry"), bluebird(), hawk()], [load_partnerships()["many_eyes"]])
    let_in(world.animals[1], world, [(WIDTH // 2, 0)], SATED)
    tables = [[(x + each % 3, y + each // 3) for each in range(SHRUBS_EACH)] for x, y in TABLES[2]]
    for x, y in [*tables[0], *tables[1]]:
        plant(world, "serviceberry", x, y, 48)
    let_in(world.animals[0], world, [*tables[0][:BIRDS_EACH], *tables[1][:BIRDS_EACH]], FED)
    with patch.object(foraging, "NEST", foraging.NEST if keeps else NEVER):
        for _ in range(AFTER):
            for animals, carbon in zip(world.animals, (FED, SATED), strict=True):
                animals.carbon.amount[:] = carbon
            let_pass(world, 1, RESTING | {"herds"})
    _, columns = world.where(world.animals[0].place)
    west = columns < (TABLES[2][0][0] + TABLES[2][1][0] + 2) / 2
    return float((west == (np.arange(2 * BIRDS_EACH) < BIRDS_EACH)).mean())


def test_a_flock_keeps_to_the_shrubs_it_nests_in(seeds):
    law("flocks_home", seeds, partial(at_home, keeps=True), partial(at_home, keeps=False))


@cache
def taken(seed: int, hawks: int, divided: bool) -> int:
    """Birds of one flock that so many hawks take, in several tries; `divided`: whether all eyes are on one that was
    seen."""
    caught = 0
    for one in range(CROWDS):
        world = tables_laid(seed * CROWDS + one, 1, drawn=False)
        if hawks > 1:
            let_in(world.animals[1], world, [(WIDTH // 2, 0)] * (hawks - 1), HAWK_CARBON)
        with patch.object(societies, "EYES_ON", societies.EYES_ON if divided else -1):
            caught += live_in_plenty(world, TICKS).animals[0].tally("caught")
    return caught


def times_one_hawk(seed: int, divided: bool) -> float:
    return (taken(seed, 2, divided) + 1) / (taken(seed, 1, divided) + 1)


def test_two_hawks_take_more_of_a_flock_than_twice_what_one_takes(seeds):
    law("flocks_eyes", seeds, partial(times_one_hawk, divided=True), partial(times_one_hawk, divided=False))
