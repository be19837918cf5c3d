"""Behind a fence: the fund cannot lift everyone, another rule can; who owns the pond piles up what others lack."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, partial

from game.engine.calendar import YEAR
from game.engine.tiles import FENCE, SOIL
from game.lab.playing import play
from game.lab.policies import POLICIES
from game.play.session import Session
from tests.laws.plays import level
from tests.laws.proof import law

OWNER = "Eve"


@cache
def lived(policy: str, seed: int, *, fenced: bool = True) -> Session:
    land = level("the_fence")
    if not fenced:
        land = replace(land, ground=land.ground.replace(bytes([FENCE]), bytes([SOIL])))
    session = Session(land, seed)
    play(session, POLICIES[policy], land.ticks)
    return session


def lifted(policy: str, seed: int, *, fenced: bool = True) -> float:
    """Whether all through the last year no home was short of anything: the first goal of the level."""
    return float(lived(policy, seed, fenced=fenced).goals[0].met)


def piled_up(seed: int, *, fenced: bool = True) -> float:
    """How many times the water in store outside, a head, the owner of the pond has where nobody does anything."""
    homes = lived("none", seed, fenced=fenced).world.households
    heads, jar = homes.column("mouths"), homes.jar.amount
    own = homes.names.index(OWNER)
    others = (int(jar.sum()) - int(jar[own])) / (int(heads.sum()) - int(heads[own]))
    return float(jar[own] / heads[own] / max(others, 1 / YEAR))


def test_the_fund_alone_does_not_lift_everyone_over_a_fence(seeds):
    law("fence_fund", seeds, partial(lifted, "fund_only"), partial(lifted, "fund_only", fenced=False))


def test_another_rule_does(seeds):
    law("fence_rules", seeds, partial(lifted, "change_rules"), partial(lifted, "fund_only"))


def test_the_owner_of_the_pond_piles_up_what_the_others_lack(seeds):
    law("fence_piles_up", seeds, piled_up, partial(piled_up, fenced=False))


def test_the_owner_goes_hungry_behind_her_own_fence(seeds):
    def fed(seed: int, *, policy: str = "none") -> float:
        session = lived(policy, seed)
        return float(session.flourishing.of(OWNER).needs["food"])

    law("fence_owner", seeds, fed, partial(fed, policy="change_rules"))
