"""The basket: whoever keeps all is better off for a year, and worse off in the end, at home too.

Cut out is the keeping: whoever takes all as well, but gives it away.
"""

from __future__ import annotations

from functools import cache

from game.engine.calendar import YEAR
from game.engine.world import World
from game.lab.playing import play
from game.play.session import Session
from tests.laws.plays import GARDENERS, level
from tests.laws.proof import law


@cache
def at_home(gardener: str, seed: int) -> tuple[int, int]:
    """The carbon of food that the player's own household has in pantry and on the shelf after a year; and how it fares
    in the end."""
    session = Session(level("the_basket"), seed)
    play(session, GARDENERS[gardener], YEAR)
    stored = _food(session.world)
    play(session, GARDENERS[gardener], session.level.ticks)
    homes = session.world.households
    assert homes.yours is not None
    return stored, session.flourishing.of(homes.names[homes.yours]).level


def _food(world: World) -> int:
    shelf = zip(world.flora.kinds, world.hand.shelf, strict=True)
    kept = sum(fruit.motes("carbon") for kind, fruit in shelf if kind.edible)
    return kept + int(world.households.pantry_carbon.amount[world.households.yours])


def test_at_first_keeping_fills_ones_own_house(seeds):
    def times(seed: int, gardener: str) -> float:
        return at_home(gardener, seed)[0] / max(1, at_home("share", seed)[0])

    law("basket_gain", seeds, lambda seed: times(seed, "hoard"), lambda seed: times(seed, "gives all"))


def test_in_the_end_even_the_own_house_of_who_keeps_all_fares_worse(seeds):
    def lost(seed: int, gardener: str) -> float:
        return at_home("share", seed)[1] - at_home(gardener, seed)[1]

    law("basket_end", seeds, lambda seed: lost(seed, "hoard"), lambda seed: lost(seed, "gives all"))
