"""The basket: whoever keeps all is better off for a year, and worse off in the end, at home too.

Cut out is the keeping: whoever takes all as well, but gives it away.
"""

from __future__ import annotations

from tests.laws.plays import played
from tests.laws.proof import law

LEVEL = "the_basket"


def test_at_first_keeping_fills_ones_own_house(seeds):
    def times(seed: int, gardener: str) -> float:
        return played(LEVEL, gardener, seed).stored / max(1, played(LEVEL, "share", seed).stored)

    law("basket_gain", seeds, lambda seed: times(seed, "hoard"), lambda seed: times(seed, "gives all"))


def test_in_the_end_even_the_own_house_of_who_keeps_all_fares_worse(seeds):
    def lost(seed: int, gardener: str) -> float:
        return played(LEVEL, "share", seed).own_home - played(LEVEL, gardener, seed).own_home

    law("basket_end", seeds, lambda seed: lost(seed, "hoard"), lambda seed: lost(seed, "gives all"))
