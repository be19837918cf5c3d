"""Carriers: with birds berries leave their grove, a wood grows about perches; without berries birds leave the land."""

from __future__ import annotations

from functools import cache, partial
from unittest.mock import patch

import numpy as np

from game.engine.animals import Animals
from game.engine.calendar import YEAR
from game.engine.species import Animal
from game.engine.systems import carrying
from game.engine.world import World
from game.levels.loading import load_partnerships, load_species
from tests.laws.lands import kind, land, let_pass, lot
from tests.laws.proof import law
from tests.worlds import honeybee, plant

HEIGHT, WIDTH, GROVE = 16, 28, 6
LEFT, TOP = (WIDTH - GROVE) // 2, (HEIGHT - GROVE) // 2
BIRDS, YEARS = 8, 5
FAR = 3  # tiles from a parent
SEEDLING_AGE = 32  # ticks


def bluebird() -> Animal:
    bird = load_species()["bluebird"]
    assert isinstance(bird, Animal)
    return bird


def let_in(animals: Animals, world: World, tiles: list[tuple[int, int]], carbon: int | None = None) -> None:
    """Animals on (x, y) tiles, from nothing: while a world is being built."""
    herd = animals.come(np.array([world.place(y, x) for x, y in tiles]))
    animals.carbon.amount[herd] = animals.kind.comfort if carbon is None else carbon
    animals.mineral.amount[herd] = animals.kind.mineral


def strewn(seed: int, many: int, height: int = HEIGHT, width: int = WIDTH) -> list[tuple[int, int]]:
    return [(lot(seed, 500 + 2 * each) % width, lot(seed, 501 + 2 * each) % height) for each in range(many)]


@cache
def grove(seed: int, carried: bool) -> tuple[int, float]:
    """Young shrubs far from every parent, and how wide the shrubs range against the grove they came from."""
    life = [kind("goldenrod"), kind("aster"), kind("serviceberry"), honeybee(), bluebird()]
    bonds = load_partnerships()
    names = ["goldenrod_and_aster", "many_eyes", *(["birds_and_berries"] if carried else [])]
    world = land(HEIGHT, WIDTH, seed, life, [bonds[name] for name in names])
    parents = []
    for y in range(HEIGHT):
        for x in range(WIDTH):
            at_home = 0 <= x - LEFT < GROVE and 0 <= y - TOP < GROVE
            if at_home and lot(seed, y * WIDTH + x) % 3 == 0:
                plant(world, "serviceberry", x, y, 48)
                parents.append((x, y))
            elif lot(seed, 7000 + y * WIDTH + x) % 4 == 0:
                plant(world, ("goldenrod", "aster")[(x + y) % 2], x, y)
    world.colonies[0].found(world.place(HEIGHT // 2, WIDTH // 2), workers=12, honey=48, mineral=8)
    let_in(world.animals[0], world, strewn(seed, BIRDS))
    let_pass(world, YEARS * YEAR)
    shrubs = (world.map("species") == world.flora.index["serviceberry"]) & (world.map("age") >= SEEDLING_AGE)
    young = [(x, y) for y, x in np.argwhere(shrubs).tolist() if (x, y) not in parents]
    away = [min(max(abs(x - px), abs(y - py)) for px, py in parents) for x, y in young]
    columns = [x for x, _ in parents + young]
    wide = (max(columns) - min(columns) + 1) / (max(x for x, _ in parents) - min(x for x, _ in parents) + 1)
    return sum(one > FAR for one in away), wide


def times_more_far_seedlings(seed: int, carried: bool) -> float:
    return (grove(seed, carried)[0] + 1) / (grove(seed, False)[0] + 1)


def times_wider(seed: int, carried: bool) -> float:
    return grove(seed, carried)[1] / grove(seed, False)[1]


def test_with_carriers_more_seedlings_stand_far_from_their_parents(seeds):
    law("carriers_far", seeds, partial(times_more_far_seedlings, carried=True),
        partial(times_more_far_seedlings, carried=False))


def test_with_carriers_the_plants_range_grows_wider(seeds):
    law("carriers_range", seeds, partial(times_wider, carried=True), partial(times_wider, carried=False))


PERCHES = ((LEFT - 6, TOP + 1), (LEFT - 5, TOP + 5), (LEFT + GROVE + 4, TOP), (LEFT + GROVE + 5, TOP + 4))  # x, y
ABOUT = 2  # tiles around a perch


@cache
def shrubs_about_perches(seed: int, stand: bool, seen: bool = True) -> int:
    """Shrubs on the tiles about where perches stand, or would; `seen`: whether birds make for them."""
    life = [kind("goldenrod"), kind("aster"), kind("serviceberry"), honeybee(), bluebird()]
    bonds = load_partnerships()
    world = land(HEIGHT, WIDTH, seed, life, [bonds[name] for name in ("goldenrod_and_aster", "birds_and_berries")])
    about = np.zeros((HEIGHT, WIDTH), np.bool_)
    for x, y in PERCHES:
        about[max(0, y - ABOUT) : y + ABOUT + 1, max(0, x - ABOUT) : x + ABOUT + 1] = True
        if stand:
            world.map("perches")[y, x] = 1
    for y in range(HEIGHT):
        for x in range(WIDTH):
            if 0 <= x - LEFT < GROVE and 0 <= y - TOP < GROVE and lot(seed, y * WIDTH + x) % 3 == 0:
                plant(world, "serviceberry", x, y, 48)
            elif lot(seed, 7000 + y * WIDTH + x) % 4 == 0 and not about[y, x]:
                plant(world, ("goldenrod", "aster")[(x + y) % 2], x, y)
    world.colonies[0].found(world.place(HEIGHT // 2, WIDTH // 2), workers=12, honey=48, mineral=8)
    let_in(world.animals[0], world, strewn(seed, BIRDS))
    with patch.object(carrying, "SEEN_FROM", carrying.SEEN_FROM if seen else -1):
        let_pass(world, 3 * YEAR)
    return int(np.count_nonzero(about & (world.map("species") == world.flora.index["serviceberry"])))


def times_more_about_perches(seed: int, seen: bool) -> float:
    return (shrubs_about_perches(seed, stand=True, seen=seen) + 1) / (shrubs_about_perches(seed, stand=False) + 1)


def test_a_wood_grows_about_perches(seeds):
    law("carriers_perches", seeds, partial(times_more_about_perches, seen=True),
        partial(times_more_about_perches, seen=False))


@cache
def birds_after_two_years(seed: int, fruit: bool) -> float:
    life = [kind("goldenrod"), kind("aster"), kind("serviceberry"), honeybee(), bluebird()]
    bonds = load_partnerships()
    names = ("goldenrod_and_aster", "many_eyes", "birds_and_berries")
    world = land(16, 24, seed, life, [bonds[name] for name in names])
    for number, (x, y) in enumerate(strewn(seed + 999, 76, 16, 24)):
        if not world.flora.species[world.place(y, x)] and (fruit or number % 2):
            plant(world, ("serviceberry", "goldenrod")[number % 2], x, y, (48, 24)[number % 2])
    world.colonies[0].found(world.place(8, 12), workers=12, honey=48, mineral=8)
    let_in(world.animals[0], world, strewn(seed, 12, 16, 24))
    return len(let_pass(world, 2 * YEAR).animals[0]) / 12


def test_without_fruit_the_carriers_leave_or_die(seeds):
    law("carriers_decline", seeds, partial(birds_after_two_years, fruit=False),
        partial(birds_after_two_years, fruit=True))
