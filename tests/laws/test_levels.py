"""Every level that comes with the game: one and the same gardener wins it, nobody else does, and it lives of its
partnership.

A level takes part as soon as it lies in levels/; PARTNERSHIPS says what each is about. Luck is tried on half of the
seeds. That each choice shows soon is measured in tests/desktop/test_choices_show.py.
"""

from __future__ import annotations

from functools import cache

import pytest

from game.lab.playing import play
from game.lab.policies import POLICIES
from game.levels.level import Level
from game.levels.loading import load_level
from game.paths import LEVELS
from game.play.session import Session

PARTNERSHIPS = {
    "bare_rock": "lichen",
    "gold_and_purple": "goldenrod_and_aster",
    "many_eyes": "many_eyes",
    "the_pecan_year": "roots_of_the_park",
    "under_the_ground": "roots_of_the_wood",
    "what_the_birds_carry": "birds_and_berries",
}
NAMES = sorted(path.stem for path in LEVELS.glob("*.yaml"))
SEEDS_A_WINNER_NEEDS = 16    # of 20
SEEDS_LUCK_MAY_WIN = 2       # of 20
LEFT_WITHOUT = 80            # percent of the flourishing, at most, with the partnership switched off
COMPARED_SEEDS = 5


@cache
def level(name: str) -> Level:
    return load_level(LEVELS / f"{name}.yaml")


@cache
def played(name: str, policy: str, seed: int, without: str | None = None) -> tuple[bool, int]:
    """Whether all goals were met, and the flourishing at the end."""
    session = Session(level(name), seed, without=without)
    play(session, POLICIES[policy], level(name).ticks)
    return all(goal.met for goal in session.goals), session.flourishing.score


def test_each_level_is_about_a_partnership():
    assert set(NAMES) <= set(PARTNERSHIPS)
    for name in NAMES:
        assert PARTNERSHIPS[name] in {bond.name for bond in level(name).partnerships}


@pytest.mark.parametrize("name", NAMES)
def test_sharing_wins_each_level(name, seeds):
    won = [seed for seed in seeds if played(name, "share", seed)[0]]
    assert len(won) * 20 >= SEEDS_A_WINNER_NEEDS * len(seeds), f"won on seeds {won} of {len(seeds)}"


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("policy", ["none", "random"])
def test_neither_rest_nor_luck_wins_a_level(name, policy, seeds):
    some = seeds[: len(seeds) // 2]
    won = [seed for seed in some if played(name, policy, seed)[0]]
    assert len(won) * 20 <= SEEDS_LUCK_MAY_WIN * len(some), f"won on seeds {won} of {len(some)}"


@pytest.mark.parametrize("name", NAMES)
def test_each_level_lives_of_its_partnership(name, seeds):
    some = seeds[:COMPARED_SEEDS]
    whole = sum(played(name, "share", seed)[1] for seed in some)
    cut = sum(played(name, "share", seed, PARTNERSHIPS[name])[1] for seed in some)
    assert cut * 100 <= whole * LEFT_WITHOUT, f"{cut / len(some)} without it, {whole / len(some)} with it"
