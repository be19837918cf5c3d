"""A level of clover on poor ground, played: it lives of its partnership, and tells what went to and fro at roots."""

from __future__ import annotations

from functools import cache
from typing import Any

from game.lab.run import run
from game.levels.loading import parse_level
from game.play.session import Session
from game.play.why import Watch
from tests.levels.poor_ground import poor_ground

LEVEL = parse_level(poor_ground())
BOND = "clover_and_bacteria"


@cache
def told(without: str | None = None, seed: int = 1) -> dict[str, Any]:
    return run(LEVEL, seed=seed, ticks=LEVEL.ticks, policy="share", without=without, watch_matter=seed == 1)


def test_without_its_partnership_the_level_ends_at_least_a_fifth_lower():
    for seed in range(1, 4):
        with_it, without = told(seed=seed), told(BOND, seed=seed)
        assert without["flourishing"]["final"] <= 0.8 * with_it["flourishing"]["final"], seed
        assert without["members"]["white_clover"]["wellbeing"] < with_it["members"]["white_clover"]["wellbeing"], seed
        assert (with_it["goals"][0]["met"], without["goals"][0]["met"]) == (True, False), seed


def test_a_report_tells_what_plants_paid_and_what_they_were_given():
    bond, flows = told()["partnerships"][BOND], told()["flows"]
    assert 0 < bond["formed"] < 80
    assert bond["moved"] == {
        "carbon": flows["feeding nodules"]["carbon"], "mineral": flows["nodules at work"]["mineral"]}
    assert BOND not in told(BOND)["partnerships"]


def test_clover_says_whom_it_paid_and_who_bound_its_nitrogen():
    session = Session(LEVEL, 1)
    while session.tick_now < 80:
        session.tick()
    here = session.world.place(1, 1)
    watch = Watch(session, here)
    while not watch.go_on():
        pass
    assert watch.being.who == "white clover"
    got = {line.words: line for line in watch.account.received}
    assert got["Nitrogen from the air, bound by root bacteria"].motes > 0
    assert got["Nitrogen from the air, bound by root bacteria"].partner == "root bacteria"
    assert "Sugar to root bacteria" in {line.words for line in watch.account.gave}
