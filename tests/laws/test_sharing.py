"""Sharing: what is kept is missing from the land, and everyone feels it, the plants and bees too.

The same gardener plays each time: the same eyes, the same skill, the same days of work. Cut out is the keeping: a
gardener who takes all as the hoarder does and gives it away does as well as one who shares.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pytest

from game.engine.flourishing import Flourishing
from game.lab.playing import play
from game.lab.policies import POLICIES
from game.lab.policies.gardener import give_away, tend
from game.levels.loading import load_level
from game.paths import LEVELS
from game.play.actions import Action
from game.play.session import Session
from tests.laws.proof import law

LEVEL = load_level(LEVELS / "gold_and_purple.yaml")
SEEDS_A_WINNER_NEEDS = 16   # of 20
SEEDS_LUCK_MAY_WIN = 2      # of 20


def take_all_and_give_it_away(session: Session) -> Iterator[Action]:
    return tend(session, "all", give_away)


GARDENERS = {**POLICIES, "gives all": take_all_and_give_it_away}


@dataclass(frozen=True)
class Outcome:
    flourishing: int
    land: int
    won: bool


@cache
def played(policy: str, seed: int, without: str | None = None) -> Outcome:
    session = Session(LEVEL, seed, without=without)
    play(session, GARDENERS[policy], LEVEL.ticks)
    return Outcome(session.flourishing.score, without_people(session), all(goal.met for goal in session.goals))


def without_people(session: Session) -> int:
    """Flourishing as if no household were on the roll."""
    homes = session.world.households.names
    return Flourishing(tuple(member for member in session.flourishing.members if member.member not in homes)).score


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


def test_sharing_wins_the_level(seeds):
    won = [seed for seed in seeds if played("share", seed).won]
    assert len(won) * 20 >= SEEDS_A_WINNER_NEEDS * len(seeds), f"won on seeds {won} of {len(seeds)}"


@pytest.mark.parametrize("policy", ["none", "random", "hoard"])
def test_neither_rest_nor_luck_nor_keeping_wins_it(seeds, policy):
    won = [seed for seed in seeds if played(policy, seed).won]
    assert len(won) * 20 <= SEEDS_LUCK_MAY_WIN * len(seeds), f"won on seeds {won} of {len(seeds)}"
