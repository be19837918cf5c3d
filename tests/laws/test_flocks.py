"""Flocks: many eyes, against the same birds each for itself.

Both have as many birds, on the same land, with the same hawk, set out on the same tiles; that one among many is caught
less often counts for both.
"""

from __future__ import annotations

from functools import cache, partial

import numpy as np
import pytest

from game.engine.matter import Totals
from game.engine.species import Animal
from game.engine.world import World
from game.levels.loading import load_partnerships, load_species
from tests.laws.lands import kind, land, let_pass, lot
from tests.laws.proof import law
from tests.laws.test_carriers import bluebird, let_in
from tests.worlds import plant

HEIGHT, WIDTH = 16, 24
SUMMER = 34  # day of the year
TICKS, TRIES = 48, 4
OTHER_DAY = 1000  # added to the seed
RIPE = 40  # seeds on each flower: there is food everywhere
HAWK_CARBON = 20  # always ready to hunt
SATED, STRONG, WEAK = 64, 40, 9  # carbon
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


def share_of_what_lone_ones_lose(seed: int, birds: int, together: bool) -> float:
    """Cut out is keeping together: the same birds on another day, each for itself again."""
    day = 0 if together else OTHER_DAY
    return caught(seed + day, birds, together) / max(1, caught(seed, birds, False))


@pytest.mark.parametrize("birds", [6, 8])
def test_birds_that_keep_together_lose_at_most_half_of_what_lone_ones_lose(seeds, birds):
    law("flocks_hawk", seeds, partial(share_of_what_lone_ones_lose, birds=birds, together=True),
        partial(share_of_what_lone_ones_lose, birds=birds, together=False))


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
def weak_ones_left(seed: int, together: bool) -> float:
    """Of four weak birds beside four strong ones, where nothing is to be found, how many are still here."""
    world = hunted_land(seed, 8, together, carbon=STRONG)
    world.animals[0].carbon.amount[4:] = WEAK
    world.animals[1].carbon.amount[:] = SATED
    weak = world.animals[0].column("ident")[4:].copy()
    let_pass(world, 24, RESTING)
    return float(np.isin(weak, world.animals[0].column("ident")).mean())


def test_a_flock_feeds_its_weak(seeds):
    law("flocks_weak", seeds, partial(weak_ones_left, together=True), partial(weak_ones_left, together=False))
