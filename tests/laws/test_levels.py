"""Every level that comes with the game: one and the same gardener wins it, nobody else does, and it lives of its
partnership. Where people live from the land whoever keeps all does not win either; where keeping tempts, it leaves
everyone worse off.

A level takes part as soon as it lies in levels/; PARTNERSHIPS says what each is about, a partnership or a process, and
WON_BY who wins it where it is not `share`. That each choice shows soon is measured in
tests/desktop/test_choices_show.py.
"""

from __future__ import annotations

import pytest

from game.levels.opening import switches
from game.paths import LEVELS
from tests.laws.plays import level, played
from tests.laws.proof import law, seldom_wins, wins

PARTNERSHIPS = {
    "bare_rock": "lichen",
    "giving_back": "clover_and_bacteria",
    "gold_and_purple": "goldenrod_and_aster",
    "many_eyes": "many_eyes",
    "round_and_round": "decay",
    "the_basket": "goldenrod_and_aster",
    "the_fence": "roots_and_threads",
    "the_fund": "fund",
    "the_pecan_year": "roots_of_the_park",
    "under_the_ground": "roots_of_the_wood",
    "what_the_birds_carry": "birds_and_berries",
}
WON_BY = {"giving_back": "give_back", "round_and_round": "give_back"}  # all others: share
NAMES = sorted(path.stem for path in LEVELS.glob("*.yaml"))
PEOPLED = [name for name in NAMES if any(home.works or home.yours for home in level(name).homes)]
KEEPING_OR_SHARING = ["the_basket", "the_fund"]  # levels whose temptation it is to keep
LEFT_WITHOUT = 80            # percent of the flourishing, at most, with the partnership switched off
COMPARED_SEEDS = 5


def test_each_level_is_about_a_partnership_or_a_process():
    assert set(NAMES) <= set(PARTNERSHIPS)
    for name in NAMES:
        assert PARTNERSHIPS[name] in switches(level(name))


@pytest.mark.parametrize("name", NAMES)
def test_each_level_is_won_by_its_own_policy(name, seeds):
    wins(lambda seed: played(name, WON_BY.get(name, "share"), seed).won, seeds)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("policy", ["none", "random"])
def test_neither_rest_nor_luck_wins_a_level(name, policy, seeds):
    seldom_wins(lambda seed: played(name, policy, seed).won, seeds)


@pytest.mark.parametrize("name", PEOPLED)
def test_keeping_does_not_win_among_people(name, seeds):
    seldom_wins(lambda seed: played(name, "hoard", seed).won, seeds)


@pytest.mark.parametrize("name", KEEPING_OR_SHARING)
@pytest.mark.parametrize("whose", ["flourishing", "land"])
def test_among_people_whoever_shares_leaves_more_flourishing(name, whose, seeds):
    """All in all, and on the land alone, where no score looks at a household."""
    law(
        f"people_{whose}", seeds,
        measured=lambda seed: getattr(played(name, "share", seed), whose) - getattr(played(name, "hoard", seed), whose),
        cut=lambda seed: getattr(played(name, "share", seed), whose) - getattr(played(name, "gives all", seed), whose),
    )


def test_whoever_takes_every_nut_misses_the_pecan_year(seeds):
    some = seeds[:COMPARED_SEEDS]
    assert not [seed for seed in some if played("the_pecan_year", "hoard", seed).won]
    left, taken = (
        sum(played("the_pecan_year", policy, seed).flourishing for seed in some) for policy in ("share", "hoard")
    )
    assert taken * 100 <= left * LEFT_WITHOUT, f"{taken / len(some)} if all is taken, {left / len(some)} if half is"


@pytest.mark.parametrize("name", NAMES)
def test_each_level_lives_of_its_partnership(name, seeds):
    some = seeds[:COMPARED_SEEDS]
    policy = WON_BY.get(name, "share")
    whole = sum(played(name, policy, seed).flourishing for seed in some)
    cut = sum(played(name, policy, seed, PARTNERSHIPS[name]).flourishing for seed in some)
    assert cut * 100 <= whole * LEFT_WITHOUT, f"{cut / len(some)} without it, {whole / len(some)} with it"
