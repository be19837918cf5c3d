"""Lichen: neither partner lives on rock alone; together they make soil of it."""

from __future__ import annotations

from functools import cache, partial

import numpy as np

from game.engine.calendar import SEASON, YEAR
from game.engine.tiles import ROCK
from game.engine.world import World
from tests.laws.lands import ALGA, EXCHANGE, FUNGUS, let_pass, lot
from tests.laws.proof import law

ROCK_MINERAL = 96
INOCULATED = 4  # one rock tile in so many
WITH_BOTH = ("fungus", "alga")


def rocky_land(seed: int, partners: tuple[str, ...] = WITH_BOTH, trading: bool = True) -> World:
    """Rock with a strip of soil, 10 x 12 tiles; on every fourth rock tile four units of each of the partners."""
    world = World(10, 12, seed, [FUNGUS, ALGA], partnerships=[EXCHANGE] if trading else [])
    world.map("ground")[:, 2:] = ROCK
    world.map_changed()
    world.subsoil.amount[world.rock != 0] = ROCK_MINERAL
    places = [place for place in np.flatnonzero(world.rock) if lot(seed, int(place)) % INOCULATED == 0]
    for partner in partners:
        world.matter.stocks[partner].amount[places] = 4
    return world


def living(world: World) -> int:
    """Tiles on which there is anything of a lichen."""
    return int(np.count_nonzero(world.matter.stocks["fungus"].amount + world.matter.stocks["alga"].amount))


@cache
def after(seed: int, ticks: int, partners: tuple[str, ...] = WITH_BOTH, trading: bool = True) -> World:
    return let_pass(rocky_land(seed, partners, trading), ticks)


def left_alone(seed: int) -> float:
    """Tiles left of whichever partner does better alone, after two seasons."""
    return max(living(after(seed, 2 * SEASON, (partner,))) for partner in WITH_BOTH)


def test_neither_partner_lives_on_rock_alone(seeds):
    law("lichen_alone", seeds, left_alone, lambda seed: living(after(seed, 2 * SEASON)))


def test_together_they_live_on_for_years_on_the_rock_that_is_left(seeds):
    def live(seed: int, trading: bool = True) -> float:
        world = after(seed, 5 * YEAR, trading=trading)
        return float(living(world) > 0 or not np.count_nonzero(world.rock))

    law("lichen_together", seeds, live, partial(live, trading=False))


def test_together_they_make_soil_of_rock(seeds):
    def soil_made(seed: int, trading: bool = True) -> float:
        return int(after(seed, 3 * YEAR, trading=trading).fields["tally_soil_formed"][0])

    law("lichen_soil", seeds, soil_made, partial(soil_made, trading=False))


def test_a_crust_spreads_to_the_rock_around_it(seeds):
    def wider(seed: int, trading: bool = True) -> float:
        return living(after(seed, YEAR, trading=trading)) / living(rocky_land(seed))

    law("lichen_spread", seeds, wider, partial(wider, trading=False))
