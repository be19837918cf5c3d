"""Pairing: goldenrod and aster are seen, and seeded, because of each other."""

from __future__ import annotations

from functools import cache, partial

import numpy as np

from game.engine.chance import mixed
from game.engine.world import World
from tests.laws.proof import law
from tests.worlds import meadow, pass_ticks, plant

SIDE = 6
CORNERS = ((4, 7), (22, 7))     # x, y of two beds, far enough apart not to see each other
SUMMER_AND_AUTUMN = 100
MEADOWS = 3  # for each seed, where one kind is so rare that a single plant would count for much


def two_beds(seed: int, kind_at, *, together: bool = True) -> World:
    """36 flowers and 36 flowers, a hive between them; `kind_at(bed, x, y)` names each."""
    world = meadow("\n".join(["." * 32] * 20), seed, together=together)
    for bed, (left, top) in enumerate(CORNERS):
        for y in range(SIDE):
            for x in range(SIDE):
                plant(world, kind_at(bed, x, y), left + x, top + y)
    world.colonies[0].found(world.place(10, 16), workers=20, honey=64, mineral=8)
    return pass_ticks(world, SUMMER_AND_AUTUMN)


def per_plant(world: World, tally: str, planted: dict[str, int]) -> dict[str, float]:
    counts = world.fields[f"tally_{tally}"]
    return {name: counts[world.flora.index[name]] / planted[name] for name in planted}


@cache
def checkerboard(seed: int, tally: str, together: bool = True) -> dict[str, float]:
    world = two_beds(seed, lambda _, x, y: ("goldenrod", "aster")[(x + y) % 2], together=together)
    return per_plant(world, tally, {"goldenrod": 36, "aster": 36})


@cache
def separate(seed: int, tally: str) -> dict[str, float]:
    world = two_beds(seed, lambda bed, x, y: ("goldenrod", "aster")[bed])
    return per_plant(world, tally, {"goldenrod": 36, "aster": 36})


def smaller_gain(tally: str, seed: int, together: bool = True) -> float:
    """The gain from being mixed, of whichever of the two gains less."""
    with_partner, alone = checkerboard(seed, tally, together), separate(seed, tally)
    return min(with_partner[name] / alone[name] for name in alone)


def test_both_of_a_mixed_pair_get_more_visits_than_in_separate_beds(seeds):
    law("pairing_visits", seeds, partial(smaller_gain, "visits"), partial(smaller_gain, "visits", together=False))


def test_both_of_a_mixed_pair_set_more_seed_than_in_separate_beds(seeds):
    law("pairing_seed", seeds, partial(smaller_gain, "seeds_set"), partial(smaller_gain, "seeds_set", together=False))


def rare_one(seed: int, one_in: int) -> float:
    """Seed a plant of the rarer kind, against the same kind in an even mixture, in several meadows."""
    meadows = [seed * MEADOWS + one for one in range(MEADOWS)]
    rare = sum(_set_by_asters(meadow, one_in) for meadow in meadows)
    return rare / sum(checkerboard(meadow, "seeds_set")["aster"] for meadow in meadows)


def _set_by_asters(seed: int, one_in: int) -> float:
    planted = {"goldenrod": 0, "aster": 0}

    def kind_at(bed: int, x: int, y: int) -> str:
        name = "aster" if mixed(seed * 1000 + bed * 100 + y * SIDE + x) % one_in == 0 else "goldenrod"
        planted[name] += 1
        return name

    world = two_beds(seed, kind_at)
    return per_plant(world, "seeds_set", planted)["aster"]


def test_the_benefit_falls_when_one_of_the_two_is_rare(seeds):
    law("pairing_evenness", seeds, lambda seed: rare_one(seed, 10), lambda seed: rare_one(seed, 2))


def test_a_flower_alone_shows_only_itself():
    world = pass_ticks(meadow("""
        . . . . .
        . g . a .
        . . . . .
        . . . . ."""), 60)
    shown = world.map(world.display)
    assert shown.max() <= 1
    assert np.count_nonzero(shown) <= 2
