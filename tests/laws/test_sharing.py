"""Sharing: what is kept is missing from the land, and everyone feels it, the plants and bees too.

The same gardener plays each time: the same eyes, the same skill, the same days of work. Cut out is the keeping: a
gardener who takes all as the hoarder does and gives it away does as well as one who shares.
"""

from __future__ import annotations

from functools import partial

from tests.laws.plays import played as played_on
from tests.laws.proof import law, seldom_wins

played = partial(played_on, "gold_and_purple")


def test_whoever_keeps_everything_ends_with_less_flourishing(seeds):
    law(
        "sharing_flourishing", seeds,
        measured=lambda seed: played("share", seed).flourishing - played("hoard", seed).flourishing,
        cut=lambda seed: played("share", seed).flourishing - played("gives all", seed).flourishing,
    )


def test_the_land_alone_is_poorer_for_it_too(seeds):
    law(
        "sharing_land", seeds,
        measured=lambda seed: played("share", seed).land - played("hoard", seed).land,
        cut=lambda seed: played("share", seed).land - played("gives all", seed).land,
    )


def test_even_a_sharing_gardener_needs_the_partnership(seeds):
    def percent_left(seed: int, without: str | None) -> float:
        return 100 * played("share", seed, without).flourishing / played("share", seed).flourishing

    law(
        "partnership_on_the_level", seeds,
        measured=lambda seed: percent_left(seed, "goldenrod_and_aster"),
        cut=lambda seed: percent_left(seed, None),
    )


def test_keeping_does_not_win_the_level(seeds):
    seldom_wins(lambda seed: played("hoard", seed).won, seeds)
